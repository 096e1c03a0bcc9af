"""Small workbooks that show one thing each: rows, and what rows alone cannot show (hidden, merged, without a value)."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import xlsxwriter

Rows = Sequence[Sequence[Any]]


@dataclass(frozen=True, slots=True)
class ExampleSheet:
    """One sheet of an example; rows and columns are counted from 0.

    `merged` are areas as (top, left, bottom, right), ends included. `formulas` are cells that hold a formula of which
    the file keeps no value.
    """

    rows: Rows
    hidden: bool = False
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[int] = ()
    merged: Sequence[tuple[int, int, int, int]] = ()
    formulas: Mapping[tuple[int, int], str] = field(default_factory=dict)


def example_workbook(sheets: Mapping[str, ExampleSheet | Rows], title: str = "example") -> bytes:
    """A workbook of these sheets; the same bytes each time."""
    out = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": title, "created": dt.datetime(2026, 1, 1)})
        for name, content in sheets.items():
            sheet = content if isinstance(content, ExampleSheet) else ExampleSheet(content)
            _fill(book.add_worksheet(name), sheet)
    return out.getvalue()


def _fill(target: Any, sheet: ExampleSheet) -> None:
    target.set_column(0, 5, 24)
    for number, row in enumerate(sheet.rows):
        target.write_row(number, 0, row)
    for top, left, bottom, right in sheet.merged:
        target.merge_range(top, left, bottom, right, sheet.rows[top][left])
    for (at, column), formula in sheet.formulas.items():
        target.write_formula(at, column, formula, value="")
    for number in sheet.hidden_rows:
        target.set_row(number, None, None, {"hidden": True})
    for column in sheet.hidden_columns:
        target.set_column(column, column, 24, None, {"hidden": True})
    if sheet.hidden:
        target.hide()
