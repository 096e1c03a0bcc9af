"""Standards that are not kept: which fact, which standard, because of what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from planted.book import Book, Row

ANALYSIS = "standardisation_gaps"
PARAMS = {"day": "2026-06-30"}
DAY = "2026-06-30"
Broken = set[tuple[str, ...]]


def from_result(rows: list[dict[str, Any]]) -> Broken:
    # What is due, advised or undecided is no violation; one that a deviation permits still is.
    broken = [row for row in rows if row["state"] in ("violation", "expired", "expiring", "granted")]
    found = {("broken", row["standard"], row["label"], row["id"], key) for row in broken for key in row["because_of"]}
    return found | {(row["state"], row["standard"], row["id"], row["deviation"]) for row in broken if row["deviation"]}


def from_truth(truth: dict[str, Any]) -> Broken:
    carried = {entry["id"]: entry["sensitive"] for entry in truth["unencrypted_sensitive_interfaces"]}
    broken = truth["standard_violations"]
    found = {
        ("broken", one["standard"], one["type"], one["id"], key)
        for one in broken
        for key in (carried[one["id"]] if one["type"] == "Interface" else [one["because_of"]])
    }
    return found | {
        (_state(entry["until"]), entry["standard"], entry["subject"], entry["id"])
        for entry in truth["standard_deviations"]
    }


def _state(until: str) -> str:
    # The analysis looks 180 days ahead.
    return "expired" if until < DAY else "expiring" if until <= "2026-12-27" else "granted"


def from_workbook(book: Book) -> Broken:
    broken = {("broken", *one) for standard in book.of("Standard").values() for one in _broken(book, standard)}
    pairs = {(one[1], one[3]) for one in broken}
    return broken | {
        (_state(row["until"].isoformat()), row["from_standard"][0], row["subject"][0], key)
        for key, row in book.of("Deviation").items()
        if (row["from_standard"][0], row["subject"][0]) in pairs
    }


def _broken(book: Book, standard: Row) -> Iterator[tuple[str, str, str, str]]:
    verdict, named = standard.get("verdict"), set(standard.get("applies_to", ()))
    over = verdict == "Auslaufend" and "valid_until" in standard and standard["valid_until"].isoformat() < DAY
    key = standard["id"]
    if "check" in standard:
        yield from ((key, *one) for one in (_CHECKS[key](book) if key in _CHECKS else ()))
    elif verdict == "Untersagt" or over:
        for label in ("Application", "DataStore", "Hosting"):
            for id_, row in book.of(label).items():
                if _runs(row):
                    yield from ((key, label, id_, t) for t in row.get("built_with", ()) if t in named)
    elif verdict == "Vorgeschrieben":
        for id_, row in book.of("Application").items():
            for capability in named & set(row.get("supports", ())) if _runs(row) else ():
                solution = book.of("BusinessCapability")[capability]["standard_solution"]
                if row["kind"] == "Fachapplikation" and solution not in ([id_], row.get("part_of")):
                    yield key, "Application", id_, capability


def _abroad(book: Book) -> Iterator[tuple[str, str, str]]:
    for label in ("Application", "DataStore"):
        for id_, row in book.of(label).items():
            if row.get("personal_data") == "Besonders schützenswert":
                far = [h for h in row.get("hosted_on", ()) if book.of("Hosting")[h]["jurisdiction"] != "Schweiz"]
                yield from ((label, id_, host) for host in far)


def _in_the_clear(book: Book) -> Iterator[tuple[str, str, str]]:
    secret = {k for k, row in book.of("DataObject").items() if row.get("Personendaten") == "Besonders schützenswert"}
    for id_, row in book.of("Interface").items():
        if row.get("encrypted") == "nein" and _runs(row):
            yield from (("Interface", id_, thing) for thing in row.get("carries", ()) if thing in secret)


# What these two ask is said once more in plain Python: a reader of the rule language would be the product again.
_CHECKS: dict[str, Callable[[Book], Iterator[tuple[str, str, str]]]] = {
    "STD-SEC-01": _abroad,
    "STD-SEC-02": _in_the_clear,
}


def _runs(row: Row) -> bool:
    return row.get("status") not in ("Geplant", "Ausser Betrieb")
