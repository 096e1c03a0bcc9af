"""What takes down many: the analysis, the generator's walk, and a count over the workbook agree."""

from __future__ import annotations

from typing import Any

from planted.book import Book

ANALYSIS = "single_points_of_failure"
Found = set[tuple[str, str, int]]


def from_result(rows: list[dict[str, Any]]) -> Found:
    return {(row["label"], row["id"], row["applications"]) for row in rows if not row["together_with"]}


def from_truth(truth: dict[str, Any]) -> Found:
    found = truth["single_points_of_failure"]
    return {(one["type"], one["id"], len(one["fails"].get("Application", []))) for one in found}


def from_workbook(book: Book) -> Found:
    found = set()
    for label in ("Hosting", "DataStore", "Application"):
        for start in book.of(label):
            count = len({key for key in _fails(book, start) if key in book.of("Application")} - {start})
            if count >= 10:
                found.add((label, start, count))
    return found


def _fails(book: Book, start: str) -> set[str]:
    """Goes over all rows again and again until no more fail."""
    down, before = {start}, 0
    while len(down) > before:
        before = len(down)
        down |= {key for key, row in book.of("Hosting").items() if down & set(row.get("part_of", []))}
        for label in ("Application", "DataStore"):
            hosted = {key: set(row["hosted_on"]) for key, row in book.of(label).items() if "hosted_on" in row}
            down |= {key for key, hosts in hosted.items() if hosts <= down}
        for key, row in book.of("DataStore").items():
            down |= set(row.get("held_by", [])) if key in down else set()
        for key, row in book.of("Application").items():
            down |= {key} if down & set(row.get("depends_on", [])) else set()
            down |= set(row.get("part_of", [])) if key in down else set()
    return down
