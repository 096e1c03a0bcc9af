"""A fact type declared in one class appears everywhere, with no other edit: shown with one the product does not know.

The cockpit's pages show it in `tests/unit/ui/test_pages.py`, with the same class.
"""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest
from inventories import bring_in
from office_facts import Licence, RegisterWord

from ea_cockpit.export.xlsx import write_catalogue
from ea_cockpit.graph.catalogue import counts, fact_page, facts_of, neighbourhood, search
from ea_cockpit.graph.statements import derived_files
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.ingest.report import Report
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.inventory import write_inventory
from tools.docs import facts_page

ROW = {
    "ID": "LZ-1", "Name": "Datenbanklizenz", "Vertragsnummer": "0815", "Schlüssel": "A-1; A-2", "Plätze": 20,
    "Preis (CHF)": 1200.5, "Anteil": 0.25, "Gekauft am": "31.01.2025", "Übertragbar": "ja",
    "Registerwort": "recht langes Wort 3", "Lizenziert": "APP-1", "Zusatz": "eigene Spalte",
}  # fmt: skip
FACT = Licence(
    id="LZ-1", name="Datenbanklizenz", number="0815", keys=("A-1", "A-2"), seats=20, price=1200.5, share=0.25,
    bought_on=dt.date(2025, 1, 31), floating=True, word=RegisterWord.word("w3"), licenses=("Application:APP-1",),
    custom={"Zusatz": "eigene Spalte"},
)  # fmt: skip


@pytest.fixture
def imported(store: GraphStore, metamodel: Metamodel) -> Report:
    return bring_in(store, metamodel, {"Lizenzen": [[*ROW], [*ROW.values()]], "Applikationen": [["ID"], ["APP-1"]]})


def test_the_template_has_its_sheet(metamodel: Metamodel) -> None:
    out = io.BytesIO()
    write_inventory(out, {}, metamodel)
    headings = [cell.value for cell in openpyxl.load_workbook(out)["Lizenzen"][1]]
    assert headings == [field.title.de for field in metamodel["Licence"].fields]
    assert set(ROW) - {"Zusatz"} <= set(headings)


def test_the_check_finds_its_faults(store: GraphStore, metamodel: Metamodel) -> None:
    wrong = {**ROW, "Plätze": "viele", "Registerwort": "nie gehört", "Gekauft am": "bald", "Übertragbar": "wer weiss"}
    report = bring_in(store, metamodel, {"Lizenzen": [[*wrong], [*wrong.values()]]})
    assert {p.code for p in report.problems if p.severity.value == "error"} == {
        "not-a-number", "unknown-word", "not-a-date", "not-yes-or-no"
    }  # fmt: skip


def test_the_graph_holds_it_and_gives_it_back(imported: Report, store: GraphStore, metamodel: Metamodel) -> None:
    assert imported.written
    assert counts(store) == {"Application": 1, "Licence": 1}
    assert facts_of(store, metamodel["Licence"], metamodel) == [FACT]
    names = {row["name"] for row in store.read("SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name")}
    assert "licence_id" in names


def test_catalogue_search_and_fact_page_show_it(imported: Report, store: GraphStore, metamodel: Metamodel) -> None:
    assert [ref.key for ref in search(store, "datenbankliz", metamodel)] == ["Licence:LZ-1"]
    page = fact_page(store, metamodel["Licence"], "LZ-1", metamodel)
    assert page is not None
    assert page.fact == FACT
    assert [(link.name, [ref.key for ref in refs]) for link, refs in page.outgoing] == [
        ("licenses", ["Application:APP-1"])
    ]
    other = fact_page(store, metamodel["Application"], "APP-1", metamodel)
    assert other is not None
    assert [(link.inverse.de, [ref.key for ref in refs]) for link, refs in other.incoming] == [
        ("hat Lizenz", ["Licence:LZ-1"])
    ]
    picture = neighbourhood(store, metamodel["Application"], "APP-1", 1, metamodel)
    assert {(node.id, node.look) for node in picture.nodes if node.kind == "Licence"} == {
        ("Licence:LZ-1", metamodel["Licence"].look)
    }


def test_export_and_reference_have_it(imported: Report, store: GraphStore, metamodel: Metamodel) -> None:
    out = io.BytesIO()
    write_catalogue(store, metamodel, out)
    rows = list(openpyxl.load_workbook(out)["Lizenzen"].values)
    assert dict(zip(rows[0], rows[1], strict=True)) | {"Gekauft am": "31.01.2025"} == {
        **{field.title.de: None for field in metamodel["Licence"].fields}, **ROW
    }  # fmt: skip
    page = facts_page(metamodel)
    assert all(heading in page for heading in ROW if heading != "Zusatz")
    assert "upsert/Licence.cypher" in derived_files(metamodel)
