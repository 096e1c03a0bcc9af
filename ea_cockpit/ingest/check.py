"""Checks every cell of every recognised row and makes drafts of facts; collects all problems, not only the first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, MutableMapping
from dataclasses import dataclass, field
from typing import Any

from ea_cockpit.ingest.draft import Draft, Key
from ea_cockpit.ingest.ledger import Ledger
from ea_cockpit.ingest.parse import Fault, Noted, as_text, parse
from ea_cockpit.ingest.plan import FactPlan, Plan, Row, SheetPlan, Source, column_letter, is_filled
from ea_cockpit.ingest.problem import Place, Problem, Severity
from ea_cockpit.ingest.problems import DuplicateId, MissingId, RepeatedRow, TooManyReferences
from ea_cockpit.model.metamodel import Column, Link
from ea_cockpit.model.values import SEPARATORS, clean_list, clean_text

_TOLD, _REMEMBERED = 2_000, 20_000
_NEW = object()


@dataclass(slots=True)
class RowCount:
    """What became of the rows of one fact type."""

    rows: int = 0
    rejected: int = 0
    repeated: int = 0
    left_out: int = 0


@dataclass(slots=True)
class Checked:
    """Drafts by key, all problems, and what became of every row."""

    drafts: MutableMapping[Key, Draft] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    counts: dict[str, RowCount] = field(default_factory=dict)
    ledger: Ledger = field(default_factory=Ledger)

    @property
    def has_errors(self) -> bool:
        """Whether anything stands in the way of importing all rows."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def check(plan: Plan, into: Checked | None = None, tell: Callable[[int], None] = lambda _: None) -> Checked:
    """Read all planned rows; a row with an error is counted as rejected and makes no draft.

    `into` takes up what is found; `tell` is told now and then how many rows are done.
    """
    checked = into or Checked(problems=list(plan.problems))
    done = 0
    for sheet in plan.sheets:
        for fact in sheet.facts:
            one = _SheetCheck(sheet, fact, checked)
            one.run(lambda rows, before=done: tell(before + rows))  # type: ignore[misc]
            done += max(len(sheet.sheet.rows) - sheet.header - 1, 0)
            tell(done)
    return checked


class _SheetCheck:
    """Reads one sheet for one fact type; every distinct cell text of a column is parsed once."""

    def __init__(self, sheet: SheetPlan, plan: FactPlan, checked: Checked) -> None:
        self.sheet, self.plan, self.checked = sheet, plan, checked
        self.count = checked.counts.setdefault(plan.kind.label, RowCount())
        self.marks = checked.ledger.marks(sheet)
        self.id_reader = _CellReader(plan.id)
        readers = [_CellReader(source) for source in plan.sources]
        self.values = [r for r in readers if isinstance(r.source.field, Column)]
        self.refs = [r for r in readers if isinstance(r.source.field, Link)]
        self.columns = {s.field.name: (column_letter(s.index), s.heading) for s in plan.sources}
        for index, heading in plan.customs:
            # A field's own column goes before an additional attribute that happens to bear its name.
            self.columns.setdefault(heading, (column_letter(index), heading))
        self.width = 1 + max([s.index for s in (plan.id, *plan.sources)] + [index for index, _ in plan.customs])

    def run(self, tell: Callable[[int], None]) -> None:
        """Read all rows below the headings."""
        first = self.sheet.header + 2
        for number, row in enumerate(self.sheet.sheet.rows[first - 1 :], start=first):
            if number % _TOLD == 0:
                tell(number - first)
            if not is_filled(row):
                continue
            if self.plan.where and not self.plan.where(row):
                self.count.left_out += 1
                self.marks.filtered(number - 1)
                continue
            self.count.rows += 1
            short = len(row) < self.width
            self._row(number, [*row, *[""] * (self.width - len(row))] if short else row)

    def _row(self, number: int, row: Row) -> None:
        found: list[Finding] = []
        values, refs = _read(self.values, row, found), _read(self.refs, row, found)
        key = self.id_reader.read(row, found)
        self.checked.problems += [self._cell_problem(number, *finding) for finding in found]
        if key is None and all(reader is not self.id_reader for reader, _, _ in found):
            missing = MissingId(self._place(number), values={"example": f"{self.plan.kind.prefix}-1"})
            self.checked.problems.append(missing)
        if key is None or any(isinstance(what, Fault) for _, _, what in found):
            self._reject(number)
            return
        custom = {heading: clean_text(as_text(row[index])) or None for index, heading in self.plan.customs}
        place = self.sheet
        draft = Draft(
            self.plan.kind,
            key,
            place.table.file,
            place.sheet.name,
            number,
            values,
            refs,
            custom,
            self.plan.extends,
            self.columns,
        )
        self._keep(draft)

    def _reject(self, number: int) -> None:
        self.count.rejected += 1
        self.marks.rejected(number - 1)

    def _keep(self, draft: Draft) -> None:
        known = self.checked.drafts.get(draft.key)
        if known and not (self.plan.merges or self.plan.extends or known.extends or known.says_the_same(draft)):
            self.checked.problems.append(DuplicateId(draft.place, draft.id, {"other": _other_place(known, draft)}))
            self._reject(draft.row)
            return
        if self.plan.extends:
            self.checked.ledger.wait(draft.key, self.marks, draft.row - 1)
        else:
            self.marks.imported(draft.row - 1)
        if known is None:
            self.checked.drafts[draft.key] = draft
        elif self.plan.merges or self.plan.extends or known.extends:
            self.checked.drafts[draft.key] = merged(known, draft)
            # The row counts with the fact it adds to.
            self.count.repeated += 1
        else:
            self.checked.problems.append(RepeatedRow(draft.place, draft.id, {"other": str(known.place)}))
            self.count.repeated += 1

    def _place(self, number: int, source: Source | None = None) -> Place:
        letter = column_letter(source.index) if source else ""
        return Place(self.sheet.table.file, self.sheet.sheet.name, number, letter, source.heading if source else "")

    def _cell_problem(self, number: int, reader: _CellReader, raw: Any, fault: Fault | Noted) -> Problem:
        return fault.problem(self._place(number, reader.source), as_text(raw), fault.values)


