"""One cell as a value of its field: what people type, read as they meant it; a `Fault` says what is wrong."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from ea_cockpit.i18n import LANGS, Text
from ea_cockpit.ingest.days import read_day
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
from ea_cockpit.model.metamodel import Column
from ea_cockpit.model.values import clean_text

_ERRORS = re.compile(r"#(REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|BEZUG!|WERT!|NV|ZAHL!)$")
_YES = frozenset({"ja", "j", "yes", "y", "x", "true", "wahr", "1", "oui"})
_NO = frozenset({"nein", "n", "no", "false", "falsch", "0", "-", "non"})
# Swiss ways of writing money: CHF 12'500.–
# One mark for thousands, the other for decimals; a lone comma before three digits could be either and is not guessed.
_DECIMAL_COMMA = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+),(?:\d{1,2}|\d{4,})$")
_DECIMAL_POINT = re.compile(r"-?\d{1,3}(?:,\d{3})+\.\d+$")
_MONEY_NOISE = re.compile(r"(?i)chf|fr\.|['’\s]|\.[–—-]+$|[–—]$")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a cell: the kind of problem and the values its sentence needs."""

    problem: type[Problem]
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Noted:
    """A value that was read, with something the user should know about how."""

    value: Any
    problem: type[Problem]
    values: dict[str, Any] = field(default_factory=dict)


def parse(column: Column, raw: Any) -> Any:
    """The value a cell stands for, a `Noted` one, or a `Fault`; an empty cell never gets here."""
    if isinstance(raw, str):
        raw = clean_text(raw)
        if raw == "":
            return () if column.kind == "list" else None
        if _ERRORS.match(raw):
            return Fault(BrokenFormula)
    value = _READERS[column.kind](column, raw)
    return value if isinstance(value, Fault | Noted) else _validated(column, value)


def as_text(raw: Any) -> str:
    """Any cell as the text a person sees in it: 7.0 is 7, a day is written in full, TRUE is ja."""
    if isinstance(raw, bool):
        return "ja" if raw else "nein"
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() and abs(raw) < 10**15 else repr(raw)
    if isinstance(raw, dt.datetime):
        return raw.date().isoformat() if raw.time() == dt.time() else raw.isoformat(" ")
    return str(raw)


def _text(_: Column, raw: Any) -> Any:
    return as_text(raw)


def _number(_: Column, raw: Any) -> Any:
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return raw
    text = _MONEY_NOISE.sub("", as_text(raw))
    if _DECIMAL_COMMA.match(text):
        text = text.replace(".", "").replace(",", ".")
    elif _DECIMAL_POINT.match(text):
        text = text.replace(",", "")
    try:
        return float(text)
    except ValueError:
        return Fault(NotANumber)


def _integer(column: Column, raw: Any) -> Any:
    number = _number(column, raw)
    if isinstance(number, Fault) or float(number).is_integer():
        return number if isinstance(number, Fault) else int(number)
    return Fault(NotAWholeNumber)


def _date(column: Column, raw: Any) -> Any:
    period = read_day(raw)
    if period is None:
        return Fault(NotADate)
    # Something that ends in 2027 ends with the year; something that begins in 2027 begins with it.
    day = period.last if column.ends else period.first
    return day if period.is_day else Noted(day, RoundedDate, {"day": f"{day:%d.%m.%Y}"})


def _yes_no(_: Column, raw: Any) -> Any:
    if isinstance(raw, bool):
        return raw
    word = as_text(raw).casefold()
    return True if word in _YES else False if word in _NO else Fault(NotYesOrNo)


def _choice(column: Column, raw: Any) -> Any:
    assert column.choices is not None  # noqa: S101  kind "choice" has its list
    word = column.choices.spellings().get(as_text(raw).casefold())
    if word is not None:
        return word
    words = [", ".join(w.in_(lang) for w in column.choices) for lang in LANGS]
    return Fault(UnknownWord, {"words": Text(*words)})


_READERS: dict[str, Callable[[Column, Any], Any]] = {
    "text": _text, "list": _text, "integer": _integer, "number": _number, "money": _number, "date": _date,
    "yesno": _yes_no, "choice": _choice,
}  # fmt: skip


def _validated(column: Column, value: Any) -> Any:
    try:
        return column.adapter.validate_python(value)
    except ValidationError as fault:
        error = fault.errors()[0]
    if error["type"] in ("string_too_long", "too_long"):
        return (
            Fault(TextTooLong, {"length": len(str(value)), "most": error["ctx"]["max_length"]})
            if column.name != "id"
            else Fault(InvalidId)
        )
    if error["type"] == "value_error":
        return Fault(InvalidId)
    return Fault(OutOfRange, {"allowed": allowed_range(column)})


def allowed_range(column: Column) -> str:
    """The smallest and largest value a number field takes, for a message."""
    schema = column.adapter.json_schema()
    options = [schema, *schema.get("anyOf", [])]
    low = next((option["minimum"] for option in options if "minimum" in option), "-∞")
    high = next((option["maximum"] for option in options if "maximum" in option), "∞")
    return f"{as_text(low)}–{as_text(high)}"
