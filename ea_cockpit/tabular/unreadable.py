"""Why a file cannot be read as a table, one class a reason; each says what to do about it."""

from __future__ import annotations

from ea_cockpit.errors import UnreadableInput
from ea_cockpit.i18n import Text


class FileNotThere(UnreadableInput):
    """The file named does not exist or may not be opened."""

    says = Text("{file}: die Datei lässt sich nicht öffnen ({why}).", "{file}: the file cannot be opened ({why}).")
    remedy = Text(
        "Prüfen Sie Namen und Ordner, und ob sie noch in Excel offen ist.",
        "Check its name and folder, and whether it is still open in Excel.",
    )


class UnknownFormat(UnreadableInput):
    """The file is no workbook and no CSV."""

    says = Text("{file}: das ist weder Arbeitsmappe noch CSV.", "{file}: this is neither a workbook nor CSV.")
    remedy = Text(
        "Speichern Sie sie als Excel-Arbeitsmappe (.xlsx) oder CSV (.csv).",
        "Save it as an Excel workbook (.xlsx) or CSV (.csv).",
    )


class OtherFormat(UnknownFormat):
    """The file is something else, whatever its name says."""

    says = Text("{file}: das ist {what}, keine Tabelle.", "{file}: this is {what}, not a table.")
    remedy = Text(
        "Speichern Sie die Tabelle darin als Excel-Arbeitsmappe (.xlsx) oder CSV (.csv) und nehmen Sie diese Datei.",
        "Save the table in it as an Excel workbook (.xlsx) or CSV (.csv) and use that file.",
    )


class EmptyFile(UnreadableInput):
    """The file holds nothing at all."""

    says = Text("{file}: die Datei ist leer.", "{file}: the file is empty.")
    remedy = Text(
        "Speichern Sie die Tabelle noch einmal, oder lassen Sie sich die Datei noch einmal schicken.",
        "Save the table once more, or have the file sent to you again.",
    )


class BrokenWorkbook(UnreadableInput):
    """The file says it is a workbook, but cannot be read as one."""

    says = Text(
        "{file}: die Arbeitsmappe lässt sich nicht lesen ({why}).", "{file}: the workbook cannot be read ({why})."
    )
    remedy = Text(
        "Öffnen Sie sie in Excel und speichern Sie sie ohne Kennwort neu als .xlsx.",
        "Open it in Excel and save it again as .xlsx, without a password.",
    )


class TruncatedFile(BrokenWorkbook):
    """The file ends too early or was damaged on its way."""

    says = Text(
        "{file}: die Datei ist abgeschnitten oder beschädigt.", "{file}: the file is cut off or damaged."
    )  # fmt: skip
    remedy = Text(
        "Holen oder schicken Sie sie noch einmal; lässt sie sich in Excel öffnen, speichern Sie sie neu als .xlsx.",
        "Fetch or send it again; if Excel opens it, save it again as .xlsx.",
    )


class PasswordProtected(BrokenWorkbook):
    """The workbook is encrypted and opens only with its password."""

    says = Text("{file}: die Arbeitsmappe ist mit einem Kennwort geschützt.", "{file}: the workbook has a password.")
    remedy = Text(
        "Öffnen Sie sie in Excel und entfernen Sie das Kennwort (Datei, Informationen, Arbeitsmappe schützen).",
        "Open it in Excel and remove the password (File, Info, Protect Workbook).",
    )


class TooLarge(UnreadableInput):
    """The file unpacks to far more than any inventory holds."""

    says = Text(
        "{file}: entpackt ist die Datei zu gross ({what}).", "{file}: unpacked, the file is too large ({what})."
    )
    remedy = Text(
        "Löschen Sie in Excel leere Zeilen und Spalten bis zum Ende des Blatts, oder teilen Sie die Datei auf.",
        "In Excel, delete empty rows and columns down to the end of the sheet, or split the file.",
    )


class NoWorksheet(UnreadableInput):
    """The workbook has no sheet with cells, only charts or macros, or none at all."""

    says = Text("{file}: die Arbeitsmappe hat kein Tabellenblatt.", "{file}: the workbook has no worksheet.")
    remedy = Text(
        "Nehmen Sie die Arbeitsmappe, in der die Zeilen stehen; Diagramme allein genügen nicht.",
        "Use the workbook that holds the rows; charts alone will not do.",
    )


class NoTable(NoWorksheet):
    """The web page has no table with rows; often it is the page one signs in on."""

    says = Text("{file}: die Webseite enthält keine Tabelle.", "{file}: the web page has no table.")
    remedy = Text(
        "Exportieren Sie noch einmal, als Excel oder CSV; oft ist so eine Datei die Anmeldeseite des Systems.",
        "Export once more, as Excel or CSV; such a file is often the system's sign-in page.",
    )


class ForeignEntities(UnreadableInput):
    """The XML inside declares entities, which spreadsheets never do and attackers like to."""

    says = Text(
        "{file}: das XML darin enthält eigene Entitäten; solche Dateien werden nicht gelesen.",
        "{file}: the XML in it declares entities; such files are not read.",
    )
    remedy = Text(
        "Öffnen Sie sie in Excel und speichern Sie sie neu als .xlsx, wenn Sie dem Absender trauen.",
        "Open it in Excel and save it again as .xlsx, if you trust the sender.",
    )
