"""What reading a file gives: a table of sheets of raw cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

Area = tuple[int, int, int, int]
"""A merged area as (top, left, bottom, right), counted from 0, ends included."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name and its rows of raw cells; row 0 is the sheet's first row, column 0 its first column.

    Rows may differ in length; empty rows and columns at the end are cut. `merged` are areas, of which only the first
    cell holds something. `uncached` are cells with a formula of which the file keeps no value: they read as empty.
    """

    name: str
    rows: Sequence[list[Any]]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Area, ...] = ()
    uncached: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a sheet before its cells are read.

    `area` is how many cells its filled cells span, `filled` at most how many there are; where it does not say, the
    cells have to be read one by one. `merged` is None where the reader of the cells knows better.
    """

    area: int | None = 0
    filled: int = 0
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Area, ...] | None = None
    uncached: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """One file as read: its name without folders, its SHA-256, its sheets, and its bytes as they came."""

    file: str
    sha256: str
    sheets: tuple[Sheet, ...]
    content: bytes = field(default=b"", repr=False)
