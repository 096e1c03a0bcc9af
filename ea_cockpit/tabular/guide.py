"""The guide: the first sheet of a template, which says how to fill it in and what each sheet is for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ea_cockpit.i18n import Lang, Text
from ea_cockpit.model.metamodel import FactType, Metamodel
from ea_cockpit.tabular.cells import sheet_title
from ea_cockpit.tabular.look import FONT
from ea_cockpit.tabular.notes import example_of, value_form

GUIDE_TITLE = Text("Anleitung", "Guide")
_STEPS = (
    Text(
        "Jede Zeile ist ein Eintrag. Die ID ist Pflicht und bleibt gleich, auch wenn sich der Name ändert.",
        "Each row is one entry. The ID is required and stays the same, even when the name changes.",
    ),
    Text(
        "Was Sie nicht wissen, lassen Sie leer. Leere Blätter stören nicht.",
        "Leave empty what you do not know. Empty sheets do no harm.",
    ),
    Text(
        "Verweise auf andere Einträge sind deren ID. Mehrere IDs trennen Sie mit einem Strichpunkt.",
        "References to other entries are their IDs. Separate several IDs with a semicolon.",
    ),
    Text(
        "Eigene Spalten dürfen Sie rechts anfügen; sie werden als Zusatzangaben übernommen.",
        "You may add columns of your own on the right; they are kept as additional attributes.",
    ),
    Text(
        "Hilfe und Beispiele stehen an jeder Spaltenüberschrift (Maus darüber) und unten auf diesem Blatt.",
        "Help and examples are on each heading (rest the mouse on it) and below on this sheet.",
    ),
)
_TITLE = Text("Inventar für das EA-Cockpit", "Inventory for the EA-Cockpit")
_SHEETS = Text("Die Blätter", "The sheets")
_FIELDS = Text("Die Spalten", "The columns")
_HEADINGS = (
    Text("Blatt", "Sheet"), Text("Spalte", "Column"), Text("Bedeutung", "Meaning"), Text("Form", "Form"),
    Text("Beispiel", "Example"),
)  # fmt: skip


def write_guide(book: Any, kinds: Sequence[FactType], metamodel: Metamodel, lang: Lang) -> None:
    """Add the guide as the next sheet of the workbook."""
    sheet = book.add_worksheet(GUIDE_TITLE.in_(lang))
    big = book.add_format({"font_name": FONT, "bold": True, "font_size": 18, "font_color": "#1F3A5F"})
    bold = book.add_format({"font_name": FONT, "bold": True, "font_size": 13, "font_color": "#1F3A5F"})
    wrap = book.add_format({"font_name": FONT, "valign": "top", "bottom": 4, "bottom_color": "#C9D3DF"})
    head = book.add_format({"font_name": FONT, "bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3A5F"})
    link = book.add_format({"font_name": FONT, "font_color": "#0F5FA6", "underline": 1, "valign": "top"})
    sheet.hide_gridlines(2)
    for place, width in enumerate((30, 32, 84, 76, 40)):
        sheet.set_column(place, place, width)
    sheet.write_string(0, 0, _TITLE.in_(lang), big)
    row = 2
    for step in _STEPS:
        sheet.write_string(row, 0, f"•  {step.in_(lang)}")
        row += 1
    sheet.write_string(row + 1, 0, _SHEETS.in_(lang), bold)
    row += 2
    for kind in kinds:
        title = sheet_title(kind, lang)
        sheet.write_url(row, 0, f"internal:'{title}'!A1", link, title)
        sheet.write_string(row, 1, kind.explains.in_(lang))
        row += 1
    sheet.write_string(row + 1, 0, _FIELDS.in_(lang), bold)
    row += 2
    for place, heading in enumerate(_HEADINGS):
        sheet.write_string(row, place, heading.in_(lang), head)
    for kind in kinds:
        for field in kind.fields:
            row += 1
            cells = (sheet_title(kind, lang), field.title.in_(lang), field.help.in_(lang),
                     value_form(field, metamodel, lang), example_of(field, lang))  # fmt: skip
            for place, text in enumerate(cells):
                sheet.write_string(row, place, text, wrap)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
