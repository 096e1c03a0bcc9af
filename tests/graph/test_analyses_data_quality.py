"""Data quality on a small landscape: filled of asked for values and links, stale confirmations, by office and field."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel


@pytest.fixture
def half_filled(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> GraphStore:
    """Three applications of two offices and of none, a store and an interface that belong to the first."""
    put(
        store, metamodel, tmp_path / "half.xlsx",
        fact(metamodel, "OrganisationUnit", "OE-1"), fact(metamodel, "OrganisationUnit", "OE-2"),
        fact(metamodel, "Application", "A", owned_by="OE-1", users=5, published=False, aliases="Alt",
             confirmed_on=dt.date(2025, 6, 30)),
        fact(metamodel, "Application", "B", owned_by="OE-2", used_by="OE-1; OE-2", confirmed_on=dt.date(2025, 6, 29)),
        fact(metamodel, "Application", "C"),
        fact(metamodel, "DataStore", "DB-1", held_by="A", records=3),
        fact(metamodel, "Interface", "IF-1", provided_by="DB-1", consumed_by="B; C"),
    )  # fmt: skip
    return store


def rows(store: GraphStore, metamodel: Metamodel, **params: Any) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = (
        named("data_quality").run(store, metamodel, day="2026-06-30", **params).as_json("de")["rows"]
    )
    return told


def test_each_field_is_counted_values_and_links_alike(half_filled: GraphStore, metamodel: Metamodel) -> None:
    told = rows(half_filled, metamodel, only="Application")
    filled = {row["field"]: row["filled"] for row in told if row["filled"]}
    assert filled == {"name": 3, "users": 1, "published": 1, "confirmed_on": 2, "owned_by": 2, "used_by": 1}
    assert {(row["entries"], row["asked"], row["never"], row["stale"]) for row in told} == {(3, 3, 1, 2)}
    assert {row["share"] for row in told if row["field"] == "users"} == {0.333}
    assert {row["field"] for row in told} >= {"description", "source"}
    assert not {row["field"] for row in told} & {"id", "aliases"}
    stores = {row["field"]: row["filled"] for row in rows(half_filled, metamodel, only="DataStore") if row["filled"]}
    assert stores == {"name": 1, "records": 1, "held_by": 1}


def test_an_office_answers_for_its_applications_and_what_they_hold_and_provide(
    half_filled: GraphStore, metamodel: Metamodel
) -> None:
    told = rows(half_filled, metamodel, by="office")
    assert {(row["label"], row["office"], row["entries"], row["filled"], row["stale"]) for row in told} == {
        ("OrganisationUnit", None, 2, 2, 2),
        ("Application", "OE-1!", 1, 5, 0), ("Application", "OE-2!", 1, 4, 1), ("Application", None, 1, 1, 1),
        ("DataStore", "OE-1!", 1, 3, 1), ("Interface", "OE-1!", 1, 3, 1),
    }  # fmt: skip


def test_office_and_field_add_up_to_the_field(half_filled: GraphStore, metamodel: Metamodel) -> None:
    whole = {(row["label"], row["field"]): row["filled"] for row in rows(half_filled, metamodel)}
    parts = dict.fromkeys(whole, 0)
    for row in rows(half_filled, metamodel, by="office_field"):
        parts[row["label"], row["field"]] += row["filled"]
    assert parts == whole


def test_how_long_a_confirmation_holds_is_asked_for(half_filled: GraphStore, metamodel: Metamodel) -> None:
    assert {row["stale"] for row in rows(half_filled, metamodel, only="Application", months=13)} == {1}
    assert {row["stale"] for row in rows(half_filled, metamodel, only="Application", months=1)} == {3}
