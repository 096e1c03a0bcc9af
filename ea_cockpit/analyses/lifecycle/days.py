"""Days some months apart, and how days and spans are written."""

from __future__ import annotations

import calendar
import datetime as dt

from ea_cockpit.i18n import Text


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day some months later (or earlier, if negative); where the month is shorter, its last day.

    Beyond the calendar it is the calendar's first or last day.
    """
    month = day.year * 12 + day.month - 1 + months
    year, place = divmod(month, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return dt.date.max if months > 0 else dt.date.min
    return dt.date(year, place + 1, min(day.day, calendar.monthrange(year, place + 1)[1]))


def notice_by(end: dt.date, months: int) -> dt.date:
    """The last day to give notice: full months before the end; before a month's last day that is a month's last day."""
    target = months_later(end, -months)
    last = calendar.monthrange(end.year, end.month)[1]
    if end.day < last or target == dt.date.min:
        return target
    return target.replace(day=calendar.monthrange(target.year, target.month)[1])


def day_of(text: str | None) -> dt.date | None:
    """A day the graph gave as text, which the driver reads far faster than days; None where it has none."""
    return dt.date.fromisoformat(text) if text else None


def written(day: dt.date) -> str:
    """A day as people here write it."""
    return f"{day:%d.%m.%Y}"


_UNITS = ((730, 365, "Jahr", "year"), (60, 30, "Monat", "month"), (0, 1, "Tag", "day"))


def span(days: int) -> Text:
    """How far away: «in 14 Tagen», «seit 3 Monaten»; counted in months from 60 days on, in years from two."""
    if days == 0:
        return Text("heute", "today")
    length, de, en = next((unit, de, en) for least, unit, de, en in _UNITS if abs(days) >= least)
    number = abs(days) // length
    far = Text(f"{number} {de}{'en' if number > 1 else ''}", f"{number} {en}{'s' if number > 1 else ''}")
    return Text(f"in {far.de}", f"in {far.en}") if days > 0 else Text(f"seit {far.de}", f"for {far.en}")
