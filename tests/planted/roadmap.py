"""Events of three years, and which of them another date contradicts."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lifecycle_book import DAY, below, terms

from planted.book import Book, Row

ANALYSIS = "roadmap"
PARAMS = {"day": "2026-06-30", "months": 36}
Found = set[tuple[str, str, str, str, bool]]
_LAST = dt.date(2029, 6, 30)


def from_result(rows: list[dict[str, Any]]) -> Found:
    """Each event."""
    return {(row["label"], row["id"], row["kind"], row["day"], row["contradiction"] is not None) for row in rows}


def from_truth(truth: dict[str, Any]) -> Found:
    """As the generator tells it."""
    told = truth["roadmap_events"]
    return {(one["type"], one["id"], one["event"], one["day"], one["contradicts"]) for one in told}


def from_workbook(book: Book) -> Found:
    """Read from the sheets."""
    standing, under, found = terms(book), below(book), set()

    def add(label: str, key: str, kind: str, day: dt.date | None, wrong: bool = False) -> None:
        if day and DAY <= day <= _LAST:
            found.add((label, key, kind, day.isoformat(), wrong))

    for key, row in book.of("Application").items():
        end = row.get("end_of_life")
        first = min((standing[one][2] for one in under[key] if standing[one][2]), default=None)
        late = end is not None and (_late(book, row, end) or bool(first and first < end))
        add("Application", key, "end_of_life", end, late)
        add(
            "Application",
            key,
            "contract_end",
            row.get("contract_end"),
            bool(end and row.get("contract_end", end) < end),
        )
        for kind in ("productive_since", "phase_out_from"):
            add("Application", key, kind, row.get(kind), bool(end and row.get(kind, end) > end))
    for key, row in book.of("Initiative").items():
        if row.get("status") not in ("Abgeschlossen", "Abgebrochen"):
            add("Initiative", key, "start", row.get("start"))
            add("Initiative", key, "end", row.get("end"))
    for key, row in book.of("Standard").items():
        add("Standard", key, "valid_until", row.get("valid_until"))
    for key, (_, support, end) in standing.items():
        add("Technology", key, "support_ends", None if support == end else support)
        add("Technology", key, "technology_ends", end)
    return found


def _late(book: Book, row: Row, end: dt.date) -> bool:
    """Whether the successor is not there when the application ends."""
    after = [book.of("Application")[one] for one in row.get("succeeded_by", ())]
    if not after:
        return False
    if after[0].get("status") == "Ausser Betrieb" or after[0].get("end_of_life", dt.date.max) <= end:
        return True
    live = after[0].get("productive_since")
    return bool(live > end) if live else after[0].get("status") in ("Geplant", "In Einführung")
