"""Takes facts out of the catalogue; what named them keeps the reference, as an open one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ea_cockpit.graph.catalogue_values import Reader
from ea_cockpit.graph.kept import Kept, kept_facts
from ea_cockpit.graph.queries import load
from ea_cockpit.ingest.compare import OPEN, OPEN_COUNT, Change, ChangeSet, changed_fields
from ea_cockpit.ingest.draft import Key
from ea_cockpit.model.metamodel import FactType, Link, Metamodel


def retire(leaving: Sequence[tuple[FactType, Kept]], metamodel: Metamodel, reader: Reader, changes: ChangeSet) -> None:
    """Add to the changes: these facts go, their links go, references to them become open."""
    gone = {(kind.label, fact.id) for kind, fact in leaving}
    for kind, fact in leaving:
        changes.retired.setdefault(kind.label, []).append(fact.properties)
    orphaned = _without_new_links(changes, gone)
    for link, target, source, partner in _links(leaving, metamodel, reader):
        listed = changes.removed_links.setdefault((link, target), [])
        if (source, partner) not in listed:
            listed.append((source, partner))
        if (link.source, source) not in gone:
            orphaned.setdefault((link.source, source), []).append(f"{link.name}={partner}")
    _keep_open(orphaned, metamodel, reader, changes)


def _without_new_links(changes: ChangeSet, gone: set[Key]) -> dict[Key, list[str]]:
    """Take back links this very import would make to what goes; returns what named it, with the open references."""
    orphaned: dict[Key, list[str]] = {}
    for (link, target), listed in changes.added_links.items():
        lost = [pair for pair in listed if (target, pair[1]) in gone]
        for source, partner in lost:
            orphaned.setdefault((link.source, source), []).append(f"{link.name}={partner}")
        if lost:
            listed[:] = [pair for pair in listed if (target, pair[1]) not in gone]
    return orphaned


def _links(
    leaving: Sequence[tuple[FactType, Kept]], metamodel: Metamodel, reader: Reader
) -> Iterable[tuple[Link, str, str, str]]:
    """All declared links of these facts, from either side: link, partner's label, source's id, partner's id."""
    ends: dict[tuple[str, str, str], tuple[Link, str]] = {}
    for link in metamodel.links:
        for target in link.targets:
            start, end = (target, link.source) if link.incoming else (link.source, target)
            ends[start, link.relationship, end] = (link, target)
    by_label: dict[str, list[str]] = {}
    for kind, fact in leaving:
        by_label.setdefault(kind.label, []).append(fact.id)
    for label, ids in by_label.items():
        for row in reader.read(load("import/links_of"), label=label, ids=ids):
            found = ends.get((row["start_label"], row["relationship"], row["end_label"]))
            if found:
                link, target = found
                source, partner = (row["end"], row["start"]) if link.incoming else (row["start"], row["end"])
                yield link, target, source, partner


def _keep_open(orphaned: dict[Key, list[str]], metamodel: Metamodel, reader: Reader, changes: ChangeSet) -> None:
    changed: dict[Key, Change] = {
        (label, str(change.after["id"])): change
        for listed in (changes.created, changes.updated)
        for label, of_label in listed.items()
        for change in of_label
    }
    by_label: dict[str, list[str]] = {}
    for label, id_ in orphaned:
        if (label, id_) not in changed:
            by_label.setdefault(label, []).append(id_)
    for label, ids in by_label.items():
        for fact in kept_facts(reader, metamodel[label], ids):
            change = Change(None, fact.properties, dict(fact.properties))
            changed[label, fact.id] = change
            changes.updated.setdefault(label, []).append(change)
    for key, texts in orphaned.items():
        after: dict[str, Any] = changed[key].after
        after[OPEN] = sorted({*after.get(OPEN, ()), *texts})
        after[OPEN_COUNT] = len(after[OPEN])
        if (before := changed[key].before) is not None:
            changed[key].fields = changed_fields(before, after)
