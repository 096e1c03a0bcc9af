"""How much a sheet may hold, so that no file can use up the memory of the machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ea_cockpit.i18n import Text
from ea_cockpit.tabular.packed import Packed, kept_small
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


def trimmed(rows: Iterable[list[Any]]) -> list[list[Any]] | Packed[list[Any]]:
    """The rows without the empty rows and columns at the end; empty rows in between are kept, so numbers stay.

    Very many are kept packed: only the portion looked at takes its full room.
    """
    widest = width = 0

    def measured() -> Iterator[list[Any]]:
        nonlocal widest, width
        for row in rows:
            # Most rows are no longer than one that is filled to its end.
            if len(row) > width:
                widest, width = max(widest, len(row)), filled_width(row, width)
            yield row

    kept = kept_small(measured())
    length = len(kept)
    while length and not filled_width(kept[length - 1], 0):
        length -= 1
    if isinstance(kept, list):
        return [row[:width] if len(row) > width else row for row in kept[:length]]
    kept.cut(length)
    return Packed(row[:width] for row in kept) if widest > width else kept


def filled_width(row: list[Any], least: int = 0) -> int:
    """How many cells the row has up to its last filled one, at least `least`."""
    width = len(row)
    while width > least and (row[width - 1] is None or row[width - 1] == ""):
        width -= 1
    return max(width, least)
