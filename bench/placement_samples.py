"""How much of known foreign layouts finds its place: with the shipped profiles, which apply themselves, and without.

With a profile a cell is placed when its column makes a field or a part of one, or is kept as an additional attribute;
it is told when the report names its sheet, row or column as left out. Without one each column is held against what
the profile says of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ea_cockpit.ingest.map import map_tables
from ea_cockpit.ingest.plan import Plan, SheetPlan
from ea_cockpit.ingest.problems import RepeatedHeading
from ea_cockpit.ingest.profile import find_profile
from ea_cockpit.ingest.profile_plan import plan_with
from ea_cockpit.ingest.profile_problems import UnreadColumns
from ea_cockpit.ingest.profile_sheets import column_index
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.reader import Table, read_table

SAMPLES = Path(__file__).parent.parent / "import_samples"
ColumnKey = tuple[str, str, int]
RowKey = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class ProfileScore:
    """Cells below the headings, read with the profile.

    `placed` lie in a field, are part of a value or kept; `told` stand in a sheet, row or column the report names as
    left out. What is left is unaccounted for, and must be nothing.
    """

    cells: int
    placed: int
    told: int

    @property
    def unaccounted(self) -> int:
        """Cells that vanish without a word."""
        return self.cells - self.placed - self.told

    @property
    def share(self) -> float:
        """The share of cells placed, of those not told as left out."""
        wanted = self.cells - self.told
        return self.placed / wanted if wanted else 1.0


@dataclass(frozen=True, slots=True)
class ColumnScore:
    """Cells under the columns a profile knows: how many lie in a column taken for the same, how many are told."""

    cells: int
    placed: int
    told: int


def known_layouts() -> Iterator[tuple[str, list[Path]]]:
    """The foreign inventories that come with the product."""
    yield "Solothurn", [SAMPLES / "solothurn_datenfluesse.xlsx"]
    for folder in ("waltz", "konveyor"):
        if files := sorted((SAMPLES / folder).glob("*.csv")):
            yield folder.title(), files


def measure_profile(tables: Sequence[Table], plan: Plan) -> ProfileScore:
    """Where every cell of these files went, row by row and column by column, as the plan of the profile tells it."""
    used = _fields(plan).keys() | _kept(plan) | _read(plan)
    whole = {(item.file, item.sheet) for item in plan.ignored if not item.numbers}
    rows = {(item.file, item.sheet, number) for item in plan.ignored for number in item.numbers}
    columns = _told_columns(plan)
    headings = {(sheet.table.file, sheet.sheet.name, sheet.header + 1) for sheet in plan.sheets}
    cells = placed = told = 0
    for (file, sheet, row), index in _cells(tables):
        if (file, sheet, row) in headings:
            continue
        column = file, sheet, index
        is_told = (file, sheet) in whole or (file, sheet, row) in rows or (column in columns and column not in used)
        cells += 1
        told += is_told
        placed += not is_told and column in used
    return ProfileScore(cells, placed, told)


def _told_columns(plan: Plan) -> set[ColumnKey]:
    """The columns the report names as not read."""
    found: set[ColumnKey] = set()
    for problem in plan.problems:
        place = problem.place
        if isinstance(problem, UnreadColumns):
            found |= {(place.file, place.sheet, index) for index in problem.values["places"]}
        elif isinstance(problem, RepeatedHeading):
            found.add((place.file, place.sheet, column_index(place.column)))
    return found


def measure_layout(tables: Sequence[Table], shipped: Plan, metamodel: Metamodel) -> ColumnScore:
    """Read the files without their profile, and compare the columns with what it says of them."""
    wanted, found = _fields(shipped), map_tables(tables, metamodel)
    got, kept = _fields(found), _kept(found)
    left_out = {(item.file, item.sheet) for item in found.ignored}
    cells = placed = told = 0
    for table in tables:
        for key, count in _filled(table):
            if key not in wanted:
                continue
            is_right = bool(wanted[key] & got.get(key, set()))
            cells += count
            placed += count if is_right else 0
            told += count if not is_right and (key in kept or key[:2] in left_out) else 0
    return ColumnScore(cells, placed, told)


def _fields(plan: Plan) -> dict[ColumnKey, set[tuple[str, str]]]:
    found: dict[ColumnKey, set[tuple[str, str]]] = {}
    for sheet in plan.sheets:
        for fact in sheet.facts:
            for source in (fact.id, *fact.sources):
                found.setdefault(_key(sheet, source.index), set()).add((fact.kind.label, source.field.name))
    return found


def _read(plan: Plan) -> set[ColumnKey]:
    """Columns that only become part of a value, of a composed key for example: those a row is asked for."""
    found: set[ColumnKey] = set()
    for sheet in plan.sheets:
        for row in sheet.sheet.rows[sheet.header + 1 :][:200]:
            asked = _Asked(row)
            for fact in sheet.facts:
                for work in (fact.where, fact.id.build, *(source.build for source in fact.sources)):
                    if work:
                        work(asked)
            found |= {_key(sheet, index) for index in asked.places}
    return found


class _Asked(list[Any]):
    """A row that remembers which of its cells were looked at."""

    def __init__(self, row: Sequence[Any]) -> None:
        super().__init__(row)
        self.places: set[int] = set()

    def __getitem__(self, place: Any) -> Any:
        self.places.add(place)
        return super().__getitem__(place)


def _kept(plan: Plan) -> set[ColumnKey]:
    return {_key(sheet, index) for sheet in plan.sheets for fact in sheet.facts for index, _ in fact.customs}


def _key(sheet: SheetPlan, index: int) -> ColumnKey:
    return sheet.table.file, sheet.sheet.name, index


def _cells(tables: Sequence[Table]) -> Iterator[tuple[RowKey, int]]:
    """Every filled cell: its row, numbered as Excel shows it, and its column."""
    for table in tables:
        for sheet in table.sheets:
            for number, row in enumerate(sheet.rows, start=1):
                for index, cell in enumerate(row):
                    if cell not in (None, ""):
                        yield (table.file, sheet.name, number), index


def _filled(table: Table) -> Iterator[tuple[ColumnKey, int]]:
    """How many cells of each column are filled."""
    counts = Counter((file, sheet, index) for (file, sheet, _), index in _cells([table]))
    yield from counts.items()


def layout_table(metamodel: Metamodel) -> str:
    """The figures of all known layouts as two Markdown tables: with the shipped profile, and without it."""
    with_it = [
        "| with profile | cells | placed | told | unaccounted | placed of not told |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    without = ["| without | cells | right column | told | unaccounted |", "|---|---:|---:|---:|---:|"]
    for name, files in known_layouts():
        tables = [read_table(path) for path in files]
        profile = find_profile(tables, None)
        if profile is None:
            continue
        plan = plan_with(profile, tables, metamodel)
        ours, bare = measure_profile(tables, plan), measure_layout(tables, plan, metamodel)
        counts = f"{ours.cells:,} | {ours.placed:,} | {ours.told:,} | {ours.unaccounted:,}"
        with_it.append(f"| {name} | {counts} | {ours.share:.1%} |")
        rest = bare.cells - bare.placed - bare.told
        right = f"{bare.placed / bare.cells:.1%}"
        without.append(f"| {name} | {bare.cells:,} | {right} | {bare.told:,} | {rest:,} |")
    return "\n".join([*with_it, "", *without])
