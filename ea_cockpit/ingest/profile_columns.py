"""What a profile makes of each column of a sheet; filled ones it takes nothing from are told, once a sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ea_cockpit.i18n import Text
from ea_cockpit.ingest.plan import NAMED, ColumnMatch, FactPlan, Ignored, Row, column_letter
from ea_cockpit.ingest.problem import Place, Problem, shorten
from ea_cockpit.ingest.profile_problems import UnreadColumns
from ea_cockpit.ingest.profile_schema import Condition, FactRule, Value
from ea_cockpit.ingest.profile_sheets import Books, Grid, folded
from ea_cockpit.ingest.profile_values import columns_of

_MOST, _LONGEST = 12, 40
_BARE = Text("Spalte {letter} ohne Überschrift", "column {letter} without a heading")
_MORE = Text("{listed} und {count} weitere", "{listed} and {count} more")


@dataclass(frozen=True, slots=True)
class Taken:
    """The columns of a sheet that make a field, a part of one or a condition, or are kept as they are."""

    grid: Grid
    columns: frozenset[int]

    @classmethod
    def of(cls, grid: Grid, planned: Iterable[tuple[FactRule, FactPlan]], asked: Iterable[Condition]) -> Taken:
        """What these facts read, and what rows are asked for before; a field that lacks a column reads nothing."""
        values, kept = list[Value](asked), set[int]()
        for rule, fact in planned:
            made = {source.field.name for source in fact.sources}
            values += [rule.id, *rule.where, *(value for name, value in rule.fields.items() if name in made)]
            kept |= {index for index, _ in fact.customs}
        names = {folded(name) for value in values for name in columns_of(value)}
        return cls(grid, frozenset(kept | {grid.columns[name] for name in names if name in grid.columns}))


def tell_unread(read: Iterable[Taken], books: Books, ignored: Sequence[Ignored]) -> Iterator[Problem]:
    """A hint for each sheet that has filled cells in other columns; rows left out are told already."""
    for one in read:
        grid = one.grid
        out = {n for i in ignored if (i.file, i.sheet) == (grid.table.file, grid.sheet.name) for n in i.numbers}
        rows = (row for number, row in grid.as_filed() if number not in out)
        # Columns of a heading that repeats are told one by one.
        apart = one.columns | books.looked.get(grid.key, set()) | {index for index, _ in grid.repeated}
        if cells := _filled_cells(rows, apart):
            yield _hint(grid, cells)


def _filled_cells(rows: Iterable[Row], apart: Collection[int]) -> Counter[int]:
    counts = Counter[int]()
    for row in rows:
        for index, cell in enumerate(row):
            if index not in apart and cell is not None and cell != "":
                counts[index] += 1
    return counts


def _hint(grid: Grid, cells: Counter[int]) -> Problem:
    places = sorted(cells)
    names = [_name(grid, index) for index in places[:_MOST]]
    listed = Text(", ".join(name.de for name in names), ", ".join(name.en for name in names))
    if len(places) > _MOST:
        listed = _MORE.format(listed=listed, count=len(places) - _MOST)
    values = {"columns": listed, "count": cells.total(), "places": tuple(places)}
    return UnreadColumns(Place(grid.table.file, grid.sheet.name), values=values)


def _name(grid: Grid, index: int) -> Text:
    letter, heading = column_letter(index), grid.headings[index] if index < len(grid.headings) else ""
    shown = f"{shorten(heading, _LONGEST)} ({letter})"
    return Text(shown, shown) if heading else _BARE.format(letter=letter)


def column_matches(grid: Grid, facts: Sequence[FactPlan]) -> Iterator[ColumnMatch]:
    """What each column was taken for; a profile says so, and nothing is doubtful."""
    fields: dict[int, str] = {}
    for fact in facts:
        for source in (fact.id, *fact.sources):
            if source.index < len(grid.headings) and source.heading:
                fields.setdefault(source.index, source.field.name)
    for index, heading in enumerate(grid.headings):
        if heading:
            yield ColumnMatch(index, heading, fields.get(index), NAMED)
