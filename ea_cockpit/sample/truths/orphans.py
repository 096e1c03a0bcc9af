"""Entries that nothing refers to and that refer to nothing that matters, and interfaces that lack a side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ea_cockpit.sample.draft import Draft
from ea_cockpit.sample.wiring import Landscape

KIND = "orphans"
RULE = (
    "Applikation ohne Nutzende, Fähigkeit, Prozess, Leistung, Schnittstelle, Datenbestand, Datenobjekt, Abhängigkeit "
    "und Ganzes; Datenbestand ohne Halter und Schnittstelle; Datenobjekt ohne Bestand, Schnittstelle, Prozess, "
    "führendes System und Ganzes; Betriebsumgebung, auf und in der nichts steht und die in nichts steht; Technologie, "
    "mit der nichts gebaut ist und die nichts einführt, ablöst oder regelt; Lieferant, der nichts liefert oder "
    "betreibt; Fähigkeit, Prozess und Leistung ohne jede fachliche Beziehung. Ist nur bekannt, wer zuständig ist, "
    "fehlt der Zweck. Schnittstelle ohne eine ihrer Seiten."
)
# Per type: its own links and the links of others to it that give it a purpose; then those that only name who answers.
_TIES: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "Application": (
        ("used_by", "supports", "depends_on", "part_of"),
        (
            "BusinessProcess.uses", "Service.realised_by", "Interface.provided_by", "Interface.consumed_by",
            "Interface.runs_over", "DataStore.held_by", "Application.depends_on", "Application.part_of",
            "DataObject.leading_system", "BusinessCapability.standard_solution",
        ),
        ("owned_by",),
    ),
    "DataStore": (("held_by",), ("Interface.provided_by", "Interface.consumed_by"), ()),
    "DataObject": (
        ("leading_system", "part_of"),
        ("DataStore.contains", "Interface.carries", "BusinessProcess.reads", "BusinessProcess.writes",
         "DataObject.part_of"),
        ("defined_by",),
    ),
    "Interface": (("provided_by", "consumed_by"), (), ("runs_over", "carries")),
    "Hosting": (
        ("part_of",), ("Application.hosted_on", "DataStore.hosted_on", "Hosting.part_of"), ("operated_by",)
    ),
    "Technology": (
        ("succeeded_by",),
        ("Application.built_with", "DataStore.built_with", "Hosting.built_with", "Initiative.introduces",
         "Standard.applies_to", "Technology.succeeded_by"),
        ("supplied_by",),
    ),
    "Supplier": ((), ("Application.supplied_by", "Technology.supplied_by", "Hosting.operated_by"), ()),
    "BusinessCapability": (
        ("part_of", "standard_solution"),
        ("Application.supports", "BusinessProcess.realises", "BusinessCapability.part_of", "Initiative.affects",
         "Standard.applies_to"),
        (),
    ),
    "BusinessProcess": (
        ("uses", "realises", "reads", "writes", "part_of"), ("Service.realised_by", "BusinessProcess.part_of"),
        ("owned_by",),
    ),
    "Service": (("realised_by",), (), ("offered_by",)),
}  # fmt: skip


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """Each orphan by type."""
    for label, (own, others, answer) in _TIES.items():
        named = _named(draft.rows, others)
        for key, row in draft.of(label).items():
            if key in named or any(row.get(field) for field in own):
                continue
            kind = "owned_only" if any(row.get(field) for field in answer) else "alone"
            yield {"id": key, "type": label, "kind": kind, "reason": f"«{row['name']}» hängt an nichts, was zählt."}
    for key, row in draft.of("Interface").items():
        if bool(row.get("provided_by")) != bool(row.get("consumed_by")):
            reason = f"«{row['name']}» fehlt eine Seite."
            yield {"id": key, "type": "Interface", "kind": "one_sided", "reason": reason}


def _named(rows: Landscape, others: tuple[str, ...]) -> set[str]:
    pairs = (one.split(".") for one in others)
    return {key for label, field in pairs for row in rows[label].values() for key in row.get(field, ())}
