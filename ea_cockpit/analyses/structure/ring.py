"""Rings in a network: its strongly connected parts, and a short cycle in each as evidence."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

from ea_cockpit.analyses.structure.outage import Pair, components

_BUDGET = 300_000
"""So many steps are spent on finding a shorter cycle in one ring; a small ring needs far fewer."""


def rings(pairs: Iterable[Pair]) -> list[list[int]]:
    """All sets of facts that reach each other, those that point to themselves too."""
    listed = list(pairs)
    names = sorted({end for pair in listed for end in pair})
    at = {name: place for place, name in enumerate(names)}
    loops = {first for first, second in listed if first == second}
    found = components(len(names), [(at[a], at[b]) for a, b in listed])
    whole = [sorted(names[place] for place in ring) for ring in found]
    return [ring for ring in whole if len(ring) > 1 or ring[0] in loops]


def short_cycle(ring: Sequence[int], out: dict[int, list[int]]) -> list[int]:
    """A shortest cycle in a ring (in a huge one the shortest found within the budget), begun at its first fact.

    That one of several points to itself is no evidence for the ring of them all, and left aside.
    """
    within = set(ring)
    best: list[int] = []
    spent = 0
    for start in ring:
        found, steps = _round(start, out, within, len(best) or len(ring) + 1)
        spent += steps
        if found and (not best or len(found) < len(best)):
            best = found
        if best and (len(best) <= 2 or spent > _BUDGET):
            break
    place = best.index(min(best))
    return best[place:] + best[:place]


def _round(start: int, out: dict[int, list[int]], within: set[int], below: int) -> tuple[list[int], int]:
    """A shortest way from a fact back to itself of fewer than `below` facts; and how many links were looked at."""
    before: dict[int, int] = {}
    front, length, looked = deque([start]), 1, 0
    while front and length < below:
        for _ in range(len(front)):
            here = front.popleft()
            for there in out.get(here, ()):
                looked += 1
                if there == start and (here != start or len(within) == 1):
                    return _back(start, here, before), looked
                if there in within and there not in before:
                    before[there] = here
                    front.append(there)
        length += 1
    return [], looked


def _back(start: int, last: int, before: dict[int, int]) -> list[int]:
    path = [last]
    while path[-1] != start:
        path.append(before[path[-1]])
    return path[::-1]
