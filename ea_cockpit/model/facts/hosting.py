"""Hosting: what applications and data stores run on, and where that is."""

from __future__ import annotations

from ea_cockpit.i18n import Text
from ea_cockpit.model.declare import Fact, Look, Outage, Ref, Refs, Section, Suffers, column, link, titles
from ea_cockpit.model.values import Choice, Money, OptionalText


class HostingKind(Choice):
    """What sort of operating environment it is."""

    DATA_CENTRE = "data_centre", "Rechenzentrum", "Data centre", "RZ"
    SERVER = "server", "Server", "Server", "VM", "Host", "Virtueller Server", "Virtuelle Maschine"
    CLUSTER = "cluster", "Cluster", "Cluster", "Server-Cluster"
    IAAS = "iaas", "IaaS", "IaaS", "Infrastructure as a Service"
    PAAS = "paas", "PaaS", "PaaS", "Platform as a Service"
    SAAS = "saas", "SaaS", "SaaS", "Software as a Service"


class Jurisdiction(Choice):
    """Under whose law data lies."""

    CH = "CH", "Schweiz", "Switzerland"
    EU = "EU", "EU / EWR", "EU / EEA", "EWR"
    UK = "UK", "Vereinigtes Königreich", "United Kingdom", "GB"
    US = "US", "USA", "United States"
    OTHER = "other", "Andere", "Other", "übrige"


class AvailabilityClass(Choice):
    """How available it must be, by the classes of the data centre."""

    BASIC = "basic", "Basis", "Basic", "Bronze"
    STANDARD = "standard", "Standard", "Standard", "Silber"
    HIGH = "high", "Hoch", "High", "Gold"
    HIGHEST = "highest", "Höchst", "Highest", "Platin"


class Hosting(Fact):
    """An operating environment: a data centre, a cluster, a server, a cloud."""

    titles = titles("Betriebsumgebung", "Betriebsumgebungen", "Hosting", "Hostings")
    explains = Text(
        "Rechenzentren, Cluster, Server und Cloud-Angebote.", "Data centres, clusters, servers and cloud offers."
    )
    prefix = "BU"
    look = Look("#4A5560", "cut-rectangle")

    kind: HostingKind | None = column(
        ("Art", "Kind"), ("Form des Betriebs.", "Form of operation."), example="data_centre"
    )
    location: OptionalText = column(
        ("Standort", "Location"), ("Ort oder Region.", "Place or region."), example="Musterstadt"
    )
    jurisdiction: Jurisdiction | None = column(
        ("Rechtsraum", "Jurisdiction"),
        ("Unter welchem Recht die Daten liegen.", "Under whose law the data lies."),
        example="CH",
        section=Section.PROTECTION,
    )
    availability_class: AvailabilityClass | None = column(
        ("Verfügbarkeitsklasse", "Availability class"),
        ("Zugesagte Verfügbarkeit.", "Promised availability."),
        example="high",
        section=Section.PROTECTION,
    )
    cost: Money | None = column(
        ("Kosten (CHF/Jahr)", "Cost (CHF/year)"),
        ("Jährliche Betriebskosten.", "Yearly cost of operation."),
        example=120000,
        section=Section.COST,
    )
    part_of: Ref = link(
        "Hosting", "LOCATED_IN",
        ("Teil von", "Part of"),
        ("umfasst", "comprises"),
        ("Die Umgebung, in der diese steht.", "The environment this one stands in."),
        suffers=Suffers.SOURCE,
        outage=Outage.ANY,
        example="BU-1",
    )  # fmt: skip
    operated_by: Ref = link(
        ("Supplier", "OrganisationUnit"), "OPERATED_BY",
        ("Betrieben von", "Operated by"),
        ("betreibt", "operates"),
        ("Lieferant oder Einheit, die den Betrieb führt.", "The supplier or unit that runs it."),
        suffers=Suffers.SOURCE,
        example="OE-AIO",
        section=Section.ORGANISATION,
    )  # fmt: skip
    built_with: Refs = link(
        "Technology", "BUILT_WITH",
        ("Gebaut mit", "Built with"),
        ("steckt in", "is used in"),
        ("Betriebssystem, Virtualisierung und weitere Technologien.", "Operating system, virtualisation and the like."),
        suffers=Suffers.SOURCE,
        example="TEC-2",
        section=Section.TECHNOLOGY,
    )  # fmt: skip
