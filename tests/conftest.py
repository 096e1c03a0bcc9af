"""What every test may ask for: a real Neo4j of its own session, and a folder to start others in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j import GraphDatabase
from platformdirs import user_data_path

from ea_cockpit.graph.local_server import GraphAddress, LocalServer
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.settings import Settings


@pytest.fixture(scope="session")
def jars() -> Path:
    """The one folder of jars all tests share, and share with the product unless EA_COCKPIT_TEST_CACHE names another."""
    named = os.environ.get("EA_COCKPIT_TEST_CACHE")
    return Path(named) / "jars" if named else user_data_path("ea-cockpit", appauthor=False) / "jars"


@pytest.fixture(scope="session", autouse=True)
def _no_settings_from_outside() -> Iterator[None]:
    """A developer's own EA_COCKPIT_* variables must not lead a test to the developer's graph."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("EA_COCKPIT_")]:
            if name not in ("EA_COCKPIT_TEST_CACHE", "EA_COCKPIT_MAVEN_MIRROR", "EA_COCKPIT_JAVA"):
                patch.delenv(name)
        yield


@pytest.fixture
def data_folder(tmp_path: Path, jars: Path) -> Path:
    """An empty data folder (for EA_COCKPIT_DATA_FOLDER) that finds the shared jars instead of loading them again."""
    folder = tmp_path / "data"
    folder.mkdir()
    jars.mkdir(parents=True, exist_ok=True)
    (folder / "jars").symlink_to(jars, target_is_directory=True)
    return folder


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, jars: Path) -> Iterator[GraphAddress]:
    """A real Neo4j in a temporary folder, started once, ended with the session."""
    local = LocalServer(Settings(data_folder=tmp_path_factory.mktemp("graph")), jars=jars)
    try:
        yield local.start()
    finally:
        local.stop()


@pytest.fixture
def clean_server(server: GraphAddress) -> GraphAddress:
    """The session's Neo4j without data, constraints and indexes."""
    with GraphDatabase.driver(server.uri, auth=server.auth) as driver:
        with driver.session() as session:
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS").consume()
        for row in driver.execute_query("SHOW CONSTRAINTS YIELD name").records:
            driver.execute_query(f"DROP CONSTRAINT `{row['name']}`")
        for row in driver.execute_query("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name").records:
            driver.execute_query(f"DROP INDEX `{row['name']}`")
    return server


@pytest.fixture(scope="session")
def metamodel() -> Metamodel:
    """The fact types of the product and one of an office's own."""
    return standard_metamodel(["office_facts"])


@pytest.fixture
def store(server: GraphAddress, metamodel: Metamodel) -> Iterator[GraphStore]:
    """The session's Neo4j with its schema and without data."""
    with GraphStore(server) as store:
        store.apply_schema(metamodel)
        wipe(store)
        yield store


def wipe(store: GraphStore) -> None:
    """Take everything out of the graph; constraints and indexes stay."""
    with store.writing() as tx:
        tx.write("MATCH (n) DETACH DELETE n")
