"""How connected an application or data store is: its interfaces, dependencies, processes, services and offices."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ea_cockpit.analyses.structure.flows import Flows, grouped, read_flows
from ea_cockpit.analyses.structure.network import Facts, Links
from ea_cockpit.analyses.structure.offices import Offices, offices_of, with_stores

_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Hub:
    """One system's connections; an application speaks for the data stores it holds."""

    place: int
    provided: int
    consumed: int
    carried: int
    needs: int
    needed_by: int
    processes: int
    dependents: int
    offices: frozenset[int]
    connections: int


def hubs(facts: Facts, links: Links, offices: Offices, top: int) -> tuple[list[Hub], int]:
    """The most connected systems, those tied for the last place too; and how many offices there are in all."""
    ends = _Ends(facts, links, offices)
    systems = [*facts.of("Application"), *facts.of("DataStore")]
    counts = {place: count for place in systems if (count := ends.connections(place))}
    ranked = sorted(counts.values(), reverse=True)
    bar = ranked[min(top, len(ranked)) - 1] if ranked else 1
    found = [ends.hub(place) for place, count in counts.items() if count >= bar]
    return found, len({office for known in ends.offices.values() for office in known})


class _Ends:
    """Every system's connections by kind."""

    def __init__(self, facts: Facts, links: Links, offices: Offices) -> None:
        self.flows: Flows = read_flows(facts, links)
        self.provided = _of_systems(self.flows.providers, self.flows)
        self.consumed = _of_systems(self.flows.consumers, self.flows)
        self.carried = _of_systems(self.flows.platforms, self.flows)
        apps = set(facts.of("Application"))
        needs = [(a, b) for a, b in links.get("DEPENDS_ON", ()) if a in apps and b in apps]
        self.needs = grouped(needs)
        self.needed_by = grouped((b, a) for a, b in needs)
        self.work = grouped((b, a) for name in ("USES", "REALISED_BY") for a, b in links.get(name, ()))
        self.offices = with_stores(offices_of(facts, links, offices, ("OWNED_BY", "USED_BY")), self.flows.holders)

    def connections(self, place: int) -> int:
        """Interfaces (each once), dependencies both ways, and processes and services."""
        interfaces = self.provided[place] | self.consumed[place] | self.carried[place]
        others = (self.needs, self.needed_by, self.work)
        return len(interfaces) + sum(len(known.get(place, ())) for known in others)

    def hub(self, place: int) -> Hub:
        """All of one system."""
        own = set(self.flows.own(place))
        takers = {end for i in self.provided[place] for end in self.flows.consumers.get(i, ())} - own
        givers = {end for i in self.consumed[place] for end in self.flows.providers.get(i, ())} - own
        work, needed = set(self.work.get(place, ())), set(self.needed_by.get(place, ()))
        near = {place, *takers, *givers, *work, *needed, *self.needs.get(place, ())}
        return Hub(
            place, len(self.provided[place]), len(self.consumed[place]), len(self.carried[place]),
            len(self.needs.get(place, ())), len(self.needed_by.get(place, ())), len(work),
            len(takers | work | needed),
            frozenset(office for one in near for office in self.offices.get(one, _NONE)), self.connections(place),
        )  # fmt: skip


def _of_systems(ends: dict[int, list[int]], flows: Flows) -> defaultdict[int, set[int]]:
    """Interfaces by system: those of an end, and of whoever holds it."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for interface, places in ends.items():
        for place in places:
            found[place].add(interface)
            for holder in flows.holders.get(place, ()):
                found[holder].add(interface)
    return found
