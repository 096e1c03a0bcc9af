"""Import problems that come from a profile and a file that do not fit each other."""

from __future__ import annotations

from ea_cockpit.i18n import Text
from ea_cockpit.ingest.problem import Problem, Severity

_NEEDS_PROFILE = Text("Zeigt sich nur mit einem Profil.", "Shows only with a profile.")


def _owner_left_out() -> tuple[str, bytes]:
    # The columns of Konveyor, whose profile leaves out the names of people.
    return "beispiel.csv", b"Record Type 1,Application Name,Comments,Owner\n1,Beispielanwendung,Beispiel,Amt 7\n"


class MissingColumn(Problem):
    """A column the profile reads is not in the sheet; the field it feeds stays as it is in the graph."""

    code = "missing-column"
    severity = Severity.WARNING
    no_example = _NEEDS_PROFILE
    says = Text(
        "Dem Blatt fehlt die Spalte «{value}», die das Profil liest; betroffen: {fields}.",
        "The sheet lacks the column '{value}' the profile reads; affected: {fields}.",
    )
    remedy = Text(
        "{near} Ergänzen Sie die Spalte oder passen Sie das Profil an.",
        "{near} Add the column, or adapt the profile.",
    )


class UnexpectedEntry(Problem):
    """A cell holds a word the layout does not know; nobody can say what the row means."""

    code = "unexpected-entry"
    says = Text(
        "«{value}» ist in der Spalte «{heading}» nicht vorgesehen; die Zeile bleibt weg.",
        "'{value}' is not provided for in the column '{heading}'; the row is left out.",
    )
    remedy = Text("Möglich ist: {words}.", "Possible is: {words}.")
    no_example = _NEEDS_PROFILE


class MissingEntry(Problem):
    """A cell the layout requires is empty."""

    code = "missing-entry"
    says = Text(
        "Der Zeile fehlt die Angabe in der Spalte «{heading}»; sie bleibt weg.",
        "The row lacks its entry in the column '{heading}'; it is left out.",
    )
    remedy = Text("Ergänzen Sie die Angabe.", "Add the entry.")
    no_example = _NEEDS_PROFILE


class MissingKeyColumn(Problem):
    """A column the profile makes ids or conditions of is not in the sheet; its rows cannot be read."""

    code = "missing-key-column"
    no_example = _NEEDS_PROFILE
    says = Text(
        "Dem Blatt fehlt die Spalte «{value}»; ohne sie lassen sich keine {facts} lesen.",
        "The sheet lacks the column '{value}'; without it no {facts} can be read.",
    )
    remedy = Text(
        "{near} Ergänzen Sie die Spalte oder passen Sie das Profil an.",
        "{near} Add the column, or adapt the profile.",
    )


class MissingLookup(Problem):
    """A sheet the profile looks into is not among the files, or lacks a column."""

    code = "missing-lookup"
    severity = Severity.WARNING
    no_example = _NEEDS_PROFILE
    says = Text(
        "Das Profil schlägt in {value} nach; Blatt oder Spalte fehlt. Betroffen: {fields}.",
        "The profile looks into {value}; that sheet or column is missing. Affected: {fields}.",
    )
    remedy = Text(
        "Importieren Sie die Datei mit diesem Blatt im selben Lauf.", "Import the file with that sheet in the same run."
    )


class MissingSheet(Problem):
    """A sheet the profile reads is in none of the files."""

    code = "missing-sheet"
    severity = Severity.WARNING
    no_example = _NEEDS_PROFILE
    says = Text(
        "Das Profil liest ein Blatt «{value}»; keine Datei hat es.",
        "The profile reads a sheet '{value}'; no file has it.",
    )
    remedy = Text(
        "{near} Geben Sie die Datei dazu, oder fahren Sie ohne diese Angaben fort.",
        "{near} Add the file, or go on without this information.",
    )


class UnreadColumns(Problem):
    """Columns hold something, and the profile takes nothing from them: it leaves them out or does not name them.

    Of `values`, `places` are the columns, counted from 0.
    """

    code = "unread-columns"
    severity = Severity.HINT
    says = Text(
        "Das Profil übernimmt nicht: {columns}. Gefüllte Zellen darin: {count}.",
        "The profile takes nothing from: {columns}. Filled cells in them: {count}.",
    )
    remedy = Text(
        "Nichts zu tun, wenn das so gewollt ist; sonst nennen Sie die Spalten im Profil bei einem Feld oder unter"
        " «custom:» (docs/profiles.md; «ea-cockpit profiles» zeigt die Profile).",
        "Nothing to do if this is wanted; else name the columns in the profile with a field or under 'custom:'"
        " (docs/profiles.md; 'ea-cockpit profiles' lists the profiles).",
    )
    example = _owner_left_out
    shown_at = "unread-columns"
