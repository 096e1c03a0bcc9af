"""In which order the groups are worth looking at, and how sure that order is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ea_cockpit.analyses.centralise.case import Case
from ea_cockpit.analyses.centralise.flows import Scores
from ea_cockpit.analyses.centralise.settings import CentralisationSettings, Full
from ea_cockpit.analyses.centralise.stability import Profile, Steady, steadiness
from ea_cockpit.analyses.centralise.target import TargetKind
from ea_cockpit.analyses.interval import Interval
from ea_cockpit.i18n import Text

_CRITERIA = ("likeness", "offices", "cost", "interfaces", "standard")


@dataclass(frozen=True, slots=True)
class Ranked:
    """A case with its rank, its points and how steady both are."""

    rank: int
    case: Case
    score: Interval
    steady: Steady

    def told(self, top: int) -> Text:
        """How steady, in a sentence."""
        first, among, holds = (
            f"{share * 100:.0f} %" for share in (self.steady.first, self.steady.top, self.steady.holds)
        )
        return Text(
            f"In {first} der Gewichtungen auf Rang 1, in {among} unter den ersten {top}; in {holds} eine Gruppe.",
            f"First in {first} of weightings, among the first {top} in {among}; a group in {holds}.",
        )


def rank(cases: Sequence[Case], parts: Scores, settings: CentralisationSettings) -> list[Ranked]:
    """The cases in their order; equal ones by their ids."""
    if not cases:
        return []
    shares = settings.ranking.weights.shares()
    weights = np.array([shares[name] for name in _CRITERIA])
    criteria = np.array([_criteria(case, settings.ranking.full, _guess(case)) for case in cases])
    alike, known = (np.array(listed) for listed in zip(*((case.alike, case.known) for case in cases), strict=True))
    profile = Profile(alike, known, criteria, settings.likeness.least_known)
    steady, value = steadiness(profile, parts, weights, settings.likeness.threshold, settings.stability)
    order = sorted(range(len(cases)), key=lambda place: (-round(float(value[place]), 9), cases[place].apps[0].id))
    return [
        Ranked(number, cases[place], _score(cases[place], weights, settings.ranking.full), steady[place])
        for number, place in enumerate(order, start=1)
    ]


def _criteria(case: Case, full: Full, cost: float) -> list[float]:
    """All criteria but the likeness, from 0 to 1; two offices are the least and count nothing extra."""
    return [
        min(1.0, max(0, case.offices - 1) / (full.offices - 1)),
        min(1.0, cost / full.cost),
        min(1.0, len(case.rewiring.away) / full.interfaces),
        float(case.target.kind in (TargetKind.STANDARD, TargetKind.COMMON)),
    ]


def _guess(case: Case) -> float:
    """The cost, where those not known cost what the others do."""
    return case.cost.low * case.cost.asked / case.cost.answered if case.cost.answered else 0.0


def _score(case: Case, weights: Scores, full: Full) -> Interval:
    """The points from 0 to 100; low if all that is missing turned out against the group, high if for it."""
    low = [case.likeness.low, *_criteria(case, full, case.cost.low)]
    high = [case.likeness.high, *_criteria(case, full, case.cost.high)]
    asked = case.likeness.asked + case.cost.asked
    answered = case.likeness.answered + case.cost.answered
    return Interval(float(low @ weights) * 100, float(high @ weights) * 100, answered, asked)
