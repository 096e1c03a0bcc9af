"""Open questions: which answer settles how many verdicts alone, and helps with how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from planted.book import Book, Row

ANALYSIS = "open_questions"
PARAMS = {"least": 1, "most": 1_000_000}
Finding = tuple[str, str, int, int]
_GONE = ("Geplant", "Ausser Betrieb")


def from_result(rows: list[dict[str, Any]]) -> set[Finding]:
    return {(row["id"], row["field"], row["settles"], row["helps"]) for row in rows}


def from_truth(truth: dict[str, Any]) -> set[Finding]:
    return {(e["id"], e["field"], e["settles"], e["helps"]) for e in truth["open_questions"]}


def from_workbook(book: Book) -> set[Finding]:
    counted = Counter[tuple[tuple[str, str], bool]]()
    for gaps in _gaps(book):
        counted.update((gap, len(gaps) == 1) for gap in gaps)
    return {(*gap, counted[gap, True], counted[gap, False]) for gap, _ in counted}


def _gaps(book: Book) -> Iterator[set[tuple[str, str]]]:
    apps = book.of("Application")
    for row in apps.values():
        if row.get("status") not in _GONE:
            yield _axis(row, 4, "business_value") | _axis(row, 3, "functional_fit", "technical_fit")
            yield _axis(row, 3.5, "business_value", "functional_fit") | _axis(row, 3, "technical_fit")
            yield _empty(row, "owned_by", "business_owner")
            yield _empty(row, "supports")
            own = row.get("sourcing") == "Eigenentwicklung"
            if not own and row.get("kind") not in ("Arbeitsplatzwerkzeug", "Integrationsjob"):
                yield _empty(row, "contract_end", "notice_months")
            below = [apps[key] for key in row.get("depends_on", ()) if apps[key].get("status") not in _GONE]
            if below and not any(one.get("rto_hours", 0) > row.get("rto_hours", 10**9) for one in below):
                yield {gap for one in (row, *below) for gap in _empty(one, "rto_hours")}
            yield _components(book, row)
            places = [book.of("Hosting")[key] for key in row.get("hosted_on", ())]
            at_home = bool(places) and all(place.get("jurisdiction") == "Schweiz" for place in places)
            if row.get("personal_data") != "Keine" and not at_home:
                abroad = {gap for place in places for gap in _empty(place, "jurisdiction")}
                yield _empty(row, "personal_data", "hosted_on") | abroad
    for row in book.of("Interface").values():
        if row.get("status") not in _GONE and row.get("encrypted") not in ("Ja", True):
            yield _flow(row, [book.of("DataObject")[key] for key in row.get("carries", ())])


def _empty(row: Row, *fields: str) -> set[tuple[str, str]]:
    return {(row["id"], field) for field in fields if row.get(field) in (None, [])}


def _axis(row: Row, limit: float, *marks: str) -> set[tuple[str, str]]:
    low, high = (sum(row.get(mark, end) for mark in marks) / len(marks) for end in (1, 5))
    return _empty(row, *marks) if low < limit <= high else set()


def _components(book: Book, row: Row) -> set[tuple[str, str]]:
    used, hosts = set(row.get("built_with", ())), list(row.get("hosted_on", ()))
    while hosts:
        host = book.of("Hosting")[hosts.pop()]
        used |= set(host.get("built_with", ()))
        hosts += host.get("part_of", ())
    about = [book.of("Technology")[key] for key in used]
    unlisted = [one for one in about if not (one.get("lifecycle_slug") and one.get("version"))]
    return _empty(row, "built_with", "hosted_on").union(*(_empty(one, "end_of_life") for one in unlisted))


def _flow(row: Row, things: list[Row]) -> set[tuple[str, str]]:
    levels = [thing.get("classification") for thing in things]
    if things and all(level == "Öffentlich" for level in levels):
        return set()
    secret = "Vertraulich" in levels or "Geheim" in levels
    unknown = set() if secret else {gap for thing in things for gap in _empty(thing, "classification")}
    return _empty(row, "encrypted", "carries") | unknown
