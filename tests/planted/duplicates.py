"""Duplicates: what stands in the catalogue under two names."""

from __future__ import annotations

import re
from typing import Any

from planted.book import Book

ANALYSIS = "duplicates"
Pair = tuple[str, frozenset[str]]


def from_result(rows: list[dict[str, Any]]) -> set[Pair]:
    return {(row["label"], frozenset((row["id"], row["other_id"]))) for row in rows if row["confidence"] >= 0.8}


def from_truth(truth: dict[str, Any]) -> set[Pair]:
    return {(entry["type"], frozenset(entry["ids"])) for entry in truth["duplicate_names"]}


def from_workbook(book: Book) -> set[Pair]:
    found = set[Pair]()
    for label in ("Application", "Technology", "Supplier"):
        first: dict[str, str] = {}
        for key, row in book.of(label).items():
            name = _plain(str(row["name"]))
            if name in first:
                found.add((label, frozenset((first[name], key))))
            first.setdefault(name, key)
    return found


# What people in the canton write for the same word, by hand.
_SAME = (
    (r"^fachapplikation ", ""), (r"\bund\b|&", "+"), ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), (r"verw\.", "verwaltung"),
    (r"-?\bdb\b|-db$", "datenbank"), (r"^ms sql |^microsoft sql server ", "sqlserver"), ("postgresql", "postgres"),
    (r"^win(\d+) server", r"windows server \1"), (r"oracle database (\d+)c", r"oracle \1"), (r"^rhel ?", "redhat "),
    (r"^red hat enterprise linux ", "redhat "), (r"^\.net framework |^dotnet ", "net"), (r"eng\. ag", "engineering ag"),
    (r" (ag|gmbh|genossenschaft|s\.a\.)$", ""), (r"^(musterfirma) informatik$", r"\1"),
    (r"^exempla verwaltungssoftware$|^exempla software$", "exempla"), (r"^fiktiva.systeme$", "fiktiva"),
)  # fmt: skip


def _plain(name: str) -> str:
    text = name.casefold()
    for pattern, replacement in _SAME:
        text = re.sub(pattern, replacement, text)
    return re.sub(r"[^a-z0-9.]", "", text)
