"""A value of a fact as a cell, and the words a column offers in its drop-down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from ea_cockpit.i18n import Lang, Text
from ea_cockpit.model.declare import Fact
from ea_cockpit.model.metamodel import Column, FactType, Link
from ea_cockpit.model.values import Choice

YES = Text("ja", "yes")
NO = Text("nein", "no")
# Excel's calendar begins in 1900; an earlier day is written as text in ISO form.
EARLIEST = dt.date(1900, 3, 1)
SEPARATOR = "; "


def cell_value(value: Any, lang: Lang) -> Any:
    """What stands in the cell for this value: a word, a number, a day, or nothing."""
    if isinstance(value, Choice):
        return value.in_(lang)
    if isinstance(value, bool):
        return (YES if value else NO).in_(lang)
    if isinstance(value, tuple):
        return SEPARATOR.join(value) or None
    if isinstance(value, dt.date) and value < EARLIEST:
        return value.isoformat()
    return value


def drop_down(field: Column | Link, lang: Lang) -> list[str]:
    """The closed list of words this column accepts, empty where it is open."""
    if isinstance(field, Link):
        return []
    if field.choices is not None:
        return [word.in_(lang) for word in field.choices]
    return [YES.in_(lang), NO.in_(lang)] if field.kind == "yesno" else []


def custom_headings(facts: Iterable[Fact]) -> list[str]:
    """Headings of all custom attributes these facts carry, sorted."""
    return sorted({heading for fact in facts for heading in fact.custom})


def sheet_title(kind: FactType, lang: Lang) -> str:
    """The sheet's name: Excel allows 31 characters and none of []:*?/\\."""
    title = kind.plural.in_(lang)
    return "".join(" " if mark in "[]:*?/\\" else mark for mark in title)[:31].strip()
