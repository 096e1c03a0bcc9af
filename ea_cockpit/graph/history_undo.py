"""Takes an import back: the graph is as if it had never been, or a later import is named that stands in the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from ea_cockpit.graph.catalogue_values import Reader
from ea_cockpit.graph.history_apply import apply
from ea_cockpit.graph.history_delta import Delta, Key
from ea_cockpit.graph.history_kept import changes_of
from ea_cockpit.graph.history_runs import Run, all_runs
from ea_cockpit.graph.history_trouble import AlreadyUndone, NotRecorded, StandsInTheWay, UnknownRun
from ea_cockpit.graph.queries import load
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.bulk import collector_paused
from ea_cockpit.model.metamodel import Metamodel

_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Undone:
    """What undoing an import did: facts it had created, changed and retired; links and aliases."""

    run: int
    removed: int
    restored: int
    recreated: int
    links_removed: int
    links_added: int
    aliases_removed: int = 0

    def as_json(self) -> dict[str, Any]:
        """The report for scripts."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A later import that stands in the way, and what it has in common with the one to undo."""

    run: int
    shared: tuple[str, ...]


@collector_paused()
def undo(run: int, by: str, metamodel: Metamodel, store: GraphStore) -> Undone:
    """Take an import back, in one transaction; raises a CockpitError that says why where it cannot be."""
    with store.writing() as tx:
        tx.write(load("history/lock"))
        delta = _undoable(run, tx)
        if found := obstacles(run, delta, tx):
            raise StandsInTheWay(run=run, why=_why(found), later=", ".join(str(o.run) for o in reversed(found)))
        apply(delta.inverse(), metamodel, tx)
        tx.write(load("history/restore_readings"), rows=delta.readings)
        aliases = tx.read(load("history/forget_aliases"), run=run)[0]["aliases"]
        tx.write(load("history/mark_undone"), run=run, at=dt.datetime.now(dt.UTC), by=by)
    return _undone(run, delta, aliases)


def _undoable(run: int, reader: Reader) -> Delta:
    known = {one.number: one for one in all_runs(reader)}.get(run)
    if known is None:
        raise UnknownRun(run=run)
    if known.undone_at:
        raise AlreadyUndone(run=run, at=f"{known.undone_at.astimezone():%d.%m.%Y}")
    if not known.recorded:
        raise NotRecorded(run=run)
    return changes_of([run], reader)


def obstacles(run: int, delta: Delta, reader: Reader) -> list[Obstacle]:
    """The later imports that changed the same or build on what this one brought, the first one first."""
    spellings: dict[int, list[str]] = {}
    for row in reader.read(load("history/later_readings"), run=run):
        spellings.setdefault(row["later"], []).append(f"«{row['text']}»")
    found = []
    for later in _later(run, reader):
        shared = (*_shared(delta, changes_of([later.number], reader)), *spellings.get(later.number, ()))
        if shared:
            found.append(Obstacle(later.number, shared))
    return found


def _later(run: int, reader: Reader) -> list[Run]:
    return [one for one in all_runs(reader) if one.number > run and not one.undone_at]


def _shared(first: Delta, later: Delta) -> Iterator[str]:
    """What two changes have in common, in words; the order in which they happened matters."""
    for key in first.facts.keys() & later.facts.keys():
        one, other = first.facts[key], later.facts[key]
        # To come or to go concerns all of a fact.
        if None in (*one, *other) or one.fields & other.fields:
            yield ":".join(key)
    for link, pairs in first.links.items():
        yield from (_link(link[0], *pair) for pair in pairs.keys() & later.links.get(link, {}).keys())
    yield from _at_ends(later, {key for key, touch in first.facts.items() if touch.before is None})
    yield from _at_ends(first, {key for key, touch in later.facts.items() if touch.after is None})


def _at_ends(delta: Delta, facts: set[Key]) -> Iterator[str]:
    """Links of a change that begin or end at one of these facts."""
    if not facts:
        return
    for (label, _, target), pairs in delta.links.items():
        for source, partner in pairs:
            if (label, source) in facts or (target, partner) in facts:
                yield _link(label, source, partner)


def _link(label: str, source: str, partner: str) -> str:
    return f"{label}:{source}–{partner}"


def _why(found: list[Obstacle]) -> str:
    return "; ".join(f"{one.run} ({_examples(one.shared)})" for one in found)


def _examples(shared: tuple[str, ...]) -> str:
    several = sorted(set(shared))
    return ", ".join(several[:_EXAMPLES]) + (f" … {len(several)}" if len(several) > _EXAMPLES else "")


def _undone(run: int, delta: Delta, aliases: int) -> Undone:
    touches = delta.facts.values()
    removed = sum(touch.before is None for touch in touches)
    recreated = sum(touch.after is None for touch in touches)
    came = sum(comes for pairs in delta.links.values() for comes in pairs.values())
    links = sum(map(len, delta.links.values()))
    return Undone(run, removed, len(delta.facts) - removed - recreated, recreated, came, links - came, aliases)
