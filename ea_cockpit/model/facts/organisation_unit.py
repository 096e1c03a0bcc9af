"""Organisation units: who owns, uses and answers for things."""

from __future__ import annotations

from ea_cockpit.i18n import Text
from ea_cockpit.model.declare import Fact, Look, Ref, column, link, titles
from ea_cockpit.model.values import Choice, OptionalText


class OrganisationKind(Choice):
    """What sort of unit it is."""

    DEPARTMENT = "department", "Departement", "Department", "Direktion", "dep"
    OFFICE = "office", "Amt", "Office", "Dienststelle"
    DIVISION = "division", "Abteilung", "Division", "Fachstelle"
    COURT = "court", "Gericht", "Court"
    MUNICIPALITY = "municipality", "Gemeinde", "Municipality"
    EXTERNAL = "external", "Extern", "External", "externe Stelle"


class OrganisationUnit(Fact):
    """A unit of the administration, or one outside it that takes part."""

    titles = titles("Organisationseinheit", "Organisationseinheiten", "Organisation unit", "Organisation units")
    explains = Text(
        "Departemente, Ämter, Abteilungen, Gerichte, Gemeinden und externe Stellen.",
        "Departments, offices, divisions, courts, municipalities and external bodies.",
    )
    prefix = "OE"
    # An office that lacks an application still runs its data centre.
    passes_failure_on = False
    look = Look("#6A3D9A", "rectangle")

    kind: OrganisationKind | None = column(
        ("Art", "Kind"),
        ("Stellung in der Verwaltung.", "Its place in the administration."),
        example="office",
    )
    short_name: OptionalText = column(
        ("Kürzel", "Short name"),
        ("Amtliches Kürzel.", "Official abbreviation."),
        example="AFU",
    )
    part_of: Ref = link(
        "OrganisationUnit", "BELONGS_TO",
        ("Gehört zu", "Belongs to"),
        ("umfasst", "comprises"),
        ("Die übergeordnete Einheit.", "The unit above it."),
        example="OE-BJD",
    )  # fmt: skip
