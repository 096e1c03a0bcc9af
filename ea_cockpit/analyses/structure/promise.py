"""How soon a fact can be back at the soonest and at the latest, given all it stands on.

The slowest of everything needed counts; of several alternatives the fastest. What nobody knows may be nothing or
forever, so that each fact has two bounds; the step to the worst of each leads to the culprit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ea_cockpit.analyses.structure.network import Step
from ea_cockpit.analyses.structure.outage import components

FOREVER = float("inf")
_Own = Mapping[int, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Bound:
    """Hours, the fact they come from, and the step that leads towards it (none: the fact itself)."""

    hours: float = 0.0
    step: Step | None = None


class Recovery:
    """Bounds of each fact: by all that is known (`low`), and if everything unknown took forever (`high`)."""

    def __init__(self, size: int, own: _Own, steps: Sequence[Step]) -> None:
        self.own = own
        self.single: dict[int, list[Step]] = defaultdict(list)
        self.several: dict[int, dict[str, list[Step]]] = defaultdict(lambda: defaultdict(list))
        # In the order of the facts: of several equally slow ones it is always the same that is named.
        for step in sorted(steps, key=lambda step: step.first):
            if step.one_of_several:
                self.several[step.second][step.relationship].append(step)
            else:
                self.single[step.second].append(step)
        self.low = [Bound()] * size
        self.high = [Bound()] * size
        for ring in reversed(components(size, ((step.first, step.second) for step in steps))):
            self._settle(ring)

    def _settle(self, ring: list[int]) -> None:
        """All facts of a ring, again and again until nothing gets slower."""
        changed = True
        while changed:
            changed = False
            for fact in ring:
                for bounds, place in ((self.low, 0), (self.high, 1)):
                    now = self._bound(fact, bounds, place)
                    if now.hours > bounds[fact].hours:
                        bounds[fact] = now
                        changed = len(ring) > 1

    def _bound(self, fact: int, bounds: list[Bound], place: int) -> Bound:
        """What holds a fact up: the slowest of what it needs, of alternatives the fastest."""
        best = Bound()
        for step in self.single.get(fact, ()):
            best = self._slower(best, step, bounds, place)
        for alternatives in self.several.get(fact, {}).values():
            fastest = min(alternatives, key=lambda step: (self._back(step.first, bounds, place), step.first))
            best = self._slower(best, fastest, bounds, place)
        return best

    def _slower(self, best: Bound, step: Step, bounds: list[Bound], place: int) -> Bound:
        hours = self._back(step.first, bounds, place)
        return Bound(hours, step) if hours > best.hours else best

    def _back(self, fact: int, bounds: list[Bound], place: int) -> float:
        """When a fact is back: not before itself, nor before all it needs."""
        return max(self.own.get(fact, (0.0, FOREVER))[place], bounds[fact].hours)

    def path(self, fact: int, high: bool = False) -> list[Step]:
        """The steps down to the culprit, the nearest first; in a ring each fact once."""
        bounds, place = (self.high, 1) if high else (self.low, 0)
        met, found = {fact}, list[Step]()
        while (step := bounds[fact].step) is not None and step.first not in met:
            found.append(step)
            fact = step.first
            met.add(fact)
            if self.own.get(fact, (0.0, FOREVER))[place] >= bounds[fact].hours:
                break
        return found


def known(nodes: Iterable[int], hours: Iterable[float]) -> dict[int, tuple[float, float]]:
    """Own bounds of those with a promise: both the same."""
    return {node: (value, value) for node, value in zip(nodes, hours, strict=True) if value >= 0}
