"""Makes a change happen in the graph: forwards as an import does, or backwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ea_cockpit.graph import statements
from ea_cockpit.graph.history_delta import Delta, Key
from ea_cockpit.graph.history_trouble import UnknownFactType
from ea_cockpit.graph.queries import load
from ea_cockpit.graph.store import Transaction
from ea_cockpit.model.metamodel import FactType, Link, Metamodel

_BATCH = 5_000


def apply(delta: Delta, metamodel: Metamodel, tx: Transaction) -> None:
    """Apply all of it, in the transaction given: links go before facts do, and come after facts have come."""
    gone = {key for key, touch in delta.facts.items() if touch.after is None}
    _links(delta, metamodel, tx, gone, come=False)
    for batch in _batches([[*key] for key in gone]):
        tx.write(load("history/remove"), rows=batch)
    come: dict[str, list[dict[str, Any]]] = {}
    changed = []
    for (label, id_), (before, after) in delta.facts.items():
        if before is None and after is not None:
            come.setdefault(label, []).append(after)
        elif before is not None and after is not None:
            changed.append([label, id_, {**dict.fromkeys(before), **after}])
    for label, rows in come.items():
        for batch in _batches(rows):
            tx.write(statements.create(_kind(label, metamodel)), rows=batch)
    for batch in _batches(changed):
        tx.write(load("history/change"), rows=batch)
    _links(delta, metamodel, tx, gone, come=True)


def _links(delta: Delta, metamodel: Metamodel, tx: Transaction, gone: set[Key], *, come: bool) -> None:
    statement = statements.add_links if come else statements.remove_links
    for (label, name, target), pairs in delta.links.items():
        # A fact that goes takes its links with it.
        rows = [
            [source, partner]
            for (source, partner), comes in pairs.items()
            if comes is come and (label, source) not in gone and (target, partner) not in gone
        ]
        for batch in _batches(rows):
            tx.write(statement(link_of(label, name, target, metamodel), target), rows=batch)


def link_of(label: str, name: str, target: str, metamodel: Metamodel) -> Link:
    """The declaration of a link that was recorded."""
    link = _kind(label, metamodel).by_name.get(name)
    if not isinstance(link, Link) or target not in link.targets:
        raise UnknownFactType(name=f"{label}.{name}")
    return link


def _kind(label: str, metamodel: Metamodel) -> FactType:
    if label not in metamodel:
        raise UnknownFactType(name=label)
    return metamodel[label]


def _batches(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (rows[start : start + _BATCH] for start in range(0, len(rows), _BATCH))
