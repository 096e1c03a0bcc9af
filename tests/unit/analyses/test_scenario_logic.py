"""The pure parts of a scenario: the order of its parts, its cost, and what differs between two answers."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from ea_cockpit.analyses.analysis import AboutFact, AnalysisRow, result
from ea_cockpit.analyses.scenario.cost import cost_range
from ea_cockpit.analyses.scenario.difference import differing
from ea_cockpit.analyses.scenario.order import Before, Unit, arrange
from ea_cockpit.i18n import Text


def text(word: str) -> Text:
    return Text(word, word)


def arranged(count: int, *pairs: tuple[int, int]) -> tuple[list[str], list[set[str]]]:
    """The order of parts 0, 1, ... under pairs (first, then), and the circles."""
    order = arrange([Unit(1, text(str(n))) for n in range(count)], [Before(a, b, text(f"{a}<{b}")) for a, b in pairs])
    return [part.title.de for part in order.parts], [{one.de for one in cycle.titles} for cycle in order.cycles]


@pytest.mark.parametrize(
    ("count", "pairs", "order", "circles"),
    [
        (0, [], "", []),
        (3, [], "012", []),
        (3, [(2, 0)], "120", []),
        (4, [(3, 0), (3, 1), (1, 0)], "2310", []),
        (3, [(0, 0), (1, 0)], "102", []),
        (4, [(0, 1), (1, 0), (3, 0)], "2301", [{"0", "1"}]),
        (5, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 3)], "01234", [{"0", "1", "2"}, {"3", "4"}]),
    ],
)
def test_the_order_nearest_to_the_one_written(
    count: int, pairs: list[tuple[int, int]], order: str, circles: list[set[str]]
) -> None:
    assert arranged(count, *pairs) == (list(order), circles)


def test_every_rule_is_kept_where_there_is_no_circle() -> None:
    rng = random.Random(3)  # noqa: S311
    for _ in range(50):
        shuffled = rng.sample(range(12), 12)
        places = {node: place for place, node in enumerate(shuffled)}
        pairs = [(a, b) for a in range(12) for b in range(12) if places[a] < places[b] and rng.random() < 0.2]
        order, circles = arranged(12, *pairs)
        assert circles == []
        assert sorted(order, key=int) == [str(n) for n in range(12)]
        assert all(order.index(str(a)) < order.index(str(b)) for a, b in pairs)


def app(id_: str) -> tuple[str, str]:
    return "Application", id_


def costs(run: float | None, licence: float | None) -> dict[str, float | None]:
    return {"run_cost": run, "licence_cost": licence}


def test_the_cost_of_a_target_is_a_range_until_somebody_states_it() -> None:
    before = {app("A"): costs(100, 10), app("B"): costs(50, 0), app("C"): costs(200, 20)}
    after = {app("C"): costs(200, 20)}
    merged = {app("C"): [app("A"), app("B")]}
    open_, stated = (cost_range(before, after, merged, known) for known in ((), [app("C")]))
    assert (open_.before.low, open_.before.high) == (380, 380)
    assert (open_.after.low, open_.after.high, open_.after.asked) == (220, 380, 6)
    assert (stated.after.low, stated.after.high) == (220, 220)
    new = cost_range(before, {app("N"): {}}, {app("N"): [app("B"), app("C")], app("C"): [app("A")]}, ())
    assert (new.after.low, new.after.high) == (50, 380)
    unknown = cost_range({app("A"): costs(100, None)}, {}, {}, ())
    assert (unknown.before.low, unknown.before.high, unknown.before.answered) == (100, float("inf"), 1)
    assert (unknown.after.low, unknown.after.high) == (0, 0)
    assert unknown.as_json()["one_off"] is None


class Line(AboutFact):
    """A row about a fact."""

    rule: str | None = result(("Regel", "Rule"), ("Regel.", "Rule."))
    score: int | None = result(("Wert", "Score"), ("Wert.", "Score."))


class Cell(AnalysisRow):
    """A row about no fact."""

    one: str | None = result(("Eins", "One"), ("Eins.", "One."))
    two: int | None = result(("Zwei", "Two"), ("Zwei.", "Two."))


def line(id_: str, rule: str = "r", score: int = 1) -> Line:
    return Line(label="Application", id=id_, name=id_, rule=rule, score=score)


def changes(before: Sequence[AnalysisRow], after: Sequence[AnalysisRow]) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.change.value, one.fields) for one in differing(before, after)]


def test_rows_are_told_apart_by_their_subject_and_what_else_is_needed() -> None:
    assert changes([line("A"), line("B")], [line("A", score=2), line("C")]) == [
        ("gone", ()), ("new", ()), ("changed", ("score",)),
    ]  # fmt: skip
    # One subject with several rows: the rule tells them apart.
    two = [line("A", "r", 1), line("A", "s", 2)]
    assert changes(two, [line("A", "s", 3), line("A", "r", 1)]) == [("changed", ("score",))]
    assert changes(two, two[:1]) == [("gone", ())]
    # With one row each, another rule is a change of that row.
    assert changes([line("A", "r")], [line("A", "s")]) == [("changed", ("rule",))]


def test_rows_without_a_subject_and_rows_that_are_alike() -> None:
    assert changes([Cell(one="a", two=1), Cell(one="b", two=1)], [Cell(one="b", two=2)]) == [
        ("gone", ()), ("changed", ("two",)),
    ]  # fmt: skip
    alike = [Cell(one="a", two=1)] * 3
    assert changes(alike, alike[:1]) == [("gone", ()), ("gone", ())]
    assert changes([], []) == []
    assert changes([], [line("A")]) == [("new", ())]
