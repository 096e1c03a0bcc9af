"""`ea-cockpit query` as scripts rely on it: real processes, exit statuses, JSON, files."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import openpyxl
import pytest
from command_runner import Run, on_graph
from inventories import bring_in

from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel

HEAD = ["ID", "Name", "Status", "Hängt ab von", "Vertragsende"]
OWN = """// title: {de: Eigene Frage, en: Own question}
// params:
//   least: {default: 0}
// columns:
//   status: [Stand, State, Application.status]
MATCH (a:Application)
WHERE a.contract_end > $day AND $least < 1
RETURN a AS node, a.status AS status, a.contract_end AS day
ORDER BY a.id
"""


@pytest.fixture
def run(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> Run:
    """Runs `ea-cockpit query` on two applications, in an empty folder."""
    lines = [["APP-1", "eins", "Produktiv", "APP-2", "2027-12-31"], ["APP-2", "=zwei", "", "", "2026-12-31"]]
    bring_in(store, metamodel, {"Applikationen": [HEAD, *lines]})

    return partial(on_graph(store.address, tmp_path), "query")


def test_without_a_name_it_lists_the_library_by_group(run: Run) -> None:
    done = run()
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert {"Technik", "Schnittstellen", "Kosten und Verträge"} <= set(lines)
    assert any(line.startswith("  contracts_ending ") for line in lines)
    assert any("--param months=…" in line and "[12]" in line for line in lines)


def test_a_question_of_the_library_in_all_forms(run: Run, tmp_path: Path) -> None:
    asked = ("contracts_ending", "--param", "day=2026-12-01", "--param", "months=3")
    document = json.loads(run(*asked, "--format", "json").stdout)
    assert list(document) == ["analysis", "params", "columns", "rows", "summary"]
    assert (document["analysis"], document["params"]) == ("contracts_ending", {"day": "2026-12-01", "months": 3})
    assert [(row["id"], row["contract_end"]) for row in document["rows"]] == [("APP-2", "2026-12-31")]
    text = run(*asked).stdout
    assert "Endende Verträge" in text
    assert "=zwei" in text
    assert "'=zwei" in run(*asked, "--format", "csv").stdout
    done = run(*asked, "--format", "xlsx", "--out", "out.xlsx")
    assert done.returncode == 0
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]][2:4] == ["APP-2", "=zwei"]


def test_an_own_file_with_front_matter_and_one_without(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.cypher").write_text(OWN, "utf-8")
    shown = run("own.cypher", "--param", "day=2026-01-01").stdout
    assert "Eigene Frage" in shown
    assert "eins (Application APP-1)" in shown
    assert "Produktiv" in shown
    document = json.loads(run("own.cypher", "--param", "day=2027-01-01", "--format", "json").stdout)
    assert document["rows"][0]["status"] == "productive"
    assert document["rows"][0]["node"]["properties"]["id"] == "APP-1"
    assert document["params"] == {"least": 0, "day": "2027-01-01"}
    (tmp_path / "plain.cypher").write_text("MATCH (a) WHERE a.id IN $ids RETURN a.id ORDER BY a.id", "utf-8")
    found = json.loads(run("plain.cypher", "--param", 'ids=["APP-2"]', "--format", "json").stdout)
    assert (found["columns"], found["rows"]) == (["a.id"], [{"a.id": "APP-2"}])
    cut = run("plain.cypher", "--param", 'ids=["APP-1", "APP-2"]', "--limit", "1", "--format", "json")
    assert json.loads(cut.stdout)["summary"] == {"rows": 1, "more": True}
    assert "--limit" in cut.stderr


@pytest.mark.parametrize(
    ("text", "status", "says"),
    [
        ("CREATE (:X)", 2, "würde den Graphen ändern"),
        ("LOAD CSV FROM 'file:///a.csv' AS line RETURN line", 2, "LOAD CSV"),
        ("RETURN $a AS a", 2, "--param a=…"),
        ("RETURN", 2, "lässt sich nicht ausführen"),
        ("UNWIND range(1, 100000000000) AS n WITH n WHERE n < 0 RETURN n", 1, "abgebrochen"),
        ("\udcff", 4, "UTF-8"),
    ],
)
def test_a_fault_is_told_with_its_way_out(run: Run, tmp_path: Path, text: str, status: int, says: str) -> None:
    (tmp_path / "own.cypher").write_bytes(text.encode("utf-8", "surrogateescape"))
    done = run("own.cypher", "--timeout", "3")
    assert (done.returncode, done.stdout) == (status, "")
    assert says in done.stderr


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("nowhere",), 2, "ea-cockpit query"),
        (("nowhere.cypher",), 4, "nowhere.cypher"),
        (("contracts_ending", "--param", "wrong=1"), 2, "months"),
        (("contracts_ending", "--param", "months=many"), 2, "many"),
        (("contracts_ending", "--param", "months"), 2, "--param name=wert"),
        (("built_with",), 2, "technology"),
        (("contracts_ending", "--format", "xlsx"), 2, "--out"),
    ],
)
def test_wrong_usage_is_told(run: Run, words: tuple[str, ...], status: int, says: str) -> None:
    done = run(*words)
    assert done.returncode == status
    assert says in done.stderr
