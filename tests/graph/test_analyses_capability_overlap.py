"""Capability by office on the real graph: who counts, who does not, where nobody is named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.analyses.analysis import Result
from ea_cockpit.analyses.problems import BadValue, UnknownFact
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel


@pytest.fixture
def canton(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> GraphStore:
    """Three capabilities in two areas; divisions, owners nobody named, applications that no longer count."""

    def make(label: str, id_: str, **values: Any) -> Any:
        return fact(metamodel, label, id_, **values)

    put(
        store, metamodel, tmp_path / "overlap.xlsx",
        make("BusinessCapability", "GF-1"), make("BusinessCapability", "GF-2"),
        make("BusinessCapability", "GF-11", part_of="GF-1", standard_solution="APP-1"),
        make("BusinessCapability", "GF-12", part_of="GF-1", standard_solution="APP-6"),
        make("BusinessCapability", "GF-21", part_of="GF-2"),
        make("OrganisationUnit", "OE-1", kind="office", short_name="EINS"),
        make("OrganisationUnit", "OE-2", kind="office"),
        make("OrganisationUnit", "OE-11", kind="division", part_of="OE-1"),
        make("Application", "APP-1", supports="GF-11; GF-12", owned_by="OE-1", status="productive"),
        make("Application", "APP-2", supports="GF-11", owned_by="OE-11"),
        make("Application", "APP-3", supports="GF-11", owned_by="OE-2", status="phase_out"),
        make("Application", "APP-4", supports="GF-12; GF-21"),
        make("Application", "APP-5", supports="GF-12; GF-21", owned_by="OE-1", status="introduction"),
        make("Application", "APP-6", supports="GF-11; GF-12", owned_by="OE-2", status="planned"),
        make("Application", "APP-7", supports="GF-21", owned_by="OE-2", status="retired"),
        make("Application", "APP-8", owned_by="OE-2"),
    )  # fmt: skip
    return store


def run(store: GraphStore, metamodel: Metamodel, **params: Any) -> Result:
    return named("capability_overlap").run(store, metamodel, **params)


def cells(result: Result) -> set[tuple[str, str | None, tuple[str, ...]]]:
    return {(row["id"], row["office"], tuple(row["ids"])) for row in result.as_json("de")["rows"]}


def test_each_cell_holds_what_an_office_runs_for_a_capability(canton: GraphStore, metamodel: Metamodel) -> None:
    result = run(canton, metamodel)
    assert cells(result) == {
        ("GF-11", "EINS", ("APP-1", "APP-2")), ("GF-11", "OE-2!", ("APP-3",)),
        ("GF-12", "EINS", ("APP-1", "APP-5")), ("GF-12", None, ("APP-4",)),
        ("GF-21", "EINS", ("APP-5",)), ("GF-21", None, ("APP-4",)),
    }  # fmt: skip
    rows = result.as_json("de")["rows"]
    assert {(row["id"], row["area"], row["standard"], row["total"]) for row in rows} == {
        ("GF-11", "GF-1!", "APP-1!", 3), ("GF-12", "GF-1!", None, 3), ("GF-21", "GF-2!", None, 2),
    }  # fmt: skip
    # An application without an office may belong to one more, or to one of those known.
    assert {row["id"]: (row["offices"]["from"], row["offices"]["to"]) for row in rows} == {
        "GF-11": (2, 2), "GF-12": (1, 2), "GF-21": (1, 2),
    }  # fmt: skip
    assert result.summary == {
        "capabilities": 3, "without_standard": 2, "applications": 5, "by_area": {"GF-1!": 5, "GF-2!": 2},
    }  # fmt: skip


def test_an_area_comes_with_all_that_belongs_to_it(canton: GraphStore, metamodel: Metamodel) -> None:
    assert {id_ for id_, _, _ in cells(run(canton, metamodel, capability="GF-2"))} == {"GF-21"}
    assert {id_ for id_, _, _ in cells(run(canton, metamodel, capability="GF-11"))} == {"GF-11"}
    assert run(canton, metamodel, offices=3).rows == []
    with pytest.raises(UnknownFact):
        run(canton, metamodel, capability="Application:APP-1")
    with pytest.raises(BadValue):
        run(canton, metamodel, offices=0)


def test_capabilities_that_are_part_of_each_other_end_somewhere(
    store: GraphStore, metamodel: Metamodel, tmp_path: Path
) -> None:
    put(
        store, metamodel, tmp_path / "ring.xlsx",
        fact(metamodel, "BusinessCapability", "GF-1", part_of="GF-2"),
        fact(metamodel, "BusinessCapability", "GF-2", part_of="GF-1"),
        fact(metamodel, "Application", "APP-1", supports="GF-1"),
        fact(metamodel, "Application", "APP-2", supports="GF-1"),
    )  # fmt: skip
    assert cells(run(store, metamodel, capability="GF-2")) == {("GF-1", None, ("APP-1", "APP-2"))}


def test_nothing_supported_is_nothing_shared(store: GraphStore, metamodel: Metamodel) -> None:
    result = run(store, metamodel)
    assert (result.rows, result.summary["capabilities"]) == ([], 0)
