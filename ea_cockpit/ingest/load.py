"""Writes a change set and the record of its run, all in the transaction it is given."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ea_cockpit.graph import statements
from ea_cockpit.graph.queries import load as query
from ea_cockpit.graph.store import Transaction
from ea_cockpit.ingest.compare import Change, ChangeSet, Pairs
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.reader import Table

# Rows a statement: large enough that the way to the server does not count, small enough for its memory.
_BATCH = 5_000
_KEY_LENGTH = 16


@dataclass(frozen=True, slots=True)
class RunRecord:
    """What is kept about an import: who asked, by which profile, from which files, and its counts."""

    number: int
    by: str
    profile: str | None
    tables: Sequence[Table]
    counts: dict[str, Any]


def write_changes(changes: ChangeSet, metamodel: Metamodel, tables: Sequence[Table], run: int, tx: Transaction) -> None:
    """Create, replace, unlink and link; every fact touched points to the run, the workbook, the sheet and the row."""
    workbooks = {table.file: workbook_key(table) for table in tables}
    for kind in metamodel:
        for statement, listed in ((statements.create, changes.created), (statements.replace, changes.updated)):
            rows = [_row(change, run, workbooks) for change in listed.get(kind.label, ())]
            for batch in batches(rows):
                tx.write(statement(kind), rows=batch)
    write_links(changes.removed_links, changes.added_links, tx)


def write_links(removed: Pairs, added: Pairs, tx: Transaction) -> None:
    """Take away the links that are no longer named, then add the new ones."""
    for statement, pairs in ((statements.remove_links, removed), (statements.add_links, added)):
        for (link, target), listed in pairs.items():
            for batch in batches(listed):
                tx.write(statement(link, target), rows=batch)


def write_run(record: RunRecord, tx: Transaction) -> None:
    """Keep the record of the run."""
    files = [{"key": workbook_key(t), "name": t.file, "sha256": t.sha256} for t in record.tables]
    tx.write(
        query("import/run"), run=record.number, at=dt.datetime.now(dt.UTC), by=record.by, files=files,
        profile=record.profile, counts=json.dumps(record.counts),
    )  # fmt: skip


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
