"""The facts the verdicts are about: each type is read once, and all links once, whatever verdicts there are."""

from __future__ import annotations

from collections.abc import Sequence

from ea_cockpit.analyses.analysis import Asked
from ea_cockpit.analyses.verdicts.verdict import Row, Verdict
from ea_cockpit.graph import fact_sets
from ea_cockpit.graph.queries import Query

_RUNS = ("Application", "Interface")
"""Facts that are asked about only while they are in operation."""


def landscape(asked: Asked, links: Query, needed: Sequence[Verdict]) -> dict[str, list[Row]]:
    """All facts the verdicts read, by label and in the order of their ids, joined with each other."""
    fields: dict[str, set[str]] = {label: {"status"} for label in _RUNS}
    for verdict in needed:
        for label, names in verdict.reads.items():
            fields.setdefault(label, set()).update(names)
    found = {label: _rows(asked, label, sorted(names)) for label, names in fields.items()}
    _join(asked, links, {row.key: row for rows in found.values() for row in rows})
    return found


def _rows(asked: Asked, label: str, names: Sequence[str]) -> list[Row]:
    keys, ids, columns = fact_sets.values(asked.reader, label, names)
    # A type of which only links are asked has no columns.
    held = zip(*columns, strict=True) if columns else [()] * len(keys)
    return [
        Row(key, label, id_, dict(zip(names, values, strict=True)))
        for key, id_, values in zip(keys, ids, held, strict=True)
    ]


def _join(asked: Asked, links: Query, rows: dict[int, Row]) -> None:
    # Whether there is a partner is known even where nothing is read of it.
    unread = Row(-1, "", "", {})
    for line in asked.read(links):
        kind = line["relationship"]
        for first, last in zip(line["starts"], line["ends"], strict=True):
            start = rows.get(first)
            if start is not None:
                start.links.setdefault(kind, []).append(rows.get(last, unread))
