"""Data stores: where data lies, in which application, on what."""

from __future__ import annotations

from ea_cockpit.i18n import Text
from ea_cockpit.model.declare import Fact, Look, Outage, Refs, Section, Suffers, column, link, titles
from ea_cockpit.model.protection import Classification, PersonalData
from ea_cockpit.model.values import Choice, OptionalText, Whole


class DataStoreKind(Choice):
    """What form a data store has."""

    DATABASE = "database", "Datenbank", "Database", "DB", "Datenbank (relational)"
    SCHEMA = "schema", "Datenbankschema", "Database schema", "Schema", "DB-Schema"
    FILES = "files", "Dateiablage", "File store", "Fileshare", "Dateien", "Laufwerk"
    DOCUMENTS = "documents", "Dokumentenablage", "Document store", "DMS"
    REGISTER = "register", "Register", "Register"
    ARCHIVE = "archive", "Archiv", "Archive"


class DataStore(Fact):
    """A place where data is kept."""

    titles = titles("Datenbestand", "Datenbestände", "Data store", "Data stores")
    explains = Text(
        "Datenbanken, Schemas, Ablagen, Register und Archive.", "Databases, schemas, file stores, registers, archives."
    )
    prefix = "DB"
    look = Look("#00694A", "barrel")

    kind: DataStoreKind | None = column(
        ("Art", "Kind"), ("Form des Datenbestands.", "Form of the data store."), example="database"
    )
    classification: Classification | None = column(
        ("Klassifizierung", "Classification"),
        ("Wer die Daten sehen darf.", "Who may see the data."),
        example="internal",
        section=Section.PROTECTION,
    )
    personal_data: PersonalData | None = column(
        ("Personendaten", "Personal data"),
        ("Ob Personendaten vorkommen und ob besonders schützenswerte.", "Whether personal or sensitive data occur."),
        example="personal",
        section=Section.PROTECTION,
    )
    records: Whole | None = column(
        ("Anzahl Datensätze", "Records"), ("Ungefähre Anzahl Datensätze.", "Rough number of records."), example=250000
    )
    retention: OptionalText = column(
        ("Aufbewahrung", "Retention"),
        ("Aufbewahrungsfrist und was danach geschieht.", "How long data is kept and what happens then."),
        example="10 Jahre, dann Staatsarchiv",
        section=Section.PROTECTION,
    )
    open_data_candidate: bool | None = column(
        ("Kandidat für offene Daten", "Open data candidate"),
        ("Ob der Bestand veröffentlicht werden könnte.", "Whether the data could be published."),
        example=False,
        section=Section.PROTECTION,
    )
    held_by: Refs = link(
        "Application", "HOLDS",
        ("Gehalten von", "Held by"),
        ("hält", "holds"),
        ("Applikationen, die mit dem Bestand arbeiten.", "Applications that work on the data."),
        suffers=Suffers.TARGET,
        outage=Outage.ANY,
        incoming=True,
        example="APP-1",
        section=Section.TECHNOLOGY,
    )  # fmt: skip
    contains: Refs = link(
        "DataObject", "CONTAINS",
        ("Enthält Datenobjekte", "Contains data objects"),
        ("liegt in", "lies in"),
        ("Die Datenobjekte in diesem Bestand.", "The data objects kept here."),
        suffers=Suffers.TARGET,
        example="DO-1; DO-2",
        section=Section.FUNCTION,
    )  # fmt: skip
    hosted_on: Refs = link(
        "Hosting", "HOSTED_ON",
        ("Betrieben auf", "Hosted on"),
        ("trägt", "carries"),
        ("Die Betriebsumgebung des Bestands.", "Where the data store runs."),
        suffers=Suffers.SOURCE,
        outage=Outage.ALL,
        example="BU-1",
        section=Section.TECHNOLOGY,
    )  # fmt: skip
    built_with: Refs = link(
        "Technology", "BUILT_WITH",
        ("Gebaut mit", "Built with"),
        ("steckt in", "is used in"),
        ("Datenbanksystem und weitere Technologien.", "DBMS and other technologies."),
        suffers=Suffers.SOURCE,
        example="TEC-1",
        section=Section.TECHNOLOGY,
    )  # fmt: skip
