"""Which product and version a technology is: by its recorded slug, else as its name tells."""

from __future__ import annotations

from functools import lru_cache

from ea_cockpit.naming.lifecycle import knowledge
from ea_cockpit.naming.products import find_product


def slug_of(word: str) -> str:
    """The slug a word of a rule means: «MS SQL Server» is mssqlserver; a word nobody knows stays as it is."""
    if product := knowledge().product(word):
        return product.slug
    found = find_product(word)
    return found.slug if found and not found.version else word.casefold()


@lru_cache(maxsize=4096)
def product_and_version(name: str | None, version: str | None, slug: str | None) -> tuple[str | None, str | None]:
    """Slug and version of a technology, each None where nothing tells."""
    if slug and version:
        return slug_of(slug), version
    found = find_product(name) if name else None
    told = found.version if found and found.version else None
    return slug_of(slug) if slug else found.slug if found else None, version or told
