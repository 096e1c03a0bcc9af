"""Sensitive flows: places abroad or rated too low, and interfaces in the clear."""

from __future__ import annotations

from typing import Any

from planted.book import Book, Row

ANALYSIS = "sensitive_flows"
Finding = tuple[str, str]
_PERSONAL = ["Keine", "Personendaten", "Besonders schützenswert"]
_CLASSES = ["Öffentlich", "Intern", "Vertraulich", "Geheim"]
_GONE = ("Geplant", "Ausser Betrieb")


def from_result(rows: list[dict[str, Any]]) -> set[Finding]:
    return {(row["fault"], row["id"]) for row in rows if row["fault"] in ("abroad", "said_less", "unencrypted")}


def from_truth(truth: dict[str, Any]) -> set[Finding]:
    found = {(entry["fault"], entry["id"]) for entry in truth["sensitive_flows"]}
    found |= {("abroad", entry["id"]) for entry in truth["sensitive_data_abroad"]}
    return found | {("unencrypted", entry["id"]) for entry in truth["unencrypted_sensitive_interfaces"]}


def from_workbook(book: Book) -> set[Finding]:
    found = set[Finding]()
    places = {**book.of("Application"), **book.of("DataStore")}
    for key, place in places.items():
        if place.get("personal_data") == _PERSONAL[2] and _abroad(book, place):
            found.add(("abroad", key))
    for key, thing in book.of("DataObject").items():
        if thing["Personendaten"] == _PERSONAL[2] or thing.get("classification") == _CLASSES[3]:
            flows = {
                flow_id: flow
                for flow_id, flow in book.of("Interface").items()
                if key in flow.get("carries", ()) and flow.get("status") not in _GONE
            }
            found |= {("unencrypted", flow_id) for flow_id, flow in flows.items() if flow.get("encrypted") == "nein"}
            holding = {s for s, store in book.of("DataStore").items() if key in store.get("contains", ())}
            around = {*thing.get("leading_system", ()), *holding}
            around |= {
                p for flow in flows.values() for p in (*flow.get("provided_by", ()), *flow.get("consumed_by", ()))
            }
            around |= {app for place in around for app in places[place].get("held_by", ())}
            for place in around:
                if _abroad(book, places[place]):
                    found.add(("abroad", place))
                if _less(places[place], thing):
                    found.add(("said_less", place))
    return found


def _abroad(book: Book, place: Row) -> bool:
    return any(book.of("Hosting")[host]["jurisdiction"] != "Schweiz" for host in place.get("hosted_on", ()))


def _less(place: Row, thing: Row) -> bool:
    said = place.get("personal_data", _PERSONAL[2])
    if _PERSONAL.index(said) < _PERSONAL.index(thing["Personendaten"]):
        return True
    return _CLASSES.index(place.get("classification", "Geheim")) < _CLASSES.index(thing["classification"])
