"""From two axes to one verdict of four, or to those still possible, and the sentence that says why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from ea_cockpit.analyses.analysis import result
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
    axes = [_ends(axis.high(dict(marks))) for axis in (grid.value, grid.fit)]
    return tuple(table[value, fit] for value, fit in product(*axes))


def open_marks(grid: Grid, marks: Mapping[str, int | None]) -> tuple[str, ...]:
    """The missing assessments the verdict hangs on: those of the axes that are not settled."""
    axes = [axis for axis in (grid.value, grid.fit) if axis.high(dict(marks)) is None]
    return tuple(dict.fromkeys(name for axis in axes for name in axis.weights if marks.get(name) is None))


def _ends(high: bool | None) -> tuple[bool, ...]:
    return (True, False) if high is None else (high,)


@dataclass(frozen=True, slots=True)
class Wording:
    """Says why a verdict holds, in the words of the catalogue."""

    grid: Grid
    value: Text
    fit: Text
    metamodel: Metamodel

    def reason(self, one: Assessed) -> Text:
        """Both axes with their limits, and what is missing."""
        axes = self._axis(self.value, self.grid.value, one), self._axis(self.fit, self.grid.fit, one)
        told = Text(*(", ".join(axis.in_(lang) for axis in axes) for lang in LANGS))
        missing = [name for name in one.missing if name in {**self.grid.value.weights, **self.grid.fit.weights}]
        return _MISSING.format(axes=told, missing=self.titles(missing)) if missing else _WHOLE.format(axes=told)

    def titles(self, names: Sequence[str]) -> Text:
        """The fields of these names as the catalogue calls them."""
        fields = self.metamodel["Application"].by_name
        return Text(*(", ".join(fields[name].title.in_(lang) for name in names) for lang in LANGS))

    def _axis(self, title: Text, axis: Axis, one: Assessed) -> Text:
        return _AXIS.format(title=title, state=_STATES[axis.high(one.marks)], limit=f"{axis.high_from:g}")
