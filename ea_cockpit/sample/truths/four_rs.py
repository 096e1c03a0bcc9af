"""Which of the four Rs each application gets: told by trying every answer that could still be given."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from ea_cockpit.sample.draft import Draft

KIND = "four_rs"
RULE = (
    "Der Nutzen ist hoch, wenn Geschäftswert und fachliche Eignung im Mittel 3.5 erreichen, die Technik gut ab 3. "
    "Möglich ist jedes Urteil, das irgendeine Antwort auf die fehlenden Angaben noch ergeben kann."
)
_MARKS = ("business_value", "functional_fit", "technical_fit")
_NAMES = {(True, True): "reward", (True, False): "refresh", (False, True): "review", (False, False): "remove"}


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """Each application in operation with the verdicts still possible."""
    for key, row in draft.of("Application").items():
        if row.get("status") in ("planned", "retired"):
            continue
        choices = [[row[mark]] if row.get(mark) else range(1, 6) for mark in _MARKS]
        possible = sorted({_NAMES[value + use >= 7, technology >= 3] for value, use, technology in product(*choices)})
        yield {"id": key, "possible": possible, "reason": f"«{row['name']}»: {', '.join(possible)}."}
