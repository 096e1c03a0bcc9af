"""Rows read = rows imported + rows rejected + rows left out, for every sample and every mess that is shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from accounting import assert_accounted
from inventories import table

from ea_cockpit.errors import UnreadableInput
from ea_cockpit.ingest.examples import example_file
from ea_cockpit.ingest.importer import Request, check_only
from ea_cockpit.ingest.layout import recognise
from ea_cockpit.ingest.problem import Problem, catalogue
from ea_cockpit.ingest.report import Report
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.sample.generate import SMALLEST, generate
from ea_cockpit.sample.mess.kind import mess_kinds
from ea_cockpit.sample.mess.make import make_mess
from ea_cockpit.tabular.reader import Table, read_bytes, read_table

METAMODEL = standard_metamodel()
SAMPLES = Path(__file__).parents[3] / "import_samples"
SUFFIXES = {".xlsx", ".xlsm", ".xls", ".ods", ".csv"}
SETS = [SAMPLES, *sorted(folder for folder in SAMPLES.iterdir() if folder.is_dir() and folder.name != "broken")]
SAMPLE = generate(SMALLEST, 1)
SHOWN = [kind for kind in catalogue() if hasattr(kind, "example")]


def checked(tables: list[Table]) -> Report:
    plan, profile = recognise(tables, METAMODEL)
    report = check_only(Request(tables, plan, profile=profile), METAMODEL, None)
    assert_accounted(report, tables)
    return report


@pytest.mark.parametrize("folder", SETS, ids=lambda folder: folder.name)
def test_every_row_of_the_samples_is_accounted_for(folder: Path) -> None:
    tables = [read_table(path) for path in sorted(folder.iterdir()) if path.suffix in SUFFIXES]
    report = checked(tables)
    assert sum(sheet.imported for sheet in report.sheets) > 0


@pytest.mark.parametrize("kind", SHOWN, ids=lambda kind: kind.code)
def test_every_row_of_a_broken_file_is_accounted_for(kind: type[Problem]) -> None:
    shown = example_file(kind)
    assert shown is not None
    try:
        tables = [read_bytes(*shown)]
    except UnreadableInput:
        return
    checked(tables)


def test_each_row_counts_once_for_what_became_of_it() -> None:
    rows: list[list[Any]] = [
        ["Applikationen 2026"], [], ["ID", "Name", "Status"],
        ["APP-1", "Eins", "Produktiv"], ["APP-1", "Eins", "Produktiv"], ["APP-1", "Anders", "Produktiv"],
        ["APP-2", "Zwei", "kaputt"], ["", "Ohne", ""], ["ID", "Name", "Status"], ["APP-3", "Drei", ""],
        ["Total", "", 3],
    ]  # fmt: skip
    (count,) = checked([table({"Applikationen": rows})]).sheets
    # Eins twice and Drei; Anders, kaputt and Ohne; the title, both headings and the total.
    assert (count.read, count.imported, count.rejected, count.left_out) == (10, 3, 3, 4)


def test_what_needs_work_is_kept_with_its_headings() -> None:
    rows = [["Titel"], ["ID", "Status"], ["APP-1", "Produktiv"], ["APP-2", "kaputt"], ["APP-3", "defekt"]]
    report = checked([table({"Applikationen": rows, "Lieferanten": [["ID"], ["LF-1"]]})])
    ((place, kept),) = report.rest.items()
    assert place == ("inventar.xlsx", "Applikationen")
    assert (kept.rows, kept.header) == ((1, 2, 4, 5), 2)


def test_the_counts_stand_in_the_json() -> None:
    report = checked([table({"Applikationen": [["ID"], ["APP-1"]]})])
    assert report.as_json("de")["sheets"] == [
        {"file": "inventar.xlsx", "sheet": "Applikationen", "read": 2, "imported": 1, "rejected": 0, "left_out": 1}
    ]


@pytest.mark.parametrize("part", range(7))
def test_every_row_of_a_messy_file_is_accounted_for(part: int) -> None:
    kinds = ["all"] if part == 6 else list(mess_kinds())[part::6]
    messy = make_mess(SAMPLE, kinds, only=sorted(SAMPLE.workbooks)[:1])
    report = checked([read_bytes(name, content) for name, content in messy.files.items()])
    assert sum(sheet.imported for sheet in report.sheets) > 0
