"""Flows of data from one office to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from ea_cockpit.sample.draft import Draft
from ea_cockpit.sample.wiring import owners, runs

KIND = "cross_office_flows"
RULE = (
    "Schnittstellen in Betrieb vom Amt, dem das liefernde System gehört, zu jenem, dem das beziehende gehört; hinter "
    "einem Datenbestand stehen seine Halter, eine Abteilung zählt zu ihrem Amt. Was im selben Amt bleibt, fehlt."
)


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """Each pair of offices."""
    cells: dict[tuple[str, str], set[str]] = defaultdict(set)
    whose: dict[str, set[str]] = {}
    for key, row in draft.of("Interface").items():
        ends = [*row.get("provided_by", ()), *row.get("consumed_by", ())]
        whose |= {end: owners(draft.rows, end) for end in ends if end not in whose}
        if runs(row):
            sources = {office for end in row.get("provided_by", ()) for office in whose[end]}
            for target in {office for end in row.get("consumed_by", ()) for office in whose[end]}:
                for source in sources - {target}:
                    cells[source, target].add(key)
    for (source, target), found in sorted(cells.items()):
        reason = f"{len(found)} Schnittstellen von {source} nach {target}."
        yield {"source": source, "target": target, "interfaces": sorted(found), "reason": reason}
