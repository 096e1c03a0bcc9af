"""Small workbooks for tests, the import of files, and the graph as sets to compare with."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter
from accounting import assert_accounted

from ea_cockpit.graph.store import GraphStore
from ea_cockpit.ingest.importer import Request, plan_for, run_import
from ea_cockpit.ingest.report import Report
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.reader import Table, read_bytes

Sheets = dict[str, list[list[Any]]]


def workbook(sheets: Sheets) -> bytes:
    """A real workbook with these rows."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return out.getvalue()


def table(sheets: Sheets, name: str = "inventar.xlsx") -> Table:
    """The workbook as read from disk."""
    return read_bytes(name, workbook(sheets))


def bring_in(store: GraphStore, metamodel: Metamodel, *files: Table | Sheets, **options: Any) -> Report:
    """Import files in the template's layout."""
    tables: Sequence[Table] = [
        item if isinstance(item, Table) else table(item, f"{n}.xlsx") for n, item in enumerate(files)
    ]
    report = run_import(Request(tables, plan_for(tables, metamodel), **options), metamodel, store)
    assert_accounted(report, tables)
    return report


def facts(store: GraphStore, label: str = "Fact") -> set[tuple[str, str]]:
    """All facts as (label, id)."""
    rows = store.read(
        f"MATCH (n:{label}) RETURN [l IN labels(n) WHERE l <> 'Fact'][0] AS label, n.id AS id ORDER BY label, id"
    )
    return {(row["label"], row["id"]) for row in rows}


def links(store: GraphStore, relationship: str = "") -> set[tuple[str, str, str]]:
    """All relationships between facts as (start, type, end)."""
    kind = f":{relationship}" if relationship else ""
    rows = store.read(f"MATCH (a:Fact)-[r{kind}]->(b:Fact) RETURN a.id AS a, type(r) AS t, b.id AS b ORDER BY a, t, b")
    return {(row["a"], row["t"], row["b"]) for row in rows}


def properties(store: GraphStore, id_: str) -> dict[str, Any]:
    """A fact's properties without the cockpit's book-keeping."""
    rows = store.read("MATCH (n:Fact {id: $id}) RETURN properties(n) AS p", id=id_)
    return {key: value for key, value in rows[0]["p"].items() if not key.startswith("_")}


def counts(report: Report) -> dict[str, tuple[int, int, int, int]]:
    """New, changed, same and rejected by fact type."""
    return {label: (c.created, c.updated, c.unchanged, c.rejected) for label, c in report.facts.items()}


def everything(store: GraphStore) -> set[str]:
    """The whole graph of facts and runs as text, to compare before and after."""
    nodes = store.read("MATCH (n) RETURN labels(n) AS l, properties(n) AS p ORDER BY elementId(n)")
    arrows = store.read(
        "MATCH (a)-[r]->(b) RETURN properties(a) AS a, type(r) AS t, properties(b) AS b ORDER BY elementId(r)"
    )
    return {repr((sorted(n["l"]), sorted(n["p"].items()))) for n in nodes} | {
        repr((sorted(x["a"].items()), x["t"], sorted(x["b"].items()))) for x in arrows
    }
