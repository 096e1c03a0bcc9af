"""The weights and limits of the comparison: shipped in `centralisation.yaml`, or the office's own."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from ea_cockpit.analyses.policy import Policy
from ea_cockpit.analyses.policy_file import PolicyForm, read_policy
from ea_cockpit.i18n import Text
from ea_cockpit.model.facts.application import ApplicationKind

FILE = "centralisation.yaml"
Weight = Annotated[float, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)]


class _Weights(PolicyForm):
    """Weights; at least one counts."""

    @model_validator(mode="after")
    def _counts(self) -> _Weights:
        if not any(self.shares().values()):
            raise ValueError(Text("Mindestens ein Gewicht muss über 0 sein.", "At least one weight must be above 0."))
        return self

    def shares(self) -> dict[str, float]:
        """The weights as shares of one."""
        total = sum(float(weight) for _, weight in self)
        return {name: float(weight) / total if total else 0.0 for name, weight in self}


class LikenessWeights(_Weights):
    """What each part adds to the likeness of two applications."""

    name: Weight = 40
    capability: Weight = 20
    data: Weight = 15
    product: Weight = 10
    supplier: Weight = 5
    technology: Weight = 5
    interfaces: Weight = 5


class RankingWeights(_Weights):
    """What each criterion adds to the rank of a group."""

    likeness: Weight = 30
    offices: Weight = 25
    cost: Weight = 20
    interfaces: Weight = 10
    standard: Weight = 15


class LeaveOut(PolicyForm):
    """What is not compared."""

    kinds: frozenset[ApplicationKind] = frozenset()
    words: frozenset[str] = frozenset()
    modules: bool = True
    succeeded: bool = True


class Common(PolicyForm):
    """What already serves all offices."""

    kinds: frozenset[ApplicationKind] = frozenset()
    words: frozenset[str] = frozenset()


class Likeness(PolicyForm):
    """When two applications count as doing the same work."""

    weights: LikenessWeights = LikenessWeights()
    threshold: Share = 0.6
    least_known: float = Field(0.55, gt=0, le=1)
    block: int = Field(20, ge=2, le=2000)


class NameWords(PolicyForm):
    """Words that say nothing about the task."""

    filler: frozenset[str] = frozenset()
    nothing: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    short: dict[str, str] = {}


class Full(PolicyForm):
    """From where on a criterion counts in full."""

    offices: float = Field(10, gt=2)
    cost: float = Field(500_000, gt=0)
    interfaces: float = Field(20, gt=0)


class Ranking(PolicyForm):
    """What decides the order of the groups."""

    weights: RankingWeights = RankingWeights()
    full: Full = Full()


class Stability(PolicyForm):
    """How the weights are varied."""

    draws: int = Field(2000, ge=100, le=100_000)
    spread: float = Field(0.5, gt=0, le=3)
    seed: int = 1
    top: int = Field(5, ge=1)


class Target(PolicyForm):
    """What a member must be fit for to become the solution for all."""

    fit: int = Field(3, ge=1, le=5)


class CentralisationSettings(PolicyForm):
    """The whole file."""

    version: int = 1
    leave_out: LeaveOut = LeaveOut()
    common: Common = Common()
    likeness: Likeness = Likeness()
    name: NameWords = NameWords()
    ranking: Ranking = Ranking()
    stability: Stability = Stability()
    target: Target = Target()
    contract_months: int = Field(12, ge=0)


def load_weights(policy: Policy) -> CentralisationSettings:
    """The settings in force."""
    return read_policy(policy, FILE, CentralisationSettings)
