"""References to partners the catalogue does not know: dependencies no analysis can see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.i18n import Text


class OpenReference(AboutFact):
    """One reference that waits for its partner."""

    link: Text = result(
        ("Feld", "Field"), ("Das Feld, das den Partner nennt.", "The field that names the partner."), ...
    )
    text: str = result(("Verweis", "Reference"), ("Was in der Zelle steht.", "What stands in the cell."), ...)


class OpenReferences(Analysis):
    """All references that wait for their partner."""

    name = "open_references"
    row = OpenReference
    figures: ClassVar[dict[str, Text]] = {
        "references": Text("Verweise", "References"),
        "entries": Text("Einträge", "Entries"),
        "texts": Text("Verschiedene Bezeichnungen", "Different names"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """One line for each reference."""
        found: list[AnalysisRow] = []
        for row in asked.read(self.query):
            field = asked.metamodel[row["label"]].by_name.get(row["link"]) if row["label"] in asked.metamodel else None
            link = field.title if field else Text(row["link"], row["link"])
            found.append(OpenReference(**{**row, "link": link}))
        return found

    def summary(self, rows: Sequence[OpenReference]) -> dict[str, Any]:
        """References, entries that hold them, and how many different names they use."""
        return {
            "references": len(rows),
            "entries": len({(row.label, row.id) for row in rows}),
            "texts": len({row.text for row in rows}),
        }
