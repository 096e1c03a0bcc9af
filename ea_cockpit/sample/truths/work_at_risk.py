"""Services and processes without an application, or resting on obsolete ones or on technology out of support."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ea_cockpit.sample.draft import Draft
from ea_cockpit.sample.truth import is_obsolete
from ea_cockpit.sample.truths import technology_support

KIND = "work_at_risk"
RULE = (
    "Leistungen und Prozesse, die auf einer Applikation ruhen, die ausläuft, ausser Betrieb oder nach ihrem "
    "Lebensende ist (obsolete_application), sonst auf einer mit Technologie ohne Support (obsolete_technology), "
    "direkt oder über Prozesse und ihre Teile (Prozesse nur direkt); oder auf keiner Applikation (no_application; "
    "ein Prozess mit Teilen zählt nicht selbst)."
)


def plant(draft: Draft) -> None:
    """Add a process without an application, a service on it alone, and a service on nothing."""
    office = next(key for key, row in draft.of("OrganisationUnit").items() if row["kind"] == "office")
    source = "Leistungsinventar 2025"
    draft.add("BusinessProcess", "PR-W1", name="Gesuch von Hand bearbeiten", owned_by=[office], source=source)
    for key, name, through in (("L-W1", "Gesuch am Schalter", ["PR-W1"]), ("L-W2", "Auskunft am Telefon", [])):
        draft.add("Service", key, name=name, offered_by=[office], realised_by=through, source=source)


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """Each piece of work with each application it should not rest on."""
    rows, risky = draft.rows, _risky(draft)
    parts: dict[str, list[str]] = {}
    for key, row in rows["BusinessProcess"].items():
        for whole in row.get("part_of", ()):
            parts.setdefault(whole, []).append(key)
    for label, link in (("Service", "realised_by"), ("BusinessProcess", "uses")):
        for key, row in rows[label].items():
            below = _below(draft, row.get(link, ()), parts.get(key, ()), parts)
            if not below and not parts.get(key):
                yield {"type": label, "id": key, "risk": "no_application", "application": None,
                       "reason": f"«{row['name']}» ruht auf keiner Applikation."}  # fmt: skip
            told = below if label == "Service" else set(row.get(link, ()))
            for app in sorted(told & risky.keys()):
                name = rows["Application"][app]["name"]
                yield {"type": label, "id": key, "risk": risky[app], "application": app,
                       "reason": f"«{row['name']}» ruht auf {name}."}  # fmt: skip


def _below(draft: Draft, direct: Any, parts: Any, of: dict[str, list[str]]) -> set[str]:
    """All applications below, through processes and their parts; the process house has no rings."""
    found: set[str] = set()
    for key in direct:
        process = draft.of("BusinessProcess").get(key)
        found |= _below(draft, process.get("uses", ()), of.get(key, ()), of) if process else {key}
    for key in parts:
        process = draft.of("BusinessProcess")[key]
        found |= _below(draft, process.get("uses", ()), of.get(key, ()), of)
    return found


def _risky(draft: Draft) -> dict[str, str]:
    """Applications work should not rest on, with why."""
    told = technology_support.tell(draft)
    ended = {app for one in told if one["status"] == "out_of_support" for app in one["applications"]}
    found = dict.fromkeys(sorted(ended), "obsolete_technology")
    found |= {k: "obsolete_application" for k, row in draft.of("Application").items() if is_obsolete(row)}
    return found
