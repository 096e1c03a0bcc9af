"""How completely the canton's inventory is filled, and how old its confirmations are."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Any

from ea_cockpit.sample.draft import Draft

KIND = "data_quality"
RULE = (
    "Je Typ und Feld: wie viele Einträge es ausgefüllt haben; ID und weitere Namen zählen nicht. stale: Einträge, "
    "deren Bestätigung am Stichtag fehlt oder älter als zwölf Monate ist."
)
_LIMIT = dt.date(2025, 6, 30)


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """One entry for each fact type and field that is filled at all, and one for stale confirmations."""
    for label, rows in sorted(draft.rows.items()):
        count: Counter[str] = Counter()
        for row in rows.values():
            filled = (field for field, value in row.items() if value is not None and value not in ([], (), ""))
            count.update(field for field in filled if field[0] != "_" and field not in ("id", "aliases", "custom"))
        stale = sum((row.get("confirmed_on") or dt.date.min) < _LIMIT for row in rows.values())
        for field, filled in sorted({**count, "stale": stale}.items()):
            yield {
                "type": label,
                "field": field,
                "filled": filled,
                "of": len(rows),
                "reason": f"{filled} von {len(rows)} Einträgen.",
            }
