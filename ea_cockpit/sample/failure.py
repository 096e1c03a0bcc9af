"""What fails when one thing fails: a plain walk, apart from the product's own queries."""

from __future__ import annotations

from collections import defaultdict

from ea_cockpit.sample.draft import Rows

Landscape = dict[str, Rows]
_LABELS = ("Hosting", "DataStore", "Application", "BusinessProcess", "Service")


class FailureWalk:
    """Answers which facts fail with a given one, by the rule above."""

    def __init__(self, rows: Landscape) -> None:
        self.label = {key: label for label in _LABELS for key in rows.get(label, {})}
        self._needs: dict[str, int] = {}
        self._one: dict[str, list[str]] = defaultdict(list)
        self._all: dict[str, list[str]] = defaultdict(list)
        for label in _LABELS:
            for key, row in rows.get(label, {}).items():
                self._read(label, key, row)

    def _read(self, label: str, key: str, row: dict[str, list[str]]) -> None:
        if label in ("DataStore", "Application"):
            self._needs[key] = len(row.get("hosted_on", ()))
            for host in row.get("hosted_on", ()):
                self._all[host].append(key)
        singles = {
            "Hosting": "part_of",
            "Application": "depends_on",
            "BusinessProcess": "uses",
            "Service": "realised_by",
        }
        for other in row.get(singles.get(label, ""), ()):
            self._one[other].append(key)
        if label in ("Application", "BusinessProcess"):
            for whole in row.get("part_of", ()):
                self._one[key].append(whole)
        for holder in row.get("held_by", ()):
            self._one[key].append(holder)

    def fails_with(self, start: str) -> dict[str, list[str]]:
        """Ids by type, the start itself left out."""
        down, lost, queue = {start}, dict[str, int](), [start]
        while queue:
            here = queue.pop()
            next_ = list(self._one.get(here, ()))
            for other in self._all.get(here, ()):
                lost[other] = lost.get(other, 0) + 1
                if lost[other] == self._needs[other]:
                    next_.append(other)
            for other in next_:
                if other not in down:
                    down.add(other)
                    queue.append(other)
        down.discard(start)
        found = {label: sorted(key for key in down if self.label[key] == label) for label in _LABELS}
        return {label: keys for label, keys in found.items() if keys}
