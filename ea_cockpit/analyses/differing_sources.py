"""Entries of which two inventories say different things, with what each says and what the catalogue holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.i18n import Text
from ea_cockpit.model.metamodel import Metamodel


class Statement(AboutFact):
    """What one source says of one field, where another says something else."""

    field: Text = result(("Feld", "Field"), ("Worüber sie sich widersprechen.", "What they differ on."), ...)
    source: str = result(("Quelle", "Source"), ("Das Inventar.", "The inventory."), ...)
    value: str | None = result(("Angabe", "Statement"), ("Was diese Quelle sagt.", "What this source says."))
    counts: bool | None = result(
        ("Gilt", "Counts"),
        ("Ob der Katalog diese Angabe führt.", "Whether the catalogue holds this statement."),
    )


class DifferingSources(Analysis):
    """All fields on which sources differ."""

    name = "differing_sources"
    row = Statement
    helpers = ("said", "held")
    worked_out = ("field", "source", "value", "counts")
    figures: ClassVar[dict[str, Text]] = {
        "entries": Text("Einträge", "Entries"),
        "fields": Text("Widersprüche", "Contradictions"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """One line for each field and source."""
        return [line for row in asked.read(self.query) for line in _statements(row, asked.metamodel)]

    def summary(self, rows: Sequence[Statement]) -> dict[str, Any]:
        """Entries and fields concerned."""
        return {
            "entries": len({(row.label, row.id) for row in rows}),
            "fields": len({(row.label, row.id, row.field) for row in rows}),
        }


def _statements(row: dict[str, Any], metamodel: Metamodel) -> Iterator[AnalysisRow]:
    kind = next((kind for kind in metamodel if kind.label == row["label"]), None)
    said: dict[str, dict[str, Any]] = json.loads(row["said"])
    for name in sorted({name for fields in said.values() for name in fields}):
        declared = kind.by_name.get(name) if kind else None
        heading = name.removeprefix("custom.")
        title = declared.title if declared else Text(heading, heading)
        for source, fields in sorted(said.items()):
            if name in fields:
                value, held = _shown(fields[name]), row["held"].get(name)
                # Links stand beside the fact, not among its properties: there the statement speaks for itself.
                counts = None if name not in row["held"] and value is not None else _shown(held) == value
                yield Statement(
                    label=row["label"], id=row["id"], name=row["name"], field=title, source=source, value=value,
                    counts=counts,
                )  # fmt: skip


def _shown(value: Any) -> str | None:
    if value is None:
        return None
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
