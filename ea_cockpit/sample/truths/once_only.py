"""Copies and holdings that are not once only: told by a plain fixed point over the rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ea_cockpit.sample.draft import Draft, Row, Rows

KIND = "once_only_findings"
RULE = (
    "Führende Systeme ohne Datenbestand mit dem Datenobjekt; Datenobjekte in Beständen mehrerer Applikationen; Kopien, "
    "zu denen vom führenden System keine Kette von Schnittstellen in Betrieb führt, die das Datenobjekt oder ein "
    "Ganzes davon übertragen. Applikation und Datenbestand, die sie hält, geben einander weiter, Modul und Ganzes "
    "auch. Geplante und abgelöste Applikationen zählen nicht als Halter; ein Modul zählt zu seinem Ganzen."
)


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """One entry for each data object and finding; for copies one for each application."""
    apps = draft.of("Application")
    for key, row in draft.of("DataObject").items():
        holders = _holders(draft, key)
        leader = next(iter(row.get("leading_system", ())), None)
        own = {app for app in holders if leader and _whole(apps, app) == _whole(apps, leader)}
        if leader and not own:
            yield _entry("leader_holds_none", row, [leader])
        if len({_whole(apps, app) for app in holders}) > 1:
            yield _entry("redundant", row, holders)
        reached = _reached(draft, key, leader) if leader else set()
        for app in holders if leader else ():
            if app not in own and not {app, *holders[app]} & reached:
                yield _entry("not_fed", row, [app])


def _entry(fault: str, row: Row, apps: Any) -> dict[str, Any]:
    reasons = {
        "leader_holds_none": f"Das führende System hält «{row['name']}» in keinem Datenbestand.",
        "redundant": f"«{row['name']}» liegt in mehreren Applikationen.",
        "not_fed": f"Diese Kopie von «{row['name']}» speist das führende System nicht.",
    }
    return {"fault": fault, "id": row["id"], "applications": sorted(apps), "reason": reasons[fault]}


def _whole(apps: Rows, app: str) -> str:
    while apps[app].get("part_of"):
        app = apps[app]["part_of"][0]
    return app


def _holders(draft: Draft, thing: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, store in draft.of("DataStore").items():
        for app in store.get("held_by", ()) if thing in store.get("contains", ()) else ():
            if draft.of("Application")[app].get("status") not in ("planned", "retired"):
                found.setdefault(app, []).append(key)
    return found


def _reached(draft: Draft, thing: str, leader: str) -> set[str]:
    """Ids of applications and data stores the data object gets to."""
    wholes, row = {thing}, draft.of("DataObject")[thing]
    while row.get("part_of"):
        wholes.add(row["part_of"][0])
        row = draft.of("DataObject")[row["part_of"][0]]
    ways: dict[str, set[str]] = {}
    for flow in draft.of("Interface").values():
        if flow.get("status") not in ("planned", "retired") and wholes & set(flow.get("carries", ())):
            for giver in flow.get("provided_by", ()):
                ways.setdefault(giver, set()).update(flow.get("consumed_by", ()))
    for label, field in (("DataStore", "held_by"), ("Application", "part_of")):
        for key, row in draft.of(label).items():
            for other in row.get(field, ()):
                ways.setdefault(key, set()).add(other)
                ways.setdefault(other, set()).add(key)
    reached, new = {leader}, {leader}
    while new:
        new = set().union(*(ways.get(key, set()) for key in new)) - reached
        reached |= new
    return reached
