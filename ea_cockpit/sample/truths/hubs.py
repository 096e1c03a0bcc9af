"""The most connected applications and data stores."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from ea_cockpit.sample.draft import Draft
from ea_cockpit.sample.wiring import Landscape, runs, stores_of

KIND = "hubs"
RULE = (
    "Verbindungen einer Applikation: Schnittstellen in Betrieb (jede einmal), die sie oder einer ihrer Datenbestände "
    "bereitstellt oder bezieht oder die über sie laufen; Applikationen, von denen sie abhängt und die von ihr "
    "abhängen; Prozesse, die sie nutzen, und Leistungen, die sie erbringt. Genannt sind die zwanzig stärksten "
    "Applikationen und Datenbestände und alle, die dem letzten gleichkommen."
)
TOP = 20


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """The twenty strongest."""
    counts = _connections(draft.rows)
    bar = sorted(counts.values(), reverse=True)[TOP - 1]
    for key, count in counts.items():
        if count >= bar:
            label = "Application" if key in draft.of("Application") else "DataStore"
            name = draft.of(label)[key]["name"]
            yield {"id": key, "type": label, "connections": count, "reason": f"«{name}» hat {count} Verbindungen."}


def _connections(rows: Landscape) -> Counter[str]:
    interfaces: dict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    for key, row in rows["Interface"].items():
        if runs(row):
            for end in (*row.get("provided_by", ()), *row.get("consumed_by", ()), *row.get("runs_over", ())):
                interfaces[end].add(key)
    for app, stores in stores_of(rows).items():
        interfaces[app].update(*(interfaces.get(store, set()) for store in stores))
    for key, found in interfaces.items():
        counts[key] += len(found)
    for key, row in rows["Application"].items():
        counts[key] += len(row.get("depends_on", ()))
        counts.update(row.get("depends_on", ()))
    for label, field in (("BusinessProcess", "uses"), ("Service", "realised_by")):
        for row in rows[label].values():
            counts.update(key for key in row.get(field, ()) if key in rows["Application"])
    return counts
