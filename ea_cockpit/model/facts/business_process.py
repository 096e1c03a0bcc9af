"""Business processes: how work is done, by whom and with which applications and data."""

from __future__ import annotations

from ea_cockpit.i18n import Text
from ea_cockpit.model.declare import Fact, Look, Outage, Ref, Refs, Section, Suffers, link, titles


class BusinessProcess(Fact):
    """A recurring course of work with a result."""

    titles = titles("Prozess", "Prozesse", "Business process", "Business processes")
    explains = Text(
        "Wiederkehrende Abläufe aus dem Prozesshaus.", "Recurring courses of work, as listed in the process house."
    )
    prefix = "PR"
    look = Look("#9B2F72", "hexagon")

    part_of: Ref = link(
        "BusinessProcess", "PART_OF",
        ("Teil von", "Part of"),
        ("umfasst", "comprises"),
        ("Der umfassendere Prozess.", "The wider process."),
        suffers=Suffers.TARGET,
        outage=Outage.ANY,
        example="PR-10",
    )  # fmt: skip
    owned_by: Ref = link(
        "OrganisationUnit", "OWNED_BY",
        ("Verantwortet von", "Owned by"),
        ("verantwortet", "owns"),
        ("Die Einheit, die den Prozess verantwortet.", "The unit that answers for the process."),
        suffers=Suffers.TARGET,
        example="OE-AFU",
        section=Section.ORGANISATION,
    )  # fmt: skip
    realises: Refs = link(
        "BusinessCapability", "REALISES",
        ("Verwirklicht Fähigkeiten", "Realises capabilities"),
        ("wird verwirklicht durch", "is realised by"),
        ("Die Fähigkeiten, die der Prozess verwirklicht.", "The capabilities the process realises."),
        suffers=Suffers.TARGET,
        example="GF-11",
        section=Section.FUNCTION,
    )  # fmt: skip
    uses: Refs = link(
        "Application", "USES",
        ("Nutzt Applikationen", "Uses applications"),
        ("wird genutzt von", "is used by"),
        ("Die Applikationen, mit denen gearbeitet wird.", "The applications people work with."),
        suffers=Suffers.SOURCE,
        outage=Outage.ANY,
        example="APP-1; APP-2",
        section=Section.TECHNOLOGY,
    )  # fmt: skip
    reads: Refs = link(
        "DataObject", "READS",
        ("Liest Daten", "Reads data"),
        ("wird gelesen von", "is read by"),
        ("Datenobjekte, die der Prozess braucht.", "Data objects the process needs."),
        suffers=Suffers.SOURCE,
        example="DO-1",
        section=Section.FUNCTION,
    )  # fmt: skip
    writes: Refs = link(
        "DataObject", "WRITES",
        ("Schreibt Daten", "Writes data"),
        ("wird geschrieben von", "is written by"),
        ("Datenobjekte, die der Prozess erzeugt oder ändert.", "Data objects the process creates or changes."),
        example="DO-2",
        section=Section.FUNCTION,
    )  # fmt: skip
