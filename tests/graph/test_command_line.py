"""The command line as scripts rely on it: real processes, exit statuses, JSON, and no traceback ever."""

from __future__ import annotations

import csv
import json
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from command_runner import Run, on_graph
from inventories import facts, links, workbook

from ea_cockpit.graph.store import GraphStore

GOOD = {
    "Organisationseinheiten": [["ID", "Name"], ["OE-1", "Amt für Muster"]],
    "Applikationen": [
        ["ID", "Name", "Zuständiges Amt", "Hängt ab von"],
        ["APP-1", "Erste", "OE-1", ""],
        ["APP-2", "=Zweite", "OE-1", "APP-1"],
    ],
}
BAD = {"Applikationen": [["ID", "Status"], ["APP-7", "Produktiv"], ["APP-8", "läuft"]]}


@pytest.fixture
def run(store: GraphStore, tmp_path: Path) -> Run:
    """Runs `ea-cockpit` on the session's graph, in an empty folder."""
    return on_graph(store.address, tmp_path)


@pytest.fixture
def good(tmp_path: Path) -> str:
    (tmp_path / "gut.xlsx").write_bytes(workbook(GOOD))
    return "gut.xlsx"


@pytest.fixture
def bad(tmp_path: Path) -> str:
    (tmp_path / "schlecht.xlsx").write_bytes(workbook(BAD))
    return "schlecht.xlsx"


def as_json(done: subprocess.CompletedProcess[str]) -> Any:
    return json.loads(done.stdout)


def test_check_writes_nothing(run: Run, store: GraphStore, good: str) -> None:
    done = run("check", good)
    assert (done.returncode, facts(store)) == (0, set())
    assert "Applikationen" in done.stdout


def test_a_file_is_checked_where_no_graph_runs(run: Run, good: str, bad: str) -> None:
    done = run("check", good, "--format", "json", EA_COCKPIT_NEO4J_URI="")
    assert (done.returncode, as_json(done)["facts"]["Application"]["created"]) == (0, 2)
    assert "Ohne Graph geprüft" in done.stderr
    assert run("check", bad, EA_COCKPIT_NEO4J_URI="").returncode == 1


def test_import_tells_what_it_did_and_the_same_again_changes_nothing(run: Run, store: GraphStore, good: str) -> None:
    first = as_json(run("import", good, "--format", "json"))
    assert first["written"]
    assert first["facts"]["Application"] == {
        "rows": 2, "created": 2, "updated": 0, "unchanged": 0, "retired": 0, "rejected": 0, "repeated": 0
    }  # fmt: skip
    assert first["links"] == {"created": 3, "removed": 0}
    again = as_json(run("import", good, "--format", "json"))
    assert again["run"] == first["run"] + 1
    assert again["facts"]["Application"]["unchanged"] == 2
    assert again["links"] == {"created": 0, "removed": 0}
    assert ("APP-2", "DEPENDS_ON", "APP-1") in links(store)


def test_a_dry_run_writes_nothing(run: Run, store: GraphStore, good: str) -> None:
    done = as_json(run("import", good, "--dry-run", "--format", "json"))
    assert (done["run"], done["written"], done["facts"]["Application"]["created"]) == (None, False, 2)
    assert facts(store) == set()


def test_errors_end_with_status_1_and_valid_rows_come_in_when_asked_for(run: Run, store: GraphStore, bad: str) -> None:
    done = run("import", bad, "--format", "json")
    assert (done.returncode, as_json(done)["written"]) == (1, False)
    (problem,) = as_json(done)["problems"]
    assert problem == {
        "code": "unknown-word", "severity": "error", "file": "schlecht.xlsx", "sheet": "Applikationen", "row": 3,
        "column": "Status", "value": "läuft",
        "message": "Applikationen!B3: «läuft» steht nicht in der Liste von «Status».",
        "remedy": "Wählen Sie eines von: Geplant, In Einführung, Produktiv, Auslaufend, Ausser Betrieb.",
    }  # fmt: skip
    assert facts(store) == set()
    assert run("import", bad, "--accept-valid").returncode == 1
    assert facts(store) == {("Application", "APP-7")}


def test_problems_speak_english_too(run: Run, bad: str) -> None:
    done = run("check", bad, EA_COCKPIT_LANG="en")
    assert "is not in the list of 'Status'" in done.stdout
    assert "Choose one of: Planned" in done.stdout


