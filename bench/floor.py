"""The floor: the rows and links of an inventory, and writing them with bare statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ea_cockpit.graph import statements
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.ingest.check import check
from ea_cockpit.ingest.compare import compare
from ea_cockpit.ingest.importer import NoGraph
from ea_cockpit.ingest.known import Known
from ea_cockpit.ingest.load import batches
from ea_cockpit.ingest.map import map_tables
from ea_cockpit.ingest.resolve import Resolver
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.reader import Table


@dataclass(frozen=True)
class Rows:
    """What has to be written: statements, each with its rows."""

    nodes: list[tuple[str, list[dict[str, Any]]]]
    links: list[tuple[str, list[tuple[str, str]]]]

    @property
    def facts(self) -> int:
        """How many facts."""
        return sum(len(rows) for _, rows in self.nodes)

    @property
    def pairs(self) -> int:
        """How many links."""
        return sum(len(rows) for _, rows in self.links)


def rows_of(tables: Sequence[Table], metamodel: Metamodel) -> Rows:
    """The rows and links an import of these files writes into an empty graph, without their provenance."""
    drafts = list(check(map_tables(tables, metamodel)).drafts.values())
    Resolver(metamodel, drafts, NoGraph()).resolve(drafts)
    changes = compare(drafts, metamodel, Known())
    nodes = [
        (statements.create(metamodel[label]), [change.after for change in listed])
        for label, listed in changes.created.items()
    ]
    links = [(statements.add_links(link, target), pairs) for (link, target), pairs in changes.added_links.items()]
    return Rows(nodes, links)


def write_bare(rows: Rows, store: GraphStore) -> None:
    """Write them in one transaction, in the batches the import uses."""
    with store.writing() as tx:
        for statement, facts in rows.nodes:
            for batch in batches(facts):
                tx.write(statement, rows=batch)
        for statement, pairs in rows.links:
            for batch in batches(pairs):
                tx.write(statement, rows=batch)
