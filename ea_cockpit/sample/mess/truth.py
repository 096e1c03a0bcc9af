"""What is true about each cell of messy files: which fact and field it belongs to, and its value in normal form."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import Enum
from typing import Any

from ea_cockpit.sample.mess.book import ENTRY, Book, Line, Page, Spot


@dataclass(frozen=True, slots=True)
class TrueCell:
    """One cell of the body; `label` and `id` are the fact's in the catalogue, whatever the file calls it.

    `value` is the normal form: a word's stored value, a number, a day, yes as True, ids of partners for a link.
    `accepts` are texts that are as right where the file lost something (leading zeros). `custom`: the field is the
    heading of a column the metamodel does not know. `readable` is False where the file holds no value to read.
    """

    file: str
    sheet: str
    row: int
    column: str
    label: str
    id: str
    field: str
    value: Any
    text: str
    custom: bool = False
    accepts: tuple[str, ...] = ()
    readable: bool = True


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """A row that describes no fact and must be left out: title, header, total, note, phantom ..."""

    file: str
    sheet: str
    row: int
    kind: str


@dataclass(frozen=True, slots=True)
class CellTruth:
    """The truth about a set of files."""

    cells: tuple[TrueCell, ...]
    left_out: tuple[LeftOutRow, ...]

    def as_json(self) -> str:
        """The content of truth-cells.json."""
        content = {
            "cells": [_shown(asdict(cell)) for cell in self.cells],
            "left_out": [asdict(row) for row in self.left_out],
        }
        return json.dumps(content, ensure_ascii=False, indent=0) + "\n"


def tell(file: str, book: Book) -> tuple[list[TrueCell], list[LeftOutRow]]:
    """The truth about one finished book."""
    cells: list[TrueCell] = []
    rows: list[LeftOutRow] = []
    for page in book.pages:
        for number, line in enumerate(page.lines(), start=1):
            if line.kind == ENTRY and line.key:
                cells += _cells(file, page, number, line)
            elif any(spot.value not in (None, "") or spot.formula for spot in line.spots):
                rows.append(LeftOutRow(file, page.name, number, line.kind))
    return cells, rows


def _cells(file: str, page: Page, number: int, line: Line) -> Iterator[TrueCell]:
    assert line.key  # noqa: S101  an entry has one
    label, id_ = line.key
    for place, spot in enumerate(line.spots):
        if not spot.field or _is_empty(spot):
            continue
        where = (file, page.name, number, letter(place + page.left), label, id_)
        yield TrueCell(*where, spot.field, spot.truth, _text(spot.value), spot.custom, spot.accepts, spot.cached)


def _text(value: Any) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _is_empty(spot: Spot) -> bool:
    return spot.value is None or str(spot.value).strip("\u00a0 ") == ""


def letter(index: int) -> str:
    """The letter of a column, counted from 0."""
    head, rest = divmod(index, 26)
    return (letter(head - 1) if head else "") + chr(65 + rest)


def _shown(cell: dict[str, Any]) -> dict[str, Any]:
    value = cell["value"]
    if isinstance(value, Enum):
        value = value.value
    return {**cell, "value": value.isoformat() if isinstance(value, dt.date) else value}
