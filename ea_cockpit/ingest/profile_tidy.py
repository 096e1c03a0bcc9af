"""Leaves out of a sheet read by a profile what is no entry, by the same evidence as where no profile is at hand."""

from __future__ import annotations

from dataclasses import replace

from ea_cockpit.ingest.left_out import find_left_out
from ea_cockpit.ingest.match_body import as_read, tall_areas
from ea_cockpit.ingest.match_header import heading_text
from ea_cockpit.ingest.match_rows import LeftOut
from ea_cockpit.ingest.plan import is_filled
from ea_cockpit.ingest.profile_schema import SheetRule
from ea_cockpit.ingest.profile_sheets import Grid
from ea_cockpit.ingest.profile_values import Values


def tidied(grid: Grid, rule: SheetRule, values: Values) -> tuple[Grid, LeftOut]:
    """The sheet with rows that are no entries emptied and merged cells filled, and the rows left out."""
    about = rule.facts[0]
    key = values.first_column(about.id)
    name = values.first_column(about.fields["name"]) if "name" in about.fields else None
    body = [number for number, row in enumerate(grid.sheet.rows) if number > grid.header and is_filled(row)]
    # As they stand in the file: a row that repeats them knows nothing of the names a rule gives to columns.
    headings = [heading_text(cell) for cell in grid.sheet.rows[grid.header]] if body else []
    left_out = find_left_out(grid.sheet, grid.header, headings, body, key, name)
    sheet = as_read(grid.sheet, left_out.numbers, tall_areas(grid.sheet, grid.header))
    return replace(grid, sheet=sheet), left_out
