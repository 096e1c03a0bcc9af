"""Spelling noise: enough of it, always the same, and its truth holds against the names of the sample."""

from __future__ import annotations

from collections import Counter

import pytest

from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.sample.generate import Sample, generate
from ea_cockpit.sample.mess.noise import Noise
from ea_cockpit.sample.mess.spelling import SpellingCase, folded, spelling_cases


@pytest.fixture(scope="module")
def sample() -> Sample:
    return generate(150, 3)


@pytest.fixture(scope="module")
def cases(sample: Sample) -> list[SpellingCase]:
    return spelling_cases(sample, 7)


def test_thousands_of_cases_of_many_kinds(cases: list[SpellingCase]) -> None:
    kinds = Counter(case.kind for case in cases)
    assert len(cases) >= 2_000
    assert len(kinds) >= 18
    assert sum(case.target is None for case in cases) >= 250


def test_same_seed_same_cases_and_more_noise_more_kinds(sample: Sample, cases: list[SpellingCase]) -> None:
    assert spelling_cases(sample, 7) == cases
    assert spelling_cases(sample, 8) != cases
    by_noise = [{case.kind for case in spelling_cases(sample, 7, noise)} for noise in Noise]
    assert by_noise[0] < by_noise[1] < by_noise[2]


def test_links_exist_and_lead_to_the_target(sample: Sample, cases: list[SpellingCase]) -> None:
    metamodel = standard_metamodel()
    ids = {(label, fact.id) for label, facts in sample.facts.items() for fact in facts}
    for case in cases:
        link = next(link for link in metamodel[case.source_label].links if link.name == case.link)
        if case.target is not None:
            assert case.target in ids
            assert case.target[0] in link.targets


def test_no_text_is_the_name_of_another_fact(sample: Sample, cases: list[SpellingCase]) -> None:
    names = {(label, folded(fact.name or "")): fact.id for label, facts in sample.facts.items() for fact in facts}
    metamodel = standard_metamodel()
    for case in cases:
        link = next(link for link in metamodel[case.source_label].links if link.name == case.link)
        named = {(t, names[t, folded(case.text)]) for t in link.targets if (t, folded(case.text)) in names}
        assert named <= ({case.target, *case.same} if case.target else set()), case


def test_one_text_under_one_link_has_one_meaning(cases: list[SpellingCase]) -> None:
    meanings: dict[tuple[str, str], set[tuple[str, str] | None]] = {}
    for case in cases:
        first = min((case.target, *case.same)) if case.target else None
        meanings.setdefault((case.link, folded(case.text)), set()).add(first)
    assert not {key for key, found in meanings.items() if len(found) > 1 and key[1]}


def test_right_is_the_target_or_its_planted_double() -> None:
    case = SpellingCase(
        "built_with", "Application", "MSSQL 2019", ("Technology", "TEC-09"), "x", (("Technology", "TEC-53"),)
    )
    assert case.is_right(("Technology", "TEC-09"))
    assert case.is_right(("Technology", "TEC-53"))
    assert not case.is_right(None)
    foreign = SpellingCase("built_with", "Application", "Db2", None, "foreign name")
    assert foreign.is_right(None)
    assert not foreign.is_right(("Technology", "TEC-09"))
