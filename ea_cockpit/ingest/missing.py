"""Facts a source used to report and no longer does: told and marked, and taken out only where that was asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ea_cockpit.graph.catalogue_values import Reader
from ea_cockpit.graph.kept import Kept, kept_facts
from ea_cockpit.graph.queries import load
from ea_cockpit.ingest.compare import Change, ChangeSet, changed_fields
from ea_cockpit.ingest.draft import Draft, Key
from ea_cockpit.ingest.problem import Place, Problem
from ea_cockpit.ingest.retire import retire
from ea_cockpit.ingest.source_problems import NotSeen, Retired, RowRemoved, StillReported
from ea_cockpit.ingest.sources import MISSING, SOURCES, Sources
from ea_cockpit.model.metamodel import Metamodel


@dataclass(frozen=True, slots=True)
class Gone:
    """One fact missing from a source: what the graph holds of it, and which source that is."""

    label: str
    fact: Kept
    source: str

    @property
    def marks(self) -> list[str]:
        """The sources known to miss it, each with the day it last named it."""
        return list(self.fact.properties.get(MISSING, ()))

    @property
    def still_in(self) -> list[str]:
        """The sources that still report it."""
        missing = {mark.partition("|")[0] for mark in self.marks} | {self.source}
        return [name for name in self.fact.properties.get(SOURCES, ()) if name not in missing]


def tell_missing(
    drafts: Iterable[Draft],
    covered: Mapping[str, Collection[str]],
    sources: Sources,
    metamodel: Metamodel,
    reader: Reader,
    changes: ChangeSet,
    *,
    take_out: bool,
) -> list[Problem]:
    """Mark what is missing from the sources of this import, or retire it; `changes` takes up both.

    `covered` names, for each source, the fact types it reports completely in this import.
    """
    gone = list(_gone(drafts, covered, sources, metamodel, reader))
    if not gone:
        return []
    seen = {row["source"]: row["at"] for row in reader.read(load("import/source_seen"), sources=sorted(covered))}
    files = {source: file for file, source in sources.by_file.items()}
    updated = {(label, c.after["id"]): c for label, listed in changes.updated.items() for c in listed}
    problems, leaving = list[Problem](), []
    for one in gone:
        leaves = take_out and not one.still_in
        problems.append(_problem(one, files[one.source], metamodel, seen, leaving=leaves))
        if leaves:
            leaving.append((metamodel[one.label], one.fact))
        elif all(mark.partition("|")[0] != one.source for mark in one.marks):
            _mark(one, seen, changes, updated)
    retire(leaving, metamodel, reader, changes)
    return problems


def tell_removed(
    removed: Mapping[str, Collection[Key]],
    metamodel: Metamodel,
    reader: Reader,
    changes: ChangeSet,
    *,
    take_out: bool,
) -> list[Problem]:
    """Tell, or retire, the facts whose rows were taken out of workbooks exported from here; `removed` goes by file."""
    problems, leaving = list[Problem](), []
    for file, keys in removed.items():
        for kind in metamodel:
            ids = sorted(id_ for label, id_ in keys if label == kind.label)
            for fact in sorted(kept_facts(reader, kind, ids) if ids else (), key=lambda fact: fact.id):
                values = {"fact": _named(fact), "type": kind.title}
                problems.append((Retired if take_out else RowRemoved)(Place(file), file, values))
                leaving.append((kind, fact))
    if take_out:
        retire(leaving, metamodel, reader, changes)
    return problems


def _gone(
    drafts: Iterable[Draft],
    covered: Mapping[str, Collection[str]],
    sources: Sources,
    metamodel: Metamodel,
    reader: Reader,
) -> Iterable[Gone]:
    labels = sorted({label for listed in covered.values() for label in listed})
    if not labels:
        return
    brought = reader.read(load("import/of_sources"), sources=sorted(covered), labels=labels)
    if not brought:
        return
    named: dict[tuple[str, str], set[str]] = {}
    for draft in drafts:
        if draft.file in sources.by_file:
            named.setdefault((sources.by_file[draft.file], draft.kind.label), set()).add(draft.id)
    for row in brought:
        if row["label"] not in covered[row["source"]]:
            continue
        lost = sorted(set(row["ids"]) - named.get((row["source"], row["label"]), set()))
        for fact in sorted(kept_facts(reader, metamodel[row["label"]], lost), key=lambda fact: fact.id):
            yield Gone(row["label"], fact, row["source"])


def _named(fact: Kept) -> str:
    name = fact.properties.get("name")
    return f"{fact.id} {name}" if name else fact.id


def _problem(one: Gone, file: str, metamodel: Metamodel, seen: Mapping[str, dt.datetime], *, leaving: bool) -> Problem:
    marked = next((mark.partition("|")[2] for mark in one.marks if mark.partition("|")[0] == one.source), "")
    day = dt.date.fromisoformat(marked) if marked else seen[one.source].date() if one.source in seen else None
    values: dict[str, Any] = {
        "fact": _named(one.fact),
        "type": metamodel[one.label].title,
        "day": f"{day:%d.%m.%Y}" if day else "?",
    }
    if leaving:
        return Retired(Place(file), one.source, values)
    if one.still_in:
        return StillReported(Place(file), one.source, {**values, "other": ", ".join(one.still_in)})
    return NotSeen(Place(file), one.source, values)


def _mark(one: Gone, seen: Mapping[str, dt.datetime], changes: ChangeSet, updated: dict[Key, Change]) -> None:
    day = seen[one.source].date().isoformat() if one.source in seen else ""
    before = one.fact.properties
    mark, key = f"{one.source}|{day}", (one.label, one.fact.id)
    if known := updated.get(key):
        # Another file of this very import speaks of it, or misses it too.
        known.after[MISSING] = sorted({*known.after.get(MISSING, ()), mark})
    else:
        after = {**before, MISSING: sorted([*one.marks, mark])}
        updated[key] = Change(None, before, after, changed_fields(before, after))
        changes.updated.setdefault(one.label, []).append(updated[key])
