"""Applications: the heart of the catalogue (IT-3)."""

from __future__ import annotations

import datetime as dt

from ea_cockpit.i18n import Text
from ea_cockpit.model.declare import Fact, Look, Outage, Ref, Refs, Section, Suffers, column, link, titles
from ea_cockpit.model.protection import Need, PersonalData
from ea_cockpit.model.values import Choice, Money, Number, OptionalText, Scale, Whole


class ApplicationKind(Choice):
    """The role an application plays in the landscape."""

    SPECIALIST = (
        "specialist", "Fachapplikation", "Specialist application", "Fachanwendung", "Fachverfahren",
        "Application métier", "Business application", "Fachsystem", "Fachlösung"
    )  # fmt: skip
    BASE_SERVICE = "base_service", "Basisdienst", "Base service", "Basisinfrastruktur", "Service de base", "Basissystem"
    CROSS_CUTTING = (
        "cross_cutting", "Querschnittsapplikation", "Cross-cutting application", "Querschnitt",
        "Querschnittsanwendung", "Querschnittssystem", "Application transversale"
    )  # fmt: skip
    PORTAL = "portal", "Portal", "Portal", "Webportal", "Portalanwendung", "Portail"
    REGISTER = "register", "Register", "Register", "Registeranwendung", "Registerapplikation", "Registre"
    INTEGRATION_JOB = "integration_job", "Integrationsjob", "Integration job", "Job", "ETL"
    DESKTOP_TOOL = (
        "desktop_tool", "Arbeitsplatzwerkzeug", "Desktop tool", "Arbeitsplatztool", "Excel-Lösung", "Access-Lösung",
        "EUC", "Desktop", "Client-Anwendung"
    )  # fmt: skip


class Sourcing(Choice):
    """Where the software comes from."""

    STANDARD = (
        "standard", "Standardsoftware", "Standard software", "Standard", "Kauf", "Kaufsoftware", "COTS",
        "Standardlösung", "Standardprodukt", "Std.-Software", "Std-Software", "Kaufprodukt", "Logiciel standard"
    )  # fmt: skip
    CUSTOM = (
        "custom", "Individualentwicklung extern", "Custom built", "Individualsoftware", "Individualentwicklung",
        "Individuallösung", "Individual", "Custom", "Développement externe"
    )  # fmt: skip
    IN_HOUSE = (
        "in_house", "Eigenentwicklung", "In-house", "intern", "Eigenlösung", "Eigenbau", "selbst entwickelt",
        "Développement interne"
    )  # fmt: skip
    SAAS = "saas", "SaaS", "SaaS", "Cloud", "Software as a Service", "Cloud-Dienst", "SaaS-Lösung", "Cloud-Lösung"


class ApplicationStatus(Choice):
    """Where an application stands in its life."""

    PLANNED = (
        "planned", "Geplant", "Planned", "in Planung", "Planung", "vorgesehen", "Plan", "planifié", "prévu", "Idee"
    )  # fmt: skip
    INTRODUCTION = (
        "introduction", "In Einführung", "Introduction", "Einführung", "Einführungsphase", "Pilot", "Pilotphase",
        "Pilotbetrieb", "in Realisierung", "im Aufbau", "in Projekt", "in Entwicklung", "Introduktion",
        "en introduction", "Build", "phase in"
    )  # fmt: skip
    PRODUCTIVE = (
        "productive", "Produktiv", "Productive", "in Betrieb", "Betrieb", "aktiv", "in service", "active",
        "im Einsatz", "in Produktion", "Produktion", "PROD", "live", "operativ", "in use", "production",
        "operational", "en service", "en exploitation", "en production", "actif", "productif", "eingesetzt",
        "in Verwendung"
    )  # fmt: skip
    PHASE_OUT = (
        "phase_out", "Auslaufend", "Phase-out", "Auslauf", "in Ablösung", "wird abgelöst", "abzulösen", "läuft aus",
        "End of Life", "EOL", "Ablösung geplant", "deprecated", "en fin de vie"
    )  # fmt: skip
    RETIRED = (
        "retired", "Ausser Betrieb", "Retired", "stillgelegt", "abgelöst", "abgeschaltet", "inaktiv", "archiviert",
        "nicht mehr in Betrieb", "ausgeschaltet", "inactive", "decommissioned", "dismissed", "hors service",
        "désactivé"
    )  # fmt: skip


