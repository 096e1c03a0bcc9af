"""Orphans: the analysis, the generator, and a count over the workbook agree."""

from __future__ import annotations

from typing import Any

from planted.book import Book

ANALYSIS = "orphans"
Found = set[tuple[str, str, str]]
# Fields that give no purpose: they tell who answers for it or what it is like.
_ASIDE = {
    "Application": {"owned_by", "supplied_by", "hosted_on", "built_with", "succeeded_by"},
    "DataStore": {"contains", "hosted_on", "built_with"},
    "DataObject": {"defined_by"},
    "Interface": {"runs_over", "carries", "conforms_to"},
    "Hosting": {"operated_by", "built_with"},
    "Technology": {"supplied_by"},
    "Supplier": set[str](),
    "BusinessCapability": set[str](),
    "BusinessProcess": {"owned_by"},
    "Service": {"offered_by"},
}
_ANSWER = {"owned_by", "defined_by", "operated_by", "offered_by", "runs_over", "carries"}
# Who is named only in passing by these.
_PASSING = {
    "Initiative.affects": {"Application"}, "Review.subject": set(_ASIDE), "Deviation.subject": set(_ASIDE),
    "Application.succeeded_by": {"Application"}, "Standard.applies_to": {"Hosting"},
}  # fmt: skip


def from_result(rows: list[dict[str, Any]]) -> Found:
    return {(row["label"], row["id"], row["kind"]) for row in rows}


def from_truth(truth: dict[str, Any]) -> Found:
    return {(one["type"], one["id"], one["kind"]) for one in truth["orphans"]}


def from_workbook(book: Book) -> Found:
    found = set()
    for label, aside in _ASIDE.items():
        named = {
            partner
            for other, rows in book.rows.items()
            for row in rows.values()
            for field, value in row.items()
            if isinstance(value, list) and label not in _PASSING.get(f"{other}.{field}", ())
            for partner in value
        }
        for key, row in book.of(label).items():
            links = {field for field, value in row.items() if isinstance(value, list)}
            if key not in named and not links - aside:
                answer = links & (_ANSWER | ({"supplied_by"} if label == "Technology" else set()))
                found.add((label, key, "owned_only" if answer else "alone"))
    for key, row in book.of("Interface").items():
        if ("provided_by" in row) != ("consumed_by" in row):
            found.add(("Interface", key, "one_sided"))
    return found