def _read(readers: Iterable[_CellReader], row: Row, found: list[Finding]) -> dict[str, Any]:
    """The value of each field; most cells of a large inventory are empty and are passed over at once."""
    values = {}
    for reader in readers:
        raw = row[reader.index] if reader.build is None else True
        values[reader.name] = reader.empty if raw is None or raw == "" else reader.read(row, found)
    return values


Finding = tuple["_CellReader", Any, Fault | Noted]
"""What was found in a cell: its reader, its raw content, and a fault or a note."""


class _CellReader:
    """Reads the cells of one column; remembers what each text meant."""

    def __init__(self, source: Source) -> None:
        self.source, self.name, self.index, self.build = source, source.field.name, source.index, source.build
        self.known: dict[Any, Any] = {}
        self.told: dict[Any, Fault | Noted] = {}
        # A list or link that is empty is an empty tuple, everything else is nothing at all.
        is_many = isinstance(source.field, Link) or source.field.kind == "list"
        self.empty: Any = () if is_many else None

    def read(self, row: Row, found: list[Finding]) -> Any:
        """The cell's value; a fault is told and reads as empty, a note is told and its value counts."""
        raw = self.build(row) if self.build else row[self.index]
        if raw is None or raw == "":
            return self.empty
        # The type is part of the key: True, 1 and 1.0 are equal in Python, not in a workbook.
        key = raw if type(raw) is str else (type(raw), raw)
        value = self.known.get(key, _NEW)
        return self._read(key, raw, found) if value is _NEW else value

    def _read(self, key: Any, raw: Any, found: list[Finding]) -> Any:
        """The value of a text that is new, or that there is something to tell of."""
        value = self.told[key] if key in self.told else self._parse(raw)
        if isinstance(value, Fault | Noted):
            self._remember(self.told, key, value)
            found.append((self, raw, value))
            return value.value if isinstance(value, Noted) else self.empty
        self._remember(self.known, key, value)
        return value

    def _remember(self, where: dict[Any, Any], key: Any, value: Any) -> None:
        # Where hardly any text comes twice, remembering them all would only take room.
        if len(where) == _REMEMBERED:
            where.clear()
        where[key] = value

    def _parse(self, raw: Any) -> Any:
        if isinstance(self.source.field, Column):
            return parse(self.source.field, raw)
        separators = self.source.separators
        parts = as_text(raw) if separators is None else _split(as_text(raw), separators)
        names = clean_list(parts)
        if len(names) > 1 and not self.source.field.many:
            return Fault(TooManyReferences, {"count": len(names)})
        return names


def _split(text: str, separators: str) -> tuple[str, ...]:
    for mark in separators:
        text = text.replace(mark, "\n")
    # What the profile does not name as a separator may be part of an id.
    return tuple(part for part in text.split("\n") if not SEPARATORS.fullmatch(part))


def _other_place(known: Draft, draft: Draft) -> str:
    return str(known.place) if known.file == draft.file else f"{known.file}: {known.place}"


def merged(one: Draft, other: Draft) -> Draft:
    """Two descriptions of one fact as one: the first value counts, links of both are kept."""
    base, more = (other, one) if one.extends and not other.extends else (one, other)
    values = dict(base.values)
    values.update({k: v for k, v in more.values.items() if values.get(k) in (None, ())})
    custom = dict(base.custom)
    custom.update({k: v for k, v in more.custom.items() if custom.get(k) is None})
    refs = {name: _union(base.refs.get(name, ()), more.refs.get(name, ())) for name in {**base.refs, **more.refs}}
    both = base.extends and more.extends
    columns = {**more.columns, **base.columns}
    return Draft(base.kind, base.id, base.file, base.sheet, base.row, values, refs, custom, both, columns)


def _union(one: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))
