"""Cost by capability: what is known, and how many answers stand behind it."""

from __future__ import annotations

from typing import Any

from planted.book import Book

ANALYSIS = "cost"
PARAMS = {"by": "capability"}
Finding = tuple[str, int, int, int]
# Sums of fractions are compared as whole francs; no split of a franc falls on this border.


def from_result(rows: list[dict[str, Any]]) -> set[Finding]:
    return {
        (row["id"] or "", int(row["total"]["from"] + 0.3), row["total"]["answered"], row["total"]["asked"])
        for row in rows
    }


def from_truth(truth: dict[str, Any]) -> set[Finding]:
    return {
        (entry["id"], int(entry["known"] + 0.3), entry["answered"], entry["asked"])
        for entry in truth["capability_costs"]
    }


def from_workbook(book: Book) -> set[Finding]:
    running = [row for row in book.of("Application").values() if row.get("status") not in ("Geplant", "Ausser Betrieb")]
    found = set[Finding]()
    for key in ["", *book.of("BusinessCapability")]:
        mine = [row for row in running if (key in row["supports"] if row.get("supports") else not key)]
        costs = [
            (row.get(field), len(row.get("supports", [""]))) for row in mine for field in ("run_cost", "licence_cost")
        ]
        known = [cost / parts for cost, parts in costs if cost is not None]
        if mine:
            found.add((key, int(sum(known) + 0.3), len(known), len(costs)))
    return found
