"""What `map` hands to `check`: for each sheet, which cells make which field of which fact."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ea_cockpit.i18n import Text
from ea_cockpit.ingest.problem import Problem
from ea_cockpit.model.metamodel import Column, FactType, Link
from ea_cockpit.tabular.reader import Sheet, Table

Row = Sequence[Any]

EMPTY = Text("leer", "empty")
NO_ROWS = Text("nur Überschriften, keine Zeilen", "headings only, no rows")
OWN_SHEET = Text("Blatt der Vorlage ohne Einträge", "sheet of the template that holds no entries")
"""Why the guide and the lists are left out; nobody needs to be told on a terminal."""


@dataclass(frozen=True, slots=True)
class Match:
    """How sure it is that a column (or sheet) is what it was taken for, from 0 to 1, and why."""

    confidence: float
    reason: Text

    @property
    def certain(self) -> bool:
        """Whether it is taken without asking."""
        return self.confidence >= CERTAIN


CERTAIN = 0.85
"""From this confidence on a match is taken without asking."""
NAMED = Match(1.0, Text("so benannt", "named so"))
"""The heading is the field's own title or name, or a profile says so."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the value of one field comes from: one column, or several put together by `build`."""

    field: Column | Link
    heading: str
    index: int
    build: Callable[[Row], Any] | None = None
    separators: str | None = None
    match: Match = NAMED


@dataclass(frozen=True, slots=True)
class FactPlan:
    """How each row of a sheet makes one fact.

    `merges`: several rows may speak of the same fact and add to each other.
    `extends`: rows only add links to facts that are described elsewhere.
    """

    kind: FactType
    id: Source
    sources: tuple[Source, ...]
    customs: tuple[tuple[int, str], ...] = ()
    merges: bool = False
    extends: bool = False
    where: Callable[[Row], bool] | None = None


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One recognised sheet: rows below `header` (counted from 0) make these facts."""

    table: Table
    sheet: Sheet
    header: int
    facts: tuple[FactPlan, ...]
    match: Match = NAMED


@dataclass(frozen=True, slots=True)
class Ignored:
    """A sheet left out, and why; `rows` is how many filled rows it had."""

    file: str
    sheet: str
    rows: int
    why: Text


@dataclass(frozen=True, slots=True)
class Plan:
    """All that was recognised in the files, all that was left out, and what was odd about it."""

    sheets: tuple[SheetPlan, ...]
    ignored: tuple[Ignored, ...]
    problems: tuple[Problem, ...]


def is_filled(row: Row) -> bool:
    """Whether any cell of the row holds something."""
    return any(cell is not None and cell != "" for cell in row)


def column_letter(index: int) -> str:
    """The letter Excel shows above a column, counted from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
