"""Days and numbers as people write them, and what is refused."""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

import pytest

from ea_cockpit.analyses.parameter import DAY, Parameter, settle
from ea_cockpit.analyses.problems import BadValue
from ea_cockpit.graph.catalogue import Reader
from ea_cockpit.i18n import LANGS, Text
from ea_cockpit.model.facts import standard_metamodel

METAMODEL = standard_metamodel()
# Neither a day nor a number is looked up in the graph.
NO_GRAPH = cast("Reader", None)


def settled(parameter: Parameter, value: Any) -> Any:
    return settle("one", (parameter,), {parameter.name: value}, NO_GRAPH, METAMODEL)[parameter.name]


def number(low: int | None = None, high: int | None = None) -> Parameter:
    return Parameter("share", Text("Anteil", "Share"), Text("?", "?"), "number", default=0.5, low=low, high=high)


@pytest.mark.parametrize("written", ["2027-12-31", "31.12.2027", " 31.12.2027 ", dt.date(2027, 12, 31)])
def test_a_day_is_read_as_people_write_it(written: Any) -> None:
    assert settled(DAY, written) == dt.date(2027, 12, 31)


@pytest.mark.parametrize("written", ["31.02.2027", "2027", "morgen", "12/31/2027", "2027-13-01"])
def test_what_is_no_day_is_refused_with_both_forms(written: str) -> None:
    with pytest.raises(BadValue) as trouble:
        settled(DAY, written)
    for lang in LANGS:
        assert written in trouble.value.message(lang)
        assert "2027-12-31, 31.12.2027" in trouble.value.message(lang)


@pytest.mark.parametrize("missing", [None, ""])
def test_no_day_is_today(missing: Any) -> None:
    before = dt.date.today()
    assert before <= settled(DAY, missing) <= dt.date.today()


@pytest.mark.parametrize(("written", "value"), [("0.25", 0.25), ("0,25", 0.25), (3, 3.0), ("1e1", 10.0), ("0", 0.0)])
def test_a_number_may_have_a_comma(written: Any, value: float) -> None:
    assert settled(number(), written) == value


@pytest.mark.parametrize("written", ["viele", "nan", "inf", "-inf", "-1", "1'000", "1.2.3"])
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(BadValue, match="≥ 0"):
        settled(number(), written)


def test_a_number_keeps_its_bounds() -> None:
    assert [settled(number(1, 5), value) for value in (1, 5)] == [1.0, 5.0]
    for value in (0.99, 5.01, "inf"):
        with pytest.raises(BadValue, match="1–5"):
            settled(number(1, 5), value)


def test_a_number_not_given_is_its_default() -> None:
    assert settled(number(), None) == 0.5
