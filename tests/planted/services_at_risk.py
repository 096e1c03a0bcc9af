"""Services and processes at risk, with the application they should not rest on."""

from __future__ import annotations

from typing import Any

from lifecycle_book import DAY, below, in_operation, terms

from planted.book import Book

ANALYSIS = "services_at_risk"
PARAMS = {"day": "2026-06-30"}
Found = set[tuple[str, str, str | None]]


def from_result(rows: list[dict[str, Any]]) -> Found:
    """Each risk."""
    return {(row["id"], row["risk"], row["application_id"]) for row in rows}


def from_truth(truth: dict[str, Any]) -> Found:
    """As the generator tells it; the older kind tells those services again that rest on an application directly."""
    direct = {(s["id"], "obsolete_application", a) for s in truth["services_on_obsolete_applications"]
              for a in s["applications"]}  # fmt: skip
    return direct | {(one["id"], one["risk"], one["application"]) for one in truth["work_at_risk"]}


def from_workbook(book: Book) -> Found:
    """Followed in the sheets."""
    standing, apps = terms(book), book.of("Application")
    old = {key for key, row in apps.items() if row.get("status") in ("Auslaufend", "Ausser Betrieb")
           or ("end_of_life" in row and row["end_of_life"] < DAY)}  # fmt: skip
    aged = {key for key, under in below(book).items()
            if in_operation(apps[key]) and any(standing[one][0] == "out_of_support" for one in under)}  # fmt: skip
    risk = dict.fromkeys(aged, "obsolete_technology") | dict.fromkeys(old, "obsolete_application")
    processes, parts = book.of("BusinessProcess"), book.named_by("BusinessProcess", "part_of")

    def under(key: str) -> set[str]:
        own = set(processes[key].get("uses", ()))
        return own.union(*(under(part) for part in parts.get(key, ())))

    found: Found = set()
    for key, row in processes.items():
        if not under(key) and key not in parts:
            found.add((key, "no_application", None))
        found |= {(key, risk[app], app) for app in row.get("uses", ()) if app in risk}
    for key, row in book.of("Service").items():
        named = row.get("realised_by", ())
        rests = {one for one in named if one in apps}.union(*(under(one) for one in named if one in processes))
        found |= {(key, risk[app], app) for app in rests if app in risk}
        found |= set() if rests else {(key, "no_application", None)}
    return found
