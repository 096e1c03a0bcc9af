"""The facts the verdicts are about, read in two statements whatever verdicts there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ea_cockpit.analyses.analysis import Asked
from ea_cockpit.analyses.verdicts.verdict import Row, Verdict
from ea_cockpit.graph.queries import Query, load

_BESIDE: dict[str, tuple[str, ...]] = {
    "Application": ("status", "business_owner", "it_owner"), "Interface": ("status",), "DataStore": (),
    "OrganisationUnit": (),
}  # fmt: skip
_BESIDE_LINKS = ("OWNED_BY", "BELONGS_TO", "PROVIDES", "HOLDS", "OPERATED_BY")
"""What is read for any verdict: who answers for a fact, and who can be asked."""


def landscape(asked: Asked, query: Query, needed: Sequence[Verdict]) -> dict[str, list[Row]]:
    """All facts the verdicts read, by label, joined with each other."""
    fields = {label: set(names) for label, names in _BESIDE.items()}
    for verdict in needed:
        for label, names in verdict.reads.items():
            fields.setdefault(label, set()).update(names)
    asked_for = {label: sorted(names) for label, names in fields.items()}
    types = sorted({*_BESIDE_LINKS, *(one for verdict in needed for one in verdict.follows)})
    return _joined(asked, query, asked_for, types)


def _joined(asked: Asked, query: Query, fields: dict[str, list[str]], types: list[str]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    by_key: dict[int, Row] = {}
    for key, label, id_, name, values in asked.read(query, fields=fields)[0]["facts"]:
        row = Row(label, id_, name, dict(zip(fields[label], values, strict=True)))
        by_key[key] = row
        found[label].append(row)
    for line in asked.read(load("parts/open_questions_links"), types=types):
        kind = line["type"]
        for first, last in zip(line["starts"], line["ends"], strict=True):
            start, end = by_key.get(first), by_key.get(last)
            if start is not None and end is not None:
                start.forth.setdefault(kind, []).append(end)
                end.back.setdefault(kind, []).append(start)
    return found
