"""What becomes of the interfaces when the members give way to one solution."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ea_cockpit.analyses.centralise.flows import Flow


@dataclass(frozen=True, slots=True)
class Rewiring:
    """Interfaces that fall away, and those that must be built again at the target, by the order of their ids."""

    away: tuple[int, ...]
    rebuild: tuple[int, ...]


class Hub:
    """A target's own interfaces, looked up for one group after the other: some serve thousands of partners."""

    def __init__(self, flows: Sequence[Flow]) -> None:
        self.served = frozenset((partner, out) for _, partner, out in flows)
        self._by_interface: dict[int, list[Flow]] = defaultdict(list)
        self._by_partner: dict[int, set[int]] = defaultdict(set)
        for flow in flows:
            self._by_interface[flow[0]].append(flow)
            self._by_partner[flow[1]].add(flow[0])
        self._interfaces = frozenset(self._by_interface)

    def beside(self, interfaces: Collection[int], members: Iterable[int]) -> Iterator[Flow]:
        """Its flows over these interfaces, and over those it shares with the members; all others stay as they are."""
        shared = self._interfaces.intersection(interfaces)
        for interface in shared.union(*(self._by_partner[member] for member in members if member in self._by_partner)):
            yield from self._by_interface[interface]


NOWHERE = Hub(())
"""A target that is still to be made has none."""


def rewire(members: Sequence[int], theirs: Iterable[Flow], target: int | None = None, hub: Hub = NOWHERE) -> Rewiring:
    """Between members nothing needs to flow any more; to one partner, one interface each way is enough.

    `theirs` are the flows of all members but the target, `hub` those of the target. What the target already has stays
    as it is; of what the others have, the first to each partner is built again, the parallel ones fall away.
    """
    inside = {*members, target}
    ours = set(theirs)
    every = {interface for interface, _, _ in ours}
    own = set(hub.beside(every, members))
    ours |= own
    outward = sorted([flow for flow in ours if flow[1] not in inside])
    kept = {interface for interface, _, _ in own} & {interface for interface, _, _ in outward}
    served, rebuild = set(hub.served), set[int]()
    for interface, partner, out in outward:
        if interface not in kept and (partner, out) not in served:
            served.add((partner, out))
            rebuild.add(interface)
    every.update(interface for interface, _, _ in own)
    return Rewiring(tuple(sorted(every - kept - rebuild)), tuple(sorted(rebuild)))
