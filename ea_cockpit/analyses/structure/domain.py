"""What shares one cause of failure: hostings, data centres, suppliers, operators, responsible functions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ea_cockpit.analyses.structure.flows import grouped
from ea_cockpit.analyses.structure.network import CRITICAL, Facts, Links


@dataclass(frozen=True, slots=True)
class Landscape:
    """Where applications stand, who offers which service, and on which applications services rest."""

    facts: Facts
    hosts: Mapping[int, list[list[int]]]
    """For each application the hostings it runs on itself, and those of each data store it cannot work without."""
    above: Mapping[int, int]
    rests_on: Mapping[int, set[int]]
    critical_services: Mapping[int, set[int]]
    """The critical services of each office: those that rest on a critical application."""

    def stands_in(self, host: int) -> list[int]:
        """A hosting and all it stands in, the outermost last."""
        found = [host]
        while self.above.get(found[-1]) is not None and self.above[found[-1]] not in found:
            found.append(self.above[found[-1]])
        return found


def landscape(facts: Facts, links: Links) -> Landscape:
    """What the domains are worked out from."""
    stands = grouped(links.get("HOSTED_ON", ()))
    hosts: dict[int, list[list[int]]] = defaultdict(list)
    for holder, places in stands.items():
        if facts.labels[holder] == "Application":
            hosts[holder].append(places)
    for app, store in links.get("HOLDS", ()):
        if store in stands:
            hosts[app].append(stands[store])
    above = dict(sorted(links.get("LOCATED_IN", ()), reverse=True))
    rests_on = _rests_on(facts, links)
    critical: dict[int, set[int]] = defaultdict(set)
    for service, office in links.get("OFFERED_BY", ()):
        if any(facts.weights[app] >= CRITICAL for app in rests_on.get(service, ())):
            critical[office].add(service)
    return Landscape(facts, dict(hosts), above, rests_on, dict(critical))


def _rests_on(facts: Facts, links: Links) -> dict[int, set[int]]:
    """The applications behind each service, itself or through its processes."""
    uses = grouped(links.get("USES", ()))
    found: dict[int, set[int]] = defaultdict(set)
    for service, end in links.get("REALISED_BY", ()):
        found[service].update([end] if facts.labels[end] == "Application" else uses.get(end, ()))
    return dict(found)


def hosting_domains(land: Landscape) -> tuple[dict[int, set[int]], dict[int, set[int]], set[int]]:
    """Applications by hosting (all that stands in it counts), those with no alternative, and the outermost ones."""
    members: dict[int, set[int]] = defaultdict(set)
    without: dict[int, set[int]] = defaultdict(set)
    roots = set()
    for app, groups in land.hosts.items():
        for hosts in groups:
            chains = [land.stands_in(host) for host in hosts]
            roots |= {chain[-1] for chain in chains}
            for place in set().union(*chains):
                members[place].add(app)
            for place in set.intersection(*map(set, chains)):
                without[place].add(app)
    return dict(members), dict(without), roots


def operated(land: Landscape, pairs: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    """Applications by operator: the one named nearest, at the hosting itself or at what it stands in."""
    operators = grouped(pairs)
    found: dict[int, set[int]] = defaultdict(set)
    for app, groups in land.hosts.items():
        for host in {host for hosts in groups for host in hosts}:
            for operator in next((operators[one] for one in land.stands_in(host) if one in operators), ()):
                found[operator].add(app)
    return dict(found)


def hit_offices(land: Landscape, members: set[int]) -> list[tuple[int, int, int]]:
    """Offices with critical services that rest on these applications: (office, so many of them, of so many)."""
    found = []
    for office, services in land.critical_services.items():
        hit = sum(not members.isdisjoint(land.rests_on[service]) for service in services)
        if hit:
            found.append((office, hit, len(services)))
    return sorted(found, key=lambda one: (-one[1] / one[2], -one[1], one[0]))
