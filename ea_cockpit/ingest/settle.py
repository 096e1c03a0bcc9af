"""Makes the links that were waiting for their partner, once the partner has come in."""

from __future__ import annotations

from ea_cockpit.graph.queries import load as query
from ea_cockpit.graph.store import Transaction
from ea_cockpit.ingest.compare import OPEN, Pairs
from ea_cockpit.ingest.load import write_links
from ea_cockpit.ingest.resolve import OpenReference, Resolver
from ea_cockpit.model.metamodel import Link, Metamodel


def settle_open(metamodel: Metamodel, tx: Transaction) -> int:
    """Resolve open references against the graph as it is now; returns how many links that made."""
    waiting = [row for row in tx.read(query("import/open_references")) if row["label"] in metamodel]
    if not waiting:
        return 0
    texts = {OpenReference.of(kept).text for row in waiting for kept in row["open"]}
    resolver = Resolver.on_graph(metamodel, texts, tx)
    made: Pairs = {}
    for row in waiting:
        kind = metamodel[row["label"]]
        still_open = []
        for kept in row["open"]:
            reference = OpenReference.of(kept)
            link = kind.by_name.get(reference.link)
            found = resolver.find(link, reference.text) if isinstance(link, Link) else []
            if isinstance(link, Link) and len(found) == 1:
                made.setdefault((link, found[0][0]), []).append((row["id"], found[0][1]))
            else:
                still_open.append(kept)
        if still_open != row["open"]:
            changed = {OPEN: still_open or None, "_open_count": len(still_open) or None}
            tx.write(query("import/keep_open"), label=kind.label, id=row["id"], changed=changed)
    write_links({}, made, tx)
    return sum(len(pairs) for pairs in made.values())
