"""Writes a change set and the record of its run, all in the transaction it is given."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ea_cockpit.graph import statements
from ea_cockpit.graph.history import Delta, Keeping, Touch
from ea_cockpit.graph.queries import load as query
from ea_cockpit.graph.store import Transaction
from ea_cockpit.ingest.compare import Change, ChangeSet, Pairs
from ea_cockpit.ingest.known import Properties
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.reader import Table

# Rows a statement: large enough that the way to the server does not count, small enough for its memory.
_BATCH = 5_000
_KEY_LENGTH = 16
Rows = dict[str, list[Properties]]
"""Properties of facts, by their label."""


@dataclass(frozen=True, slots=True)
class RunRecord:
    """What is kept about an import: who asked, by which profile, from which files, and its counts."""

    number: int
    by: str
    profile: str | None
    tables: Sequence[Table]
    counts: dict[str, Any]


def write_changes(
    changes: ChangeSet, metamodel: Metamodel, tables: Sequence[Table], run: int, tx: Transaction, keeping: Keeping
) -> None:
    """Unlink, retire, create, replace and link; what that changes is kept with the run.

    Every fact touched points to the run, the workbook, the sheet and the row.
    """
    workbooks = {table.file: workbook_key(table) for table in tables}
    created, replaced = (
        {label: [_row(change, run, workbooks) for change in listed] for label, listed in by_label.items()}
        for by_label in (changes.created, changes.updated)
    )
    delta = _delta(changes, created, replaced)
    gone = [[label, fact["id"]] for label, facts in changes.retired.items() for fact in facts]
    delta.readings = [[*row.values()] for row in tx.read(query("history/readings"), keys=gone)] if gone else []
    keeping.add(delta)
    write_links(changes.removed_links, {}, tx)
    for kind in metamodel:
        for batch in batches([fact["id"] for fact in changes.retired.get(kind.label, ())]):
            tx.write(statements.retire(kind), ids=batch)
        for statement, rows in ((statements.create, created), (statements.replace, replaced)):
            for batch in batches(rows.get(kind.label, ())):
                tx.write(statement(kind), rows=batch)
    write_links({}, changes.added_links, tx)


def _delta(changes: ChangeSet, created: Rows, replaced: Rows) -> Delta:
    delta = link_delta(changes.removed_links, changes.added_links)
    for label, facts in changes.retired.items():
        delta.facts.update(((label, fact["id"]), Touch(fact, None)) for fact in facts)
    for label, rows in created.items():
        delta.facts.update(((label, row["id"]), Touch(None, row)) for row in rows)
    for label, rows in replaced.items():
        for change, row in zip(changes.updated[label], rows, strict=True):
            delta.change((label, row["id"]), change.before or {}, row)
    return delta


def link_delta(removed: Pairs, added: Pairs) -> Delta:
    """Links that go and links that come, as a change to be kept."""
    delta = Delta()
    for pairs, comes in ((removed, False), (added, True)):
        for (link, target), listed in pairs.items():
            delta.link((link.source, link.name, target), listed, comes=comes)
    return delta


def write_links(removed: Pairs, added: Pairs, tx: Transaction) -> None:
    """Take away the links that are no longer named, then add the new ones."""
    for statement, pairs in ((statements.remove_links, removed), (statements.add_links, added)):
        for (link, target), listed in pairs.items():
            for batch in batches(listed):
                tx.write(statement(link, target), rows=batch)


def write_run(record: RunRecord, keeping: Keeping, tx: Transaction) -> None:
    """Keep the record of the run, and what it changed."""
    files = [{"key": workbook_key(t), "name": t.file, "sha256": t.sha256} for t in record.tables]
    tx.write(
        query("import/run"), run=record.number, at=dt.datetime.now(dt.UTC), by=record.by, files=files,
        profile=record.profile, counts=json.dumps(record.counts),
    )  # fmt: skip
    keeping.finish(record.number, tx)


def workbook_key(table: Table) -> str:
    """A short key of a workbook, from its content: the same file is one workbook however often it comes."""
    return table.sha256[:_KEY_LENGTH]


def _row(change: Change, run: int, workbooks: dict[str, str]) -> dict[str, Any]:
    draft = change.draft
    if draft is None:
        return change.after
    # Where a value comes from is part of the fact: an office can look it up and contest it.
    origin = {"_run": run, "_workbook": workbooks[draft.file], "_sheet": draft.sheet, "_row": draft.row}
    return {**change.after, **origin}


def batches(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Rows in portions of a size the server takes well."""
    return (rows[start : start + _BATCH] for start in range(0, len(rows), _BATCH))
