"""One cell as a value of its field: what people type, read as they meant it; a `Fault` says what is wrong."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError

from ea_cockpit.i18n import LANGS, Text
from ea_cockpit.ingest.cell_problems import (
    BrokenFormula,
    InvalidId,
    NearWord,
    NoAnswer,
    NoEnd,
    NotADate,
    NotANumber,
    NotAWholeNumber,
    NotYesOrNo,
    OutOfRange,
    RoundedDate,
    RoundedNumber,
    TextTooLong,
    UnknownWord,
    WordWithRemark,
)
from ea_cockpit.ingest.choice_words import find_word
from ea_cockpit.ingest.days import is_endless, read_day
from ea_cockpit.ingest.fold import folded
from ea_cockpit.ingest.numbers import read_number
from ea_cockpit.ingest.problem import Problem
from ea_cockpit.model.metamodel import Column
from ea_cockpit.model.values import clean_text

_ERRORS = re.compile(r"#(REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|BEZUG!|WERT!|NV|ZAHL!)$")
_DASHES = ("-", "--", "---", "–", "—")
_YES = frozenset({"ja", "j", "yes", "y", "x", "true", "wahr", "1", "oui", "vrai", "✓", "✔", "☑", "☒", "✅"})
_NO = frozenset({"nein", "n", "no", "false", "falsch", "0", "non", "faux", "✗", "✘", "☐", "❌", *_DASHES})
_YES_NO = frozenset({"ja", "j", "yes", "oui", "nein", "no", "non", "x"})
# A remark that takes back half of a yes or no: there is nothing to read.
_LIMITED = re.compile(
    r"teil|nicht|noch|kein|nein|nur|ohne|oder|geplant|vorgesehen|ab\b|ausser|part|only|not|plan|prev|\?|ja\b"
)
_NONE_GIVEN = frozenset({
    "n/a", "na", "n.a.", "n. a.", "k.a.", "k. a.", "ka", "keine angabe", "keine angaben", "unbekannt", "unklar",
    "offen", "tbd", "tba", "tbc", "?", "??", "???", "unknown", "not known", "open", "inconnu", "nicht bekannt",
    "noch offen", "wird geklart", "bitte auswahlen", "bitte wahlen", "please select", "choisir",
    "keine auswahl", "in abklarung", "zu klaren", "nicht definiert", "leer", "xxx", "00.00.0000",
    "0000-00-00", "...", "…", *_DASHES,
})  # fmt: skip


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
    is_doubtful = isinstance(value, Fault) or (isinstance(value, Noted) and value.problem is NearWord)
    if is_doubtful and isinstance(raw, str) and folded(raw) in _NONE_GIVEN:
        return Noted(None, NoAnswer)
    if isinstance(value, Noted) and value.value is not None:
        checked = _validated(column, value.value)
        return checked if isinstance(checked, Fault) else replace(value, value=checked)
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


def _number(column: Column, raw: Any) -> Any:
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return raw
    found = read_number(folded(as_text(raw)), column.name.rpartition("_")[2])
    if found is None:
        return Fault(NotANumber)
    return found.value if found.literal else Noted(found.value, RoundedNumber, {"number": as_text(found.value)})


def _integer(column: Column, raw: Any) -> Any:
    number = _number(column, raw)
    if isinstance(number, Fault):
        return number
    value = number.value if isinstance(number, Noted) else number
    if not float(value).is_integer():
        return Fault(NotAWholeNumber)
    return replace(number, value=int(value)) if isinstance(number, Noted) else int(value)


def _date(column: Column, raw: Any) -> Any:
    period = read_day(raw)
    if period is None:
        return Noted(None, NoEnd) if column.ends and is_endless(raw) else Fault(NotADate)
    # Something that ends in 2027 ends with the year; something that begins in 2027 begins with it.
    day = period.last if column.ends else period.first
    return day if period.literal else Noted(day, RoundedDate, {"day": f"{day:%d.%m.%Y}"})


def _yes_no(_column: Column, raw: Any) -> Any:
    if isinstance(raw, bool):
        return raw
    word = as_text(raw).casefold()
    if word in _YES or word in _NO:
        return word in _YES
    short, _, remark = word.partition("(" if word.endswith(")") else ",")
    if (short := short.strip()) in _YES_NO and not _LIMITED.search(remark):
        answer = Text("ja", "yes") if short in _YES else Text("nein", "no")
        return Noted(short in _YES, WordWithRemark, {"word": answer})
    return Fault(NotYesOrNo)


def _choice(column: Column, raw: Any) -> Any:
    assert column.choices is not None  # noqa: S101  kind "choice" has its list
    found = find_word(column.choices, as_text(raw))
    if found is None:
        words = [", ".join(w.in_(lang) for w in column.choices) for lang in LANGS]
        return Fault(UnknownWord, {"words": Text(*words)})
    if found.remark or found.near:
        return Noted(found.word, WordWithRemark if found.remark else NearWord, {"word": found.word.text})
    return found.word


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
