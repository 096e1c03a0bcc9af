"""Capabilities that several offices support with applications of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from ea_cockpit.sample.draft import Draft, Row
from ea_cockpit.sample.truth import in_operation

KIND = "shared_capabilities"
RULE = (
    "Fähigkeiten, die Applikationen in Betrieb aus mindestens zwei Ämtern unterstützen, mit den Applikationen je Amt. "
    "Eine Abteilung zählt zu ihrem Amt; jede Applikation ohne zuständiges Amt kann zu einem weiteren gehören und zählt "
    "darum als eines."
)


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """Each capability with its offices and their applications."""
    cells: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for key, row in draft.of("Application").items():
        for capability in row.get("supports", ()) if in_operation(row) else ():
            cells[capability][_office(draft, row)].append(key)
    for capability, offices in sorted(cells.items()):
        most = len(offices.keys() - {""}) + len(offices.get("", ()))
        if most > 1:
            count = sum(map(len, offices.values()))
            yield {
                "capability": capability,
                "offices": {office: sorted(keys) for office, keys in sorted(offices.items())},
                "reason": f"{count} Applikationen in {len(offices)} Ämtern unterstützen {capability}.",
            }


def _office(draft: Draft, row: Row) -> str:
    owner = next(iter(row.get("owned_by", ())), "")
    unit = draft.of("OrganisationUnit").get(owner, {})
    return str(unit["part_of"][0]) if unit.get("kind") == "division" else owner
