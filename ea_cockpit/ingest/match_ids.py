"""Ids for sheets that have none: made from the names, the same ones each time."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from ea_cockpit.ingest.parse import as_text
from ea_cockpit.ingest.plan import Row
from ea_cockpit.ingest.vocabulary import folded, words_of
from ea_cockpit.model.metamodel import FactType
from ea_cockpit.model.values import clean_text

_APART = re.compile(r"[^a-z0-9]+")
_LONGEST = 380


def id_of(kind: FactType, name: str) -> str:
    """The id a name gives: «Grundbuch Plus» is APP-grundbuch-plus."""
    slug = _APART.sub("-", folded(name)).strip("-")
    # A name in foreign letters or signs alone still tells itself apart.
    return f"{kind.prefix}-{(slug or name.encode().hex())[:_LONGEST]}" if name else ""


def names_nothing(text: str) -> bool:
    """Whether a text stands where a name was not known: «k.A.», «?», «tbd»."""
    return "".join(text.casefold().split()) in _placeholders() or not any(map(str.isalnum, text))


@cache
def _placeholders() -> frozenset[str]:
    return frozenset("".join(word.casefold().split()) for word in words_of("common")["no_names"])


def derived(kind: FactType, places: Sequence[int]) -> Callable[[Row], str]:
    """Reads the id of a row from its name, or from all cells that tell it apart together."""

    def read(row: Row) -> str:
        cells = (row[place] if place < len(row) else None for place in places)
        parts = [str(clean_text(as_text(cell))) for cell in cells if cell not in (None, "")]
        return "" if len(parts) < len(places) or any(map(names_nothing, parts)) else id_of(kind, " ".join(parts))

    return read
