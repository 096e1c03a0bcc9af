"""Conflicts of initiatives on the real graph: each kind once, and what is none."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.analyses.initiative_conflicts import ConflictRow
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.declare import Fact
from ea_cockpit.model.metamodel import Metamodel

DAY = dt.date(2026, 6, 30)
Hit = tuple[str, str, str | None, tuple[str, ...], str]


def day(year: int, month: int = 12) -> dt.date:
    return dt.date(year, month, 1)


def plan(metamodel: Metamodel, id_: str, start: int | None, end: int | None, **more: Any) -> Fact:
    """An initiative from the first of January to the first of December."""
    given = {"status": "running", "start": start and day(start, 1), "end": end and day(end), **more}
    return fact(metamodel, "Initiative", id_, **given)


def hits(store: GraphStore, metamodel: Metamodel, path: Path, *facts: Fact) -> set[Hit]:
    put(store, metamodel, path / "plans.xlsx", *facts)
    rows = found(store, metamodel)
    assert all(row.reason.de and row.reason.en and row.remedy.de for row in rows)
    return {(row.kind.value, row.id, row.partner, row.over, row.sureness.value) for row in rows}


def found(store: GraphStore, metamodel: Metamodel) -> list[ConflictRow]:
    result = named("initiative_conflicts").run(store, metamodel, day=DAY)
    return [row for row in result.rows if isinstance(row, ConflictRow)]


def test_two_at_the_same_application_at_the_same_time(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    assert hits(
        store, metamodel, tmp_path, fact(metamodel, "Application", "APP-1"), fact(metamodel, "Application", "APP-2"),
        plan(metamodel, "V-1", 2026, 2027, affects="Application:APP-1; Application:APP-2"),
        plan(metamodel, "V-2", 2027, 2028, affects="Application:APP-1; Application:APP-2"),
        # One that comes after both, one that is done, one that nobody knows the time of.
        plan(metamodel, "V-3", 2029, 2030, affects="Application:APP-1"),
        plan(metamodel, "V-4", 2026, 2027, affects="Application:APP-1", status="done"),
        plan(metamodel, "V-5", None, None, affects="Application:APP-2", status="idea"),
        # Its end has passed, and it still runs: when it ends is not known.
        plan(metamodel, "V-6", 2024, 2025, affects="Application:APP-1"),
    ) == {
        ("same_application", "V-1", "V-2", ("APP-1", "APP-2"), "certain"),
        ("same_application", "V-1", "V-5", ("APP-2",), "possible"),
        ("same_application", "V-2", "V-5", ("APP-2",), "possible"),
        ("same_application", "V-1", "V-6", ("APP-1",), "possible"),
        ("same_application", "V-2", "V-6", ("APP-1",), "possible"),
        ("same_application", "V-3", "V-6", ("APP-1",), "possible"),
    }  # fmt: skip
    first = next(row for row in found(store, metamodel) if row.partner == "V-2")
    assert first.reason.de == (
        "«V-1!» (01.01.2026–01.12.2027) und «V-2!» (01.01.2027–01.12.2028) verändern zur gleichen Zeit "
        "«APP-1!», «APP-2!»."
    )


def test_what_ends_before_the_work_on_it_does(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    assert hits(
        store, metamodel, tmp_path,
        fact(metamodel, "Application", "ENDS", end_of_life=day(2027, 1)),
        fact(metamodel, "Application", "AFTER", end_of_life=day(2027)),
        fact(metamodel, "Application", "ELIM", decision="eliminate"),
        fact(metamodel, "Application", "SHARED", decision="eliminate"),
        # Alone at what is to be eliminated it may be the one that does it.
        plan(metamodel, "V-1", 2026, 2027, affects="Application:ENDS; Application:AFTER; Application:ELIM"),
        plan(metamodel, "V-2", 2026, 2026, affects="Application:SHARED"),
        # Not at the same time, and still one retires what the other builds on.
        plan(metamodel, "V-3", 2027, 2028, affects="Application:SHARED"),
        plan(metamodel, "V-4", 2027, None, affects="BusinessCapability:GF-1"),
        fact(metamodel, "BusinessCapability", "GF-1"),
    ) == {
        ("ending_application", "V-1", None, ("ENDS",), "certain"),
        ("ending_application", "V-2", "V-3", ("SHARED",), "certain"),
    }  # fmt: skip


def test_a_change_beneath_what_another_builds_on(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    assert hits(
        store, metamodel, tmp_path,
        fact(metamodel, "Application", "UP", depends_on="DOWN; SELF"), fact(metamodel, "Application", "DOWN"),
        fact(metamodel, "Application", "SELF"), fact(metamodel, "Application", "READER"),
        fact(metamodel, "Interface", "IF-1", provided_by="DOWN", consumed_by="READER"),
        fact(metamodel, "Interface", "IF-2", provided_by="READER", consumed_by="DOWN", status="retired"),
        plan(metamodel, "V-1", 2026, 2027, affects="Application:UP; Application:SELF"),
        plan(metamodel, "V-2", 2026, 2027, affects="Application:DOWN"),
        plan(metamodel, "V-3", 2026, 2027, affects="Application:READER"),
        plan(metamodel, "V-4", 2029, 2030, affects="Application:DOWN"),
    ) == {
        ("application_beneath", "V-1", "V-2", ("DOWN",), "certain"),
        ("application_beneath", "V-3", "V-2", ("DOWN",), "certain"),
    }  # fmt: skip


def test_a_prerequisite_too_late_or_halted(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    assert hits(
        store, metamodel, tmp_path,
        plan(metamodel, "V-1", 2026, 2027, depends_on="LATE; STOPPED; PAUSED; DONE; INTIME; OPEN"),
        plan(metamodel, "LATE", 2026, 2028), plan(metamodel, "STOPPED", 2025, 2026, status="stopped"),
        plan(metamodel, "PAUSED", 2025, 2026, status="paused"), plan(metamodel, "DONE", 2025, 2029, status="done"),
        plan(metamodel, "INTIME", 2026, 2027), plan(metamodel, "OPEN", 2026, None),
        # What is over waits for nothing.
        plan(metamodel, "OVER", 2025, 2026, depends_on="STOPPED", status="done"),
    ) == {
        ("later_prerequisite", "V-1", "LATE", (), "certain"), ("later_prerequisite", "V-1", "OPEN", (), "possible"),
        ("halted_prerequisite", "V-1", "STOPPED", (), "certain"),
        ("halted_prerequisite", "V-1", "PAUSED", (), "certain"),
    }  # fmt: skip


def test_a_new_technology_that_is_forbidden_or_runs_out(
    store: GraphStore, metamodel: Metamodel, tmp_path: Path
) -> None:
    def standard(id_: str, verdict: str, applies_to: str, **more: Any) -> Fact:
        return fact(metamodel, "Standard", id_, verdict=verdict, applies_to=applies_to, **more)

    def technology(id_: str, **more: Any) -> Fact:
        return fact(metamodel, "Technology", id_, **more)

    assert hits(
        store, metamodel, tmp_path,
        technology("NO"), technology("OUT", end_of_life=day(2027, 1)), technology("GOING"), technology("GRANTED"),
        technology("ONCE"), technology("SOON"), technology("FINE", support_ends=day(2030)), technology("UNKNOWN"),
        standard("STD-1", "forbidden", "Technology:NO"), standard("STD-2", "phase_out", "Technology:GOING",
                                                                  valid_until=day(2024)),
        standard("STD-3", "forbidden", "Technology:GRANTED"),
        standard("STD-4", "forbidden", "Technology:ONCE", valid_until=day(2025)),
        standard("STD-5", "forbidden", "Technology:SOON", valid_from=day(2027, 3)),
        standard("STD-6", "preferred", "Technology:FINE"),
        fact(metamodel, "Deviation", "AB-1", subject="Initiative:V-1", from_standard="STD-3", until=day(2028)),
        fact(metamodel, "Deviation", "AB-2", subject="Technology:NO", from_standard="STD-1", until=day(2025)),
        plan(metamodel, "V-1", 2026, 2027, introduces="NO; OUT; GOING; GRANTED; ONCE; SOON; FINE; UNKNOWN"),
        plan(metamodel, "V-2", 2026, 2026, introduces="OUT; SOON"),
        plan(metamodel, "V-3", 2026, 2027, introduces="GRANTED"),
    ) == {
        ("forbidden_technology", "V-1", None, ("NO",), "certain"),
        ("forbidden_technology", "V-1", None, ("GOING",), "certain"),
        ("forbidden_technology", "V-1", None, ("GRANTED",), "granted"),
        ("forbidden_technology", "V-1", None, ("SOON",), "certain"),
        ("unsupported_technology", "V-1", None, ("OUT",), "certain"),
        ("forbidden_technology", "V-3", None, ("GRANTED",), "certain"),
    }  # fmt: skip
    granted = next(row for row in found(store, metamodel) if row.sureness.value == "granted")
    assert granted.reason.en.endswith("Granted by “AB-1!” until 01.12.2028.")
