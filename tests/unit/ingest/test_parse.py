"""What people type, and what it is read as."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from ea_cockpit.ingest.parse import Fault, Noted, parse
from ea_cockpit.ingest.problem import Problem
from ea_cockpit.ingest.problems import (
    BrokenFormula,
    InvalidId,
    NotADate,
    NotANumber,
    NotAWholeNumber,
    NotYesOrNo,
    OutOfRange,
    RoundedDate,
    TextTooLong,
    UnknownWord,
)
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.metamodel import Column

METAMODEL = standard_metamodel()


def column(name: str, label: str = "Application") -> Column:
    field = METAMODEL[label].by_name[name]
    assert isinstance(field, Column)
    return field


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("id", 7.0, "7"),
        ("id", "007", "007"),
        ("name", "  Zwei\u00a0 Wörter\r\nund mehr ", "Zwei Wörter\nund mehr"),
        ("name", "a\x07b_x000D_", "ab"),
        ("version", 19.2, "19.2"),
        ("version", dt.date(2024, 2, 1), "2024-02-01"),
        ("aliases", "A; B\nA |C", ("A", "B", "C")),
        ("users", "12'500", 12500),
        ("users", 12.0, 12),
        ("run_cost", "CHF 12'500.–", 12500.0),
        ("run_cost", "85 000", 85000.0),
        ("run_cost", "1.234,50", 1234.5),
        ("run_cost", "1'234,5", 1234.5),
        ("run_cost", "1,234,567.80", 1234567.8),
        ("rto_hours", "0,25", 0.25),
        ("run_cost", "Fr. 500.--", 500.0),
        ("run_cost", 0.1 + 0.2, 0.3),
        ("productive_since", dt.datetime(2020, 5, 17), dt.date(2020, 5, 17)),
        ("productive_since", "17.05.2020", dt.date(2020, 5, 17)),
        ("productive_since", "2020-05-17 00:00:00", dt.date(2020, 5, 17)),
        ("productive_since", "17.5.20", dt.date(2020, 5, 17)),
        ("productive_since", 43968.0, dt.date(2020, 5, 17)),
        ("published", "x", True),
        ("published", "Nein", False),
        ("published", True, True),
        ("status", "in betrieb", "productive"),
        ("status", "Productive", "productive"),
        ("criticality", 3.0, "high"),
        ("business_value", 5.0, 5),
    ],
)
def test_a_cell_is_read_as_it_was_meant(name: str, raw: Any, value: Any) -> None:
    assert parse(column(name), raw) == value


@pytest.mark.parametrize(
    ("name", "raw", "problem"),
    [
        ("id", "a;b", InvalidId),
        ("id", "x" * 401, InvalidId),
        ("name", "x" * 32_768, TextTooLong),
        ("users", "viele", NotANumber),
        ("run_cost", "1,234", NotANumber),
        ("users", 1.5, NotAWholeNumber),
        ("users", -1, OutOfRange),
        ("users", True, NotANumber),
        ("business_value", 6, OutOfRange),
        ("run_cost", "nan", OutOfRange),
        ("run_cost", 1e300, OutOfRange),
        ("productive_since", "31.02.2020", NotADate),
        ("productive_since", 7.0, NotADate),
        ("productive_since", "13/2025", NotADate),
        ("productive_since", "Brumaire 2025", NotADate),
        ("published", "vielleicht", NotYesOrNo),
        ("status", "läuft", UnknownWord),
        ("status", "#N/A", BrokenFormula),
    ],
)
def test_a_cell_that_cannot_be_meant_is_named(name: str, raw: Any, problem: type[Problem]) -> None:
    found = parse(column(name), raw)
    assert isinstance(found, Fault)
    assert found.problem is problem


@pytest.mark.parametrize(
    ("raw", "first", "last"),
    [
        ("03/2025", dt.date(2025, 3, 1), dt.date(2025, 3, 31)),
        ("2.2024", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2025-11", dt.date(2025, 11, 1), dt.date(2025, 11, 30)),
        ("März 2025", dt.date(2025, 3, 1), dt.date(2025, 3, 31)),
        ("Dez. 2025", dt.date(2025, 12, 1), dt.date(2025, 12, 31)),
        ("1. Quartal 2026", dt.date(2026, 1, 1), dt.date(2026, 3, 31)),
        ("Q4/2026", dt.date(2026, 10, 1), dt.date(2026, 12, 31)),
        ("2026-Q2", dt.date(2026, 4, 1), dt.date(2026, 6, 30)),
        ("2027", dt.date(2027, 1, 1), dt.date(2027, 12, 31)),
        (2027.0, dt.date(2027, 1, 1), dt.date(2027, 12, 31)),
    ],
)
def test_a_period_begins_or_ends_and_that_is_told(raw: Any, first: dt.date, last: dt.date) -> None:
    begins, ends = parse(column("productive_since"), raw), parse(column("end_of_life"), raw)
    assert begins == Noted(first, RoundedDate, {"day": f"{first:%d.%m.%Y}"})
    assert ends == Noted(last, RoundedDate, {"day": f"{last:%d.%m.%Y}"})