@pytest.mark.parametrize(
    ("words", "variables", "status", "says"),
    [
        (
            ["check", "fehlt.xlsx"],
            {},
            4,
            "fehlt.xlsx: die Datei lässt sich nicht öffnen (Datei oder Ordner gibt es nicht)",
        ),
        (["import"], {}, 2, "Es fehlt: files."),
        (["chek"], {}, 2, "Den Befehl «chek» gibt es nicht. Meinten Sie check?"),
        (["check", "gut.xlsx", "--foo"], {}, 2, "Die Option --foo gibt es nicht."),
        (["check", "gut.xlsx", "--format", "yaml"], {}, 2, "--format: dieser Wert geht nicht"),
        (["sample", "--applications", "3", "--out", "x"], {}, 2, "130"),
        (["check", "bild.png"], {}, 4, "ein Bild, keine Tabelle"),
        (["check", "kaputt.xlsx"], {}, 4, "abgeschnitten oder beschädigt"),
        (["check", "gut.xlsx", "--profile", "gibtsnicht"], {}, 2, "gibtsnicht"),
        (["run", "gibtsnicht"], {}, 2, "Die Auswertung gibtsnicht gibt es nicht."),
        (["run", "impact", "--param", "nichts"], {}, 2, "--param nichts"),
        (["run", "impact", "--format", "xlsx", "--param", "fact=APP-1"], {}, 2, "braucht eine Datei"),
        (["export", "xlsx", "--out", "nicht/da/k.xlsx"], {}, 4, "lässt sich nicht schreiben"),
        (["export", "xlsx", "--lang", "fr"], {}, 2, "diese Sprache gibt es nicht"),
        (["check", "gut.xlsx"], {"EA_COCKPIT_NEO4J_URI": "bolt://127.0.0.1:9"}, 3, "antwortet kein Neo4j"),
        (["check", "gut.xlsx"], {"EA_COCKPIT_NEO4J_URI": "http://127.0.0.1"}, 3, "keine Adresse eines Neo4j"),
        (["check", "gut.xlsx"], {"EA_COCKPIT_LANG": "rm"}, 2, "lang"),
        (["demo"], {}, 2, "Die Demo füllt keinen fremden Graphen."),
    ],
)
def test_every_fault_has_its_status_and_its_way_out(
    run: Run, good: str, tmp_path: Path, words: list[str], variables: dict[str, str], status: int, says: str
) -> None:
    (tmp_path / "bild.png").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "kaputt.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    done = run(*words, **variables)
    assert (done.returncode, says in done.stderr) == (status, True), done.stderr
    assert "→ " in done.stderr
    assert done.stdout == ""


def test_the_template_is_written_in_both_languages(run: Run, tmp_path: Path) -> None:
    assert run("template", "--out", "v.xlsx").returncode == 0
    assert run("template", "--out", "t.xlsx", "--lang", "en").returncode == 0
    assert openpyxl.load_workbook(tmp_path / "v.xlsx").sheetnames[:2] == ["Anleitung", "Organisationseinheiten"]
    assert openpyxl.load_workbook(tmp_path / "t.xlsx").sheetnames[:2] == ["Guide", "Organisation units"]


def test_the_catalogue_goes_out_and_comes_back(run: Run, good: str, tmp_path: Path) -> None:
    run("import", good)
    assert run("export", "xlsx", "--out", "k.xlsx").returncode == 0
    again = as_json(run("import", "k.xlsx", "--format", "json"))
    assert {label: c["unchanged"] for label, c in again["facts"].items()} == {"OrganisationUnit": 1, "Application": 2}
    assert run("export", "map", "--out", "k.html").returncode == 0
    page = (tmp_path / "k.html").read_text(encoding="utf-8")
    assert "Erste" in page
    assert 'src="http' not in page


def test_an_analysis_in_all_its_forms(run: Run, good: str, tmp_path: Path) -> None:
    run("import", good)
    words = ("run", "impact", "--param", "fact=APP-1")
    found = as_json(run(*words, "--format", "json"))
    assert found["analysis"] == "impact"
    assert {(row["id"], row["distance"]) for row in found["rows"]} == {("APP-2", 1), ("OE-1", 1)}
    assert set(found["columns"]) == set(found["rows"][0])
    assert "=Zweite" in run(*words).stdout
    rows = list(csv.reader(run(*words, "--format", "csv").stdout.splitlines(), delimiter=";"))
    assert any("'=Zweite" in row for row in rows)
    assert run(*words, "--format", "xlsx", "--out", "a.xlsx").returncode == 0
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    assert sheet.max_row == 3
    assert "impact" in run("run").stdout


def test_help_is_german_and_names_every_command(run: Run) -> None:
    shown = run("--help").stdout
    for word in ("demo", "ui", "template", "check", "import", "sample", "run", "export", "graph"):
        assert word in shown
    assert "Dateien importieren" in shown
    assert "Import files" in run("--help", EA_COCKPIT_LANG="en").stdout


def test_samples_are_made_from_a_seed(run: Run, tmp_path: Path) -> None:
    for folder in ("eins", "zwei"):
        assert run("sample", "--applications", "130", "--seed", "7", "--out", folder).returncode == 0
    names = sorted(path.name for path in (tmp_path / "eins").iterdir())
    assert "truth.json" in names
    assert all((tmp_path / "eins" / n).read_bytes() == (tmp_path / "zwei" / n).read_bytes() for n in names)


def test_the_graph_tells_its_state(run: Run, store: GraphStore) -> None:
    assert store.address.uri in run("graph", "status").stdout
    alone = run("graph", "status", EA_COCKPIT_NEO4J_URI="")
    assert (alone.returncode, "läuft nicht" in alone.stdout) == (0, True)
