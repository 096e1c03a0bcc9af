"""The cockpit's pages run in this process, without a browser, on the session's real Neo4j."""

from __future__ import annotations

from typing import Any

import pytest
from inventories import bring_in
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash
from ui_help import INVENTORY, SCRIPT, Open

from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel


@pytest.fixture
def cockpit(store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens a page of the cockpit as its address would: path, then parameters."""
    monkeypatch.setenv("EA_COCKPIT_NEO4J_URI", store.address.uri)
    monkeypatch.setenv("EA_COCKPIT_NEO4J_PASSWORD", store.address.password.get_secret_value())
    monkeypatch.setenv("EA_COCKPIT_FACT_MODULES", '["office_facts"]')

    def open_page(path: str = "", **params: Any) -> AppTest:
        at = AppTest.from_file(SCRIPT, default_timeout=60)
        for name, value in params.items():
            at.query_params[name] = value
        # AppTest switches to pages that are files only; ours are found by the hash of their address.
        at._page_hash = calc_hash(path) if path else ""
        return at.run()

    return open_page


@pytest.fixture
def inventory(store: GraphStore, metamodel: Metamodel) -> GraphStore:
    """A small inventory with one of everything a page shows, imported for real."""
    bring_in(store, metamodel, INVENTORY)
    return store
