"""Flows of data in operation: which interface goes from which system to which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ea_cockpit.analyses.structure.network import Facts, Links


@dataclass(frozen=True, slots=True)
class Flows:
    """Interfaces in operation with their providers, consumers and platforms, and who holds which data store."""

    providers: dict[int, list[int]]
    consumers: dict[int, list[int]]
    platforms: dict[int, list[int]]
    holders: dict[int, list[int]]
    stores: dict[int, list[int]]

    def interfaces(self) -> list[int]:
        """All interfaces something is known of."""
        return list(dict.fromkeys((*self.providers, *self.consumers, *self.platforms)))

    def systems(self, end: int) -> list[int]:
        """Who stands behind an end of a flow: the holders of a data store, else the end itself."""
        return self.holders.get(end) or [end]

    def own(self, system: int) -> list[int]:
        """A system and the data stores it holds."""
        return [system, *self.stores.get(system, ())]


def read_flows(facts: Facts, links: Links) -> Flows:
    """The flows among these facts; interfaces that are planned or retired move nothing."""
    return Flows(
        _grouped(((i, p) for p, i in links.get("PROVIDES", ())), facts),
        _grouped(links.get("CONSUMED_BY", ()), facts),
        _grouped(links.get("RUNS_OVER", ()), facts),
        grouped((store, app) for app, store in links.get("HOLDS", ())),
        grouped(links.get("HOLDS", ())),
    )


def _grouped(pairs: Iterable[tuple[int, int]], facts: Facts) -> dict[int, list[int]]:
    return grouped((interface, end) for interface, end in pairs if interface not in facts.idle)


def grouped(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    """The seconds of all pairs by their first."""
    found: dict[int, list[int]] = defaultdict(list)
    for first, second in pairs:
        found[first].append(second)
    return dict(found)
