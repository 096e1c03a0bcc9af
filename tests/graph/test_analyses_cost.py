"""Cost on the real graph: nothing counted twice, nothing unknown counted as none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.analyses.cost import CostRow
from ea_cockpit.analyses.interval import Interval
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel

OPEN_END = float("inf")


@pytest.fixture
def priced(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> GraphStore:
    """Four applications in operation: one in two capabilities, one without any answer, two on one server."""

    def make(label: str, id_: str, **values: Any) -> Any:
        return fact(metamodel, label, id_, **values)

    put(
        store, metamodel, tmp_path / "priced.xlsx",
        make("Application", "A", run_cost=100, licence_cost=20, users=10, supports="GF-1; GF-2", owned_by="OE-11",
             supplied_by="LF-1", hosted_on="BU-1"),
        make("Application", "B", run_cost=60, supports="GF-1", owned_by="OE-1", hosted_on="BU-1; BU-2"),
        make("Application", "C", run_cost=0, licence_cost=0, users=5, supports="GF-2", owned_by="OE-3"),
        make("Application", "D"),
        make("Application", "P", run_cost=999, supports="GF-1", status="planned"),
        make("Application", "R", run_cost=999, supports="GF-1", status="retired"),
        make("BusinessCapability", "GF-1"), make("BusinessCapability", "GF-2"), make("BusinessCapability", "GF-9"),
        make("OrganisationUnit", "OE-1", kind="office"), make("OrganisationUnit", "OE-3", kind="division"),
        make("OrganisationUnit", "OE-11", kind="division", part_of="OE-1"),
        make("Supplier", "LF-1"),
        make("Hosting", "BU-0", cost=7000), make("Hosting", "BU-1", cost=50, part_of="BU-0"), make("Hosting", "BU-2"),
    )  # fmt: skip
    return store


def groups(store: GraphStore, metamodel: Metamodel, by: str) -> dict[str | None, CostRow]:
    result = named("cost").run(store, metamodel, by=by)
    return {row.id: row for row in result.rows if isinstance(row, CostRow)}


def test_an_application_is_split_evenly_over_its_capabilities(priced: GraphStore, metamodel: Metamodel) -> None:
    found = groups(priced, metamodel, "capability")
    assert {key: (row.applications, row.total) for key, row in found.items()} == {
        "GF-1": (2, Interval(120, OPEN_END, 3, 4)),
        "GF-2": (2, Interval(60, 60, 4, 4)),
        None: (1, Interval(0, OPEN_END, 0, 2)),
    }
    assert found["GF-1"].run == Interval(110, 110, 2, 2)
    assert found["GF-1"].licence == Interval(10, OPEN_END, 1, 2)
    assert {key: row.share for key, row in found.items()} == {"GF-1": 66.7, "GF-2": 33.3, None: 0.0}
    assert found["GF-1"].note.en == (
        "The largest: A! 120, B! 60. 1 of 2 applications belong to several groups; their cost is split evenly."
    )
    assert found[None].name.de == "ohne Angabe"
    assert found[None].subject() is None


def test_each_environment_is_spread_once_and_beside_the_sum(priced: GraphStore, metamodel: Metamodel) -> None:
    found = groups(priced, metamodel, "capability")
    # BU-1 costs 50 and carries A and B; A is in two capabilities; nobody says what BU-2 costs or where C and D run.
    assert {key: row.hosting for key, row in found.items()} == {
        "GF-1": Interval(37.5, OPEN_END, 2, 3), "GF-2": Interval(12.5, OPEN_END, 1, 2),
        None: Interval(0, OPEN_END, 0, 1),
    }  # fmt: skip


def test_a_division_counts_for_its_office(priced: GraphStore, metamodel: Metamodel) -> None:
    found = groups(priced, metamodel, "office")
    assert {key: (row.applications, row.total) for key, row in found.items()} == {
        "OE-1": (2, Interval(180, OPEN_END, 3, 4)), "OE-3": (1, Interval(0, 0, 2, 2)),
        None: (1, Interval(0, OPEN_END, 0, 2)),
    }  # fmt: skip
    assert "split" not in found["OE-1"].note.en


def test_a_user_costs_what_is_wholly_known(priced: GraphStore, metamodel: Metamodel) -> None:
    found = groups(priced, metamodel, "supplier")
    assert {key: row.per_user for key, row in found.items()} == {"LF-1": 12.0, None: 0.0}
    assert groups(priced, metamodel, "office")["OE-1"].per_user == 12.0
    assert groups(priced, metamodel, "capability")[None].per_user is None


@pytest.mark.parametrize("by", ["capability", "office", "supplier"])
def test_every_way_to_spread_gives_the_same_whole(priced: GraphStore, metamodel: Metamodel, by: str) -> None:
    assert named("cost").run(priced, metamodel, by=by).summary | {"groups": 0, "answered": 0} == {
        "groups": 0, "total": 180, "answered": 0, "hosting": 50,
    }  # fmt: skip


def test_units_in_a_ring_are_each_their_own(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    put(
        store, metamodel, tmp_path / "ring.xlsx", fact(metamodel, "Application", "A", run_cost=1, owned_by="X"),
        fact(metamodel, "OrganisationUnit", "X", kind="division", part_of="Y"),
        fact(metamodel, "OrganisationUnit", "Y", kind="division", part_of="X"),
    )  # fmt: skip
    assert set(groups(store, metamodel, "office")) == {"X"}
