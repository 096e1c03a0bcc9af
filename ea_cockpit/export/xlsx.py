"""The whole catalogue as a workbook in the template's layout: what goes out can come back in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import IO

from ea_cockpit.graph.catalogue import facts_of
from ea_cockpit.graph.store import GraphStore, Transaction
from ea_cockpit.i18n import Lang
from ea_cockpit.model.declare import Fact
from ea_cockpit.model.metamodel import FactType, Link, Metamodel
from ea_cockpit.tabular.inventory import write_inventory

Holders = dict[str, set[str]]
"""Which fact types hold an id."""


def write_catalogue(
    reader: GraphStore | Transaction,
    metamodel: Metamodel,
    out: Path | IO[bytes],
    lang: Lang = "de",
    only: Mapping[str, Collection[str] | None] | None = None,
) -> int:
    """Write all facts, or those of `only` (label: ids, None for all of that type); returns how many."""
    wanted = {kind.label: None for kind in metamodel} if only is None else dict(only)
    facts: dict[str, list[Fact]] = {}
    for kind in metamodel:
        if kind.label in wanted:
            ids = wanted[kind.label]
            facts[kind.label] = [f for f in facts_of(reader, kind, metamodel, with_open=True) if ids is None or f.id in ids]
    shown = {kind.label: _readable(kind, facts.get(kind.label, []), metamodel, lang) for kind in metamodel}
    write_inventory(out, shown, metamodel, lang, only_filled=only is not None)
    return sum(map(len, facts.values()))


def _readable(kind: FactType, facts: list[Fact], metamodel: Metamodel, lang: Lang) -> list[Fact]:
    """Facts whose references to one of several types name the type in words."""
    mixed = [link for link in kind.links if len(link.targets) > 1]
    if not mixed:
        return facts
    return [
        fact.model_copy(update={link.name: _named(link, fact, metamodel, lang) for link in mixed}) for fact in facts
    ]


def _named(link: Link, fact: Fact, metamodel: Metamodel, lang: Lang) -> tuple[str, ...]:
    return tuple(_in_words(ref, metamodel, lang) for ref in getattr(fact, link.name))


def _in_words(ref: str, metamodel: Metamodel, lang: Lang) -> str:
    label, colon, id_ = ref.partition(":")
    if not colon or label not in metamodel:
        return ref
    return f"{metamodel[label].title.in_(lang)}:{id_}"
