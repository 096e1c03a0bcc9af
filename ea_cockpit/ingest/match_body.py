"""The sheet as it is to be read: rows that are no entries emptied, merged cells filled downwards."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Sequence
from typing import Any

from ea_cockpit.ingest.plan import is_filled
from ea_cockpit.tabular.packed import replaced
from ea_cockpit.tabular.reader import Sheet

Area = tuple[int, int, int, int]


def tall_areas(sheet: Sheet, header: int) -> list[Area]:
    """Merged areas below the headings that hold a value and go over several rows."""
    return [
        area
        for area in sheet.merged
        if area[2] > area[0] > header and area[0] < len(sheet.rows) and _cell(sheet.rows[area[0]], area[1]) != ""
    ]


def as_read(sheet: Sheet, left_out: Collection[int], areas: Sequence[Area]) -> Sheet:
    """A copy of the sheet without these rows and with these areas filled; itself where there is nothing to do."""
    if not left_out and not areas:
        return sheet
    instead: dict[int, list[Any]] = {number: [] for number in left_out}
    for top, left, bottom, _ in areas:
        value = _cell(sheet.rows[top], left)
        for number in range(top + 1, min(bottom + 1, len(sheet.rows))):
            row = instead[number] if number in instead else sheet.rows[number]
            if number not in left_out and is_filled(row):
                instead[number] = _with(row, left, value)
    return dataclasses.replace(sheet, rows=replaced(sheet.rows, instead))


def _cell(row: Sequence[Any], place: int) -> Any:
    return row[place] if place < len(row) and row[place] is not None else ""


def _with(row: list[Any], place: int, value: Any) -> list[Any]:
    """The row with this value, unless it has one there already."""
    longer = [*row, *[""] * (place + 1 - len(row))]
    if longer[place] in (None, ""):
        longer[place] = value
    return longer
