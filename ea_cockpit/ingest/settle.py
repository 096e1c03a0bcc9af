"""Makes the links that were waiting for their partner, once the partner has come in."""

from __future__ import annotations

from ea_cockpit.graph.history import Delta, Keeping
from ea_cockpit.graph.kept import kept_facts
from ea_cockpit.graph.queries import load as query
from ea_cockpit.graph.store import Transaction
from ea_cockpit.ingest.compare import OPEN, OPEN_COUNT, Pairs
from ea_cockpit.ingest.keep_aliases import keep_readings
from ea_cockpit.ingest.load import link_delta, write_links
from ea_cockpit.ingest.resolve import OpenReference, Resolver
from ea_cockpit.model.metamodel import Link, Metamodel


def settle_open(metamodel: Metamodel, tx: Transaction, keeping: Keeping, run: int) -> int:
    """Resolve open references against the graph as it is now; returns how many links that made.

    Other spellings are only looked for among what this run brought; what they were taken for is kept with it.
    """
    waiting = [row for row in tx.read(query("import/open_references")) if row["label"] in metamodel]
    if not waiting:
        return 0
    texts = {OpenReference.of(kept).text for row in waiting for kept in row["open"]}
    resolver = Resolver.on_graph(metamodel, texts, tx, run)
    made: Pairs = {}
    settled = Delta()
    for row in waiting:
        kind = metamodel[row["label"]]
        still_open = []
        for kept in row["open"]:
            reference = OpenReference.of(kept)
            link = kind.by_name.get(reference.link)
            found = resolver.find(link, reference.text) if isinstance(link, Link) else []
            if isinstance(link, Link) and len(found) == 1 and found[0] != (kind.label, row["id"]):
                made.setdefault((link, found[0][0]), []).append((row["id"], found[0][1]))
                resolver.note_use((kind.label, row["id"]), link, reference.text)
            else:
                still_open.append(kept)
                if isinstance(link, Link):
                    resolver.note_proposals((kind.label, row["id"]), link, reference.text)
        if still_open != row["open"]:
            _keep(kind.label, row["id"], row["open"], still_open, tx, settled)
    new = _new(made, metamodel, tx)
    write_links({}, new, tx)
    settled.then(link_delta({}, new))
    keeping.add(settled)
    keep_readings(resolver, run, tx)
    return sum(map(len, new.values()))


def _keep(label: str, id_: str, before: list[str], after: list[str], tx: Transaction, settled: Delta) -> None:
    changed = {OPEN: after or None, OPEN_COUNT: len(after) or None}
    tx.write(query("import/keep_open"), label=label, id=id_, changed=changed)
    now = {name: value for name, value in changed.items() if value is not None}
    settled.change((label, id_), {OPEN: before, OPEN_COUNT: len(before)}, now)


def _new(made: Pairs, metamodel: Metamodel, tx: Transaction) -> Pairs:
    """Each link once, and none that is there already: two spellings may mean one partner."""
    there: set[tuple[str, str, str, str, str]] = set()
    for label in {link.source for link, _ in made}:
        ids = sorted({source for (link, _), pairs in made.items() if link.source == label for source, _ in pairs})
        there.update(
            (label, link.name, target, fact.id, partner)
            for fact in kept_facts(tx, metamodel[label], ids)
            for link, target, partner in fact.partners
        )
    return {
        (link, target): new
        for (link, target), pairs in made.items()
        if (new := [pair for pair in dict.fromkeys(pairs) if (link.source, link.name, target, *pair) not in there])
    }
