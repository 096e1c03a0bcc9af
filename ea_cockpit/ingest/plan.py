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
class ColumnMatch:
    """What one column was taken for and why; `others` are the next best fields.

    `field` is the field proposed, None where the column remains an additional attribute. It is taken only where
    `match.certain`; else it is a proposal, and the column is kept as an additional attribute until somebody agrees.
    """

    index: int
    heading: str
    field: str | None
    match: Match
    others: tuple[tuple[str, Match], ...] = ()


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One recognised sheet: rows below `header` (counted from 0) make these facts.

    `sheet` is the sheet as it is to be read: rows that are no entries are empty there (they are listed as `Ignored`),
    merged cells are filled downwards. As the file has it, it stands in `table`.
    """

    table: Table
    sheet: Sheet
    header: int
    facts: tuple[FactPlan, ...]
    match: Match = NAMED
    columns: tuple[ColumnMatch, ...] = ()


@dataclass(frozen=True, slots=True)
class Ignored:
    """A sheet, or rows of one, left out, and why; `rows` is how many filled rows these are.

    `numbers` are the rows' numbers as Excel shows them, where only some rows of a sheet were left out.
    """

    file: str
    sheet: str
    rows: int
    why: Text
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """All that was recognised in the files, all that was left out, and what was odd about it.

    `doubtful` are sheets that are listed as left out, for it is not sure enough what they hold: proposals to agree to.
    """

    sheets: tuple[SheetPlan, ...]
    ignored: tuple[Ignored, ...]
    problems: tuple[Problem, ...]
    doubtful: tuple[SheetPlan, ...] = ()


def is_filled(row: Row) -> bool:
    """Whether any cell of the row holds something."""
    # Asked of every row several times: a plain loop takes a third of what `any` does.
    for cell in row:  # noqa: SIM110
        if cell is not None and cell != "":
            return True
    return False


def column_letter(index: int) -> str:
    """The letter Excel shows above a column, counted from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
