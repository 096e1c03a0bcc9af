"""Architecture reviews: what was decided about a thing, on which facts."""

from __future__ import annotations

import datetime as dt

from ea_cockpit.i18n import Text
from ea_cockpit.model.declare import ANY, Fact, Look, Ref, Refs, Section, column, link, titles
from ea_cockpit.model.values import Choice, OptionalText


class ReviewVerdict(Choice):
    """The outcome of an architecture review."""

    APPROVED = "approved", "Genehmigt", "Approved", "gutgeheissen"
    CONDITIONAL = "conditional", "Mit Auflagen", "With conditions", "mit Bedingungen"
    REWORK = "rework", "Zurückgewiesen", "Rework", "Überarbeitung"
    REJECTED = "rejected", "Abgelehnt", "Rejected"


class Review(Fact):
    """An architecture review held on a fact, and its decision."""

    titles = titles("Architekturprüfung", "Architekturprüfungen", "Review", "Reviews")
    explains = Text("Prüfungen mit Urteil, Auflagen und Entscheid.", "Reviews with verdict, conditions and decision.")
    prefix = "AP"
    look = Look("#5B7083", "parallelogram")

    date: dt.date | None = column(
        ("Datum", "Date"), ("Tag der Prüfung.", "Day of the review."), example="2026-03-15", section=Section.LIFECYCLE
    )
    participants: OptionalText = column(
        ("Teilnehmende Stellen", "Participants"),
        ("Gremien und Funktionen, keine Personennamen.", "Boards and functions, no persons' names."),
        example="Architekturboard, AFU",
        section=Section.ORGANISATION,
    )
    verdict: ReviewVerdict | None = column(
        ("Urteil", "Verdict"), ("Ergebnis der Prüfung.", "Outcome of the review."), example="conditional"
    )
    conditions: OptionalText = column(
        ("Auflagen", "Conditions"), ("Was zu erfüllen ist.", "What must be met."), example="Ablösung bis 2028"
    )
    decision_text: OptionalText = column(
        ("Entscheid", "Decision"), ("Wortlaut des Entscheids.", "Wording of the decision."), example="Weiterbetrieb"
    )
    subject: Ref = link(
        ANY, "REVIEWS",
        ("Gegenstand", "Subject"),
        ("wurde geprüft in", "was reviewed in"),
        ("Was geprüft wurde; jede Art von Fakt.", "What was reviewed; a fact of any type."),
        example="APP-1",
    )  # fmt: skip
    raises: Refs = link(
        "Deviation", "RAISES",
        ("Bewilligt Ausnahmen", "Raises deviations"),
        ("wurde bewilligt in", "was raised in"),
        ("Ausnahmen, die dabei bewilligt wurden.", "Deviations granted in this review."),
        example="AB-1",
    )  # fmt: skip
