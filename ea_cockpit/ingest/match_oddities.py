"""What of a sheet deserves a word though it was read: hidden parts, merged cells, formulas without a value."""

from __future__ import annotations

from collections.abc import Iterator

from ea_cockpit.ingest.map_problems import FormulaWithoutValue, HiddenColumn, HiddenRows, HiddenSheet, MergedCells
from ea_cockpit.ingest.match_body import tall_areas
from ea_cockpit.ingest.plan import SheetPlan, column_letter, is_filled
from ea_cockpit.ingest.problem import Place, Problem

_MOST = 20


def oddities(plan: SheetPlan) -> Iterator[Problem]:
    """All there is to tell about a planned sheet."""
    sheet, file = plan.sheet, plan.table.file
    headings = {column.index: column.heading for column in plan.columns}
    if sheet.hidden:
        yield HiddenSheet(Place(file, sheet.name))
    hidden = sorted(n for n in sheet.hidden_rows if plan.header < n < len(sheet.rows) and is_filled(sheet.rows[n]))
    if hidden:
        yield HiddenRows(Place(file, sheet.name, hidden[0] + 1), values={"count": len(hidden)})
    for place in sorted(sheet.hidden_columns):
        if place in headings:
            where = Place(file, sheet.name, plan.header + 1, column_letter(place), headings[place])
            yield HiddenColumn(where, headings[place])
    if areas := tall_areas(sheet, plan.header):
        top, left = areas[0][:2]
        where = Place(file, sheet.name, top + 1, column_letter(left), headings.get(left, ""))
        yield MergedCells(where, values={"count": len(areas)})
    yield from _without_value(plan, headings)


def _without_value(plan: SheetPlan, headings: dict[int, str]) -> Iterator[Problem]:
    """Formulas the file keeps no value of, by column."""
    rows = plan.sheet.rows
    by_column: dict[int, list[int]] = {}
    for row, column in sorted(plan.sheet.uncached):
        if plan.header < row < len(rows) and is_filled(rows[row]) and column in headings:
            by_column.setdefault(column, []).append(row)
    for column, found in by_column.items():
        letter, heading = column_letter(column), headings[column]
        # Many of them are told once, at the heading.
        told, count = (found, 1) if len(found) <= _MOST else ([plan.header], len(found))
        for row in told:
            where = Place(plan.table.file, plan.sheet.name, row + 1, letter, heading)
            yield FormulaWithoutValue(where, values={"count": count})
