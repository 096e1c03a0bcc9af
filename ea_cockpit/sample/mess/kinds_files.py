"""Files in other forms: one file a sheet, CSV in old encodings, CSV or HTML that calls itself a workbook, ODS."""

from __future__ import annotations

from ea_cockpit.i18n import Text
from ea_cockpit.model.values import Choice
from ea_cockpit.sample.mess.book import Book, World
from ea_cockpit.sample.mess.kind import Dice, Mess, Stage

_NARROW = ("csv-cp1252", "csv-in-xls")


def _form(name: str, form: str, de: str, en: str) -> Mess:
    def apply(book: Book, dice: Dice, _: World) -> None:
        # A file has one form; the first kind that hits it decides.
        if book.form == "xlsx" and dice.hits():
            book.form = form
            if form in _NARROW:
                _lose_marks(book)

    return Mess(name, Text(de, en), Stage.FILE, apply)


def _lose_marks(book: Book) -> None:
    """What these letters cannot write is a question mark in the file, and nothing else is true of it."""
    for page in book.pages:
        for line in page.body:
            for spot in line.spots:
                if isinstance(spot.value, str):
                    spot.value = _narrow(spot.value)
                if isinstance(spot.truth, str) and not isinstance(spot.truth, Choice):
                    spot.truth = _narrow(spot.truth)


def _narrow(text: str) -> str:
    return text.encode("cp1252", errors="replace").decode("cp1252")


csv_cp1252 = _form("csv-cp1252", "csv-cp1252", "CSV in Windows-Zeichen, Semikolon, Dezimalkomma", "CSV in cp1252")
csv_utf16 = _form("csv-utf16", "csv-utf16", "CSV in UTF-16 mit Tabulatoren", "CSV in UTF-16 with tabs")
csv_comma = _form("csv-comma", "csv-comma", "CSV mit Kommas und UTF-8-Marke", "CSV with commas and a mark")
csv_in_xls = _form("csv-in-xls", "csv-in-xls", "CSV in einer .xls-Datei", "CSV inside an .xls file")
html_in_xls = _form("html-in-xls", "html-in-xls", "HTML-Tabelle in einer .xls-Datei", "HTML table in an .xls file")
ods = _form("ods", "ods", "OpenDocument-Tabelle", "OpenDocument spreadsheet")
file_per_sheet = _form("file-per-sheet", "xlsx-single", "Eine Datei je Blatt", "one file for each sheet")
