"""Promised recovery times that what an application stands on does not bear out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from ea_cockpit.sample.draft import Draft
from ea_cockpit.sample.wiring import Landscape, runs, stores_of

KIND = "recovery_promises"
RULE = (
    "Applikationen in Betrieb mit RTO: nicht haltbar, wenn etwas, worauf sie stehen (Abhängigkeiten, Module, "
    "Umgebungen samt jener, in der sie stehen, auch jene der Datenbestände), länger braucht; von mehreren Umgebungen "
    "zählt die schnellste. Umgebungen brauchen je Verfügbarkeitsklasse 72, 24, 8 oder 2 Stunden. Unentschieden, wenn "
    "nur fehlende Angaben die Zusage noch umstossen können. Gleich für RPO, doch nur über Abhängigkeiten, Module und "
    "gemeinsam gehaltene Datenbestände."
)
HOURS = {"basic": 72.0, "standard": 24.0, "high": 8.0, "highest": 2.0}
_FOREVER = float("inf")


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """Each promise that cannot hold, or of which nobody can tell."""
    for measure, field in (("rto", "rto_hours"), ("rpo", "rpo_hours")):
        walk = _Walk(draft.rows, field)
        for key, row in draft.of("Application").items():
            own = row.get(field)
            if own is None or not runs(row):
                continue
            low, high = walk.below(key, 0.0), walk.below(key, _FOREVER)
            if max(low, high) > own:
                verdict = "broken" if low > own else "undecided"
                reason = f"Zugesagt {own:g} h; nach Bekanntem frühestens {low:g} h."
                yield {
                    "id": key, "measure": measure, "verdict": verdict, "promised": own, "possible": low,
                    "reason": reason,
                }  # fmt: skip


class _Walk:
    """Goes down from one application at a time; what was met before is not gone through again."""

    def __init__(self, rows: Landscape, field: str) -> None:
        self.rows, self.field = rows, field
        self.stores = stores_of(rows)
        self.parts: dict[str, list[str]] = defaultdict(list)
        for key, row in rows["Application"].items():
            for whole in row.get("part_of", ()):
                self.parts[whole].append(key)

    def below(self, app: str, unknown: float) -> float:
        """The slowest of all it stands on, where what is unknown takes `unknown` hours."""
        apps = self._apps(app)
        own = (self.rows["Application"][one].get(self.field, unknown) for one in apps if one != app)
        hosts: list[float] = []
        if self.field == "rto_hours":
            for one in apps:
                standing = [self.rows["Application"][one], *(self.rows["DataStore"][s] for s in self.stores[one])]
                hosts += [min(self._host(h, unknown) for h in r["hosted_on"]) for r in standing if r.get("hosted_on")]
        return max((*own, *hosts), default=0.0)

    def _apps(self, app: str) -> set[str]:
        found, queue = {app}, [app]
        while queue:
            here = queue.pop()
            others = [*self.rows["Application"][here].get("depends_on", ()), *self.parts[here]]
            if self.field == "rpo_hours":
                others += [holder for store in self.stores[here] for holder in self.rows["DataStore"][store]["held_by"]]
            queue += [other for other in others if other not in found]
            found.update(others)
        return found

    def _host(self, host: str, unknown: float) -> float:
        row = self.rows["Hosting"][host]
        own = HOURS.get(row.get("availability_class", ""), unknown)
        return max([own, *(self._host(above, unknown) for above in row.get("part_of", ()))])
