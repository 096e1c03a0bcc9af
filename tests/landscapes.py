"""Small landscapes for tests, written as a workbook and imported: the graph lies as the product lays it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ea_cockpit.graph.store import GraphStore
from ea_cockpit.ingest.importer import Request, plan_for, run_import
from ea_cockpit.model.declare import Fact
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.inventory import write_inventory
from ea_cockpit.tabular.reader import read_table


def fact(metamodel: Metamodel, label: str, id_: str, **values: Any) -> Fact:
    """A fact of the type with this label; without a name it is called like its id."""
    return metamodel[label].cls(id=id_, **{"name": f"{id_}!", **values})


def put(store: GraphStore, metamodel: Metamodel, path: Path, *facts: Fact) -> None:
    """Bring these facts into the graph by way of a workbook."""
    by_label: dict[str, list[Fact]] = {}
    for one in facts:
        by_label.setdefault(type(one).__name__, []).append(one)
    write_inventory(path, by_label, metamodel)
    tables = [read_table(path)]
    report = run_import(Request(tables, plan_for(tables, metamodel)), metamodel, store)
    assert report.written, report.problems
