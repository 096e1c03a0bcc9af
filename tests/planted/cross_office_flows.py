"""Flows between offices: the analysis, the generator, and a count over the workbook agree."""

from __future__ import annotations

from typing import Any

import structure_count

from planted.book import Book

ANALYSIS = "cross_office_flows"
Found = set[tuple[str, str, int]]


def from_result(rows: list[dict[str, Any]]) -> Found:
    return {(row["source_id"], row["target_id"], row["interfaces"]) for row in rows}


def from_truth(truth: dict[str, Any]) -> Found:
    return {(one["source"], one["target"], len(one["interfaces"])) for one in truth["cross_office_flows"]}


def from_workbook(book: Book) -> Found:
    pairs = [
        (source, target)
        for row in structure_count.flows(book).values()
        for source in structure_count.offices(book, structure_count.systems(book, row.get("provided_by", [])))
        for target in structure_count.offices(book, structure_count.systems(book, row.get("consumed_by", [])))
        if source != target
    ]
    return {(*pair, pairs.count(pair)) for pair in pairs}
