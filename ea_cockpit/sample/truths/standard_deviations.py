"""Deviations that were granted from standards: whose, from which, until when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ea_cockpit.sample.draft import Draft

KIND = "standard_deviations"
RULE = "Bewilligte Ausnahmen von nicht eingehaltenen Vorgaben: Die Abweichung bleibt, ist aber bis zur Frist erlaubt."


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """Every deviation with its standard, its subject and its term."""
    for key, row in draft.of("Deviation").items():
        standard, subject, until = row["from_standard"][0], row["subject"][0], row["until"]
        reason = f"{subject} darf bis {until:%d.%m.%Y} von {standard} abweichen."
        yield {"id": key, "standard": standard, "subject": subject, "until": until.isoformat(), "reason": reason}
