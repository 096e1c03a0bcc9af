"""One cell as a value of its field: what people type, read as they meant it; a `Fault` says what is wrong."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from pydantic import ValidationError

from ea_cockpit.i18n import LANGS, Text
from ea_cockpit.ingest.cell_problems import (
    BrokenFormula,
    InvalidId,
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
from ea_cockpit.ingest.days import is_endless, read_day
from ea_cockpit.ingest.fold import folded, spelled
from ea_cockpit.ingest.numbers import read_number
from ea_cockpit.ingest.problem import Problem
from ea_cockpit.model.metamodel import Column
from ea_cockpit.model.values import Choice, clean_text

_ERRORS = re.compile(r"#(REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|BEZUG!|WERT!|NV|ZAHL!)$")
_DASHES = ("-", "--", "---", "–", "—")
_YES = frozenset({"ja", "j", "yes", "y", "x", "true", "wahr", "1", "oui", "vrai", "✓", "✔", "☑", "☒", "✅"})
_NO = frozenset({"nein", "n", "no", "false", "falsch", "0", "non", "faux", "✗", "✘", "☐", "❌", *_DASHES})
_NONE_GIVEN = frozenset({
    "n/a", "na", "n.a.", "n. a.", "k.a.", "k. a.", "ka", "keine angabe", "keine angaben", "unbekannt", "unklar",
    "offen", "tbd", "tba", "tbc", "?", "??", "???", "unknown", "not known", "open", "inconnu", "nicht bekannt",
    "noch offen", "wird geklart", "in abklarung", "zu klaren", "nicht definiert", "leer", "xxx", "00.00.0000",
    "0000-00-00", "...", "…", *_DASHES,
})  # fmt: skip
_REMARK = re.compile(r"\s*[(\[].*$|\s*[,;:–—/]\s.*$|\s+-\s.*$|\s+(?:seit|ab|bis|since|until|from|depuis|jusqu)\b.*$")
_NUMBERED = re.compile(r"^\d+\s*[-–—.:=)]\s*")


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
    if isinstance(value, Fault) and isinstance(raw, str) and folded(raw) in _NONE_GIVEN:
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


def _yes_no(_: Column, raw: Any) -> Any:
    if isinstance(raw, bool):
        return raw
    word = as_text(raw).casefold()
    return True if word in _YES else False if word in _NO else Fault(NotYesOrNo)


def _choice(column: Column, raw: Any) -> Any:
    assert column.choices is not None  # noqa: S101  kind "choice" has its list
    text = as_text(raw)
    word = _word(column.choices, text)
    if word is not None:
        return word
    word = _word_in(column.choices, text)
    if word is not None:
        return Noted(word, WordWithRemark, {"word": word.text})
    words = [", ".join(w.in_(lang) for w in column.choices) for lang in LANGS]
    return Fault(UnknownWord, {"words": Text(*words)})


def _word_in(choices: type[Choice], text: str) -> Choice | None:
    """The word in «Produktiv (seit 2019)» or «3 - Hoch»; none where two of them contradict each other."""
    if word := _word(choices, _NUMBERED.sub("", text)):
        return word
    short = _REMARK.sub("", text)
    return None if _word(choices, text[len(short) :].strip("()[],;:/–—- ")) else _word(choices, short)


def _word(choices: type[Choice], text: str) -> Choice | None:
    known = _spellings(choices)
    return known.get(text.casefold()) or next((known[way] for way in sorted(spelled(text)) if way in known), None)


@lru_cache(maxsize=256)
def _spellings(choices: type[Choice]) -> dict[str, Choice]:
    """Every way a word of a list is typed; the list's own spellings come before those made from them."""
    own = choices.spellings()
    return {way: word for spelling, word in own.items() for way in spelled(spelling)} | own


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
