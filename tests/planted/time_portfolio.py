"""TIME: the quadrants still possible, and where the recorded decision contradicts."""

from __future__ import annotations

from typing import Any

from planted.book import Book

ANALYSIS = "time_portfolio"
Finding = tuple[str, tuple[str, ...], bool]
_DECISIONS = {"Tolerieren": "tolerate", "Investieren": "invest", "Migrieren": "migrate", "Eliminieren": "eliminate"}


def from_result(rows: list[dict[str, Any]]) -> set[Finding]:
    return {
        (row["id"], tuple(sorted(row["possible"] or [row["quadrant"]])), row["agreement"] == "contradicts")
        for row in rows
    }


def from_truth(truth: dict[str, Any]) -> set[Finding]:
    return {(entry["id"], tuple(entry["possible"]), entry["contradicts"]) for entry in truth["time_quadrants"]}


def from_workbook(book: Book) -> set[Finding]:
    found = set[Finding]()
    for key, row in book.of("Application").items():
        if row.get("status") in ("Geplant", "Ausser Betrieb"):
            continue
        fits = [row.get(name) for name in ("functional_fit", "technical_fit")]
        values = _reached([row.get("business_value")], 4)
        quadrants = {
            {"hh": "invest", "hl": "migrate", "lh": "tolerate", "ll": "eliminate"}[value + fit]
            for value in values
            for fit in _reached(fits, 3)
        }
        decision = _DECISIONS.get(str(row.get("decision")))
        found.add((key, tuple(sorted(quadrants)), decision is not None and decision not in quadrants))
    return found


def _reached(marks: list[int | None], limit: float) -> str:
    """High, low, or both, by the worst and the best mean the marks allow."""
    best = sum(5 if mark is None else mark for mark in marks) / len(marks)
    worst = sum(1 if mark is None else mark for mark in marks) / len(marks)
    return ("h" if best >= limit else "") + ("l" if worst < limit else "")
