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
        "Die Überschrift «{value}» kommt mehrmals vor; nur die erste Spalte wurde gelesen.",
        "The heading '{value}' occurs more than once; only the first column was read.",
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


class InvalidId(Problem):
    """An id that could not be told apart in a list of ids."""

    code = "invalid-id"
    says = Text(
        "«{value}» taugt nicht als ID: sie darf weder ; noch | noch Zeilenumbrüche enthalten und höchstens"
        " 400 Zeichen.",
        "'{value}' cannot be an ID: it may hold neither ; nor | nor line breaks, and at most 400 characters.",
    )
    remedy = Text("Verwenden Sie Buchstaben, Ziffern, Punkt und Bindestrich.", "Use letters, digits, dots and hyphens.")
    example = {"Applikationen": [["ID", "Name"], ["APP-1; APP-2", "Zwei in einem"]]}
    shown_at = "Applikationen!A2"


class NotADate(Problem):
    """A cell that should hold a day."""

    code = "not-a-date"
    says = Text("«{value}» in «{heading}» ist kein Datum.", "'{value}' in '{heading}' is no date.")
    remedy = Text("Schreiben Sie es als 31.12.2026 oder 2026-12-31.", "Write it as 31.12.2026 or 2026-12-31.")
    example = {"Applikationen": [["ID", "Produktiv seit"], ["APP-1", "im Frühling"]]}
    shown_at = "Applikationen!B2"


class RoundedDate(Problem):
    """A date that names only a month, a quarter or a year; it is read as the first or last day of it."""

    code = "rounded-date"
    severity = Severity.HINT
    says = Text("«{value}» in «{heading}» wurde als {day} gelesen.", "'{value}' in '{heading}' was read as {day}.")
    remedy = Text(
        "Nichts zu tun; wenn der genaue Tag bekannt ist, schreiben Sie ihn hin.",
        "Nothing to do; where the exact day is known, write it.",
    )
    example = {"Applikationen": [["ID", "Lebensende"], ["APP-1", "03/2027"]]}
    shown_at = "Applikationen!B2"


class NoEnd(Problem):
    """A cell that says that something has no end; the day is left empty."""

    code = "no-end"
    severity = Severity.HINT
    says = Text(
        "«{value}» in «{heading}» heisst ohne Ende; das Feld bleibt leer.",
        "'{value}' in '{heading}' means without end; the field stays empty.",
    )
    remedy = Text("Nichts zu tun; leeren Sie die Zelle, wenn Sie mögen.", "Nothing to do; clear the cell if you like.")
    example = {"Applikationen": [["ID", "Vertragsende"], ["APP-1", "unbefristet"]]}
    shown_at = "Applikationen!B2"


class NoAnswer(Problem):
    """A cell that says that nothing is known; it is read as empty."""

    code = "no-answer"
    severity = Severity.HINT
    says = Text("«{value}» in «{heading}» wurde als leer gelesen.", "'{value}' in '{heading}' was read as empty.")
    remedy = Text(
        "Nichts zu tun; tragen Sie den Wert ein, sobald er bekannt ist.",
        "Nothing to do; enter the value as soon as it is known.",
    )
    example = {"Applikationen": [["ID", "Anzahl Benutzende"], ["APP-1", "k.A."]]}
    shown_at = "Applikationen!B2"


class RoundedNumber(Problem):
    """A number with words about it: about, thousand, hours; it is read as a plain number."""

    code = "rounded-number"
    severity = Severity.HINT
    says = Text(
        "«{value}» in «{heading}» wurde als {number} gelesen.", "'{value}' in '{heading}' was read as {number}."
    )
    remedy = Text(
        "Nichts zu tun; wenn der genaue Wert bekannt ist, schreiben Sie ihn hin.",
        "Nothing to do; where the exact value is known, write it.",
    )
    example = {"Applikationen": [["ID", "Anzahl Benutzende"], ["APP-1", "ca. 200"]]}
    shown_at = "Applikationen!B2"


