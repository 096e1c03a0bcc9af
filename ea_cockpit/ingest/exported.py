"""Finds the workbooks that were once exported from here, and what they held then."""

from __future__ import annotations

from collections.abc import Sequence

from ea_cockpit.graph.catalogue_values import Reader
from ea_cockpit.graph.queries import load
from ea_cockpit.ingest.known import Known
from ea_cockpit.ingest.merge_problems import BaselineDamaged, BaselineElsewhere
from ea_cockpit.ingest.problem import Place, Problem
from ea_cockpit.tabular.baseline import BASELINE_SHEET, Baseline, DamagedBaseline, read_baseline
from ea_cockpit.tabular.reader import Table


def baselines_of(tables: Sequence[Table], known: Known, reader: Reader) -> tuple[dict[str, Baseline], list[Problem]]:
    """Baselines by file. One that is damaged or of another graph is empty: then every difference is asked."""
    found: dict[str, Baseline] = {}
    problems = list[Problem]()
    for table in tables:
        try:
            baseline = read_baseline(table)
        except DamagedBaseline:
            baseline = Baseline()
            problems.append(BaselineDamaged(Place(table.file, BASELINE_SHEET)))
        if baseline is None:
            continue
        if baseline.facts and not _from_here(baseline, reader):
            baseline = Baseline()
            # With nothing recorded here there is nothing to be asked.
            problems += [BaselineElsewhere(Place(table.file, BASELINE_SHEET))] if known.facts else []
        found[table.file] = baseline
    return found, problems


def _from_here(baseline: Baseline, reader: Reader) -> bool:
    """Whether this graph has the run the workbook was exported after."""
    if baseline.run is None:
        return True
    rows = reader.read(load("import/run_at"), run=baseline.run)
    return any(row["at"].isoformat() == baseline.run_at for row in rows)
