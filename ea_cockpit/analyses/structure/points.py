"""Single points of failure, and pairs of hostings on which alone something critical stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

import rustworkx as rx

from ea_cockpit.analyses.structure.network import CRITICAL, Facts, Step
from ea_cockpit.analyses.structure.outage import Causes, causes

_POINTS = ("Application", "DataStore", "Hosting")


@dataclass(frozen=True, slots=True)
class Point:
    """One or two facts and all that fails with them."""

    facts: tuple[int, ...]
    felled: list[int]
    despite_redundancy: int = 0
    articulation: bool = False


def solve(facts: Facts, travel: list[Step]) -> Causes:
    """What takes down what, by the ways failures travel."""
    single = [(step.first, step.second) for step in travel if not step.one_of_several]
    several = [(step.first, step.second) for step in travel if step.one_of_several]
    return causes(len(facts.nodes), single, several)


def points(facts: Facts, travel: list[Step], solved: Causes, least: int) -> list[Point]:
    """Facts whose failure alone takes down at least so many other applications."""
    hosts = hosts_of(travel)
    effects = solved.effects(facts.of("Application"))
    wanted = {class_: count for class_, count in effects.items() if count >= least}
    felled, joints = solved.felled(wanted), _joints(facts, travel)
    found = []
    for class_ in sorted(wanted):
        spite = [fact for fact in felled[class_] if _in_spite(class_, hosts.get(fact, []), solved)]
        for fact in solved.members[class_]:
            itself = facts.labels[fact] == "Application"
            if facts.labels[fact] in _POINTS and wanted[class_] - itself >= least:
                others = [one for one in felled[class_] if one != fact]
                found.append(Point((fact,), others, len(spite), fact in joints))
    return found


def hosts_of(travel: Iterable[Step]) -> dict[int, list[int]]:
    """What can stand in for each other, by who stands on it."""
    found: dict[int, dict[int, None]] = defaultdict(dict)
    for step in travel:
        if step.one_of_several:
            found[step.second][step.first] = None
    return {fact: list(hosts) for fact, hosts in found.items()}


def _in_spite(class_: int, hosts: list[int], solved: Causes) -> bool:
    """Whether it has several hostings, and all of them fail."""
    return len(hosts) > 1 and all(class_ in solved.of(host) for host in hosts)


def _joints(facts: Facts, travel: list[Step]) -> set[int]:
    """Articulation points of applications, data stores and hostings, whichever way the dependencies run."""
    graph: rx.PyGraph[int, None] = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(len(facts.nodes)))
    ours = {label: label in _POINTS for label in set(facts.labels)}
    graph.add_edges_from_no_data([
        (step.first, step.second) for step in travel
        if ours[facts.labels[step.first]] and ours[facts.labels[step.second]] and step.first != step.second
    ])  # fmt: skip
    return set(rx.articulation_points(graph))


def pairs(facts: Facts, travel: list[Step], solved: Causes) -> list[Point]:
    """Two hostings that together take down a critical application neither takes down alone."""
    hosts = hosts_of(travel)
    out: dict[int, list[Step]] = defaultdict(list)
    for step in travel:
        out[step.first].append(step)
    cuts = sorted({pair for found in hosts.values() for pair in _cuts(found, solved)})
    both = [Point(pair, _new(pair, out, hosts)) for pair in cuts]
    return [point for point in both if any(_grave(facts, one) for one in point.felled)]


def _grave(facts: Facts, fact: int) -> bool:
    return facts.labels[fact] == "Application" and facts.weights[fact] >= CRITICAL


def _cuts(hosts: list[int], solved: Causes) -> Iterator[tuple[int, int]]:
    """The two hosts themselves, or of more than two those pairs of what they stand in that stop all of them."""
    if len(hosts) < 2 or frozenset.intersection(*(solved.of(host) for host in hosts)):
        return
    if len(hosts) == 2:
        yield min(hosts), max(hosts)
        return
    stands_in = [solved.of(host) for host in hosts]
    for one, other in combinations(sorted(frozenset.union(*stands_in)), 2):
        if all(one in found or other in found for found in stands_in):
            yield solved.members[one][0], solved.members[other][0]


def _new(pair: tuple[int, int], out: dict[int, list[Step]], hosts: dict[int, list[int]]) -> list[int]:
    """What fails with both and with neither alone."""
    alone = _walk(pair[:1], out, hosts) | _walk(pair[1:], out, hosts)
    return sorted(_walk(pair, out, hosts) - alone)


def _walk(starts: Iterable[int], out: dict[int, list[Step]], hosts: dict[int, list[int]]) -> set[int]:
    """All that fails with these, themselves among it."""
    down = set(starts)
    queue = list(down)
    while queue:
        for step in out.get(queue.pop(), ()):
            stands = step.one_of_several and not down.issuperset(hosts[step.second])
            if step.second not in down and not stands:
                down.add(step.second)
                queue.append(step.second)
    return down
