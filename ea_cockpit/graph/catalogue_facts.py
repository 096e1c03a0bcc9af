"""Reads facts back: all of a type, one with everything around it, and those a text or an id finds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from ea_cockpit.graph import statements
from ea_cockpit.graph.catalogue_values import FactPage, FactRef, Origin, Partners, Reader, Row
from ea_cockpit.graph.kept import Kept, kept_facts
from ea_cockpit.graph.queries import load
from ea_cockpit.model.bulk import collector_paused
from ea_cockpit.model.declare import Fact
from ea_cockpit.model.metamodel import Column, FactType, Link, Metamodel

_OPEN = "_open"


@collector_paused()
def facts_of(
    reader: Reader,
    kind: FactType,
    metamodel: Metamodel,  # noqa: ARG001  every read of the catalogue takes it
    *,
    with_open: bool = False,
) -> list[Fact]:
    """All facts of a type, sorted by id, with their partners' ids; `Label:id` where a link has several target types.

    `with_open` adds the references nothing answers to, as they were written, so that an export loses none.
    """
    make = _maker(kind)
    kept = sorted(kept_facts(reader, kind), key=lambda fact: fact.id)
    return [make(fact.properties, _named(fact), with_open) for fact in kept]


def _named(fact: Kept) -> dict[str, list[str]]:
    """Partners as a workbook names them, by link, in the order of their ids."""
    named: dict[str, list[str]] = {}
    for link, label, id_ in sorted(fact.partners, key=lambda partner: partner[1:]):
        named.setdefault(link.name, []).append(f"{label}:{id_}" if len(link.targets) > 1 else id_)
    return named


def _maker(kind: FactType) -> Callable[[Row, dict[str, list[str]], bool], Fact]:
    """Makes facts of properties; they were checked when they came in, so that they are not checked again."""
    columns = [(column.name, _reviver(column)) for column in kind.columns]
    links = [link.name for link in kind.links]
    cls, skip = kind.cls, len(statements.CUSTOM)

    def make(properties: Row, partners: dict[str, list[str]], with_open: bool) -> Fact:
        values: dict[str, Any] = {name: revive(properties.get(name)) for name, revive in columns}
        if with_open and _OPEN in properties:
            partners = _with_open(partners, properties[_OPEN])
        values.update((name, tuple(partners.get(name, ()))) for name in links)
        custom = [name for name in properties if name.startswith(statements.CUSTOM)]
        values["custom"] = {name[skip:]: properties[name] for name in sorted(custom)}
        return cls.model_construct(**values)

    return make


def _with_open(partners: dict[str, list[str]], written: list[str]) -> dict[str, list[str]]:
    whole = {name: list(ids) for name, ids in partners.items()}
    for name, text in _open(written):
        whole.setdefault(name, []).append(text)
    return whole


def _open(written: Iterable[str]) -> tuple[tuple[str, str], ...]:
    pairs = (text.partition("=") for text in written)
    return tuple((name, text) for name, _, text in pairs)


def _reviver(column: Column) -> Callable[[Any], Any]:
    """From what the graph keeps to what the field holds: words become choices, lists tuples."""
    if column.kind == "list":
        return lambda value: tuple(value or ())
    if column.kind in ("number", "money"):
        return lambda value: None if value is None else float(value)
    if column.choices is not None:
        words: dict[Any, Any] = {member.value: member for member in column.choices}
        return words.get
    return lambda value: value


def find(reader: Reader, text: str, metamodel: Metamodel) -> list[FactRef]:
    """The facts with this id, or with this `Label:id`; usually one, none where nothing answers to it."""
    word, colon, id_ = text.partition(":")
    label = metamodel.label_of(word) if colon else None
    wanted = (id_.strip(), label) if label else (text.strip(), None)
    rows = reader.read(load("catalogue/find"), id=wanted[0], label=wanted[1])
    return [_ref(row) for row in rows]


def owners(reader: Reader, facts: Iterable[FactRef]) -> dict[str, FactRef]:
    """Who answers for each fact, by its key: its own unit, else that of the application that holds or provides it."""
    found = reader.read(load("catalogue/owners"), facts=[[fact.label, fact.id] for fact in facts])[0]["owners"]
    return {f"{label}:{id_}": FactRef("OrganisationUnit", owner, name) for label, id_, owner, name in found}


def refs_of(reader: Reader, kind: FactType) -> list[FactRef]:
    """All facts of a type by name, for pickers."""
    query = f"MATCH (n:{kind.label})\nRETURN n.id AS id, n.name AS name\nORDER BY toLower(coalesce(name, id)), id"
    return [FactRef(kind.label, row["id"], row["name"]) for row in reader.read(query)]


def fact_page(reader: Reader, kind: FactType, id: str, metamodel: Metamodel) -> FactPage | None:  # noqa: A002
    """One fact with its links both ways, its open references and where it comes from; None where there is none."""
    rows = reader.read(load("catalogue/fact"), label=kind.label, id=id)
    if not rows:
        return None
    row = rows[0]
    links = reader.read(load("catalogue/partners"), label=kind.label, id=id)
    own = _partners(kind.links, links, lambda link, found: _fits(link, kind.label, found, own=True))
    others = _partners(
        metamodel.links_to(kind.label), links, lambda link, found: _fits(link, kind.label, found, own=False)
    )
    named: dict[str, list[str]] = {
        link.name: [ref.key if len(link.targets) > 1 else ref.id for ref in sorted(refs, key=lambda r: (r.label, r.id))]
        for link, refs in own
    }
    properties = row["properties"]
    fact = _maker(kind)(properties, named, False)
    missing = tuple((mark.partition("|")[0], mark.partition("|")[2]) for mark in properties.get("_missing_in", ()))
    sources = tuple(properties.get("_sources", ()))
    return FactPage(fact, own, others, _open(properties.get(_OPEN, ())), _origin(row), sources, missing)


def _fits(link: Link, label: str, found: Row, *, own: bool) -> bool:
    """Whether a relationship found at a fact is this link, seen from its own side or from the partner's."""
    outwards = link.incoming != own
    ends = found["label"] in link.targets if own else found["label"] == link.source and label in link.targets
    return bool(found["relationship"] == link.relationship and found["outwards"] == outwards and ends)


