"""Applications by the worst they stand on: out of support, ending, or with something that is not known."""

from __future__ import annotations

from typing import Any

from lifecycle_book import below, in_operation, terms

from planted.book import Book

ANALYSIS = "obsolescence"
PARAMS = {"day": "2026-06-30", "months": 12}
Found = set[tuple[str, str]]


def from_result(rows: list[dict[str, Any]]) -> Found:
    """Applications that are out or ending; fine only where nothing is unknown."""
    assert all(row["unclear"] is None for row in rows if row["status"] in ("fine", "security_only"))
    return {(row["id"], row["status"]) for row in rows if row["status"] in ("out_of_support", "ending")}


def from_truth(truth: dict[str, Any]) -> Found:
    """By the technologies' standing; what the catalogue alone calls ended must all be among them."""
    by_status: dict[str, set[str]] = {}
    for one in truth["technology_support"]:
        by_status.setdefault(one["status"], set()).update(one["applications"])
    out = by_status["out_of_support"]
    assert {app for one in truth["end_of_life_technologies"] for app in (*one["direct"], *one["through"])} <= out
    return {(app, "out_of_support") for app in out} | {(app, "ending") for app in by_status["ending"] - out}


def from_workbook(book: Book) -> Found:
    """Walked down in the sheets."""
    standing = terms(book)
    told: Found = set()
    for key, under in below(book).items():
        if in_operation(book.of("Application")[key]):
            found = {standing[one][0] for one in under}
            worst = next((status for status in ("out_of_support", "ending") if status in found), None)
            told |= {(key, worst)} if worst else set()
    return told
