"""Applications of different offices that do the same work: what a centralisation should find."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ea_cockpit.sample.draft import Draft, Row
from ea_cockpit.sample.truth import in_operation

KIND = "same_work"
RULE = (
    "Applikationen in Betrieb (weder geplant noch ausser Betrieb), die in mindestens zwei Ämtern dieselbe Arbeit tun: "
    "Mehrere Ämter führen für dieselbe Aufgabe je eine eigene, oder ein anderes Amt führt dieselbe unter anderer "
    "Schreibweise noch einmal. Arbeitsplatzwerkzeuge, Integrationsjobs, Module, Applikationen mit einer Nachfolge und "
    "Standardlösungen zählen nicht; eine Abteilung zählt zu ihrem Amt."
)


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """Each group with its offices and why it is one."""
    standards = {key for row in draft.of("BusinessCapability").values() for key in row.get("standard_solution", ())}
    fitting = {key: row for key, row in draft.of("Application").items() if key not in standards and _is_compared(row)}
    groups: dict[str, list[str]] = {}
    for key, row in fitting.items():
        if row["_task"]:
            groups.setdefault(row["_task"], []).append(key)
    for _label, first, second in (pair for pair in draft.same if pair[0] == "Application"):
        groups.setdefault(draft.of("Application")[first]["name"], [first]).append(second)
    for work, listed in sorted(groups.items()):
        members = [key for key in listed if key in fitting]
        offices = sorted({_office(draft, fitting[key]) for key in members})
        if len(members) > 1 and len(offices) > 1:
            yield {
                "work": work,
                "applications": sorted(members),
                "offices": offices,
                "reason": f"{len(members)} Applikationen in {len(offices)} Ämtern tun dasselbe: {work}.",
            }


def _is_compared(row: Row) -> bool:
    apart = row["kind"] in ("desktop_tool", "integration_job") or row.get("part_of") or row.get("succeeded_by")
    return in_operation(row) and not apart


def _office(draft: Draft, row: Row) -> str:
    unit = draft.of("OrganisationUnit")[row["_unit"]]
    return str(unit["part_of"][0] if unit["kind"] == "division" else unit["id"])
