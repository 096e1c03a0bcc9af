"""The clean start: the sample's own workbooks as pages whose cells know what they mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from functools import cache
from typing import Any

from ea_cockpit.model.declare import Fact
from ea_cockpit.model.metamodel import Column, FactType, Link, Metamodel
from ea_cockpit.sample.draft import catalogue
from ea_cockpit.sample.generate import Sample
from ea_cockpit.sample.mess.book import ENTRY, Book, Head, Key, Line, Page, Spot, World
from ea_cockpit.sample.mess.spelling import folded
from ea_cockpit.tabular.cells import cell_value, custom_headings, sheet_title


def clean_books(sample: Sample, metamodel: Metamodel, only: Collection[str] = ()) -> list[Book]:
    """The workbooks of all departments, or only those named."""
    return [
        Book(name, [_page(metamodel[label], listed) for label, listed in facts.items()], unit=name)
        for name, facts in sample.workbooks.items()
        if not only or name in only
    ]


def world_of(sample: Sample, metamodel: Metamodel) -> World:
    """Names, short names and parents of all facts, and the lists of words."""
    facts = {(label, fact.id): fact for label, listed in sample.facts.items() for fact in listed}
    names = {key: fact.name for key, fact in facts.items() if fact.name}
    counts = Counter((label, name) for (label, _), name in names.items())
    shorts: dict[Key, str] = {}
    parents: dict[Key, str] = {}
    for (label, id_), fact in facts.items():
        if short := getattr(fact, "short_name", None):
            shorts[label, id_] = short
            parents[label, id_] = next(iter(getattr(fact, "part_of", ())), "").removeprefix("OE-")
    alike = {(key[0], folded(name)): key for key, name in names.items()}
    words, headings, spelling = map(_words, ("words", "headings", "spelling"))
    return World(metamodel, names, shorts, parents, dict(counts), alike, words, headings, spelling)


@cache
def _words(name: str) -> dict[str, Any]:
    # Reading them takes longer than messing up a book; nobody changes them.
    found: dict[str, Any] = catalogue(f"mess_{name}")
    return found


def _page(kind: FactType, facts: list[Fact]) -> Page:
    filled = [f for f in kind.fields if any(getattr(fact, f.name) not in (None, (), "") for fact in facts)]
    heads = [Head(f, f.title.de) for f in filled]
    customs = custom_headings(facts)
    heads += [Head(None, heading) for heading in customs]
    lines = [Line(ENTRY, [_spot(f, fact) for f in filled], (kind.label, fact.id)) for fact in facts]
    for line, fact in zip(lines, facts, strict=True):
        line.spots += [Spot(fact.custom.get(h), h, fact.custom.get(h), custom=True) for h in customs]
    return Page(sheet_title(kind, "de"), kind, heads, lines)


def _spot(field: Column | Link, fact: Fact) -> Spot:
    value: Any = getattr(fact, field.name)
    style = field.kind if isinstance(field, Column) else "link"
    return Spot(cell_value(value, "de"), field.name, value, style=style)
