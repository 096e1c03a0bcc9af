"""What a scenario costs a year, before and after, as honestly as the facts allow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ea_cockpit.analyses.interval import Interval
from ea_cockpit.graph.history_delta import Key
from ea_cockpit.i18n import Text

COSTS = ("run_cost", "licence_cost")
Known = Mapping[Key, Mapping[str, Any]]

REASON = Text(
    "Betriebs- und Lizenzkosten je Jahr dessen, was wegfällt, zusammengelegt wird, neu ist oder neu beziffert wurde."
    " Nachher: höchstens kostet das Ziel so viel wie alle zusammen, mindestens so viel wie es selbst (ein neues: wie"
    " das günstigste). Wer es genauer weiss, schreibt run_cost und licence_cost in den Schritt. Einmalige Kosten"
    " (Projekt, Migration, Schulung) stehen in keinem Inventar und sind nicht enthalten.",
    "Run and licence cost a year of what goes, is merged, is new or got other figures. Afterwards: at most the target"
    " costs as much as all of them together, at least as much as itself (a new one: as the cheapest). Who knows better"
    " writes run_cost and licence_cost into the step. One-off cost (project, migration, training) stands in no"
    " inventory and is not in it.",
)


@dataclass(frozen=True, slots=True)
class CostRange:
    """Run and licence cost a year of what the scenario touches."""

    before: Interval
    after: Interval
    reason: Text = REASON

    def as_json(self) -> dict[str, Any]:
        """The range for scripts; one-off cost is not known."""
        return {"before": self.before.as_json(), "after": self.after.as_json(), "one_off": None}


def cost_range(before: Known, after: Known, merged: Mapping[Key, Iterable[Key]], stated: Iterable[Key]) -> CostRange:
    """The range: `before` and `after` hold what is touched, `merged` the members of each target.

    The cost of a target that the scenario states itself (`stated`) is taken as it is.
    """
    known = {*stated}
    spans = [_span(key, before, after, () if key in known else _members(key, merged)) for key in after]
    return CostRange(
        Interval.sum(value for facts in before.values() for value in _values(facts)),
        Interval(
            sum(span.low for span in spans), sum(span.high for span in spans),
            sum(span.answered for span in spans), sum(span.asked for span in spans),
        ),
    )  # fmt: skip


def _values(facts: Mapping[str, Any]) -> list[float | None]:
    return [facts.get(name) for name in COSTS]


def _span(key: Key, before: Known, after: Known, members: Iterable[Key]) -> Interval:
    own = Interval.sum(_values(after[key]))
    parts = [Interval.sum(_values(before[member])) for member in members if member in before]
    if not parts:
        return own
    everything = [*parts, own] if key in before else parts
    low = own.low if key in before else min(part.low for part in parts)
    high = sum(part.high for part in everything)
    return Interval(low, high, sum(part.answered for part in everything), sum(part.asked for part in everything))


def _members(target: Key, merged: Mapping[Key, Iterable[Key]]) -> list[Key]:
    """All that went into a target, also by way of others."""
    found: list[Key] = []
    waiting = [target]
    while waiting:
        for member in merged.get(waiting.pop(), ()):
            if member not in found and member != target:
                found.append(member)
                waiting.append(member)
    return found
