"""Conflicts of initiatives: kind, who, with whom, about what."""

from __future__ import annotations

import datetime as dt
from itertools import product
from typing import Any

from planted.book import Book, Row

ANALYSIS = "initiative_conflicts"
DAY = dt.date(2026, 6, 30)
PARAMS = {"day": DAY}
Finding = tuple[str, str, str, tuple[str, ...]]
_OVER = ("Abgeschlossen", "Abgebrochen")
_NEVER, _EVER = dt.date.min, dt.date.max


def from_result(rows: list[dict[str, Any]]) -> set[Finding]:
    return {(row["kind"], row["id"], row["partner"] or "", tuple(sorted(row["over"]))) for row in rows}


def from_truth(truth: dict[str, Any]) -> set[Finding]:
    return {(e["kind"], e["id"], e["partner"], tuple(e["over"])) for e in truth["initiative_conflicts"]}


def from_workbook(book: Book) -> set[Finding]:
    plans = {key: row for key, row in book.of("Initiative").items() if row.get("status") not in _OVER}
    apps = {key: {a for a in row.get("affects", ()) if a in book.of("Application")} for key, row in plans.items()}
    found: dict[tuple[str, str, str], set[str]] = {}

    def note(kind: str, key: str, partner: str, over: str) -> None:
        found.setdefault((kind, key, partner), set()).add(over)

    for key, partner in product(plans, plans):
        one, other = plans[key], plans[partner]
        overlap = one.get("start", _NEVER) <= _until(other) and other.get("start", _NEVER) <= _until(one)
        for app in apps[key]:
            end = book.of("Application")[app].get("end_of_life", _EVER)
            over = end < max(_until(one), _until(other)) and end != _EVER
            over |= key != partner and book.of("Application")[app].get("decision") == "Eliminieren"
            if key < partner and app in apps[partner]:
                if over or overlap:
                    note("ending_application" if over else "same_application", key, partner, app)
            elif key == partner and over and sum(app in listed for listed in apps.values()) == 1:
                note("ending_application", key, "", app)
            for below in _needs(book, app) & apps[partner] - apps[key]:
                if overlap:
                    note("application_beneath", key, partner, below)
    whole = {(*key, tuple(sorted(over))) for key, over in found.items()}
    return whole | {one for key, row in plans.items() for one in (*_waits(book, key, row), *_new(book, key, row))}


def _until(row: Row) -> dt.date:
    end = row.get("end")
    return end if end and end >= DAY else _EVER


def _needs(book: Book, app: str) -> set[str]:
    flows = [book.of("Interface")[key] for key in book.named_by("Interface", "consumed_by").get(app, ())]
    given = {f["provided_by"][0] for f in flows if f.get("status") not in ("Geplant", "Ausser Betrieb")}
    return given | set(book.of("Application")[app].get("depends_on", ()))


def _waits(book: Book, key: str, row: Row) -> set[Finding]:
    found = set[Finding]()
    for partner in row.get("depends_on", ()):
        other = book.of("Initiative")[partner]
        if other.get("status") in ("Sistiert", "Abgebrochen"):
            found.add(("halted_prerequisite", key, partner, ()))
        elif other.get("status") != "Abgeschlossen" and (_until(row) == _EVER or _until(other) > _until(row)):
            found.add(("later_prerequisite", key, partner, ()))
    return found


def _new(book: Book, key: str, row: Row) -> set[Finding]:
    found, last = set[Finding](), _until(row)
    for one in row.get("introduces", ()):
        for rule in (book.of("Standard")[k] for k in book.named_by("Standard", "applies_to").get(one, ())):
            in_force = rule["verdict"] == "Auslaufend" or (
                rule["verdict"] == "Untersagt" and rule.get("valid_until", _EVER) >= DAY
            )
            if in_force and rule.get("valid_from", _NEVER) <= last:
                found.add(("forbidden_technology", key, "", (one,)))
        about = book.of("Technology")[one]
        end = about.get("end_of_life") or about.get("support_ends") or _EVER
        if end < DAY or (last != _EVER and end < last):
            found.add(("unsupported_technology", key, "", (one,)))
    return found
