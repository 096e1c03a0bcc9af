"""Bounds of recovery: known, unknown, alternatives, rings; against a plain worst case over all that lies below."""

from __future__ import annotations

import random

import pytest

from ea_cockpit.analyses.structure.network import Step
from ea_cockpit.analyses.structure.promise import FOREVER, Recovery, known


def needs(*pairs: tuple[int, int]) -> list[Step]:
    return [Step(first, second, "DEPENDS_ON") for first, second in pairs]


@pytest.mark.parametrize("seed", range(30))
def test_the_slowest_of_all_below_counts(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311  repeatable on purpose
    size = dice.randint(2, 12)
    pairs = {(dice.randrange(size), dice.randrange(size)) for _ in range(dice.randint(0, 2 * size))}
    hours = {fact: float(dice.randint(0, 9)) for fact in range(size) if dice.random() < 0.7}
    recovery = Recovery(size, known(hours, hours.values()), needs(*pairs))
    for fact in range(size):
        below, queue = set[int](), [fact]
        while queue:
            here = queue.pop()
            more = {first for first, second in pairs if second == here} - below
            below |= more
            queue += more
        # What a fact promises itself holds those it stands on up, too, when they need it in turn.
        assert recovery.low[fact].hours == max((hours.get(one, 0.0) for one in below), default=0.0)
        assert recovery.high[fact].hours == max((hours.get(one, FOREVER) for one in below), default=0.0)


def test_of_alternatives_the_fastest() -> None:
    hosts = [Step(1, 0, "HOSTED_ON", one_of_several=True), Step(2, 0, "HOSTED_ON", one_of_several=True)]
    recovery = Recovery(3, known((1, 2), (72.0, 8.0)), hosts)
    assert (recovery.low[0].hours, recovery.high[0].hours) == (8.0, 8.0)
    assert recovery.path(0) == [hosts[1]]
    half = Recovery(3, known((1,), (72.0,)), hosts)
    assert (half.low[0].hours, half.high[0].hours) == (0.0, 72.0)


def test_the_path_ends_at_the_culprit_and_in_a_ring() -> None:
    steps = needs((3, 2), (2, 1), (1, 0))
    assert [step.first for step in Recovery(4, known((2, 3), (9.0, 5.0)), steps).path(0)] == [1, 2]
    ring = Recovery(2, known((0, 1), (1.0, 1.0)), needs((0, 1), (1, 0)))
    assert [step.first for step in ring.path(0)] == [1]
    assert Recovery(1, {}, []).path(0) == []
