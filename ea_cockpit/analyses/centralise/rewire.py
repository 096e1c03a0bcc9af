"""What becomes of the interfaces when the members give way to one solution."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ea_cockpit.analyses.centralise.find import Flow


@dataclass(frozen=True, slots=True)
class Rewiring:
    """Interfaces (nodes) that fall away, and those that must be built again at the target."""

    away: tuple[int, ...]
    rebuild: tuple[int, ...]


def rewire(members: Sequence[int], target: int | None, flows: Mapping[int, Sequence[Flow]]) -> Rewiring:
    """Between members nothing needs to flow any more; to one partner, one interface each way is enough.

    What the target already has stays as it is; of what the others have, the first to each partner is built again, the
    parallel ones fall away.
    """
    inside = {*members, target}
    ours = [flow for app in sorted(inside - {None}, key=str) for flow in flows.get(app or 0, ())]
    beyond = {flow.interface for flow in ours if flow.partner not in inside}
    away = {flow.interface for flow in ours} - beyond
    kept = {flow.interface for flow in ours if flow.app == target} - away
    served = {(flow.partner, flow.out) for flow in ours if flow.app == target}
    rebuild: set[int] = set()
    for flow in sorted(ours, key=lambda flow: (flow.interface, flow.partner)):
        if flow.interface in kept | away or flow.partner in inside:
            continue
        if (flow.partner, flow.out) not in served:
            served.add((flow.partner, flow.out))
            rebuild.add(flow.interface)
    parallel = {flow.interface for flow in ours} - kept - rebuild - away
    return Rewiring(tuple(sorted(away | parallel)), tuple(sorted(rebuild)))
