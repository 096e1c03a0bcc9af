"""A span of time as people write it: `5..7`, `5..`, `2026-01-01..2026-03-31`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ea_cockpit.errors import WrongUsage
from ea_cockpit.graph.catalogue_values import Reader
from ea_cockpit.graph.history_runs import BEGINNING, Run, When, all_runs, run_at
from ea_cockpit.i18n import Text

_HINT = Text(
    "Schreiben Sie die Nummer eines Imports oder einen Tag wie 2026-03-31; eine Spanne mit zwei Punkten, wie 5..7.",
    "Write the number of an import or a day like 2026-03-31; a span with two dots, as 5..7.",
)


@dataclass(frozen=True, slots=True)
class Span:
    """From the state after one run to the state after another; 0 is the empty graph."""

    since: int
    until: int
    since_at: dt.datetime | None
    until_at: dt.datetime | None


def moment(text: str) -> When:
    """A state as written: the number of an import, or a day."""
    if text.isdecimal():
        return int(text)
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        fault = Text(
            f"«{text}» ist weder die Nummer eines Imports noch ein Tag.",
            f"'{text}' is neither the number of an import nor a day.",
        )
        raise WrongUsage(fault=fault, hint=_HINT) from None


def span(reader: Reader, text: str) -> Span:
    """The span written; an open end is the beginning or now. What was imported on its first day belongs to it."""
    first, dots, last = text.partition("..")
    if not dots:
        fault = Text(f"«{text}» ist keine Spanne.", f"'{text}' is no span.")
        raise WrongUsage(fault=fault, hint=_HINT)
    runs = all_runs(reader)
    begin = moment(first) if first else BEGINNING
    since = run_at(begin - dt.timedelta(days=1) if isinstance(begin, dt.date) else begin, runs)
    until = run_at(moment(last), runs) if last else max((run.number for run in runs), default=BEGINNING)
    if since > until:
        fault = Text(f"{text} läuft rückwärts.", f"{text} runs backwards.")
        raise WrongUsage(fault=fault, hint=_HINT)
    return Span(since, until, _at(since, runs), _at(until, runs))


def _at(number: int, runs: list[Run]) -> dt.datetime | None:
    return next((run.at for run in runs if run.number == number), None)
