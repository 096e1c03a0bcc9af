"""Flows between offices on the real graph: owners of applications, holders of data stores, offices noted at stores."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.analyses.policy import Policy
from ea_cockpit.analyses.policy_file import BrokenPolicyFile
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel


@pytest.fixture
def canton(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> GraphStore:
    def make(label: str, id_: str, **values: Any) -> Any:
        return fact(metamodel, label, id_, **values)

    put(
        store, metamodel, tmp_path / "canton.xlsx",
        make("OrganisationUnit", "O1"), make("OrganisationUnit", "O2", short_name="ZWEI"),
        make("OrganisationUnit", "O1a", kind="division", part_of="O1"), make("DataObject", "DO"),
        make("Application", "A", owned_by="O1a"), make("Application", "A2", owned_by="O1"),
        make("Application", "B", owned_by="O2"), make("Application", "NOBODYS"),
        make("DataStore", "DB", held_by="B"), make("DataStore", "NOTED", custom={"Amt": "zwei"}),
        make("Interface", "1", provided_by="A", consumed_by="DataStore:DB", carries="DO"),
        make("Interface", "2", provided_by="A2", consumed_by="DataStore:NOTED;B"),
        make("Interface", "3", provided_by="A", consumed_by="A2"),
        make("Interface", "4", provided_by="B", consumed_by="NOBODYS"),
        make("Interface", "5", provided_by="B", consumed_by="A", status="planned"),
        make("Interface", "6", provided_by="DataStore:NOTED", consumed_by="A"),
    )  # fmt: skip
    return store


def test_the_matrix(canton: GraphStore, metamodel: Metamodel) -> None:
    result = named("cross_office_flows").run(canton, metamodel)
    rows = result.as_json("de")["rows"]
    assert [
        (r["source_id"], r["target_id"], r["interfaces"], r["data_objects"], {*r["providers"]}, {*r["consumers"]})
        for r in rows
    ] == [
        ("O1", "O2", 2, ["DO!"], {"A!", "A2!"}, {"DB!", "NOTED!", "B!"}),
        ("O2", "O1", 1, [], {"NOTED!"}, {"A!"}),
    ]
    assert (rows[0]["source"], rows[0]["target"]) == ("O1!", "O2!")
    assert result.summary == {"pairs": 2, "offices": 2, "strongest": 2}


def test_the_headings_are_the_offices_own(canton: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    policy = tmp_path / "policy"
    policy.mkdir()
    own = policy / "office_headings.yaml"
    own.write_text("headings: [Stelle]\n", encoding="utf-8")
    result = named("cross_office_flows").run(canton, metamodel, Policy(policy))
    assert {(r["source_id"], r["target_id"]) for r in result.as_json()["rows"]} == {("O1", "O2")}
    for wrong in ("headings: 3\n", "headings: [a\n", "{}", "other: []\nheadings: []\n"):
        own.write_text(wrong, encoding="utf-8")
        with pytest.raises(BrokenPolicyFile) as trouble:
            named("cross_office_flows").run(canton, metamodel, Policy(policy))
        assert "office_headings.yaml" in trouble.value.message("de")
