"""Hubs on the real graph: an application speaks for its data stores; what does not run does not count."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel


@pytest.fixture
def wheel(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> GraphStore:
    def make(label: str, id_: str, **values: Any) -> Any:
        return fact(metamodel, label, id_, **values)

    put(
        store, metamodel, tmp_path / "wheel.xlsx",
        make("OrganisationUnit", "O1", kind="office"), make("OrganisationUnit", "O2", kind="office"),
        make("OrganisationUnit", "O1a", kind="division", part_of="O1"), make("OrganisationUnit", "O3", kind="office"),
        make("Application", "HUB", owned_by="O1"), make("DataStore", "DB", held_by="HUB"),
        make("Application", "A", owned_by="O1a", depends_on="HUB"), make("Application", "B", owned_by="O2"),
        make("Application", "C", owned_by="O3"), make("Application", "JOB"),
        make("Interface", "I1", provided_by="HUB", consumed_by="A;B"),
        make("Interface", "I2", provided_by="DataStore:DB", consumed_by="B", runs_over="JOB"),
        make("Interface", "I3", provided_by="HUB", consumed_by="C", status="retired"),
        make("Interface", "I4", provided_by="B", consumed_by="HUB", status="productive"),
        make("BusinessProcess", "PR", uses="HUB"),
    )  # fmt: skip
    return store


def rows(store: GraphStore, metamodel: Metamodel, **params: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = named("hubs").run(store, metamodel, **params).as_json("de")["rows"]
    return found


def test_connections_of_all(wheel: GraphStore, metamodel: Metamodel) -> None:
    found = {(r["id"], r["connections"], r["dependents"]) for r in rows(wheel, metamodel)}
    assert found == {("HUB", 5, 3), ("B", 3, 1), ("A", 2, 0), ("DB", 1, 1), ("JOB", 1, 0)}
    hub = rows(wheel, metamodel)[0]
    assert (hub["provided"], hub["consumed"], hub["carried"], hub["needed_by"], hub["processes"]) == (2, 1, 0, 1, 1)
    # A division counts as its office; C's office is no partner, for the interface is retired.
    assert (hub["offices"], hub["share"]) == (2, 66.7)
    assert hub["reason"] == "3 hängen unmittelbar davon ab, 2 von 3 Ämtern sind beteiligt."


def test_those_tied_for_the_last_place_belong(wheel: GraphStore, metamodel: Metamodel) -> None:
    assert [r["id"] for r in rows(wheel, metamodel, top=1)] == ["HUB"]
    assert [r["id"] for r in rows(wheel, metamodel, top=4)] == ["HUB", "B", "A", "JOB", "DB"] or [
        r["id"] for r in rows(wheel, metamodel, top=4)
    ] == ["HUB", "B", "A", "DB", "JOB"]
