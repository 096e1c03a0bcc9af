"""Compares drafts with the graph: what is new, what changes, what stays, which links come and go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ea_cockpit.graph.statements import CUSTOM
from ea_cockpit.graph.store import as_property
from ea_cockpit.ingest.draft import Draft
from ea_cockpit.ingest.known import Known, Properties
from ea_cockpit.model.metamodel import FactType, Link, Metamodel

Pairs = dict[tuple[Link, str], list[tuple[str, str]]]

OPEN, OPEN_COUNT = "_open", "_open_count"


@dataclass(slots=True)
class Change:
    """One fact that changes: its draft, its properties before (None when it is new) and after.

    Without a draft the fact changes because of others (its partner leaves, its source no longer names it): where its
    values come from stays as it is.
    """

    draft: Draft | None
    before: Properties | None
    after: Properties
    fields: tuple[str, ...] = ()


@dataclass(slots=True)
class ChangeSet:
    """Everything an import would do to the graph; of what is retired, the properties it had.

    Of very large files only the first changes are listed; `unlisted` counts the other facts that change.
    """

    created: dict[str, list[Change]] = field(default_factory=dict)
    updated: dict[str, list[Change]] = field(default_factory=dict)
    retired: dict[str, list[Properties]] = field(default_factory=dict)
    unchanged: dict[str, int] = field(default_factory=dict)
    added_links: Pairs = field(default_factory=dict)
    removed_links: Pairs = field(default_factory=dict)
    unlisted: int = 0


def compare(drafts: Iterable[Draft], metamodel: Metamodel, known: Known) -> ChangeSet:
    """What must change so that the graph says what the drafts say."""
    by_kind: dict[str, list[Draft]] = {}
    for draft in drafts:
        by_kind.setdefault(draft.kind.label, []).append(draft)
    changes = ChangeSet()
    for kind in metamodel:
        if listed := by_kind.get(kind.label):
            _compare_kind(kind, listed, known, changes)
    return changes


def _compare_kind(kind: FactType, drafts: list[Draft], known: Known, changes: ChangeSet) -> None:
    touched = _compare_links(kind, drafts, known, changes)
    created, updated, unchanged = [], [], 0
    for draft in drafts:
        before = known.facts.get(draft.key)
        after = desired(draft, before)
        if before is None:
            created.append(Change(draft, None, after))
        elif fields := changed_fields(before, after):
            updated.append(Change(draft, before, after, fields))
        elif draft.id in touched:
            updated.append(Change(draft, before, after))
        else:
            unchanged += 1
    changes.unchanged[kind.label] = unchanged
    if created:
        changes.created[kind.label] = created
    if updated:
        changes.updated[kind.label] = updated


def desired(draft: Draft, before: Properties | None) -> Properties:
    """The fact's properties after the import: what the draft names, and what was there besides."""
    after = {key: value for key, value in before.items() if key not in (OPEN, OPEN_COUNT)} if before else {}
    after["id"] = draft.id
    for name, value in draft.values.items():
        # Most cells of a large inventory are empty.
        if value is not None or name in after:
            _set(after, name, value)
    for heading, text in draft.custom.items():
        _set(after, CUSTOM + heading, text)
    for name, value in draft.book.items():
        _set(after, name, value)
    kept = [text for text in before.get(OPEN, ()) if text.partition("=")[0] not in draft.refs] if before else []
    if still_open := [*kept, *draft.open]:
        after[OPEN], after[OPEN_COUNT] = still_open, len(still_open)
    return after


def _set(properties: Properties, name: str, value: Any) -> None:
    if value is None or value == ():
        properties.pop(name, None)
    else:
        properties[name] = as_property(value)


def changed_fields(before: Properties, after: Properties) -> tuple[str, ...]:
    """Names of the properties that differ."""
    if before == after:
        return ()
    names = [*before, *(name for name in after if name not in before)]
    return tuple(name for name in names if before.get(name) != after.get(name))


def _compare_links(kind: FactType, drafts: list[Draft], known: Known, changes: ChangeSet) -> set[str]:
    """Note the links that come and go; returns the ids of facts one of whose links does."""
    touched: set[str] = set()
    for link in kind.links:
        concerned = [draft for draft in drafts if link.name in draft.partners]
        if not concerned:
            continue
        for target in link.targets:
            added, removed = _differences(concerned, link, target, known.links.get((kind.label, link.name, target), {}))
            if added:
                changes.added_links[link, target] = added
            if removed:
                changes.removed_links[link, target] = removed
            touched.update(source for source, _ in (*added, *removed))
    return touched


def _differences(
    drafts: list[Draft], link: Link, target: str, before: dict[str, set[str]]
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    added, removed = [], []
    nothing: set[str] = set()
    for draft in drafts:
        partners, had = draft.partners[link.name], before.get(draft.id, nothing)
        if not partners and not had:
            continue
        wanted = [id_ for label, id_ in partners if label == target]
        added += [(draft.id, id_) for id_ in wanted if id_ not in had]
        if had:
            removed += [(draft.id, id_) for id_ in sorted(had.difference(wanted))]
    return added, removed
