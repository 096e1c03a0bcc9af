"""What the steps of a scenario did, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ea_cockpit.graph.catalogue import FactRef
from ea_cockpit.graph.history_delta import Key
from ea_cockpit.graph.scenario_apply import Outcome
from ea_cockpit.graph.scenario_read import key_of
from ea_cockpit.i18n import Text
from ea_cockpit.model.metamodel import Link


@dataclass(frozen=True, slots=True)
class Done:
    """One step and what it did: `made` came, `used` was needed, `placed` are links that were set anew."""

    number: int
    verb: str
    title: Text
    outcome: Outcome
    made: tuple[FactRef, ...] = ()
    used: tuple[FactRef, ...] = ()
    placed: tuple[tuple[FactRef, Link], ...] = ()
    target: FactRef | None = None


@dataclass(slots=True)
class Applied:
    """All of a scenario that was applied: its steps, and the properties things had before it."""

    steps: list[Done] = field(default_factory=list)
    before: dict[Key, dict[str, Any]] = field(default_factory=dict)
    stated_costs: set[Key] = field(default_factory=set)

    @property
    def gone(self) -> dict[Key, int]:
        """The facts that went, with the step they went in."""
        return {key_of(fact): done.number for done in self.steps for fact in done.outcome.gone}
