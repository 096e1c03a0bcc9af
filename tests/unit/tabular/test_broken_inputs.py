"""More than 200 broken files: each is read, or refused with a reason and a way out, within a gigabyte."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from broken_parts import bomb, ole, parts, sheet_xml, xlsx, zipped

TESTS = Path(__file__).parents[2]
Outcome = dict[str, Any]


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    # In a process of its own, so that a crash fails the test and does not end it, and memory can be measured.
    run = subprocess.run(
        [sys.executable, str(TESTS / "broken_run.py")],
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(TESTS), str(TESTS.parent)))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-2_000:]
    return [json.loads(line) for line in run.stdout.splitlines()]


def test_more_than_200_files_are_tried(outcomes: list[Outcome]) -> None:
    titles = [found["title"] for found in outcomes]
    assert len(set(titles)) == len(titles) > 200


def test_a_refused_file_says_why_and_what_to_do(outcomes: list[Outcome]) -> None:
    refused = [found for found in outcomes if "error" in found]
    assert not [found["title"] for found in refused if found["status"] != 4 or not all(found["texts"])]
    assert not [found["title"] for found in refused if "{" in "".join(found["texts"])]
    assert {found["error"] for found in refused} >= {
        "TruncatedFile", "BrokenWorkbook", "ForeignEntities", "OtherFormat", "TooLarge", "EmptyFile", "UnknownFormat",
        "NoWorksheet", "NoTable", "PasswordProtected",
    }  # fmt: skip


def test_of_a_file_that_is_read_something_is_said_or_its_rows_are_there(outcomes: list[Outcome]) -> None:
    assert not [found["title"] for found in outcomes if "error" not in found and not (found["said"] or found["rows"])]


def test_no_file_takes_a_gigabyte(outcomes: list[Outcome]) -> None:
    most = max(outcomes, key=lambda found: found["megabytes"])
    assert most["megabytes"] < 1_000, most["title"]


EXPECTED = {
    "a.xlsx cut at 50.0%": "TruncatedFile",
    "a.xls cut at 50.0%": "TruncatedFile",
    "password": "PasswordProtected",
    "password in ods": "PasswordProtected",
    "sheet of 900 MB": "TooLarge",
    "sheet of 900 MB said to be 1 KB": "TruncatedFile",
    "strings of 300 MB said to be 19 MB": "TruncatedFile",
    "entities (ten lols) in xl/sharedStrings.xml": "ForeignEntities",
    "entities (file outside) in ods": "ForeignEntities",
    "cells far apart in xlsb": "TooLarge",
    "ods repeating a full row a million times": "TooLarge",
    "10,000 sheets": "TooLarge",
    "Word as xlsx": "OtherFormat",
    "empty a.xlsx": "EmptyFile",
    "charts only": "NoWorksheet",
    "page: no table": "NoTable",
    "workbook as csv": None,
    "csv as xlsx": None,
    "old workbook as xlsx": None,
    "cells at both ends": None,
    "a million empty rows": None,
    "16,384 columns": None,
}


def test_each_kind_of_damage_is_called_by_its_name(outcomes: list[Outcome]) -> None:
    found = {outcome["title"]: outcome.get("error") for outcome in outcomes}
    assert {title: found.get(title, "not tried") for title in EXPECTED} == EXPECTED


FOR_THE_TERMINAL = {
    "cut.xlsx": (xlsx()[:2_000], 4, "abgeschnitten oder beschädigt"),
    "kennwort.xlsx": (ole("EncryptionInfo", "EncryptedPackage"), 4, "Kennwort"),
    "bombe.xlsx": (bomb("xl/worksheets/sheet1.xml", 900), 4, "entpackt ist die Datei zu gross"),
    "leer.csv": (b"", 4, "die Datei ist leer"),
    "ohne.xlsx": (zipped(parts(sheet_xml(""), ("Allerlei",))), 1, "ohne.xlsx"),
}


@pytest.mark.parametrize("name", FOR_THE_TERMINAL)
def test_the_terminal_shows_fault_and_remedy_and_no_traceback(name: str, tmp_path: Path) -> None:
    content, status, said = FOR_THE_TERMINAL[name]
    (tmp_path / name).write_bytes(content)
    run = subprocess.run(
        [sys.executable, "-m", "ea_cockpit", "check", name],
        cwd=tmp_path,
        env={
            **os.environ, "PYTHONPATH": str(TESTS.parent), "EA_COCKPIT_LANG": "de",
            "EA_COCKPIT_DATA_FOLDER": str(tmp_path / "data"),
        },
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    shown = " ".join((run.stdout + run.stderr).split())
    assert run.returncode == status, shown
    assert said in shown
    assert "Traceback" not in shown
