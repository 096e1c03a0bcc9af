"""How pairs are compared and groups are made: parts, averages, no chains, no quadratic growth."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from ea_cockpit.analyses.centralise.find import Flow
from ea_cockpit.analyses.centralise.groups import group
from ea_cockpit.analyses.centralise.landscape import App, Scene
from ea_cockpit.analyses.centralise.names import TaskNames
from ea_cockpit.analyses.centralise.offices import Offices
from ea_cockpit.analyses.centralise.pairs import PARTS, Pairs, Scores, add_interfaces, compare, weights_of
from ea_cockpit.analyses.centralise.rewire import rewire
from ea_cockpit.analyses.centralise.settings import Likeness, load_weights
from ea_cockpit.analyses.policy import SHIPPED

SETTINGS = load_weights(SHIPPED)
WEIGHTS = weights_of(SETTINGS.likeness)
BARE = App(0, "", None, None, None, None, False, None, frozenset(), frozenset(), frozenset(), False)


def app(node: int, name: str, **more: object) -> App:
    return dataclasses.replace(BARE, node=node, id=f"APP-{node}", name=name, **more)  # type: ignore[arg-type]


def scene(*apps: App) -> Scene:
    names = TaskNames([one.name for one in apps], [("afu",), ("arp",)], SETTINGS.name)
    return Scene([*apps], Offices({}, [], []), names, {})


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


def test_likeness_is_measured_by_what_is_known() -> None:
    pairs = compare(scene(app(1, "Fristen AFU"), app(2, "Fristen ARP")), Likeness())
    assert pairs.known(WEIGHTS).tolist() == [pytest.approx(0.4)]
    assert pairs.likeness(WEIGHTS, 0.3).tolist() == [1.0]
    # Where too little is known, the rest counts as not alike.
    assert pairs.likeness(WEIGHTS, 0.5).tolist() == [pytest.approx(0.8)]


def test_interfaces_are_added_where_they_are_read() -> None:
    pairs = compare(scene(app(1, "Fristen AFU"), app(2, "Fristen ARP")), Likeness())
    add_interfaces(pairs, np.array([True]), [frozenset({3, 4}), frozenset({4})])
    assert pairs.parts[0, PARTS.index("interfaces")] == 0.5


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
    flows = {
        1: [Flow(1, 10, 2, True), Flow(1, 11, 7, True), Flow(1, 12, 8, False)],
        2: [Flow(2, 10, 1, False), Flow(2, 13, 7, True), Flow(2, 14, 7, False)],
        9: [Flow(9, 15, 8, False)],
    }
    # Into a new one: 10 was between the two, 13 goes to the same partner as 11.
    new = rewire([1, 2], None, flows)
    assert (new.away, new.rebuild) == ((10, 13), (11, 12, 14))
    # Into 9, which gets its data from 8 already.
    shared = rewire([1, 2], 9, flows)
    assert (shared.away, shared.rebuild) == ((10, 12, 13), (11, 14))
    # Into the first: its own stay.
    first = rewire([1, 2], 1, flows)
    assert (first.away, first.rebuild) == ((10, 13), (14,))
    assert rewire([5], None, flows) == rewire([], None, {})
