"""A technology of the catalogue, and which product and release cycles it is found to be, with the reason."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from ea_cockpit.i18n import Text
from ea_cockpit.naming.cycles import cycles_meant
from ea_cockpit.naming.lifecycle import Cycle, Knowledge
from ea_cockpit.naming.products import ProductMatch, find_product, product_of

_CPE = re.compile(r"cpe:(?:2\.3:|/)[aoh]:[^:]*:(?P<product>[^:]+)(?::(?P<version>[^:*-][^:]*))?", re.IGNORECASE)
_PURL = re.compile(r"pkg:[\w.+-]+/(?:[^@?#]*/)?(?P<product>[^/@?#]+)(?:@(?P<version>[^?#]+))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Technology:
    """What the catalogue says of a technology; `node` is its place in the graph."""

    node: int
    id: str
    name: str | None = None
    version: str | None = None
    slug: str | None = None
    aliases: tuple[str, ...] = ()
    support_ends: dt.date | None = None
    end_of_life: dt.date | None = None
    successor: str | None = None

    @property
    def title(self) -> str:
        """Its name, else its id."""
        return self.name or self.id


@dataclass(frozen=True, slots=True)
class Found:
    """The product and the cycles a technology can be; none of either where nothing fits."""

    reason: Text
    product: str | None = None
    cycles: tuple[Cycle, ...] = field(default=())

    @property
    def shown(self) -> str | None:
        """Product and cycle for readers; several cycles as their span."""
        if self.product is None or not self.cycles:
            return self.product
        names = [one.cycle for one in self.cycles]
        return f"{self.product} {names[0] if len(names) == 1 else f'{names[-1]} … {names[0]}'}"


def find(technology: Technology, known: Knowledge) -> Found:
    """The product a technology is: by its slug or identifier, else by a name; a way that also gives the cycle wins."""
    first: tuple[ProductMatch, Text] | None = None
    for match, how in _ways(technology, known):
        if match.cycle or cycles_meant(match, known):
            return _found(match, how, known)
        first = first or (match, how)
    if first:
        return _found(*first, known)
    tried = technology.slug or technology.name or technology.id
    return Found(Text(f"«{tried}» ist kein bekanntes Produkt.", f"'{tried}' is no known product."))


def _ways(technology: Technology, known: Knowledge) -> list[tuple[ProductMatch, Text]]:
    """All matches with how they came about, the surest way first."""
    found: list[tuple[ProductMatch | None, Text]] = []
    written = [text for text in (technology.slug, *technology.aliases) if text]
    for text in written:
        if (named := _CPE.match(text) or _PURL.match(text)) is not None:
            product, version = named["product"].replace("_", " "), named["version"] or technology.version
            how = Text(f"Nach der Kennung {text}", f"By the identifier {text}")
            found.append((product_of(product, version, known), how))
    if technology.slug:
        how = Text(f"Nach der Kennung «{technology.slug}»", f"By the identifier '{technology.slug}'")
        found.append((product_of(technology.slug, technology.version, known), how))
    for name in (technology.name, *technology.aliases):
        if name:
            how = Text(f"Nach dem Namen «{name}»", f"By the name '{name}'")
            found.append((find_product(name, known), how))
            found.append((find_product(name, known, technology.version), how) if technology.version else (None, how))
    return [(match, how) for match, how in found if match]


def _found(match: ProductMatch, how: Text, known: Knowledge) -> Found:
    product, cycles = known.products[match.slug], cycles_meant(match, known)
    if cycles:
        what = Text("erkannt", "recognised")
    elif match.version:
        what = Text(f"Version {match.version} unbekannt", f"version {match.version} unknown")
    else:
        what = Text("Version fehlt", "version missing")
    return Found(
        Text(
            f"{how.de} {what.de}." if cycles else f"{how.de}: {what.de}.",
            f"{how.en} {what.en}." if cycles else f"{how.en}: {what.en}.",
        ),
        product.title,
        cycles,
    )
