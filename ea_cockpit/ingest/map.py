"""Recognises any layout by evidence: sheets by title, headings and keys, columns by headings and cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ea_cockpit.ingest.correct import CHOSEN, NOT_WANTED, Corrections
from ea_cockpit.ingest.map_problems import DoubtfulSheet
from ea_cockpit.ingest.match_columns import PROPOSED
from ea_cockpit.ingest.match_content import Elsewhere
from ea_cockpit.ingest.match_look import DOUBTFUL, UNKNOWN, Look, look, note_entries
from ea_cockpit.ingest.match_oddities import oddities
from ea_cockpit.ingest.match_plan import plan_sheet
from ea_cockpit.ingest.match_sheets import SheetMatch
from ea_cockpit.ingest.plan import NO_ROWS, Ignored, Plan, SheetPlan
from ea_cockpit.ingest.problem import Place, Problem
from ea_cockpit.ingest.problems import MissingIdColumn, NothingRecognised
from ea_cockpit.ingest.vocabulary import Vocabulary, field_headings, vocabulary_of
from ea_cockpit.model.bulk import collector_paused
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.reader import Table

__all__ = ["field_headings", "map_tables"]


@dataclass
class _Findings:
    """What was found so far, over all files."""

    sheets: list[SheetPlan] = field(default_factory=list)
    doubtful: list[SheetPlan] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@collector_paused()
def map_tables(tables: Sequence[Table], metamodel: Metamodel, corrections: Corrections | None = None) -> Plan:
    """Match every sheet of every file to a fact type; what is left out is listed with the reason.

    What `corrections` say of a sheet or column goes before all evidence.
    """
    vocabulary, elsewhere, found = vocabulary_of(metamodel), Elsewhere(metamodel), _Findings()
    looks = [look(table, sheet, vocabulary) for table in tables for sheet in table.sheets]
    note_entries(looks, elsewhere, vocabulary)
    for table in tables:
        before = len(found.sheets)
        own = [item for item in looks if item.table is table]
        for item in own:
            _map_sheet(item, vocabulary, elsewhere, found, corrections or Corrections())
        # A template without entries is recognised all the same: it is empty, not foreign.
        known = any(item.sheet.name.casefold() in vocabulary.sheet_titles for item in own)
        if len(found.sheets) == before and not known:
            found.problems.append(NothingRecognised(Place(table.file)))
    return Plan(tuple(found.sheets), tuple(found.ignored), tuple(found.problems), tuple(found.doubtful))


def _map_sheet(
    item: Look, vocabulary: Vocabulary, elsewhere: Elsewhere, found: _Findings, corrections: Corrections
) -> None:
    file, name, rows = item.table.file, item.sheet.name, len(item.filled)
    best = item.candidates[0] if item.candidates else None
    if (file, name) in corrections.sheets and item.header is not None:
        label = corrections.sheets[file, name]
        item.why = None if label else NOT_WANTED.reason
        best = SheetMatch(vocabulary[label].kind, CHOSEN) if label else None
    if item.why or best is None or best.match.confidence < PROPOSED:
        found.ignored.append(Ignored(file, name, rows, item.why or UNKNOWN))
        return
    if not item.body:
        found.ignored.append(Ignored(file, name, rows, NO_ROWS))
        return
    planned = plan_sheet(item, best, vocabulary, elsewhere, corrections.columns.get((file, name), {}))
    if planned is None:
        header = item.header.row + 1 if item.header else 0
        # A sheet that is only perhaps about something lacks nothing.
        if best.match.certain:
            found.problems.append(MissingIdColumn(Place(file, name, header)))
        found.ignored.append(Ignored(file, name, rows, MissingIdColumn.says if best.match.certain else UNKNOWN))
    elif best.match.certain:
        found.sheets.append(planned.sheet)
        found.ignored += planned.ignored
        found.problems += [*planned.problems, *oddities(planned.sheet)]
    else:
        found.doubtful.append(planned.sheet)
        found.problems.append(_doubt(file, name, best))
        found.ignored.append(Ignored(file, name, rows, DOUBTFUL))


def _doubt(file: str, name: str, best: SheetMatch) -> Problem:
    values = {
        "facts": best.kind.plural,
        "percent": round(best.match.confidence * 100),
        "reason": best.match.reason,
    }
    return DoubtfulSheet(Place(file, name), name, values)
