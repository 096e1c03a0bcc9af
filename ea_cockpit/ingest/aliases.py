"""Aliases: which spelling was read as which fact; kept with each import, accepted, rejected and undone by people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ea_cockpit.graph.catalogue_values import Reader
from ea_cockpit.graph.history import Delta, Keeping
from ea_cockpit.graph.kept import kept_facts
from ea_cockpit.graph.queries import load as query
from ea_cockpit.graph.store import GraphStore, Transaction
from ea_cockpit.i18n import Text
from ea_cockpit.ingest.alias_trouble import NothingToUndo, OtherMeaning, UnknownTarget
from ea_cockpit.ingest.compare import OPEN, OPEN_COUNT, Pairs
from ea_cockpit.ingest.draft import Key
from ea_cockpit.ingest.keep_aliases import keep_events
from ea_cockpit.ingest.likeness import Alias, alias_of, spelling_of
from ea_cockpit.ingest.load import RunRecord, link_delta, write_links, write_run
from ea_cockpit.ingest.resolve import OpenReference
from ea_cockpit.ingest.settle import settle_open
from ea_cockpit.model.metamodel import FactType, Link, Metamodel

BY = "aliases"
"""What a run made by a decision on an alias is said to come from."""
_DECIDED = Text("so entschieden", "so decided")


@dataclass(frozen=True, slots=True)
class Listed:
    """An alias to show: how many links it makes now, and how many open references wait for it."""

    alias: Alias
    links: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Decided:
    """What a decision did: its run, links made and links taken away."""

    run: int
    made: int
    removed: int


def list_aliases(reader: Reader) -> list[Listed]:
    """All aliases that matter: in force, rejected, and proposals some open reference waits for."""
    links: dict[tuple[str, Key], int] = {}
    for use in reader.read(query("import/uses")):
        target = (use["spelling"], (use["target_label"], use["target_id"]))
        links[target] = links.get(target, 0) + 1
    waiting: dict[str, int] = {}
    for row in reader.read(query("import/open_references")):
        for kept in row["open"]:
            spelling = spelling_of(OpenReference.of(kept).text)
            waiting[spelling] = waiting.get(spelling, 0) + 1
    every = [alias_of(row) for row in reader.read(query("import/aliases"), spellings=None)]
    listed = [
        Listed(a, links.get((spelling_of(a.text), a.target), 0), waiting.get(spelling_of(a.text), 0)) for a in every
    ]
    return [one for one in listed if one.alias.state != "forgotten" and (one.alias.state != "proposed" or one.waiting)]


def accept(text: str, target: Key, metamodel: Metamodel, store: GraphStore) -> Decided:
    """Read a spelling as this fact from now on; references that wait for it get their link at once."""
    with store.writing() as tx:
        run = tx.read(query("import/lock"))[0]["run"]
        known = _known(text, tx)
        others = [a for a in known.values() if a.in_force and a.target[0] == target[0] and a.target != target]
        if others:
            raise OtherMeaning(text=text, id=others[0].target[1])
        before = known.get(target)
        name = _name(target, tx)
        keep_events([Alias(text, target, "accepted", 1.0, before.why if before else _DECIDED, name)], run, tx)
        keeping = Keeping()
        return _done(run, settle_open(metamodel, tx, keeping, run), 0, keeping, tx)


def reject(text: str, target: Key, metamodel: Metamodel, store: GraphStore) -> Decided:
    """Never read a spelling as this fact; links made by it go, and their references are open again."""
    return _withdraw(text, target, "rejected", metamodel, store)


def undo_alias(text: str, target: Key | None, metamodel: Metamodel, store: GraphStore) -> list[Decided]:
    """Take a merge back and remember that it was wrong; of a rejection, forget it."""
    with store.reading() as tx:
        known = [a for a in _known(text, tx).values() if target in (None, a.target)]
    meant = [a for a in known if a.in_force] or [a for a in known if a.state == "rejected"]
    if not meant:
        raise NothingToUndo(text=text)
    return [
        _withdraw(text, a.target, "rejected" if a.in_force else "forgotten", metamodel, store) for a in meant
    ]  # fmt: skip


def target_of(id_: str, metamodel: Metamodel, store: GraphStore) -> Key:
    """The one fact an id names, `Type:id` where several have it."""
    head, colon, rest = id_.partition(":")
    label = metamodel.label_of(head) if colon else None
    wanted = [id_, rest.strip()] if label else [id_]
    rows = [(str(row["label"]), str(row["id"])) for row in store.read(query("import/ids"), ids=wanted)]
    found = [key for key in rows if key[1] == id_] or [key for key in rows if key == (label, rest.strip())]
    if len(found) != 1:
        raise UnknownTarget(id=id_, found=len(found))
    return found[0]


def _withdraw(text: str, target: Key, state: str, metamodel: Metamodel, store: GraphStore) -> Decided:
    with store.writing() as tx:
        run = tx.read(query("import/lock"))[0]["run"]
        before = _known(text, tx).get(target)
        why, score = (before.why, before.score) if before else (_DECIDED, 0.0)
        keeping = Keeping()
        delta = _reopen(spelling_of(text), target, metamodel, run, tx)
        keeping.add(delta)
        name = before.name if before else _name(target, tx)
        keep_events([Alias(text, target, state, score, why, name)], run, tx)
        return _done(run, 0, sum(map(len, delta.links.values())), keeping, tx)


def _reopen(spelling: str, target: Key, metamodel: Metamodel, run: int, tx: Transaction) -> Delta:
    """Take away the links a spelling made, and open their references again."""
    rows = tx.read(query("import/uses"))
    ours = [u for u in rows if (u["spelling"], u["target_label"], u["target_id"]) == (spelling, *target)]
    ending = {(u["label"], u["id"], u["link"], u["text"]) for u in ours}
    # Another spelling of the same cell may mean the same partner: its link stays.
    stays = {
        (u["label"], u["id"], u["link"]) for u in rows
        if (u["target_label"], u["target_id"]) == target and (u["label"], u["id"], u["link"], u["text"]) not in ending
    }  # fmt: skip
    delta = Delta()
    for label in {u["label"] for u in ours} & {kind.label for kind in metamodel}:
        there = [u for u in ours if u["label"] == label]
        _reopen_kind(metamodel[label], there, target, stays, tx, delta)
    tx.write(query("import/end_uses"), rows=[list(row) for row in sorted(ending)], run=run)
    return delta


def _reopen_kind(
    kind: FactType,
    uses: list[dict[str, Any]],
    target: Key,
    stays: set[tuple[str, str, str]],
    tx: Transaction,
    delta: Delta,
) -> None:
    kept = {fact.id: fact for fact in kept_facts(tx, kind, sorted({u["id"] for u in uses}))}
    removed: Pairs = {}
    opened: dict[str, list[str]] = {}
    for use in uses:
        link = kind.by_name.get(use["link"])
        fact = kept.get(use["id"])
        if fact is None or not isinstance(link, Link) or (link, *target) not in fact.partners:
            continue
        opened.setdefault(fact.id, []).append(str(OpenReference(link.name, use["text"])))
        if (kind.label, fact.id, link.name) not in stays:
            removed.setdefault((link, target[0]), []).append((fact.id, target[1]))
    for id_, texts in opened.items():
        before = kept[id_].properties
        now = [*before.get(OPEN, ()), *texts]
        changed = {OPEN: now, OPEN_COUNT: len(now)}
        tx.write(query("import/keep_open"), label=kind.label, id=id_, changed=changed)
        delta.change((kind.label, id_), {k: before[k] for k in changed if k in before}, changed)
    once = {at: list(dict.fromkeys(pairs)) for at, pairs in removed.items()}
    write_links(once, {}, tx)
    delta.then(link_delta(once, {}))


def _done(run: int, made: int, removed: int, keeping: Keeping, tx: Transaction) -> Decided:
    counts: dict[str, Any] = {"facts": {}, "links": {"created": made, "removed": removed}, "problems": 0}
    write_run(RunRecord(run, BY, None, (), counts), keeping, tx)
    return Decided(run, made, removed)


def _known(text: str, reader: Reader) -> dict[Key, Alias]:
    rows: Iterable[dict[str, Any]] = reader.read(query("import/aliases"), spellings=[spelling_of(text)])
    return {alias.target: alias for alias in map(alias_of, rows)}


def _name(target: Key, reader: Reader) -> str:
    rows = reader.read(query("import/names_of"), labels=[target[0]], run=None)
    return next((row["name"] or row["id"] for row in rows if row["id"] == target[1]), target[1])
