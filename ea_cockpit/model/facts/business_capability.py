"""Business capabilities: what the administration must be able to do, whoever does it and with what."""

from __future__ import annotations

from ea_cockpit.i18n import Text
from ea_cockpit.model.declare import Fact, Look, Ref, Section, Suffers, column, link, titles
from ea_cockpit.model.values import Scale


class BusinessCapability(Fact):
    """Something the administration must be able to do, independent of organisation and tools."""

    titles = titles("Geschäftsfähigkeit", "Geschäftsfähigkeiten", "Business capability", "Business capabilities")
    explains = Text(
        "Was die Verwaltung können muss, unabhängig von Organisation und Werkzeug.",
        "What the administration must be able to do, independent of organisation and tools.",
    )
    prefix = "GF"
    look = Look("#8C6A00", "ellipse")

    strategic_importance: Scale | None = column(
        ("Strategische Bedeutung", "Strategic importance"),
        ("Von 1 (gering) bis 5 (entscheidend).", "From 1 (low) to 5 (decisive)."),
        example=4,
        section=Section.ASSESSMENT,
    )
    part_of: Ref = link(
        "BusinessCapability", "PART_OF",
        ("Teil von", "Part of"),
        ("umfasst", "comprises"),
        ("Die umfassendere Fähigkeit.", "The wider capability."),
        suffers=Suffers.TARGET,
        example="GF-10",
    )  # fmt: skip
    standard_solution: Ref = link(
        "Application", "HAS_STANDARD_SOLUTION",
        ("Standardlösung", "Standard solution"),
        ("ist Standardlösung für", "is the standard solution for"),
        ("Die Applikation, die für diese Fähigkeit vorgegeben ist.", "The application set for this capability."),
        example="APP-12",
        section=Section.FUNCTION,
    )  # fmt: skip
