"""An import that is killed, or whose server is killed, leaves the graph as it was; a second try completes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from inventories import bring_in, everything

from ea_cockpit.graph.local_server import LocalServer
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.ingest.importer import Request, plan_for, run_import
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.settings import Settings
from ea_cockpit.tabular.reader import read_table

MUSTERKANTON = sorted((Path(__file__).parents[2] / "import_samples" / "musterkanton").glob("*.xlsx"))
BEFORE = {"Organisationseinheiten": [["ID", "Name"], ["OE-OLD", "Altes Amt"]]}
# Runs an import and stops for good just before, in the middle of and right after writing, or at the very end.
WORKER = """
import sys, time
from pathlib import Path
from ea_cockpit.graph.address import GraphAddress
from ea_cockpit.graph.store import GraphStore, Transaction
from ea_cockpit.ingest.importer import Request, plan_for, run_import
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.tabular.reader import read_table
from pydantic import SecretStr

uri, password, stop_at, *files = sys.stdin.read().split("\\n")
written = 0
write = Transaction.write
def counted(self, query, /, **params):
    global written
    write(self, query, **params)
    written += 1
    if written == int(stop_at):
        print("here", flush=True)
        time.sleep(600)
Transaction.write = counted
metamodel = standard_metamodel()
tables = [read_table(Path(file)) for file in files]
with GraphStore(GraphAddress(uri, "neo4j", SecretStr(password))) as store:
    run_import(Request(tables, plan_for(tables, metamodel)), metamodel, store)
print("done", flush=True)
"""


@pytest.fixture
def local(tmp_path: Path, jars: Path) -> Iterator[LocalServer]:
    """A server of this test's own, for killing."""
    server = LocalServer(Settings(data_folder=tmp_path), jars=jars)
    yield server
    server.stop()


def importer(store: GraphStore, stop_at: int) -> subprocess.Popen[str]:
    """An importer in a process of its own that has come as far as its n-th statement."""
    process = subprocess.Popen(
        [sys.executable, "-c", WORKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ.copy()
    )
    assert process.stdin
    assert process.stdout
    password = store.address.password.get_secret_value()
    process.stdin.write("\n".join([store.address.uri, password, str(stop_at), *map(str, MUSTERKANTON)]))
    process.stdin.close()
    assert process.stdout.readline() == "here\n"
    return process


def complete(store: GraphStore, metamodel: Metamodel) -> None:
    """The second try."""
    tables = [read_table(path) for path in MUSTERKANTON]
    report = run_import(Request(tables, plan_for(tables, metamodel)), metamodel, store)
    assert report.written
    assert store.read("MATCH (n:Application) RETURN count(n) AS n")[0]["n"] == 150


@pytest.mark.parametrize("stop_at", [1, 8, 40])
def test_killing_the_importer_leaves_the_graph_as_before(stop_at: int, store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, BEFORE)
    before = everything(store)
    process = importer(store, stop_at)
    process.kill()
    process.wait()
    assert everything(store) == before
    complete(store, metamodel)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that cannot be caught")
@pytest.mark.parametrize("stop_at", [8, 40])
def test_killing_the_server_leaves_the_graph_as_before(stop_at: int, local: LocalServer, metamodel: Metamodel) -> None:
    with GraphStore(local.start()) as store:
        store.apply_schema(metamodel)
        bring_in(store, metamodel, BEFORE)
        before = everything(store)
        process = importer(store, stop_at)
    pid = local.status().pid
    assert pid
    server = psutil.Process(pid)
    server.kill()
    server.wait(30)
    process.kill()
    process.wait()
    with GraphStore(local.start()) as store:
        assert everything(store) == before
        complete(store, metamodel)
