"""`log`, `undo`, `diff` and `run --as-of` as scripts rely on them: real processes, exit statuses, JSON, files."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from command_runner import Run, on_graph
from inventories import bring_in, facts

from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel

HEAD = ["ID", "Name", "Hängt ab von"]


@pytest.fixture
def run(store: GraphStore, tmp_path: Path) -> Run:
    """Runs `ea-cockpit` on the session's graph, in an empty folder."""
    return on_graph(store.address, tmp_path)


@pytest.fixture(autouse=True)
def two_imports(store: GraphStore, metamodel: Metamodel) -> None:
    """The second import takes away what depends on APP-1 and names it anew."""
    first = [HEAD, ["APP-1", "eins", ""], ["APP-2", "zwei", "APP-1"]]
    second = [HEAD, ["APP-1", "neu", ""], ["APP-2", "zwei", ""]]
    for rows in (first, second):
        bring_in(store, metamodel, {"Applikationen": rows})


def as_json(done: subprocess.CompletedProcess[str]) -> Any:
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_log_lists_imports_and_the_changes_of_a_fact(run: Run) -> None:
    listed = as_json(run("log", "--format", "json"))["runs"]
    assert [(one["run"], one["undone_at"], one["recorded"]) for one in listed] == [(2, None, True), (1, None, True)]
    words = run("log", "--fact", "APP-1").stdout.splitlines()
    assert words[0] == "neu (Application:APP-1)"
    assert words[2::2] == ["  Name: eins → neu", "  Name: – → eins"]
    wrong = run("log", "--fact", "APP-9")
    assert (wrong.returncode, "Es gibt keinen Eintrag APP-9." in wrong.stderr) == (2, True)


def test_undo_tells_what_it_did_or_what_stands_in_the_way(run: Run, store: GraphStore) -> None:
    blocked = run("undo", "1")
    assert blocked.returncode == 1
    assert "spätere Importe bauen darauf auf" in blocked.stderr
    assert as_json(run("undo", "2", "--format", "json")) == {
        "run": 2, "removed": 0, "restored": 2, "recreated": 0, "links_removed": 0, "links_added": 1,
        "aliases_removed": 0,
    }  # fmt: skip
    again = run("undo", "2")
    assert (again.returncode, "schon rückgängig gemacht" in again.stderr) == (2, True)
    assert "2 entfernt" in run("undo", "1").stdout
    assert facts(store) == set()
    assert run("log").stdout.count("rückgängig gemacht am") == 2


def test_a_diff_is_printed_or_written(run: Run, tmp_path: Path) -> None:
    found = as_json(run("diff", "1..2", "--format", "json"))["facts"]
    assert [(one["fact"], one["what"], one["links"]) for one in found] == [
        ("Application:APP-1", "changed", []),
        ("Application:APP-2", "changed", [
            {"link": "depends_on", "title": "Hängt ab von", "partner": "Application:APP-1", "added": False}
        ]),
    ]  # fmt: skip
    assert run("diff", "1..", "--format", "md", "--out", "log.md").returncode == 0
    text = (tmp_path / "log.md").read_text(encoding="utf-8")
    assert "## Applikationen" in text
    assert "  - «zwei» – Hängt ab von: «neu» (beendet)" in text
    assert run("diff", "2..1").returncode == 2


def test_an_analysis_as_of_an_earlier_import(run: Run) -> None:
    words = ("run", "impact", "--param", "fact=APP-1", "--format", "json")
    assert as_json(run(*words))["rows"] == []
    then = as_json(run(*words, "--as-of", "1"))
    assert [row["name"] for row in then["rows"]] == ["zwei"]
    assert then["as_of"]["run"] == 1
    wrong = run(*words, "--as-of", "9")
    assert (wrong.returncode, "Einen Import 9 gibt es nicht." in wrong.stderr) == (2, True)
