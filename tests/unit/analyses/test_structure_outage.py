"""What takes down what, against a plain walk from every fact, on made-up networks with rings and alternatives."""

from __future__ import annotations

import random

import pytest

from ea_cockpit.analyses.structure.outage import Pair, causes


def walk(start: int, any_of: list[Pair], all_of: list[Pair]) -> set[int]:
    """All that fails with one, by going over all pairs until nothing more does."""
    down, before = {start}, 0
    while len(down) > before:
        before = len(down)
        down |= {second for first, second in any_of if first in down}
        for fact in {second for _, second in all_of}:
            if all(first in down for first, second in all_of if second == fact):
                down.add(fact)
    return down


@pytest.mark.parametrize("seed", range(40))
def test_it_equals_a_walk_from_every_fact(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311  repeatable on purpose
    size = dice.randint(2, 24)

    def pairs(count: int) -> list[Pair]:
        return [(dice.randrange(size), dice.randrange(size)) for _ in range(count)]

    any_of, all_of = pairs(dice.randint(0, size)), pairs(dice.randint(0, size))
    solved = causes(size, any_of, all_of)
    fells = {start: walk(start, any_of, all_of) for start in range(size)}
    assert {fact: {one for c in solved.of(fact) for one in solved.members[c]} for fact in range(size)} == {
        fact: {start for start in range(size) if fact in fells[start]} for fact in range(size)
    }
    effects = solved.effects(range(size))
    felled = solved.felled(effects)
    for start in range(size):
        class_ = solved.class_of[start]
        assert set(felled[class_]) == fells[start]
        assert effects[class_] == len(fells[start])


def test_a_long_chain_and_a_large_ring_are_no_trouble() -> None:
    chain = [(n, n + 1) for n in range(3_000)]
    assert len(causes(3_001, chain[:500], []).of(500)) == 501
    ring = [*chain, (3_000, 0)]
    assert len(causes(3_001, ring, []).of(7)) == 1
    assert causes(0, [], []).members == []
