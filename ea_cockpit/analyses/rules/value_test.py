"""What a rule asks of one value: a word, one of several, `< 16`, `>= high`, `not CH`, `present`, `missing`."""

from __future__ import annotations

import datetime as dt
import operator
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from ea_cockpit.analyses.rules.faults import WrongEntry, unknown_word
from ea_cockpit.analyses.rules.products import slug_of
from ea_cockpit.analyses.rules.terms import Field
from ea_cockpit.analyses.rules.versions import compare
from ea_cockpit.i18n import LANGS, Text
from ea_cockpit.model.values import Choice

_BOUND = re.compile(r"(<=|>=|<|>)\s*(.+)")
_HOLDS: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
_YES, _NO = {"yes", "ja", "true", "oui"}, {"no", "nein", "false", "non"}
_TODAY = {"today", "heute"}
_THERE = {"present", "vorhanden"}
_GONE = {"missing", "fehlt"}
_ORDERED = {"integer", "number", "money", "date", "choice", "version"}


@dataclass(frozen=True, slots=True)
class ValueTest:
    """One test; `bounds` must all hold, one of `words` must, or the value must just be there (or not)."""

    field: Field
    words: tuple[Any, ...] = ()
    bounds: tuple[tuple[str, Any], ...] = ()
    there: bool | None = None
    turned: bool = False

    def holds(self, value: Any, day: dt.date) -> bool | None:
        """Whether a value passes on this day; None where nobody can tell."""
        if self.there is not None:
            return (value is not None) == self.there
        if value is None:
            return None
        found = self._passes(value, day)
        return found if found is None or not self.turned else not found

    def _passes(self, value: Any, day: dt.date) -> bool | None:
        if self.words:
            return any(self._is(value, word) for word in self.words)
        found = [self._within(value, sign, day if limit in _TODAY else limit) for sign, limit in self.bounds]
        return False if False in found else None if None in found else True

    def _is(self, value: Any, word: Any) -> bool:
        if self.field.kind == "version":
            return compare(str(value), str(word)) == 0
        if isinstance(word, Choice) or not isinstance(word, str):
            return bool(value == word)
        texts = value if isinstance(value, list | tuple) else [value]
        return any(fnmatchcase(" ".join(str(text).casefold().split()), word.casefold()) for text in texts)

    def _within(self, value: Any, sign: str, limit: Any) -> bool | None:
        if self.field.kind == "version":
            order = compare(str(value), str(limit))
            return None if order is None else _HOLDS[sign](order, 0)
        if isinstance(limit, Choice):
            ranks = list(type(limit))
            return _HOLDS[sign](ranks.index(type(limit).word(value)), ranks.index(limit))
        return _HOLDS[sign](value, limit)

    @property
    def says(self) -> Text:
        """The test in words: «< 16», «nicht Schweiz», «Produktiv oder Auslaufend»."""
        if self.there is not None:
            return Text("vorhanden", "present") if self.there else Text("fehlt", "missing")
        if self.words:
            de, en = (" oder ", " or ")
            plain = Text(*(j.join(_word(w, lang) for w in self.words) for lang, j in zip(LANGS, (de, en), strict=True)))
        else:
            plain = Text(*(", ".join(f"{s} {_word(v, lang)}" for s, v in self.bounds) for lang in LANGS))
        return Text(f"nicht {plain.de}", f"not {plain.en}") if self.turned else plain


def _word(value: Any, lang: Any) -> str:
    if isinstance(value, Choice):
        return value.in_(lang)
    if isinstance(value, bool):
        return {"de": ("nein", "ja"), "en": ("no", "yes")}[lang][value]
    return f"{value:%d.%m.%Y}" if isinstance(value, dt.date) else str(value)


def value_test(field: Field, raw: Any) -> ValueTest:
    """The test a rule writes for a field; one that makes no sense raises a `WrongEntry`."""
    if isinstance(raw, list) and raw:
        return ValueTest(field, tuple(_value(field, item) for item in raw))
    if not isinstance(raw, str) or not raw.strip():
        raise WrongEntry(
            Text("hier steht kein Wert.", "there is no value here."),
            Text("Erwartet wird ein Wert, eine Liste, «< 16» oder «not …».", "Write a value, a list, '< 16', 'not …'."),
        )
    text = raw.strip()
    if text in _THERE | _GONE:
        return ValueTest(field, there=text in _THERE)
    for mark in ("not ", "nicht "):
        if text.startswith(mark):
            return ValueTest(field, (_value(field, text.removeprefix(mark)),), turned=True)
    bounds = [_BOUND.fullmatch(part.strip()) for part in text.split(",")]
    if all(bounds) and field.kind not in ("text", "list", "slug"):
        return ValueTest(field, bounds=tuple(_bound(field, *found.groups()) for found in bounds if found))
    return ValueTest(field, (_value(field, text),))


def _bound(field: Field, sign: str, limit: str) -> tuple[str, Any]:
    if field.kind not in _ORDERED:
        raise WrongEntry(
            Text(f"«{sign}» passt nicht zu diesem Feld.", f"“{sign}” does not fit this field."),
            Text("Nennen Sie den Wert selbst.", "Name the value itself."),
        )
    if field.kind == "date" and limit.strip() in _TODAY:
        return sign, "today"
    return sign, _value(field, limit)


def _value(field: Field, raw: Any) -> Any:
    """One value as the graph keeps it."""
    if not isinstance(raw, str):
        raise WrongEntry(
            Text("hier wird ein einzelner Wert erwartet.", "a single value is expected here."),
            Text("Schreiben Sie ein Wort, eine Zahl oder einen Text.", "Write a word, a number or a text."),
        )
    text = " ".join(raw.split())
    if field.kind == "slug":
        return slug_of(text)
    if field.choices is not None:
        return choice(field.choices, text)
    if field.kind == "yesno":
        return _yesno(text)
    if field.kind == "date":
        return day_of(text)
    if field.kind in ("integer", "number", "money"):
        return _number(text)
    return text


def choice(words: type[Choice], text: str) -> Choice:
    """A word of a closed list in any of its spellings."""
    spellings = words.spellings()
    found = next((word for word in words if word.value == text), None) or spellings.get(text.casefold())
    if found is None:
        listed: Sequence[str] = [member.value for member in words]
        raise unknown_word(text, listed)
    return found


def _yesno(text: str) -> bool:
    if text.casefold() not in _YES | _NO:
        raise unknown_word(text, ("yes", "no"))
    return text.casefold() in _YES


def day_of(text: str) -> dt.date:
    """A day written as 2026-03-31 or 31.03.2026."""
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return dt.datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise WrongEntry(
        Text(f"«{text}» ist kein Datum.", f"“{text}” is no day."),
        Text("Schreiben Sie zum Beispiel 2027-12-31.", "Write for example 2027-12-31."),
    )


def _number(text: str) -> float:
    try:
        return float(text.replace("'", ""))
    except ValueError:
        raise WrongEntry(
            Text(f"«{text}» ist keine Zahl.", f"“{text}” is no number."),
            Text("Schreiben Sie zum Beispiel 24 oder «> 24».", "Write for example 24 or '> 24'."),
        ) from None
