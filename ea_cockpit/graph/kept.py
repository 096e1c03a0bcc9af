"""What the graph keeps of the facts of a type: their properties and their declared links, read in portions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ea_cockpit.graph import statements
from ea_cockpit.graph.catalogue_values import Reader
from ea_cockpit.model.metamodel import FactType, Link

# Facts a row: the driver's work goes by rows, the server's memory by their size.
_PORTION = 500


@dataclass(frozen=True, slots=True)
class Kept:
    """One fact in the graph: id, properties, and each of its links with the partner's label and id."""

    id: str
    properties: dict[str, Any]
    partners: list[tuple[Link, str, str]]


def kept_facts(reader: Reader, kind: FactType, ids: Sequence[str] | None = None) -> Iterator[Kept]:
    """The facts with these ids, or all of the type; unknown ids are passed over. In no particular order."""
    declared = {(link.relationship, link.incoming, target): link for link in kind.links for target in link.targets}
    wanted = reader.read(statements.read_ids(kind))[0]["ids"] if ids is None else ids
    portions = [wanted[start : start + _PORTION] for start in range(0, len(wanted), _PORTION)]
    for row in reader.read(statements.read_facts(kind), portions=portions) if portions else ():
        for properties, outgoing, incoming in row["facts"]:
            partners = [
                (link, label, id_)
                for turned, found in ((False, outgoing), (True, incoming))
                for relationship, label, id_ in found
                if (link := declared.get((relationship, turned, label)))
            ]
            yield Kept(properties["id"], properties, partners)
