"""Rings and their shortest cycles, against trying all ways on small made-up networks."""

from __future__ import annotations

import random
from collections import defaultdict

import pytest

from ea_cockpit.analyses.structure.flows import grouped
from ea_cockpit.analyses.structure.ring import rings, short_cycle


def steps_back(start: int, out: dict[int, list[int]]) -> int | None:
    """How many steps lead from a fact back to itself at the least."""
    front, count, met = set(out.get(start, ())), 1, set[int]()
    while front:
        if start in front:
            return count
        met |= front
        front = {there for here in front for there in out.get(here, ())} - met
        count += 1
    return None


@pytest.mark.parametrize("seed", range(40))
def test_each_ring_has_its_shortest_cycle(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311  repeatable on purpose
    size = dice.randint(2, 14)
    pairs = {(dice.randrange(size), dice.randrange(size)) for _ in range(dice.randint(1, 2 * size))}
    out = grouped(pairs)
    lengths = {fact: steps for fact in range(size) if (steps := steps_back(fact, out))}
    found = rings(pairs)
    assert sorted(fact for ring in found for fact in ring) == sorted(lengths)
    for ring in found:
        cycle = short_cycle(ring, out)
        others = {fact: [there for there in out.get(fact, ()) if there != fact or len(ring) == 1] for fact in ring}
        assert len(cycle) == min(length for fact in ring if (length := steps_back(fact, others)))
        assert cycle[0] == min(cycle)
        assert all((a, b) in pairs for a, b in zip(cycle, [*cycle[1:], cycle[0]], strict=True))


def test_what_does_not_come_back_is_no_ring() -> None:
    assert rings([(1, 2), (2, 3), (1, 3)]) == []
    assert rings([]) == []
    many: dict[int, list[int]] = defaultdict(list, {n: [(n + 1) % 5_000] for n in range(5_000)})
    assert len(short_cycle(range(5_000), many)) == 5_000
