"""The form for one office: its questions on the first sheet, with links to the cells, and a directory of partners."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import xlsxwriter

from ea_cockpit.i18n import Lang, Text
from ea_cockpit.model.metamodel import FactType, Metamodel
from ea_cockpit.tabular.cells import sheet_title
from ea_cockpit.tabular.look import FONT

QUESTIONS_TITLE = Text("Offene Fragen", "Open questions")
DIRECTORY_TITLE = Text("Verzeichnis", "Directory")
ASKED_COLOR, LOCKED_COLOR = "#FFF3B0", "#EDEDED"
_INK = "#1F3A5F"
# Excel takes at most 65,530 links on a sheet.
_MOST_LINKS = 60_000

_SUMMARY = Text(
    "{questions} Fragen zu {entries} Einträgen. Stand: {day}.",
    "{questions} questions on {entries} entries. As of {day}.",
)
_NOTHING = Text("Keine offenen Fragen. Stand: {day}.", "No open questions. As of {day}.")
_STEPS = (
    Text(
        "Gelbe Zellen sind die offenen Fragen. Ein Klick auf die Zelle in der letzten Spalte führt hin.",
        "Yellow cells are the open questions. Clicking the cell in the last column leads there.",
    ),
    Text(
        "Ändern dürfen Sie alles ausser den grauen IDs und den Überschriften. Neue Einträge schreiben Sie unten an.",
        "You may change everything but the grey IDs and the headings. Write new entries at the bottom.",
    ),
    Text(
        "Wo ein anderer Eintrag gemeint ist (Amt, Lieferant, Applikation), wählen Sie aus der Liste oder schreiben die"
        " ID aus dem Blatt «Verzeichnis». Mehrere trennen Sie mit einem Strichpunkt.",
        "Where another entry is meant (office, supplier, application), choose from the list or write the ID found on"
        " sheet 'Directory'. Separate several by a semicolon.",
    ),
    Text(
        "Haben Sie einen Eintrag geprüft, tragen Sie bei «Bestätigt am» das heutige Datum ein.",
        "When you have checked an entry, put today's date in 'Confirmed on'.",
    ),
    Text(
        "Speichern Sie die Mappe als .xlsx und senden Sie sie zurück. Übernommen wird nur, was Sie geändert haben.",
        "Save the workbook as .xlsx and send it back. Only what you changed is taken over.",
    ),
    Text(
        "Der Blattschutz bewahrt vor Versehen und hat kein Kennwort (Überprüfen > Blattschutz aufheben).",
        "The sheets are protected against slips, without a password (Review > Unprotect Sheet).",
    ),
)
_HEADINGS = (
    (Text("Nr.", "No."), 6), (Text("Blatt", "Sheet"), 22), (Text("Eintrag", "Entry"), 42),
    (Text("Spalte", "Column"), 30), (Text("Frage", "Question"), 70), (Text("Zelle", "Cell"), 9),
)  # fmt: skip
_DIRECTORY_HEADINGS = ((Text("Art", "Type"), 26), (Text("ID", "ID"), 22), (Text("Name", "Name"), 60))

PROTECTION = {
    "format_columns": True, "format_rows": True, "insert_rows": True, "sort": True, "autofilter": True,
    "insert_hyperlinks": True,
}  # fmt: skip
"""What stays possible on a protected sheet."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing the office is asked: the cell (fact and field), the entry's name, and the question."""

    label: str
    id: str
    name: str
    field: str
    asks: Text


@dataclass(frozen=True, slots=True)
class Form:
    """What makes a workbook a form: whom it is for, its sheets in order, its questions, and all possible partners.

    `partners` are (id, name) by label; `day` is the day it was made, as people write it.
    """

    office: str
    day: str
    kinds: tuple[str, ...]
    questions: tuple[Question, ...]
    partners: Mapping[str, Sequence[tuple[str, str | None]]] = field(default_factory=dict)

    def asked(self) -> set[tuple[str, str, str]]:
        """The cells asked for: label, id and field."""
        return {(question.label, question.id, question.field) for question in self.questions}

    def choices(self, targets: Sequence[str]) -> list[str]:
        """What a drop-down for these types offers: names where a name is clear, else ids."""
        found = [partner for target in targets for partner in self.partners.get(target, ())]
        ids, names = {id_ for id_, _ in found}, [name for _, name in found]
        bearers = Counter(names)
        clear = [
            name if name and bearers[name] == 1 and name not in ids and not set(name) & set(";|\n:") else id_
            for id_, name in found
        ]
        return sorted(clear, key=str.casefold)


