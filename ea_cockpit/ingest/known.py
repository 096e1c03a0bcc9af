"""What the graph holds, before an import, on the facts that come in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ea_cockpit.graph.catalogue import counts
from ea_cockpit.graph.catalogue_values import Reader
from ea_cockpit.graph.kept import kept_facts
from ea_cockpit.ingest.draft import Draft, Key
from ea_cockpit.model.metamodel import Metamodel

Properties = dict[str, Any]


@dataclass(slots=True)
class Known:
    """Properties by fact; partners' ids by the fact's label, the link's name, the partner's label and the fact's id."""

    facts: dict[Key, Properties] = field(default_factory=dict)
    links: dict[tuple[str, str, str], dict[str, set[str]]] = field(default_factory=dict)

    def partners(self, label: str, link: str, targets: Iterable[str], id_: str) -> set[Key]:
        """The facts one fact points to by a link."""
        return {(t, partner) for t in targets for partner in self.links.get((label, link, t), {}).get(id_, ())}


def known_facts(drafts: Iterable[Draft], metamodel: Metamodel, reader: Reader) -> Known:
    """Read what the graph holds on these facts: one statement a fact type."""
    by_kind: dict[str, list[str]] = {}
    for draft in drafts:
        by_kind.setdefault(draft.kind.label, []).append(draft.id)
    filled = counts(reader)
    known = Known()
    for label, ids in by_kind.items():
        if label not in filled:
            continue
        for fact in kept_facts(reader, metamodel[label], ids):
            known.facts[label, fact.id] = fact.properties
            for link, target, id_ in fact.partners:
                known.links.setdefault((label, link.name, target), {}).setdefault(fact.id, set()).add(id_)
    return known
