"""What can be wrong with how long data is kept, in words: the finding, its evidence, the way out."""

from __future__ import annotations

from ea_cockpit.i18n import Text
from ea_cockpit.model.values import Choice


class RetentionFault(Choice):
    """What is wrong with how long data is kept."""

    OUTLIVES = "outlives", "Überlebt seine Applikation", "Outlives its application"
    TOO_LONG = "too_long", "Länger als erlaubt", "Longer than allowed"
    LONGER_THAN_LEADER = "longer_than_leader", "Länger als das führende System", "Longer than the leading system"
    NO_PERIOD = "no_period", "Keine Frist", "No period"
    UNREADABLE = "unreadable", "Frist nicht lesbar", "Period not readable"
    UNKNOWN = "unknown", "Personendaten nicht erfasst", "Personal data not recorded"


EVIDENCE = {
    RetentionFault.OUTLIVES: Text(
        "Alle Halter sind ausser Betrieb: {holders}.", "All holders are out of operation: {holders}."
    ),
    RetentionFault.TOO_LONG: Text(
        "«{said}» heisst {period}; erlaubt sind {limit} ({because}).{law}",
        "“{said}” means {period}; allowed are {limit} ({because}).{law}",
    ),
    RetentionFault.LONGER_THAN_LEADER: Text(
        "«{said}» heisst {period}; das führende System behält {thing} {limit} ({leader}).",
        "“{said}” means {period}; the leading system keeps {thing} {limit} ({leader}).",
    ),
    RetentionFault.NO_PERIOD: Text(
        "Personendaten: {personal}, aber keine Aufbewahrung eingetragen.{law}",
        "Personal data: {personal}, but no retention recorded.{law}",
    ),
    RetentionFault.UNREADABLE: Text("«{said}» nennt keine Frist.{law}", "“{said}” names no period.{law}"),
    RetentionFault.UNKNOWN: Text(
        "Weder Personendaten noch Aufbewahrung sind erfasst; ob eine Frist nötig ist, bleibt offen.",
        "Neither personal data nor a retention is recorded; whether a period is needed stays open.",
    ),
}
LAW = Text(" Rechtsgrundlage der Daten: {laws}.", " Legal basis of the data: {laws}.")
REMEDIES = {
    RetentionFault.OUTLIVES: Text(
        "Daten dem Archiv anbieten, dann löschen; den Bestand schliessen.",
        "Offer the data to the archive, then delete it; close the store.",
    ),
    RetentionFault.TOO_LONG: Text(
        "Frist kürzen, oder die Rechtsgrundlage nennen, die mehr verlangt.",
        "Shorten the period, or name the legal basis that asks for more.",
    ),
    RetentionFault.LONGER_THAN_LEADER: Text(
        "Die Frist des führenden Systems übernehmen und Löschungen weitergeben.",
        "Take over the leading system's period, and pass deletions on.",
    ),
    RetentionFault.NO_PERIOD: Text(
        "Frist und Verbleib eintragen, zum Beispiel «10 Jahre, dann Staatsarchiv».",
        "Record the period and what follows, for example “10 years, then archive”.",
    ),
    RetentionFault.UNREADABLE: Text("Als Frist schreiben: «10 Jahre» oder «dauernd».", "Write a period: “10 years”."),
    RetentionFault.UNKNOWN: Text("Beides beim Amt erfragen.", "Ask the office for both."),
}
