"""Follows a profile: its rules and the files at hand become a plan of sheets, facts and columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ea_cockpit.i18n import Text
from ea_cockpit.ingest.map import field_headings, map_tables
from ea_cockpit.ingest.match_ids import derived
from ea_cockpit.ingest.match_rows import ABOVE
from ea_cockpit.ingest.plan import (
    FactPlan,
    Ignored,
    Plan,
    Row,
    SheetPlan,
    Source,
    column_letter,
    is_filled,
)
from ea_cockpit.ingest.problem import Place, Problem
from ea_cockpit.ingest.problems import NothingRecognised, RepeatedHeading
from ea_cockpit.ingest.profile_check import check_profile
from ea_cockpit.ingest.profile_columns import Taken, column_matches, tell_unread
from ea_cockpit.ingest.profile_expect import UNEXPECTED, Expected, failing
from ea_cockpit.ingest.profile_problems import MissingColumn, MissingKeyColumn, MissingLookup, MissingSheet
from ea_cockpit.ingest.profile_schema import Condition, FactRule, IgnoredSheet, Profile, SheetRule, Value
from ea_cockpit.ingest.profile_sheets import Books, Grid, folded
from ea_cockpit.ingest.profile_tidy import tidied
from ea_cockpit.ingest.profile_values import Values
from ea_cockpit.model.metamodel import Column, FactType, Link, Metamodel
from ea_cockpit.naming.nearest import did_you_mean
from ea_cockpit.tabular.reader import Table

__all__ = ["plan_with"]

_NOT_NAMED = Text("im Profil nicht genannt", "not named by the profile")
_NO_ROWS = Text("keine Zeilen unter den Überschriften", "no rows below the headings")
_NO_KEY = Text("eine Spalte für die ID fehlt", "a column for the ID is missing")
_NO_RULE = Text("keine Regel des Profils gilt für diese Zeilen", "no rule of the profile is for these rows")

Test = Callable[[Row], bool]


@dataclass(slots=True)
class _Findings:
    sheets: list[SheetPlan] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    read: list[Taken] = field(default_factory=list)


def plan_with(profile: Profile, tables: Sequence[Table], metamodel: Metamodel) -> Plan:
    """The plan for files in a foreign layout; files in the template's own layout may stand beside them."""
    check_profile(profile, metamodel)
    books = Books.of(tables, profile)
    found = _Findings()
    for table in tables:
        grids = [grid for grids in books.grids.values() for grid in grids if grid.table is table]
        if not any(grid.rule for grid in grids):
            _foreign(table, metamodel, found)
            continue
        for grid in grids:
            if isinstance(grid.rule, SheetRule):
                _SheetRules(grid.rule, Values(grid, books), metamodel, found).plan()
            else:
                reason = grid.rule.reason.text if isinstance(grid.rule, IgnoredSheet) else _NOT_NAMED
                _ignore(grid, reason, found)
    found.problems += _missing_sheets(profile, books)
    # Last: another sheet may look into columns a sheet's own rule passes over.
    found.problems += tell_unread(found.read, books, found.ignored)
    if not found.sheets:
        found.problems += [NothingRecognised(Place(table.file)) for table in tables]
    return Plan(tuple(found.sheets), tuple(found.ignored), tuple(found.problems))


def _foreign(table: Table, metamodel: Metamodel, found: _Findings) -> None:
    """A file the profile says nothing of: read as the template where it is one, else listed as left out."""
    own = map_tables([table], metamodel)
    if own.sheets:
        found.sheets += own.sheets
        found.ignored += own.ignored
        found.problems += own.problems
    else:
        for sheet in table.sheets:
            _ignore(Grid.of(table, sheet), _NOT_NAMED, found)


def _ignore(grid: Grid, why: Text, found: _Findings, numbers: Sequence[int] | None = None) -> None:
    count = sum(map(is_filled, grid.sheet.rows)) if numbers is None else len(numbers)
    found.ignored.append(Ignored(grid.table.file, grid.sheet.name, count, why, tuple(numbers or ())))


def _missing_sheets(profile: Profile, books: Books) -> list[Problem]:
    there = [grids[0].sheet.name for grids in books.grids.values()]
    file = next((grids[0].table.file for grids in books.grids.values()), profile.file)
    return [
        MissingSheet(Place(file), rule.sheet, {"near": did_you_mean(rule.sheet, there)})
        for rule in profile.sheets
        if rule.required and not any(grid.rule is rule for grids in books.grids.values() for grid in grids)
    ]


