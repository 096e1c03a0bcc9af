"""The most connected applications and data stores, and how many depend on them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.parameter import Parameter
from ea_cockpit.analyses.structure.hub import Hub, hubs
from ea_cockpit.analyses.structure.network import Names, links_of, read_facts
from ea_cockpit.analyses.structure.offices import read_offices
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.graph.catalogue import FactRef
from ea_cockpit.i18n import Text

_LABELS = ("Application", "BusinessProcess", "DataStore", "Interface", "OrganisationUnit", "Service")


class HubRow(AboutFact):
    """One of the most connected systems."""

    connections: int = result(
        ("Verbindungen", "Connections"),
        (
            "Schnittstellen (jede einmal, auch jene ihrer Datenbestände), Abhängigkeiten, Prozesse und Leistungen.",
            "Interfaces (each once, its data stores' too), dependencies, processes and services.",
        ),
        ...,
    )
    dependents: int = result(
        ("Abhängige", "Dependents"),
        ("Wer Daten von ihr bezieht, von ihr abhängt oder mit ihr arbeitet.", "Who takes from it or works with it."),
        ...,
    )
    provided: int = result(("Hinaus", "Out"), ("Schnittstellen hinaus.", "Interfaces out."), ...)
    consumed: int = result(("Herein", "In"), ("Schnittstellen herein.", "Interfaces in."), ...)
    carried: int = result(("Hindurch", "Through"), ("Schnittstellen darüber.", "Interfaces over it."), ...)
    needed_by: int = result(
        ("Gebraucht von", "Needed by"), ("Applikationen, die davon abhängen.", "Applications that depend on it."), 0
    )
    needs: int = result(
        ("Braucht", "Needs"), ("Applikationen, von denen sie abhängt.", "Applications it depends on."), 0
    )
    processes: int = result(
        ("Arbeit", "Work"),
        ("Prozesse und Leistungen, die damit arbeiten.", "Processes and services that work with it."),
        0,
    )
    offices: int = result(
        ("Ämter", "Offices"),
        ("Ämter der Verantwortung, Nutzung und Partner.", "Offices that own it, use it, or own its partners."),
        0,
    )
    share: float | None = result(
        ("Ämter %", "Offices %"),
        ("Von allen Ämtern mit Applikationen, in Prozent.", "Of all offices with applications, in per cent."),
    )
    reason: Text = result(("Begründung", "Reason"), ("Warum der Eintrag hier steht.", "Why it is listed."), ...)


class Hubs(Analysis):
    """The most connected systems."""

    name = "hubs"
    topic = Topic.STRUCTURE
    row = HubRow
    parameters = (
        Parameter(
            "top",
            Text("So viele zeigen", "Show so many"),
            Text("Die wievielen; gleich starke gehören dazu.", "How many to show; those tied for the last place too."),
            "integer",
            default=20,
            low=1,
            high=10_000,
        ),
    )
    helpers = ("relationship", "starts", "ends")
    worked_out = tuple(column.name for column in HubRow.columns())
    figures: ClassVar[dict[str, Text]] = {
        "hubs": Text("Drehscheiben", "Hubs"),
        "most": Text("Verbindungen der stärksten", "Connections of the first"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """The most connected first."""
        facts, offices = read_facts(asked, _LABELS), read_offices(asked)
        found, total = hubs(facts, links_of(asked.read(self.query), facts), offices, asked["top"])
        names = Names(asked, facts, (hub.place for hub in found))
        rows = [_row(hub, names[hub.place], total) for hub in found]
        return [*sorted(rows, key=lambda row: (-row.connections, -row.dependents, row.label, row.id))]

    def summary(self, rows: Sequence[HubRow]) -> dict[str, Any]:
        """How many are shown, and how connected the first is."""
        return {"hubs": len(rows), "most": max((row.connections for row in rows), default=0)}


def _row(hub: Hub, ref: FactRef, total: int) -> HubRow:
    share = round(100 * len(hub.offices) / total, 1) if total else None
    reason = Text(
        f"{hub.dependents} hängen unmittelbar davon ab, {len(hub.offices)} von {total} Ämtern sind beteiligt.",
        f"{hub.dependents} depend on it directly, {len(hub.offices)} of {total} offices take part.",
    )
    return HubRow(
        label=ref.label, id=ref.id, name=ref.name, connections=hub.connections, dependents=hub.dependents,
        provided=hub.provided, consumed=hub.consumed, carried=hub.carried, needed_by=hub.needed_by, needs=hub.needs,
        processes=hub.processes, offices=len(hub.offices), share=share, reason=reason,
    )  # fmt: skip
