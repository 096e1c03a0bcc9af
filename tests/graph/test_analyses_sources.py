"""What is no longer reported, what sources differ on, what still waits for its partner."""

from __future__ import annotations

from inventories import bring_in, table

from ea_cockpit.analyses import named
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel

HEAD = ["ID", "Name", "Status", "Zuständiges Amt"]
ONE, TWO = ["APP-1", "Eins", "Produktiv", "OE-9"], ["APP-2", "Zwei", "", ""]


def test_entries_no_source_names_any_more(store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, table({"Applikationen": [HEAD, ONE, TWO]}, "amt 2025.xlsx"))
    bring_in(store, metamodel, table({"Applikationen": [HEAD, ONE]}, "amt 2026.xlsx"))
    found = named("not_seen").run(store, metamodel)
    assert [(r.id, r.source, r.others) for r in found.rows] == [("APP-2", "amt", ())]  # type: ignore[attr-defined]
    assert found.rows[0].last_seen is not None  # type: ignore[attr-defined]
    assert found.summary == {"entries": 1, "in_no_source": 1}


def test_what_two_sources_say_of_one_field(store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, table({"Applikationen": [HEAD, ONE]}, "amt.xlsx"))
    bring_in(store, metamodel, table({"Applikationen": [HEAD, ["APP-1", "Anders", "Produktiv", "OE-9"]]}, "it.xlsx"))
    found = named("differing_sources").run(store, metamodel)
    lines = {(r.field.de, r.source, r.value, r.counts) for r in found.rows}  # type: ignore[attr-defined]
    assert lines == {("Name", "amt", "Eins", False), ("Name", "it", "Anders", True)}
    assert found.summary == {"entries": 1, "fields": 1}


def test_references_that_wait_for_their_partner(store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, table({"Applikationen": [HEAD, ONE, TWO]}, "amt.xlsx"))
    found = named("open_references").run(store, metamodel)
    assert [(r.id, r.link.de, r.text) for r in found.rows] == [("APP-1", "Zuständiges Amt", "OE-9")]  # type: ignore[attr-defined]
    assert found.summary == {"references": 1, "entries": 1, "texts": 1}
