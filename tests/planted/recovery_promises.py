"""Promises: the analysis, the generator, and a count over the workbook agree."""

from __future__ import annotations

from typing import Any

import structure_count

from planted.book import Book

ANALYSIS = "recovery_promises"
Found = set[tuple[str, str, str, float, float]]
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
            times = [book.of("Application")[one].get(title) for one in below]
            if measure == "rto":
                times += [time for one in {key, *below} for time in _hosting(book, one)]
            known = max([time for time in times if time is not None], default=0)
            if known > row[title]:
                found.add((key, measure, "broken", row[title], known))
            elif None in times:
                found.add((key, measure, "undecided", row[title], 0))
    return found


def _hosting(book: Book, app: str) -> list[float | None]:
    """The times of an application's hostings and of its data stores': of several the fastest, where all are known."""
    rows = [book.of("Application")[app]]
    rows += [row for row in book.of("DataStore").values() if app in row.get("held_by", [])]
    times: list[float | None] = []
    for row in rows:
        stacks = [_stack(book, host) for host in row.get("hosted_on", [])]
        if stacks:
            low = min(max([time for time in stack if time is not None], default=0) for stack in stacks)
            whole = [max(time for time in stack if time is not None) for stack in stacks if None not in stack]
            times.append(low)
            if not whole or min(whole) > low:
                times.append(min(whole) if whole and min(whole) == low else None)
    return times


def _stack(book: Book, host: str) -> list[float | None]:
    row = book.of("Hosting")[host]
    above = [time for one in row.get("part_of", []) for time in _stack(book, one)]
    return [CLASSES.get(row.get("availability_class", "")), *above]
