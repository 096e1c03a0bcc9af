"""Circles: the analysis, the generator, and a count over the workbook agree."""

from __future__ import annotations

from typing import Any

import structure_count

from planted.book import Book

ANALYSIS = "cycles"
Found = set[tuple[str, int, int]]


def from_result(rows: list[dict[str, Any]]) -> Found:
    return {(row["kind"], row["size"], row["offices"]) for row in rows}


def from_truth(truth: dict[str, Any]) -> Found:
    return {(one["kind"], len(one["members"]), len(one["offices"])) for one in truth["cycles"]}


def from_workbook(book: Book) -> Found:
    needs = {(key, other) for key, row in book.of("Application").items() for other in row.get("depends_on", [])}
    flows = {
        (giver, taker)
        for row in structure_count.flows(book).values()
        for giver in structure_count.systems(book, row.get("provided_by", []))
        for taker in structure_count.systems(book, row.get("consumed_by", []))
        if giver != taker
    }
    found = set()
    for kind, pairs in (("dependency", needs), ("flow", flows)):
        reached = structure_count.leads(pairs)
        rings = {frozenset(b for b in reached[a] if a in reached.get(b, ())) for a in list(reached) if a in reached[a]}
        found |= {(kind, len(ring), len(structure_count.offices(book, set(ring)))) for ring in rings}
    return found
