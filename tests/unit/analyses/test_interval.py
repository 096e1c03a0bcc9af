"""Intervals: what is missing widens them, and they decide only where nothing missing could change it."""

from __future__ import annotations

import pytest

from ea_cockpit.analyses.interval import Interval

INFINITE = float("inf")


def mean(*values: float | None) -> Interval:
    return Interval.mean([(value, 1) for value in values], 1, 5)


def test_a_mean_of_all_answers_is_a_point() -> None:
    assert mean(2, 4) == Interval(3, 3, 2, 2)


def test_what_is_missing_may_be_the_worst_or_the_best() -> None:
    assert mean(3, None) == Interval(2, 4, 1, 2)
    assert mean(None) == Interval(1, 5, 0, 1)


def test_weights_count_for_what_is_missing_too() -> None:
    assert Interval.mean([(4, 3), (None, 1)], 1, 5) == Interval(3.25, 4.25, 1, 2)


@pytest.mark.parametrize("values", [[], [(3.0, 0.0)]])
def test_without_any_weight_nothing_is_known(values: list[tuple[float, float]]) -> None:
    assert Interval.mean(values, 1, 5) == Interval(1, 5, 0, len(values))


def test_a_sum_has_an_open_end_as_soon_as_one_part_is_missing() -> None:
    assert Interval.sum([10, 5.5]) == Interval(15.5, 15.5, 2, 2)
    assert Interval.sum([10, None]) == Interval(10, INFINITE, 1, 2)
    assert Interval.sum([None]) == Interval(0, INFINITE, 0, 1)
    assert Interval.sum([]) == Interval(0, 0, 0, 0)


def test_a_part_that_is_nothing_is_an_answer() -> None:
    assert Interval.sum([0, 7]) == Interval(7, 7, 2, 2)


@pytest.mark.parametrize(
    ("interval", "reached"),
    [
        (Interval(3, 4, 1, 2), True), (Interval(2, 3, 1, 2), None), (Interval(1, 2.9, 1, 2), False),
        (Interval(0, INFINITE, 0, 1), None), (Interval(3, 3, 1, 1), True), (Interval(2.99, 2.99, 1, 1), False),
    ],
)  # fmt: skip
def test_a_limit_is_reached_only_where_the_interval_says_so(interval: Interval, reached: bool | None) -> None:
    assert interval.reaches(3) is reached


def test_scripts_get_an_open_end_as_null() -> None:
    assert Interval.sum([10, None]).as_json() == {"from": 10, "to": None, "answered": 1, "asked": 2}
    assert Interval(1 / 3, 2 / 3, 1, 2).as_json() == {"from": 0.3333, "to": 0.6667, "answered": 1, "asked": 2}


@pytest.mark.parametrize(
    ("interval", "german", "english"),
    [
        (Interval(3.2, 4.1, 4, 6), "3.2–4.1 (4 von 6)", "3.2–4.1 (4 of 6)"),
        (Interval(4, 4, 2, 2), "4", "4"),
        (Interval(120_000, INFINITE, 7, 9), "mind. 120'000 (7 von 9)", "at least 120'000 (7 of 9)"),
        (Interval(0, INFINITE, 1, 2), "mind. 0 (1 von 2)", "at least 0 (1 of 2)"),
        (Interval(0, INFINITE, 0, 2), "unbekannt", "unknown"),
        (Interval(1, 5, 0, 2), "1–5 (0 von 2)", "1–5 (0 of 2)"),
        # Two ends that look alike are shown once, but the share still tells that something is missing.
        (Interval(3.21, 3.24, 1, 2), "3.2 (1 von 2)", "3.2 (1 of 2)"),
    ],
)
def test_readers_get_it_in_their_language(interval: Interval, german: str, english: str) -> None:
    assert interval.in_("de") == german
    assert interval.in_("en") == english
