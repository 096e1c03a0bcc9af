"""Rows of a result as CSV or as a styled sheet; a cell that looks like a formula stays text."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

import xlsxwriter

from ea_cockpit.tabular.look import DATE_FORMAT, FONT

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def safe_text(value: Any) -> Any:
    """A text that a spreadsheet opening a CSV would run as a formula, made harmless by a leading apostrophe."""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return "'" + value
    return value


def rows_as_csv(headings: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Rows as CSV for Swiss Excel: semicolons; write it as UTF-8 with a byte-order mark."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([safe_text(heading) for heading in headings])
    for row in rows:
        writer.writerow([safe_text(_shown(value)) for value in row])
    return out.getvalue()


def write_rows(out: Path | IO[bytes], title: str, headings: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Rows as a workbook with one sheet: headings frozen and filterable, columns as wide as their texts."""
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(out) if isinstance(out, Path) else out, options) as book:
        head = book.add_format(
            {"font_name": FONT, "bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3A5F", "text_wrap": True}
        )
        plain = book.add_format({"font_name": FONT, "valign": "top", "text_wrap": True})
        day = book.add_format({"font_name": FONT, "num_format": DATE_FORMAT, "align": "left", "valign": "top"})
        sheet = book.add_worksheet("".join(" " if mark in "[]:*?/\\" else mark for mark in title)[:31] or "1")
        for place, heading in enumerate(headings):
            texts = [heading, *(str(_shown(row[place])) for row in rows[:500])]
            sheet.set_column(place, place, min(max(map(len, texts), default=8) + 3, 60))
            sheet.write_string(0, place, heading, head)
        for number, row in enumerate(rows, start=1):
            for place, value in enumerate(row):
                _write(sheet, number, place, value, plain, day)
        sheet.freeze_panes(1, 0)
        if headings:
            sheet.autofilter(0, 0, max(len(rows), 1), len(headings) - 1)


def _write(sheet: Any, row: int, place: int, value: Any, plain: Any, day: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, dt.date):
        sheet.write_datetime(row, place, dt.datetime(value.year, value.month, value.day), day)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        sheet.write_number(row, place, value, plain)
    else:
        sheet.write_string(row, place, str(_shown(value)), plain)


def _shown(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return "; ".join(str(item) for item in value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else value
