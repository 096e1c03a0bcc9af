"""Sheets as offices send them: titles above, headings repeated, totals below; everything is accounted for."""

from __future__ import annotations

from inventories import Sheets, table

from ea_cockpit.ingest.check import check
from ea_cockpit.ingest.map import map_tables
from ea_cockpit.ingest.plan import Plan
from ea_cockpit.model.facts import standard_metamodel

METAMODEL = standard_metamodel()
HEADINGS = ["ID*", "Name:", "Betriebskosten\n(CHF/Jahr)"]
MESSY: Sheets = {
    "Applikationen": [
        ["Inventar des Amtes für Muster"],
        ["Stand: 31.03.2026", "Name der Stelle"],
        [],
        HEADINGS,
        ["APP-1", "Erste", 1000],
        HEADINGS,
        ["APP-2", "Zweite", 500],
        ["Total", "", 1500],
        ["Total", "Eine Applikation, die so heisst", 1],
    ]
}


def plan(sheets: Sheets) -> Plan:
    return map_tables([table(sheets)], METAMODEL)


def test_headings_are_found_below_titles() -> None:
    (sheet,) = plan(MESSY).sheets
    assert sheet.header == 3
    assert {s.field.name: s.heading for s in sheet.facts[0].sources} == {
        "name": "Name:", "run_cost": "Betriebskosten (CHF/Jahr)"
    }  # fmt: skip


def test_only_entries_are_read_and_the_rest_is_listed() -> None:
    found = plan(MESSY)
    checked = check(found)
    assert {key: draft.row for key, draft in checked.drafts.items()} == {
        ("Application", "APP-1"): 5, ("Application", "APP-2"): 7, ("Application", "Total"): 9
    }  # fmt: skip
    assert [(item.rows, item.why.de) for item in found.ignored] == [
        (2, "Zeilen über den Überschriften"), (1, "wiederholte Überschriften"), (1, "Totale")
    ]  # fmt: skip
    assert [p.code for p in checked.problems] == []


def test_every_filled_row_is_accounted_for() -> None:
    found = plan(MESSY)
    count = check(found).counts["Application"]
    headings = 1
    filled = sum(any(row) for row in MESSY["Applikationen"])
    assert filled == headings + count.rows + sum(item.rows for item in found.ignored)


def test_a_sheet_without_known_headings_is_told_as_one() -> None:
    found = plan({"Applikationen": [["irgendwas", "anderes"], ["1", "2"]]})
    assert [p.code for p in found.problems] == ["missing-id-column"]
