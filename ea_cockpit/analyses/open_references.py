"""References to partners the catalogue does not know: dependencies no analysis can see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import Analysis, AnalysisRow, result
from ea_cockpit.graph.catalogue import FactRef, Reader
from ea_cockpit.i18n import Text
from ea_cockpit.model.metamodel import Metamodel


class OpenReference(AnalysisRow):
    """One reference that waits for its partner."""

    label: str = result(("Typ", "Type"), ("Typ des Eintrags.", "Type of the entry."), ...)
    id: str = result(("ID", "ID"), ("ID des Eintrags.", "Id of the entry."), ...)
    name: str | None = result(("Name", "Name"), ("Name des Eintrags.", "Name of the entry."))
    link: Text = result(
        ("Feld", "Field"), ("Das Feld, das den Partner nennt.", "The field that names the partner."), ...
    )
    text: str = result(("Verweis", "Reference"), ("Was in der Zelle steht.", "What stands in the cell."), ...)

    def subject(self) -> FactRef:
        """The entry that names the unknown partner."""
        return FactRef(self.label, self.id, self.name)


class OpenReferences(Analysis):
    """All references that wait for their partner."""

    name = "open_references"
    row = OpenReference
    figures: ClassVar[dict[str, Text]] = {
        "references": Text("Verweise", "References"),
        "entries": Text("Einträge", "Entries"),
        "texts": Text("Verschiedene Bezeichnungen", "Different names"),
    }

    def answer(self, reader: Reader, metamodel: Metamodel, params: dict[str, Any]) -> list[AnalysisRow]:  # noqa: ARG002
        """One line for each reference."""
        found: list[AnalysisRow] = []
        for row in reader.read(self.query):
            field = metamodel[row["label"]].by_name.get(row["link"]) if row["label"] in metamodel else None
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
