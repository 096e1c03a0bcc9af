"""What becomes of the interfaces when the members give way to one solution."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ea_cockpit.analyses.centralise.find import Flow


@dataclass(frozen=True, slots=True)
class Rewiring:
    """Interfaces (nodes) that fall away, and those that must be built again at the target."""

    away: tuple[int, ...]
    rebuild: tuple[int, ...]


class Hub:
    """A target's own interfaces, looked up for one group after the other: some serve thousands of partners."""

    def __init__(self, flows: Sequence[Flow]) -> None:
        self.served = frozenset((flow.partner, flow.out) for flow in flows)
        self._by_interface: dict[int, list[Flow]] = defaultdict(list)
        self._by_partner: dict[int, set[int]] = defaultdict(set)
        for flow in flows:
            self._by_interface[flow.interface].append(flow)
            self._by_partner[flow.partner].add(flow.interface)

    def beside(self, interfaces: Iterable[int], members: Iterable[int]) -> Iterator[Flow]:
        """Its flows over these interfaces, and over those it shares with the members; all others stay as they are."""
        shared = {interface for member in members for interface in self._by_partner.get(member, ())}
        for interface in sorted(shared.union(interfaces)):
            yield from self._by_interface.get(interface, ())


def rewire(
    members: Sequence[int], target: int | None, flows: Mapping[int, Sequence[Flow]], hub: Hub | None = None
) -> Rewiring:
    """Between members nothing needs to flow any more; to one partner, one interface each way is enough.

    What the target already has stays as it is; of what the others have, the first to each partner is built again, the
    parallel ones fall away. `hub` is the target's own, where it was made before.
    """
    inside = {*members, target}
    theirs = [flow for app in sorted({*members} - {target}) for flow in flows.get(app, ())]
    hub = hub or Hub(flows.get(target, ()) if target is not None else ())
    ours = [*theirs, *hub.beside((flow.interface for flow in theirs), members)]
    beyond = {flow.interface for flow in ours if flow.partner not in inside}
    away = {flow.interface for flow in ours} - beyond
    kept = {flow.interface for flow in ours if flow.app == target} - away
    served = set(hub.served)
    settled, rebuild = kept | away, set[int]()
    for flow in sorted(ours, key=lambda flow: (flow.interface, flow.partner)):
        if flow.interface in settled or flow.partner in inside:
            continue
        if (flow.partner, flow.out) not in served:
            served.add((flow.partner, flow.out))
            rebuild.add(flow.interface)
    parallel = {flow.interface for flow in ours} - kept - rebuild - away
    return Rewiring(tuple(sorted(away | parallel)), tuple(sorted(rebuild)))
