"""The facts the verdicts are about, read in two statements whatever verdicts there are."""

from __future__ import annotations

from collections.abc import Sequence

from ea_cockpit.analyses.analysis import Asked
from ea_cockpit.analyses.verdicts.verdict import Row, Verdict
from ea_cockpit.graph.queries import Query, load

_RUNS = ("Application", "Interface")
"""Facts that are asked about only while they are in operation."""


def landscape(asked: Asked, query: Query, needed: Sequence[Verdict]) -> dict[str, list[Row]]:
    """All facts the verdicts read, by label and in the order of their ids, joined with each other."""
    fields: dict[str, set[str]] = {label: {"status"} for label in _RUNS}
    for verdict in needed:
        for label, names in verdict.reads.items():
            fields.setdefault(label, set()).update(names)
    rows = _rows(asked, query, {label: sorted(names) for label, names in fields.items()})
    _join(asked, rows, sorted({one for verdict in needed for one in verdict.follows}))
    found: dict[str, list[Row]] = {}
    for row in rows.values():
        found.setdefault(row.label, []).append(row)
    return found


def _rows(asked: Asked, query: Query, fields: dict[str, list[str]]) -> dict[int, Row]:
    rows = {}
    for label, keys, ids, values in asked.read(query, fields=fields)[0]["facts"]:
        names = ["", *fields[label]]
        for key, id_, listed in zip(keys, ids, values, strict=True):
            rows[key] = Row(key, label, id_, dict(zip(names, listed, strict=True)))
    return rows


def _join(asked: Asked, rows: dict[int, Row], types: list[str]) -> None:
    # Whether there is a partner is known even where nothing is read of it.
    unread = Row(-1, "", "", {})
    for line in asked.read(load("parts/open_questions_links"), types=types):
        kind = line["type"]
        for first, last in zip(line["starts"], line["ends"], strict=True):
            start = rows.get(first)
            if start is not None:
                start.links.setdefault(kind, []).append(rows.get(last, unread))
