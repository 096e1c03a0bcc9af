"""Applications by the four Rs: review, reward, refresh, remove; undecided where answers are missing."""

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
from ea_cockpit.model.protection import Need
from ea_cockpit.model.values import Choice


class FourR(Choice):
    """What an application deserves."""

    REMOVE = "remove", "Remove (entfernen)", "Remove"
    REFRESH = "refresh", "Refresh (erneuern)", "Refresh"
    REVIEW = "review", "Review (überdenken)", "Review"
    REWARD = "reward", "Reward (belohnen)", "Reward"
    UNDECIDED = "undecided", "unentschieden", "undecided"


VERDICTS = {
    (True, True): FourR.REWARD,
    (True, False): FourR.REFRESH,
    (False, True): FourR.REVIEW,
    (False, False): FourR.REMOVE,
}
"""The verdict by (benefit high, technology good)."""
AXES = Text("Nutzen", "Benefit"), Text("Technik", "Technology")

_WAYS = {
    FourR.REWARD: Text(
        "Pflegen und weiter nutzen; prüfen, ob sie anderen Ämtern dienen kann.",
        "Keep and care for it; see whether it can serve other offices.",
    ),
    FourR.REFRESH: Text(
        "Die Technik erneuern, die Fachlichkeit behalten.", "Renew the technology, keep what it does."
    ),
    FourR.REVIEW: Text(
        "Mit dem Amt klären, ob sie besser oder für anderes genutzt wird.",
        "Settle with the office whether to use it better or for something else.",
    ),
    FourR.REMOVE: Text("Ablösen und abschalten.", "Replace it and switch it off."),
    FourR.UNDECIDED: Text("Erfragen: {missing}.", "Ask for: {missing}."),
}  # fmt: skip
_SUCCESSOR = Text("{way} Als Nachfolge ist «{name}» bestimmt.", "{way} Its successor is “{name}”.")
_SOLUTION = Text("{way} Standardlösung ist «{name}».", "{way} The standard solution is “{name}”.")
_NOTHING = Text("{way} Eine Nachfolge ist nicht bestimmt.", "{way} No successor is named.")


class ReviewRow(AboutFact):
    """One application with its verdict."""

    office: str | None = OFFICE_COLUMN
    verdict: FourR = result(
        ("Urteil", "Verdict"),
        ("Was aus Nutzen und Technik folgt; unentschieden, wo Angaben fehlen und es anders sein könnte.",
         "What follows from benefit and technology; undecided where answers are missing and it could be otherwise."),
        ...,
    )  # fmt: skip
    possible: tuple[FourR, ...] = POSSIBLE_COLUMN
    value: Interval = result(("Nutzen", "Benefit"), VALUE_HELP, ...)
    fit: Interval = result(("Technik", "Technology"), VALUE_HELP, ...)
    reason: Text = REASON_COLUMN
    way_out: Text = result(("Vorgehen", "What to do"), ("Was daraus folgt.", "What follows from it."), ...)
    cost: Interval = COST_COLUMN
    users: int | None = USERS_COLUMN
    criticality: Need | None = CRITICALITY_COLUMN


class ApplicationReview(Analysis):
    """All applications in operation by the four Rs."""

    name = "application_review"
    topic = Topic.PORTFOLIO
    row = ReviewRow
    parameters = (OFFICE, CAPABILITY)
    helpers = ("ways_out",)
    worked_out = tuple(ReviewRow.model_fields)
    figures: ClassVar[dict[str, Text]] = {
        "applications": Text("Applikationen", "Applications"),
        "by_verdict": Text("Nach Urteil", "By verdict"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """Each application once: what should go first, what is undecided last."""
        judge = Judge(rules_of(asked.policy).four_rs, VERDICTS, AXES, asked.metamodel)
        ways = {id_: (successor, solution) for id_, successor, solution in asked.read(self.query)[0]["ways_out"]}
        rows = [_row(one, judge(one), ways.get(one.id, (None, None))) for one in assessed(asked)]
        return [*sorted(rows, key=_order)]

    def summary(self, rows: Sequence[ReviewRow]) -> dict[str, Any]:
        """How many get which verdict."""
        counted = Counter(row.verdict for row in rows)
        return {
            "applications": len(rows),
            "by_verdict": {word.value: counted[word] for word in FourR if counted[word]},
        }


def _row(one: Assessed, judged: Judgement[FourR], ways: tuple[str | None, str | None]) -> ReviewRow:
    found = judged.found
    verdict = found[0] if len(found) == 1 else FourR.UNDECIDED
    way = _WAYS[verdict]
    if verdict is FourR.UNDECIDED:
        way = way.format(missing=judged.open_marks)
    elif verdict in (FourR.REMOVE, FourR.REVIEW):
        way = _with_successor(way, *ways, verdict)
    return ReviewRow(
        label="Application", id=one.id, name=one.name, office=one.office, cost=one.cost, users=one.users,
        criticality=one.criticality, reason=judged.reason, verdict=verdict,
        possible=found if len(found) > 1 else (), value=judged.value, fit=judged.fit, way_out=way,
    )  # fmt: skip


def _with_successor(way: Text, successor: str | None, solution: str | None, verdict: FourR) -> Text:
    if successor:
        return _SUCCESSOR.format(way=way, name=successor)
    if solution:
        return _SOLUTION.format(way=way, name=solution)
    return _NOTHING.format(way=way) if verdict is FourR.REMOVE else way


_PLACES = {verdict: place for place, verdict in enumerate(FourR)}


def _order(row: ReviewRow) -> tuple[int, str, str]:
    return _PLACES[row.verdict], (row.name or row.id).casefold(), row.id
