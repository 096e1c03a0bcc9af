"""The page of spellings: proposals accepted, merges taken back, on the real graph."""

from __future__ import annotations

from inventories import bring_in, links, table
from ui_help import Open, said

from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel

TAKEN = {
    "Lieferanten": [["ID", "Name"], ["LF-1", "Musterfirma Informatik AG"]],
    "Applikationen": [["ID", "Lieferant"], ["APP-1", "Musterfirma Informatik"]],
}
PROPOSED = {
    "Technologien": [["ID", "Name"], ["TEC-1", "PostgreSQL 15"]],
    "Applikationen": [["ID", "Gebaut mit"], ["APP-1", "PostgreSQL"]],
}


def test_without_spellings_the_page_says_so(cockpit: Open, store: GraphStore) -> None:
    at = cockpit("schreibweisen")
    assert not at.exception
    assert "noch keine anderen Schreibweisen" in said(at)


def test_a_merge_is_shown_with_its_reason_and_taken_back(
    cockpit: Open, store: GraphStore, metamodel: Metamodel
) -> None:
    bring_in(store, metamodel, table(TAKEN))
    assert links(store) == {("APP-1", "SUPPLIED_BY", "LF-1")}
    at = cockpit("schreibweisen")
    assert not at.exception
    assert "<td>Musterfirma Informatik</td>" in said(at)
    next(button for button in at.button if str(button.key).startswith("back-")).click().run()
    assert not at.exception
    assert links(store) == set()
    assert "0 Beziehungen gemacht, 1 zurückgenommen" in said(at)


def test_a_proposal_is_accepted(cockpit: Open, store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, table(PROPOSED))
    assert links(store) == set()
    at = cockpit("schreibweisen")
    next(button for button in at.button if str(button.key).startswith("yes-")).click().run()
    assert not at.exception
    assert links(store) == {("APP-1", "BUILT_WITH", "TEC-1")}
