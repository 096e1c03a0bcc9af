"""A new workbook made of rows that were read, with the problems in it."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_cell_to_rowcol

from ea_cockpit.tabular.annotate_list import AUTHOR, COLORS, MOST_NOTES, TITLE, WIDTHS, Findings, Kept
from ea_cockpit.tabular.look import DATE_FORMAT, FONT
from ea_cockpit.tabular.reader import Sheet, Table

_LONGEST_TEXT = 32_767
_MOST_ROWS = 1_048_576
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
_Notes = dict[int, list[tuple[str, str, str]]]
"""By row: column letter, severity and text of each note."""


def annotate_fresh(table: Table, findings: Findings, rest: Mapping[str, Kept] | None = None) -> bytes:
    """All sheets of the file, or of those named in `rest` the rows of these numbers (counted from 1), in order."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS | {"nan_inf_to_errors": True}) as book:
        names = _names(table, TITLE.in_(findings.lang))
        listed = book.add_worksheet(names[""])
        places: dict[tuple[str, int], int] = {}
        notes: dict[str, _Notes] = {}
        for (name, row, column), (severity, text) in findings.by_cell().items():
            notes.setdefault(name, {}).setdefault(row, []).append((column, severity, text))
        for sheet in table.sheets:
            if rest is None or sheet.name in rest:
                numbers = range(1, len(sheet.rows) + 1) if rest is None else rest[sheet.name].rows
                target = book.add_worksheet(names[sheet.name])
                _Writer(book, target, sheet if rest is None else unmerged(sheet, rest[sheet.name].header)).write(
                    numbers, notes.get(sheet.name, {})
                )
                places.update({(sheet.name, number): place for place, number in enumerate(numbers, start=1)})
        _list(book, listed, findings, names, places)
    return out.getvalue()


def _names(table: Table, title: str) -> dict[str, str]:
    """A name Excel takes for each sheet, and for the list (under the empty name)."""
    taken: dict[str, str] = {}
    for name in ("", *(sheet.name for sheet in table.sheets)):
        wanted = "".join(" " if mark in "[]:*?/\\" else mark for mark in name or title)[:31].strip("' ") or title
        number, free = 1, wanted
        while free.casefold() in {other.casefold() for other in taken.values()}:
            number += 1
            free = f"{wanted[:27]} ({number})"
        taken[name] = free
    return taken


def unmerged(sheet: Sheet, header: int) -> Sheet:
    """The sheet with cells merged below the headings filled downwards: their rows may be torn apart."""
    rows = list(sheet.rows)
    for top, left, bottom, right in sheet.merged:
        for number in range(top + 1, min(bottom + 1, len(rows)) if top >= header else 0):
            filled = [*rows[number], *[None] * (right + 1 - len(rows[number]))]
            filled[left : right + 1] = rows[top][left : right + 1]
            rows[number] = filled
    return replace(sheet, rows=rows)


class _Writer:
    """Writes one sheet; every kind of value stays what it was."""

    def __init__(self, book: Any, target: Any, sheet: Sheet) -> None:
        self.book, self.target, self.sheet = book, target, sheet
        self.formats: dict[tuple[str, str], Any] = {}

    def write(self, numbers: Sequence[int], notes: _Notes) -> None:
        """The rows of these numbers, one below the other, with the notes they have."""
        self.target.set_comments_author(AUTHOR)
        widths: dict[int, int] = {}
        for place, number in enumerate(numbers[:_MOST_ROWS]):
            row = self.sheet.rows[number - 1] if number <= len(self.sheet.rows) else []
            for column, value in enumerate(row):
                self._cell(place, column, value, "")
                if place < 200:
                    widths[column] = max(widths.get(column, 8), min(len(str(value or "")) + 2, 50))
            self._marks(place, row, notes.get(number, ()))
        for column, width in widths.items():
            self.target.set_column(column, column, width)
        if self.sheet.hidden:
            self.target.hide()

    def _marks(self, place: int, row: Sequence[Any], notes: Sequence[tuple[str, str, str]]) -> None:
        for letter, severity, text in notes:
            _, column = xl_cell_to_rowcol(f"{letter}1")
            self._cell(place, column, row[column] if column < len(row) else None, severity)
            if text:
                self.target.write_comment(place, column, text, {"x_scale": 2.5, "y_scale": 1.5})

    def _cell(self, row: int, column: int, value: Any, severity: str) -> None:
        kind = "time" if isinstance(value, dt.time | dt.timedelta) else "day" if isinstance(value, dt.date) else ""
        look = self._format(severity, kind) if severity or kind else None
        if value is None or value == "":
            if severity:
                self.target.write_blank(row, column, None, look)
        elif isinstance(value, bool):
            self.target.write_boolean(row, column, value, look)
        elif isinstance(value, int | float):
            self.target.write_number(row, column, value, look)
        elif isinstance(value, dt.date) and value.year < 1900:
            self.target.write_string(row, column, value.isoformat(), look)
        elif kind:
            self.target.write_datetime(row, column, value, look)
        else:
            self.target.write_string(row, column, str(value)[:_LONGEST_TEXT], look)

    def _format(self, severity: str, kind: str) -> Any:
        if (severity, kind) not in self.formats:
            look = {"bg_color": f"#{COLORS[severity]}"} if severity else {}
            if kind:
                look["num_format"] = DATE_FORMAT if kind == "day" else "hh:mm:ss"
            self.formats[severity, kind] = self.book.add_format(look)
        return self.formats[severity, kind]


def _list(
    book: Any, sheet: Any, findings: Findings, names: Mapping[str, str], places: Mapping[tuple[str, int], int]
) -> None:
    looks = {
        severity: book.add_format({"bg_color": f"#{color}", "valign": "top"}) for severity, color in COLORS.items()
    }
    text = book.add_format({"text_wrap": True, "valign": "top", "font_name": FONT})
    link = book.add_format({"font_color": "#0B5394", "underline": 1, "valign": "top"})
    bold = book.add_format({"bold": True, "font_name": FONT})
    head = findings.head()
    for number, said in enumerate(head):
        sheet.write_string(number, 0, said, bold if number == 0 else None)
    top = len(head) + 1
    for column, (heading, width) in enumerate(zip(findings.headings(), WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(top, column, heading, bold)
    sheet.freeze_panes(top + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for number, line in enumerate(findings.lines(), start=top + 1):
        for column, cell in enumerate(line.texts):
            sheet.write_string(number, column, cell, looks[line.severity] if column == 0 else text)
        target = line.target
        place = places.get((target[0], target[1])) if target else None
        if target and place and number - top <= MOST_NOTES:
            where = names[target[0]].replace("'", "''")
            cell = f"{target[2]}{place}"
            sheet.write_url(number, 1, f"internal:'{where}'!{cell}", link, f"{target[0]}!{cell}"[:255])
