"""The office's own weights and limits for TIME and the four Rs, read from `portfolio.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from ea_cockpit.analyses.interval import Interval
from ea_cockpit.analyses.policy import Policy
from ea_cockpit.analyses.policy_file import PolicyForm, read_policy

FILE = "portfolio.yaml"
WORST, BEST = 1, 5
"""The ends of the scale all assessments use."""

Mark = Literal["business_value", "functional_fit", "technical_fit"]


class Axis(PolicyForm):
    """One axis: the assessments it is made of with their weights, and from which mean on it is high."""

    weights: dict[Mark, Annotated[float, Field(gt=0, allow_inf_nan=False)]] = Field(min_length=1)
    high_from: float = Field(gt=WORST, le=BEST)

    def score(self, marks: Mapping[str, int | None]) -> Interval:
        """The weighted mean; an assessment that is missing may be anything on the scale."""
        return Interval.mean(((marks.get(name), weight) for name, weight in self.weights.items()), WORST, BEST)

    def high(self, marks: Mapping[str, int | None]) -> bool | None:
        """Whether it is high; None where what is missing could decide it either way."""
        return self.score(marks).reaches(self.high_from)


class Grid(PolicyForm):
    """Two axes: what the application is worth, and in which condition it is."""

    value: Axis
    fit: Axis


class PortfolioRules(PolicyForm):
    """Both ways to assess the portfolio."""

    version: str
    time: Grid
    four_rs: Grid


def rules_of(policy: Policy) -> PortfolioRules:
    """The rules in force; a broken own file raises `BrokenPolicyFile`."""
    return read_policy(policy, FILE, PortfolioRules)
