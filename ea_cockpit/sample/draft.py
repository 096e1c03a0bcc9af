"""The inventory while it is being made up: rows that may still change, and the draws that make them look lived in."""

from __future__ import annotations

import datetime as dt
import math
import random
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any, TypeVar

import yaml

Row = dict[str, Any]
Rows = dict[str, Row]
T = TypeVar("T")

AS_OF = dt.date(2026, 6, 30)
"""The day the fictional inventory was taken; everything obsolete is so on this day."""
BIG = 1_000
"""From this many applications on, divisions, sub-processes and all municipalities are listed too."""


def catalogue(name: str) -> Any:
    """One of the lists of words the canton is made of."""
    text = (files("ea_cockpit.sample") / "data" / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(text)


class Draft:
    """Rows by fact type and id, in the order they were made, and the one source of chance."""

    def __init__(self, applications: int, seed: int) -> None:
        self.size = applications
        self.seed = seed
        self.rng = random.Random(seed)  # noqa: S311  repeatable on purpose
        self.rows: dict[str, Rows] = {}
        self.same: list[tuple[str, str, str]] = []
        self.tasks: dict[str, str] = {}
        self.words: dict[str, Any] = catalogue("generic")

    def add(self, label: str, key: str, **fields: Any) -> Row:
        """A new row; two rows of one type never share an id."""
        rows = self.rows.setdefault(label, {})
        if key in rows:
            raise ValueError(f"{label} {key} twice")
        rows[key] = {"id": key, **fields}
        return rows[key]

    def of(self, label: str) -> Rows:
        """All rows of a type, by id."""
        return self.rows.get(label, {})

    def by_name(self, label: str) -> dict[str, str]:
        """Ids of a type by name."""
        return {row["name"]: key for key, row in self.of(label).items()}

    def chance(self, share: float) -> bool:
        """True in this share of cases."""
        return self.rng.random() < share

    def pick(self, weights: Mapping[T, float]) -> T:
        """One of the keys, by its weight."""
        return self.rng.choices(list(weights), list(weights.values()))[0]

    def sample(self, items: Sequence[T], count: int) -> list[T]:
        """Up to `count` different items, in their own order."""
        chosen = sorted(self.rng.sample(range(len(items)), min(count, len(items))))
        return [items[place] for place in chosen]

    def amount(self, median: float, spread: float = 0.9) -> float:
        """A sum of francs around the median, rounded as people round."""
        value = self.rng.lognormvariate(math.log(median), spread)
        step = 10 ** max(2, int(math.log10(max(value, 100))) - 1)
        return float(max(step, round(value / step) * step))

    def number(self, median: float, spread: float = 0.8) -> int:
        """A count around the median; large ones are rounded to tens or hundreds."""
        value = max(1, round(self.rng.lognormvariate(math.log(median), spread)))
        return value if value < 40 else round(value, -1) if value < 1000 else round(value, 1 - len(str(value)) + 1)

    def day(self, first: int, last: int) -> dt.date:
        """A day between two years: mostly the first of a month, often of January."""
        month = 1 if self.chance(0.4) else self.rng.randint(1, 12)
        return dt.date(self.rng.randint(first, last), month, 1 if self.chance(0.8) else self.rng.randint(2, 28))

    def forget(self, row: Row, shares: Mapping[str, float]) -> None:
        """Leave some fields empty, as in every real inventory."""
        for field, share in shares.items():
            if field in row and self.chance(share):
                del row[field]


def year_end(year: int) -> dt.date:
    """The last day of a year: when contracts and systems usually end."""
    return dt.date(year, 12, 31)
