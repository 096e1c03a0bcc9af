"""Values as readers know them: Swiss numbers and dates, words instead of codes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ea_cockpit.i18n import Lang
from ea_cockpit.model.values import Choice
from ea_cockpit.tabular.cells import NO, YES

NOTHING = "–"


def shown(value: Any, lang: Lang) -> str:
    """A value as text for people; empty where there is none."""
    if value is None or value == () or value == "":
        return ""
    if isinstance(value, Choice):
        return value.in_(lang)
    if isinstance(value, bool):
        return (YES if value else NO).in_(lang)
    if isinstance(value, dt.datetime):
        return moment(value)
    if isinstance(value, dt.date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, tuple | list):
        return "; ".join(shown(item, lang) for item in value)
    return str(value)


def number(value: float) -> str:
    """12500 as 12'500; cents only where there are any."""
    whole = float(value).is_integer()
    return (f"{value:,.0f}" if whole else f"{value:,.2f}").replace(",", "'")


def moment(value: dt.datetime | None) -> str:
    """A moment in the time of this machine."""
    return f"{value.astimezone():%d.%m.%Y, %H:%M}" if value else NOTHING
