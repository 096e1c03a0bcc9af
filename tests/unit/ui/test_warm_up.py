"""What is read ahead is what the pages show: the first reader waits for none of it."""

from __future__ import annotations

import pytest
from ui_help import Open

from ea_cockpit.graph.store import GraphStore
from ea_cockpit.ui.warm_up import warm_up


def test_the_first_catalogue_is_there_before_it_is_asked_for(cockpit: Open, inventory: GraphStore) -> None:
    warm_up().join()
    with inventory.writing() as tx:  # without an import nothing tells the cockpit to read again
        tx.write("MATCH (n:Application) DETACH DELETE n")
    assert [row["id"] for _, row in cockpit("katalog", type="Application").dataframe[0].value.iterrows()] == [
        "APP-1", "APP-2", "APP-3",
    ]  # fmt: skip
    assert "<b>3</b>Applikationen" in " ".join(element.value for element in cockpit().markdown)


def test_a_graph_out_of_reach_is_left_to_the_page_to_tell(cockpit: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EA_COCKPIT_NEO4J_URI", "bolt://127.0.0.1:1")
    warm_up().join()
    assert cockpit().error
