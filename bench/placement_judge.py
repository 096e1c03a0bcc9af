"""Judges one cell of the truth against what an import made of the files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ea_cockpit.ingest.draft import Draft, Key
from ea_cockpit.ingest.map_problems import FormulaWithoutValue
from ea_cockpit.ingest.plan import Plan
from ea_cockpit.ingest.problem import Problem, Severity
from ea_cockpit.model.values import clean_text
from ea_cockpit.sample.mess.truth import CellTruth, LeftOutRow, TrueCell

Where = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out of the files: the plan, the drafts after resolution, all problems, files nobody could read."""

    plan: Plan
    drafts: Sequence[Draft]
    problems: Sequence[Problem]
    unread: tuple[str, ...] = ()
    lost_rows: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be said about one cell."""

    placed: bool
    told: bool
    why: str = ""
    is_reference: bool = False
    resolved: bool = False


class Judge:
    """Knows where every draft and every problem stands."""

    def __init__(self, outcome: Outcome, truth: CellTruth) -> None:
        self.outcome = outcome
        self.single = _single_sheets(truth)
        self.by_row: dict[Where, list[Draft]] = defaultdict(list)
        self.by_key: dict[Key, Draft] = {}
        for draft in outcome.drafts:
            self.by_row[self._where(draft.file, draft.sheet, draft.row)].append(draft)
            self.by_key[draft.key] = draft
        self.meant: dict[Key, Key] = {}
        for cell in truth.cells:
            for draft in self.by_row.get(self._at(cell), ()):
                self.meant[draft.key] = (cell.label, cell.id)
        self._note_problems()

    def _note_problems(self) -> None:
        self.cells: set[tuple[Where, str]] = set()
        self.rows: set[Where] = set()
        self.columns: set[tuple[str, str, str]] = set()
        self.sheets: set[tuple[str, str]] = set()
        self.uncached: set[tuple[str, str, str]] = set()
        headers = {
            (s.table.file, self._sheet(s.table.file, s.sheet.name)): s.header + 1 for s in self.outcome.plan.sheets
        }
        for problem in self.outcome.problems:
            place = problem.place
            if isinstance(problem, FormulaWithoutValue):
                self.uncached.add((place.file, self._sheet(place.file, place.sheet), place.column))
            where = self._where(place.file, place.sheet, place.row)
            if problem.severity is Severity.ERROR or not place.column:
                self.rows.add(where)
            self.cells.add((where, place.column))
            if place.column and place.row <= headers.get(where[:2], 0):
                self.columns.add((*where[:2], place.column))
            if not place.row or (not place.column and where[:2] not in headers):
                self.sheets.add(where[:2])
        self.sheets |= {
            (item.file, self._sheet(item.file, item.sheet))
            for item in self.outcome.plan.ignored
            if (item.file, self._sheet(item.file, item.sheet)) not in headers
        }

    def _sheet(self, file: str, sheet: str) -> str:
        # What the only sheet of a file is called depends on the reader where the file itself names none.
        return "" if file in self.single else sheet

    def _where(self, file: str, sheet: str, row: int) -> Where:
        return file, self._sheet(file, sheet), row

    def _at(self, item: TrueCell | LeftOutRow) -> Where:
        return self._where(item.file, item.sheet, item.row)

    def is_invented(self, row: LeftOutRow) -> bool:
        """Whether a row that describes nothing was taken for a fact."""
        return bool(self.by_row.get(self._at(row)))

    def verdict(self, cell: TrueCell) -> Verdict:
        """Whether the cell came to its place with its value; if not, whether the report says so."""
        draft = self._draft(cell)
        if draft is None:
            return Verdict(False, self._is_told(cell, None), self._missing(cell))
        if cell.custom:
            placed = _same(_custom(draft, cell.field), cell.value) or _same(_custom(draft, cell.field), cell.text)
            return Verdict(placed, placed or self._is_told(cell, draft), "unknown column")
        if cell.field in draft.refs or (isinstance(cell.value, tuple) and cell.field not in draft.values):
            return self._reference(cell, draft)
        got = draft.id if cell.field == "id" else draft.values.get(cell.field)
        placed = _same(got, cell.value) or (isinstance(got, str) and got in cell.accepts)
        why = "no such field" if cell.field not in draft.values and cell.field != "id" else "other value"
        return Verdict(placed, placed or self._is_told(cell, draft), why)

    def _reference(self, cell: TrueCell, draft: Draft) -> Verdict:
        wanted = set(cell.value or ())
        keys = draft.partners.get(cell.field, ())
        found = {self.meant.get(key, key)[1] for key in keys}
        still_open = [text for text in draft.open if text.startswith(f"{cell.field}=")]
        placed = found <= wanted and len(found) + len(still_open) == len(wanted)
        if not wanted:
            placed = not found
        why = "no such field" if cell.field not in draft.refs else "wrong partner" if found - wanted else "other texts"
        told = self._is_told(cell, draft) and not found - wanted
        return Verdict(placed, placed or told, why, True, found == wanted)

    def _draft(self, cell: TrueCell) -> Draft | None:
        here = [draft for draft in self.by_row.get(self._at(cell), ()) if draft.kind.label == cell.label]
        return here[0] if here else None if self._is_rejected(cell) else self.by_key.get((cell.label, cell.id))

    def _is_rejected(self, cell: TrueCell) -> bool:
        return self._at(cell) in self.rows

    def _missing(self, cell: TrueCell) -> str:
        if cell.file in self.outcome.unread:
            return "file not read"
        if self._at(cell)[:2] in self.sheets:
            return "sheet left out"
        if self.by_row.get(self._at(cell)):
            return "other kind of fact"
        return "row rejected" if self._is_rejected(cell) else "row missing"

    def _is_told(self, cell: TrueCell, draft: Draft | None) -> bool:
        where = self._at(cell)
        if cell.file in self.outcome.unread or where[:2] in self.sheets or (where[0], "") in self.sheets:
            return True
        if where in self.rows or (where, cell.column) in self.cells or (*where[:2], cell.column) in self.columns:
            return True
        if not cell.readable and (*where[:2], cell.column) in self.uncached:
            return True
        return draft is not None and any(_same(text, cell.text) for text in draft.custom.values() if text)


def _single_sheets(truth: CellTruth) -> set[str]:
    sheets: dict[str, set[str]] = defaultdict(set)
    items: list[TrueCell | LeftOutRow] = [*truth.cells, *truth.left_out]
    for item in items:
        sheets[item.file].add(item.sheet)
    return {file for file, names in sheets.items() if len(names) == 1}


def _custom(draft: Draft, heading: str) -> str | None:
    wanted = _plain(heading)
    return next((text for name, text in draft.custom.items() if _plain(name) == wanted), None)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _same(got: Any, wanted: Any) -> bool:
    if got in (None, "", ()) or wanted in (None, "", ()):
        return got in (None, "", ()) and wanted in (None, "", ())
    if isinstance(got, str) and isinstance(wanted, str):
        return bool(clean_text(got) == clean_text(wanted))
    return bool(got == wanted)
