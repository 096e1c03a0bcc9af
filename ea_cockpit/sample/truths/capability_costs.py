"""What each business capability costs: told application by application in exact fractions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from ea_cockpit.sample.draft import Draft

KIND = "capability_costs"
RULE = (
    "Betrieb und Lizenzen einer Applikation in Betrieb verteilen sich gleichmässig auf die Fähigkeiten, die sie "
    "unterstützt. Was nicht angegeben ist, zählt als offene Angabe, nicht als null."
)


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """Each capability with its known cost, the answers given, and those asked."""
    known: dict[str, Fraction] = defaultdict(Fraction)
    given: dict[str, int] = defaultdict(int)
    asked: dict[str, int] = defaultdict(int)
    for row in draft.of("Application").values():
        if row.get("status") in ("planned", "retired"):
            continue
        for capability in row.get("supports") or [""]:
            for field in ("run_cost", "licence_cost"):
                asked[capability] += 1
                if field in row:
                    given[capability] += 1
                    known[capability] += Fraction(row[field]) / max(1, len(row.get("supports", ())))
    for key in sorted(asked):
        yield {
            "id": key,
            "known": round(float(known[key]), 2),
            "answered": given[key],
            "asked": asked[key],
            "reason": f"{given[key]} von {asked[key]} Angaben ergeben {float(known[key]):.0f} CHF im Jahr.",
        }
