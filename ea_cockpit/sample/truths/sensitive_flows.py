"""Sensitive data that gets where it should not, over one interface or several; one way of it is planted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
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
    """Lead a sensitive data object over an application in the country to one that runs abroad."""
    chance, apps = dice(draft, KIND), draft.of("Application")
    things = [row for row in draft.of("DataObject").values() if row["_personal"] == "sensitive"]
    things = [row for row in things if row.get("leading_system")]
    usual = [row for row in apps.values() if row["status"] == "productive" and not row["_same_as"]]
    inside = [row for row in usual if _laws(draft, row) == {"CH"} and row.get("personal_data") == "sensitive"]
    abroad = [row for row in usual if _laws(draft, row) - {"CH"} and row.get("personal_data") == "personal"]
    if things and inside and abroad:
        thing, end = chance.choice(things), chance.choice(abroad)
        between = chance.choice([row for row in inside if row["id"] != thing["leading_system"][0]] or inside)
        stations = [thing["leading_system"][0], between["id"], end["id"]]
        for place, (giver, taker) in enumerate(pairwise(stations), start=1):
            draft.add(
                "Interface", f"IF-WEG-{place}", name=f"{apps[giver]['name']} → {apps[taker]['name']}", mode="api",
                protocol="HTTPS/REST", format="JSON", frequency="daily", status="productive", encrypted=True,
                provided_by=[giver], consumed_by=[taker], carries=[thing["id"]],
            )  # fmt: skip


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
            keys |= {*flow["provided_by"], *flow["consumed_by"]}
    keys |= {app for key in keys for app in draft.of("DataStore").get(key, {}).get("held_by", ())}
    return {(label, key) for label in ("Application", "DataStore") for key in keys if key in draft.of(label)}


def _laws(draft: Draft, place: Row) -> set[str]:
    return {draft.of("Hosting")[host]["jurisdiction"] for host in place.get("hosted_on", ())}


def _less(place: Row, field: str, asked: str, order: str) -> bool:
    ranks = _RANKS[order]
    return field in place and ranks.index(place[field]) < ranks.index(asked)
