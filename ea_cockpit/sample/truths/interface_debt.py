"""Interfaces that cost work, errors or safety."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from ea_cockpit.sample.draft import Draft, Row
from ea_cockpit.sample.truths import dice
from ea_cockpit.sample.wiring import Landscape, behind, runs

KIND = "interface_debt"
RULE = (
    "Schnittstellen in Betrieb mit mindestens fünf Punkten: von Hand 5, besonders schützenswerte Daten unverschlüsselt "
    "5, Datenbankverbindung 4, Partner ausser Betrieb 4, Datei 2, dieselben Daten zwischen denselben Systemen auf "
    "mehreren Schnittstellen 2, an der Plattform vorbei 1 (API, Nachricht, Datei, Stapellauf oder ohne Angabe, ohne "
    "«Läuft über», kein Partner ist die Plattform)."
)
POINTS = {
    "manual": 5, "unencrypted_sensitive": 5, "database_link": 4, "retired_partner": 4, "file": 2, "parallel": 2,
    "point_to_point": 1,
}  # fmt: skip
LEAST = 5


def plant(draft: Draft) -> None:
    """A second file transfer of what a manual one carries already, between the same two."""
    rows = list(draft.of("Interface").values())
    manual = [r for r in rows if r["mode"] == "manual" and r.get("status") == "productive" and r["carries"]]
    first = dice(draft, KIND).choice(manual)
    # An existing flow of the same giver is led to the same taker: no row is added.
    other = next((r for r in rows if r is not first and r["provided_by"] == first["provided_by"] and runs(r)), None)
    if other is not None:
        other["carries"] = list(dict.fromkeys([*other["carries"], first["carries"][0]]))
        other["consumed_by"] = list(dict.fromkeys([*other["consumed_by"], *first["consumed_by"]]))


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """Each interface with its debts."""
    rows = draft.rows
    secret = {key for key, row in rows["DataObject"].items() if row["_personal"] == "sensitive"}
    over = {app for row in rows["Interface"].values() for app in row.get("runs_over", ())}
    apps = rows["Application"]
    platforms = {app for app in over if apps[app].get("kind") != "integration_job" and runs(apps[app])}
    lanes = _lanes(rows)
    for key, row in rows["Interface"].items():
        if not runs(row):
            continue
        kinds = set(_kinds(rows, row, secret, platforms))
        if any(len(lanes[lane]) > 1 for lane in _of(rows, row)):
            kinds.add("parallel")
        points = sum(POINTS[kind] for kind in kinds)
        if points >= LEAST:
            reason = f"«{row['name']}» hat {points} Punkte."
            yield {"id": key, "kinds": sorted(kinds), "points": points, "reason": reason}


def _kinds(rows: Landscape, row: Row, secret: set[str], platforms: set[str]) -> Iterator[str]:
    mode = row.get("mode")
    if mode in ("manual", "database_link", "file"):
        yield mode
    if row.get("encrypted") is False and secret & set(row.get("carries", ())):
        yield "unencrypted_sensitive"
    ends = [*row.get("provided_by", ()), *row.get("consumed_by", ())]
    gone = (rows["Application"].get(system, {}).get("status") for end in ends for system in behind(rows, end))
    if "retired" in gone:
        yield "retired_partner"
    if platforms and not row.get("runs_over") and not platforms & set(ends) and mode not in ("manual", "database_link"):
        yield "point_to_point"


def _of(rows: Landscape, row: Row) -> Iterator[tuple[str, str, str]]:
    for end in row.get("provided_by", ()):
        for giver in behind(rows, end):
            for target in row.get("consumed_by", ()):
                for taker in behind(rows, target):
                    yield from ((giver, taker, thing) for thing in row.get("carries", ()))


def _lanes(rows: Landscape) -> dict[tuple[str, str, str], set[str]]:
    found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for key, row in rows["Interface"].items():
        if runs(row):
            for lane in _of(rows, row):
                found[lane].add(key)
    return found
