"""The sheets a profile reads: their headings, and looks from one sheet into another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ea_cockpit.ingest.parse import as_text
from ea_cockpit.ingest.plan import Row, column_letter, is_filled
from ea_cockpit.ingest.profile_schema import Headings, IgnoredSheet, Profile, SheetRule
from ea_cockpit.model.values import clean_text
from ea_cockpit.tabular.reader import Sheet, Table

# XFD is the last column there is.
_LONGEST_LETTER = 3


SheetKey = tuple[str, str, str]
ReadHeadings = Callable[[Sheet, SheetRule | IgnoredSheet | None], Collection[str]]
"""Tells the headings of a sheet as they are compared."""


def folded(text: Any) -> str:
    """A sheet's name or a heading in the form they are compared in."""
    return str(clean_text(as_text(text))).casefold() if text is not None else ""


def column_index(letter: str) -> int:
    """The place of a column by the letter Excel shows, counted from 0; -1 where it is none."""
    plain = letter.strip().upper()
    if not plain.isascii() or not plain.isalpha() or len(plain) > _LONGEST_LETTER:
        return -1
    place = 0
    for sign in plain:
        place = place * 26 + ord(sign) - 64
    return place - 1


def cell_text(row: Row, index: int) -> str:
    """A cell as clean text; empty where the row is too short."""
    raw = row[index] if index < len(row) else None
    return str(clean_text(as_text(raw))) if raw is not None else ""


def has_headings(known: Collection[str], wanted: Headings) -> bool:
    """Whether all wanted headings are there; of several alternatives one is enough."""
    return all(any(folded(name) in known for name in ([item] if isinstance(item, str) else item)) for item in wanted)


def rule_for(sheet: Sheet, profile: Profile, read: ReadHeadings | None = None) -> SheetRule | IgnoredSheet | None:
    """What a profile says of a sheet: the rule with its name, else the first one that knows its headings."""
    read = read or headings_of
    name = folded(sheet.name)
    known: list[SheetRule | IgnoredSheet] = [*profile.sheets, *profile.ignore]
    for named in known:
        if name in map(folded, named.names):
            return named
    for rule in profile.sheets:
        if rule.headings and has_headings(read(sheet, rule), rule.headings):
            return rule
    return None


def headings_of(sheet: Sheet, rule: SheetRule | IgnoredSheet | None) -> frozenset[str]:
    """A sheet's headings as they are compared: of the row the rule names, else of the first filled one."""
    return _headings_from(sheet, _first_row(rule))


def _first_row(rule: SheetRule | IgnoredSheet | None) -> int:
    return (isinstance(rule, SheetRule) and rule.header_row) or 1


def _headings_from(sheet: Sheet, first: int) -> frozenset[str]:
    rows = sheet.rows[first - 1 :] if first > 1 else sheet.rows
    return frozenset(folded(cell) for cell in next((row for row in rows if is_filled(row)), []))


