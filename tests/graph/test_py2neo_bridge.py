"""Scripts that still use py2neo see the very same graph."""

from __future__ import annotations

import sys

import pytest
from neo4j import GraphDatabase

from ea_cockpit.errors import WrongUsage
from ea_cockpit.graph.local_server import GraphAddress
from ea_cockpit.graph.py2neo_bridge import connect


def test_py2neo_reads_what_the_driver_wrote_and_the_other_way_round(clean_server: GraphAddress) -> None:
    with GraphDatabase.driver(clean_server.uri, auth=clean_server.auth) as driver:
        driver.execute_query("CREATE (:Thing {name: 'Zürich'})")
        graph = connect(clean_server)
        assert graph.run("MATCH (t:Thing) RETURN t.name AS name").data() == [{"name": "Zürich"}]
        graph.run("CREATE (:Thing {name: 'Bern'})")
        rows = driver.execute_query("MATCH (t:Thing) RETURN t.name AS name ORDER BY name").records
    assert [row["name"] for row in rows] == ["Bern", "Zürich"]


def test_without_py2neo_the_extra_is_named(server: GraphAddress, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py2neo", None)  # what Python itself puts there for a module it must not find
    with pytest.raises(WrongUsage) as trouble:
        connect(server)
    assert "pip install ea-cockpit[py2neo]" in trouble.value.message("de")
