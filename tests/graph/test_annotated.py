"""What is wrong comes back as a workbook; corrected and imported again, everything is there."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import pytest
from accounting import assert_accounted
from inventories import Sheets, bring_in, everything, facts, properties, table, workbook
from openpyxl import load_workbook

from ea_cockpit.graph.store import GraphStore
from ea_cockpit.ingest.annotated import annotated
from ea_cockpit.ingest.importer import Request, check_only
from ea_cockpit.ingest.layout import recognise
from ea_cockpit.ingest.report import Report
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.reader import Table, read_bytes

BROKEN: Sheets = {
    "Applikationen": [
        ["Applikationen des Amts"],
        ["ID", "Name", "Status", "Anzahl Benutzende", "Zuständiges Amt"],
        ["APP-1", "Eins", "Produktiv", 10, "OE-1"],
        ["APP-2", "Zwei", "läuft rund", 20, "OE-1"],
        ["", "Ohne ID", "Produktiv", 30, "OE-1"],
        ["APP-4", "Vier", "Produktiv", "viele", "OE-1"],
        ["APP-1", "Doppelt", "Produktiv", 50, "OE-1"],
        ["APP-6", "Sechs", "Produktiv", "ca. 60", "OE-1"],
    ],
    "Organisationseinheiten": [["ID", "Name"], ["OE-1", "Erstes Amt"]],
}
# Where in the whole file, and where in what is left of it, and what is right there.
CORRECTIONS: Mapping[str, tuple[str, Any]] = {
    "C4": ("C3", "Geplant"), "A5": ("A4", "APP-3"), "D6": ("D5", 40), "A7": ("A6", "APP-5"),
}  # fmt: skip


def corrected(content: bytes, cells: Mapping[str, Any]) -> Table:
    book = load_workbook(io.BytesIO(content))
    for ref, value in cells.items():
        book["Applikationen"][ref] = value
    out = io.BytesIO()
    book.save(out)
    return read_bytes("korrigiert.xlsx", out.getvalue())


def codes(report: Report) -> list[str]:
    return [problem.code for problem in report.problems]


def test_the_whole_file_corrected_and_imported_again(store: GraphStore, metamodel: Metamodel) -> None:
    file = table(BROKEN, "inventar.xlsx")
    report = bring_in(store, metamodel, file)
    assert not report.written
    back = corrected(annotated(file, report.problems, "de"), {ref: value for ref, (_, value) in CORRECTIONS.items()})
    again = bring_in(store, metamodel, back)
    assert again.written
    assert set(codes(again)) == {"rounded-number"}
    assert {id_ for _, id_ in facts(store)} == {"OE-1", *(f"APP-{n}" for n in range(1, 7))}


def test_the_rest_corrected_and_imported_again(store: GraphStore, metamodel: Metamodel) -> None:
    file = table(BROKEN, "inventar.xlsx")
    report = bring_in(store, metamodel, file, accept_valid=True)
    assert report.written
    assert {id_ for _, id_ in facts(store)} == {"OE-1", "APP-1", "APP-6"}
    left = annotated(file, report.problems, "de", report.rest)
    rows = load_workbook(io.BytesIO(left))["Applikationen"].values
    assert [row[1] for row in rows] == [None, "Name", "Zwei", "Ohne ID", "Vier", "Doppelt"]
    again = bring_in(store, metamodel, corrected(left, dict(CORRECTIONS.values())))
    assert again.written
    assert codes(again) == []
    assert {id_ for _, id_ in facts(store)} == {"OE-1", *(f"APP-{n}" for n in range(1, 7))}
    assert (properties(store, "APP-4")["users"], properties(store, "APP-1")["name"]) == (40, "Eins")


def test_what_is_left_out_of_the_rest_is_not_missing(store: GraphStore, metamodel: Metamodel) -> None:
    file = table(BROKEN, "inventar.xlsx")
    report = bring_in(store, metamodel, file, accept_valid=True)
    left = annotated(file, report.problems, "de", report.rest)
    # Even with missing entries to be taken out, what was imported before stays.
    again = bring_in(store, metamodel, corrected(left, dict(CORRECTIONS.values())), retire_missing=True)
    assert again.written
    assert len(facts(store, "Application")) == 6


def test_an_annotated_file_says_the_same_when_checked_again(store: GraphStore, metamodel: Metamodel) -> None:
    file = table(BROKEN, "inventar.xlsx")
    before = everything(store)
    first = bring_in(store, metamodel, file)
    noted = read_bytes("inventar.xlsx", annotated(file, first.problems, "de"))
    second = bring_in(store, metamodel, noted)
    assert [(p.code, p.place) for p in second.problems] == [(p.code, p.place) for p in first.problems]
    assert everything(store) == before


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_csv_comes_back_as_a_workbook(store: GraphStore, metamodel: Metamodel, lang: Any) -> None:
    file = read_bytes("Applikationen.csv", "ID;Name;Status\nAPP-1;Eins;läuft rund\nAPP-2;Zwei;Produktiv\n".encode())
    report = bring_in(store, metamodel, file, accept_valid=True)
    back = corrected(annotated(file, report.problems, lang, report.rest), {"C2": "Geplant"})
    assert bring_in(store, metamodel, back).written
    assert {id_ for _, id_ in facts(store)} == {"APP-1", "APP-2"}


def test_files_that_are_not_recognised_are_accounted_for(metamodel: Metamodel) -> None:
    tables = [read_bytes("fremd.xlsx", workbook({"Blatt": [["Telefon"], ["4711"]], "Leer": []}))]
    plan, _ = recognise(tables, metamodel)
    report = check_only(Request(tables, plan), metamodel, None)
    assert_accounted(report, tables)
    assert [(s.sheet, s.read, s.left_out) for s in report.sheets] == [("Blatt", 2, 2), ("Leer", 0, 0)]
    assert annotated(tables[0], report.problems, "de").startswith(b"PK")
