"""The imports in their order, and the one after which the graph stood at a given day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ea_cockpit.graph.catalogue_values import Reader
from ea_cockpit.graph.history_trouble import NotRecorded, UnknownRun
from ea_cockpit.graph.queries import load

BEGINNING = 0
When = int | dt.date
"""A state: after the import of that number, or at the end of that day; 0 is the empty graph."""


@dataclass(frozen=True, slots=True)
class Run:
    """An import as its history needs it."""

    number: int
    at: dt.datetime
    undone_at: dt.datetime | None
    recorded: bool

    @property
    def day(self) -> dt.date:
        """The day on this machine's clock."""
        return self.at.astimezone().date()


@dataclass(frozen=True, slots=True)
class State:
    """A state of the graph: the import it followed, and when that was; run 0 is the empty graph."""

    run: int
    at: dt.datetime | None

    def as_json(self) -> dict[str, Any]:
        """The state for scripts."""
        return {"run": self.run, "at": self.at.isoformat() if self.at else None}


def all_runs(reader: Reader) -> list[Run]:
    """All imports, the first one first."""
    return [Run(**row) for row in reader.read(load("history/runs"))]


def run_at(when: When, runs: Sequence[Run]) -> int:
    """The number of the last import that belongs to a state; 0 where there is none."""
    if isinstance(when, int):
        if when != BEGINNING and all(run.number != when for run in runs):
            raise UnknownRun(run=when)
        return when
    return max((run.number for run in runs if run.day <= when), default=BEGINNING)


def state_of(reader: Reader, when: When) -> State:
    """The state meant."""
    runs = all_runs(reader)
    number = run_at(when, runs)
    return State(number, next((run.at for run in runs if run.number == number), None))


def runs_between(since: int, until: int, runs: Sequence[Run]) -> list[int]:
    """The imports after one state up to another that count; NotRecorded where nobody knows what one changed."""
    found = [run for run in runs if since < run.number <= until and not run.undone_at]
    for run in reversed(found):
        if not run.recorded:
            raise NotRecorded(run=run.number)
    return [run.number for run in found]