class ReadOnce:
    """Reads the headings of sheets that are compared with many rules; of each sheet only once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], tuple[Sheet, frozenset[str]]] = {}

    def __call__(self, sheet: Sheet, rule: SheetRule | IgnoredSheet | None) -> frozenset[str]:
        """A sheet's headings, as `headings_of` tells them."""
        key = id(sheet), _first_row(rule)
        if key not in self._known:
            # The sheet is kept with them, so that no other one takes its place.
            self._known[key] = sheet, _headings_from(sheet, key[1])
        return self._known[key][1]


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet with the row its headings stand in (counted from 0) and the column of each heading."""

    table: Table
    sheet: Sheet
    header: int
    columns: dict[str, int]
    headings: tuple[str, ...]
    repeated: tuple[tuple[int, str], ...]
    rule: SheetRule | IgnoredSheet | None = None

    @classmethod
    def of(cls, table: Table, sheet: Sheet, rule: SheetRule | IgnoredSheet | None = None) -> Grid:
        """Read the headings: of the row the profile names, else of the first filled one."""
        first = next((number for number, row in enumerate(sheet.rows) if is_filled(row)), 0)
        header_row = rule.header_row if isinstance(rule, SheetRule) else None
        header = first if header_row is None else header_row - 1
        cells = sheet.rows[header] if header < len(sheet.rows) else []
        headings = _named([str(clean_text(as_text(cell))) if cell is not None else "" for cell in cells], rule)
        columns: dict[str, int] = {}
        repeated = []
        for index, heading in enumerate(headings):
            if heading and columns.setdefault(heading.casefold(), index) != index:
                repeated.append((index, heading))
        return cls(table, sheet, header, columns, headings, tuple(repeated), rule)

    def numbered(self) -> Iterator[tuple[int, list[Any]]]:
        """The filled rows below the headings, each with its number as Excel shows it."""
        below = enumerate(self.sheet.rows[self.header + 1 :], start=self.header + 2)
        return ((number, row) for number, row in below if is_filled(row))

    @property
    def key(self) -> SheetKey:
        """Tells the sheet from those of other files."""
        return self.table.sha256, self.table.file, self.sheet.name

    def as_filed(self) -> Iterator[tuple[int, list[Any]]]:
        """The rows below the headings as the file has them, each with its number, also where some were emptied."""
        sheet = next(sheet for sheet in self.table.sheets if sheet.name == self.sheet.name)
        return enumerate(sheet.rows[self.header + 1 :], start=self.header + 2)

    def rows(self) -> Iterator[list[Any]]:
        """The filled rows below the headings."""
        return (row for _, row in self.numbered())


def _named(headings: list[str], rule: SheetRule | IgnoredSheet | None) -> tuple[str, ...]:
    """The headings, with the names a rule gives to columns by their letter."""
    named = (
        {letter.strip().upper(): name for letter, name in rule.columns.items()} if isinstance(rule, SheetRule) else {}
    )
    last = max((column_index(letter) for letter in named), default=-1)
    headings += [""] * (last + 1 - len(headings))
    return tuple(named.get(column_letter(index), heading) for index, heading in enumerate(headings))


@dataclass(slots=True)
class Books:
    """All sheets a profile may look into; every look is prepared once, and its columns are kept by sheet."""

    grids: dict[str, list[Grid]]
    known: dict[tuple[str, str, tuple[str, ...]], dict[str, str] | None] = field(default_factory=dict)
    looked: dict[SheetKey, set[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, tables: Sequence[Table], profile: Profile) -> Books:
        """All sheets of all files by the name the profile has for them, else by their own."""
        grids: dict[str, list[Grid]] = {}
        for table in tables:
            for sheet in table.sheets:
                rule = rule_for(sheet, profile)
                name = folded(rule.sheet if rule else sheet.name)
                grids.setdefault(name, []).append(Grid.of(table, sheet, rule))
        return cls(grids)

    def pairs(self, sheet: str, match: str, take: Sequence[str]) -> dict[str, str] | None:
        """What each key finds, several values one a line; None where sheet or columns are missing."""
        key = (folded(sheet), folded(match), tuple(map(folded, take)))
        if key not in self.known:
            self.known[key] = self._pairs(*key)
        return self.known[key]

    def _pairs(self, sheet: str, match: str, take: Sequence[str]) -> dict[str, str] | None:
        grids = [g for g in self.grids.get(sheet, ()) if match in g.columns and any(t in g.columns for t in take)]
        if not grids:
            return None
        found: dict[str, dict[str, None]] = {}
        for grid in grids:
            one, other = grid.columns[match], next(grid.columns[t] for t in take if t in grid.columns)
            self.looked.setdefault(grid.key, set()).update((one, other))
            for row in grid.rows():
                key, text = cell_text(row, one), cell_text(row, other)
                if key and text:
                    found.setdefault(key, {})[text] = None
        return {key: "\n".join(texts) for key, texts in found.items()}
