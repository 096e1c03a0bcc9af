"""Open data: which stores are candidates, and whether they fit."""

from __future__ import annotations

from typing import Any

from planted.book import Book

ANALYSIS = "open_data_candidates"
Finding = tuple[str, str]


def from_result(rows: list[dict[str, Any]]) -> set[Finding]:
    return {(row["verdict"], row["id"]) for row in rows}


def from_truth(truth: dict[str, Any]) -> set[Finding]:
    return {(entry["verdict"], entry["id"]) for entry in truth["open_data_candidates"]}


def from_workbook(book: Book) -> set[Finding]:
    found = set[Finding]()
    things = book.of("DataObject")
    for key, store in book.of("DataStore").items():
        person, public = store.get("personal_data", "?"), store.get("classification", "?")
        closed = [t for t in store.get("contains", ()) if things[t].get("classification", "Öffentlich") != "Öffentlich"]
        against = person not in ("?", "Keine") or public not in ("?", "Öffentlich")
        if against and store.get("open_data_candidate") != "ja":
            continue
        if against or (closed and public != "?"):
            found.add(("unfit", key))
        else:
            found.add(("undecided" if "?" in (person, public) else "fit", key))
    return found
