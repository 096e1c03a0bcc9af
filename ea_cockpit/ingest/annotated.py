"""A file with its problems in it, to correct and import again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ea_cockpit.i18n import Lang
from ea_cockpit.ingest.problem import Problem, shorten
from ea_cockpit.tabular.annotate import Kept, Mark, annotate
from ea_cockpit.tabular.baseline import BASELINE_SHEET
from ea_cockpit.tabular.reader import Table

Rest = Mapping[tuple[str, str], Kept]
"""By file and sheet the rows that were kept out, with everything down to the headings above them."""


def annotated(table: Table, problems: Sequence[Problem], lang: Lang, rest: Rest | None = None) -> bytes:
    """The file as a workbook with its cells coloured, notes, and a first sheet that lists all its problems.

    With `rest` it holds only those rows, ready to correct and import again after an import of the valid ones.
    """
    own = [problem for problem in problems if problem.place.file in ("", table.file)]
    kept = None if rest is None else {sheet: rows for (file, sheet), rows in rest.items() if file == table.file}
    if kept is not None:
        # What the workbook held when it was exported has to come back with it.
        kept |= {s.name: Kept(tuple(range(1, len(s.rows) + 1)), 0) for s in table.sheets if s.name == BASELINE_SHEET}
    if kept is not None:
        rows_of = {sheet: set(rows.rows) for sheet, rows in kept.items()}
        own = [p for p in own if not p.place.row or p.place.row in rows_of.get(p.place.sheet, ())]
    return annotate(table, [_mark(problem, lang) for problem in own], lang, kept)


def _mark(problem: Problem, lang: Lang) -> Mark:
    place = problem.place
    return Mark(
        place.sheet, place.row, place.column if place.column.isalpha() else "", problem.severity.value, place.heading,
        shorten(problem.value, 200), problem.sentence(lang), problem.way_out(lang), problem.code,
    )  # fmt: skip
