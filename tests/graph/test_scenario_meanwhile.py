"""A scenario beside others: on the graph as it was, killed half way, and while somebody imports."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from inventories import bring_in, facts, properties
from scenarios import digest, landscape, scenario

from ea_cockpit.analyses import named
from ea_cockpit.analyses.analysis import AnalysisRow, Asked
from ea_cockpit.analyses.impact import Impact
from ea_cockpit.analyses.scenario import what_if
from ea_cockpit.graph.history import as_of
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel

MERGE = "- merge: [A, B]\n  into: C"
# Applies a scenario and stops for good after its n-th statement.
WORKER = """
import sys, time
from pydantic import SecretStr
from ea_cockpit.analyses.scenario import effects_of, parse_scenario
from ea_cockpit.graph.address import GraphAddress
from ea_cockpit.graph.store import GraphStore, Transaction
from ea_cockpit.model.facts import standard_metamodel

uri, password, stop_at, text = sys.stdin.read().split("\\n", 3)
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
with GraphStore(GraphAddress(uri, "neo4j", SecretStr(password))) as store:
    effects_of(store, metamodel, parse_scenario(text, "x.yaml", metamodel))
print("done", flush=True)
"""


@pytest.fixture(autouse=True)
def _landscape(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    landscape(store, metamodel, tmp_path)


def test_the_graph_as_it_was_is_left_alone_too(store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, {"Applikationen": [["ID", "Name"], ["A", "umbenannt"], ["Z", "später"]]})
    before = digest(store)
    with as_of(store, 1, metamodel) as tx:
        found = what_if(tx, metamodel, scenario(metamodel, "- retire: B"), named("impact"), fact="A", hops=1)
        assert ("Application", "Z") not in {(one.label, one.id) for one in found.before.rows}  # type: ignore[attr-defined]
    assert "IF-1" in {one.row.id for one in found.rows}  # type: ignore[attr-defined]
    assert digest(store) == before


@pytest.mark.parametrize("stop_at", [1, 4])
def test_a_process_that_is_killed_leaves_no_trace(store: GraphStore, metamodel: Metamodel, stop_at: int) -> None:
    before = digest(store)
    text = "name: x\nsteps:\n" + "\n".join(f"  {line}" for line in MERGE.splitlines())
    process = subprocess.Popen(
        [sys.executable, "-c", WORKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ.copy()
    )
    assert process.stdin
    assert process.stdout
    password = store.address.password.get_secret_value()
    process.stdin.write("\n".join([store.address.uri, password, str(stop_at), text]))
    process.stdin.close()
    assert process.stdout.readline() == "here\n"
    process.kill()
    process.wait()
    assert digest(store) == before
    # Its locks are gone with it.
    assert bring_in(store, metamodel, {"Applikationen": [["ID", "Name"], ["A", "neu"]]}).written


def test_an_import_meanwhile_waits_and_sees_nothing_of_it(store: GraphStore, metamodel: Metamodel) -> None:
    outcome: dict[str, Any] = {}

    def other() -> None:
        rows = [["ID", "Name", "Hängt ab von"], ["N", "neu", "A"]]
        outcome["report"] = bring_in(store, metamodel, {"Applikationen": rows})

    class Slow(Impact):
        """An impact during which somebody imports."""

        threads: list[threading.Thread] = []

        def answer(self, asked: Asked) -> list[AnalysisRow]:
            if not self.threads:
                self.threads.append(threading.Thread(target=other))
                self.threads[0].start()
                self.threads[0].join(1)
                # It waits for the lock, or has not come so far; either way nothing is written yet.
                assert self.threads[0].is_alive()
            return super().answer(asked)

    slow = Slow()
    found = what_if(store, metamodel, scenario(metamodel, "- retire: A"), slow, fact="P")
    slow.threads[0].join(60)
    assert outcome["report"].written
    assert not outcome["report"].problems
    # The import linked to A, which had gone in the scenario only; the scenario saw nothing of the import.
    assert ("Application", "N") in facts(store)
    assert properties(store, "A")["name"] == "A!"
    assert store.read("MATCH (:Fact {id: 'N'})-[r]->(:Fact {id: 'A'}) RETURN count(r) AS n ORDER BY n") == [{"n": 1}]
    assert "N" not in {one.id for one in (*found.before.rows, *found.after.rows)}  # type: ignore[attr-defined]
