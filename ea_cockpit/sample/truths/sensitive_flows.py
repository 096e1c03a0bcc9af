"""Sensitive data that gets where it should not, over one interface or several; one step of it is planted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ea_cockpit.sample.draft import Draft, Row
from ea_cockpit.sample.truths import dice

KIND = "sensitive_flows"
RULE = (
    "Wo besonders schützenswerte oder geheime Datenobjekte bearbeitet werden: im führenden System, in Datenbeständen, "
    "die sie enthalten, bei Lieferanten und Empfängern der Schnittstellen in Betrieb, die sie übertragen, und bei den "
    "Haltern solcher Datenbestände. abroad: eine Betriebsumgebung davon liegt ausserhalb der Schweiz. said_less: der "
    "Ort bezeichnet seine Personendaten oder seine Klassifizierung als weniger schützenswert."
)
_RANKS = {
    "personal": ("none", "personal", "sensitive"),
    "classification": ("public", "internal", "confidential", "secret"),
}


def plant(draft: Draft) -> None:
    """Let an interface that leaves the country carry on what its provider was given in confidence."""
    things, apps = draft.of("DataObject"), draft.of("Application")
    flows = [row for row in draft.of("Interface").values() if row.get("status") == "productive" and row.get("carries")]
    given = {
        (taker, thing)
        for row in flows
        for taker in row.get("consumed_by", ())
        for thing in row["carries"]
        if things[thing]["_personal"] == "sensitive"
    }
    onward = [
        (row, thing)
        for row in flows
        for giver, thing in sorted(given)
        if giver in row.get("provided_by", ()) and thing not in row["carries"] and row.get("encrypted")
        and any(_laws(draft, apps[taker]) - {"CH"} for taker in row.get("consumed_by", ()) if taker in apps)
    ]  # fmt: skip
    if onward:
        row, thing = dice(draft, KIND).choice(onward)
        row["carries"] = [*row["carries"], thing]
        row["description"] = f"{row.get('description', '').rstrip('.')}, {things[thing]['name']}."


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """One entry for each place and fault, with the data objects."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for thing in draft.of("DataObject").values():
        if thing["_personal"] != "sensitive" and thing.get("classification") != "secret":
            continue
        for label, key in sorted(_places(draft, thing["id"])):
            place = draft.of(label)[key]
            if _laws(draft, place) - {"CH"}:
                found.setdefault(("abroad", label, key), []).append(thing["name"])
            if _less(place, "personal_data", thing["_personal"], "personal") or (
                label == "DataStore" and _less(place, "classification", thing["classification"], "classification")
            ):
                found.setdefault(("said_less", label, key), []).append(thing["name"])
    for (fault, label, key), names in found.items():
        yield {"fault": fault, "type": label, "id": key, "reason": f"Hierher gelangt {', '.join(names)}."}


def _places(draft: Draft, thing: str) -> set[tuple[str, str]]:
    keys = set(draft.of("DataObject")[thing].get("leading_system", ()))
    keys |= {key for key, store in draft.of("DataStore").items() if thing in store.get("contains", ())}
    for flow in draft.of("Interface").values():
        if thing in flow.get("carries", ()) and flow.get("status") not in ("planned", "retired"):
            keys |= {*flow.get("provided_by", ()), *flow.get("consumed_by", ())}
    keys |= {app for key in keys for app in draft.of("DataStore").get(key, {}).get("held_by", ())}
    return {(label, key) for label in ("Application", "DataStore") for key in keys if key in draft.of(label)}


def _laws(draft: Draft, place: Row) -> set[str]:
    return {draft.of("Hosting")[host]["jurisdiction"] for host in place.get("hosted_on", ())}


def _less(place: Row, field: str, asked: str, order: str) -> bool:
    ranks = _RANKS[order]
    return field in place and ranks.index(place[field]) < ranks.index(asked)
