"""The four Rs: the verdicts still possible."""

from __future__ import annotations

from typing import Any

from planted.book import Book

ANALYSIS = "application_review"
Finding = tuple[str, tuple[str, ...]]


def from_result(rows: list[dict[str, Any]]) -> set[Finding]:
    return {(row["id"], tuple(sorted(row["possible"] or [row["verdict"]]))) for row in rows}


def from_truth(truth: dict[str, Any]) -> set[Finding]:
    return {(entry["id"], tuple(entry["possible"])) for entry in truth["four_rs"]}


def from_workbook(book: Book) -> set[Finding]:
    found = set[Finding]()
    for key, row in book.of("Application").items():
        if row.get("status") in ("Geplant", "Ausser Betrieb"):
            continue
        least = sum(row.get(name, 1) for name in ("business_value", "functional_fit"))
        most = sum(row.get(name, 5) for name in ("business_value", "functional_fit"))
        technology = row.get("technical_fit")
        high, low, good, poor = most >= 7, least < 7, technology not in {1, 2}, (technology or 1) < 3
        pairs = {"reward": high and good, "refresh": high and poor, "review": low and good, "remove": low and poor}
        found.add((key, tuple(sorted(name for name, holds in pairs.items() if holds))))
    return found
