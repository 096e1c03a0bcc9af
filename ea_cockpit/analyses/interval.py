"""Honest figures: a score over incomplete facts is an interval, with the share of the inputs that were answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ea_cockpit.i18n import Lang


@dataclass(frozen=True, slots=True)
class Interval:
    """What a figure can be: `low` if all that is missing turned out worst, `high` if best; `answered` of `asked`."""

    low: float
    high: float
    answered: int
    asked: int

    @classmethod
    def mean(cls, values: Iterable[tuple[float | None, float]], worst: float, best: float) -> Interval:
        """The weighted mean of (value, weight); what is missing may be anything between `worst` and `best`.

        Without any weight nothing is known: the whole range.
        """
        listed = list(values)
        total = sum(weight for _, weight in listed)
        answered = sum(value is not None for value, _ in listed)
        if not total:
            return cls(worst, best, 0, len(listed))
        low = sum((worst if value is None else value) * weight for value, weight in listed) / total
        high = sum((best if value is None else value) * weight for value, weight in listed) / total
        return cls(low, high, answered, len(listed))

    @classmethod
    def sum(cls, values: Iterable[float | None]) -> Interval:
        """The sum of what is known, as the least it is; what is missing has no upper bound, so `high` is infinite."""
        listed = list(values)
        known = [value for value in listed if value is not None]
        low = float(sum(known))
        return cls(low, low if len(known) == len(listed) else float("inf"), len(known), len(listed))

    def reaches(self, limit: float) -> bool | None:
        """Whether the figure is at least this; None where what is missing could decide it either way."""
        if self.low >= limit:
            return True
        return None if self.high >= limit else False

    def as_json(self) -> dict[str, Any]:
        """The interval for scripts; an open end is null."""
        high = None if self.high == float("inf") else round(self.high, 4)
        return {"from": round(self.low, 4), "to": high, "answered": self.answered, "asked": self.asked}

    def in_(self, lang: Lang) -> str:
        """The interval for readers: «3.2–4.1 (4 von 6)», «mind. 120'000 (7 von 9)», «unbekannt»."""
        share = (
            "" if self.answered == self.asked else f" ({self.answered} {'von' if lang == 'de' else 'of'} {self.asked})"
        )
        if self.high != float("inf"):
            low, high = _shown(self.low), _shown(self.high)
            return f"{low}{share}" if low == high else f"{low}–{high}{share}"
        if not self.answered and not self.low:
            return "unbekannt" if lang == "de" else "unknown"
        return f"{'mind.' if lang == 'de' else 'at least'} {_shown(self.low)}{share}"


def _shown(value: float) -> str:
    """Thousands parted as in Switzerland; one digit after the point where the figure is small."""
    return f"{value:,.0f}".replace(",", "'") if abs(value) >= 100 or value == int(value) else f"{value:.1f}"
