"""All flows of data of an application or an office: with whom, in which direction, how, and what flows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.parameter import Parameter
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.graph.catalogue import FactRef
from ea_cockpit.i18n import Text
from ea_cockpit.model.facts.interface import Frequency, InterfaceMode, InterfaceStatus
from ea_cockpit.model.values import Choice


class Direction(Choice):
    """Which way data flows, seen from the application or office asked for."""

    IN = "in", "eingehend", "incoming"
    OUT = "out", "ausgehend", "outgoing"
    INTERNAL = "internal", "intern", "internal"
    TRANSIT = "transit", "übermittelt", "in transit"


class Flow(AnalysisRow):
    """One flow: an interface with one provider and one consumer."""

    direction: Direction = result(
        ("Richtung", "Direction"),
        (
            "Eingehend, ausgehend, intern; übermittelt: die Daten laufen nur über eine eigene Plattform.",
            "Incoming, outgoing, internal; in transit: the data only runs over a platform of one's own.",
        ),
        ...,
    )
    interface: str = result(("Schnittstelle", "Interface"), ("ID der Schnittstelle.", "Id of the interface."), ...)
    name: str | None = result(("Name", "Name"), ("Name der Schnittstelle.", "Name of the interface."))
    provider: str | None = result(("Von", "From"), ("Woher die Daten kommen.", "Where the data comes from."))
    consumer: str | None = result(("Nach", "To"), ("Wohin die Daten gehen.", "Where the data goes."))
    partner: str | None = result(
        ("Partner", "Partner"),
        ("Die Gegenseite; leer, wenn keine erfasst ist.", "The other side; empty where none is recorded."),
    )
    partner_label: str | None = result(
        ("Typ des Partners", "Partner's type"), ("Typ der Gegenseite.", "Type of the other side.")
    )
    partner_id: str | None = result(
        ("ID des Partners", "Partner's id"), ("ID der Gegenseite.", "Id of the other side.")
    )
    mode: InterfaceMode | None = result(("Art", "Mode"), ("Wie die Daten hinübergelangen.", "How data gets across."))
    protocol: str | None = result(("Protokoll", "Protocol"), ("Technisches Protokoll.", "Technical protocol."))
    format: str | None = result(("Format", "Format"), ("Datenformat.", "Data format."))
    frequency: Frequency | None = result(
        ("Häufigkeit", "Frequency"), ("Wie oft Daten fliessen.", "How often data flows.")
    )
    data_objects: tuple[str, ...] = result(
        ("Daten", "Data"), ("Die Datenobjekte, die fliessen.", "The data objects that flow."), ()
    )
    encrypted: bool | None = result(
        ("Verschlüsselt", "Encrypted"), ("Ob die Übertragung verschlüsselt ist.", "Whether the transfer is encrypted.")
    )
    platforms: tuple[str, ...] = result(
        ("Läuft über", "Runs over"),
        ("Plattformen oder Jobs, die übermitteln.", "Platforms or jobs that move the data."),
        (),
    )
    status: InterfaceStatus | None = result(("Status", "Status"), ("Stand im Leben.", "Where it stands."))

    def subject(self) -> FactRef:
        """The interface."""
        return FactRef("Interface", self.interface, self.name)


class Interfaces(Analysis):
    """All flows of an application or an office."""

    name = "interfaces"
    topic = Topic.STRUCTURE
    row = Flow
    parameters = (
        Parameter(
            "fact",
            Text("Applikation oder Amt", "Application or office"),
            Text(
                "ID einer Applikation oder einer Organisationseinheit; eine Einheit samt allen, die ihr unterstehen.",
                "Id of an application or an organisation unit; a unit comes with all units below it.",
            ),
            "fact",
            required=True,
            targets=("Application", "OrganisationUnit"),
        ),
    )
    figures: ClassVar[dict[str, Text]] = {
        "flows": Text("Datenflüsse", "Flows"),
        "interfaces": Text("Schnittstellen", "Interfaces"),
        "partners": Text("Partner", "Partners"),
        "by_direction": Text("Nach Richtung", "By direction"),
        "by_mode": Text("Nach Art", "By mode"),
        "not_encrypted": Text("Nicht verschlüsselt", "Not encrypted"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """One line for each interface, provider and consumer."""
        fact: FactRef = asked["fact"]
        return [Flow(**row) for row in asked.read(self.query, label=fact.label, id=fact.id)]

    def summary(self, rows: Sequence[Flow]) -> dict[str, Any]:
        """Flows, interfaces, partners, and how they spread."""
        return {
            "flows": len(rows),
            "interfaces": len({row.interface for row in rows}),
            "partners": len({(row.partner_label, row.partner_id) for row in rows if row.partner_id}),
            "by_direction": {word.value: n for word, n in Counter(row.direction for row in rows).items()},
            "by_mode": {mode.value: n for mode, n in Counter(row.mode for row in rows if row.mode).items()},
            "not_encrypted": len({row.interface for row in rows if row.encrypted is False}),
        }
