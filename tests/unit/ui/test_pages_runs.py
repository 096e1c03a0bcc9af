"""The page of imports: what each changed, undoing it; and the history on a fact's page."""

from __future__ import annotations

from inventories import bring_in, facts, properties, table
from ui_help import INVENTORY, Open, said

from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel

HEAD = ["ID", "Name", "Status"]


def two_imports(store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, table(INVENTORY, "amt.xlsx"))
    bring_in(store, metamodel, table({"Applikationen": [HEAD, ["APP-1", "Neuer Name", "Auslaufend"]]}, "nachtrag.xlsx"))


def test_an_import_shows_its_changes_field_by_field(cockpit: Open, store: GraphStore, metamodel: Metamodel) -> None:
    two_imports(store, metamodel)
    at = cockpit("importe", lauf="2")
    assert not at.exception
    shown = said(at)
    assert "<td>Name</td><td>Quellensteuer</td><td>Neuer Name</td>" in shown
    assert "<td>Produktiv</td><td>Auslaufend</td>" in shown
    assert "nachtrag.xlsx" in shown


def test_undo_brings_back_what_was_before(cockpit: Open, store: GraphStore, metamodel: Metamodel) -> None:
    two_imports(store, metamodel)
    at = cockpit("importe", lauf="2")
    at.button(key="undo-go").click().run()
    assert not at.exception
    assert "Import 2 ist rückgängig gemacht: 0 Einträge entfernt, 1 wiederhergestellt" in said(at)
    assert properties(store, "APP-1")["name"] == "Quellensteuer"
    assert len(facts(store)) == 7


def test_a_later_import_in_the_way_is_named(cockpit: Open, store: GraphStore, metamodel: Metamodel) -> None:
    two_imports(store, metamodel)
    at = cockpit("importe", lauf="1")
    at.button(key="undo-go").click().run()
    assert not at.exception
    assert "2" in at.error[0].value
    assert len(facts(store)) == 7


def test_a_fact_tells_its_history_and_its_sources(cockpit: Open, store: GraphStore, metamodel: Metamodel) -> None:
    two_imports(store, metamodel)
    at = cockpit("fakt", type="Application", id="APP-1")
    assert not at.exception
    shown = said(at)
    assert "<td>Quellensteuer</td><td>Neuer Name</td>" in shown
    assert "Gemeldet von: amt, nachtrag" in shown


def test_a_fact_no_source_names_says_so(cockpit: Open, store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, table(INVENTORY, "amt.xlsx"))
    bring_in(store, metamodel, table({"Applikationen": [HEAD, ["APP-1", "Quellensteuer", ""]]}, "amt.xlsx"))
    shown = said(cockpit("fakt", type="Application", id="APP-2")).replace("\\", "")
    assert "Nicht mehr gemeldet von: amt (zuletzt am" in shown


def test_an_import_that_does_not_exist_is_told(cockpit: Open, store: GraphStore, metamodel: Metamodel) -> None:
    two_imports(store, metamodel)
    assert "Einen Import 99 gibt es nicht" in said(cockpit("importe", lauf="99"))
