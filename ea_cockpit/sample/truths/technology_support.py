"""How each technology stands on the sample's day, also those the catalogue says no dates of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from ea_cockpit.sample.draft import AS_OF, Draft, Row
from ea_cockpit.sample.truth import underneath
from ea_cockpit.sample.truths import dice

KIND = "technology_support"
RULE = (
    "Stand jeder Technologie am Stichtag: out_of_support (Lebensende erreicht), ending (Lebensende binnen eines "
    "Jahres), security_only (ordentlicher Support vorbei), supported, no_date (Version zu ungenau), unmatched "
    "(kein bekanntes Produkt). Ohne Daten im Katalog gilt, was die Hersteller veröffentlichen; eine zweite "
    "Schreibweise hat die Daten der ersten. applications: Applikationen in Betrieb, die darauf stehen, auch "
    "mittelbar."
)

# Name, slug, status on the day, end of life; as published by the makers.
_PLANTED = (
    ("Node.js 16", None, "out_of_support", dt.date(2023, 9, 11)),
    ("Skriptsprache des Altsystems", "cpe:2.3:a:ruby-lang:ruby:2.7", "out_of_support", dt.date(2023, 3, 31)),
    ("Baukasten Muster 3", None, "unmatched", None),
)
_KNOWN = {
    ".NET Framework 4.8": ("supported", None),
    "Apache Tomcat 10.1": ("supported", None),
    "Microsoft IIS 10": ("unmatched", None),
    "Elasticsearch 8": ("no_date", None),
    "Keycloak 26": ("no_date", None),
}


def plant(draft: Draft) -> None:
    """Add technologies without dates, each in one application in operation."""
    chance = dice(draft, KIND)
    apps = [
        row for row in draft.of("Application").values()
        if row.get("built_with") and row["status"] == "productive" and not row["_task"] and not row["_same_as"]
    ]  # fmt: skip
    for place, (name, slug, _, _) in enumerate(_PLANTED, start=1):
        row = draft.add("Technology", f"TEC-L{place}", name=name, kind="language", source="Meldung der Ämter")
        if slug:
            row["lifecycle_slug"] = slug
        chance.choice(apps)["built_with"].append(row["id"])


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """Every technology with its status, its end and what stands on it."""
    below = stands_on(draft)
    for key, row in draft.of("Technology").items():
        status, _, end = support_of(draft, row)
        users = [app for app, under in below.items() if key in under]
        reason = f"{row['name']}: {status}" + (f", Lebensende {end:%d.%m.%Y}" if end else "")
        yield {
            "id": key, "status": status, "end_of_life": end.isoformat() if end else None, "applications": users,
            "reason": reason,
        }  # fmt: skip


def stands_on(draft: Draft) -> dict[str, set[str]]:
    """The technologies each application in operation stands on, its own and those below."""
    apps = draft.of("Application")
    return {key: under | set(apps[key].get("built_with", ())) for key, under in underneath(draft.rows).items()}


def support_of(draft: Draft, row: Row) -> tuple[str, dt.date | None, dt.date | None]:
    """Status on the day, end of support and end of life of a technology."""
    first = next((one for label, one, second in draft.same if label == "Technology" and second == row["id"]), None)
    known = draft.of("Technology")[first] if first else row
    support, end = known.get("support_ends"), known.get("end_of_life") or known.get("support_ends")
    if end is None:
        told = _KNOWN | {name: (status, over) for name, _, status, over in _PLANTED}
        status, end = told.get(known["name"], ("unmatched", None))
        return status, None, end
    if end <= AS_OF:
        return "out_of_support", support, end
    if end <= AS_OF.replace(year=AS_OF.year + 1):
        return "ending", support, end
    return "security_only" if support and support <= AS_OF else "supported", support, end
