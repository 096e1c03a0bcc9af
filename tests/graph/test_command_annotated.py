"""`--annotated` on the command line: where the workbooks go, and the way from the rest to a full import."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_runner import Run, on_graph
from inventories import facts, workbook
from openpyxl import load_workbook

from ea_cockpit.graph.store import GraphStore

MIXED = {"Applikationen": [["ID", "Status"], ["APP-1", "Produktiv"], ["APP-2", "kaputt"]]}
CLEAN = {"Lieferanten": [["ID", "Name"], ["LF-1", "Erster"]]}


@pytest.fixture
def run(store: GraphStore, tmp_path: Path) -> Run:
    (tmp_path / "a.xlsx").write_bytes(workbook(MIXED))
    (tmp_path / "b.xlsx").write_bytes(workbook(CLEAN))
    (tmp_path / "kaputt.xlsx").write_bytes(b"PK\x03\x04")
    return on_graph(store.address, tmp_path)


def test_from_the_rest_to_all_of_it(run: Run, store: GraphStore, tmp_path: Path) -> None:
    done = run("import", "a.xlsx", "b.xlsx", "--accept-valid", "--annotated", "rest")
    assert (done.returncode, [path.name for path in (tmp_path / "rest").iterdir()]) == (1, ["a-befunde.xlsx"])
    assert {id_ for _, id_ in facts(store)} == {"APP-1", "LF-1"}
    left = tmp_path / "rest" / "a-befunde.xlsx"
    book = load_workbook(left)
    assert [row[0] for row in book["Applikationen"].values] == ["ID", "APP-2"]
    book["Applikationen"]["B2"] = "Geplant"
    book.save(left)
    again = run("import", "rest/a-befunde.xlsx")
    assert (again.returncode, {id_ for _, id_ in facts(store)}) == (0, {"APP-1", "APP-2", "LF-1"})


def test_one_broken_file_does_not_keep_the_others_from_being_checked(run: Run, tmp_path: Path) -> None:
    done = run("check", "kaputt.xlsx", "b.xlsx", "--annotated", "out.xlsx")
    assert done.returncode == 1
    assert "kaputt.xlsx: " in done.stdout
    assert "Lieferanten" in done.stdout
    # Only one file could be read, so it is the one meant.
    assert load_workbook(tmp_path / "out.xlsx").sheetnames == ["Befunde", "Lieferanten"]
    assert run("check", "kaputt.xlsx").returncode == 4


def test_the_file_itself_is_never_replaced(run: Run, tmp_path: Path) -> None:
    before = (tmp_path / "a.xlsx").read_bytes()
    done = run("check", "a.xlsx", "--annotated", "./a.xlsx")
    assert (done.returncode, (tmp_path / "a.xlsx").read_bytes()) == (2, before)
    assert run("check", "a.xlsx", "--annotated", "b.xlsx/neu").returncode != 0
