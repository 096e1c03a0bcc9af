"""`ea-cockpit standards` as scripts rely on it: real processes, exit statuses, JSON, and the run, history and undo."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_runner import Run, on_graph
from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel

RULE = """rules:
  - id: STD-1
    name: {de: Keine offenen Protokolle, en: No open protocols}
    domain: network
    applies_to: Interface
    where: {protocol: [%s]}
    verdict: forbidden
    from: 2025-01-01
    way_out: {technology: SFTP}
    examples:
      - hit: {protocol: FTP}
      - fine: {protocol: SFTP}
"""


@pytest.fixture
def run(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> Run:
    """Runs `ea-cockpit` in a folder with two versions of a rule, on a graph with three interfaces."""
    flows = [fact(metamodel, "Interface", f"IF-{name}", protocol=name) for name in ("FTP", "SMB", "SFTP")]
    put(store, metamodel, tmp_path / "flows.xlsx", *flows)
    (tmp_path / "eins.yaml").write_text(RULE % "FTP, Telnet", encoding="utf-8")
    (tmp_path / "zwei.yaml").write_text(RULE % "FTP, SMB", encoding="utf-8")
    return on_graph(store.address, tmp_path)


def hit(store: GraphStore, metamodel: Metamodel) -> set[str]:
    result = named("standardisation_gaps").run(store, metamodel, day="2026-06-30", show="gaps")
    return {row["id"] for row in result.as_json("de")["rows"]}


def test_a_draft_is_previewed_published_changed_and_taken_back(
    run: Run, store: GraphStore, metamodel: Metamodel
) -> None:
    first = json.loads(run("standards", "preview", "eins.yaml", "--format", "json").stdout)
    assert first == [
        {
            "standard": "STD-1", "in_force": False, "new": ["Interface:IF-FTP"], "no_longer": [], "as_before": [],
            "undecided": [],
        }
    ]  # fmt: skip
    assert hit(store, metamodel) == set()
    published = run("standards", "publish", "eins.yaml")
    assert (published.returncode, "1 neu, 0 geändert" in published.stdout) == (0, True), published.stderr
    assert hit(store, metamodel) == {"IF-FTP"}
    told = run("standards", "preview", "zwei.yaml", EA_COCKPIT_LANG="en").stdout
    assert "hit anew 1, as before 1, no longer 0; undecided 0" in told
    assert "+ Interface IF-SMB" in told
    # The same file name is the same source, another one says something new: both count.
    changed = json.loads(run("standards", "publish", "zwei.yaml", "--format", "json").stdout)
    assert changed["facts"]["Standard"]["updated"] == 1
    assert hit(store, metamodel) == {"IF-FTP", "IF-SMB"}
    assert run("undo", str(changed["run"])).returncode == 0
    assert hit(store, metamodel) == {"IF-FTP"}
    (kept,) = store.read("MATCH (s:Standard) RETURN s.check AS check, s.verdict AS verdict ORDER BY check")
    assert kept == {
        "check": "applies_to: Interface, where: {protocol: [FTP, Telnet]}, way_out: {technology: SFTP}",
        "verdict": "forbidden",
    }
    listed = run("standards", "list")
    assert listed.stdout.splitlines() == [
        "STD-1  Keine offenen Protokolle (Untersagt, 01.01.2025–): eigene Prüfregel"
    ]  # fmt: skip


def test_examples_are_run_without_a_graph_and_one_that_fails_is_named(
    run: Run, store: GraphStore, tmp_path: Path
) -> None:
    shipped = run("standards", "test", EA_COCKPIT_NEO4J_URI="")
    assert (shipped.returncode, "Beispielen wie erwartet" in shipped.stdout) == (0, True), shipped.stderr
    (tmp_path / "falsch.yaml").write_text(RULE % "SFTP", encoding="utf-8")
    failed = run("standards", "test", "falsch.yaml", EA_COCKPIT_NEO4J_URI="")
    assert failed.returncode == 1
    assert "STD-1, Beispiel 1: soll getroffen sein, ist nicht getroffen." in failed.stdout
    held = run("standards", "publish", "falsch.yaml")
    assert (held.returncode, "Nichts wurde veröffentlicht" in held.stdout) == (1, True)
    assert store.read("MATCH (s:Standard) RETURN s.id AS id ORDER BY id") == []


def test_a_broken_file_is_told_with_place_and_way_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kaputt.yaml").write_text((RULE % "FTP").replace("protocol: [", "protokol: ["), encoding="utf-8")
    german = run("standards", "preview", "kaputt.yaml")
    assert german.returncode == 4
    assert "kaputt.yaml: STD-1, where: «protokol» ist nicht bekannt." in german.stderr
    assert "Ist gemeint: protocol" in german.stderr
    english = run("standards", "test", "fehlt.yaml", EA_COCKPIT_LANG="en")
    assert (english.returncode, "fehlt.yaml: cannot read the rules" in english.stderr) == (4, True)
