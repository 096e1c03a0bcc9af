"""Ids for sheets that have none: made from the names, the same ones each time."""

from __future__ import annotations

import re
from collections.abc import Callable

from ea_cockpit.ingest.parse import as_text
from ea_cockpit.ingest.plan import Row
from ea_cockpit.ingest.vocabulary import folded
from ea_cockpit.model.metamodel import FactType
from ea_cockpit.model.values import clean_text

_APART = re.compile(r"[^a-z0-9]+")
_LONGEST = 380


def id_of(kind: FactType, name: str) -> str:
    """The id a name gives: «Grundbuch Plus» is APP-grundbuch-plus."""
    slug = _APART.sub("-", folded(name)).strip("-")
    # A name in foreign letters or signs alone still tells itself apart.
    return f"{kind.prefix}-{(slug or name.encode().hex())[:_LONGEST]}" if name else ""


def derived(kind: FactType, name: int) -> Callable[[Row], str]:
    """Reads the id of a row from its name."""

    def read(row: Row) -> str:
        cell = row[name] if name < len(row) else None
        return id_of(kind, str(clean_text(as_text(cell))) if cell is not None else "")

    return read
