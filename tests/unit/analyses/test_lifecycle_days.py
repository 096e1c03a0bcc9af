"""Months, notice periods and how far away a day is, at the ends of months and of the calendar."""

from __future__ import annotations

import datetime as dt

import pytest

from ea_cockpit.analyses.lifecycle.days import months_later, notice_by, span

day = dt.date.fromisoformat


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-01-31", 1, "2026-02-28"), ("2027-12-31", 2, "2028-02-29"), ("2026-03-31", -1, "2026-02-28"),
        ("2026-12-15", 1, "2027-01-15"), ("2026-01-15", -1, "2025-12-15"), ("2026-06-30", 0, "2026-06-30"),
        ("9999-06-30", 12, "9999-12-31"), ("0001-06-30", -12, "0001-01-01"),
    ],
)  # fmt: skip
def test_months_later(start: str, months: int, end: str) -> None:
    assert months_later(day(start), months) == day(end)


@pytest.mark.parametrize(
    ("end", "months", "by"),
    [
        ("2026-12-31", 6, "2026-06-30"), ("2026-06-30", 3, "2026-03-31"), ("2026-02-28", 1, "2026-01-31"),
        ("2028-02-29", 12, "2027-02-28"), ("2026-05-15", 3, "2026-02-15"), ("2026-05-30", 3, "2026-02-28"),
        ("2026-12-31", 0, "2026-12-31"), ("2027-02-28", 12, "2026-02-28"), ("2026-12-31", 100_000, "0001-01-01"),
    ],
)  # fmt: skip
def test_notice_runs_from_month_end_to_month_end(end: str, months: int, by: str) -> None:
    assert notice_by(day(end), months) == day(by)


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (0, "heute"), (1, "in 1 Tag"), (14, "in 14 Tagen"), (-1, "seit 1 Tag"), (59, "in 59 Tagen"),
        (60, "in 2 Monaten"), (-400, "seit 13 Monaten"), (730, "in 2 Jahren"), (-4000, "seit 10 Jahren"),
    ],
)  # fmt: skip
def test_how_far_away(days: int, text: str) -> None:
    assert span(days).de == text
