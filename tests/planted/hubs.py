"""The most connected: the analysis, the generator, and a count over the workbook agree."""

from __future__ import annotations

from typing import Any

import structure_count

from planted.book import Book

ANALYSIS = "hubs"
Found = set[tuple[str, str, int]]


def from_result(rows: list[dict[str, Any]]) -> Found:
    return {(row["label"], row["id"], row["connections"]) for row in rows}


def from_truth(truth: dict[str, Any]) -> Found:
    return {(one["type"], one["id"], one["connections"]) for one in truth["hubs"]}


def from_workbook(book: Book) -> Found:
    stores = book.named_by("DataStore", "held_by")
    counts = {}
    for label in ("Application", "DataStore"):
        for key in book.of(label):
            own = {key, *stores.get(key, [])} if label == "Application" else {key}
            links = [
                flow for flow, row in structure_count.flows(book).items()
                if own & {*row.get("provided_by", []), *row.get("consumed_by", [])} or key in row.get("runs_over", [])
            ]  # fmt: skip
            links += book.of(label)[key].get("depends_on", [])
            for kind, field in (("Application", "depends_on"), ("BusinessProcess", "uses"), ("Service", "realised_by")):
                links += [other for other, row in book.of(kind).items() if key in row.get(field, [])]
            counts[label, key] = len(links)
    last = sorted(counts.values())[-20]
    return {(*key, count) for key, count in counts.items() if count >= last}
