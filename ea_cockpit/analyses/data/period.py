"""How long data is kept: a retention as people write it, read as years."""

from __future__ import annotations

import math
import re

_UNITS = {
    "j": 1.0, "a": 1.0, "jahr": 1.0, "jahre": 1.0, "jahren": 1.0, "jahres": 1.0, "year": 1.0, "years": 1.0, "y": 1.0,
    "yr": 1.0, "yrs": 1.0, "an": 1.0, "ans": 1.0, "anni": 1.0,
    "monat": 1 / 12, "monate": 1 / 12, "monaten": 1 / 12, "mt": 1 / 12, "mte": 1 / 12, "month": 1 / 12,
    "months": 1 / 12, "mois": 1 / 12,
    "woche": 7 / 365, "wochen": 7 / 365, "week": 7 / 365, "weeks": 7 / 365,
    "tag": 1 / 365, "tage": 1 / 365, "tagen": 1 / 365, "day": 1 / 365, "days": 1 / 365, "jours": 1 / 365,
    "jährig": 1.0, "jährige": 1.0, "jähriger": 1.0,
}  # fmt: skip
_WORDS = {
    word: number
    for number, words in enumerate(
        ("", "ein eine einem eines one un", "zwei two deux", "drei three trois", "vier four quatre",
         "fünf fuenf five cinq", "sechs six", "sieben seven sept", "acht eight huit", "neun nine neuf",
         "zehn ten dix", "elf eleven", "zwölf zwoelf twelve", "", "", "fünfzehn fifteen")
    )
    for word in words.split()
} | {"zwanzig": 20, "dreissig": 30, "fünfzig": 50, "hundert": 100}  # fmt: skip
# What names no end, or one that comes only when somebody acts.
_ENDLESS = re.compile(
    r"\b(?:dauernd|dauerhaft|dauerarchivierung|unbegrenzt|unbefristet|unbeschränkt|ewig|permanent|immer|"
    r"bis (?:zur |zum )?(?:löschung|widerruf|abruf|auf weiteres|austritt)|"
    r"(?:keine|ohne) (?:löschung|frist|begrenzung)|"
    r"unlimited|indefinite(?:ly)?|forever|until (?:deletion|deleted|revoked)|illimité)\b"
)
_PERIOD = re.compile(
    r"(?:(?P<number>\d+(?:[.,]\d+)?)\s*(?P<half>½)?|(?P<only_half>½|\b1/2|\bhalbe[sn]?)|\b(?P<word>[a-zäöü]+))"
    r"\s*\+?\s*-?(?P<unit>[a-zäöü]+)\b"
)
_LAW = re.compile(r"(?:§|\bart\b\.?|\babs\b\.?)\s*\d+\s*(?:[a-z]\b)?")
_RANGE = re.compile(r"\b\d+\s*(?:-|–|bis|to)\s*(?=\d+\s*[a-z])")


def years(text: str | None) -> float | None:
    """The years a retention names, the longest where it names several; infinite where it has no end.

    None where no period can be read from it: «gemäss Weisung».
    """
    if not text or not (plain := text.casefold().replace("ß", "ss").strip()):
        return None
    # A text that names both a period and «dauernd» ends in the archive: the period is that of the store.
    found = [
        period
        for match in _PERIOD.finditer(_RANGE.sub("", _LAW.sub("", plain)))
        if (period := _read(match)) is not None
    ]
    if found:
        return max(found)
    return math.inf if _ENDLESS.search(plain) else None


def _read(match: re.Match[str]) -> float | None:
    unit = _UNITS.get(match["unit"])
    if unit is None:
        return None
    if match["only_half"]:
        return unit / 2
    if match["word"]:
        number = _WORDS.get(match["word"])
        return None if number is None else number * unit
    return (float(match["number"].replace(",", ".")) + (0.5 if match["half"] else 0)) * unit


def told(period: float) -> tuple[str, str]:
    """A period for readers, in German and English."""
    if period == math.inf:
        return "ohne Ende", "without end"
    if period < 1:
        months = round(period * 12) or 1
        return f"{months} {'Monat' if months == 1 else 'Monate'}", f"{months} {'month' if months == 1 else 'months'}"
    number = f"{period:g}" if period == round(period, 2) else f"{period:.1f}"
    return f"{number} {'Jahr' if period == 1 else 'Jahre'}", f"{number} {'year' if period == 1 else 'years'}"
