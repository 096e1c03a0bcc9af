"""What is shared: the analysis, the generator, and a count over the workbook agree."""

from __future__ import annotations

from typing import Any

import structure_count

from planted.book import Book

ANALYSIS = "failure_domains"
Found = set[tuple[str, str, int, int]]


def from_result(rows: list[dict[str, Any]]) -> Found:
    return {(row["kind"], row["id"] or row["name"], row["applications"], row["critical"]) for row in rows}


def from_truth(truth: dict[str, Any]) -> Found:
    found = truth["failure_domains"]
    return {(one["kind"], one["what"], len(one["applications"]), one["critical"]) for one in found}


def from_workbook(book: Book) -> Found:
    members: set[tuple[str, str, str]] = set()
    for app, row in book.of("Application").items():
        members |= {("supplier", one, app) for one in row.get("supplied_by", [])}
        members |= {(field, row[field], app) for field in ("business_owner", "it_owner") if field in row}
        rows = [row, *(store for store in book.of("DataStore").values() if app in store.get("held_by", []))]
        for host in {host for one in rows for host in one.get("hosted_on", [])}:
            members |= {(kind, what, app) for kind, what in _stack(book, host)}
    counts: dict[tuple[str, str], list[str]] = {}
    for kind, what, app in members:
        counts.setdefault((kind, what), []).append(app)
    grave = {key for key, row in book.of("Application").items() if row.get("criticality") in structure_count.GRAVE}
    return {(*key, len(apps), len(grave & set(apps))) for key, apps in counts.items() if len(apps) >= 10}


def _stack(book: Book, host: str) -> set[tuple[str, str]]:
    found, operator, row = set(), None, book.of("Hosting")[host]
    while True:
        operator = operator or row.get("operated_by")
        if "part_of" not in row:
            found.add(("data_centre", row["id"]))
            return found | ({("operator", operator[0])} if operator else set())
        found.add(("host", row["id"]))
        row = book.of("Hosting")[row["part_of"][0]]
