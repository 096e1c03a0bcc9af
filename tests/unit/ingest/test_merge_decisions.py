"""Decisions from a file: a table, or the JSON an import printed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from inventories import workbook

from ea_cockpit.errors import CockpitError
from ea_cockpit.i18n import LANGS
from ea_cockpit.ingest.decision import Decisions, Side
from ea_cockpit.ingest.decision_file import read_decisions
from ea_cockpit.model.facts import standard_metamodel

METAMODEL = standard_metamodel()
KEY = ("Application", "APP-1")
ROWS = [
    ["fact", "field", "file", "side"],
    ["Application:APP-1", "status", "", "theirs"],
    ["Applikation: APP-1", "Betriebskosten (CHF/Jahr)", "", "Ours"],
    ["Application:APP-1", "custom.Mandant", "", "ours"],
    ["Application:APP-2", "", "", "theirs"],
    ["Application:APP-3", "name", "", ""],
    ["", "", "amt.xlsx", "ours"],
]
EXPECTED = Decisions(
    {(KEY, "status"): Side.THEIRS, (KEY, "run_cost"): Side.OURS, (KEY, "custom.Mandant"): Side.OURS},
    {("Application", "APP-2"): Side.THEIRS},
    {"amt.xlsx": Side.OURS},
    Side.THEIRS,
)


def written(path: Path, content: bytes | str | Any) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_as_a_table(tmp_path: Path) -> None:
    csv = "\n".join(";".join(row) for row in ROWS)
    assert read_decisions(written(tmp_path / "a.csv", csv), METAMODEL, Side.THEIRS) == EXPECTED
    book = workbook({"Entscheide": ROWS})
    assert read_decisions(written(tmp_path / "a.xlsx", book), METAMODEL, Side.THEIRS) == EXPECTED


def test_as_the_json_of_an_import_with_sides_filled_in(tmp_path: Path) -> None:
    entries = [dict(zip(ROWS[0], row, strict=True)) for row in ROWS[1:]]
    for document in (entries, {"conflicts": entries, "problems": []}):
        path = written(tmp_path / "a.json", json.dumps(document))
        assert read_decisions(path, METAMODEL, Side.THEIRS) == EXPECTED


@pytest.mark.parametrize(
    "content",
    [
        "{",
        '{"conflicts": 3}',
        "[1]",
        '[{"fact": "Application:APP-1", "side": "beide"}]',
        '[{"fact": "APP-1", "side": "ours"}]',
        '[{"fact": "Application:", "side": "ours"}]',
        '[{"fact": "Application:APP-1", "field": "{evil}", "side": "ours"}]',
        "a;b\n1;2\n",
    ],
)
def test_what_cannot_be_understood_is_said(tmp_path: Path, content: str) -> None:
    path = written(tmp_path / ("a.csv" if content.startswith("a") else "a.json"), content)
    with pytest.raises(CockpitError) as told:
        read_decisions(path, METAMODEL)
    assert all(told.value.message(lang) for lang in LANGS)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CockpitError):
        read_decisions(tmp_path / "nirgends.csv", METAMODEL)
