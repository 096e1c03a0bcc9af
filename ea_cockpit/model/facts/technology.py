"""Technologies: products and versions that things are built with."""

from __future__ import annotations

import datetime as dt

from ea_cockpit.i18n import Text
from ea_cockpit.model.declare import Fact, Look, Ref, Section, Suffers, column, link, titles
from ea_cockpit.model.values import Choice, OptionalText


class TechnologyKind(Choice):
    """What sort of technology it is."""

    DBMS = "dbms", "Datenbanksystem", "DBMS"
    OPERATING_SYSTEM = "operating_system", "Betriebssystem", "Operating system", "OS"
    LANGUAGE = "language", "Programmiersprache", "Language", "Sprache"
    FRAMEWORK = "framework", "Framework", "Framework"
    MIDDLEWARE = "middleware", "Middleware", "Middleware", "Laufzeitumgebung"
    PRODUCT = "product", "Produkt", "Product"


class Technology(Fact):
    """A product in a version that applications, data stores or hosting are built with."""

    titles = titles("Technologie", "Technologien", "Technology", "Technologies")
    explains = Text("Produkte und Versionen mit ihrem Lebenszyklus.", "Products and versions with their life cycle.")
    prefix = "TEC"
    look = Look("#7A5600", "cut-rectangle")

    kind: TechnologyKind | None = column(
        ("Art", "Kind"), ("Sorte der Technologie.", "Sort of technology."), example="dbms"
    )
    version: OptionalText = column(
        ("Version", "Version"), ("Version oder Zyklus.", "Version or release cycle."), example="19c"
    )
    lifecycle_slug: OptionalText = column(
        ("Produkt bei endoflife.date", "Product at endoflife.date"),
        ("Kennung des Produkts bei endoflife.date.", "The product's identifier at endoflife.date."),
        example="postgresql",
        section=Section.LIFECYCLE,
    )
    support_ends: dt.date | None = column(
        ("Support bis", "Support ends"),
        ("Ende des ordentlichen Supports.", "End of regular support."),
        example="2027-11-30",
        section=Section.LIFECYCLE,
        ends=True,
    )
    end_of_life: dt.date | None = column(
        ("Lebensende", "End of life"),
        ("Ab dann keine Sicherheitskorrekturen mehr.", "No security fixes after this day."),
        example="2029-11-30",
        section=Section.LIFECYCLE,
        ends=True,
    )
    supplied_by: Ref = link(
        "Supplier", "SUPPLIED_BY",
        ("Lieferant", "Supplied by"),
        ("liefert", "supplies"),
        ("Hersteller oder Lieferant.", "Maker or supplier."),
        suffers=Suffers.SOURCE,
        example="LF-1",
        section=Section.ORGANISATION,
    )  # fmt: skip
    succeeded_by: Ref = link(
        "Technology", "SUCCEEDED_BY",
        ("Nachfolge", "Succeeded by"),
        ("löst ab", "succeeds"),
        ("Die Technologie, die an ihre Stelle tritt.", "The technology that takes its place."),
        example="TEC-3",
        section=Section.LIFECYCLE,
    )  # fmt: skip
