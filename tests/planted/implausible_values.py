"""Implausible values: which applications break which rule."""

from __future__ import annotations

import datetime as dt
from typing import Any

from planted.book import Book

ANALYSIS = "implausible_values"
PARAMS = {"day": "2026-06-30"}
Finding = tuple[str, str]
_DAY = dt.date(2026, 6, 30)
_DAYS = (
    ("end-before-start", "end_of_life", "productive_since"),
    ("phase-out-after-end", "end_of_life", "phase_out_from"),
    ("phase-out-before-start", "phase_out_from", "productive_since"),
    ("contract-ends-before-start", "contract_end", "productive_since"),
)


def from_result(rows: list[dict[str, Any]]) -> set[Finding]:
    return {(row["rule"], row["id"]) for row in rows}


def from_truth(truth: dict[str, Any]) -> set[Finding]:
    return {(entry["rule"], entry["id"]) for entry in truth["implausible_values"]}


def from_workbook(book: Book) -> set[Finding]:
    found = set[Finding]()
    for key, row in book.of("Application").items():
        found |= {(rule, key) for rule, one, other in _DAYS if one in row and other in row and row[one] < row[other]}
        start, end, status = row.get("productive_since", _DAY), row.get("end_of_life", _DAY), row.get("status")
        said = {
            "planned-but-started": status == "Geplant" and start < _DAY,
            "productive-in-future": status == "Produktiv" and start > _DAY,
            "productive-after-end": status == "Produktiv" and end < _DAY,
            "retired-but-ends-later": status == "Ausser Betrieb" and end > _DAY,
            "retired-with-users": status == "Ausser Betrieb" and row.get("users", 0) > 0,
            "retired-with-cost": status == "Ausser Betrieb" and row.get("run_cost", 0) > 0,
            "no-cost-many-users": row.get("run_cost", 1) == 0 and row.get("users", 0) > 1000,
            "rpo-over-rto": row.get("rpo_hours", 0) > row.get("rto_hours", float("inf")),
            "notice-too-long": row.get("notice_months", 0) > 36,
        }
        found |= {(rule, key) for rule, broken in said.items() if broken}
    return found