class WordWithRemark(Problem):
    """A word of the list with a remark; the word counts and the remark is not kept."""

    code = "word-with-remark"
    severity = Severity.HINT
    says = Text(
        "«{value}» in «{heading}» wurde als {word} gelesen; der Zusatz fällt weg.",
        "'{value}' in '{heading}' was read as {word}; the remark is not kept.",
    )
    remedy = Text(
        "Schreiben Sie den Zusatz in die Beschreibung, wenn er wichtig ist.",
        "Write the remark into the description if it matters.",
    )
    example = {"Applikationen": [["ID", "Status"], ["APP-1", "Produktiv (seit 2019)"]]}
    shown_at = "Applikationen!B2"


class NotANumber(Problem):
    """A cell that should hold a number."""

    code = "not-a-number"
    says = Text("«{value}» in «{heading}» ist keine Zahl.", "'{value}' in '{heading}' is no number.")
    remedy = Text("Geben Sie nur die Zahl ein, ohne weiteren Text.", "Enter the number alone, without other text.")
    example = {"Applikationen": [["ID", "Anzahl Benutzende"], ["APP-1", "etwa zwanzig"]]}
    shown_at = "Applikationen!B2"


class OutOfRange(Problem):
    """A number outside of what the field allows."""

    code = "out-of-range"
    says = Text(
        "{value} in «{heading}» liegt ausserhalb von {allowed}.", "{value} in '{heading}' is outside {allowed}."
    )
    remedy = Text("Geben Sie einen Wert von {allowed} ein.", "Enter a value in {allowed}.")
    example = {"Applikationen": [["ID", "Geschäftswert"], ["APP-1", 7]]}
    shown_at = "Applikationen!B2"


class NotAWholeNumber(Problem):
    """A fraction where only whole numbers make sense."""

    code = "not-a-whole-number"
    says = Text("{value} in «{heading}» ist keine ganze Zahl.", "{value} in '{heading}' is no whole number.")
    remedy = Text("Runden Sie auf eine ganze Zahl.", "Round it to a whole number.")
    example = {"Applikationen": [["ID", "Anzahl Benutzende"], ["APP-1", 12.5]]}
    shown_at = "Applikationen!B2"


class NotYesOrNo(Problem):
    """A cell that should say yes or no."""

    code = "not-yes-or-no"
    says = Text("«{value}» in «{heading}» ist weder ja noch nein.", "'{value}' in '{heading}' is neither yes nor no.")
    remedy = Text("Schreiben Sie ja oder nein, oder leeren Sie die Zelle.", "Write yes or no, or clear the cell.")
    example = {"Applikationen": [["ID", "Veröffentlicht"], ["APP-1", "vielleicht"]]}
    shown_at = "Applikationen!B2"


class UnknownWord(Problem):
    """A word that is not in the field's list."""

    code = "unknown-word"
    says = Text("«{value}» steht nicht in der Liste von «{heading}».", "'{value}' is not in the list of '{heading}'.")
    remedy = Text("Wählen Sie eines von: {words}.", "Choose one of: {words}.")
    example = {"Applikationen": [["ID", "Status"], ["APP-1", "läuft"]]}
    shown_at = "Applikationen!B2"


class TextTooLong(Problem):
    """A text longer than a cell can hold."""

    code = "text-too-long"
    says = Text(
        "Der Text in «{heading}» hat {length} Zeichen; möglich sind {most}.",
        "The text in '{heading}' has {length} characters; {most} are possible.",
    )
    remedy = Text("Kürzen Sie ihn oder verweisen Sie auf ein Dokument.", "Shorten it or refer to a document.")
    example = {"Applikationen": [["ID", "Weitere Namen"], ["APP-1", "sehr langer Name " * 40]]}
    shown_at = "Applikationen!B2"


class BrokenFormula(Problem):
    """A cell shows an error of Excel instead of a value."""

    code = "broken-formula"
    says = Text("Die Zelle «{heading}» zeigt den Fehler {value}.", "The cell '{heading}' shows the error {value}.")
    remedy = Text(
        "Korrigieren Sie die Formel oder ersetzen Sie sie durch den Wert.",
        "Correct the formula or replace it by its value.",
    )
    example = {"Applikationen": [["ID", "Betriebskosten (CHF/Jahr)"], ["APP-1", "#REF!"]]}
    shown_at = "Applikationen!B2"


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
