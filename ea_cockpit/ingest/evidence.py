"""Finds by evidence what a sheet does not say: which row holds the headings, and which rows hold no entries."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from ea_cockpit.ingest.plan import Row
from ea_cockpit.model.values import clean_text

# Titles, dates and remarks above the headings seldom take more rows than this.
_SEARCHED = 30
_TOTALS = frozenset({"total", "gesamt", "summe", "gesamttotal", "zwischentotal", "subtotal", "anzahl", "sum"})


def heading_key(cell: Any) -> str:
    """A heading as it is compared: one line, without the star of required columns, lower case."""
    return " ".join(str(clean_text(str(cell))).split()).rstrip("*: ").casefold() if cell is not None else ""


def header_row(rows: Sequence[Row], filled: Sequence[int], known: Collection[str]) -> int:
    """The number of the row in which most cells are known headings; the first filled one where none is."""
    best, most = filled[0], 0
    for number in filled[:_SEARCHED]:
        score = len({key for cell in rows[number] if (key := heading_key(cell)) in known})
        if score > most:
            best, most = number, score
    return best


def holds_no_entry(row: Row, headings: Row, key: int) -> bool:
    """Whether a row below the headings repeats them or sums up; `key` is the column of the ids."""
    cell = row[key] if key < len(row) else ""
    if not isinstance(cell, str) or not cell:
        return False
    word = heading_key(cell)
    if word == heading_key(headings[key]):
        return [heading_key(c) for c in row] == [heading_key(c) for c in headings]
    # A total stands beside numbers alone; an entry that happens to be called so has a name or other words.
    others = (c for place, c in enumerate(row) if place != key and c not in (None, ""))
    return word in _TOTALS and all(isinstance(c, int | float) for c in others)
