"""Where each application lies by TIME: told by trying every answer that could still be given."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from ea_cockpit.sample.draft import Draft, Row

KIND = "time_quadrants"
RULE = (
    "Geschäftswert ab 4 ist hoch; Eignung ist hoch, wenn technische und fachliche Eignung im Mittel 3 erreichen. "
    "Möglich ist jeder Quadrant, den irgendeine Antwort auf die fehlenden Angaben noch ergeben kann; ein Entscheid, "
    "der in keinem davon liegt, widerspricht."
)
_NAMES = {
    (True, True): "invest", (True, False): "migrate", (False, True): "tolerate", (False, False): "eliminate"
}  # fmt: skip


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """Each application in operation with the quadrants still possible."""
    for key, row in draft.of("Application").items():
        if row.get("status") in ("planned", "retired"):
            continue
        possible = sorted({_NAMES[value >= 4, use + technology >= 6] for value, use, technology in _all(row)})
        decision = row.get("decision")
        yield {
            "id": key,
            "possible": possible,
            "contradicts": decision is not None and decision not in possible,
            "reason": f"«{row['name']}» kann liegen in: {', '.join(possible)}; entschieden ist {decision or 'nichts'}.",
        }


def _all(row: Row) -> Iterator[tuple[int, ...]]:
    """Every set of assessments that fits what is known."""
    marks = ("business_value", "functional_fit", "technical_fit")
    yield from product(*([row[mark]] if row.get(mark) else range(1, 6) for mark in marks))
