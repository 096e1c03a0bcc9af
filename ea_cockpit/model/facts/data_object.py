"""Data objects: what data is about, wherever it is kept."""

from __future__ import annotations

from ea_cockpit.i18n import Text
from ea_cockpit.model.declare import Fact, Look, Ref, Section, Suffers, column, link, titles
from ea_cockpit.model.protection import Classification
from ea_cockpit.model.values import OptionalText


class DataObject(Fact):
    """A thing of the business that data is kept about: a person, a parcel, a permit."""

    titles = titles("Datenobjekt", "Datenobjekte", "Data object", "Data objects")
    explains = Text(
        "Worüber Daten geführt werden, mit dem führenden System (Once Only).",
        "What data is kept about, with its leading system (once only).",
    )
    prefix = "DO"
    look = Look("#5A4FA0", "barrel")

    classification: Classification | None = column(
        ("Klassifizierung", "Classification"),
        ("Wer die Daten sehen darf.", "Who may see the data."),
        example="internal",
        section=Section.PROTECTION,
    )
    legal_basis: OptionalText = column(
        ("Rechtsgrundlage", "Legal basis"),
        ("Gesetz oder Verordnung, auf die sich die Bearbeitung stützt.", "The law that allows the processing."),
        example="Registergesetz § 4",
        section=Section.PROTECTION,
    )
    leading_system: Ref = link(
        "Application", "LED_BY",
        ("Führendes System", "Leading system"),
        ("führt", "leads"),
        ("Die eine Applikation, deren Daten gelten (Once Only).", "The one application whose data counts (once only)."),
        suffers=Suffers.SOURCE,
        example="APP-1",
        section=Section.FUNCTION,
    )  # fmt: skip
    defined_by: Ref = link(
        "Standard", "DEFINED_BY",
        ("Definiert durch", "Defined by"),
        ("definiert", "defines"),
        ("Der Standard, der das Datenobjekt beschreibt.", "The standard that describes the data object."),
        example="STD-eCH-0011",
        section=Section.FUNCTION,
    )  # fmt: skip
    part_of: Ref = link(
        "DataObject", "PART_OF",
        ("Teil von", "Part of"),
        ("umfasst", "comprises"),
        ("Das umfassendere Datenobjekt.", "The wider data object."),
        suffers=Suffers.TARGET,
        example="DO-10",
    )  # fmt: skip
