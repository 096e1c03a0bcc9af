"""Applications that depend on each other in a circle, and data that flows in a circle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from ea_cockpit.sample.draft import Draft
from ea_cockpit.sample.truths import dice
from ea_cockpit.sample.wiring import Landscape, behind, owners, reach, runs

KIND = "cycles"
RULE = (
    "Applikationen, die einander in beliebig vielen Schritten erreichen: über «Hängt ab von», oder über "
    "Schnittstellen in Betrieb vom liefernden zum beziehenden System (hinter einem Datenbestand stehen seine Halter). "
    "Daten, die im selben System bleiben, zählen nicht."
)


def plant(draft: Draft) -> None:
    """Three ordinary applications that need each other in a circle: the canton has no such circle by itself."""
    apps = draft.of("Application")
    free = [
        key for key, row in apps.items()
        if row["kind"] == "specialist" and row["status"] == "productive" and not (
            row.get("depends_on") or row.get("part_of") or row["_same_as"] or row["_task"]
        )
    ]  # fmt: skip
    chosen = sorted(dice(draft, KIND).sample(free, 3))
    for key, needed in zip(chosen, [*chosen[1:], chosen[0]], strict=True):
        apps[key]["depends_on"] = [needed]


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """Each set of systems that reach each other."""
    needs = {key: set(row.get("depends_on", ())) for key, row in draft.of("Application").items()}
    for kind, out in (("dependency", needs), ("flow", _flows(draft.rows))):
        for ring in rings(out):
            offices = set().union(*(owners(draft.rows, key) for key in ring))
            yield {
                "kind": kind, "members": sorted(ring), "offices": sorted(offices),
                "reason": f"{len(ring)} Systeme erreichen einander im Kreis.",
            }  # fmt: skip


def _flows(rows: Landscape) -> dict[str, set[str]]:
    out: dict[str, set[str]] = defaultdict(set)
    for row in rows["Interface"].values():
        if runs(row):
            for giver in (system for end in row.get("provided_by", ()) for system in behind(rows, end)):
                takers = {system for end in row.get("consumed_by", ()) for system in behind(rows, end)}
                out[giver] |= takers - {giver}
    return out


def rings(out: dict[str, set[str]]) -> list[set[str]]:
    """What is reached from each other: forward and backward from one of those left, again and again."""
    back: dict[str, set[str]] = defaultdict(set)
    for key, others in out.items():
        for other in others:
            back[other].add(key)
    left = {key for key in back if out.get(key)}
    # What nothing leads to, or what leads nowhere, stands in no circle; taking it away leaves few to look at.
    while idle := {key for key in left if not (left & out[key] and left & back[key])}:
        left -= idle
    found = []
    while left:
        start = min(left)
        ring = reach(start, _within(out, left)) & reach(start, _within(back, left))
        if ring:
            found.append(ring)
        left -= ring | {start}
    return found


def _within(out: dict[str, set[str]], left: set[str]) -> dict[str, set[str]]:
    return {key: out[key] & left for key in left if key in out}
