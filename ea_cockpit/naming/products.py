"""Which product and release cycle a text names: «MS SQL 2019» and «SQL Server 15» are one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ea_cockpit.i18n import Text
from ea_cockpit.naming.lifecycle import Cycle, Knowledge, Product, joined, knowledge
from ea_cockpit.naming.normalise import name_of

_CERTAIN, _FINER, _UNKNOWN_VERSION = 0.97, 0.92, 0.8
_PIECE = re.compile(r"\d+(?:\.\d+)*[a-z]{0,2}\d*|[a-z]+")
_VERSION = re.compile(r"\d[\w.+-]*")


@dataclass(frozen=True, slots=True)
class ProductMatch:
    """A product found in a text.

    `cycle` is None where no version is named or none that is known; `version` is the version as written, in plain form;
    `exact` says that it is the cycle itself and no release within it.
    """

    slug: str
    cycle: str | None
    version: str
    exact: bool
    editions: frozenset[str]
    reason: Text
    confidence: float


def find_product(text: str, known: Knowledge | None = None, version: str | None = None) -> ProductMatch | None:
    """The product a text names, with its cycle; `version` is one that is known from elsewhere, not from the text."""
    known = known or knowledge()
    words = _pieces(text)
    first: ProductMatch | None = None
    for start, end in ((start, end) for end in range(len(words), 0, -1) for start in (0, 1, 2) if start < end):
        found = _named(words, start, end, known, version)
        if found and (found.cycle or (first and found.slug != first.slug)):
            # «SQLite 3» is a product and its version although «sqlite3» is a name, too.
            return first if first and first.slug != found.slug else found
        first = first or found
    return first


def _named(words: list[str], start: int, end: int, known: Knowledge, version: str | None) -> ProductMatch | None:
    """The product whose name stands at this place, if nothing but its maker, a version and an edition stand around."""
    name = "".join(words[start:end])
    slugs = known.names.get(name) if _are_vendors(words[:start], known) else None
    found = _with_version(slugs, tuple(words[end:]), known, version) if slugs else None
    return None if found and name in known.everyday and not found.cycle else found


def product_of(slug: str, version: str | None, known: Knowledge | None = None) -> ProductMatch | None:
    """The product of a known slug, with the cycle of a version."""
    known = known or knowledge()
    product = known.product(slug)
    return _with_version((product.slug,), tuple(_pieces(version or "")), known, None) if product else None


def _pieces(text: str) -> list[str]:
    """Words and versions, apart also where no blank stands between them: w2k19, PostgreSQL14."""
    words: list[str] = []
    for word in name_of(text).words:
        words += [word] if word in ("k8s", "db2", "w2k", "typo3", "apache2") else _split(word)
    return words


def _split(word: str) -> list[str]:
    if re.fullmatch(r"w(?:in)?2k\d\d(?:r2)?", word):
        year = "20" + word.partition("k")[2][:2]
        return ["windows", "server", year, *(["r", "2"] if word.endswith("r2") else [])]
    return _PIECE.findall(word) or [word]


def _are_vendors(words: list[str], known: Knowledge) -> bool:
    return not words or "".join(words) in known.vendors


def _with_version(
    slugs: tuple[str, ...], rest: tuple[str, ...], known: Knowledge, elsewhere: str | None
) -> ProductMatch | None:
    """The first of these products that fits what stands after the name; None when more than a version stands there."""
    editions = frozenset(word for word in rest if word in known.editions)
    parts = tuple(word for word in rest if word not in known.editions)
    while parts and parts[0] in known.version_words:
        parts = parts[1:]
    if parts and not (parts[0][0].isdigit() and all(_VERSION.fullmatch(p) or _is_mark(p) for p in parts)):
        return None
    written = " ".join(parts) or " ".join(_pieces(elsewhere or ""))
    products = [known.products[slug] for slug in slugs if slug in known.products]
    for product in products if written else ():
        if cycle := _cycle(product, written, known):
            return _match(product, written, cycle[0], cycle[1], editions)
    return _match(products[0], written, None, False, editions) if products else None


def _is_mark(word: str) -> bool:
    return bool(re.fullmatch(r"r|release|sp|service|pack|cu|u|update|c|g|ai|h|\d+", word))


def _match(product: Product, written: str, cycle: Cycle | None, exact: bool, editions: frozenset[str]) -> ProductMatch:
    if not written:
        reason, confidence = Text(f"Produkt {product.title}", f"product {product.title}"), _CERTAIN
    elif cycle is None:
        reason = Text(
            f"Produkt {product.title}, Version {written} unbekannt",
            f"product {product.title}, unknown version {written}",
        )
        confidence = _UNKNOWN_VERSION
    else:
        shown = cycle.cycle + (f" ({cycle.label})" if cycle.label and cycle.label != cycle.cycle else "")
        reason = Text(f"Produkt {product.title}, Version {shown}", f"product {product.title}, version {shown}")
        confidence = _CERTAIN if exact else _FINER
    return ProductMatch(
        product.slug, cycle.cycle if cycle else None, _plain(written), exact, editions, reason, confidence
    )


def _plain(version: str) -> str:
    """A version comparable as text: 12c release 2 -> 12cr2, 9.0 -> 9."""
    return re.sub(r"(?:\.0)+$", "", joined(version).replace("release", "r").replace("servicepack", "sp"))


def _cycle(product: Product, written: str, known: Knowledge) -> tuple[Cycle, bool] | None:
    """The cycle a version belongs to, and whether it is the cycle itself; cycles and labels before prefixes of them."""
    plain = _plain(written)
    renamed = known.versions.get(product.slug, {}).get(plain)
    if renamed is None and (head := known.versions.get(product.slug)):
        renamed = next((cycle for name, cycle in head.items() if "." in name and plain.startswith(f"{name}.")), None)
    wanted = {plain, re.sub(r"^(\d+)sp(\d+)$", r"\1.\2", plain)}
    if literal := product.cycle(written):
        return literal, True
    for names in (_of_cycle, _of_label):
        for cycle in product.cycles:
            if renamed == cycle.cycle or wanted & names(cycle, product):
                return cycle, True
    finer = [c for c in product.cycles if any(plain.startswith(f"{name}.") for name in _numbers_of(c))]
    return (max(finer, key=lambda c: len(c.cycle)), False) if finer else None


def _of_cycle(cycle: Cycle, _: Product) -> set[str]:
    return {_plain(cycle.cycle.replace("-", "")), *_numbers_of(cycle)} - {""}


def _of_label(cycle: Cycle, product: Product) -> set[str]:
    return {_plain(joined(cycle.label).removeprefix(joined(product.title)))} - {""}


def _numbers_of(cycle: Cycle) -> set[str]:
    return {_plain(cycle.cycle)} if re.fullmatch(r"[\d.]+", cycle.cycle) else set()
