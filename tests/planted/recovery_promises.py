"""Promises: the analysis, the generator, and a count over the workbook agree."""

from __future__ import annotations

from typing import Any

import structure_count

from planted.book import Book

ANALYSIS = "recovery_promises"
Found = set[tuple[str, str, str, float, float]]
Span = tuple[float, float]
"""Hours at best and at worst."""
CLASSES = {"Basis": 72, "Standard": 24, "Hoch": 8, "Höchst": 2}


def from_result(rows: list[dict[str, Any]]) -> Found:
    return {(r["id"], r["measure"], r["verdict"], r["promised"], r["possible"] or 0) for r in rows}


def from_truth(truth: dict[str, Any]) -> Found:
    return {
        (r["id"], r["measure"], r["verdict"], r["promised"], r["possible"] if r["verdict"] == "broken" else 0)
        for r in truth["recovery_promises"]
    }


def from_workbook(book: Book) -> Found:
    needs = {(key, other) for key, row in book.of("Application").items() for other in row.get("depends_on", [])}
    needs |= {(whole, key) for key, row in book.of("Application").items() for whole in row.get("part_of", [])}
    shared = [row["held_by"] for row in book.of("DataStore").values() if len(row.get("held_by", [])) > 1]
    apart = {(one, other) for holders in shared for one in holders for other in holders}
    found = set()
    for measure, title, pairs in (("rto", "rto_hours", needs), ("rpo", "rpo_hours", needs | apart)):
        reached = structure_count.leads(pairs)
        for key, row in book.of("Application").items():
            if title not in row or row.get("status") in structure_count.OFF:
                continue
            below = reached.get(key, set()) - {key}
            times = [_span(book.of("Application")[one].get(title)) for one in below]
            if measure == "rto":
                times += [time for one in {key, *below} for time in _hosting(book, one)]
            known = max([low for low, _ in times], default=0)
            if known > row[title]:
                found.add((key, measure, "broken", row[title], known))
            elif any(high > row[title] for _, high in times):
                found.add((key, measure, "undecided", row[title], 0))
    return found


def _span(time: float | None) -> Span:
    return (0, float("inf")) if time is None else (time, time)


def _hosting(book: Book, app: str) -> list[Span]:
    """The times of an application's hostings and of its data stores', at best and at worst: of several the fastest."""
    rows = [book.of("Application")[app]]
    rows += [row for row in book.of("DataStore").values() if app in row.get("held_by", [])]
    stacks = [[_stack(book, host) for host in row["hosted_on"]] for row in rows if row.get("hosted_on")]
    return [(min(low for low, _ in hosts), min(high for _, high in hosts)) for hosts in stacks]


def _stack(book: Book, host: str) -> Span:
    """A host is up when it and all it stands in are."""
    row = book.of("Hosting")[host]
    spans = [
        _span(CLASSES.get(row.get("availability_class", ""))),
        *(_stack(book, one) for one in row.get("part_of", [])),
    ]
    return max(low for low, _ in spans), max(high for _, high in spans)
