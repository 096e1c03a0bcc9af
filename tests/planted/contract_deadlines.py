"""Contracts with their state and the last day to give notice."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Any

from lifecycle_book import DAY

from planted.book import Book

ANALYSIS = "contract_deadlines"
PARAMS = {"day": "2026-06-30", "months": 12}
Found = set[tuple[str, str, str | None]]


def from_result(rows: list[dict[str, Any]]) -> Found:
    """Each contract told."""
    return {(row["id"], row["deadline"], row["notice_by"]) for row in rows}


def from_truth(truth: dict[str, Any]) -> Found:
    """As the generator tells it."""
    return {(one["id"], one["state"], one["notice_by"]) for one in truth["contract_deadlines"]}


def from_workbook(book: Book) -> Found:
    """Reckoned from the sheet; contracts in it end with a year, so the notice falls on the end of a month."""
    found: Found = set()
    for key, row in book.of("Application").items():
        end, months, retired = row.get("contract_end"), row.get("notice_months"), row.get("status") == "Ausser Betrieb"
        by = None
        if end and months is not None:
            assert (end.month, end.day) == (12, 31)
            year, month = divmod(end.year * 12 + 11 - months, 12)
            by = dt.date(year, month + 1, calendar.monthrange(year, month + 1)[1])
        told = by.isoformat() if by else None
        if end is None or end < DAY:
            named = "supplied_by" in row or "notice_months" in row or end
            found |= {(key, "expired" if end else "no_end", told)} if named and not retired else set()
        elif by is None:
            found |= {(key, "unknown", None)} if end <= dt.date(2028, 6, 30) else set()
        elif by <= dt.date(2027, 6, 30):
            found.add((key, "missed" if by < DAY else "due", told))
    return found
