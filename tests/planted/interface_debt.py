"""Debt on interfaces: the analysis, the generator, and a count over the workbook agree."""

from __future__ import annotations

from typing import Any

import structure_count

from planted.book import Book

ANALYSIS = "interface_debt"
Found = set[tuple[str, tuple[str, ...], float]]


def from_result(rows: list[dict[str, Any]]) -> Found:
    return {(row["id"], tuple(sorted(row["kinds"])), row["score"]["from"]) for row in rows}


def from_truth(truth: dict[str, Any]) -> Found:
    return {(one["id"], tuple(one["kinds"]), one["points"]) for one in truth["interface_debt"]}


def from_workbook(book: Book) -> Found:
    flows = structure_count.flows(book)
    apps, things = book.of("Application"), book.of("DataObject")
    over = {app for row in book.of("Interface").values() for app in row.get("runs_over", [])}
    over = {
        a for a in over if apps[a].get("kind") != "Integrationsjob" and apps[a].get("status") not in structure_count.OFF
    }
    ends = {
        key: [structure_count.systems(book, row.get(side, [])) for side in ("provided_by", "consumed_by")]
        for key, row in flows.items()
    }
    found: Found = set()
    for key, row in flows.items():
        mode, kinds, carried = row.get("mode"), {}, set(row.get("carries", []))
        kinds["manual"] = 5 * (mode == "Manuell")
        kinds["database_link"] = 4 * (mode == "Datenbankverbindung")
        kinds["file"] = 2 * (mode == "Datei")
        secret = any(things[thing].get("Personendaten") == "Besonders schützenswert" for thing in carried)
        kinds["unencrypted_sensitive"] = 5 * (secret and str(row.get("encrypted")) in ("nein", "Nein", "False"))
        givers, takers = ends[key]
        gone = any(apps.get(app, {}).get("status") == "Ausser Betrieb" for app in givers | takers)
        kinds["retired_partner"] = 4 * gone
        named = {*row.get("provided_by", []), *row.get("consumed_by", [])}
        past = (
            over and not over & named and not row.get("runs_over") and not (kinds["manual"] or kinds["database_link"])
        )
        kinds["point_to_point"] = 1 * bool(past)
        kinds["parallel"] = 2 * any(
            other != key
            and ends[other][0] & givers
            and ends[other][1] & takers
            and carried & set(twin.get("carries", []))
            for other, twin in flows.items()
        )
        if sum(kinds.values()) >= 5:
            found.add((key, tuple(sorted(kind for kind, points in kinds.items() if points)), sum(kinds.values())))
    return found
