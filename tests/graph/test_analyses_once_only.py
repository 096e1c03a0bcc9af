"""Once only on a small landscape: who leads, who holds, and which copies no chain of interfaces feeds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel

Found = set[tuple[str, str, tuple[str, ...]]]


def found(store: GraphStore, metamodel: Metamodel) -> Found:
    rows = named("once_only").run(store, metamodel).as_json("de")["rows"]
    return {(row["fault"], row["id"], tuple(sorted(row["applications"]))) for row in rows}


def landscape(store: GraphStore, metamodel: Metamodel, path: Path, **changes: dict[str, Any]) -> None:
    """DO-1 is led by A, fed to B through a store and a platform C, kept by D, by its own module M, by a retired R."""
    links: dict[str, dict[str, Any]] = {
        "IF-1": {"provided_by": "DB-A", "consumed_by": "C", "carries": "DO-1"},
        "IF-2": {"provided_by": "C", "consumed_by": "DB-B", "carries": "DO-0"},
        "IF-3": {"provided_by": "B", "consumed_by": "D", "carries": "DO-1", "status": "planned"},
    } | changes
    put(
        store, metamodel, path / "once.xlsx",
        fact(metamodel, "OrganisationUnit", "OE-1"),
        fact(metamodel, "Application", "A", owned_by="OE-1"), fact(metamodel, "Application", "B", owned_by="OE-1"),
        fact(metamodel, "Application", "C"), fact(metamodel, "Application", "D", owned_by="OE-1"),
        fact(metamodel, "Application", "M", part_of="A"), fact(metamodel, "Application", "R", status="retired"),
        *(fact(metamodel, "DataStore", f"DB-{app}", held_by=app, contains="DO-1") for app in "ABDMR"),
        fact(metamodel, "DataObject", "DO-0"),
        fact(metamodel, "DataObject", "DO-1", leading_system="A", part_of="DO-0"),
        *(fact(metamodel, "Interface", key, **values) for key, values in links.items()),
    )  # fmt: skip


REDUNDANT = ("redundant", "DO-1", ("A", "B", "D", "M"))
NOBODY = ("without_leader", "DO-0", ())


def test_a_copy_no_chain_in_operation_reaches_is_not_fed(
    store: GraphStore, metamodel: Metamodel, tmp_path: Path
) -> None:
    landscape(store, metamodel, tmp_path)
    # B is reached through C, as part of the wider DO-0; the interface to D is only planned; R is retired.
    assert found(store, metamodel) == {NOBODY, REDUNDANT, ("not_fed", "DO-1", ("D",))}


def test_the_evidence_names_all_it_rests_on(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    landscape(store, metamodel, tmp_path, **{"IF-4": {"provided_by": "R", "consumed_by": "DB-D", "carries": "DO-1"}})
    result = named("once_only").run(store, metamodel)
    row = next(row for row in result.as_json("en")["rows"] if row["fault"] == "not_fed")
    assert row["evidence"] == (
        "«D!» holds «DO-1!» in «DB-D!»; no chain of interfaces in operation leads there from "
        "«A!» (A). It is fed by «R!» (R)."
    )
    assert (row["office"], row["data_stores"]) == ("OE-1!", ["DB-D"])
    assert result.summary["data_objects"] == 2
    assert result.summary["not_fed"] == 1


def test_a_flow_that_says_nothing_of_what_it_carries_is_no_proof(
    store: GraphStore, metamodel: Metamodel, tmp_path: Path
) -> None:
    landscape(store, metamodel, tmp_path, **{"IF-4": {"provided_by": "A", "consumed_by": "D"}})
    assert found(store, metamodel) == {NOBODY, REDUNDANT, ("feed_unknown", "DO-1", ("D",))}


def test_circles_of_flows_and_of_parts_come_to_an_end(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    put(
        store, metamodel, tmp_path / "ring.xlsx",
        fact(metamodel, "Application", "A", part_of="B"), fact(metamodel, "Application", "B", part_of="A"),
        fact(metamodel, "Application", "C"),
        fact(metamodel, "DataObject", "DO-1", leading_system="A", part_of="DO-2"),
        fact(metamodel, "DataObject", "DO-2", leading_system="C", part_of="DO-1"),
        fact(metamodel, "DataStore", "DB-1", held_by="A", contains="DO-1"),
        fact(metamodel, "Interface", "IF-1", provided_by="A", consumed_by="B", carries="DO-1"),
        fact(metamodel, "Interface", "IF-2", provided_by="B", consumed_by="A", carries="DO-1"),
    )  # fmt: skip
    assert found(store, metamodel) == {("leader_holds_none", "DO-2", ("C",))}


def test_registers_of_several_systems_and_a_leader_that_is_gone(
    store: GraphStore, metamodel: Metamodel, tmp_path: Path
) -> None:
    put(
        store, metamodel, tmp_path / "two.xlsx",
        fact(metamodel, "Application", "A"), fact(metamodel, "Application", "B"),
        fact(metamodel, "Application", "R", status="retired"),
        fact(metamodel, "DataObject", "DO-1", leading_system="R"), fact(metamodel, "DataObject", "DO-2"),
        *(fact(metamodel, "DataStore", f"DB-{app}", held_by=app, contains="DO-1", kind="register") for app in "ABR"),
    )  # fmt: skip
    assert found(store, metamodel) == {
        ("several_leaders", "DO-1", ("A", "B")), ("redundant", "DO-1", ("A", "B")), ("without_leader", "DO-2", ()),
        ("leader_not_in_operation", "DO-1", ("R",)), ("leader_holds_none", "DO-1", ("R",)),
    }  # fmt: skip
