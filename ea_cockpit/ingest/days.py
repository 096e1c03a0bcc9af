"""Days as people write them: 31.12.2026, a serial number of Excel, or only a month, a quarter or a year."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

_FORMS = ("%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y", "%Y-%m-%d %H:%M:%S", "%d.%m.%Y %H:%M:%S", "%d.%m.%y")
_MONTH = re.compile(r"(?:(?P<month>\d{1,2})|(?P<name>[^\W\d]{3,9})\.?)[./\s-]+(?P<year>(?:19|20)\d\d)$")
_YEAR_FIRST = re.compile(r"(?P<year>(?:19|20)\d\d)[./-](?P<month>\d{1,2})$")
_QUARTER = re.compile(
    r"(?:(?P<q1>[1-4])\.?\s*(?:quartal|quarter|q)|(?:q|quartal|quarter)\s*(?P<q2>[1-4]))[./\s-]*(?P<year>(?:19|20)\d\d)$"
    r"|(?P<year2>(?:19|20)\d\d)[./\s-]*q(?P<q3>[1-4])$"
)
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)$")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jan january jänner", "februar feb february", "märz mär mrz march mar", "april apr", "mai may",
            "juni jun june", "juli jul july", "august aug", "september sep sept", "oktober okt october oct",
            "november nov", "dezember dez december dec",
        ), start=1,
    )
    for name in names.split()
}  # fmt: skip
# Day 0 of Excel's calendar as it counts today; and the serial numbers of 1950 to 2150, which mean nothing but a day.
_DAY_ZERO = dt.date(1899, 12, 30)
_SERIALS = range(18_264, 91_312)


@dataclass(frozen=True, slots=True)
class Period:
    """What a date means: one day, or the first and last day of a month, a quarter or a year."""

    first: dt.date
    last: dt.date

    @property
    def is_day(self) -> bool:
        """Whether it was written to the day."""
        return self.first == self.last


def read_day(raw: Any) -> Period | None:
    """The day or period a cell stands for; None where it is no date."""
    if isinstance(raw, dt.datetime):
        raw = raw.date()
    if isinstance(raw, dt.date):
        return Period(raw, raw)
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _number(raw)
    text = str(raw).strip()
    return _exact(text) or _period(text.casefold())


def _number(raw: float) -> Period | None:
    if int(raw) in _SERIALS:
        day = _DAY_ZERO + dt.timedelta(days=int(raw))
        return Period(day, day)
    return _period(str(int(raw))) if float(raw).is_integer() else None


def _exact(text: str) -> Period | None:
    for form in _FORMS:
        try:
            day = dt.datetime.strptime(text[:19], form).date()
        except ValueError:
            continue
        return Period(day, day)
    return None


def _period(text: str) -> Period | None:
    if found := _MONTH.match(text) or _YEAR_FIRST.match(text):
        parts = found.groupdict()
        month = int(parts["month"]) if parts["month"] else _MONTHS.get(parts["name"] or "", 0)
        return _months(int(parts["year"]), month, 1) if 1 <= month <= 12 else None
    if found := _QUARTER.match(text):
        parts = found.groupdict()
        quarter = int(parts["q1"] or parts["q2"] or parts["q3"])
        return _months(int(parts["year"] or parts["year2"]), 3 * quarter - 2, 3)
    if found := _YEAR.match(text):
        return _months(int(found["year"]), 1, 12)
    return None


def _months(year: int, month: int, count: int) -> Period:
    end = month + count - 1
    return Period(dt.date(year, month, 1), dt.date(year, end, calendar.monthrange(year, end)[1]))
