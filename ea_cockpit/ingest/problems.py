"""The catalogue of import problems; a new class is a new problem, found by the registry."""

from __future__ import annotations

from ea_cockpit.i18n import Text
from ea_cockpit.ingest.problem import Problem, Severity


class NothingRecognised(Problem):
    """No sheet of the file holds facts the metamodel knows."""

    code = "nothing-recognised"
    says = Text("Kein Blatt dieser Datei wurde erkannt.", "No sheet of this file was recognised.")
    remedy = Text(
        "Verwenden Sie die Vorlage («ea-cockpit template») oder ein Profil (--profile).",
        "Use the template ('ea-cockpit template') or a profile (--profile).",
    )
    example = {"Tabelle1": [["Fachbereich", "Telefon"], ["Zentrale Dienste", "intern 4711"]]}
    shown_at = "nothing-recognised.xlsx"


class MissingIdColumn(Problem):
    """A recognised sheet has no column with the ids."""

    code = "missing-id-column"
    says = Text("Dem Blatt fehlt die Spalte «ID».", "The sheet lacks the column 'ID'.")
    remedy = Text("Ergänzen Sie in der Kopfzeile eine Spalte «ID».", "Add a column 'ID' to the heading row.")
    example = {"Applikationen": [["Version", "Status"], ["7.1", "Produktiv"]]}
    shown_at = "Applikationen!1"


class RepeatedHeading(Problem):
    """Two columns of a sheet carry the same heading; only the first is read."""

    code = "repeated-heading"
    severity = Severity.WARNING
    says = Text(
        "Die Überschrift «{value}» kommt mehrmals vor; als Feld wurde nur die erste Spalte gelesen.",
        "The heading '{value}' occurs more than once; only the first column was read as the field.",
    )
    remedy = Text("Benennen Sie die weitere Spalte um oder löschen Sie sie.", "Rename the other column or delete it.")
    example = {"Applikationen": [["ID", "Name", "Name"], ["APP-1", "Beispielanwendung", "Anderer Name"]]}
    shown_at = "Applikationen!C1"


class CustomColumn(Problem):
    """A column nobody knows; it is kept as an additional attribute."""

    code = "custom-column"
    severity = Severity.HINT
    says = Text(
        "Die Spalte «{value}» ist unbekannt und wird als Zusatzangabe übernommen.",
        "The column '{value}' is unknown and is kept as an additional attribute.",
    )
    remedy = Text(
        "Nichts zu tun; falls eine bekannte Spalte gemeint ist, passen Sie die Überschrift an.",
        "Nothing to do; if a known column was meant, correct the heading.",
    )
    example = {"Applikationen": [["ID", "Name", "Mandant"], ["APP-1", "Beispielanwendung", "Mandant 7"]]}
    shown_at = "Applikationen!C1"


class MissingId(Problem):
    """A row holds values but no id."""

    code = "missing-id"
    says = Text("Die Zeile hat keine ID.", "The row has no ID.")
    remedy = Text(
        "Geben Sie eine eindeutige ID ein, zum Beispiel {example}, oder leeren Sie die Zeile.",
        "Enter a unique ID, for example {example}, or clear the row.",
    )
    example = {"Applikationen": [["ID", "Name"], ["APP-1", "Erste"], ["", "Ohne ID"]]}
    shown_at = "Applikationen!3"


class DuplicateId(Problem):
    """Two rows carry the same id and say different things."""

    code = "duplicate-id"
    says = Text(
        "Die ID «{value}» steht schon in {other}, mit anderen Angaben.",
        "The ID '{value}' already stands in {other}, with other values.",
    )
    remedy = Text(
        "Geben Sie einem der Einträge eine andere ID oder führen Sie die Zeilen zusammen.",
        "Give one of the entries another ID, or merge the rows.",
    )
    example = {"Applikationen": [["ID", "Name"], ["APP-1", "Erste"], ["APP-1", "Zweite"]]}
    shown_at = "Applikationen!3"


class RepeatedRow(Problem):
    """The same row stands twice; it counts once."""

    code = "repeated-row"
    severity = Severity.HINT
    says = Text("Die Zeile wiederholt {other} und zählt einmal.", "The row repeats {other} and counts once.")
    remedy = Text("Löschen Sie eine der beiden Zeilen.", "Delete one of the two rows.")
    example = {"Applikationen": [["ID", "Name"], ["APP-1", "Erste"], ["APP-1", "Erste"]]}
    shown_at = "Applikationen!3"


class UnknownReference(Problem):
    """A reference whose partner is not known; it is kept and shown as open until the partner comes in."""

    code = "unknown-reference"
    severity = Severity.WARNING
    says = Text(
        "«{value}» in «{heading}» ist unter {sheet} nicht bekannt; der Verweis bleibt offen.",
        "'{value}' in '{heading}' is not known among {sheet}; the reference stays open.",
    )
    remedy = Text(
        "Ergänzen Sie den Eintrag im Blatt {sheet} oder korrigieren Sie die ID.",
        "Add the entry to sheet {sheet}, or correct the ID.",
    )
    example = {"Applikationen": [["ID", "Zuständiges Amt"], ["APP-1", "OE-99"]]}
    shown_at = "Applikationen!B2"


class AmbiguousReference(Problem):
    """A reference that fits several facts."""

    code = "ambiguous-reference"
    severity = Severity.WARNING
    says = Text(
        "«{value}» in «{heading}» passt auf mehrere Einträge: {found}; der Verweis bleibt offen.",
        "'{value}' in '{heading}' fits several entries: {found}; the reference stays open.",
    )
    remedy = Text(
        "Schreiben Sie die Art davor, zum Beispiel {example}.", "Put the type before it, for example {example}."
    )
    example = {
        "Applikationen": [["ID", "Name"], ["X-1", "Beispielanwendung"]],
        "Datenbestände": [["ID", "Name"], ["X-1", "Beispielbestand"]],
        "Schnittstellen": [["ID", "Von"], ["IF-1", "X-1"]],
    }
    shown_at = "Schnittstellen!B2"


class TooManyReferences(Problem):
    """Several partners where only one is possible."""

    code = "too-many-references"
    says = Text(
        "«{heading}» verweist auf {count} Einträge; möglich ist einer.",
        "'{heading}' refers to {count} entries; only one is possible.",
    )
    remedy = Text("Lassen Sie nur den zutreffenden stehen.", "Leave only the one that is right.")
    example = {
        "Organisationseinheiten": [["ID", "Name"], ["OE-1", "Erstes Amt"], ["OE-2", "Zweites Amt"]],
        "Applikationen": [["ID", "Zuständiges Amt"], ["APP-1", "OE-1; OE-2"]],
    }
    shown_at = "Applikationen!B2"


class SelfReference(Problem):
    """A fact that refers to itself."""

    code = "self-reference"
    severity = Severity.WARNING
    says = Text("«{value}» verweist in «{heading}» auf sich selbst.", "'{value}' refers to itself in '{heading}'.")
    remedy = Text("Prüfen Sie, ob ein anderer Eintrag gemeint ist.", "Check whether another entry was meant.")
    example = {"Applikationen": [["ID", "Teil von"], ["APP-1", "APP-1"]]}
    shown_at = "Applikationen!B2"
