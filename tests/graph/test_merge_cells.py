"""The changed cells of an import without anything exported: what the graph holds, what the file says."""

from __future__ import annotations

from inventories import bring_in, table

from ea_cockpit.graph.store import GraphStore
from ea_cockpit.ingest.cell_change import changed_cells, changed_lines
from ea_cockpit.model.metamodel import Metamodel

AROUND = {"Organisationseinheiten": [["ID", "Name"], ["OE-1", "Erstes Amt"], ["OE-2", "Zweites Amt"]]}
HEAD = ["ID", "Name", "Status", "Lebensende", "Genutzt von", "Hängt ab von", "Mandant"]


def test_old_and_new_are_told_for_each_field_and_link(store: GraphStore, metamodel: Metamodel) -> None:
    before = ["APP-1", "Erste", "Produktiv", "", "OE-1; XX-9", "", "7"]
    after = ["APP-1", "Erste", "Geplant", "31.12.2027", "OE-1; OE-2", "APP-2", ""]
    assert bring_in(store, metamodel, table(AROUND | {"Applikationen": [HEAD, before]})).written
    new = ["APP-2", "Zweite", "", "", "", "", ""]
    report = bring_in(store, metamodel, table({"Applikationen": [HEAD, after, new]}), dry_run=True)
    cells = list(changed_cells(report, metamodel))
    assert {(cell.key[1], cell.field, cell.shown("ours", "de"), cell.shown("theirs", "de")) for cell in cells} == {
        ("APP-1", "status", "Produktiv", "Geplant"),
        ("APP-1", "end_of_life", "", "31.12.2027"),
        ("APP-1", "used_by", "OE-1; XX-9", "OE-1; OE-2"),
        ("APP-1", "depends_on", "", "APP-2"),
        ("APP-1", "custom.Mandant", "7", ""),
        ("APP-2", "name", "", "Zweite"),
    }
    assert {str(cell.place) for cell in cells if cell.field == "status"} == {"Applikationen!C2"}
    lines = list(changed_lines(report, metamodel, "de", most=4))
    assert lines[1] == "Geänderte Zellen: 5"
    assert "  Applikation APP-1, Status: Produktiv → Geplant" in lines
    assert lines[-1] == "  … und 1 weitere"


def test_what_does_not_change_is_not_told(store: GraphStore, metamodel: Metamodel) -> None:
    sheets = AROUND | {"Applikationen": [HEAD, ["APP-1", "Erste", "Produktiv", "", "OE-1", "", "7"]]}
    assert bring_in(store, metamodel, table(sheets)).written
    report = bring_in(store, metamodel, table(sheets))
    assert list(changed_cells(report, metamodel)) == []
    assert list(changed_lines(report, metamodel, "en")) == []
