"""Products and their release cycles as endoflife.date knows them, with the names people use for them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import yaml

from ea_cockpit.naming.normalise import name_of
from ea_cockpit.naming.words import knowledge_file


@dataclass(frozen=True, slots=True)
class Cycle:
    """One release cycle: its name, its marketing name, and its dates as endoflife.date gives them."""

    cycle: str
    label: str = ""
    latest: str = ""
    dates: dict[str, Any] = field(default_factory=dict)


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

    def product(self, slug: str | None) -> Product | None:
        """The product of that slug, also by one of its other slugs."""
        if not slug:
            return None
        return self.products.get(slug) or self.products.get(next(iter(self.names.get(joined(slug), ())), ""))


def joined(text: str) -> str:
    """The words of a product's name in one."""
    return name_of(text).joined


@cache
def knowledge() -> Knowledge:
    """The knowledge that comes with the product."""
    raw: dict[str, Any] = json.loads(knowledge_file("endoflife.json"))
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
    )


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
