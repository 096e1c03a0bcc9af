"""The inputs of the guideline as ranges, the target, and how steady the order is under thousands of other weights."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from pathlib import Path

import numpy as np
import pytest

from ea_cockpit.analyses.centralise import weigh
from ea_cockpit.analyses.centralise.dossier import Member
from ea_cockpit.analyses.centralise.landscape import App
from ea_cockpit.analyses.centralise.offices import Unit
from ea_cockpit.analyses.centralise.settings import Stability, load_weights
from ea_cockpit.analyses.centralise.stability import Profile, steadiness
from ea_cockpit.analyses.centralise.target import TargetKind, best_member, standard_of
from ea_cockpit.analyses.policy import SHIPPED, Policy
from ea_cockpit.analyses.policy_file import BrokenPolicyFile
from ea_cockpit.model.facts.application import Decision

DAY = dt.date(2026, 6, 30)
BARE = App(0, "APP-0", None, None, None, None, False, None, frozenset(), frozenset(), frozenset(), False)
UNITS = {
    place: Unit(place, f"OE-{place}", None, None, kind, None)
    for place, kind in enumerate(("office", "division", "court", "court", "municipality", "municipality", None))
}


def same(*words: str) -> frozenset[str]:
    return frozenset(words)


def test_courts_are_one_sovereign_each_municipality_its_own() -> None:
    assert weigh.sovereignty([0, 1], UNITS) == same("same")
    assert weigh.sovereignty([2, 3], UNITS) == same("same")
    assert weigh.sovereignty([0, 2], UNITS) == same("mixed")
    assert weigh.sovereignty([4, 5], UNITS) == same("mixed")
    assert weigh.sovereignty([4, 4], UNITS) == same("same")
    assert weigh.sovereignty([0, 6], UNITS) == weigh.sovereignty([0, None], UNITS) == same("same", "mixed")
    assert weigh.sovereignty([0, 4, None, "bka"], UNITS) == same("mixed")


def laws(*listed: str) -> Member:
    return Member(laws=frozenset(listed))


def test_laws_differ_where_two_have_none_in_common() -> None:
    assert weigh.legal_basis([laws("A", "B"), laws("B")]) == same("same")
    assert weigh.legal_basis([laws("A"), laws("B"), laws()]) == same("different")
    assert weigh.legal_basis([laws("A"), laws()]) == same("same", "different")


def needs(confidentiality: int | None, integrity: int | None = 1, availability: int | None = 1) -> Member:
    return Member(needs=(confidentiality, integrity, availability))


def test_a_need_nobody_recorded_may_be_any() -> None:
    assert weigh.protection_gap([needs(0), needs(2)]) == (2, 2)
    assert weigh.protection_gap([needs(1), needs(1, 3)]) == (2, 2)
    assert weigh.protection_gap([needs(1), needs(None)]) == (0, 2)
    assert weigh.protection_gap([needs(3), needs(None)]) == (0, 3)
    assert weigh.protection_gap([needs(None), needs(None)]) == (0, 3)
    assert weigh.protection_gap([needs(0), needs(3), needs(None)]) == (3, 3)


def test_products_offices_persons_and_contracts_are_ranges_too() -> None:
    one, other = dataclasses.replace(BARE, product="x", office=1), dataclasses.replace(BARE, product="y", office=2)
    assert weigh.products([one, one]) == same("one")
    assert weigh.products([one, BARE]) == same("one", "several")
    assert weigh.products([one, other, BARE]) == same("several")
    assert weigh.offices([one, one, other]) == (2, 2)
    assert weigh.offices([one, BARE, BARE]) == (1, 3)
    assert weigh.personal_data([Member(personal=0), Member(personal=1)]) == same("personal")
    assert weigh.personal_data([Member(personal=1), Member()]) == same("personal", "sensitive")
    ended, running = Member(contract_end=dt.date(2020, 1, 1)), Member(contract_end=dt.date(2027, 6, 30))
    assert [round(month) for month in weigh.contract_months([ended, running], DAY)] == [12, 12]
    assert weigh.contract_months([ended, Member()], DAY) == (0, math.inf)


def apps(count: int) -> list[App]:
    return [dataclasses.replace(BARE, node=n, id=f"APP-{n}", name=f"N{n}") for n in range(count)]


def test_the_standard_of_what_most_support_is_the_target() -> None:
    two = [dataclasses.replace(BARE, capabilities=frozenset(listed)) for listed in ({1, 2}, {1}, set())]
    assert standard_of(two, {1: [40], 2: [30]}) == 40
    assert standard_of(two, {2: [30]}) == 30
    # Named as often: the standard that comes first by its id.
    assert standard_of([two[0]], {2: [30], 1: [40]}) == 30
    assert standard_of([two[0]], {1: [40], 2: [30]}) == 40
    assert standard_of([*two, two[1]], {2: [30]}) is None
    assert standard_of([BARE], {1: [40]}) is None


def test_the_fittest_member_is_the_target_and_its_rivals_are_named() -> None:
    fit = Member(functional=5, technical=4, users=100)
    poor = Member(functional=2, users=900)
    found = best_member(apps(2), [poor, fit], 3, DAY)
    assert (found.kind, found.node) == (TargetKind.MEMBER, 1)
    assert "N0" not in found.why.de
    unknown = best_member(apps(3), [Member(), fit, poor], 3, DAY)
    assert unknown.node == 1
    assert "N0 (APP-0)" in unknown.why.de


@pytest.mark.parametrize(
    "member",
    [
        Member(functional=2), Member(status="phase_out"), Member(decision=Decision.ELIMINATE),
        Member(decision=Decision.MIGRATE), Member(end_of_life=dt.date(2027, 1, 1)),
    ],
)  # fmt: skip
def test_where_no_member_will_do_it_is_a_new_one(member: Member) -> None:
    found = best_member(apps(2), [member, member], 3, DAY)
    assert (found.kind, found.node) == (TargetKind.NEW, None)


PROFILE = Profile(
    alike=np.array([[1.0, 0.9], [0.9, 0.2], [0.6, 0.0]]), known=np.array([[1.0, 1.0], [1.0, 1.0], [1.0, 0.5]]),
    criteria=np.array([[0.9], [0.5], [1.0]]), least_known=0.3,
)  # fmt: skip
PARTS, CRITERIA = np.array([0.6, 0.4]), np.array([0.7, 0.3])


def test_the_value_is_the_weighted_sum() -> None:
    steady, value = steadiness(PROFILE, PARTS, CRITERIA, 0.5, Stability(draws=500))
    assert value.tolist() == pytest.approx([0.7 * 0.96 + 0.27, 0.7 * 0.62 + 0.15, 0.7 * (0.36 / 0.8) + 0.3])
    assert sum(one.first for one in steady) == pytest.approx(1)
    assert all(one.top == 1 for one in steady)
    assert steady[0].first > 0.95
    assert steady[0].holds == 1
    assert 0 < steady[2].holds < 1


def test_the_same_seed_gives_the_same_shares_another_seed_nearly() -> None:
    one, again, other = (steadiness(PROFILE, PARTS, CRITERIA, 0.5, Stability(seed=n, top=1))[0] for n in (1, 1, 2))
    assert one == again
    assert one != other
    assert all(a.holds == pytest.approx(b.holds, abs=0.05) for a, b in zip(one, other, strict=True))
    assert [a.top for a in one] == [a.first for a in one]


def test_without_groups_there_is_nothing_to_draw() -> None:
    empty = Profile(np.empty((0, 2)), np.empty((0, 2)), np.empty((0, 1)), 0.3)
    assert steadiness(empty, PARTS, CRITERIA, 0.5, Stability())[0] == []


def test_the_shipped_weights_are_shares_of_one() -> None:
    settings = load_weights(SHIPPED)
    assert sum(settings.likeness.weights.shares().values()) == pytest.approx(1)
    assert sum(settings.ranking.weights.shares().values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("likeness: {weights: {name: -1}}", "likeness.weights.name"),
        ("likeness: {weights: {colour: 1}}", "likeness.weights.colour"),
        ("likeness: {threshold: 2}", "likeness.threshold"),
        ("ranking: {weights: {likeness: 0, offices: 0, cost: 0, interfaces: 0, standard: 0}}", "ranking.weights"),
        ("leave_out: {kinds: [car]}", "leave_out.kinds.1"),
        ("- a list", "am Anfang"),
        ("likeness: [", "Zeile 1"),
    ],
)
def test_broken_weights_are_refused_with_their_place(tmp_path: Path, text: str, place: str) -> None:
    (tmp_path / "centralisation.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BrokenPolicyFile) as trouble:
        load_weights(Policy(tmp_path))
    assert place in trouble.value.message("de")
    assert "centralisation.yaml" in trouble.value.message("en")
