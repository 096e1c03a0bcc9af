"""Messy variants of the sample: the truth points at the right cells of the files, and every kind does something."""

from __future__ import annotations

import io
import json
from typing import Any

import openpyxl
import pytest

from ea_cockpit.errors import WrongUsage
from ea_cockpit.sample.generate import Sample, generate
from ea_cockpit.sample.mess.kind import mess_kinds
from ea_cockpit.sample.mess.make import Messy, make_mess, write_mess
from ea_cockpit.sample.mess.noise import Noise

BOOKS = ("gerichte", "vorhaben")
KINDS = list(mess_kinds())
FORMS = ("csv-comma", "csv-cp1252", "csv-in-xls", "csv-utf16", "file-per-sheet", "html-in-xls", "ods")


@pytest.fixture(scope="module")
def sample() -> Sample:
    return generate(150, 4)


@pytest.fixture(scope="module")
def clean(sample: Sample) -> Messy:
    return make_mess(sample, (), only=BOOKS)


def cells(content: bytes) -> dict[tuple[str, str], Any]:
    """All values of a workbook by sheet and coordinate, as another library reads them."""
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def test_there_are_many_kinds_with_names_in_two_languages() -> None:
    assert len(KINDS) >= 50
    assert all(kind.title.de and kind.title.en and kind.title.de != kind.title.en for kind in mess_kinds().values())


def test_without_mess_the_truth_is_every_filled_cell(sample: Sample, clean: Messy) -> None:
    told = {(cell.label, cell.id, cell.field): cell.value for cell in clean.truth.cells}
    for name in BOOKS:
        for label, facts in sample.workbooks[name].items():
            for fact in facts:
                values = {f: v for f, v in fact.model_dump().items() if f != "custom" and v not in (None, ())}
                assert {f: v for (a, b, f), v in told.items() if (a, b) == (label, fact.id)} == values


@pytest.mark.parametrize("name", [name for name in KINDS if name not in FORMS])
def test_truth_points_at_the_cells_of_the_file(sample: Sample, name: str) -> None:
    messy = make_mess(sample, [name], Noise.HIGH, 2, only=["gerichte"])
    for file, content in messy.files.items():
        read = cells(content)
        missing = [c for c in messy.truth.cells if c.file == file and (c.sheet, f"{c.column}{c.row}") not in read]
        # Only what another cell covers, and formulas never calculated, cannot be read where they stand.
        assert name in ("offices-merged", "formulas-uncached") or not missing
        for cell in messy.truth.cells:
            if cell.file == file and cell.readable and (cell.sheet, f"{cell.column}{cell.row}") in read:
                got = read[cell.sheet, f"{cell.column}{cell.row}"]
                shown = got.date().isoformat() if hasattr(got, "date") else str(got)
                assert _loose(shown) == _loose(cell.text), cell
        rows = {(sheet, int("".join(filter(str.isdigit, at)))) for sheet, at in read}
        entries = {(cell.sheet, cell.row) for cell in messy.truth.cells}
        left_out = {(row.sheet, row.row) for row in messy.truth.left_out}
        assert not entries & left_out
        assert rows <= entries | left_out


def _loose(text: str) -> str:
    # A float may lose its «.0», and openpyxl unescapes line ends.
    return text.removesuffix(".0").replace("_x000D_", "").replace("\r", "")


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_changes_something_and_repeats_itself(sample: Sample, clean: Messy, name: str) -> None:
    for seed in (1, 2, 3):
        messy = make_mess(sample, [name], Noise.HIGH, seed, only=BOOKS)
        if messy.files != clean.files:
            break
    assert messy.files != clean.files
    again = make_mess(sample, [name], Noise.HIGH, seed, only=BOOKS)
    assert again == messy


def test_any_subset_goes_together(sample: Sample) -> None:
    for seed, noise in enumerate(Noise):
        messy = make_mess(sample, ["all"], noise, seed, only=BOOKS)
        assert messy.files
        assert {cell.file for cell in messy.truth.cells} <= messy.files.keys()


def test_unknown_kind_is_told_with_the_known_ones(sample: Sample) -> None:
    with pytest.raises(WrongUsage) as fault:
        make_mess(sample, ["chaos"])
    assert "chaos" in fault.value.message("de")
    assert "title-rows" in fault.value.way_out("de")


def test_files_and_truth_are_written_side_by_side(clean: Messy, tmp_path: Any) -> None:
    written = write_mess(clean, tmp_path / "wild")
    assert {path.name for path in written} == {*clean.files, "truth-cells.json"}
    told = json.loads((tmp_path / "wild" / "truth-cells.json").read_text(encoding="utf-8"))
    assert len(told["cells"]) == len(clean.truth.cells)
    assert {row["kind"] for row in told["left_out"]} == {"header"}
