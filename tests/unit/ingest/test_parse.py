"""What people type, and what it is read as."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from ea_cockpit.ingest.parse import Fault, parse
from ea_cockpit.ingest.problem import Problem
from ea_cockpit.ingest.problems import (
    BrokenFormula,
    InvalidId,
    NotADate,
    NotANumber,
    NotAWholeNumber,
    NotYesOrNo,
    OutOfRange,
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
        ("run_cost", 0.1 + 0.2, 0.3),
        ("productive_since", dt.datetime(2020, 5, 17), dt.date(2020, 5, 17)),
        ("productive_since", "17.05.2020", dt.date(2020, 5, 17)),
        ("productive_since", "2020-05-17 00:00:00", dt.date(2020, 5, 17)),
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
        ("users", 1.5, NotAWholeNumber),
        ("users", -1, OutOfRange),
        ("users", True, NotANumber),
        ("business_value", 6, OutOfRange),
        ("run_cost", "nan", OutOfRange),
        ("run_cost", 1e300, OutOfRange),
        ("productive_since", "31.02.2020", NotADate),
        ("productive_since", 43968.0, NotADate),
        ("published", "vielleicht", NotYesOrNo),
        ("status", "läuft", UnknownWord),
        ("status", "#N/A", BrokenFormula),
    ],
)
def test_a_cell_that_cannot_be_meant_is_named(name: str, raw: Any, problem: type[Problem]) -> None:
    found = parse(column(name), raw)
    assert isinstance(found, Fault)
    assert found.problem is problem
