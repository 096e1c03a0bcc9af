"""Deviations: where a rule is knowingly not followed, by whose decision and for how long."""

from __future__ import annotations

import datetime as dt

from ea_cockpit.i18n import Text
from ea_cockpit.model.declare import ANY, Fact, Look, Ref, Section, column, link, titles
from ea_cockpit.model.values import OptionalText


class Deviation(Fact):
    """A recorded permission not to follow a standard, under a condition and until a day."""

    titles = titles("Ausnahmebewilligung", "Ausnahmebewilligungen", "Deviation", "Deviations")
    explains = Text(
        "Bewilligte Abweichungen von Vorgaben, mit Grund, Bedingung und Frist.",
        "Granted deviations from standards, with reason, condition and term.",
    )
    prefix = "AB"
    look = Look("#B3261E", "parallelogram")

    rule: OptionalText = column(
        ("Regel", "Rule"),
        ("Welche Regel nicht gilt.", "Which rule is set aside."),
        example="Betrieb nur in der Schweiz",
    )
    reason: OptionalText = column(
        ("Begründung", "Reason"), ("Warum abgewichen wird.", "Why."), example="Kein Angebot in der Schweiz"
    )
    condition: OptionalText = column(
        ("Bedingung", "Condition"), ("Was dafür erfüllt sein muss.", "What must be met."), example="Verschlüsselung"
    )
    decided_by: OptionalText = column(
        ("Entschieden von", "Decided by"),
        ("Gremium oder Funktion, kein Personenname.", "Board or function, no person's name."),
        example="Architekturboard",
        section=Section.ORGANISATION,
    )
    decided_on: dt.date | None = column(
        ("Entschieden am", "Decided on"),
        ("Tag des Entscheids.", "Day of the decision."),
        example="2026-02-15",
        section=Section.LIFECYCLE,
    )
    until: dt.date | None = column(
        ("Befristet bis", "Until"),
        ("Letzter Tag.", "Last day."),
        example="2027-12-31",
        section=Section.LIFECYCLE,
        ends=True,
    )
    subject: Ref = link(
        ANY, "CONCERNS",
        ("Gegenstand", "Subject"),
        ("hat Ausnahme", "has deviation"),
        ("Wofür die Ausnahme gilt; jede Art von Fakt.", "What the deviation is for; a fact of any type."),
        example="APP-1",
    )  # fmt: skip
    from_standard: Ref = link(
        "Standard", "DEVIATES_FROM",
        ("Weicht ab von", "Deviates from"),
        ("hat Ausnahme", "has deviation"),
        ("Die Vorgabe, von der abgewichen wird.", "The standard that is not followed."),
        example="STD-1",
    )  # fmt: skip
