"""From a look at a sheet to its plan: columns become fields, rows that are no entries are listed, oddities are told."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ea_cockpit.i18n import Text
from ea_cockpit.ingest.correct import NOT_WANTED, corrected
from ea_cockpit.ingest.evidence import heading_key
from ea_cockpit.ingest.left_out import find_left_out
from ea_cockpit.ingest.map_problems import DerivedIds, DoubtfulColumn
from ea_cockpit.ingest.match_body import Area, as_read, tall_areas
from ea_cockpit.ingest.match_columns import match_columns
from ea_cockpit.ingest.match_content import Elsewhere
from ea_cockpit.ingest.match_header import Header, heading_text
from ea_cockpit.ingest.match_ids import derived
from ea_cockpit.ingest.match_look import Look
from ea_cockpit.ingest.match_rows import ABOVE, HEADINGS, LeftOut
from ea_cockpit.ingest.match_sheets import SheetMatch
from ea_cockpit.ingest.plan import ColumnMatch, FactPlan, Ignored, Match, SheetPlan, Source, column_letter
from ea_cockpit.ingest.problem import Place, Problem
from ea_cockpit.ingest.problems import CustomColumn, RepeatedHeading
from ea_cockpit.ingest.vocabulary import Vocabulary
from ea_cockpit.model.metamodel import FactType
from ea_cockpit.tabular.reader import Sheet

_SEEN, _APART = 500, 0.6
_NO_HEADING = Match(0.0, Text("ohne Überschrift", "without a heading"))


@dataclass
class Planned:
    """The plan of one sheet with all there is to tell about it."""

    sheet: SheetPlan
    ignored: list[Ignored] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def plan_sheet(
    found: Look, about: SheetMatch, vocabulary: Vocabulary, elsewhere: Elsewhere, chosen: Mapping[int, str]
) -> Planned | None:
    """The plan of a sheet about this fact type; None where neither ids nor names tell its entries apart.

    `chosen` names the fields of columns somebody has decided on.
    """
    return _Sheet(found, about, vocabulary, elsewhere, chosen).plan()


class _Sheet:
    """Plans one sheet."""

    def __init__(
        self, found: Look, about: SheetMatch, vocabulary: Vocabulary, elsewhere: Elsewhere, chosen: Mapping[int, str]
    ) -> None:
        assert found.header is not None  # noqa: S101  a sheet with candidates has one
        self.found, self.about, self.header = found, about, found.header
        self.kind: FactType = about.kind
        self.words = vocabulary[about.kind.label]
        self.problems: list[Problem] = []
        matched = match_columns(self.header.readings, self.words, found.cells(), elsewhere, found.ours)
        self.columns = corrected(matched, chosen)

    def plan(self) -> Planned | None:
        """The plan, or None where no column can tell entries apart."""
        taken = {c.field: c for c in self.columns if c.field and c.match.certain}
        name = taken.get("name")
        tells = _telling(taken)
        if not tells or (tells[0].field != "id" and self._repeats(tells)):
            return None
        left_out = self._left_out(tells[0], name)
        self._name_bare_columns(left_out)
        areas = tall_areas(self.found.sheet, self.header.last)
        sheet = as_read(self.found.sheet, left_out.numbers - self._heads(), areas)
        sources = tuple(self._source(c) for f, c in taken.items() if f != "id")
        merges = any(area[1] == tells[0].index for area in areas)
        fact = FactPlan(self.kind, self._key(tells, sheet), sources, self._customs(), merges)
        table = self.found.table
        planned = SheetPlan(table, sheet, self.header.last, (fact,), self.about.match, self.columns)
        ignored = [
            Ignored(table.file, sheet.name, len(rows), why, tuple(n + 1 for n in rows))
            for why, rows in left_out.rows.items()
        ]
        return Planned(planned, ignored, self.problems)

    def _repeats(self, tells: Sequence[ColumnMatch]) -> bool:
        """Whether these columns hold the same again and again: no entry could be told from another."""
        rows = [self.found.sheet.rows[n] for n in self.found.body[:_SEEN]]
        seen = [tuple(str(row[c.index]) if c.index < len(row) else "" for c in tells) for row in rows]
        filled = [texts for texts in seen if all(texts)]
        return len(set(filled)) < _APART * len(filled)

    def _heads(self) -> set[int]:
        return {n for n in self.found.filled if n <= self.header.last}

    def _left_out(self, tells: ColumnMatch, name: ColumnMatch | None) -> LeftOut:
        heads = self.header.others
        headings = _by_place(self.found.sheet, self.header)
        name_at = name.index if name else None
        below = find_left_out(
            self.found.sheet, self.header.last, headings, self.found.body, tells.index, name_at, self.found.ours
        )
        out = LeftOut()
        for number in self.found.filled:
            if number < self.header.last:
                out.add(number, HEADINGS if number in heads else ABOVE)
        for why, rows in below.rows.items():
            for number in rows:
                out.add(number, why)
        return out

    def _name_bare_columns(self, left_out: LeftOut) -> None:
        """Columns with cells but no heading are kept under their letter."""
        gone, rows = left_out.numbers, self.found.sheet.rows
        width = max((len(rows[n]) for n in self.found.body), default=0)
        bare = [place for place in range(width) if place not in self.header.readings]
        kept = [rows[n] for n in self.found.body if n not in gone] if bare else []
        for place in (p for p in bare if any(p < len(row) and row[p] not in (None, "") for row in kept)):
            letter = column_letter(place)
            self.columns = (*self.columns, ColumnMatch(place, f"Spalte {letter}", None, _NO_HEADING))

    def _source(self, column: ColumnMatch) -> Source:
        assert column.field is not None  # noqa: S101  only taken columns come here
        return Source(self.kind.by_name[column.field], column.heading, column.index, match=column.match)

    def _key(self, tells: Sequence[ColumnMatch], sheet: Sheet) -> Source:
        if tells[0].field == "id":
            return self._source(tells[0])
        heading = ", ".join(column.heading for column in tells)
        read = derived(self.kind, [column.index for column in tells])
        example = next((found for n in self.found.body if (found := read(sheet.rows[n]))), self.kind.prefix)
        self.problems.append(DerivedIds(self._place(), heading, {"example": example}))
        return Source(self.kind.by_name["id"], heading, tells[0].index, read)

    def _customs(self) -> tuple[tuple[int, str], ...]:
        """The columns kept as additional attributes; each is told."""
        kept: dict[str, int] = {}
        for column in self.columns:
            if column.match is NOT_WANTED or (column.field and column.match.certain):
                continue
            heading = next((way for way in self._ways(column) if self._is_free(way, kept)), "")
            place = self._place(column.index, column.heading)
            again = not heading
            if again:
                heading = next(way for way in _numbered(column.heading) if self._is_free(way, kept))
            kept[heading] = column.index
            told = RepeatedHeading(place, column.heading) if again else CustomColumn(place, heading)
            self.problems.append(self._doubt(column, place) if column.field else told)
        return tuple((index, heading) for heading, index in kept.items())

    def _ways(self, column: ColumnMatch) -> Sequence[str]:
        ways = self.header.readings.get(column.index, (column.heading,))
        return [heading_text(way) for way in ways]

    def _is_free(self, heading: str, kept: dict[str, int]) -> bool:
        # Under the heading of a field, an export could not be told from the field itself.
        return heading not in kept and heading_key(heading) not in self.words.exact

    def _doubt(self, column: ColumnMatch, place: Place) -> Problem:
        assert column.field is not None  # noqa: S101  only doubtful columns come here
        values = {
            "field": self.kind.by_name[column.field].title,
            "percent": round(column.match.confidence * 100),
            "reason": column.match.reason,
        }
        return DoubtfulColumn(place, column.heading, values)

    def _place(self, column: int | None = None, heading: str = "") -> Place:
        letter = "" if column is None else column_letter(column)
        return Place(self.found.table.file, self.found.sheet.name, self.header.row + 1, letter, heading)


def _telling(taken: Mapping[str, ColumnMatch]) -> list[ColumnMatch]:
    """The columns that tell entries apart: the ids, else the names, else both ends of what runs between two."""
    for fields in (("id",), ("name",), ("provided_by", "consumed_by")):
        if all(name in taken for name in fields):
            return [taken[name] for name in fields]
    return []


def _numbered(heading: str) -> Iterator[str]:
    """A heading of its own for a column called as another one: «Name (2)»."""
    return (f"{heading} ({number})" for number in itertools.count(2))


def _by_place(sheet: Sheet, header: Header) -> list[str]:
    """The heading of each column as it stands in its row."""
    return [heading_text(cell) for cell in sheet.rows[header.row]]


__all__ = ["Area", "Planned", "plan_sheet"]
