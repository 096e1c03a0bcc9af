"""How pairs are compared and groups are made: parts, averages, no chains, no quadratic growth."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from ea_cockpit.analyses.centralise.find import most_offices
from ea_cockpit.analyses.centralise.flows import Ends, Flows, Scores
from ea_cockpit.analyses.centralise.groups import group
from ea_cockpit.analyses.centralise.landscape import App, Scene
from ea_cockpit.analyses.centralise.names import TaskNames
from ea_cockpit.analyses.centralise.offices import Offices
from ea_cockpit.analyses.centralise.pairs import PARTS, Pairs, add_interfaces, compare, weights_of
from ea_cockpit.analyses.centralise.rewire import Hub, rewire
from ea_cockpit.analyses.centralise.settings import Likeness, load_weights
from ea_cockpit.analyses.policy import SHIPPED

SETTINGS = load_weights(SHIPPED)
WEIGHTS = weights_of(SETTINGS.likeness)
BARE = App(0, "", None, None, None, None, False, None, frozenset(), frozenset(), frozenset(), False)


def app(node: int, name: str, **more: object) -> App:
    return dataclasses.replace(BARE, node=node, id=f"APP-{node}", name=name, **more)  # type: ignore[arg-type]


def scene(*apps: App) -> Scene:
    names = TaskNames([one.name for one in apps], [("afu",), ("arp",)], SETTINGS.name)
    return Scene([*apps], Offices({}, []), names, {}, flows())


def ends(*links: tuple[int, int]) -> Ends:
    both = np.array(links, dtype=np.int64).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def flows(
    interfaces: tuple[int, ...] = (),
    provides: tuple[tuple[int, int], ...] = (),
    consumed: tuple[tuple[int, int], ...] = (),
    holds: tuple[tuple[int, int], ...] = (),
) -> Flows:
    links = {"PROVIDES": ends(*provides), "CONSUMED_BY": ends(*consumed), "HOLDS": ends(*holds)}
    return Flows(interfaces, links)


def parts(*apps: App) -> dict[str, float | None]:
    pairs = compare(scene(*apps), Likeness())
    assert (pairs.first.tolist(), pairs.second.tolist()) == ([0], [1])
    return {
        part: None if np.isnan(value) else float(value)
        for part, value in zip(PARTS, pairs.parts[0].tolist(), strict=True)
    }


def test_each_part_is_what_both_share_and_none_where_one_says_nothing() -> None:
    one = app(1, "Fristen AFU", product="aktenfix", supplier=7, capabilities=frozenset({1, 2}), data=frozenset({5, 6}),
              technologies=frozenset({8}))  # fmt: skip
    other = app(2, "Fristen ARP", product="terminofix", supplier=7, capabilities=frozenset({2}), data=frozenset({6, 9}))
    assert parts(one, other) == {
        "name": 1.0, "capability": 1.0, "data": pytest.approx(1 / 3), "product": 0.0, "supplier": 1.0,
        "technology": None, "interfaces": None,
    }  # fmt: skip


def test_a_partner_the_catalogue_does_not_know_may_be_the_one_it_knows() -> None:
    one = app(1, "Fristen AFU", supplier="beispielsoft", capabilities=frozenset({"gf1"}), technologies=frozenset({"x"}))
    other = app(2, "Fristen ARP", supplier=7, capabilities=frozenset({2}), technologies=frozenset({8}))
    assert {part for part, value in parts(one, other).items() if value is not None} == {"name"}
    again = app(3, "Fristen ARP", supplier="musterfirma", capabilities=frozenset({"gf1"}), technologies=frozenset({8}))
    found = parts(one, again)
    assert (found["supplier"], found["capability"], found["technology"]) == (0.0, 1.0, None)


def test_an_application_without_an_office_may_be_that_of_another() -> None:
    known, unknown = app(1, "Fristen", office=1), app(2, "Fristen")
    assert [most_offices(apps) for apps in ([known, known], [known, unknown], [unknown, unknown])] == [1, 2, 2]


def test_likeness_is_measured_by_what_is_known() -> None:
    pairs = compare(scene(app(1, "Fristen AFU"), app(2, "Fristen ARP")), Likeness())
    assert pairs.known(WEIGHTS).tolist() == [pytest.approx(0.4)]
    assert pairs.likeness(WEIGHTS, 0.3).tolist() == [1.0]
    # Where too little is known, the rest counts as not alike.
    assert pairs.likeness(WEIGHTS, 0.5).tolist() == [pytest.approx(0.8)]


def test_interfaces_are_added_where_they_are_read() -> None:
    pairs = compare(scene(app(1, "Fristen AFU"), app(2, "Fristen ARP")), Likeness())
    add_interfaces(pairs, np.array([True]), np.array([0.5]))
    assert pairs.parts[0, PARTS.index("interfaces")] == 0.5


def test_flows_come_by_the_order_of_the_interfaces_and_a_store_speaks_for_its_holders() -> None:
    # 50 is a store held by 1 and 2, 60 one nobody holds; interface 90 is not in operation.
    seen = flows(
        (72, 71, 70), provides=((50, 70), (3, 71), (60, 72), (3, 90)),
        consumed=((70, 3), (71, 1), (72, 3), (72, 50), (90, 1)), holds=((1, 50), (2, 50)),
    )  # fmt: skip
    assert seen.of(1) == [(0, 60, False), (1, 3, False), (2, 3, True)]
    assert seen.of(2) == [(0, 60, False), (2, 3, True)]
    assert seen.of(3) == [(0, 60, False), (1, 1, True), (2, 1, False), (2, 2, False)]
    assert seen.of(7) == []
    assert seen.partners(3) == {60, 1, 2}
    assert seen.alike(*ends((1, 2), (1, 3), (2, 3), (1, 1))).tolist() == [1.0, 0.25, 1 / 4, 1.0]
    assert np.isnan(seen.alike(*ends((1, 7), (7, 8)))).all()
    assert len(flows().alike(*ends())) == 0


def test_partners_shared_are_the_same_by_sets() -> None:
    dice = np.random.default_rng(3)
    provides = tuple(zip(dice.integers(40, size=300).tolist(), range(100, 400), strict=True))
    consumed = tuple(zip(range(100, 400), dice.integers(40, size=300).tolist(), strict=True))
    seen = flows(tuple(range(100, 400)), provides, consumed)
    one, other = ends(*((a, b) for a in range(45) for b in range(45)))
    for a, b, found in zip(one.tolist(), other.tolist(), seen.alike(one, other).tolist(), strict=True):
        mine, theirs = seen.partners(a), seen.partners(b)
        expected = len(mine & theirs) / len(mine | theirs) if mine and theirs else np.nan
        assert found == pytest.approx(expected, nan_ok=True)


def test_only_what_shares_something_telling_is_compared() -> None:
    first, second, store = frozenset({1}), frozenset({2}), frozenset({9})
    meeting = scene(
        app(1, "Fristen", capabilities=first), app(2, "Kurse", capabilities=first),
        app(3, "Lager", capabilities=first, product="x"), app(4, "Bilder", capabilities=first, product="x"),
        app(5, "Jagd", capabilities=second, data=store), app(6, "Wald", capabilities=second, data=store),
    )  # fmt: skip
    pairs = compare(meeting, Likeness())
    assert set(zip(pairs.first.tolist(), pairs.second.tolist(), strict=True)) == {(2, 3), (4, 5)}


def test_a_crowded_word_does_not_make_every_pair() -> None:
    many = [app(node, f"Fristen {chr(97 + node % 26) * 3}{chr(97 + node // 26) * 3}") for node in range(400)]
    pairs = compare(scene(*many), Likeness(block=10))
    assert len(pairs.first) <= 400 * 9
    # Still all that are alike meet through their neighbours.
    alike = [app(node, "Fristen") for node in range(400)]
    pairs = compare(scene(*alike), Likeness(block=10))
    groups = group(pairs, pairs.likeness(WEIGHTS, 0.3), 0.6, 10)
    assert [len(one.members) for one in groups] == [400]


def pairs_of(scores: dict[tuple[int, int], float]) -> tuple[Pairs, Scores]:
    ends = np.array(sorted(scores), dtype=np.int64).reshape(-1, 2)
    pairs = Pairs(ends[:, 0], ends[:, 1], np.ones((len(ends), len(PARTS))))
    return pairs, np.array([scores[one, other] for one, other in ends.tolist()])


def members(scores: dict[tuple[int, int], float], **more: object) -> list[tuple[int, ...]]:
    pairs, values = pairs_of(scores)
    return [one.members for one in group(pairs, values, 0.6, 20, **more)]  # type: ignore[arg-type]


def test_a_chain_is_no_group_of_its_ends() -> None:
    assert members({(0, 1): 0.9, (1, 2): 0.8, (2, 3): 0.9}) == [(0, 1), (2, 3)]
    assert members({(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.5}) == [(0, 1, 2)]
    assert members({(0, 1): 0.9, (1, 2): 0.61, (0, 2): 0.1}) == [(0, 1)]


def test_the_most_alike_join_first_and_the_pairs_inside_are_kept() -> None:
    pairs, values = pairs_of({(0, 1): 0.7, (1, 2): 0.95, (3, 4): 0.6, (4, 5): 0.59})
    groups = group(pairs, values, 0.6, 20)
    assert [(one.members, one.pairs.tolist()) for one in groups] == [((1, 2), [1]), ((3, 4), [2])]
    assert members({}) == []


def test_twins_are_one_from_the_start() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.7}
    assert members(scores) == [(0, 1)]
    assert members(scores, twins=["a", "b", "b"]) == [(1, 2)]
    assert members({(0, 1): 0.9, (0, 2): 0.9}, twins=["a", "b", "b"]) == [(0, 1, 2)]


def test_twins_and_single_steps_come_to_the_same() -> None:
    dice = np.random.default_rng(5)
    tasks = [f"Aufgabe{chr(97 + n)}kontrolle" for n in range(12)]
    apps = [
        app(node, tasks[node % 12], capabilities=frozenset({node % 12}), product=f"p{dice.integers(3)}",
            supplier=int(dice.integers(4)), technologies=frozenset({int(dice.integers(5))}))
        for node in range(90)
    ]  # fmt: skip
    both = scene(*apps)
    pairs = compare(both, SETTINGS.likeness)
    scores = pairs.likeness(WEIGHTS, 0.3)
    twins = [(core, one.capabilities) for core, one in zip(both.names.cores, apps, strict=True)]
    alone, joined = (group(pairs, scores, 0.6, 20, marks) for marks in ([], twins))
    assert [one.members for one in alone] == [one.members for one in joined]
    assert [one.pairs.tolist() for one in alone] == [one.pairs.tolist() for one in joined]
    assert len(joined) == 12


def test_interfaces_fall_away_or_are_rebuilt_once() -> None:
    # Interface, partner, out: those of 1 and of 2, and one of 9.
    first = [(10, 2, True), (11, 7, True), (12, 8, False)]
    second = [(10, 1, False), (13, 7, True), (14, 7, False)]
    # Into a new one: 10 was between the two, 13 goes to the same partner as 11.
    new = rewire([1, 2], [*first, *second])
    assert (new.away, new.rebuild) == ((10, 13), (11, 12, 14))
    # Into 9, which gets its data from 8 already.
    shared = rewire([1, 2], [*first, *second], 9, Hub([(15, 8, False)]))
    assert (shared.away, shared.rebuild) == ((10, 12, 13), (11, 14))
    # Into the first: its own stay.
    own = rewire([1, 2], second, 1, Hub(first))
    assert (own.away, own.rebuild) == ((10, 13), (14,))
    assert rewire([5], []) == rewire([], [])
