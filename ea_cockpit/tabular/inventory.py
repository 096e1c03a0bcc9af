"""An inventory as a workbook in the template's layout: a guide, one sheet a fact type, drop-downs, help on headings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any

import xlsxwriter

from ea_cockpit.i18n import LANGS, Lang
from ea_cockpit.model.declare import Fact
from ea_cockpit.model.metamodel import Column, FactType, Link, Metamodel
from ea_cockpit.tabular.baseline import BASELINE_SHEET, Baseline, write_baseline
from ea_cockpit.tabular.cells import cell_value, custom_headings, drop_down, sheet_title
from ea_cockpit.tabular.form import (
    ASKED_COLOR,
    DIRECTORY_TITLE,
    LOCKED_COLOR,
    PROTECTION,
    QUESTIONS_TITLE,
    Form,
    write_directory,
    write_questions,
)
from ea_cockpit.tabular.guide import GUIDE_TITLE, write_guide
from ea_cockpit.tabular.look import CUSTOM_COLOR, DATE_FORMAT, FONT, MONEY_FORMAT, SECTION_COLORS, WIDTHS
from ea_cockpit.tabular.notes import column_note

LISTS_SHEET = "_Listen"
OWN_SHEETS = frozenset(
    {LISTS_SHEET, BASELINE_SHEET}
    | {title.in_(lang) for title in (GUIDE_TITLE, QUESTIONS_TITLE, DIRECTORY_TITLE) for lang in LANGS}
)
"""Sheets that hold no entries when a workbook comes back."""
# Excel keeps at most 255 characters of words inside a validation; longer lists go to a sheet of their own.
_INLINE_LIST = 255
_SPARE_ROWS = 2_000
_SPARE_COLUMNS = 10
_A3 = 8

Facts = Mapping[str, Sequence[Fact]]


def write_inventory(
    out: Path | IO[bytes],
    facts: Facts,
    metamodel: Metamodel,
    lang: Lang = "de",
    *,
    only_filled: bool = False,
    baseline: Baseline | None = None,
    form: Form | None = None,
) -> None:
    """Write facts (by label) as a workbook; without facts it is the empty template.

    `only_filled` leaves out the sheets that would stay empty. Links are written as they stand in the fact.
    `baseline` goes into a hidden sheet, for the day the workbook comes back. `form` makes it one office's own.
    """
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    target = str(out) if isinstance(out, Path) else out
    with xlsxwriter.Workbook(target, options) as book:
        # A fixed day keeps a workbook made twice from the same facts the same, byte for byte.
        book.set_properties({"title": "EA-Cockpit", "created": dt.datetime(2026, 1, 1)})
        book.formats[0].set_font_name(FONT)
        kinds = [kind for kind in metamodel if facts.get(kind.label) or not only_filled]
        if form is not None:
            kinds = [metamodel[label] for label in form.kinds]
            rows = {(k.label, f.id): row for k in kinds for row, f in enumerate(facts.get(k.label, ()), start=2)}
            write_questions(book.add_worksheet(QUESTIONS_TITLE.in_(lang)), book, form, rows, metamodel, lang)
        writer = _Writer(book, metamodel, lang, form)
        write_guide(book, kinds, metamodel, lang)
        for kind in kinds:
            writer.sheet(kind, facts.get(kind.label, ()))
        writer.finish()
        if baseline is not None:
            write_baseline(book, baseline)


class _Writer:
    """Writes the sheets of one workbook; remembers formats and the long lists."""

    def __init__(self, book: Any, metamodel: Metamodel, lang: Lang, form: Form | None = None) -> None:
        self.book, self.metamodel, self.lang, self.form = book, metamodel, lang, form
        self.asked = form.asked() if form else set[tuple[str, str, str]]()
        self.long_lists: dict[tuple[str, ...], str] = {}
        self.free = _Looks(book, {"locked": False} if form else {})
        self.yellow = _Looks(book, {"locked": False, "bg_color": ASKED_COLOR, "border": 1, "border_color": "#C9A800"})
        self.grey = _Looks(book, {"bg_color": LOCKED_COLOR})

    def sheet(self, kind: FactType, facts: Sequence[Fact]) -> None:
        """One sheet: headings with notes, the facts below, drop-downs as far as people will type."""
        sheet = self.book.add_worksheet(sheet_title(kind, self.lang))
        sheet.set_tab_color(kind.look.color)
        customs = custom_headings(facts)
        self._headings(sheet, kind, customs)
        getters = [(f.name, isinstance(f, Column) and f.kind == "money") for f in kind.fields]
        for row, fact in enumerate(facts, start=1):
            values = fact.__dict__
            for place, (name, is_money) in enumerate(getters):
                looks = self._looks(kind.label, fact.id, name) if self.form else self.free
                self._cell(sheet, row, place, values[name], looks, is_money)
            for place, heading in enumerate(customs, start=len(getters)):
                self._cell(sheet, row, place, fact.custom.get(heading), self.free)
        last = max(len(facts), 1)
        width = len(getters) + len(customs)
        sheet.autofilter(0, 0, last, width - 1)
        for place, field in enumerate(kind.fields):
            self._validation(sheet, place, field, last + _SPARE_ROWS)
        if self.form:
            # Columns of the office's own may follow on the right.
            sheet.set_column(width, width + _SPARE_COLUMNS - 1, 24, self.free.text)
            sheet.protect("", PROTECTION)

    def _looks(self, label: str, id_: str, name: str) -> _Looks:
        if name == "id":
            return self.grey
        return self.yellow if (label, id_, name) in self.asked else self.free

    def _headings(self, sheet: Any, kind: FactType, customs: list[str]) -> None:
        for place, field in enumerate(kind.fields):
            width = WIDTHS[field.kind] if isinstance(field, Column) else 22
            as_text = isinstance(field, Link) or field.kind in ("text", "list")
            wide = 60 if field.name == "description" else 34 if field.name == "name" else width
            sheet.set_column(place, place, wide, self.free.text if as_text else self.free.plain)
            bold = isinstance(field, Column) and field.required
            sheet.write_string(0, place, field.title.in_(self.lang), self._heading(SECTION_COLORS[field.section], bold))
            note = column_note(field, self.metamodel, self.lang)
            height = 22 * (2 + note.count("\n") + len(note) // 45)
            sheet.write_comment(0, place, note, {"x_scale": 2, "height": height, "author": "EA-Cockpit"})
        for place, heading in enumerate(customs, start=len(kind.fields)):
            sheet.set_column(place, place, 24, self.free.text)
            sheet.write_string(0, place, heading, self._heading(CUSTOM_COLOR, bold=False))
        sheet.set_row(0, 32)
        sheet.freeze_panes(1, 2)
        sheet.set_landscape()
        sheet.set_paper(_A3)
        # On paper: about fifteen columns a page, each page with headings, id and name.
        sheet.fit_to_pages(-(-(len(kind.fields) + len(customs)) // 15), 0)
        sheet.repeat_rows(0)
        sheet.repeat_columns(0, 1)

    def _heading(self, color: str, bold: bool) -> Any:
        return self.book.add_format(
            {"font_name": FONT, "bold": True, "font_color": "#FFFFFF", "bg_color": color, "text_wrap": True,
             "valign": "vcenter", "border": 1, "border_color": "#FFFFFF", "underline": 1 if bold else 0}
        )  # fmt: skip

    def _cell(self, sheet: Any, row: int, place: int, value: Any, looks: _Looks, is_money: bool = False) -> None:
        shown = cell_value(value, self.lang)
        if shown is None or shown == "":
            if looks is self.yellow:
                sheet.write_blank(row, place, None, looks.plain)
        elif isinstance(shown, str):
            sheet.write_string(row, place, shown, looks.text)
        elif isinstance(shown, dt.date):
            sheet.write_datetime(row, place, dt.datetime(shown.year, shown.month, shown.day), looks.day)
        else:
            sheet.write_number(row, place, shown, looks.money if is_money else looks.plain)

    def _validation(self, sheet: Any, place: int, field: Column | Link, last: int) -> None:
        rule: dict[str, Any] | None = None
        if words := drop_down(field, self.lang):
            rule = {"validate": "list", "source": self._word_source(words)}
        elif self.form and isinstance(field, Link):
            if names := self.form.choices(field.targets):
                rule = {"validate": "list", "source": self._listed(names), "show_error": False}
        elif (
            isinstance(field, Link) and field.targets[0] in self.metamodel and len(field.targets) < len(self.metamodel)
        ):
            title = sheet_title(self.metamodel[field.targets[0]], self.lang)
            # A hint only: several ids in one cell, or one of another sheet, must stay possible.
            rule = {"validate": "list", "source": f"='{title}'!$A$2:$A${last + 1}", "show_error": False}
        if rule:
            sheet.data_validation(1, place, last, place, {**rule, "ignore_blank": True, "error_type": "stop"})

    def _word_source(self, words: list[str]) -> list[str] | str:
        if len(",".join(words)) <= _INLINE_LIST and not any("," in word for word in words):
            return words
        return self._listed(words)

    def _listed(self, words: list[str]) -> str:
        column = len(self.long_lists)
        key = tuple(words)
        letter = xlsxwriter.utility.xl_col_to_name(column)
        return self.long_lists.setdefault(key, f"='{LISTS_SHEET}'!${letter}$1:${letter}${len(words)}")

    def finish(self) -> None:
        """Write the hidden sheet that holds the long lists, and the directory behind the sheets of a form."""
        if self.form:
            write_directory(self.book, self.form, self.metamodel, self.lang)
        if not self.long_lists:
            return
        sheet = self.book.add_worksheet(LISTS_SHEET)
        for place, words in enumerate(self.long_lists):
            sheet.write_column(0, place, words)
        sheet.hide()


class _Looks:
    """The formats of cells that look alike but for the kind of their value."""

    def __init__(self, book: Any, marks: dict[str, Any]) -> None:
        base = {"font_name": FONT, "valign": "top", **marks}
        self.plain = book.add_format(base)
        self.text = book.add_format({**base, "num_format": "@"})
        self.day = book.add_format({**base, "num_format": DATE_FORMAT, "align": "left"})
        self.money = book.add_format({**base, "num_format": MONEY_FORMAT})
