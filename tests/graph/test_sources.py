"""Several sources, facts a source no longer names, and taking those out on request."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
from inventories import bring_in, facts, links, properties, table

from ea_cockpit.export.xlsx import write_catalogue
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.ingest.report import Report
from ea_cockpit.ingest.source_names import source_name
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.reader import Table, read_bytes

HEAD = ["ID", "Name", "Status", "Beschreibung"]


def apps(*rows: list[Any]) -> dict[str, list[list[Any]]]:
    return {"Applikationen": [HEAD, *rows]}


def codes(report: Report) -> list[str]:
    return sorted(problem.code for problem in report.problems)


def book(store: GraphStore, id_: str, name: str) -> Any:
    return store.read("MATCH (n:Fact {id: $id}) RETURN n[$name] AS value", id=id_, name=name)[0]["value"]


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("Inventar_AFU_2026-03-31 (2).xlsx", "inventar afu"), ("Kopie von Inventar AFU.xlsx", "inventar afu"),
        ("Inventar AFU v2.1 final.xlsm", "inventar afu"), ("31.12.2025 Inventar-AFU.csv", "inventar afu"),
        ("2026.xlsx", "2026"), ("departement-bau.xlsx", "departement bau"),
    ],
)  # fmt: skip
def test_a_file_of_another_day_is_the_same_source(file: str, name: str) -> None:
    assert source_name(file) == name


def test_what_a_source_no_longer_names_is_told_and_stays(store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, table(apps(["APP-1", "Eins", "", ""], ["APP-2", "Zwei", "", ""]), "amt_2025.xlsx"))
    second = table(apps(["APP-1", "Eins", "", ""]), "amt_2026.xlsx")
    report = bring_in(store, metamodel, second)
    assert codes(report) == ["not-seen"]
    assert "APP-2 Zwei" in report.problems[0].message("de")
    assert facts(store) == {("Application", "APP-1"), ("Application", "APP-2")}
    assert book(store, "APP-2", "_missing_in")[0].startswith("amt|20")
    again = bring_in(store, metamodel, second)
    assert codes(again) == ["not-seen"]
    assert again.facts["Application"].updated == 0


def test_a_fact_that_comes_back_is_no_longer_missing(store: GraphStore, metamodel: Metamodel) -> None:
    both = table(apps(["APP-1", "Eins", "", ""], ["APP-2", "Zwei", "", ""]), "amt.xlsx")
    bring_in(store, metamodel, both)
    bring_in(store, metamodel, table(apps(["APP-1", "Eins", "", ""]), "amt.xlsx"))
    assert codes(bring_in(store, metamodel, both)) == []
    assert book(store, "APP-2", "_missing_in") is None


def test_only_on_request_it_leaves_and_what_named_it_keeps_the_reference(
    store: GraphStore, metamodel: Metamodel
) -> None:
    first = {
        **apps(["APP-1", "Eins", "", ""], ["APP-2", "Zwei", "", ""]),
        "Schnittstellen": [["ID", "Von", "Nach"], ["IF-1", "APP-1", "APP-2"]],
    }
    bring_in(store, metamodel, table(first, "amt.xlsx"))
    assert ("IF-1", "CONSUMED_BY", "APP-2") in links(store)
    rest = table(apps(["APP-1", "Eins", "", ""]), "amt.xlsx")
    report = bring_in(store, metamodel, rest, retire_missing=True)
    assert codes(report) == ["retired"]
    assert report.facts["Application"].retired == 1
    assert facts(store) == {("Application", "APP-1"), ("Interface", "IF-1")}
    assert book(store, "IF-1", "_open") == ["consumed_by=APP-2"]
    bring_in(store, metamodel, table(first, "amt.xlsx"))
    assert ("IF-1", "CONSUMED_BY", "APP-2") in links(store)
    assert book(store, "IF-1", "_open") is None


def test_a_reference_of_the_same_import_to_what_leaves_stays_open(store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, table(apps(["APP-1", "Eins", "", ""], ["APP-2", "Zwei", "", ""]), "amt.xlsx"))
    rest = {
        **apps(["APP-1", "Eins", "", ""]),
        "Schnittstellen": [["ID", "Von", "Nach"], ["IF-1", "APP-1", "APP-2"]],
    }
    bring_in(store, metamodel, table(rest, "amt.xlsx"), retire_missing=True)
    assert links(store) == {("APP-1", "PROVIDES", "IF-1")}
    assert book(store, "IF-1", "_open") == ["consumed_by=APP-2"]


def test_what_another_source_still_names_is_not_retired(store: GraphStore, metamodel: Metamodel) -> None:
    one = ["APP-1", "Eins", "", ""]
    bring_in(store, metamodel, table(apps(one, ["APP-2", "Zwei", "", ""]), "amt.xlsx"))
    bring_in(store, metamodel, table(apps(["APP-2", "Zwei", "", ""]), "informatik.xlsx"))
    report = bring_in(store, metamodel, table(apps(one), "amt.xlsx"), retire_missing=True)
    assert codes(report) == ["still-reported"]
    assert facts(store) == {("Application", "APP-1"), ("Application", "APP-2")}
    # A third application keeps the type among what the source reports.
    last = bring_in(store, metamodel, table(apps(["APP-3", "Drei", "", ""]), "informatik.xlsx"), retire_missing=True)
    assert codes(last) == ["retired"]
    assert facts(store) == {("Application", "APP-1"), ("Application", "APP-3")}


def test_a_rejected_row_is_not_a_missing_one(store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, table(apps(["APP-1", "Eins", "", ""], ["APP-2", "Zwei", "", ""]), "amt.xlsx"))
    broken = table(apps(["APP-1", "Eins", "", ""], ["APP-2", "Zwei", "blau", ""]), "amt.xlsx")
    report = bring_in(store, metamodel, broken, accept_valid=True, retire_missing=True)
    assert codes(report) == ["unknown-word"]
    assert ("Application", "APP-2") in facts(store)


def test_yesterdays_copy_does_not_overwrite_what_another_source_said_since(
    store: GraphStore, metamodel: Metamodel
) -> None:
    amt = table(apps(["APP-1", "Eins", "Produktiv", "vom Amt"]), "amt.xlsx")
    informatik = table(apps(["APP-1", "Eins", "In Ablösung", ""]), "informatik.xlsx")
    bring_in(store, metamodel, amt)
    report = bring_in(store, metamodel, informatik)
    assert codes(report) == ["sources-differ"]
    newer = properties(store, "APP-1")
    assert newer["status"] != "productive"
    assert newer["description"] == "vom Amt"
    again = bring_in(store, metamodel, amt)
    assert codes(again) == []
    assert properties(store, "APP-1") == newer
    assert again.facts["Application"].unchanged == 1
    changed = bring_in(store, metamodel, table(apps(["APP-1", "Eins", "Ausser Betrieb", "vom Amt"]), "amt.xlsx"))
    assert codes(changed) == ["sources-differ"]
    assert properties(store, "APP-1")["status"] == "retired"
    assert '"informatik"' in book(store, "APP-1", "_said")


def test_the_settings_say_who_goes_before(store: GraphStore, metamodel: Metamodel) -> None:
    first = {"precedence": {"Application.status": ["amt", "informatik"]}}
    amt = table(apps(["APP-1", "Eins", "Produktiv", ""]), "amt.xlsx")
    informatik = table(apps(["APP-1", "Anders", "In Ablösung", ""]), "informatik.xlsx")
    bring_in(store, metamodel, amt, **first)
    report = bring_in(store, metamodel, informatik, **first)
    assert codes(report) == ["sources-differ"]
    assert {k: properties(store, "APP-1")[k] for k in ("name", "status")} == {"name": "Anders", "status": "productive"}
    other = {"precedence": {"*": ["informatik"]}}
    bring_in(store, metamodel, informatik, **other)
    assert properties(store, "APP-1")["status"] != "productive"


def test_links_of_two_sources(store: GraphStore, metamodel: Metamodel) -> None:
    units = {"Organisationseinheiten": [["ID", "Name"], ["OE-1", "Eins"], ["OE-2", "Zwei"]]}
    bring_in(store, metamodel, table(units, "stamm.xlsx"))
    amt = table({"Applikationen": [["ID", "Zuständiges Amt"], ["APP-1", "OE-1"]]}, "amt.xlsx")
    bring_in(store, metamodel, amt)
    other = table({"Applikationen": [["ID", "Zuständiges Amt"], ["APP-1", "OE-2"]]}, "informatik.xlsx")
    assert codes(bring_in(store, metamodel, other)) == ["sources-differ"]
    assert links(store) == {("APP-1", "OWNED_BY", "OE-2")}
    bring_in(store, metamodel, amt)
    assert links(store) == {("APP-1", "OWNED_BY", "OE-2")}


def exported_without(store: GraphStore, metamodel: Metamodel, sheet: str, id_: str) -> Table:
    """The exported catalogue with one row deleted in it."""
    out = io.BytesIO()
    with store.reading() as tx:
        write_catalogue(tx, metamodel, out, "de")
    book = openpyxl.load_workbook(io.BytesIO(out.getvalue()))
    number = next(row[0].row for row in book[sheet].iter_rows() if row[0].value == id_)
    book[sheet].delete_rows(number)
    out = io.BytesIO()
    book.save(out)
    return read_bytes("katalog.xlsx", out.getvalue())


def test_a_row_taken_out_of_an_exported_workbook_is_told_and_leaves_on_request(
    store: GraphStore, metamodel: Metamodel
) -> None:
    bring_in(store, metamodel, table(apps(["APP-1", "Eins", "", ""], ["APP-2", "Zwei", "", ""]), "amt.xlsx"))
    edited = exported_without(store, metamodel, "Applikationen", "APP-2")
    assert codes(bring_in(store, metamodel, edited)) == ["row-removed"]
    assert facts(store) == {("Application", "APP-1"), ("Application", "APP-2")}
    assert codes(bring_in(store, metamodel, edited, retire_missing=True)) == ["retired"]
    assert facts(store) == {("Application", "APP-1")}


def test_two_sources_of_one_import_may_miss_the_same_fact(store: GraphStore, metamodel: Metamodel) -> None:
    one, two = ["APP-1", "Eins", "", ""], ["APP-2", "Zwei", "", ""]
    bring_in(store, metamodel, table(apps(one, two), "amt.xlsx"))
    bring_in(store, metamodel, table(apps(one, two), "informatik.xlsx"))
    three = ["APP-3", "Drei", "", ""]
    bring_in(store, metamodel, table(apps(one), "amt.xlsx"), table(apps(three), "informatik.xlsx"))
    missing = {mark.partition("|")[0] for mark in book(store, "APP-2", "_missing_in")}
    assert missing == {"amt", "informatik"}
