"""Initiatives: projects and measures that change the landscape."""

from __future__ import annotations

import datetime as dt

from ea_cockpit.i18n import Text
from ea_cockpit.model.declare import Fact, Look, Ref, Refs, Section, Suffers, column, link, titles
from ea_cockpit.model.values import Choice, Money, OptionalText


class InitiativeStatus(Choice):
    """Where an initiative stands."""

    IDEA = "idea", "Idee", "Idea"
    PLANNED = "planned", "Geplant", "Planned", "in Planung", "vorgesehen", "planifié"
    RUNNING = (
        "running", "Laufend", "Running", "in Umsetzung", "aktiv", "in Arbeit", "in Realisierung", "gestartet",
        "in progress", "en cours"
    )  # fmt: skip
    PAUSED = "paused", "Sistiert", "Paused", "angehalten", "pausiert", "on hold", "suspendu"
    DONE = "done", "Abgeschlossen", "Done", "beendet", "erledigt", "fertig", "completed", "closed", "terminé"
    STOPPED = "stopped", "Abgebrochen", "Stopped", "gestoppt", "cancelled", "abandonné"


class Initiative(Fact):
    """A project or measure, for example of the digital strategy."""

    titles = titles("Vorhaben / Massnahme", "Vorhaben und Massnahmen", "Initiative", "Initiatives")
    explains = Text(
        "Projekte und Massnahmen der digitalen Strategie.", "Projects and measures of the digital strategy."
    )
    prefix = "V"
    look = Look("#2D5C88", "ellipse")

    programme: OptionalText = column(
        ("Programm", "Programme"), ("Übergeordnetes Programm.", "The programme above it."), example="SO!Digital"
    )
    measure: OptionalText = column(
        ("Massnahme", "Measure"), ("Nummer der Massnahme.", "Number of the measure."), example="IT-3"
    )
    status: InitiativeStatus | None = column(
        ("Status", "Status"), ("Stand des Vorhabens.", "Where it stands."), example="running", section=Section.LIFECYCLE
    )
    start: dt.date | None = column(
        ("Beginn", "Start"), ("Erster Tag.", "First day."), example="2026-01-01", section=Section.LIFECYCLE
    )
    end: dt.date | None = column(
        ("Ende", "End"),
        ("Letzter Tag.", "Last day."),
        example="2027-12-31",
        section=Section.LIFECYCLE,
        ends=True,
    )
    budget: Money | None = column(
        ("Budget (CHF)", "Budget (CHF)"), ("Bewilligt.", "Granted."), example=450000, section=Section.COST
    )
    spent: Money | None = column(
        ("Ausgegeben (CHF)", "Spent (CHF)"), ("Bisher.", "So far."), example=120000, section=Section.COST
    )
    goal: OptionalText = column(
        ("Ziel", "Goal"),
        ("Was am Ende gemessen werden kann.", "What can be measured at the end."),
        example="100 % der Applikationen im Katalog",
        section=Section.ASSESSMENT,
    )
    measured_value: OptionalText = column(
        ("Messwert", "Measured value"),
        ("Letzter Stand der Messung.", "The latest measurement."),
        example="62 %",
        section=Section.ASSESSMENT,
    )
    led_by: Ref = link(
        "OrganisationUnit", "CONDUCTED_BY",
        ("Federführung", "Led by"),
        ("führt", "leads"),
        ("Die federführende Einheit.", "The unit in charge."),
        example="OE-AIO",
        section=Section.ORGANISATION,
    )  # fmt: skip
    affects: Refs = link(
        ("Application", "BusinessCapability"), "AFFECTS",
        ("Betrifft", "Affects"),
        ("ist betroffen von", "is affected by"),
        ("Applikationen und Fähigkeiten, die sich ändern.", "Applications and capabilities that change."),
        example="APP-1; GF-11",
        section=Section.FUNCTION,
    )  # fmt: skip
    introduces: Refs = link(
        "Technology", "INTRODUCES",
        ("Führt ein", "Introduces"),
        ("wird eingeführt durch", "is introduced by"),
        ("Neue Technologien.", "New technologies."),
        example="TEC-3",
        section=Section.TECHNOLOGY,
    )  # fmt: skip
    depends_on: Refs = link(
        "Initiative", "DEPENDS_ON",
        ("Hängt ab von", "Depends on"),
        ("ist Voraussetzung für", "is needed by"),
        ("Vorhaben, die zuerst fertig sein müssen.", "Initiatives that must be finished first."),
        suffers=Suffers.SOURCE,
        example="V-2",
    )  # fmt: skip
