"""How long the canton keeps data, and where that is not in order; two periods nobody can read are planted."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from ea_cockpit.sample.draft import AS_OF, Draft, Row
from ea_cockpit.sample.truths import dice

KIND = "retention_faults"
RULE = (
    "outlives: alle haltenden Applikationen sind ausser Betrieb oder nach ihrem Lebensende. Für Bestände, deren "
    "Personendaten nicht «Keine» sind: no_period ohne Aufbewahrung; unreadable, wenn sie keine Frist nennt; too_long "
    "über 10 Jahren (besonders schützenswert) oder 20 Jahren (Personendaten), ausser Archiv und Register; "
    "longer_than_leader, wenn ein Datenobjekt länger liegt als in allen Beständen seines führenden Systems."
)
_YEARS = {"10 Jahre, dann Staatsarchiv": 10, "10 Jahre, dann löschen": 10, "5 Jahre": 5, "30 Jahre": 30,
          "dauernd": math.inf, "1 Jahr nach Abschluss": 1}  # fmt: skip
_LIMITS = {"personal": 20, "sensitive": 10}


def plant(draft: Draft) -> None:
    """Let two offices write what is no period."""
    fitting = [
        row for row in draft.of("DataStore").values() if row.get("personal_data") in _LIMITS and "retention" not in row
    ]
    for row in dice(draft, KIND).sample(fitting, min(2, len(fitting))):
        row["retention"] = "gemäss Registraturplan"


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """One entry for each store and fault."""
    for key, store in draft.of("DataStore").items():
        for fault in _faults(draft, store):
            yield {"fault": fault, "id": key, "reason": f"Aufbewahrung: {store.get('retention', 'keine')}."}


def _faults(draft: Draft, store: Row) -> Iterator[str]:
    apps = [draft.of("Application")[app] for app in store.get("held_by", ())]
    if apps and all(
        app.get("status") == "retired" or (app.get("end_of_life") and app["end_of_life"] < AS_OF) for app in apps
    ):
        yield "outlives"
    if store.get("personal_data") not in _LIMITS:
        return
    if "retention" not in store:
        yield "no_period"
    elif store["retention"] not in _YEARS:
        yield "unreadable"
    else:
        years = _YEARS[store["retention"]]
        if store.get("kind") not in ("archive", "register") and years > _LIMITS[store["personal_data"]]:
            yield "too_long"
        if any(years > limit for limit in _leading(draft, store)):
            yield "longer_than_leader"


def _leading(draft: Draft, store: Row) -> Iterator[float]:
    """How long each data object of a store lies at its leading system, where that is another."""
    for thing in store.get("contains", ()):
        leader = draft.of("DataObject")[thing].get("leading_system", [])
        own = [
            s for s in draft.of("DataStore").values() if thing in s.get("contains", ()) and s.get("held_by") == leader
        ]
        periods = [_YEARS.get(s.get("retention", "")) for s in own]
        if own and store not in own and None not in periods:
            yield max(period for period in periods if period is not None)
