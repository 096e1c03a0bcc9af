"""Accounts for every filled row of every sheet: imported, rejected or left out; none is ever lost without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from ea_cockpit.i18n import Text
from ea_cockpit.ingest.draft import Draft, Key
from ea_cockpit.ingest.plan import Ignored, Plan, Row, SheetPlan, is_filled
from ea_cockpit.tabular.annotate_list import Kept
from ea_cockpit.tabular.reader import Sheet, Table

_PASSED_OVER = Text("über den Überschriften oder ausgenommen", "above the headings or left out by a rule")

_FILTERED, _REJECTED, _IMPORTED = 1, 2, 4
_SheetKey = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class SheetCount:
    """What became of the filled rows of one sheet: `read` is always the sum of the other three.

    A row that makes several facts counts once: as imported where any of them was, else as rejected where any was. A
    row that repeats another counts as imported. Headings and all that is listed as left out count as left out.
    """

    file: str
    sheet: str
    read: int
    imported: int
    rejected: int
    left_out: int


class Marks:
    """What became of the rows of one sheet, by their number counted from 0."""

    def __init__(self, rows: int) -> None:
        self._marks = bytearray(rows)

    def filtered(self, row: int) -> None:
        """A rule leaves the row out."""
        self._marks[row] |= _FILTERED

    def rejected(self, row: int) -> None:
        """A fact of the row was kept out."""
        self._marks[row] |= _REJECTED

    def imported(self, row: int) -> None:
        """A fact of the row comes in."""
        self._marks[row] |= _IMPORTED

    def dropped(self, row: int) -> None:
        """The row was read, but its fact may not come in after all."""
        self._marks[row] = _REJECTED

    def is_imported(self, row: int) -> bool:
        """Whether any fact of the row comes in."""
        return row < len(self._marks) and bool(self._marks[row] & _IMPORTED)

    def is_rejected(self, row: int) -> bool:
        """Whether the row was kept out."""
        return row < len(self._marks) and bool(self._marks[row] & _REJECTED) and not self.is_imported(row)

    def needs_work(self, row: int) -> bool:
        """Whether any fact of the row was kept out, even where others came in."""
        return row < len(self._marks) and bool(self._marks[row] & _REJECTED)

    def is_filtered(self, row: int) -> bool:
        """Whether the row was left out by a rule and nothing else."""
        return row < len(self._marks) and self._marks[row] == _FILTERED


class Ledger:
    """The marks of all sheets, and the rows whose fate hangs on a fact described elsewhere."""

    def __init__(self) -> None:
        self._sheets: dict[_SheetKey, Marks] = {}
        self._waiting: dict[Key, list[tuple[Marks, int]]] = {}

    def marks(self, plan: SheetPlan) -> Marks:
        """The marks of a sheet; the same ones each time it is planned."""
        return self._sheets.setdefault(_key(plan.table, plan.sheet), Marks(len(plan.sheet.rows)))

    def of(self, table: Table, sheet: Sheet) -> Marks:
        """The marks of a sheet of a file; none are set where it was not planned."""
        return self._sheets.get(_key(table, sheet), Marks(0))

    def wait(self, key: Key, marks: Marks, row: int) -> None:
        """A row that only adds links: it comes in if the fact it adds to is there."""
        self._waiting.setdefault(key, []).append((marks, row))

    def settle(self, strays: Collection[Key]) -> None:
        """Decide the waiting rows; `strays` are the facts nobody describes."""
        for key, rows in self._waiting.items():
            for marks, row in rows:
                (marks.rejected if key in strays else marks.imported)(row)
        self._waiting.clear()

    def drop(self, drafts: Iterable[Draft]) -> None:
        """Facts that were read well and yet are kept out, because of what the graph holds."""
        rows = {(file, sheet): marks for (_, file, sheet), marks in self._sheets.items()}
        for draft in drafts:
            rows[draft.file, draft.sheet].dropped(draft.row - 1)


def sheet_counts(
    tables: Sequence[Table], plan: Plan, ledger: Ledger
) -> tuple[tuple[SheetCount, ...], tuple[Ignored, ...]]:
    """The counts of every sheet of every file, and all that was left out with the reasons."""
    headers: dict[_SheetKey, set[int]] = {}
    for planned in plan.sheets:
        headers.setdefault(_key(planned.table, planned.sheet), set()).add(planned.header)
    listed = Counter[tuple[str, str]]()
    for item in plan.ignored:
        listed[item.file, item.sheet] += item.rows
    counts, more = list[SheetCount](), list[Ignored]()
    for table in tables:
        for sheet in table.sheets:
            header = headers.get(_key(table, sheet), set())
            count, passed = _count(table, sheet, ledger.of(table, sheet), header, listed[table.file, sheet.name])
            counts.append(count)
            more += passed
    return tuple(counts), (*plan.ignored, *more)


def rest_of(plan: Plan, ledger: Ledger) -> dict[tuple[str, str], Kept]:
    """By file and sheet the numbers of the rows to correct, with everything down to the headings above them."""
    rest: dict[tuple[str, str], Kept] = {}
    for planned in plan.sheets:
        marks, rows = ledger.marks(planned), _as_filed(planned)
        wanted = {row + 1 for row in range(len(rows)) if marks.needs_work(row)}
        if wanted:
            above = {row + 1 for row in range(planned.header + 1) if is_filled(rows[row])}
            place = planned.table.file, planned.sheet.name
            known = rest[place].rows if place in rest else ()
            rest[place] = Kept(tuple(sorted({*known, *wanted, *above})), planned.header + 1)
    return rest


def _as_filed(planned: SheetPlan) -> Sequence[Row]:
    return next(sheet for sheet in planned.table.sheets if sheet.name == planned.sheet.name).rows


def _count(
    table: Table, sheet: Sheet, marks: Marks, headers: Collection[int], listed: int
) -> tuple[SheetCount, list[Ignored]]:
    filled = [row for row, cells in enumerate(sheet.rows) if is_filled(cells) or marks.is_imported(row)]
    imported, rejected = sum(map(marks.is_imported, filled)), sum(map(marks.is_rejected, filled))
    headings = sum(row in headers for row in filled)
    above = sum(row < min(headers, default=0) for row in filled)
    # A plan lists what it leaves out; what it passed over without a word is listed here, and nothing but that.
    silent = len(filled) - imported - rejected - headings - listed
    passed = max(min(silent, above + sum(map(marks.is_filtered, filled))), 0)
    count = SheetCount(table.file, sheet.name, len(filled), imported, rejected, headings + listed + passed)
    return count, [Ignored(table.file, sheet.name, passed, _PASSED_OVER)] if passed else []


def _key(table: Table, sheet: Sheet) -> _SheetKey:
    return table.sha256, table.file, sheet.name
