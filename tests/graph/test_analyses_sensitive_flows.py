"""Sensitive flows on a small landscape: each fault, the whole way to it, its first wrong step, and what is unknown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel

Found = set[tuple[str, str, int | None]]


def rows(store: GraphStore, metamodel: Metamodel, **params: Any) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = named("sensitive_flows").run(store, metamodel, **params).as_json("en")["rows"]
    return told


def found(store: GraphStore, metamodel: Metamodel, **params: Any) -> Found:
    return {(row["fault"], row["id"], row["hops"]) for row in rows(store, metamodel, **params)}


SAFE = {"personal_data": "sensitive", "confidentiality": "very_high"}


@pytest.fixture
def chain(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> GraphStore:
    """A leads DO-1; over IF-1 to B, over its store and IF-2 in the clear to C abroad; IF-3 says nothing of its load."""

    def make(label: str, id_: str, **values: Any) -> Any:
        return fact(metamodel, label, id_, **values)

    put(
        store, metamodel, tmp_path / "chain.xlsx",
        make("Hosting", "BU-RZ", jurisdiction="CH"), make("Hosting", "BU-1", part_of="BU-RZ"),
        make("Hosting", "BU-US", jurisdiction="US"), make("Hosting", "BU-X"),
        make("OrganisationUnit", "OE-1"),
        make("Application", "A", hosted_on="BU-1", **SAFE),
        make("Application", "B", hosted_on="BU-1", personal_data="sensitive", confidentiality="low"),
        make("Application", "C", hosted_on="BU-US", personal_data="none", confidentiality="high", owned_by="OE-1"),
        make("Application", "D", hosted_on="BU-X", **SAFE),
        make("Application", "E", hosted_on="BU-US", personal_data="personal"),
        make("DataObject", "DO-1", leading_system="A", classification="confidential", custom={"Personendaten": "BSP"}),
        make("DataObject", "DO-2", classification="public", custom={"Personendaten": "Keine"}),
        make("DataObject", "DO-3"),
        make("DataStore", "DB-B", held_by="B", contains="DO-1; DO-2", hosted_on="BU-1", personal_data="sensitive",
             classification="confidential"),
        make("Interface", "IF-1", provided_by="A", consumed_by="B", carries="DO-1", encrypted=True),
        make("Interface", "IF-2", provided_by="DB-B", consumed_by="C", carries="DO-1", encrypted=False),
        make("Interface", "IF-3", provided_by="C", consumed_by="E", encrypted=True),
        make("Interface", "IF-4", provided_by="A", consumed_by="E", carries="DO-2", encrypted=False),
        make("Interface", "IF-5", provided_by="A", consumed_by="E", carries="DO-1", status="retired"),
        make("Interface", "IF-6", provided_by="C", consumed_by="A", carries="DO-1"),
    )  # fmt: skip
    return store


def test_each_fault_is_found_once_where_it_is(chain: GraphStore, metamodel: Metamodel) -> None:
    assert found(chain, metamodel) == {
        ("lower_need", "B", 1),
        ("abroad", "C", 2), ("said_less", "C", 2), ("unencrypted", "IF-2", 2),
        # D has such data by its own statement, but nobody knows where it runs.
        ("jurisdiction_unknown", "D", 0),
        ("encryption_unknown", "IF-6", 3), ("flow_unknown", "IF-3", 3),
        ("unrated", "DO-3", None),
    }  # fmt: skip


def test_the_whole_way_and_the_first_wrong_step_are_told(chain: GraphStore, metamodel: Metamodel) -> None:
    by_key = {(row["fault"], row["id"]): row for row in rows(chain, metamodel)}
    abroad = by_key["abroad", "C"]
    assert abroad["path"] == "«A!» (A) –IF-1→ «B!» (B) – «DB-B!» (DB-B) –IF-2→ «C!» (C)"
    assert (abroad["first_wrong"], abroad["office"], abroad["data_objects"]) == ("«C!» (C)", "OE-1!", ["DO-1"])
    assert abroad["evidence"] == "«DO-1!» (DO-1) lies on «BU-US!» (BU-US), United States."
    assert by_key["flow_unknown", "IF-3"]["path"].endswith("–IF-2→ «C!» (C) –IF-3→ …")
    assert by_key["unencrypted", "IF-2"]["first_wrong"] == "IF-2"
    assert "at the source «A!» (A) Very high" in by_key["lower_need", "B"]["evidence"]


def test_personal_data_is_followed_when_asked_for(chain: GraphStore, metamodel: Metamodel) -> None:
    more = found(chain, metamodel, level="personal") - found(chain, metamodel)
    assert more == {("abroad", "E", 0)}


def test_what_a_store_says_stands_in_for_a_data_object_that_says_nothing(
    store: GraphStore, metamodel: Metamodel, tmp_path: Path
) -> None:
    put(
        store, metamodel, tmp_path / "presumed.xlsx",
        fact(metamodel, "Hosting", "BU-1", jurisdiction="CH"), fact(metamodel, "Application", "A", **SAFE),
        fact(metamodel, "DataObject", "DO-1"),
        fact(metamodel, "DataStore", "DB-1", contains="DO-1", personal_data="sensitive", classification="secret",
             hosted_on="BU-1"),
        fact(metamodel, "Interface", "IF-1", provided_by="DB-1", consumed_by="DB-1; A", carries="DO-1",
             encrypted=False),
    )  # fmt: skip
    answer = {row["id"]: row for row in rows(store, metamodel)}
    assert {(row["fault"], key) for key, row in answer.items()} == {
        ("unencrypted", "IF-1"),
        ("jurisdiction_unknown", "A"),
    }
    assert "presumed" in answer["IF-1"]["evidence"]
