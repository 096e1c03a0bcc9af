"""How sure the order of the groups is: thousands of other weights, and what becomes of each group under them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ea_cockpit.analyses.centralise.flows import Scores
from ea_cockpit.analyses.centralise.settings import Stability


@dataclass(frozen=True, slots=True)
class Profile:
    """All groups in numbers, a row each: how alike by part, which share of pairs knows the part, the other criteria."""

    alike: Scores
    """The mean of each part over all pairs, what is not known as 0."""
    known: Scores
    criteria: Scores
    """The criteria of the rank besides the likeness, from 0 to 1."""
    least_known: float
    """Where less than this share of the weight is known, the rest counts as not alike."""

    def likeness(self, weights: Scores) -> Scores:
        """How alike each group is by what is known; `weights` one row a draw, the answer one row a draw."""
        return np.asarray(weights @ self.alike.T / np.maximum(weights @ self.known.T, self.least_known))

    def rank(self, parts: Scores, criteria: Scores) -> Scores:
        """The value groups are ranked by; the first weight of the criteria is that of the likeness."""
        return np.asarray(criteria[:, :1] * self.likeness(parts) + criteria[:, 1:] @ self.criteria.T)


@dataclass(frozen=True, slots=True)
class Steady:
    """In which share of the weightings a group comes first, stays among the top, and is a group at all."""

    first: float
    top: float
    holds: float


def steadiness(
    profile: Profile, parts: Scores, criteria: Scores, threshold: float, settings: Stability
) -> tuple[list[Steady], Scores]:
    """The share of draws for each group, and the value under the weights as they are set."""
    if not len(profile.alike):
        return [], np.empty(0)
    dice = np.random.default_rng(settings.seed)
    value = profile.rank(parts[None, :], criteria[None, :])[0]
    drawn_parts, drawn_criteria = (_draw(weights, settings, dice) for weights in (parts, criteria))
    ranked = profile.rank(drawn_parts, drawn_criteria)
    count, top = ranked.shape[1], min(settings.top, ranked.shape[1])
    first = np.bincount(ranked.argmax(axis=1), minlength=count) / settings.draws
    best = np.argpartition(-ranked, top - 1, axis=1)[:, :top]
    among = np.bincount(best.ravel(), minlength=count) / settings.draws
    holds = (profile.likeness(drawn_parts) >= threshold).mean(axis=0)
    shares = zip(first.tolist(), among.tolist(), holds.tolist(), strict=True)
    return [Steady(*shared) for shared in shares], value


def _draw(weights: Scores, settings: Stability, dice: np.random.Generator) -> Scores:
    """Each weight times something around one, then all to a sum of one."""
    drawn = weights * np.exp(dice.normal(0, settings.spread, (settings.draws, len(weights))))
    return np.asarray(drawn / drawn.sum(axis=1, keepdims=True))
