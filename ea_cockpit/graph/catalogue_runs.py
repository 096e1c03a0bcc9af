"""How full and how fresh the catalogue is, and what the last imports brought."""

from __future__ import annotations

import json

from ea_cockpit.graph.catalogue_values import Freshness, Reader, RunInfo
from ea_cockpit.graph.queries import load


def counts(reader: Reader) -> dict[str, int]:
    """How many facts there are of each type; a type without facts is not named."""
    return {row["label"]: row["facts"] for row in reader.read(load("catalogue/counts"))}


def runs(reader: Reader, limit: int = 50) -> list[RunInfo]:
    """The last imports, latest first."""
    return [
        RunInfo(
            row["number"], row["at"], row["by"], row["profile"],
            tuple((file["name"], file["sha256"]) for file in row["files"]), json.loads(row["counts"] or "{}"),
            row["undone_at"], row["undone_by"], row["recorded"],
        )
        for row in reader.read(load("catalogue/runs"), limit=limit)
    ]  # fmt: skip


def freshness(reader: Reader) -> list[Freshness]:
    """How fresh the facts of each type are, by label."""
    return [Freshness(**row) for row in reader.read(load("catalogue/freshness"))]
