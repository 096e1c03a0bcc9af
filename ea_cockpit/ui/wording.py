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
    match value:
        case Choice():
            text = value.in_(lang)
        case bool():
            text = (YES if value else NO).in_(lang)
        case dt.datetime():
            text = moment(value)
        case dt.date():
            text = f"{value:%d.%m.%Y}"
        case int() | float():
            text = number(value)
        case tuple() | list():
            text = "; ".join(shown(item, lang) for item in value)
        case _:
            text = "" if value is None else str(value)
    return text


def number(value: float) -> str:
    """12500 as 12'500; cents only where there are any."""
    whole = float(value).is_integer()
    return (f"{value:,.0f}" if whole else f"{value:,.2f}").replace(",", "'")


def moment(value: dt.datetime | None) -> str:
    """A moment in the time of this machine."""
    return f"{value.astimezone():%d.%m.%Y, %H:%M}" if value else NOTHING
