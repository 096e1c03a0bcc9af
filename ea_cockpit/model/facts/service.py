"""Services: what the administration offers people and businesses (service inventory, DA-1)."""

from __future__ import annotations

from ea_cockpit.i18n import Text
from ea_cockpit.model.declare import Fact, Look, Outage, Ref, Refs, Section, Suffers, column, link, titles
from ea_cockpit.model.values import Choice, OptionalText, Scale


class Channel(Choice):
    """The main way a service is asked for."""

    ONLINE = "online", "Online", "Online", "Portal", "eGov", "Internet", "elektronisch"
    FORM = "form", "Formular", "Form", "PDF"
    EMAIL = "email", "E-Mail", "E-mail", "Mail"
    POST = "post", "Brief", "Post", "Post", "per Post", "postalisch"
    COUNTER = "counter", "Schalter", "Counter", "vor Ort", "am Schalter", "persönlich"
    PHONE = "phone", "Telefon", "Phone", "telefonisch"


class Service(Fact):
    """Something the administration does for people, businesses or other units, on request or by law."""

    titles = titles("Leistung", "Leistungen", "Service", "Services")
    explains = Text(
        "Leistungen für Bevölkerung, Wirtschaft und Verwaltung.",
        "What the administration does for people, businesses and its own units.",
    )
    prefix = "L"
    look = Look("#3E4A8C", "hexagon")

    service_number: OptionalText = column(
        ("Leistungsnummer", "Service number"),
        ("Nummer im Leistungsinventar (eCH-0070).", "Number in the service inventory (eCH-0070)."),
        example="00123",
    )
    channel: Channel | None = column(
        ("Kanal", "Channel"),
        ("Auf welchem Weg die Leistung hauptsächlich bezogen wird.", "The main way the service is asked for."),
        example="online",
    )
    digital_maturity: Scale | None = column(
        ("Digitale Reife", "Digital maturity"),
        (
            "1 nur vor Ort, 2 Information, 3 Formular, 4 online einreichbar, 5 durchgängig digital.",
            "1 on site only, 2 information, 3 form, 4 online request, 5 digital from end to end.",
        ),
        example=3,
        section=Section.ASSESSMENT,
    )
    offered_by: Ref = link(
        "OrganisationUnit", "OFFERED_BY",
        ("Angeboten von", "Offered by"),
        ("bietet an", "offers"),
        ("Die Einheit, die die Leistung erbringt.", "The unit that provides the service."),
        suffers=Suffers.TARGET,
        example="OE-AFU",
        section=Section.ORGANISATION,
    )  # fmt: skip
    realised_by: Refs = link(
        ("BusinessProcess", "Application"), "REALISED_BY",
        ("Erbracht durch", "Realised by"),
        ("erbringt", "realises"),
        ("Prozesse und Applikationen, die die Leistung erbringen.", "Processes and applications that realise it."),
        suffers=Suffers.SOURCE,
        outage=Outage.ANY,
        example="PR-11; APP-3",
        section=Section.FUNCTION,
    )  # fmt: skip
