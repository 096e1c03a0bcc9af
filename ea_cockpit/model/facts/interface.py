"""Interfaces: flows of data between applications and data stores."""

from __future__ import annotations

from ea_cockpit.i18n import Text
from ea_cockpit.model.declare import Fact, Look, Ref, Refs, Section, Suffers, column, link, titles
from ea_cockpit.model.values import Choice, OptionalText


class InterfaceMode(Choice):
    """How data gets across."""

    API = "api", "API", "API", "Webservice", "REST", "SOAP", "REST-API", "Web-Service", "HTTP", "HTTPS"
    MESSAGE = "message", "Nachricht", "Message", "Queue", "Ereignis", "Meldung", "Messaging", "Event"
    FILE = (
        "file",
        "Datei",
        "File",
        "Dateitransfer",
        "File-Transfer",
        "Dateiaustausch",
        "SFTP",
        "FTP",
        "CSV",
        "XML-Datei",
        "Fichier",
    )
    BATCH = "batch", "Stapellauf", "Batch", "ETL", "Batchjob", "Batchlauf", "Stapel", "Stapelverarbeitung"
    DATABASE_LINK = "database_link", "Datenbankverbindung", "Database link", "DB-Link", "DB-Verbindung"
    MANUAL = "manual", "Manuell", "Manual", "von Hand", "manuelle Erfassung", "Handarbeit", "händisch", "manuel"


class Frequency(Choice):
    """How often data flows."""

    REALTIME = (
        "realtime", "Laufend", "Real time", "Echtzeit", "online", "live", "sofort", "Realtime", "synchron", "permanent",
        "temps réel"
    )  # fmt: skip
    HOURLY = (
        "hourly",
        "Stündlich",
        "Hourly",
        "stdl.",
        "jede Stunde",
        "pro Stunde",
        "1x/h",
        "1x pro Stunde",
        "toutes les heures",
    )
    DAILY = (
        "daily", "Täglich", "Daily", "tgl.", "jeden Tag", "jede Nacht", "nächtlich", "1x täglich", "1x pro Tag",
        "1x/Tag", "nightly", "quotidien"
    )  # fmt: skip
    WEEKLY = "weekly", "Wöchentlich", "Weekly", "wöch.", "jede Woche", "1x pro Woche", "1x/Woche", "hebdomadaire"
    MONTHLY = "monthly", "Monatlich", "Monthly", "mtl.", "jeden Monat", "1x pro Monat", "1x/Monat", "mensuel"
    QUARTERLY = "quarterly", "Quartalsweise", "Quarterly", "vierteljährlich", "pro Quartal", "trimestriel"
    YEARLY = "yearly", "Jährlich", "Yearly", "jährl.", "jedes Jahr", "1x pro Jahr", "1x/Jahr", "annually", "annuel"
    ON_DEMAND = (
        "on_demand", "Bei Bedarf", "On demand", "ad hoc", "auf Anfrage", "nach Bedarf", "unregelmässig", "sur demande"
    )  # fmt: skip


class InterfaceStatus(Choice):
    """Where an interface stands in its life."""

    PLANNED = "planned", "Geplant", "Planned", "in Planung", "planifié"
    PRODUCTIVE = (
        "productive", "Produktiv", "Productive", "in Betrieb", "aktiv", "im Einsatz", "live", "in Produktion",
        "Produktion", "PROD", "active", "en service", "actif"
    )  # fmt: skip
    PHASE_OUT = "phase_out", "Auslaufend", "Phase-out", "Auslauf", "in Ablösung"
    RETIRED = (
        "retired", "Ausser Betrieb", "Retired", "stillgelegt", "abgeschaltet", "inaktiv", "abgelöst", "hors service"
    )  # fmt: skip


class Interface(Fact):
    """A flow of data from a provider to its consumers."""

    titles = titles("Schnittstelle", "Schnittstellen", "Interface", "Interfaces")
    explains = Text(
        "Datenflüsse zwischen Applikationen und Datenbeständen.", "Flows of data between applications and data stores."
    )
    prefix = "IF"
    look = Look("#A8480A", "pill")

    mode: InterfaceMode | None = column(
        ("Art", "Mode"), ("Wie die Daten hinübergelangen.", "How data gets across."), example="api"
    )
    protocol: OptionalText = column(
        ("Protokoll", "Protocol"),
        ("Technisches Protokoll.", "Technical protocol."),
        example="HTTPS/REST",
        section=Section.TECHNOLOGY,
    )
    format: OptionalText = column(
        ("Format", "Format"), ("Datenformat.", "Data format."), example="JSON", section=Section.TECHNOLOGY
    )
    frequency: Frequency | None = column(
        ("Häufigkeit", "Frequency"), ("Wie oft Daten fliessen.", "How often data flows."), example="daily"
    )
    status: InterfaceStatus | None = column(
        ("Status", "Status"), ("Stand im Leben.", "Where it stands."), example="productive", section=Section.LIFECYCLE
    )
    encrypted: bool | None = column(
        ("Verschlüsselt", "Encrypted"),
        ("Ob die Übertragung verschlüsselt ist.", "Whether the transfer is encrypted."),
        example=True,
        section=Section.PROTECTION,
    )
    provided_by: Ref = link(
        ("Application", "DataStore"), "PROVIDES",
        ("Von", "Provided by"),
        ("stellt bereit", "provides"),
        ("Applikation oder Datenbestand, woher die Daten kommen.", "Where the data comes from."),
        suffers=Suffers.SOURCE,
        incoming=True,
        example="APP-1",
    )  # fmt: skip
    consumed_by: Refs = link(
        ("Application", "DataStore"), "CONSUMED_BY",
        ("Nach", "Consumed by"),
        ("bezieht", "consumes"),
        ("Applikationen oder Datenbestände, wohin die Daten gehen.", "Where the data goes to."),
        suffers=Suffers.TARGET,
        example="APP-2; APP-3",
    )  # fmt: skip
    carries: Refs = link(
        "DataObject", "CARRIES",
        ("Überträgt", "Carries"),
        ("wird übertragen von", "is carried by"),
        ("Datenobjekte, die fliessen.", "The data objects that flow."),
        example="DO-1",
        section=Section.FUNCTION,
    )  # fmt: skip
    conforms_to: Refs = link(
        "Standard", "CONFORMS_TO",
        ("Entspricht", "Conforms to"),
        ("wird erfüllt von", "is met by"),
        ("Standards, die die Schnittstelle erfüllt.", "The standards the interface meets."),
        example="STD-eCH-0058",
        section=Section.TECHNOLOGY,
    )  # fmt: skip
    runs_over: Refs = link(
        "Application", "RUNS_OVER",
        ("Läuft über", "Runs over"),
        ("übermittelt", "transfers"),
        ("Plattform oder Jobs, die die Daten übermitteln.", "The platform or jobs that move the data."),
        suffers=Suffers.SOURCE,
        example="APP-90",
        section=Section.TECHNOLOGY,
    )  # fmt: skip