def _partners(links: Iterable[Link], rows: list[Row], fits: Callable[[Link, Row], bool]) -> Partners:
    found = ((link, tuple(_ref(row) for row in rows if fits(link, row))) for link in links)
    return tuple((link, refs) for link, refs in found if refs)


def _origin(row: Row) -> Origin:
    return Origin(row["run"], row["file"], row["sha256"], row["sheet"], row["line"], row["at"])


def _ref(row: Row) -> FactRef:
    return FactRef(row["label"], row["id"], row["name"])


def search(reader: Reader, text: str, metamodel: Metamodel, limit: int = 50) -> list[FactRef]:
    """Facts in whose texts every word occurs, also inside longer words; any input is fine."""
    words = re.findall(r"\w+", text)
    if not words:
        return []
    rows = reader.read(load("catalogue/search"), words=lucene(words), text=text.strip(), limit=limit)
    return [_ref(row) for row in rows if row["label"] in metamodel]


def lucene(words: Iterable[str]) -> str:
    """Words as a full-text query: whole words before beginnings before what stands inside a longer word."""
    # Letters, digits and _ mean nothing to Lucene; AND, OR and NOT do in capitals only.
    parts = (_folded(word) for word in words)
    return " AND ".join(f"({part}^4 OR {part}*^2 OR *{part}*)" for part in parts)


def _folded(word: str) -> str:
    """Without accents, as the index keeps words: Lucene folds whole words itself, but not beginnings and parts."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
