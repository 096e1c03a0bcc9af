"""Reads the links a fact type declares, all in one or two statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ea_cockpit.graph import statements
from ea_cockpit.graph.catalogue_values import Reader
from ea_cockpit.model.metamodel import FactType, Link


def pairs_of(reader: Reader, kind: FactType, ids: Sequence[str] | None = None) -> Iterator[tuple[Link, str, str, str]]:
    """Each link of the facts of a type, or of those with these ids: link, target label, source id, target id."""
    declared = {(link.relationship, link.incoming, target): link for link in kind.links for target in link.targets}
    wanted = {} if ids is None else {"ids": ids}
    for incoming in (False, True):
        query = statements.read_links(kind, incoming=incoming, some=ids is not None)
        for row in reader.read(query, **wanted) if query else ():
            for relationship, label, target in row["partners"]:
                if link := declared.get((relationship, incoming, label)):
                    yield link, label, row["source"], target
