"""Technologies by their status on the sample's day."""

from __future__ import annotations

from collections import Counter
from typing import Any

from lifecycle_book import below, in_operation, terms

from planted.book import Book

ANALYSIS = "technology_lifecycle"
PARAMS = {"day": "2026-06-30", "months": 12}
Found = set[tuple[str, str, int]]


def from_result(rows: list[dict[str, Any]]) -> Found:
    """Each technology with its status and how many applications stand on it."""
    return {(row["id"], row["status"], row["applications"]) for row in rows}


def from_truth(truth: dict[str, Any]) -> Found:
    """As the generator tells it of each."""
    told = truth["technology_support"]
    ended = {one["id"] for one in truth["end_of_life_technologies"]}
    # Those past the end the catalogue gives are all out of support; of those without dates some more are.
    assert ended < {one["id"] for one in told if one["status"] == "out_of_support"}
    return {(one["id"], one["status"], len(one["applications"])) for one in told}


def from_workbook(book: Book) -> Found:
    """Counted from the dates in the sheet and in the shipped file."""
    standing = [under for key, under in below(book).items() if in_operation(book.of("Application")[key])]
    count = Counter(one for under in standing for one in under)
    return {(key, status, count[key]) for key, (status, _, _) in terms(book).items()}
