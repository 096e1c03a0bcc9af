"""What the catalogue's reads give: references, origins, pages, runs and freshness, each frozen."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Protocol

from ea_cockpit.graph.queries import Query
from ea_cockpit.model.declare import Fact
from ea_cockpit.model.metamodel import Link

Row = dict[str, Any]


class Reader(Protocol):
    """Anything that reads the graph: the store itself, or a transaction (what-if, as-of)."""

    def read(self, query: Query | str, /, **params: Any) -> list[Row]:
        """Rows of a statement."""
        ...


@dataclass(frozen=True, slots=True)
class FactRef:
    """A fact, named: enough for a picker, a search result or a link to its page."""

    label: str
    id: str
    name: str | None = None

    @property
    def title(self) -> str:
        """What people call it: its name, else its id."""
        return self.name or self.id

    @property
    def key(self) -> str:
        """Label and id in one word, as parameters and pictures use it."""
        return f"{self.label}:{self.id}"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where what is known about a fact comes from: run, workbook, sheet and row."""

    run: int | None
    file: str | None
    sha256: str | None
    sheet: str | None
    row: int | None
    at: dt.datetime | None


Partners = tuple[tuple[Link, tuple[FactRef, ...]], ...]
"""Links with their partners; a link without partners is not among them."""


@dataclass(frozen=True, slots=True)
class FactPage:
    """Everything known about one fact.

    `outgoing` are its own links, `incoming` the links of other facts that name it,
    `open` its references nothing answers to, as (link, text). `sources` are the inventories that brought it,
    `missing_in` those that no longer name it, each with the day (ISO) it last did.
    """

    fact: Fact
    outgoing: Partners
    incoming: Partners
    open: tuple[tuple[str, str], ...]
    origin: Origin
    sources: tuple[str, ...] = ()
    missing_in: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RunInfo:
    """One import: its number, when, by whom, from which files as (name, SHA-256), and its counts.

    `undone_at` and `undone_by` tell when and from where it was undone; only one that is `recorded` can be.
    """

    number: int
    at: dt.datetime
    by: str
    profile: str | None
    files: tuple[tuple[str, str], ...]
    counts: dict[str, Any]
    undone_at: dt.datetime | None = None
    undone_by: str | None = None
    recorded: bool = True


@dataclass(frozen=True, slots=True)
class Freshness:
    """How fresh the facts of one type are; `confirmed` counts those confirmed within the last year."""

    label: str
    facts: int
    confirmed: int
    never_confirmed: int
    last_import: dt.datetime | None
    open: int
