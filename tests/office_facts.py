"""A fact type of an office's own, as EA_COCKPIT_FACT_MODULES would name it; the product knows nothing of it."""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

from ea_cockpit.i18n import Text
from ea_cockpit.model.declare import Fact, Look, Refs, Suffers, column, link, titles
from ea_cockpit.model.values import Choice, Money, Number, OptionalText, TextList, Whole

WORDS = {f"W{n}": (f"w{n}", f"recht langes Wort {n}", f"quite long word {n}") for n in range(40)}
RegisterWord: Any = cast("Any", Choice)("RegisterWord", WORDS)


class Licence(Fact):
    """A licence somebody bought: one field of every kind, one link of every kind."""

    titles = titles("Lizenz", "Lizenzen", "Licence", "Licences")
    explains = Text("Gekaufte Lizenzen.", "Licences bought.")
    prefix = "LZ"
    look = Look("#114433", "rectangle")

    number: OptionalText = column(("Vertragsnummer", "Contract number"), ("Nummer.", "Number."), example="0815")
    keys: TextList = column(("Schlüssel", "Keys"), ("Alle Schlüssel.", "All keys."), default=())
    seats: Whole | None = column(("Plätze", "Seats"), ("Anzahl Plätze.", "Number of seats."), example=20)
    price: Money | None = column(("Preis (CHF)", "Price (CHF)"), ("Kaufpreis.", "Price."), example=1200)
    share: Number | None = column(("Anteil", "Share"), ("Anteil.", "Share."), example=0.5)
    bought_on: dt.date | None = column(("Gekauft am", "Bought on"), ("Kaufdatum.", "Day."), example="2025-01-31")
    floating: bool | None = column(("Übertragbar", "Floating"), ("Ob übertragbar.", "Whether floating."), example=True)
    word: RegisterWord | None = column(
        ("Registerwort", "Register word"), ("Ein Wort aus 40.", "One word of 40."), example="w3"
    )
    licenses: Refs = link(
        ("Application", "Technology"), "LICENSES",
        ("Lizenziert", "Licenses"),
        ("hat Lizenz", "has licence"),
        ("Wofür die Lizenz gilt.", "What the licence is for."),
        suffers=Suffers.TARGET,
    )  # fmt: skip
