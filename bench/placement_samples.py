"""How well known foreign layouts are read without their profile: each column against what the profile says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ea_cockpit.ingest.map import map_tables
from ea_cockpit.ingest.plan import Plan, SheetPlan
from ea_cockpit.ingest.profile import find_profile
from ea_cockpit.ingest.profile_plan import plan_with
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.reader import Table, read_table

SAMPLES = Path(__file__).parent.parent / "import_samples"
ColumnKey = tuple[str, str, int]


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


def measure_layout(files: Sequence[Path], metamodel: Metamodel) -> ColumnScore | None:
    """Compare the columns; None where no profile knows these files."""
    tables = [read_table(path) for path in files]
    profile = find_profile(tables, None)
    if profile is None:
        return None
    wanted, found = _fields(plan_with(profile, tables, metamodel)), map_tables(tables, metamodel)
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


def _kept(plan: Plan) -> set[ColumnKey]:
    return {_key(sheet, index) for sheet in plan.sheets for fact in sheet.facts for index, _ in fact.customs}


def _key(sheet: SheetPlan, index: int) -> ColumnKey:
    return sheet.table.file, sheet.sheet.name, index


def _filled(table: Table) -> Iterator[tuple[ColumnKey, int]]:
    for sheet in table.sheets:
        width = max((len(row) for row in sheet.rows), default=0)
        for index in range(width):
            count = sum(len(row) > index and row[index] not in (None, "") for row in sheet.rows)
            yield (table.file, sheet.name, index), count


def layout_table(metamodel: Metamodel) -> str:
    """The figures of all known layouts as a Markdown table."""
    lines = ["| layout | cells | in the right column | told | unaccounted |", "|---|---:|---:|---:|---:|"]
    for name, files in known_layouts():
        score = measure_layout(files, metamodel)
        if score:
            rest = score.cells - score.placed - score.told
            lines.append(f"| {name} | {score.cells:,} | {score.placed / score.cells:.1%} | {score.told:,} | {rest:,} |")
    return "\n".join(lines)
