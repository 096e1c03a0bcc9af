"""Retention on a small landscape: each fault, the office's own limits, and files that are broken."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.analyses.policy import SHIPPED, Policy
from ea_cockpit.errors import CockpitError
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel

Found = set[tuple[str, str]]


def found(store: GraphStore, metamodel: Metamodel, policy: Policy = SHIPPED, day: str = "2026-06-30") -> Found:
    rows = named("retention").run(store, metamodel, policy, day=day).as_json("de")["rows"]
    return {(row["fault"], row["id"]) for row in rows}


@pytest.fixture
def kept(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> GraphStore:
    """A leads DO-1 and keeps it 5 years; B and R hold copies; R is retired, E ends in 2027."""

    def make(label: str, id_: str, **values: Any) -> Any:
        return fact(metamodel, label, id_, **values)

    put(
        store, metamodel, tmp_path / "kept.xlsx",
        make("OrganisationUnit", "OE-1"),
        make("Application", "A", owned_by="OE-1"), make("Application", "B"), make("Application", "R", status="retired"),
        make("Application", "E", end_of_life=dt.date(2027, 12, 31)),
        make("DataObject", "DO-1", leading_system="A", legal_basis="Registergesetz"),
        make("DataStore", "DB-A", held_by="A", contains="DO-1", personal_data="personal", retention="5 Jahre"),
        make("DataStore", "DB-B", held_by="B", contains="DO-1", personal_data="sensitive", retention="dauernd"),
        make("DataStore", "DB-R", held_by="R; B", personal_data="personal", retention="nach Weisung"),
        make("DataStore", "DB-S", held_by="R; E", personal_data="none"),
        make("DataStore", "DB-T", kind="archive", personal_data="sensitive", retention="unbegrenzt"),
        make("DataStore", "DB-U"),
        make("DataStore", "DB-V", held_by="A", personal_data="personal"),
    )  # fmt: skip
    return store


def test_each_fault_is_found_where_it_is(kept: GraphStore, metamodel: Metamodel) -> None:
    expected = {
        ("too_long", "DB-B"), ("longer_than_leader", "DB-B"), ("unreadable", "DB-R"), ("unknown", "DB-U"),
        ("no_period", "DB-V"),
    }  # fmt: skip
    assert found(kept, metamodel) == expected
    # At the end of 2027 the last holder of DB-S ends, too.
    assert found(kept, metamodel, day="2028-01-01") == expected | {("outlives", "DB-S")}


def test_the_evidence_names_the_period_the_limit_and_the_law(kept: GraphStore, metamodel: Metamodel) -> None:
    rows = named("retention").run(kept, metamodel, day="2026-06-30").as_json("de")["rows"]
    told = {row["fault"]: row["evidence"] for row in rows if row["id"] == "DB-B"}
    assert told == {
        "too_long": "«dauernd» heisst ohne Ende; erlaubt sind 10 Jahre (Muster-Weisung Datenschutz). "
        "Rechtsgrundlage der Daten: Registergesetz.",
        "longer_than_leader": "«dauernd» heisst ohne Ende; das führende System behält «DO-1!» (DO-1) 5 Jahre "
        "(«DB-A!» (DB-A)).",
    }


def test_the_office_sets_its_own_limits(kept: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    own = Policy(tmp_path)
    text = "{version: x, limits: [{personal_data: personal, years: 4, because: {de: Gesetz, en: law}}]}"
    (tmp_path / "retention.yaml").write_text(text, "utf-8")
    assert {key for fault, key in found(kept, metamodel, own) if fault == "too_long"} == {"DB-A"}
    for broken in ("limits: [", "version: x\nlimits: [{personal_data: none, years: 1, because: {de: a, en: b}}]"):
        (tmp_path / "retention.yaml").write_text(broken, "utf-8")
        with pytest.raises(CockpitError, match=r"retention\.yaml"):
            found(kept, metamodel, own)
