"""Products and their release cycles as endoflife.date knows them, with the names people use for them."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ea_cockpit.naming.lifecycle_file import LifecycleData, read_data
from ea_cockpit.naming.normalise import name_of
from ea_cockpit.naming.words import knowledge_file

SHIPPED_ON = dt.date(2026, 11, 22)
"""The day the data that come with the product were published; see knowledge/NOTICE.md."""
OWN_FILE = "endoflife.json"
"""What the office's own data are called in its policy folder."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """One release cycle: its name, its marketing name, and its dates as endoflife.date gives them."""

    cycle: str
    label: str = ""
    latest: str = ""
    dates: dict[str, Any] = field(default_factory=dict)

    @property
    def support(self) -> dt.date | bool | None:
        """The day regular support ends; else whether it still goes on."""
        return _moment(self.dates.get("support"))

    @property
    def end_of_life(self) -> dt.date | bool | None:
        """The day from which there are no security fixes; else whether it has come."""
        return _moment(self.dates.get("eol"))

    @property
    def extended(self) -> dt.date | bool | None:
        """The day support for money ends; else whether there is any."""
        return _moment(self.dates.get("extendedSupport"))


@dataclass(frozen=True, slots=True)
class Product:
    """A product with its cycles, latest first."""

    slug: str
    title: str
    cycles: tuple[Cycle, ...]

    def cycle(self, name: str | None) -> Cycle | None:
        """The cycle of that name."""
        return next((c for c in self.cycles if c.cycle == name), None)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All products by slug; names (their words in one) to the slugs they may mean; words around versions."""

    products: dict[str, Product]
    names: dict[str, tuple[str, ...]]
    vendors: frozenset[str]
    editions: frozenset[str]
    version_words: frozenset[str]
    versions: dict[str, dict[str, str]]
    everyday: frozenset[str]
    published: dt.date = SHIPPED_ON
    own: bool = False

    def product(self, slug: str | None) -> Product | None:
        """The product of that slug, also by one of its other slugs."""
        if not slug:
            return None
        return self.products.get(slug) or self.products.get(next(iter(self.names.get(joined(slug), ())), ""))


def joined(text: str) -> str:
    """The words of a product's name in one."""
    return name_of(text).joined


def knowledge(path: Path | None = None) -> Knowledge:
    """The knowledge of the office's own data (`path`), else of those that come with the product."""
    if path is None:
        return _knowledge(None, 0, 0)
    state = path.stat()
    return _knowledge(path, state.st_mtime_ns, state.st_size)


def data_in_force(path: Path | None = None) -> LifecycleData:
    """The data as they are kept: the office's own, else the shipped ones."""
    return read_data(path) if path else LifecycleData(json.loads(knowledge_file("endoflife.json")), SHIPPED_ON)


# A file that has changed is read again: its time and size are part of what is remembered.
@lru_cache(maxsize=4)
def _knowledge(path: Path | None, _changed: int, _size: int) -> Knowledge:
    data = data_in_force(path)
    raw = data.products
    own: dict[str, Any] = yaml.safe_load(knowledge_file("products.yaml"))
    vendors = frozenset(joined(vendor) for vendor in own["vendors"])
    names = _names(raw, own["vendors"])
    names |= {joined(name): tuple(slugs) for name, slugs in own["nicknames"].items()}
    return Knowledge(
        {slug: Product(slug, p["title"], tuple(map(_cycle, p["cycles"]))) for slug, p in raw.items()},
        names,
        vendors,
        frozenset(own["editions"]),
        frozenset(own["version_words"]),
        own["versions"],
        frozenset(own["everyday"]),
        data.published,
        path is not None,
    )


def _moment(value: Any) -> dt.date | bool | None:
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


def _cycle(row: dict[str, Any]) -> Cycle:
    dates = {key: value for key, value in row.items() if key not in ("cycle", "label", "latest")}
    label = re.sub(r"\s*'?__\w+__'?", "", str(row.get("label", "")))
    return Cycle(str(row["cycle"]), label, str(row.get("latest", "")), dates)


def _names(raw: dict[str, Any], vendors: list[str]) -> dict[str, tuple[str, ...]]:
    """Every name a product goes by; a name that several products share is nobody's."""
    certain: dict[str, set[str]] = {}
    loose: dict[str, set[str]] = {}
    for slug, product in raw.items():
        for name in (slug, product["title"]):
            certain.setdefault(joined(name), set()).add(slug)
            for vendor in vendors:
                bare = joined(name).removeprefix(joined(vendor))
                if len(bare) >= 4 and bare != joined(name):
                    loose.setdefault(bare, set()).add(slug)
        for name in (*product["aliases"], *product["identifiers"]):
            loose.setdefault(joined(name), set()).add(slug)
    found = {name: (next(iter(slugs)),) for name, slugs in loose.items() if len(slugs) == 1}
    found |= {name: (next(iter(slugs)),) for name, slugs in certain.items() if len(slugs) == 1}
    return {name: slugs for name, slugs in found.items() if len(name) >= 2}
