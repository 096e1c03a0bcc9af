"""From two axes to one verdict of four, or to those still possible, and the sentence that says why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Generic, TypeVar

from ea_cockpit.analyses.analysis import result
from ea_cockpit.analyses.interval import Interval
from ea_cockpit.analyses.portfolio.applications import Assessed
from ea_cockpit.analyses.portfolio.rules import Axis, Grid
from ea_cockpit.i18n import LANGS, Text
from ea_cockpit.model.metamodel import Metamodel

V = TypeVar("V")

_AXIS = Text("{title} {state} (ab {limit})", "{title} {state} (from {limit})")
_STATES = {True: Text("hoch", "high"), False: Text("tief", "low"), None: Text("offen", "open")}
_MISSING = Text("{axes}; es fehlt {missing}.", "{axes}; missing is {missing}.")
_WHOLE = Text("{axes}.", "{axes}.")
VALUE_HELP = (
    "Von 1 bis 5; ein Bereich, wo eine Angabe fehlt, mit der Zahl der Antworten.",
    "From 1 to 5; a range where an answer is missing, with the number of answers.",
)


OFFICE_COLUMN = result(("Amt", "Office"), ("Wer dafür verantwortlich ist.", "Who answers for it."))
COST_COLUMN = result(
    ("Kosten (CHF/Jahr)", "Cost (CHF/year)"),
    (
        "Betrieb und Lizenzen je Jahr; mindestens, wo eine Angabe fehlt.",
        "Operation and licences a year; at least, where an answer is missing.",
    ),
    ...,
)
USERS_COLUMN = result(("Benutzende", "Users"), ("Wie viele damit arbeiten.", "How many people work with it."))
CRITICALITY_COLUMN = result(
    ("Kritikalität", "Criticality"), ("Wie schwer ein Ausfall wiegt.", "How grave a failure is.")
)
REASON_COLUMN = result(("Begründung", "Reason"), ("Woraus das Urteil folgt.", "What the verdict follows from."), ...)
POSSIBLE_COLUMN = result(
    ("Noch möglich", "Still possible"), ("Wo unentschieden: was noch sein kann.", "Where undecided: what may be."), ()
)
"""What both assessments tell of an application beside their verdict."""


def possible(grid: Grid, marks: Mapping[str, int | None], table: Mapping[tuple[bool, bool], V]) -> tuple[V, ...]:
    """The verdicts still possible, by (value high, fit high); one alone where the answers settle it."""
    axes = [_ends(axis.high(marks)) for axis in (grid.value, grid.fit)]
    return tuple(table[value, fit] for value, fit in product(*axes))


def open_marks(grid: Grid, marks: Mapping[str, int | None]) -> tuple[str, ...]:
    """The missing assessments the verdict hangs on: those of the axes that are not settled."""
    axes = [axis for axis in (grid.value, grid.fit) if axis.high(marks) is None]
    return tuple(dict.fromkeys(name for axis in axes for name in axis.weights if marks.get(name) is None))


def _ends(high: bool | None) -> tuple[bool, ...]:
    return (True, False) if high is None else (high,)


@dataclass(frozen=True, slots=True)
class Judgement(Generic[V]):
    """What follows from one set of assessments."""

    found: tuple[V, ...]
    value: Interval
    fit: Interval
    reason: Text
    open_marks: Text


class Judge(Generic[V]):
    """Judges applications by one grid; the same assessments are judged once, for there are few that differ."""

    def __init__(
        self, grid: Grid, table: Mapping[tuple[bool, bool], V], axes: tuple[Text, Text], metamodel: Metamodel
    ) -> None:
        self.grid, self.table, self.axes = grid, table, axes
        self.fields = metamodel["Application"].by_name
        self._known: dict[tuple[int | None, ...], Judgement[V]] = {}

    def __call__(self, one: Assessed) -> Judgement[V]:
        """The judgement on an application."""
        key = tuple(one.marks.values())
        if key not in self._known:
            self._known[key] = self._judged(one.marks)
        return self._known[key]

    def _judged(self, marks: Mapping[str, int | None]) -> Judgement[V]:
        value, fit = self.grid.value.score(marks), self.grid.fit.score(marks)
        open_titles = self._titles(open_marks(self.grid, marks))
        return Judgement(possible(self.grid, marks, self.table), value, fit, self._reason(marks), open_titles)

    def _reason(self, marks: Mapping[str, int | None]) -> Text:
        """Both axes with their limits, and what is missing."""
        both = [self._axis(title, axis, marks) for title, axis in zip(self.axes, self._grid_axes, strict=True)]
        told = Text(*(", ".join(axis.in_(lang) for axis in both) for lang in LANGS))
        used = {name for axis in self._grid_axes for name in axis.weights}
        missing = [name for name, mark in marks.items() if mark is None and name in used]
        return _MISSING.format(axes=told, missing=self._titles(missing)) if missing else _WHOLE.format(axes=told)

    @property
    def _grid_axes(self) -> tuple[Axis, Axis]:
        return self.grid.value, self.grid.fit

    def _titles(self, names: Sequence[str]) -> Text:
        return Text(*(", ".join(self.fields[name].title.in_(lang) for name in names) for lang in LANGS))

    def _axis(self, title: Text, axis: Axis, marks: Mapping[str, int | None]) -> Text:
        return _AXIS.format(title=title, state=_STATES[axis.high(marks)], limit=f"{axis.high_from:g}")
