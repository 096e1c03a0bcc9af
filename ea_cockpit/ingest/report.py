"""What an import did or would do: counts, links, sheets left out and all problems; as text, as JSON."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ea_cockpit.i18n import Lang, translator
from ea_cockpit.ingest.capped import More
from ea_cockpit.ingest.cell_change import CellChange, merged_json
from ea_cockpit.ingest.compare import ChangeSet
from ea_cockpit.ingest.grouped import counted, problem_lines
from ea_cockpit.ingest.ledger import SheetCount
from ea_cockpit.ingest.plan import EMPTY, NO_ROWS, OWN_SHEET, Ignored
from ea_cockpit.ingest.problem import Problem, Severity
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.annotate import Kept
from ea_cockpit.tabular.inventory import OWN_SHEETS


@dataclass(slots=True)
class FactCount:
    """What became of the rows of one fact type; rows = the sum of all others but retired."""

    rows: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    retired: int = 0
    rejected: int = 0
    repeated: int = 0


@dataclass(slots=True)
class Report:
    """The outcome of a check or an import.

    Of very large files `problems` are the first of each kind in each column, and `more` counts the others.
    """

    run: int | None
    written: bool
    facts: dict[str, FactCount]
    links_created: int
    links_removed: int
    ignored: tuple[Ignored, ...]
    problems: tuple[Problem, ...]
    changes: ChangeSet = field(default_factory=ChangeSet, repr=False)
    sheets: tuple[SheetCount, ...] = ()
    cells: tuple[CellChange, ...] = ()
    rest: Mapping[tuple[str, str], Kept] = field(default_factory=dict, repr=False)
    more: tuple[More, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Whether rows had to be kept out."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def count(self, severity: Severity) -> int:
        """How many problems of this severity there are, listed or not."""
        listed = sum(problem.severity is severity for problem in self.problems)
        return listed + sum(more.count for more in self.more if more.kind.severity is severity)

    def as_json(self, lang: Lang) -> dict[str, Any]:
        """The contract of `--format json`."""
        return {
            "run": self.run,
            "written": self.written,
            "facts": {label: _count(count) for label, count in self.facts.items()},
            "links": {"created": self.links_created, "removed": self.links_removed},
            "ignored_sheets": [
                {"file": item.file, "sheet": item.sheet, "rows": item.rows, "why": item.why.in_(lang)}
                for item in self.ignored
            ],
            "sheets": [dataclasses.asdict(sheet) for sheet in self.sheets],
            "problems": [problem_json(problem, lang) for problem in self.problems],
            "more_problems": [more.as_json() for more in self.more],
            **merged_json(self.cells),
        }


def _count(count: FactCount) -> dict[str, int]:
    return {name: getattr(count, name) for name in FactCount.__slots__}


def problem_json(problem: Problem, lang: Lang) -> dict[str, Any]:
    """One problem as data for scripts."""
    place = problem.place
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "file": place.file,
        "sheet": place.sheet,
        "row": place.row or None,
        "column": place.heading or place.column or None,
        "value": problem.value,
        "message": problem.message(lang),
        "remedy": problem.way_out(lang),
    }


def text_lines(report: Report, metamodel: Metamodel, lang: Lang, most: int = 40) -> Iterator[str]:
    """The report for a terminal: what happened, what was left out, what to mend."""
    _ = translator(lang)
    yield _headline(report, lang)
    yield ""
    yield f"  {'':32}{_('rows'):>9}{_('new'):>9}{_('changed'):>9}{_('same'):>9}{_('rejected'):>11}"
    for label, c in report.facts.items():
        title = metamodel[label].plural.in_(lang)
        yield f"  {title:32}{c.rows:>9}{c.created:>9}{c.updated:>9}{c.unchanged:>9}{c.rejected:>11}"
    yield "  " + _("Links: {created} new, {removed} removed").format(
        created=report.links_created, removed=report.links_removed
    )
    for item in report.ignored:
        # A template's own sheets and those with nothing but headings need no line.
        if item.why in (OWN_SHEET, NO_ROWS, EMPTY):
            continue
        yield "  " + _("Left out: {file}, sheet {sheet} ({rows} rows): {why}").format(
            file=item.file, sheet=item.sheet, rows=item.rows, why=item.why.in_(lang)
        )
    if report.sheets:
        yield "  " + _rows(report, lang)
    if report.problems:
        yield "  " + counted(report.problems, lang, report.more)
        yield from problem_lines(report.problems, lang, most, report.more)
    yield ""
    yield next_step(report, lang)


def _headline(report: Report, lang: Lang) -> str:
    _ = translator(lang)
    if report.written:
        return _("Import {run} is done.").format(run=report.run)
    if report.has_errors:
        return _("Nothing was written: rows with errors stand in the way (--accept-valid imports the others).")
    return _("Checked; nothing was written.")


def _rows(report: Report, lang: Lang) -> str:
    """What became of all rows of all files, in a line."""
    _ = translator(lang)
    # Rows of the sheets the cockpit itself puts into a workbook tell nobody anything.
    sheets = [sheet for sheet in report.sheets if sheet.sheet not in OWN_SHEETS]
    read, imported, rejected, left_out = (
        sum(getattr(sheet, name) for sheet in sheets) for name in ("read", "imported", "rejected", "left_out")
    )
    return _("Rows read: {read} = {imported} accepted + {rejected} rejected + {left_out} headings and left out").format(
        read=read, imported=imported, rejected=rejected, left_out=left_out
    )


def next_step(report: Report, lang: Lang) -> str:
    """What the user does best after this."""
    _ = translator(lang)
    if report.has_errors and not report.written:
        return _("Next: write the workbook with notes (--annotated FILE), correct it there and import it.")
    if report.rest:
        return _("Next: the rows kept out come with --annotated FILE; correct them there and import them.")
    if not report.written:
        return _("Next: ea-cockpit import with the same files.")
    return _("Next: see it in the cockpit (ea-cockpit ui).")
