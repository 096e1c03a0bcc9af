"""How much a sheet may hold, so that no file can use up the memory of the machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ea_cockpit.i18n import Text
from ea_cockpit.tabular.unreadable import TooLarge

MOST_CELLS = 20_000_000
MOST_ROWS = 3_000_000
_CELLS = Text("über {count} Millionen Zellen", "more than {count} million cells")
_ROWS = Text("über {count} Millionen Zeilen", "more than {count} million rows")


def bounded(file: str, rows: Iterable[list[Any]]) -> Iterator[list[Any]]:
    """The rows as they come, ended by an error where they grow beyond every inventory."""
    cells = 0
    for number, row in enumerate(rows):
        cells += len(row)
        refuse_beyond(file, number, cells)
        yield row


def refuse_beyond(file: str, rows: int, cells: int) -> None:
    """Refuse a sheet of so many rows or cells."""
    if cells > MOST_CELLS:
        raise TooLarge(file=file, what=_CELLS.format(count=MOST_CELLS // 1_000_000))
    if rows > MOST_ROWS:
        raise TooLarge(file=file, what=_ROWS.format(count=MOST_ROWS // 1_000_000))


def trimmed(rows: Iterable[list[Any]]) -> list[list[Any]]:
    """The rows without the empty rows and columns at the end; empty rows in between are kept, so numbers stay."""
    kept = list(rows)
    while kept and not _filled_width(kept[-1], 0):
        kept.pop()
    width = 0
    for row in kept:
        # Most rows are no longer than one that is filled to its end.
        if len(row) > width:
            width = _filled_width(row, width)
    return [row[:width] if len(row) > width else row for row in kept]


def _filled_width(row: list[Any], least: int) -> int:
    width = len(row)
    while width > least and (row[width - 1] is None or row[width - 1] == ""):
        width -= 1
    return max(width, least)
