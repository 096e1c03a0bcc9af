"""Capabilities in several offices: each cell of capability and office with its applications."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from planted.book import Book

ANALYSIS = "capability_overlap"
Cell = tuple[str, str, frozenset[str]]


def from_result(rows: list[dict[str, Any]]) -> set[Cell]:
    return {(row["id"], row["office_id"] or "", frozenset(row["ids"])) for row in rows}


def from_truth(truth: dict[str, Any]) -> set[Cell]:
    return {
        (entry["capability"], office, frozenset(ids))
        for entry in truth["shared_capabilities"]
        for office, ids in entry["offices"].items()
    }


def from_workbook(book: Book) -> set[Cell]:
    units = book.of("OrganisationUnit")
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for id_, row in book.of("Application").items():
        if row.get("status") in ("Geplant", "Ausser Betrieb"):
            continue
        office = row.get("owned_by", [""])[0]
        if units.get(office, {}).get("kind") == "Abteilung":
            office = units[office]["part_of"][0]
        for capability in row.get("supports", ()):
            found[capability][office].add(id_)
    return {
        (capability, office, frozenset(ids))
        for capability, offices in found.items()
        if len([office for office in offices if office]) + len(offices.get("", ())) > 1
        for office, ids in offices.items()
    }
