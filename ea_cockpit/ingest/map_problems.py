"""What recognising sheets and columns has to tell: doubts, ids made up, what is hidden, merged or without a value."""

from __future__ import annotations

from ea_cockpit.i18n import Text
from ea_cockpit.ingest.problem import Problem, Severity
from ea_cockpit.tabular.examples import ExampleSheet, example_workbook

_ROWS = [["ID", "Name"], ["APP-1", "Erste"], ["APP-2", "Zweite"]]


def _file(**sheets: ExampleSheet) -> tuple[str, bytes]:
    return "beispiel.xlsx", example_workbook(sheets)


def _hidden_sheet() -> tuple[str, bytes]:
    return _file(
        Leistungen=ExampleSheet([["ID", "Name"], ["L-1", "Beispiel"]]), Applikationen=ExampleSheet(_ROWS, True)
    )


def _hidden_row() -> tuple[str, bytes]:
    return _file(Applikationen=ExampleSheet(_ROWS, hidden_rows=(2,)))


def _hidden_column() -> tuple[str, bytes]:
    return _file(Applikationen=ExampleSheet(_ROWS, hidden_columns=(1,)))


def _merged() -> tuple[str, bytes]:
    return _file(Applikationen=ExampleSheet(_ROWS, merged=((1, 1, 2, 1),)))


def _formula() -> tuple[str, bytes]:
    rows = [["ID", "Name", "Version"], ["APP-1", "Erste", ""]]
    return _file(Applikationen=ExampleSheet(rows, formulas={(1, 2): '="7."&1'}))


class DoubtfulColumn(Problem):
    """A column that is probably a known field, but not surely; it is kept as an additional attribute."""

    code = "doubtful-column"
    severity = Severity.WARNING
    says = Text(
        "«{value}» ist vielleicht «{field}» ({percent} %: {reason}); die Spalte bleibt vorerst eine Zusatzangabe.",
        "'{value}' may be '{field}' ({percent} %: {reason}); for now the column is kept as an additional attribute.",
    )
    remedy = Text(
        "Bestätigen oder berichtigen Sie die Zuordnung im Cockpit, oder schreiben Sie mit «ea-cockpit map» ein Profil.",
        "Confirm or correct the match in the cockpit, or write a profile with 'ea-cockpit map'.",
    )
    example = {"Applikationen": [["ID", "Name", "Vertraglichkeit"], ["APP-1", "Beispielanwendung", "Stufe 7"]]}
    shown_at = "Applikationen!C1"


class DoubtfulSheet(Problem):
    """A sheet that probably holds facts of a known type, but not surely; it is left out."""

    code = "doubtful-sheet"
    severity = Severity.WARNING
    says = Text(
        "Das Blatt enthält vielleicht {facts} ({percent} %: {reason}); es wurde ausgelassen.",
        "The sheet may hold {facts} ({percent} %: {reason}); it was left out.",
    )
    remedy = Text(
        "Bestätigen Sie das Blatt im Cockpit, benennen Sie es um, oder schreiben Sie mit «ea-cockpit map» ein Profil.",
        "Confirm the sheet in the cockpit, rename it, or write a profile with 'ea-cockpit map'.",
    )
    example = {
        "Applikationen": [["ID", "Name"], ["APP-1", "Beispielanwendung"]],
        "Fachanwendungsumfrage": [["Nummer", "Bezeichnung"], ["1", "Beispielanwendung"]],
    }
    shown_at = "Fachanwendungsumfrage"


class DerivedIds(Problem):
    """A sheet without ids: they are made from the names, the same ones each time."""

    code = "derived-ids"
    severity = Severity.HINT
    says = Text(
        "Das Blatt hat keine Spalte mit IDs; sie wurden aus «{value}» gebildet, zum Beispiel {example}.",
        "The sheet has no column of ids; they were made from '{value}', for example {example}.",
    )
    remedy = Text(
        "Nichts zu tun; wer Namen ändern will, ohne dass ein neuer Eintrag entsteht, ergänzt eine Spalte «ID».",
        "Nothing to do; to change names without making new entries, add a column 'ID'.",
    )
    example = {"Applikationen": [["Name", "Status"], ["Beispielanwendung", "Produktiv"]]}
    shown_at = "Applikationen!1"


class HiddenSheet(Problem):
    """A hidden sheet; it is read all the same."""

    code = "hidden-sheet"
    severity = Severity.HINT
    says = Text(
        "Das Blatt ist ausgeblendet und wurde trotzdem gelesen.", "The sheet is hidden and was read all the same."
    )
    remedy = Text(
        "Blenden Sie es ein und prüfen Sie, ob es noch gilt; sonst löschen Sie es.",
        "Show it and check whether it still holds; if not, delete it.",
    )
    shown_at = "Applikationen"

    example = _hidden_sheet


class HiddenRows(Problem):
    """Hidden rows; they are read all the same."""

    code = "hidden-rows"
    severity = Severity.HINT
    says = Text(
        "{count} ausgeblendete Zeilen wurden trotzdem gelesen, die erste hier.",
        "{count} hidden rows were read all the same, the first one here.",
    )
    remedy = Text(
        "Heben Sie den Filter auf oder blenden Sie die Zeilen ein, und prüfen Sie, ob sie noch gelten.",
        "Clear the filter or show the rows, and check whether they still hold.",
    )
    shown_at = "Applikationen!3"

    example = _hidden_row


class HiddenColumn(Problem):
    """A hidden column; it is read all the same."""

    code = "hidden-column"
    severity = Severity.HINT
    says = Text(
        "Die Spalte «{value}» ist ausgeblendet und wurde trotzdem gelesen.",
        "The column '{value}' is hidden and was read all the same.",
    )
    remedy = Text("Blenden Sie sie ein und prüfen Sie, ob sie noch gilt.", "Show it and check whether it still holds.")
    shown_at = "Applikationen!B1"

    example = _hidden_column


class MergedCells(Problem):
    """Cells merged over several rows; what they say counts for each of the rows."""

    code = "merged-cells"
    severity = Severity.HINT
    says = Text(
        "{count} verbundene Bereiche: ihr Wert gilt für jede ihrer Zeilen; der erste steht hier.",
        "{count} merged areas: their value counts for each of their rows; the first one stands here.",
    )
    remedy = Text(
        "Nichts zu tun; für Listen sind Zellen ohne Verbund besser.", "Nothing to do; lists do better without merging."
    )
    shown_at = "Applikationen!B2"

    example = _merged


class FormulaWithoutValue(Problem):
    """A cell holds a formula, but the file keeps no value for it; it reads as empty."""

    code = "formula-without-value"
    severity = Severity.WARNING
    says = Text(
        "Formeln ohne gespeicherten Wert in «{heading}»: {count}; sie zählen als leer.",
        "Formulas without a stored value in '{heading}': {count}; they count as empty.",
    )
    remedy = Text(
        "Öffnen Sie die Datei in Excel, speichern Sie sie und laden Sie sie noch einmal.",
        "Open the file in Excel, save it and load it again.",
    )
    shown_at = "Applikationen!C2"

    example = _formula
