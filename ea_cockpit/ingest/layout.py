"""Which layout files have: a foreign one known by a profile, or the template's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ea_cockpit.ingest.correct import Corrections
from ea_cockpit.ingest.map import map_tables
from ea_cockpit.ingest.plan import Plan
from ea_cockpit.ingest.profile import find_profile
from ea_cockpit.ingest.profile_plan import plan_with
from ea_cockpit.model.bulk import collector_paused
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.reader import Table


@collector_paused()
def recognise(
    tables: Sequence[Table],
    metamodel: Metamodel,
    profile: str | None = None,
    folder: Path | None = None,
    corrections: Corrections | None = None,
) -> tuple[Plan, str | None]:
    """The plan for these files and the name of the profile it follows (None: the template's own layout)."""
    found = find_profile(tables, profile, folder)
    if found is None:
        return map_tables(tables, metamodel, corrections), None
    return plan_with(found, tables, metamodel), found.name
