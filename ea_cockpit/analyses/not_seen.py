"""Entries that are no longer in the inventory they came from: gone, or only forgotten."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.i18n import Text


class Absence(AboutFact):
    """One entry that one source no longer names."""

    source: str = result(
        ("Quelle", "Source"), ("Das Inventar, das ihn nicht mehr nennt.", "The inventory that no longer names it."), ...
    )
    last_seen: dt.date | None = result(
        ("Zuletzt gesehen", "Last seen"), ("Als diese Quelle ihn zuletzt nannte.", "When this source last named it.")
    )
    others: tuple[str, ...] = result(
        ("Noch gemeldet von", "Still reported by"), ("Quellen, die ihn noch nennen.", "Sources that still name it."), ()
    )


class NotSeen(Analysis):
    """All entries some source no longer names."""

    name = "not_seen"
    row = Absence
    figures: ClassVar[dict[str, Text]] = {
        "entries": Text("Einträge", "Entries"),
        "in_no_source": Text("In keiner Quelle mehr", "In no source any more"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """One line for each entry and source."""
        return [Absence(**row) for row in asked.read(self.query)]

    def summary(self, rows: Sequence[Absence]) -> dict[str, Any]:
        """Entries, and those no source names any more."""
        entries = {(row.label, row.id): row.others for row in rows}
        return {"entries": len(entries), "in_no_source": sum(not others for others in entries.values())}
