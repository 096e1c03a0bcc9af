"""Rows that are no entries are left out and listed with their numbers; entries that look odd are kept."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pytest
from inventories import table

from ea_cockpit.ingest.check import check
from ea_cockpit.ingest.map import map_tables
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.tabular.inventory import write_inventory
from ea_cockpit.tabular.reader import read_bytes

METAMODEL = standard_metamodel()
HEAD = ["ID", "Name", "Betriebskosten (CHF/Jahr)", "Veröffentlicht"]
ENTRIES: list[list[Any]] = [[f"APP-{n}", f"Name {n}", 100 * n, "ja"] for n in range(1, 6)]


def left_out(*rows: Sequence[Any], head: list[str] = HEAD) -> dict[str, tuple[int, ...]]:
    """Numbers of the rows left out below five entries, by the reason."""
    found = map_tables([table({"Applikationen": [head, *ENTRIES, *map(list, rows)]})], METAMODEL)
    drafts = check(found).drafts
    assert {("Application", f"APP-{n}") for n in range(1, 6)} <= set(drafts)
    given = sum(count.rows for count in check(found).counts.values())
    filled = 1 + len(ENTRIES) + sum(any(cell != "" for cell in row) for row in rows)
    assert filled == 1 + given + sum(item.rows for item in found.ignored)
    return {item.why.de: item.numbers for item in found.ignored}


@pytest.mark.parametrize(
    "row",
    [
        ["Total", "", 1500, ""],
        ["", "Summe", 1500, ""],
        ["Gesamt:", "", "CHF 1'500.–", ""],
        ["Anzahl Applikationen", 5, "", ""],
    ],
    ids=str,
)
def test_totals(row: list[Any]) -> None:
    assert left_out(row) == {"Totale": (7,)}


def test_repeated_headings() -> None:
    assert left_out(HEAD, ["APP-9", "Noch eine", 1, "nein"]) == {"wiederholte Überschriften": (7,)}


@pytest.mark.parametrize(
    "notes",
    [
        [["", "", "", ""], ["Stand: 31.03.2026", "", "", ""]],
        [["* ohne Fachschulen", "", "", ""]],
        [["Quelle: Umfrage bei den Ämtern", "", "", ""]],
        [["", "", "", ""], ["Legende", "", "", ""], ["x", "ja", "", ""]],
        [["Alle Angaben ohne Gewähr.", "", "", ""]],
    ],
    ids=str,
)
def test_notes(notes: list[list[Any]]) -> None:
    (numbers,) = [found for why, found in left_out(*notes).items() if why.startswith("Anmerkungen")]
    assert len(numbers) == sum(any(row) for row in notes)


def test_rows_nobody_filled() -> None:
    empty = [["", "", 0, "nein"], ["", "", 0, "nein"], [8, "", "", ""]]
    (numbers,) = left_out(*empty).values()
    assert numbers == (7, 8, 9)


def test_section_titles() -> None:
    assert left_out(["Amt für Muster", "", "", ""], ["APP-8", "Name 8", 1, "ja"]) == {"Zwischentitel": (7,)}


def test_entries_that_look_odd_are_entries() -> None:
    odd: list[list[Any]] = [
        ["APP-6", "", "", ""],
        ["Total", "Eine Applikation, die so heisst", 1, "ja"],
        ["APP-7", "Summe", 12, ""],
    ]
    assert left_out(*odd) == {}


def test_example_rows_are_left_out() -> None:
    rows = [HEAD, ["Beispiel", "Beispiel (bitte löschen)", "", ""], *ENTRIES]
    found = map_tables([table({"Applikationen": rows})], METAMODEL)
    assert [(item.why.en, item.numbers) for item in found.ignored] == [("example rows of the form", (2,))]


def test_a_workbook_written_here_is_read_as_it_is() -> None:
    ids = ["©k e", "Total 5", "Stand: heute", "* x y", "Beispiel"]
    hosting = METAMODEL["Hosting"].cls
    facts = [hosting(id=id_, custom={"Bezeichnung": "x"} if id_ == "Total 5" else {}) for id_ in ids]
    out = io.BytesIO()
    write_inventory(out, {"Hosting": facts}, METAMODEL, "de", only_filled=True)
    drafts = check(map_tables([read_bytes("export.xlsx", out.getvalue())], METAMODEL)).drafts
    assert {draft.id for draft in drafts.values()} == set(ids)
    assert drafts["Hosting", "Total 5"].custom == {"Bezeichnung": "x"}


def test_an_id_of_a_workbook_written_here_may_be_any_word() -> None:
    capability = METAMODEL["BusinessCapability"].cls
    weights = {"exemple": 4, "Total": 3, "Summe": 5}
    facts = [capability.model_validate({"id": id_, "strategic_importance": weight}) for id_, weight in weights.items()]
    out = io.BytesIO()
    write_inventory(out, {"BusinessCapability": facts}, METAMODEL, "de", only_filled=True)
    drafts = check(map_tables([read_bytes("export.xlsx", out.getvalue())], METAMODEL)).drafts
    assert {draft.id for draft in drafts.values()} == set(weights)


def entries(head: list[str], rows: Sequence[Sequence[Any]]) -> set[str]:
    """Ids of what was taken for entries."""
    return {id_ for _, id_ in check(map_tables([table({"Applikationen": [head, *map(list, rows)]})], METAMODEL)).drafts}


def test_section_titles_above_a_single_entry() -> None:
    rows = [["Obergericht", "", ""], ["APP-1", "Erste", "Produktiv"]]
    assert entries(["ID", "Name", "Status"], rows) == {"APP-1"}


def test_bare_numbers_as_text_below_one_entry() -> None:
    rows = [["APP-1", "Erste", "Produktiv"], ["2", "", ""], ["", "", ""], ["4", "", ""]]
    assert entries(["ID", "Name", "Status"], rows) == {"APP-1"}


def test_bare_numbers_in_the_column_of_names() -> None:
    rows = [["Erste", "Produktiv"], ["Zweite", "Geplant"], ["3", ""], ["4", ""]]
    assert entries(["Name", "Status"], rows) == {"APP-erste", "APP-zweite"}


def test_a_legend_of_three_cells_below_few_entries() -> None:
    rows = [["APP-1", "Erste", "Produktiv"], ["", "", ""], ["* Pflichtfeld", "", ""],
            ["Legende:", "rot = abzulösen", "grün = gut"]]  # fmt: skip
    assert entries(["ID", "Name", "Status"], rows) == {"APP-1"}
