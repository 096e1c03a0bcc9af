"""Entries that are no longer in the inventory they came from: gone, or only forgotten."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import Analysis, AnalysisRow, result
from ea_cockpit.graph.catalogue import FactRef, Reader
from ea_cockpit.i18n import Text
from ea_cockpit.model.metamodel import Metamodel


class Absence(AnalysisRow):
    """One entry that one source no longer names."""

    label: str = result(("Typ", "Type"), ("Typ des Eintrags.", "Type of the entry."), ...)
    id: str = result(("ID", "ID"), ("ID des Eintrags.", "Id of the entry."), ...)
    name: str | None = result(("Name", "Name"), ("Name des Eintrags.", "Name of the entry."))
    source: str = result(
        ("Quelle", "Source"), ("Das Inventar, das ihn nicht mehr nennt.", "The inventory that no longer names it."), ...
    )
    last_seen: dt.date | None = result(
        ("Zuletzt gesehen", "Last seen"), ("Als diese Quelle ihn zuletzt nannte.", "When this source last named it.")
    )
    others: tuple[str, ...] = result(
        ("Noch gemeldet von", "Still reported by"), ("Quellen, die ihn noch nennen.", "Sources that still name it."), ()
    )

    def subject(self) -> FactRef:
        """The entry."""
        return FactRef(self.label, self.id, self.name)


class NotSeen(Analysis):
    """All entries some source no longer names."""

    name = "not_seen"
    row = Absence
    figures: ClassVar[dict[str, Text]] = {
        "entries": Text("Einträge", "Entries"),
        "in_no_source": Text("In keiner Quelle mehr", "In no source any more"),
    }

    def answer(self, reader: Reader, metamodel: Metamodel, params: dict[str, Any]) -> list[AnalysisRow]:  # noqa: ARG002
        """One line for each entry and source."""
        return [Absence(**row) for row in reader.read(self.query)]

    def summary(self, rows: Sequence[Absence]) -> dict[str, Any]:
        """Entries, and those no source names any more."""
        entries = {(row.label, row.id): row.others for row in rows}
        return {"entries": len(entries), "in_no_source": sum(not others for others in entries.values())}
