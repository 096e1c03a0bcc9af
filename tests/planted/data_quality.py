"""Data quality: how often each field is filled, and how many confirmations are stale."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

from planted.book import Book

ANALYSIS = "data_quality"
PARAMS = {"day": "2026-06-30"}
Count = tuple[str, str, int, int]
_LIMIT = dt.date(2025, 6, 30)


def from_result(rows: list[dict[str, Any]]) -> set[Count]:
    found = {(row["label"], row["field"], row["filled"], row["entries"]) for row in rows if row["filled"]}
    return found | {(row["label"], "stale", row["stale"], row["entries"]) for row in rows}


def from_truth(truth: dict[str, Any]) -> set[Count]:
    return {(entry["type"], entry["field"], entry["filled"], entry["of"]) for entry in truth["data_quality"]}


def from_workbook(book: Book) -> set[Count]:
    found = set[Count]()
    for label, rows in book.rows.items():
        # A heading of the office's own begins with a capital, a field does not.
        count = Counter(field for row in rows.values() for field in row if field.islower())
        stale = sum(row.get("confirmed_on", dt.date.min) < _LIMIT for row in rows.values())
        wanted = {field: n for field, n in count.items() if field not in ("id", "aliases")} | {"stale": stale}
        found |= {(label, field, n, len(rows)) for field, n in wanted.items() if rows}
    return found
