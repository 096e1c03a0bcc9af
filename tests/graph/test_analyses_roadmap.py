"""The roadmap on the real graph: events in order, and dates that contradict each other."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel


def test_events_in_order_with_contradictions(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    day = dt.date.fromisoformat

    def app(id_: str, end: str, **values: Any) -> Any:
        return fact(metamodel, "Application", id_, end_of_life=day(end), **values)

    put(
        store, metamodel, tmp_path / "roadmap.xlsx",
        fact(metamodel, "Technology", "T-1", support_ends=day("2026-12-31"), end_of_life=day("2027-12-31")),
        fact(metamodel, "Technology", "T-2", support_ends=day("2027-01-31"), end_of_life=day("2027-01-31")),
        app("OLD-TECH", "2028-01-01", built_with="T-1", owned_by="OE-1"),
        app("IN-TIME", "2027-12-31", built_with="T-1", succeeded_by="THERE"),
        app("TOO-EARLY", "2027-03-31", succeeded_by="LATE"), app("NO-DAY", "2027-04-30", succeeded_by="DAYLESS"),
        app("ENDS-ALIKE", "2027-05-31", succeeded_by="ENDS-TOO"), app("ENDS-TOO", "2027-05-31"),
        app("WRONG-WAY", "2027-06-30", phase_out_from=day("2027-07-01"), contract_end=day("2027-06-29")),
        fact(metamodel, "Application", "LATE", productive_since=day("2027-04-01"), status="planned"),
        fact(metamodel, "Application", "DAYLESS", status="introduction"), fact(metamodel, "Application", "THERE"),
        app("PAST", "2026-06-29"), app("BEYOND", "2029-07-01"),
        fact(metamodel, "Initiative", "V-1", start=day("2026-06-30"), end=day("2029-06-30"), led_by="OE-1"),
        fact(metamodel, "Initiative", "V-2", start=day("2027-01-01"), status="stopped"),
        fact(metamodel, "Standard", "S-1", valid_until=day("2028-12-31")),
        fact(metamodel, "OrganisationUnit", "OE-1"),
    )  # fmt: skip
    roadmap = named("roadmap")
    result = roadmap.run(store, metamodel, day="2026-06-30", months=36)
    rows = result.as_json("de")["rows"]
    assert [(row["day"], row["id"], row["kind"], row["contradiction"]) for row in rows] == [
        ("2026-06-30", "V-1", "start", None),
        ("2026-12-31", "T-1", "support_ends", None),
        ("2027-01-31", "T-2", "technology_ends", None),
        ("2027-03-31", "TOO-EARLY", "end_of_life", "Nachfolge LATE! erst ab 01.04.2027"),
        ("2027-04-01", "LATE", "productive_since", None),
        ("2027-04-30", "NO-DAY", "end_of_life", "Nachfolge DAYLESS! ohne Einführungstermin"),
        ("2027-05-31", "ENDS-ALIKE", "end_of_life", "Nachfolge ENDS-TOO! endet nicht später"),
        ("2027-05-31", "ENDS-TOO", "end_of_life", None),
        ("2027-06-29", "WRONG-WAY", "contract_end", "Vertrag endet vor der Applikation (30.06.2027)"),
        ("2027-06-30", "WRONG-WAY", "end_of_life", None),
        ("2027-07-01", "WRONG-WAY", "phase_out_from", "Auslauf nach dem Lebensende 30.06.2027"),
        ("2027-12-31", "IN-TIME", "end_of_life", None),
        ("2027-12-31", "T-1", "technology_ends", None),
        ("2028-01-01", "OLD-TECH", "end_of_life", "läuft länger als T-1! (31.12.2027)"),
        ("2028-12-31", "S-1", "valid_until", None),
        ("2029-06-30", "V-1", "end", None),
    ]
    assert {row["id"]: row["applications"] for row in rows if row["applications"] is not None} == {"T-1": 2, "T-2": 0}
    assert result.summary == {"events": 16, "ending": 7, "contradictions": 6}
    office = roadmap.run(store, metamodel, day="2026-06-30", office="OE-1").as_json("de")["rows"]
    assert {row["id"] for row in office} == {"V-1", "OLD-TECH", "T-1"}
    ends = roadmap.run(store, metamodel, day="2026-06-30", kind="end_of_life", months=10).as_json("de")["rows"]
    assert [row["id"] for row in ends] == ["TOO-EARLY", "NO-DAY"]
