"""What can be wrong or worth knowing about the content of one cell."""

from __future__ import annotations

from ea_cockpit.i18n import Text
from ea_cockpit.ingest.problem import Problem, Severity


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


class NearWord(Problem):
    """A word that is shortened or misspelled, and can be but one of the list."""

    code = "near-word"
    severity = Severity.HINT
    says = Text("«{value}» in «{heading}» wurde als {word} gelesen.", "'{value}' in '{heading}' was read as {word}.")
    remedy = Text(
        "Nichts zu tun, wenn das stimmt; sonst schreiben Sie das Wort aus.",
        "Nothing to do if that is right; otherwise write the word in full.",
    )
    example = {"Applikationen": [["ID", "Art"], ["APP-1", "Fachappl."]]}
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