class Decision(Choice):
    """What shall become of an application (TIME)."""

    TOLERATE = "tolerate", "Tolerieren", "Tolerate", "T", "Behalten", "Beibehalten", "Keep", "conserver"
    INVEST = "invest", "Investieren", "Invest", "I", "Ausbauen", "Weiterentwickeln", "investir"
    MIGRATE = "migrate", "Migrieren", "Migrate", "M", "Migration", "Ablösen", "Ersetzen", "Replace", "migrer"
    ELIMINATE = "eliminate", "Eliminieren", "Eliminate", "E", "Abschalten", "Stilllegen", "Retire", "éliminer"


class Application(Fact):
    """Software that people or other applications work with."""

    titles = titles("Applikation", "Applikationen", "Application", "Applications")
    explains = Text(
        "Alle Anwendungen mit ihren Eigenschaften: der Applikationskatalog.",
        "All applications with their properties: the application catalogue.",
    )
    prefix = "APP"
    look = Look("#0F5FA6", "round-rectangle")

    kind: ApplicationKind | None = column(
        ("Art", "Kind"), ("Rolle in der Landschaft.", "Its role in the landscape."), example="specialist"
    )
    sourcing: Sourcing | None = column(
        ("Beschaffung", "Sourcing"),
        ("Woher die Software kommt.", "Where the software comes from."),
        example="standard",
        section=Section.TECHNOLOGY,
    )
    status: ApplicationStatus | None = column(
        ("Status", "Status"), ("Stand im Leben.", "Where it stands."), example="productive", section=Section.LIFECYCLE
    )
    product: OptionalText = column(
        ("Produkt", "Product"),
        ("Name des Produkts, wie der Hersteller es nennt.", "The product as its vendor calls it."),
        example="Fabasoft eGov-Suite",
        section=Section.TECHNOLOGY,
    )
    version: OptionalText = column(
        ("Version", "Version"), ("Version im Einsatz.", "Version in use."), example="2024.2", section=Section.TECHNOLOGY
    )
    business_owner: OptionalText = column(
        ("Fachverantwortung", "Business owner"),
        ("Funktion, die fachlich verantwortet; kein Personenname.", "The function in charge; no person's name."),
        example="Leitung Fachbereich Boden",
        section=Section.ORGANISATION,
    )
    it_owner: OptionalText = column(
        ("IT-Verantwortung", "IT owner"),
        ("Funktion, die technisch verantwortet; kein Personenname.", "The technical function; no person's name."),
        example="Team Fachapplikationen",
        section=Section.ORGANISATION,
    )
    productive_since: dt.date | None = column(
        ("Produktiv seit", "Productive since"),
        ("Tag der Einführung.", "Day of introduction."),
        example="2014-01-01",
        section=Section.LIFECYCLE,
    )
    phase_out_from: dt.date | None = column(
        ("Auslauf ab", "Phase-out from"),
        ("Ab dann wird abgelöst.", "When replacing it begins."),
        example="2027-01-01",
        section=Section.LIFECYCLE,
    )
    end_of_life: dt.date | None = column(
        ("Lebensende", "End of life"),
        ("Letzter Tag im Betrieb.", "Last day in operation."),
        example="2028-12-31",
        section=Section.LIFECYCLE,
        ends=True,
    )
    contract_end: dt.date | None = column(
        ("Vertragsende", "Contract end"),
        ("Ende des laufenden Vertrags.", "End of the running contract."),
        example="2027-12-31",
        section=Section.COST,
        ends=True,
    )
    notice_months: Whole | None = column(
        ("Kündigungsfrist (Monate)", "Notice (months)"),
        ("Kündigungsfrist in Monaten.", "Notice period in months."),
        example=6,
        section=Section.COST,
    )
    run_cost: Money | None = column(
        ("Betriebskosten (CHF/Jahr)", "Run cost (CHF/year)"),
        ("Betrieb und Wartung je Jahr.", "Operation and maintenance a year."),
        example=85000,
        section=Section.COST,
    )
    licence_cost: Money | None = column(
        ("Lizenzkosten (CHF/Jahr)", "Licence cost (CHF/year)"),
        ("Lizenzen oder Abonnement je Jahr.", "Licences or subscription a year."),
        example=32000,
        section=Section.COST,
    )
    one_off_cost: Money | None = column(
        ("Einmalkosten (CHF/Jahr)", "One-off cost (CHF/year)"),
        ("Projekte und Anpassungen im laufenden Jahr.", "Projects and changes in the current year."),
        example=15000,
        section=Section.COST,
    )
    users: Whole | None = column(
        ("Anzahl Benutzende", "Users"), ("Wie viele damit arbeiten.", "How many people work with it."), example=120,
        section=Section.ORGANISATION,
    )  # fmt: skip
    criticality: Need | None = column(
        ("Kritikalität", "Criticality"),
        ("Wie schwer ein Ausfall wiegt.", "How grave a failure is."),
        example="high",
        section=Section.PROTECTION,
    )
    confidentiality: Need | None = column(
        ("Schutzbedarf Vertraulichkeit", "Need for confidentiality"),
        ("Schutzbedarf gegen unbefugte Kenntnis.", "Against unauthorised knowledge."),
        example="high",
        section=Section.PROTECTION,
    )
    integrity: Need | None = column(
        ("Schutzbedarf Integrität", "Need for integrity"),
        ("Schutzbedarf gegen Verfälschung.", "Against falsification."),
        example="normal",
        section=Section.PROTECTION,
    )
    availability: Need | None = column(
        ("Schutzbedarf Verfügbarkeit", "Need for availability"),
        ("Schutzbedarf gegen Ausfall.", "Against failure."),
        example="normal",
        section=Section.PROTECTION,
    )
    personal_data: PersonalData | None = column(
        ("Personendaten", "Personal data"),
        ("Ob Personendaten bearbeitet werden und ob besonders schützenswerte.", "Whether personal data is processed."),
        example="personal",
        section=Section.PROTECTION,
    )
    rto_hours: Number | None = column(
        ("RTO (Stunden)", "RTO (hours)"),
        ("Längster hinnehmbarer Ausfall.", "Longest acceptable outage."),
        example=8,
        section=Section.PROTECTION,
    )
    rpo_hours: Number | None = column(
        ("RPO (Stunden)", "RPO (hours)"),
        ("Längster hinnehmbarer Datenverlust.", "Longest acceptable loss of data."),
        example=24,
        section=Section.PROTECTION,
    )
    business_value: Scale | None = column(
        ("Geschäftswert", "Business value"),
        ("Von 1 (gering) bis 5 (unverzichtbar).", "From 1 (low) to 5 (indispensable)."),
        example=4,
        section=Section.ASSESSMENT,
    )
    functional_fit: Scale | None = column(
        ("Fachliche Eignung", "Functional fit"),
        ("Von 1 (schlecht) bis 5 (sehr gut).", "From 1 (poor) to 5 (very good)."),
        example=4,
        section=Section.ASSESSMENT,
    )
    technical_fit: Scale | None = column(
        ("Technische Eignung", "Technical fit"),
        ("Von 1 (schlecht) bis 5 (sehr gut).", "From 1 (poor) to 5 (very good)."),
        example=3,
        section=Section.ASSESSMENT,
    )
    decision: Decision | None = column(
        ("Entscheid", "Decision"),
        ("Was mit der Applikation geschehen soll (TIME).", "What shall become of it (TIME)."),
        example="invest",
        section=Section.ASSESSMENT,
    )
    decision_note: OptionalText = column(
        ("Begründung des Entscheids", "Note on the decision"),
        ("Warum so entschieden wurde.", "Why it was decided so."),
        example="Deckt drei Ämter ab",
        section=Section.ASSESSMENT,
    )
    published: bool | None = column(
        ("Veröffentlicht", "Published"),
        ("Ob die Applikation im öffentlichen Katalog erscheint.", "Whether it appears in the public catalogue."),
        example=True,
    )
    owned_by: Ref = link(
        "OrganisationUnit", "OWNED_BY",
        ("Zuständiges Amt", "Owned by"),
        ("verantwortet", "owns"),
        ("Die Einheit, die die Applikation verantwortet.", "The unit that answers for the application."),
        suffers=Suffers.TARGET,
        example="OE-AFU",
        section=Section.ORGANISATION,
    )  # fmt: skip
    used_by: Refs = link(
        "OrganisationUnit", "USED_BY",
        ("Genutzt von", "Used by"),
        ("nutzt", "uses"),
        ("Alle Einheiten, die damit arbeiten.", "All units that work with it."),
        suffers=Suffers.TARGET,
        example="OE-AFU; OE-ARP",
        section=Section.ORGANISATION,
    )  # fmt: skip
    supplied_by: Ref = link(
        "Supplier", "SUPPLIED_BY",
        ("Lieferant", "Supplied by"),
        ("liefert", "supplies"),
        ("Hersteller oder Lieferant.", "Vendor or supplier."),
        suffers=Suffers.SOURCE,
        example="LF-1",
        section=Section.ORGANISATION,
    )  # fmt: skip
    supports: Refs = link(
        "BusinessCapability", "SUPPORTS",
        ("Unterstützt Fähigkeiten", "Supports capabilities"),
        ("wird unterstützt von", "is supported by"),
        ("Die Geschäftsfähigkeiten, die sie unterstützt.", "The business capabilities it supports."),
        suffers=Suffers.TARGET,
        example="GF-11",
        section=Section.FUNCTION,
    )  # fmt: skip
    hosted_on: Refs = link(
        "Hosting", "HOSTED_ON",
        ("Betrieben auf", "Hosted on"),
        ("trägt", "carries"),
        ("Die Betriebsumgebungen, auf denen sie läuft.", "The environments it runs on."),
        suffers=Suffers.SOURCE,
        outage=Outage.ALL,
        example="BU-1",
        section=Section.TECHNOLOGY,
    )  # fmt: skip
    built_with: Refs = link(
        "Technology", "BUILT_WITH",
        ("Gebaut mit", "Built with"),
        ("steckt in", "is used in"),
        ("Technologien, auf denen sie steht.", "The technologies it stands on."),
        suffers=Suffers.SOURCE,
        example="TEC-1; TEC-2",
        section=Section.TECHNOLOGY,
    )  # fmt: skip
    part_of: Ref = link(
        "Application", "PART_OF",
        ("Teil von", "Part of"),
        ("umfasst", "comprises"),
        ("Die Applikation, zu der dieses Modul gehört.", "The application this module belongs to."),
        suffers=Suffers.TARGET,
        outage=Outage.ANY,
        example="APP-10",
    )  # fmt: skip
    depends_on: Refs = link(
        "Application", "DEPENDS_ON",
        ("Hängt ab von", "Depends on"),
        ("ist Voraussetzung für", "is needed by"),
        (
            "Applikationen, ohne die sie nicht läuft; nur wo keine Schnittstelle erfasst ist.",
            "Applications it cannot run without; only where no interface is recorded.",
        ),
        suffers=Suffers.SOURCE,
        outage=Outage.ANY,
        example="APP-2",
        section=Section.TECHNOLOGY,
    )  # fmt: skip
    succeeded_by: Ref = link(
        "Application", "SUCCEEDED_BY",
        ("Nachfolge", "Succeeded by"),
        ("löst ab", "succeeds"),
        ("Die Applikation, die an ihre Stelle tritt.", "The application that takes its place."),
        example="APP-20",
        section=Section.LIFECYCLE,
    )  # fmt: skip