def cell_name(kind: FactType, name: str, row: int) -> str:
    """The cell of a field as Excel names it; `row` counts from 1."""
    place = next(place for place, item in enumerate(kind.fields) if item.name == name)
    return f"{xlsxwriter.utility.xl_col_to_name(place)}{row}"


def write_questions(
    sheet: Any, book: Any, form: Form, rows: Mapping[tuple[str, str], int], metamodel: Metamodel, lang: Lang
) -> None:
    """Fill the first sheet; `rows` tells the row (from 1) of each fact on its sheet."""
    base = {"font_name": FONT, "valign": "top", "bottom": 4, "bottom_color": "#C9D3DF"}
    text = book.add_format({**base, "text_wrap": True})
    link = book.add_format({**base, "font_color": "#0F5FA6", "underline": 1})
    top = _introduction(sheet, book, form, lang)
    _headings(sheet, book, _HEADINGS, top, lang)
    for number, question in enumerate(form.questions, start=1):
        row, kind = top + number, metamodel[question.label]
        title, heading = sheet_title(kind, lang), kind.by_name[question.field].title.in_(lang)
        cell = cell_name(kind, question.field, rows[question.label, question.id])
        sheet.write_number(row, 0, number, text)
        shown = (title, question.name, heading, question.asks.in_(lang))
        # A height of its own: not every program makes room for wrapped text by itself.
        widths = [width for _heading, width in _HEADINGS[1:]]
        lines = max(-(-len(words) // (width - 2)) for words, width in zip(shown, widths, strict=False))
        sheet.set_row(row, 15 * max(lines, 1))
        for place, words in enumerate(shown, start=1):
            sheet.write_string(row, place, words, text)
        if number <= _MOST_LINKS:
            sheet.write_url(row, 5, f"internal:'{title}'!{cell}", link, cell)
        else:
            sheet.write_string(row, 5, cell, text)
    sheet.freeze_panes(top + 1, 0)
    sheet.autofilter(top, 0, top + max(len(form.questions), 1), len(_HEADINGS) - 1)
    _finish(sheet)


def _introduction(sheet: Any, book: Any, form: Form, lang: Lang) -> int:
    big = book.add_format({"font_name": FONT, "bold": True, "font_size": 18, "font_color": _INK})
    bold = book.add_format({"font_name": FONT, "bold": True, "font_size": 12})
    plain = book.add_format({"font_name": FONT, "text_wrap": True, "valign": "top"})
    sheet.write_string(0, 0, f"{QUESTIONS_TITLE.in_(lang)}: {form.office}", big)
    entries = len({(question.label, question.id) for question in form.questions})
    summary = _SUMMARY if form.questions else _NOTHING
    told = summary.format(questions=len(form.questions), entries=entries, day=form.day)
    sheet.write_string(1, 0, told.in_(lang), bold)
    for row, step in enumerate(_STEPS, start=3):
        words = f"•  {step.in_(lang)}"
        sheet.merge_range(row, 0, row, len(_HEADINGS) - 1, words, plain)
        sheet.set_row(row, 32 if len(words) > 150 else 16)
    return 4 + len(_STEPS)


def _headings(sheet: Any, book: Any, headings: Sequence[tuple[Text, int]], row: int, lang: Lang) -> None:
    head = book.add_format({"font_name": FONT, "bold": True, "font_color": "#FFFFFF", "bg_color": _INK})
    for place, (heading, width) in enumerate(headings):
        sheet.set_column(place, place, width)
        sheet.write_string(row, place, heading.in_(lang), head)


def _finish(sheet: Any) -> None:
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.protect("", PROTECTION)


def write_directory(book: Any, form: Form, metamodel: Metamodel, lang: Lang) -> None:
    """Add the sheet where ids can be looked up by name."""
    sheet = book.add_worksheet(DIRECTORY_TITLE.in_(lang))
    plain = book.add_format({"font_name": FONT, "num_format": "@"})
    _headings(sheet, book, _DIRECTORY_HEADINGS, 0, lang)
    row = 0
    for label, partners in form.partners.items():
        for id_, name in sorted(partners, key=lambda partner: (partner[1] or partner[0]).casefold()):
            row += 1
            for place, words in enumerate((metamodel[label].title.in_(lang), id_, name or "")):
                sheet.write_string(row, place, words, plain)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(row, 1), 2)
    _finish(sheet)
