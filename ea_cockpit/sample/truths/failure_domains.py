"""What shares a hosting, a data centre, a supplier, an operator or a responsible function."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from ea_cockpit.sample.draft import Draft
from ea_cockpit.sample.wiring import Landscape, grave, stores_of

KIND = "failure_domains"
RULE = (
    "Applikationen, die sich eine Betriebsumgebung (samt allem, was in ihr steht, auch über ihre Datenbestände), "
    "deren äusserste Umgebung, den nächstgenannten Betreiber, den Lieferanten oder die fachliche oder technische "
    "Zuständigkeit teilen; ab einem Prozent aller Applikationen, mindestens zehn."
)


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """Each domain that is large enough."""
    least = max(10, len(draft.of("Application")) // 100)
    for (kind, what), apps in sorted(_domains(draft.rows).items()):
        if len(apps) >= least:
            critical = sum(grave(draft.of("Application")[app]) for app in apps)
            reason = f"{len(apps)} Applikationen teilen sich «{what}»."
            yield {"kind": kind, "what": what, "applications": sorted(apps), "critical": critical, "reason": reason}


def _domains(rows: Landscape) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    stores = stores_of(rows)
    for app, row in rows["Application"].items():
        for supplier in row.get("supplied_by", ()):
            found["supplier", supplier].add(app)
        for field in ("business_owner", "it_owner"):
            if row.get(field):
                found[field, row[field]].add(app)
        hosts = {
            *row.get("hosted_on", ()),
            *(h for s in stores[app] for h in rows["DataStore"][s].get("hosted_on", ())),
        }
        for host in hosts:
            chain = _chain(rows, host)
            for place in chain[:-1]:
                found["host", place].add(app)
            found["data_centre", chain[-1]].add(app)
            for operator in _operators(rows, chain):
                found["operator", operator].add(app)
    return found


def _chain(rows: Landscape, host: str) -> list[str]:
    above = rows["Hosting"][host].get("part_of", ())
    return [host, *(_chain(rows, above[0]) if above else [])]


def _operators(rows: Landscape, chain: list[str]) -> list[str]:
    """Those of the first that names any."""
    named = (rows["Hosting"][place].get("operated_by", []) for place in chain)
    return next((found for found in named if found), [])