class _SheetRules:
    """Plans one sheet: its facts, the rows left out, and everything it lacks."""

    def __init__(self, rule: SheetRule, values: Values, metamodel: Metamodel, found: _Findings) -> None:
        self.rule, self.values, self.metamodel, self.found = rule, values, metamodel, found
        self.grid = values.grid
        self.left_out: list[tuple[Test, Text]] = []
        self.expected: list[Expected] = []
        self.asked: list[Condition] = []
        self.unreadable = False
        self.affected: dict[type[Problem], dict[str, list[Text]]] = {}

    def plan(self) -> None:
        """Add the sheet's plan, or the reason why it has none."""
        self._rows_above()
        if self.rule.tidy:
            self.grid, left_out = tidied(self.grid, self.rule, self.values)
            self.values.grid = self.grid
            for why, numbers in left_out.rows.items():
                _ignore(self.grid, why, self.found, [number + 1 for number in numbers])
        if not any(True for _ in self.grid.numbered()):
            _ignore(self.grid, _NO_ROWS, self.found)
            return
        self.found.problems += [self._repeated(index, heading) for index, heading in self.grid.repeated]
        self._rows_left_out()
        self._expectations()
        # All facts first: which columns remain is known only when every rule has taken its own.
        rules = () if self.unreadable else self.rule.facts
        made = [(rule, fact) for rule in rules if (fact := self._fact(rule))]
        planned = [(rule, self._with_customs(rule, fact)) for rule, fact in made]
        facts = tuple(fact for _, fact in planned)
        self._tell_missing()
        if facts:
            columns = tuple(column_matches(self.grid, facts))
            self.found.sheets.append(
                SheetPlan(self.grid.table, self.grid.sheet, self.grid.header, facts, columns=columns)
            )
            self.found.read.append(Taken.of(self.grid, planned, self.asked))
            self._count_left_out([fact.where for fact in facts])
        else:
            _ignore(self.grid, _NO_KEY, self.found)

    def _rows_above(self) -> None:
        above = [
            number for number, row in enumerate(self.grid.sheet.rows[: self.grid.header], start=1) if is_filled(row)
        ]
        if above:
            _ignore(self.grid, ABOVE, self.found, above)

    def _fact(self, rule: FactRule) -> FactPlan | None:
        kind = self.metamodel[rule.fact]
        where = self._test(rule, kind)
        if rule.where and where is None:
            return None
        key = self._source(kind, "id", rule.id, MissingKeyColumn)
        if key is None:
            return None
        sources = [self._source(kind, name, value, MissingColumn) for name, value in rule.fields.items()]
        return FactPlan(
            kind, key, tuple(s for s in sources if s), merges=rule.merges, extends=rule.extends, where=where
        )

    def _source(self, kind: FactType, name: str, value: Value, lack: type[Problem]) -> Source | None:
        item: Column | Link = kind.by_name[name]
        reads = self.values.reader(value)
        if reads and value.id_from:
            places = [self.grid.columns[folded(heading)] for heading in value.id_from]
            reads = derived(kind, places)
        # Without the key of what the sheet is about, nothing of it can be read.
        self._note(lack, kind.plural if lack is MissingKeyColumn else item.title, always=value is self.rule.facts[0].id)
        if reads is None:
            return None
        index = self.values.first_column(value)
        heading = self.grid.headings[index] if index < len(self.grid.headings) else item.title.de
        return Source(item, heading, index, None if self.values.is_plain(value) else reads)

    def _test(self, rule: FactRule, kind: FactType) -> Test | None:
        wanted = self.values.test(rule.where) if rule.where else None
        self._note(MissingKeyColumn, kind.plural)
        tests = [test for test, _ in self.left_out] + [one.fails for one in self.expected]
        if not tests:
            return wanted
        return lambda row: not any(test(row) for test in tests) and (wanted is None or wanted(row))

    def _expectations(self) -> None:
        """Told before the facts: a column that is missing here makes every row unreadable."""
        for rule in self.rule.expect:
            expected = Expected.of(rule, self.values)
            self._note(MissingKeyColumn, Text("Zeilen", "rows"), always=not rule.where)
            if expected:
                self.expected.append(expected)
                self.asked += [rule, *rule.where]
            self.unreadable |= expected is None and not rule.where

    def _rows_left_out(self) -> None:
        for group in self.rule.ignore_rows:
            test = self.values.test(group.where)
            self._note(MissingColumn, group.reason.text)
            if test:
                self.left_out.append((test, group.reason.text))
                self.asked += group.where

    def _count_left_out(self, wheres: Sequence[Test | None]) -> None:
        # Numbers alone: the rows of a very large sheet are not held all at once.
        rest = [number for number, _ in self.grid.numbered()]
        for test, why in self.left_out:
            rest = self._without(rest, test, why)
        for number in rest:
            row = self.grid.sheet.rows[number - 1]
            if wrong := failing(self.expected, row):
                place = Place(self.grid.table.file, self.grid.sheet.name, number)
                self.found.problems.append(wrong.problem(place, row))
        rest = self._without(rest, lambda row: failing(self.expected, row) is not None, UNEXPECTED)
        tests = [test for test in wheres if test]
        if len(tests) == len(wheres):
            self._without(rest, lambda row: not any(test(row) for test in tests), _NO_RULE)

    def _without(self, numbers: list[int], test: Test, why: Text) -> list[int]:
        """The rows a test does not meet; those it meets are listed as left out."""
        if out := [number for number in numbers if test(self.grid.sheet.rows[number - 1])]:
            _ignore(self.grid, why, self.found, out)
        left = set(out)
        return [number for number in numbers if number not in left]

    def _with_customs(self, rule: FactRule, fact: FactPlan) -> FactPlan:
        listed = rule.custom
        if listed is None:
            # What no rule uses belongs to the fact the sheet is about: its first one.
            listed = ["rest"] if rule is self.rule.facts[0] and not rule.extends else []
        named = [name for name in listed if name != "rest"]
        indexes = [index for name in named if (index := self._custom_column(name)) is not None]
        if "rest" in listed:
            left = {index for name in self.rule.leave_out for index in self._named(name)}
            taken = {*self.values.used, *left, *indexes}
            indexes += [index for index in self.grid.columns.values() if index not in taken]
        customs = tuple((index, self._custom_heading(index, fact.kind)) for index in sorted(indexes))
        return FactPlan(fact.kind, fact.id, fact.sources, customs, fact.merges, fact.extends, fact.where)

    def _named(self, name: str) -> list[int]:
        """The columns of a name; `subscriptions:*` means all that begin so."""
        plain = folded(name)
        if plain.endswith("*"):
            return [index for heading, index in self.grid.columns.items() if heading.startswith(plain[:-1])]
        return [index for heading, index in self.grid.columns.items() if heading == plain]

    def _custom_heading(self, index: int, kind: FactType) -> str:
        heading = self.grid.headings[index]
        # Under the heading of a field, an export could not be told from the field itself.
        return f"{heading} ({self.grid.sheet.name})" if heading.casefold() in field_headings(kind) else heading

    def _custom_column(self, name: str) -> int | None:
        used = set(self.values.used)
        index = self.values.column(name)
        # Keeping a column as it is does not use it up for the other facts of the row.
        self.values.used &= used
        self._note(MissingColumn, Text(f"Zusatzangabe «{name}»", f"additional attribute '{name}'"))
        return index

    def _note(self, lack: type[Problem], what: Text, *, always: bool = False) -> None:
        # Where users pick the columns of an export themselves, one that is not there is no fault.
        silent = not (always or self.rule.columns_required)
        for names, kind in ((self.values.missing, lack), (self.values.not_found, MissingLookup)):
            for name in () if silent else names:
                listed = self.affected.setdefault(kind, {}).setdefault(name, [])
                if what not in listed:
                    listed.append(what)
            names.clear()

    def _tell_missing(self) -> None:
        place = Place(self.grid.table.file, self.grid.sheet.name, self.grid.header + 1)
        known = [heading for heading in self.grid.headings if heading]
        for kind, names in self.affected.items():
            for name, fields in names.items():
                listed = Text(", ".join(f.de for f in fields), ", ".join(f.en for f in fields))
                values = {"fields": listed, "facts": listed, "near": did_you_mean(name, known)}
                self.found.problems.append(kind(place, name, values))

    def _repeated(self, index: int, heading: str) -> Problem:
        letter = column_letter(index)
        return RepeatedHeading(
            Place(self.grid.table.file, self.grid.sheet.name, self.grid.header + 1, letter, heading), heading
        )
