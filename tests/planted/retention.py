"""Retention: stores without a readable period, with one too long, or that outlive their application."""

from __future__ import annotations

import datetime as dt
import math
import re
from typing import Any

from planted.book import Book, Row

ANALYSIS = "retention"
PARAMS = {"day": "2026-06-30"}
Finding = tuple[str, str]
_DAY = dt.date(2026, 6, 30)


def from_result(rows: list[dict[str, Any]]) -> set[Finding]:
    return {(row["fault"], row["id"]) for row in rows}


def from_truth(truth: dict[str, Any]) -> set[Finding]:
    return {(entry["fault"], entry["id"]) for entry in truth["retention_faults"]}


def from_workbook(book: Book) -> set[Finding]:
    found = set[Finding]()
    apps = book.of("Application")
    for key, store in book.of("DataStore").items():
        holders = [apps[app] for app in store.get("held_by", ())]
        if holders and all(a.get("status") == "Ausser Betrieb" or a.get("end_of_life", _DAY) < _DAY for a in holders):
            found.add(("outlives", key))
        if store.get("personal_data") == "Keine":
            continue
        if not store.get("retention"):
            found.add(("no_period", key))
        elif (years := _years(store)) is None:
            found.add(("unreadable", key))
        else:
            limit = 10 if store["personal_data"] == "Besonders schützenswert" else 20
            if years > limit and store["kind"] not in ("Archiv", "Register"):
                found.add(("too_long", key))
            if any(years > kept for thing in store.get("contains", ()) for kept in _kept(book, thing, store)):
                found.add(("longer_than_leader", key))
    return found


def _years(store: Row) -> float | None:
    number = re.match(r"(\d+) Jahre?\b", str(store.get("retention", "")))
    return float(number[1]) if number else math.inf if store.get("retention") == "dauernd" else None


def _kept(book: Book, thing: str, store: Row) -> list[float]:
    leader = book.of("DataObject")[thing].get("leading_system", [])
    own = [s for s in book.of("DataStore").values() if thing in s.get("contains", ()) and s.get("held_by") == leader]
    years = [_years(s) for s in own]
    return (
        [] if not own or store.get("held_by") == leader or None in years else [max(y for y in years if y is not None)]
    )
