"""Which office a unit counts as, and whose office an application or data store is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ea_cockpit.analyses.analysis import Asked
from ea_cockpit.analyses.structure.network import Facts, Links
from ea_cockpit.graph.catalogue import FactRef
from ea_cockpit.graph.queries import load


@dataclass(frozen=True, slots=True)
class Offices:
    """The office of every unit by the graph's number: a division counts as the office above it."""

    of_unit: Mapping[int, int]
    refs: Mapping[int, FactRef]
    words: Mapping[str, int]
    """Ids, names and short names of units, lower case, with the office they count as."""

    def title(self, office: int) -> str:
        """What people call it."""
        return self.refs[office].title


def read_offices(asked: Asked) -> Offices:
    """All units with their offices."""
    rows = {row["node"]: row for row in asked.read(load("parts/structure_units"))}
    of_unit = {node: _office(node, rows) for node in rows}
    words: dict[str, int] = {}
    for node, row in rows.items():
        for word in (row["id"], row["short_name"], row["name"]):
            if word:
                words.setdefault(word.casefold(), of_unit[node])
    return Offices(of_unit, {n: FactRef("OrganisationUnit", r["id"], r["name"]) for n, r in rows.items()}, words)


def _office(node: int, rows: dict[int, dict[str, Any]]) -> int:
    """The first above a division that is none; a ring of divisions ends where it began."""
    met = {node}
    while rows[node]["kind"] == "division" and rows[node]["above"] in rows and rows[node]["above"] not in met:
        node = rows[node]["above"]
        met.add(node)
    return node


def offices_of(facts: Facts, links: Links, offices: Offices, relationships: Iterable[str]) -> dict[int, set[int]]:
    """The offices each fact names in these links, by its place."""
    found: dict[int, set[int]] = defaultdict(set)
    for relationship in relationships:
        for start, end in links.get(relationship, ()):
            office = offices.of_unit.get(facts.nodes[end])
            if office is not None:
                found[start].add(office)
    return found


def with_stores(owners: Mapping[int, set[int]], holders: Mapping[int, list[int]]) -> dict[int, set[int]]:
    """The same with data stores: theirs are the offices of the applications that hold them."""
    found = defaultdict(set, {fact: set(units) for fact, units in owners.items()})
    for store, apps in holders.items():
        found[store] |= {office for app in apps for office in owners.get(app, ())}
    return found
