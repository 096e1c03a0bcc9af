"""Standards: what is mandatory, preferred, tolerated or forbidden (IT-2)."""

from __future__ import annotations

import datetime as dt

from ea_cockpit.i18n import Text
from ea_cockpit.model.declare import Fact, Look, Refs, Section, column, link, titles
from ea_cockpit.model.values import Choice, OptionalText


class StandardDomain(Choice):
    """The field a standard speaks about."""

    HARDWARE = "hardware", "Hardware", "Hardware"
    DATA = "data", "Daten", "Data"
    NETWORK = "network", "Netzwerk", "Network", "Netze"
    SOFTWARE = "software", "Software", "Software"
    DATA_CENTRE = "data_centre", "Rechenzentrum", "Data centre", "RZ"
    INTERFACE = "interface", "Schnittstellen", "Interfaces", "Schnittstelle"
    SECURITY = "security", "Sicherheit", "Security"


class Verdict(Choice):
    """What a standard says of the things it applies to."""

    MANDATORY = "mandatory", "Vorgeschrieben", "Mandatory", "zwingend", "muss"
    PREFERRED = "preferred", "Bevorzugt", "Preferred", "soll"
    TOLERATED = "tolerated", "Geduldet", "Tolerated", "toleriert"
    PHASE_OUT = "phase_out", "Auslaufend", "Phase-out", "Auslauf"
    FORBIDDEN = "forbidden", "Untersagt", "Forbidden", "verboten"


class Standard(Fact):
    """A rule of the canton, or a public standard it has adopted."""

    titles = titles("Standard / Vorgabe", "Standards und Vorgaben", "Standard", "Standards")
    explains = Text(
        "Vorgaben des Kantons und übernommene Standards, zum Beispiel von eCH.",
        "Rules of the canton and public standards it has adopted, for example eCH.",
    )
    prefix = "STD"
    look = Look("#7A1F3D", "parallelogram")

    domain: StandardDomain | None = column(
        ("Bereich", "Domain"), ("Worüber die Vorgabe spricht.", "What the standard speaks about."), example="software"
    )
    verdict: Verdict | None = column(
        ("Urteil", "Verdict"),
        ("Was mit dem Betroffenen gilt.", "What holds for what it applies to."),
        example="preferred",
    )
    rule: OptionalText = column(
        ("Regel", "Rule"),
        ("Der Wortlaut der Vorgabe, kurz.", "The wording of the rule, in short."),
        example="Neue Fachapplikationen verwenden PostgreSQL.",
    )
    check: OptionalText = column(
        ("Prüfregel", "Check rule"),
        (
            "Wen die Vorgabe trifft, als kurzes YAML (docs/standards.md); leer: folgt aus Urteil und «Gilt für».",
            "What the standard hits, as short YAML (docs/standards.md); empty: as verdict and 'applies to' tell.",
        ),
        example="applies_to: Interface, where: {carries: {personal_data: sensitive}}, must: {encrypted: yes}",
    )
    version: OptionalText = column(
        ("Version", "Version"), ("Version der Vorgabe.", "Version of the rule."), example="2.0"
    )
    valid_from: dt.date | None = column(
        ("Gültig ab", "Valid from"), ("Erster Tag.", "First day."), example="2025-01-01", section=Section.LIFECYCLE
    )
    valid_until: dt.date | None = column(
        ("Gültig bis", "Valid until"),
        ("Letzter Tag.", "Last day."),
        example="2029-12-31",
        section=Section.LIFECYCLE,
        ends=True,
    )
    published_source: OptionalText = column(
        ("Fundstelle", "Published source"),
        ("Wo die Vorgabe nachzulesen ist.", "Where the standard can be read."),
        example="eCH-0058",
        section=Section.EVIDENCE,
    )
    applies_to: Refs = link(
        ("Technology", "BusinessCapability", "Hosting"), "APPLIES_TO",
        ("Gilt für", "Applies to"),
        ("unterliegt", "is subject to"),
        ("Technologien, Fähigkeiten und Betriebsumgebungen, für die sie gilt.", "What the standard applies to."),
        example="TEC-1; GF-11",
        section=Section.FUNCTION,
    )  # fmt: skip
