"""Days as people write them: 31.12.2026, a serial number of Excel, or only a month, a quarter, a week or a year."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Any

from ea_cockpit.ingest.fold import folded

_FORMS = ("%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%Y/%m/%d", "%Y%m%d", "%Y.%m.%d")
_SHORT_FORMS = ("%d.%m.%y", "%d/%m/%y")
_SPACED = re.compile(r"(?<=\d)\s*([./-])\s*(?=\d)")
_TIME = re.compile(r"[t,\s]+\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?\s*(?:uhr|h|[ap]m|z|[+-]\d\d:?\d\d)?$")
_WEEKDAY = re.compile(
    r"(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|\w+(?:tag|day)|mittwoch)\.?,?\s+(?=\d{1,2}\D)"
)
_YEAR4 = r"(?P<year>(?:19|20)\d\d)$"
_NAMED_DAY = re.compile(r"(?P<day>\d{1,2})(?:\.|er|st|nd|rd|th)?[\s-]*(?P<name>[a-z]{3,9})\.?[\s,-]+" + _YEAR4)
_NAMED_DAY_EN = re.compile(r"(?P<name>[a-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+" + _YEAR4)
_MONTH = re.compile(r"(?:(?P<month>\d{1,2})|(?P<name>[a-z]{3,9})\.?)[./\s-]+" + _YEAR4)
_MONTH_SHORT = re.compile(r"(?:(?P<month>\d{1,2})/|(?P<name>[a-z]{3,9})\.?(?:-|\s?['’]))(?P<year>1[3-9]|[2-9]\d)$")
_YEAR_FIRST = re.compile(r"(?P<year>(?:19|20)\d\d)[./-](?P<month>\d{1,2})$")
_PART = re.compile(
    r"(?:(?P<n1>[1-4])\.?\s*(?P<u1>quartal|quarter|q|trimestre|halbjahr|semester|semestre|hj|h)"
    r"|(?P<u2>q|quartal|quarter|trimestre|t|h|hj|halbjahr)\s*(?P<n2>[1-4]))[./\s-]*(?P<year>(?:19|20)?\d\d)$"
    r"|(?P<year2>(?:19|20)\d\d)[./\s-]*(?P<u3>[qh])(?P<n3>[1-4])$"
)
_WEEK = re.compile(r"(?:kw|cw|woche|week|semaine|sem)\.?\s*(?P<week>\d{1,2})[./\s-]*" + _YEAR4)
_WEEK_ISO = re.compile(r"(?P<year>(?:19|20)\d\d)-?w(?P<week>\d\d)$")
_YEAR = re.compile(_YEAR4)
_ABOUT = re.compile(
    r"(?:(?:ab|bis|per|seit|ca|circa|zirka|etwa|ungefahr|rund|um|vor|gegen|zum|vom|am|im|in|voraussichtlich|voraussichtl"
    r"|vorauss|vsl|spatestens|spat|fruhestens|fruhest|geplant|gepl|jahr|until|from|since|by|on|approx|about|year|des"
    r"|depuis|jusqu'a|env|environ|vers|en|annee)\b\.?:?|[~≈])\s*"
)
# What may follow a date without changing it; anything with a digit in it could be another date.
_REMARK = re.compile(
    r"\s*[(\[][^()\[\]\d]*[)\]]$|\s*[,;–—]\s*[^\d\s,;][^\d]*$|\s+-\s+[^\d]+$"
    r"|\s+(?:gemass|laut|lt\.|geplant|voraussichtlich|spatestens|provisorisch|geschatzt|ca\.|planned|estimated)(?:\s[^\d]*)?$"
    r"|\s*\?$"
)
# A remark that takes back the date.
_CONTRARY = re.compile(r"\b(?:nicht|kein\w*|oder|or|ou|not|pas|statt)\b")
_EDGES = {
    "first": re.compile(r"(?:anfangs?|beginn|anf\.|debut|beginning of|start of|early)\s+"),
    "middle": re.compile(r"(?:mitte|mid|middle of|mi)[\s-]+"),
    "last": re.compile(r"(?:ende|end of|end|fin|late)\s+(?:de\s+)?"),
}
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jan january janner janvier janv", "februar feb february fevrier fevr fev",
            "marz maerz mar mrz march mars", "april apr avril avr", "mai may", "juni jun june juin",
            "juli jul july juillet juil", "august aug aout", "september sep sept septembre",
            "oktober okt october oct octobre", "november nov novembre", "dezember dez december dec decembre",
        ), start=1,
    )
    for name in names.split()
}  # fmt: skip
_SEASONS = {
    name: month
    for month, names in ((3, "fruhling fruhjahr spring printemps"), (6, "sommer summer ete"),
                         (9, "herbst autumn automne"))
    for name in names.split()
}  # fmt: skip
_SEASON = re.compile(r"(?P<name>[a-z]+)\s+" + _YEAR4)
_ENDLESS = frozenset({
    "laufend", "fortlaufend", "unbefristet", "unlimitiert", "unbegrenzt", "unbeschrankt", "auf weiteres",
    "offenes ende", "bis auf weiteres", "kein ende", "keine", "ohne ende", "open end", "ongoing", "unlimited",
    "indefinite", "perpetual", "permanent", "none", "illimite", "indetermine", "en cours", "∞",
})  # fmt: skip
# Day 0 of Excel's calendar as it counts today; and the serial numbers of 1950 to 2150, which mean nothing but a day.
_DAY_ZERO = dt.date(1899, 12, 30)
_SERIALS = range(18_264, 91_312)


@dataclass(frozen=True, slots=True)
class Period:
    """What a date means: one day, or the first and last day of a month, a quarter or a year.

    `literal` tells whether that day was written out in full, so that there is nothing to tell about the reading.
    """

    first: dt.date
    last: dt.date
    literal: bool = False


def read_day(raw: Any) -> Period | None:
    """The day or period a cell stands for; None where it is no date."""
    if isinstance(raw, dt.datetime):
        raw = raw.date()
    if isinstance(raw, dt.date):
        return Period(raw, raw, literal=True)
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _number(raw)
    text = folded(str(raw))
    if day := _exact(text):
        return day
    text = _SPACED.sub(r"\1", text)
    # «Mar» is a month and a Tuesday; «Mo 1.1.2024» begins with a day of the week, «Mar 2024» does not.
    return _read(text) or (_read(plain) if (plain := _WEEKDAY.sub("", text, count=1)) != text else None)


def _read(text: str) -> Period | None:
    return _exact(_TIME.sub("", text)) or _loose(text)


def is_endless(raw: Any) -> bool:
    """Whether a cell says that something has no end."""
    return isinstance(raw, str) and folded(raw).rstrip(".") in _ENDLESS


def _number(raw: float) -> Period | None:
    if int(raw) in _SERIALS:
        day = _DAY_ZERO + dt.timedelta(days=int(raw))
        return Period(day, day, literal=True)
    return _period(str(int(raw))) if float(raw).is_integer() else None


def _exact(text: str) -> Period | None:
    for forms, literal in ((_FORMS, True), (_SHORT_FORMS, False)):
        for form in forms:
            try:
                day = dt.datetime.strptime(text, form).date()
            except ValueError:
                continue
            return Period(day, day, literal)
    if (found := _NAMED_DAY.match(text) or _NAMED_DAY_EN.match(text)) and (month := _MONTHS.get(found["name"])):
        return _day(int(found["year"]), month, int(found["day"]))
    return None


def _day(year: int, month: int, day: int) -> Period | None:
    try:
        return Period(dt.date(year, month, day), dt.date(year, month, day), literal=True)
    except ValueError:
        return None


def _loose(text: str) -> Period | None:
    """A day or period with words about it: by the end of 2027, about March 2026."""
    if text.isdigit() and int(text) in _SERIALS:
        return replace(_number(int(text)) or Period(_DAY_ZERO, _DAY_ZERO), literal=False)
    plain = _REMARK.sub("", text)
    if plain != text and plain and not _CONTRARY.search(text[len(plain) :]):
        text = plain
    # No more than two such words stand before a date; each time what follows is read again.
    for _ in range(2):
        text = _ABOUT.sub("", text, count=1) if _ABOUT.match(text) else text
    for edge, pattern in _EDGES.items():
        if (found := pattern.match(text)) and (period := _period(text[found.end() :])):
            return _edge(period, edge)
    return replace(day, literal=False) if (day := _exact(text)) else _period(text)


def _edge(period: Period, edge: str) -> Period:
    middle = period.first + (period.last - period.first) // 2
    day = {"first": period.first, "middle": middle, "last": period.last}[edge]
    return Period(day, day)


def _period(text: str) -> Period | None:
    if period := _year_or_season(text) or _month(text):
        return period
    if found := _PART.match(text):
        parts = found.groupdict()
        unit, number = parts["u1"] or parts["u2"] or parts["u3"], int(parts["n1"] or parts["n2"] or parts["n3"])
        return _part(_full(parts["year"] or parts["year2"]), unit[0] in "hs", number)
    if found := _WEEK.match(text) or _WEEK_ISO.match(text):
        return _week(int(found["year"]), int(found["week"]))
    return None


def _year_or_season(text: str) -> Period | None:
    if found := _YEAR.match(text):
        return _months(int(found["year"]), 1, 12)
    if (found := _SEASON.match(text)) and (start := _SEASONS.get(found["name"])):
        return _months(int(found["year"]), start, 3)
    return None


def _month(text: str) -> Period | None:
    found = _MONTH.match(text) or _YEAR_FIRST.match(text) or _MONTH_SHORT.match(text)
    if found is None:
        return None
    parts = found.groupdict()
    month = int(parts["month"]) if parts["month"] else _MONTHS.get(parts.get("name") or "", 0)
    return _months(_full(parts["year"]), month, 1) if 1 <= month <= 12 else None


def _full(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)


def _part(year: int, is_half: bool, number: int) -> Period | None:
    months = 6 if is_half else 3
    return _months(year, months * (number - 1) + 1, months) if months * number <= 12 else None


def _week(year: int, week: int) -> Period | None:
    try:
        return Period(dt.date.fromisocalendar(year, week, 1), dt.date.fromisocalendar(year, week, 7))
    except ValueError:
        return None


def _months(year: int, month: int, count: int) -> Period:
    end = month + count - 1
    return Period(dt.date(year, month, 1), dt.date(year, end, calendar.monthrange(year, end)[1]))
