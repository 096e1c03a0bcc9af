"""Numbers as people write them: CHF 12'500.–, 1'234,5, 12.5k, 1,2 Mio., ca. 200, 4 Std."""

from __future__ import annotations

import re
from dataclasses import dataclass

# One mark for thousands, the other for decimals; a lone comma before three digits could be either and is not guessed.
_DECIMAL_COMMA = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+),(?:\d{1,2}|\d{4,})$")
_DECIMAL_POINT = re.compile(r"-?\d{1,3}(?:,\d{3})+\.\d+$")
# Swiss ways of writing money: CHF 12'500.–
_MONEY_NOISE = re.compile(r"^['’´`]|(?<=\d)['’´`\s](?=\d{3}(?!\d))|\s*[.,][–—-]+$|\s*[–—]$")
_ABOUT = re.compile(
    r"^(?:ca|circa|etwa|rund|ungefahr|geschatzt|zirka|gegen|knapp|gut|approx|approximately|about|around|env|environ|mind"
    r"|mindestens|max|maximal|min|bis zu|bis|uber|up to|au moins|at least|at most)\b\.?:?\s*|^[~≈±<>≤≥]=?\s*"
)
_REMARK = re.compile(r"\s*\([^()]*\)$|\s*[-–—=:]\s*[^\d\s(][^\d(]*$|\s+(?:geschatzt|estimated|estime)$")
_TIMES = {
    "k": 1e3, "tsd": 1e3, "tausend": 1e3, "mille": 1e3, "tchf": 1e3, "kchf": 1e3, "mio": 1e6, "million": 1e6,
    "millionen": 1e6, "millions": 1e6, "mchf": 1e6, "mrd": 1e9,
}  # fmt: skip
_SCALED = re.compile(rf"(?:({'|'.join(_TIMES)})\.?\s*)?(.*?)\s*(?:({'|'.join(_TIMES)})\.?)?$")
# What a field counts stands at the end of its name; other units are turned into it.
_UNITS: dict[str, dict[str, float]] = {
    "hours": {"h": 1, "std": 1, "stdn": 1, "stunde": 1, "stunden": 1, "hour": 1, "hours": 1, "heure": 1, "heures": 1,
              "tag": 24, "tage": 24, "day": 24, "days": 24, "d": 24, "jour": 24, "jours": 24,
              "woche": 168, "wochen": 168, "week": 168, "weeks": 168, "min": 1 / 60, "minute": 1 / 60,
              "minuten": 1 / 60, "minutes": 1 / 60},
    "months": {"monat": 1, "monate": 1, "mt": 1, "mte": 1, "mon": 1, "month": 1, "months": 1, "mois": 1,
               "jahr": 12, "jahre": 12, "year": 12, "years": 12, "an": 12, "ans": 12},
    "users": dict.fromkeys((
        "person", "personen", "pers", "benutzer", "benutzende", "benutzerinnen", "nutzer", "nutzende", "anwender",
        "anwendende", "user", "users", "mitarbeitende", "mitarbeiter", "ma", "leute", "people", "persons", "personnes",
        "utilisateurs", "stk", "stuck", "konten", "accounts",
    ), 1),
}  # fmt: skip
_CURRENCY = re.compile(r"^(?:chf|s?fr\.|s?fr(?=[\s\d]))\s*|\s*(?<![a-z])(?:chf|s?fr\.?)$")
_YEARLY = re.compile(r"\s*(?:pro jahr|/\s*jahr|/\s*j\.?|p\.\s?a\.?|jahrlich|per year|par an)$")
_UNIT = re.compile(r"(.*?)\s*([a-z]+)\.?$")


@dataclass(frozen=True, slots=True)
class Reading:
    """The number a text stands for, and whether it was written just so."""

    value: float
    literal: bool


def read_number(text: str, counts: str = "") -> Reading | None:
    """The number in a folded text; `counts` is what the field counts: hours, months, users, cost a year."""
    plain = float(text) if text.isdecimal() else _plain(text)
    if plain is not None:
        return Reading(plain, literal=True)
    rest = _REMARK.sub("", _ABOUT.sub("", text)).strip()
    if counts == "cost":
        rest = _YEARLY.sub("", rest)
    rest = re.sub(r"\s*franken$", "", _CURRENCY.sub("", rest))
    times = 1.0
    if (found := _UNIT.match(rest)) and (unit := _UNITS.get(counts, {}).get(found[2])):
        rest, times = found[1], unit
    elif (found := _SCALED.match(rest)) and (word := found[1] or found[3]):
        rest, times = _CURRENCY.sub("", found[2]), _TIMES[word]
    value = _plain(rest)
    return None if value is None else Reading(round(value * times, 6), literal=False)


def _plain(text: str) -> float | None:
    text = _MONEY_NOISE.sub("", _CURRENCY.sub("", text))
    if _DECIMAL_COMMA.match(text):
        text = text.replace(".", "").replace(",", ".")
    elif _DECIMAL_POINT.match(text):
        text = text.replace(",", "")
    try:
        return float(text)
    except ValueError:
        return None
