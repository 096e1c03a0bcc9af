"""Precision and recall on the planted truth: seeds the rules were not made on, also with part of the catalogue gone."""

from __future__ import annotations

import random

import pytest

from bench.resolution import likeness_among, likeness_of, measure
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.sample.generate import Sample, generate
from ea_cockpit.sample.mess.noise import Noise
from ea_cockpit.sample.mess.spelling import spelling_cases

SEED = 4711


@pytest.fixture(scope="module")
def sample() -> Sample:
    """A canton nobody tuned anything on."""
    return generate(150, SEED)


@pytest.mark.parametrize("noise", Noise)
def test_what_is_taken_without_asking_is_right(sample: Sample, metamodel: Metamodel, noise: Noise) -> None:
    score = measure(spelling_cases(sample, SEED, noise), likeness_of(sample, metamodel), metamodel)["all"]
    assert score.texts > 1_000
    assert score.precision >= 0.99
    assert score.recall >= 0.88
    assert score.recall_with_proposals >= 0.96


def test_where_the_fact_meant_is_not_there_nothing_else_is_taken(sample: Sample, metamodel: Metamodel) -> None:
    dice = random.Random(SEED)  # noqa: S311  repeatable on purpose
    there = [(label, f) for label, facts in sample.facts.items() for f in facts if dice.random() < 0.7]
    kept = {(label, fact.id) for label, fact in there}
    cases = [
        case
        for case in spelling_cases(sample, SEED, Noise.HIGH)
        if case.target and not kept & {case.target, *case.same}
    ]
    score = measure(cases, likeness_among(there, metamodel), metamodel)["all"]
    assert score.texts > 500
    assert score.taken <= 0.01 * score.texts
