"""Messy files are read without a profile: nearly every cell comes to its place, and what does not is told."""

from __future__ import annotations

import random

import pytest

from bench.placement import Score, measure
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.sample.generate import Sample, generate
from ea_cockpit.sample.mess.kind import mess_kinds
from ea_cockpit.sample.mess.make import make_mess
from ea_cockpit.sample.mess.noise import Noise

KINDS = list(mess_kinds())
BOOKS = ("gerichte", "departement-gsd")


@pytest.fixture(scope="module")
def sample() -> Sample:
    return generate(150, 1)


@pytest.fixture(scope="module")
def metamodel() -> Metamodel:
    return standard_metamodel()


def test_what_is_clean_is_placed_wholly(sample: Sample, metamodel: Metamodel) -> None:
    score = measure(make_mess(sample, ()), metamodel)
    assert (score.placed, score.invented, score.lost_rows) == (score.cells, 0, 0)
    assert score.resolved == score.references


def test_every_kind_of_mess_alone(sample: Sample, metamodel: Metamodel) -> None:
    total = Score()
    for name in KINDS:
        total.add(measure(make_mess(sample, [name], Noise.MEDIUM, 1, BOOKS), metamodel))
    _holds(total)


def test_kinds_of_mess_together(sample: Sample, metamodel: Metamodel) -> None:
    dice = random.Random(1)  # noqa: S311  repeatable on purpose
    total = Score()
    for seed in range(10):
        kinds = dice.sample(KINDS, dice.randint(2, 4))
        total.add(measure(make_mess(sample, kinds, Noise.MEDIUM, seed, BOOKS), metamodel))
    _holds(total)


def _holds(total: Score) -> None:
    assert total.share >= 0.95, total.why.most_common(20)
    assert total.unaccounted == 0, [text for text in total.wrong if text.startswith("NOT TOLD")][:20]
    assert total.lost_rows == 0
