"""Applications by TIME: tolerate, invest, migrate, eliminate; undecided where answers are missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.interval import Interval
from ea_cockpit.analyses.portfolio.applications import CAPABILITY, OFFICE, Assessed, assessed
from ea_cockpit.analyses.portfolio.rules import rules_of
from ea_cockpit.analyses.portfolio.verdict import (
    COST_COLUMN,
    CRITICALITY_COLUMN,
    OFFICE_COLUMN,
    POSSIBLE_COLUMN,
    REASON_COLUMN,
    USERS_COLUMN,
    VALUE_HELP,
    Judge,
    Judgement,
)
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.i18n import Text
from ea_cockpit.model.facts.application import Decision
from ea_cockpit.model.protection import Need
from ea_cockpit.model.values import Choice


class Quadrant(Choice):
    """Where an application lies."""

    TOLERATE = "tolerate", "Tolerieren", "Tolerate"
    INVEST = "invest", "Investieren", "Invest"
    MIGRATE = "migrate", "Migrieren", "Migrate"
    ELIMINATE = "eliminate", "Eliminieren", "Eliminate"
    UNDECIDED = "undecided", "unentschieden", "undecided"


class Agreement(Choice):
    """Whether the recorded decision agrees with the quadrant."""

    CONTRADICTS = "contradicts", "Widerspruch", "contradicts"
    OPEN = "open", "offen", "open"
    NONE = "none", "kein Entscheid", "no decision"
    AGREES = "agrees", "stimmt überein", "agrees"


QUADRANTS = {
    (True, True): Quadrant.INVEST,
    (True, False): Quadrant.MIGRATE,
    (False, True): Quadrant.TOLERATE,
    (False, False): Quadrant.ELIMINATE,
}
"""The quadrant by (value high, fit high)."""
AXES = Text("Geschäftswert", "Business value"), Text("Eignung", "Fit")
_DECIDED = Text("{reason} Entschieden ist «{decision}»: {note}", "{reason} The decision is “{decision}”: {note}")
_NO_NOTE = Text("ohne Begründung.", "without a reason.")


class TimeRow(AboutFact):
    """One application with its quadrant."""

    office: str | None = OFFICE_COLUMN
    quadrant: Quadrant = result(
        ("Quadrant", "Quadrant"),
        ("Was aus Wert und Eignung folgt; unentschieden, wo Angaben fehlen und es anders sein könnte.",
         "What follows from value and fit; undecided where answers are missing and it could be otherwise."),
        ...,
    )  # fmt: skip
    possible: tuple[Quadrant, ...] = POSSIBLE_COLUMN
    decision: Decision | None = result(
        ("Entscheid", "Decision"), ("Was im Katalog entschieden ist.", "What the catalogue says was decided.")
    )
    agreement: Agreement = result(
        ("Abgleich", "Agreement"),
        ("Ob der Entscheid zum Quadranten passt.", "Whether the decision agrees with the quadrant."),
        ...,
    )
    value: Interval = result(("Geschäftswert", "Business value"), VALUE_HELP, ...)
    fit: Interval = result(("Eignung", "Fit"), VALUE_HELP, ...)
    reason: Text = REASON_COLUMN
    cost: Interval = COST_COLUMN
    users: int | None = USERS_COLUMN
    criticality: Need | None = CRITICALITY_COLUMN


class TimePortfolio(Analysis):
    """All applications in operation by TIME."""

    name = "time_portfolio"
    topic = Topic.PORTFOLIO
    row = TimeRow
    parameters = (OFFICE, CAPABILITY)
    helpers = ("decided",)
    worked_out = tuple(TimeRow.model_fields)
    figures: ClassVar[dict[str, Text]] = {
        "applications": Text("Applikationen", "Applications"),
        "by_quadrant": Text("Nach Quadrant", "By quadrant"),
        "contradictions": Text("Widersprüche zum Entscheid", "Contradictions to the decision"),
        "without_decision": Text("Ohne Entscheid", "Without a decision"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """Each application once: contradictions first, then what is undecided."""
        judge = Judge(rules_of(asked.policy).time, QUADRANTS, AXES, asked.metamodel)
        decided: dict[str, tuple[Decision | None, str | None]]
        decided = {id_: (Decision.word(word), note) for id_, word, note in asked.read(self.query)[0]["decided"]}
        rows = [_row(one, judge(one), *decided.get(one.id, (None, None))) for one in assessed(asked)]
        return [*sorted(rows, key=_order)]

    def summary(self, rows: Sequence[TimeRow]) -> dict[str, Any]:
        """How many lie where, and how many contradict what was decided."""
        counted = Counter(row.quadrant for row in rows)
        return {
            "applications": len(rows),
            "by_quadrant": {word.value: counted[word] for word in Quadrant if counted[word]},
            "contradictions": sum(row.agreement is Agreement.CONTRADICTS for row in rows),
            "without_decision": sum(row.decision is None for row in rows),
        }


def _row(one: Assessed, judged: Judgement[Quadrant], decision: Decision | None, note: str | None) -> TimeRow:
    found, reason = judged.found, judged.reason
    agreement = agreement_of(decision, found)
    if agreement is Agreement.CONTRADICTS and decision is not None:
        reason = _DECIDED.format(reason=reason, decision=decision.text, note=note or _NO_NOTE)
    return TimeRow(
        label="Application", id=one.id, name=one.name, office=one.office, cost=one.cost, users=one.users,
        criticality=one.criticality, reason=reason, quadrant=found[0] if len(found) == 1 else Quadrant.UNDECIDED,
        possible=found if len(found) > 1 else (), decision=decision, agreement=agreement,
        value=judged.value, fit=judged.fit,
    )  # fmt: skip


def agreement_of(decision: Decision | None, found: Sequence[Quadrant]) -> Agreement:
    """A decision no answer could still confirm contradicts, whatever else is open."""
    if decision is None:
        return Agreement.NONE
    if not any(str.__eq__(decision, quadrant) for quadrant in found):
        return Agreement.CONTRADICTS
    return Agreement.AGREES if len(found) == 1 else Agreement.OPEN


_PLACES = {agreement: place for place, agreement in enumerate(Agreement)}


def _order(row: TimeRow) -> tuple[int, bool, str, str]:
    return _PLACES[row.agreement], row.quadrant is not Quadrant.UNDECIDED, (row.name or row.id).casefold(), row.id
