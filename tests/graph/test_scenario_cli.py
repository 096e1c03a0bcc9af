"""`run --scenario` and `scenario` as scripts rely on them: real processes, every format, exit statuses."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from command_runner import Run, on_graph
from conftest import wipe
from scenarios import digest, landscape

from ea_cockpit.graph.address import GraphAddress
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel

FILE = "name: Ohne B\nsteps:\n- retire: B\n"
IMPACT = ("run", "impact", "--param", "fact=A", "--param", "hops=1", "--scenario", "x.yaml")


@pytest.fixture(scope="module")
def store(server: GraphAddress, metamodel: Metamodel, tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """The landscape, once for all tests."""
    with GraphStore(server) as store:
        store.apply_schema(metamodel)
        wipe(store)
        landscape(store, metamodel, tmp_path_factory.mktemp("landscape"))
        yield store


@pytest.fixture
def run(store: GraphStore, tmp_path: Path) -> Run:
    """Runs `ea-cockpit` on the session's graph, in a folder with a scenario."""
    (tmp_path / "x.yaml").write_text(FILE, encoding="utf-8")
    return on_graph(store.address, tmp_path)


def test_the_difference_in_every_format(run: Run, store: GraphStore, tmp_path: Path) -> None:
    before = digest(store)
    words = run(*IMPACT)
    assert words.stdout.splitlines()[0] == "Szenario: Ohne B"
    assert "1 fallen weg, 0 neu, 0 anders, 6 wie vorher" in words.stdout
    assert "Betroffen: 7 → 6" in words.stdout
    whole = json.loads(run(*IMPACT, "--format", "json").stdout)
    assert [(row["change"], row["id"]) for row in whole["rows"]] == [("gone", "IF-1")]
    assert (whole["before"]["summary"]["facts"], whole["after"]["summary"]["facts"]) == (7, 6)
    assert whole["scenario"]["name"] == "Ohne B"
    assert [one["interface"] for one in whole["effects"]["fallen"]] == ["Interface:IF-1", "Interface:IF-3"]
    rows = list(csv.reader(run(*IMPACT, "--format", "csv").stdout.splitlines(), delimiter=";"))
    assert [row[:3] for row in rows] == [["Änderung", "Typ", "ID"], ["fällt weg", "Schnittstelle", "IF-1"]]
    assert run(*IMPACT, "--format", "xlsx", "--out", "x.xlsx").returncode == 0
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx").active
    assert sheet is not None
    assert [cell.value for cell in sheet["A"]] == ["Änderung", "fällt weg"]
    assert digest(store) == before


def test_together_with_an_earlier_state(run: Run) -> None:
    nothing = run(*IMPACT, "--as-of", "0")
    assert (nothing.returncode, "kein bekannter Eintrag" in nothing.stderr) == (4, True)
    whole = json.loads(run(*IMPACT, "--as-of", "1", "--format", "json").stdout)
    assert (whole["as_of"]["run"], whole["summary"]["gone"]) == (1, 1)


def test_the_effects_alone_the_example_and_what_is_wrong(run: Run, tmp_path: Path) -> None:
    words = run("scenario", "effects", "x.yaml").stdout
    assert "Schnittstellen, die wegfallen (2)" in words
    assert "Leistung L-1! (L-1): Kein Prozess und keine Applikation erbringt sie mehr." in words
    whole = json.loads(run("scenario", "effects", "x.yaml", "--format", "json").stdout)
    assert {one["fact"] for one in whole["effects"]["orphans"]} == {
        "Service:L-1", "DataObject:DO-1", "BusinessCapability:GF-2",
    }  # fmt: skip
    (tmp_path / "y.yaml").write_text(run("scenario", "example").stdout, encoding="utf-8")
    wrong = run("scenario", "effects", "y.yaml")
    assert wrong.returncode == 4
    assert "Szenario y.yaml: Schritt 1 (merge), merge: «APP-0127» ist kein bekannter Eintrag." in wrong.stderr
