"""One office's workbook: what it holds and asks, how it is protected, and that it merges when it comes back."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import openpyxl
import pytest
from inventories import bring_in, links, properties, table

from ea_cockpit.export.office import UnknownUnit, office_facts, write_office
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.i18n import LANGS
from ea_cockpit.ingest.decision import Decisions, Side
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.baseline import BASELINE_SHEET
from ea_cockpit.tabular.reader import read_bytes

TODAY = dt.date(2026, 6, 30)
INVENTORY: dict[str, list[list[Any]]] = {
    "Organisationseinheiten": [
        ["ID", "Name", "Kürzel", "Gehört zu"],
        ["OE-1", "Amt für Muster", "AFM", ""], ["OE-11", "Abteilung Probe", "", "OE-1"],
        ["OE-2", "Anderes Amt", "", ""],
    ],
    "Lieferanten": [["ID", "Name"], ["LF-1", "Musterfirma AG"], ["LF-2", "Doppelt AG"], ["LF-3", "Doppelt AG"]],
    "Applikationen": [
        ["ID", "Name", "Status", "Zuständiges Amt", "Lebensende", "Bestätigt am", "Lieferant", "Mandant"],
        ["APP-1", "Erste", "Produktiv", "OE-1", "31.12.2025", "01.05.2026", "LF-1", "7"],
        ["APP-2", "Zweite", "Ausser Betrieb", "OE-11", "", "", "Unbekannte GmbH", ""],
        ["APP-3", "Fremde", "Produktiv", "OE-2", "", "", "", ""],
    ],
    "Datenbestände": [
        ["ID", "Name", "Gehalten von"], ["DB-1", "Musterdaten", "APP-1"], ["DB-3", "Fremddaten", "APP-3"],
    ],
    "Schnittstellen": [
        ["ID", "Von", "Nach"],
        ["IF-1", "DB-1", "APP-3"], ["IF-2", "APP-3", "APP-2"], ["IF-3", "APP-3", "DB-3"],
    ],
    "Prozesse": [["ID", "Name", "Verantwortet von"], ["PR-1", "Mustern", "OE-11"], ["PR-2", "Anderes", "OE-2"]],
    "Leistungen": [["ID", "Name", "Angeboten von"], ["L-1", "Muster abgeben", "OE-1"]],
}  # fmt: skip


@pytest.fixture
def graph(store: GraphStore, metamodel: Metamodel) -> GraphStore:
    """A small landscape of two offices."""
    assert bring_in(store, metamodel, INVENTORY).written
    return store


def form(store: GraphStore, metamodel: Metamodel, unit: str = "AFM", lang: Any = "de") -> tuple[bytes, int]:
    out = io.BytesIO()
    with store.reading() as tx:
        asked = write_office(tx, metamodel, office_facts(tx, metamodel, unit), out, lang, TODAY)
    return out.getvalue(), asked


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def saved(book: Any) -> Any:
    out = io.BytesIO()
    book.save(out)
    return read_bytes("amt.xlsx", out.getvalue())


def cell_of(sheet: Any, id_: str, heading: str) -> Any:
    column = next(cell.column for cell in sheet[1] if cell.value == heading)
    return next(sheet.cell(row, column) for row in range(2, sheet.max_row + 1) if sheet.cell(row, 1).value == id_)


@pytest.mark.parametrize("unit", ["OE-1", "afm", " Amt für Muster "])
def test_it_holds_what_the_unit_and_those_below_answer_for_and_who_takes_it(
    graph: GraphStore, metamodel: Metamodel, unit: str
) -> None:
    with graph.reading() as tx:
        office = office_facts(tx, metamodel, unit)
    assert {(label, id_) for label, ids in office.ids.items() for id_ in ids} == {
        ("Application", "APP-1"), ("Application", "APP-2"), ("DataStore", "DB-1"), ("Interface", "IF-1"),
        ("Interface", "IF-2"), ("BusinessProcess", "PR-1"), ("Service", "L-1"),
    }  # fmt: skip
    # IF-2 is taken, not provided: the office sees it and is not asked about it.
    assert ("Interface", "IF-2") not in office.own
    assert ("Interface", "IF-1") in office.own


def test_an_unknown_or_unclear_unit_is_told_with_others_near_to_it(graph: GraphStore, metamodel: Metamodel) -> None:
    with graph.reading() as tx, pytest.raises(UnknownUnit) as told:
        office_facts(tx, metamodel, "Amt für Mustr")
    assert "OE-1" in told.value.way_out("de")


def test_the_first_sheet_asks_and_leads_to_the_cells(graph: GraphStore, metamodel: Metamodel) -> None:
    content, asked = form(graph, metamodel)
    book = opened(content)
    assert book.sheetnames[:3] == ["Offene Fragen", "Anleitung", "Applikationen"]
    first = book.worksheets[0]
    head = next(row for row in range(1, 20) if first.cell(row, 1).value == "Nr.")
    rows = [[cell.value for cell in row] for row in first.iter_rows(min_row=head + 1)]
    assert len(rows) == asked
    questions = {(row[1], row[2], row[3]): row[4] for row in rows}
    assert questions["Applikationen", "Erste (APP-1)", "Status"] == (
        "Hier steht «Produktiv», aber das Lebensende war am 31.12.2025. Was stimmt?"
    )
    assert questions["Applikationen", "Erste (APP-1)", "Kritikalität"] == (
        "Bitte ausfüllen. Wie schwer ein Ausfall wiegt."
    )
    assert questions["Applikationen", "Zweite (APP-2)", "Lieferant"] == (
        "«Unbekannte GmbH» ist unter Lieferanten nicht bekannt. Bitte aus der Liste wählen oder richtig schreiben."
    )
    assert questions["Datenbestände", "Musterdaten (DB-1)", "Bestätigt am"].startswith("Noch nie bestätigt.")
    # Confirmed within the year: nothing to ask. Retired: only what cannot stay as it is.
    assert ("Applikationen", "Erste (APP-1)", "Bestätigt am") not in questions
    assert [key for key in questions if key[1] == "Zweite (APP-2)"] == [
        ("Applikationen", "Zweite (APP-2)", "Lieferant")
    ]
    for row, (_, sheet, _, heading, _, cell) in enumerate(rows, start=head + 1):
        target = book[sheet][cell]
        assert book[sheet].cell(1, target.column).value == heading
        assert first.cell(row, 6).hyperlink.location == f"'{sheet}'!{cell}"
        assert target.fill.fgColor.rgb == "FFFFF3B0"


def test_answers_are_open_ids_and_headings_are_locked(graph: GraphStore, metamodel: Metamodel) -> None:
    book = opened(form(graph, metamodel)[0])
    sheet = book["Applikationen"]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert not sheet.protection.insertRows  # the file says what is locked
    assert all(cell.protection.locked for cell in sheet[1])
    assert sheet["A2"].protection.locked
    assert not cell_of(sheet, "APP-1", "Name").protection.locked
    assert not cell_of(sheet, "APP-1", "Kritikalität").protection.locked
    # New rows below take the format of their column, ids included, and so do columns of one's own.
    widest = max(sheet.column_dimensions.values(), key=lambda one: one.max)
    assert widest.max > sheet.max_column
    assert not any(one.protection.locked for one in sheet.column_dimensions.values())
    assert book[BASELINE_SHEET].sheet_state == "veryHidden"


def test_drop_downs_offer_clear_names_and_ids_for_the_rest(graph: GraphStore, metamodel: Metamodel) -> None:
    book = opened(form(graph, metamodel)[0])
    sheet = book["Applikationen"]
    supplier = cell_of(sheet, "APP-1", "Lieferant").coordinate
    rules = [rule for rule in sheet.data_validations.dataValidation if supplier in rule.sqref]
    assert len(rules) == 1
    listed, area = rules[0].formula1.replace("$", "").split("!")
    offered = {cell.value for (cell,) in book[listed.strip("'")][area]}
    assert offered == {"Musterfirma AG", "LF-2", "LF-3"}
    directory = {tuple(cell.value for cell in row) for row in book["Verzeichnis"].iter_rows(min_row=2)}
    assert ("Lieferant", "LF-3", "Doppelt AG") in directory


@pytest.mark.parametrize("lang", LANGS)
def test_unchanged_it_changes_nothing(graph: GraphStore, metamodel: Metamodel, lang: Any) -> None:
    before = {id_: properties(graph, id_) for id_ in ("APP-1", "APP-2", "DB-1", "IF-1", "L-1")}, links(graph)
    report = bring_in(graph, metamodel, saved(opened(form(graph, metamodel, lang=lang)[0])))
    assert report.written
    assert [(c.created, c.updated, c.rejected) for c in report.facts.values() if c.rows] == [(0, 0, 0)] * 5
    assert (report.links_created, report.links_removed, report.cells) == (0, 0, ())
    assert ({id_: properties(graph, id_) for id_ in before[0]}, links(graph)) == before


def test_answers_and_what_we_changed_meanwhile_are_both_kept(graph: GraphStore, metamodel: Metamodel) -> None:
    book = opened(form(graph, metamodel)[0])
    changed = {"Applikationen": [["ID", "Name", "Version"], ["APP-1", "Erste, neu", "2.0"]]}
    assert bring_in(graph, metamodel, table(changed, "hier.xlsx")).written
    sheet = book["Applikationen"]
    cell_of(sheet, "APP-1", "Kritikalität").value = "Hoch"
    cell_of(sheet, "APP-1", "Lebensende").value = None
    cell_of(sheet, "APP-2", "Lieferant").value = "Musterfirma AG"
    sheet.cell(sheet.max_row + 1, 1).value = "APP-9"
    sheet.cell(sheet.max_row, 2).value = "Ganz neu"
    report = bring_in(graph, metamodel, saved(book))
    assert report.written, [problem.message("en") for problem in report.problems]
    one = properties(graph, "APP-1")
    assert (one["name"], one["version"], one["criticality"]) == ("Erste, neu", "2.0", "high")
    assert "end_of_life" not in one
    assert properties(graph, "APP-9")["name"] == "Ganz neu"
    assert ("APP-2", "SUPPLIED_BY", "LF-1") in links(graph)


def test_both_changed_is_held_until_decided(graph: GraphStore, metamodel: Metamodel) -> None:
    book = opened(form(graph, metamodel)[0])
    hier = {"Applikationen": [["ID", "Name", "Version"], ["APP-1", "Hier", "2.0"]]}
    assert bring_in(graph, metamodel, table(hier, "hier.xlsx")).written
    cell_of(book["Applikationen"], "APP-1", "Name").value = "Dort"
    file = saved(book)
    report = bring_in(graph, metamodel, file)
    assert not report.written
    assert [(problem.code, str(problem.place)) for problem in report.problems if problem.code == "conflict"] == [
        ("conflict", "Applikationen!B2")
    ]
    (conflict,) = report.as_json("de")["conflicts"]
    assert (conflict["base"], conflict["theirs"], conflict["ours"]) == ("Erste", "Dort", "Hier")
    assert bring_in(graph, metamodel, file, accept_valid=True).written
    assert properties(graph, "APP-1")["name"] == "Hier"
    decided = Decisions(cells={(("Application", "APP-1"), "name"): Side.THEIRS})
    assert bring_in(graph, metamodel, file, decisions=decided).written
    assert properties(graph, "APP-1")["name"] == "Dort"
    assert properties(graph, "APP-1")["version"] == "2.0"


def test_a_damaged_hidden_sheet_asks_instead_of_overwriting(graph: GraphStore, metamodel: Metamodel) -> None:
    book = opened(form(graph, metamodel)[0])
    book[BASELINE_SHEET]["A4"] = "1:geflickt"
    cell_of(book["Applikationen"], "APP-1", "Name").value = "Dort"
    cell_of(book["Applikationen"], "APP-1", "Kritikalität").value = "Hoch"
    file = saved(book)
    report = bring_in(graph, metamodel, file)
    assert not report.written
    assert {"baseline-damaged", "conflict"} <= {problem.code for problem in report.problems}
    assert [(cell.field, cell.theirs, cell.ours) for cell in report.cells if cell.undecided] == [
        ("name", "Dort", "Erste")
    ]
    assert bring_in(graph, metamodel, file, accept_valid=True).written
    one = properties(graph, "APP-1")
    assert (one["name"], one["criticality"]) == ("Erste", "high")


def test_into_another_graph_it_brings_what_is_not_there(graph: GraphStore, metamodel: Metamodel) -> None:
    file = read_bytes("amt.xlsx", form(graph, metamodel)[0])
    with graph.writing() as tx:
        tx.write("MATCH (n) DETACH DELETE n")
    report = bring_in(graph, metamodel, file)
    assert report.written
    assert report.facts["Application"].created == 2
    assert "baseline-elsewhere" not in {problem.code for problem in report.problems}
    elsewhere = {"Applikationen": [["ID", "Name"], ["APP-1", "Anders"]]}
    with graph.writing() as tx:
        tx.write("MATCH (n) DETACH DELETE n")
    assert bring_in(graph, metamodel, table(elsewhere)).written
    report = bring_in(graph, metamodel, file)
    assert not report.written
    assert {"baseline-elsewhere", "conflict"} <= {problem.code for problem in report.problems}
