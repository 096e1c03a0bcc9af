"""A workbook with its problems in it: coloured cells with notes, and a first sheet that lists them all with links.

An Excel workbook stays the user's own: only the cells with problems change their fill and get a note. Anything else
(CSV, old or foreign formats), and what remains to be corrected after an import, becomes a new workbook.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from ea_cockpit.i18n import LANGS, Lang, Text
from ea_cockpit.tabular.annotate_book import NotEditable, annotate_book
from ea_cockpit.tabular.annotate_fresh import annotate_fresh
from ea_cockpit.tabular.annotate_list import HEADLINE, OWN_MARK, REST_MARK, TITLE, Findings, Kept, Mark
from ea_cockpit.tabular.reader import Sheet, Table

__all__ = ["TITLE", "Kept", "Mark", "annotate", "is_findings", "is_rest", "origin", "suffix_of"]

_BOOKS = (".xlsx", ".xlsm")
_NEW = Text(
    "Die Datei lag in einem anderen Format vor; ihre Zeilen stehen hier als neue Arbeitsmappe, ohne Formate.",
    "The file came in another format; its rows stand here as a new workbook, without formats.",
)
_REST = Text(
    "Diese Arbeitsmappe enthält nur die Zeilen, die nicht importiert wurden; die anderen sind importiert.",
    "This workbook holds only the rows that were not imported; the others are.",
)
_LARGE = Text(
    "Die Datei ist gross; hier stehen nur ihre ersten Zeilen und die mit Befunden.",
    "The file is large; here stand only its first rows and those with findings.",
)
_MOST_ROWS, _FIRST = 150_000, 10


def annotate(table: Table, marks: Sequence[Mark], lang: Lang, rest: Mapping[str, Kept] | None = None) -> bytes:
    """The file with these marks as a workbook; `rest` keeps, by sheet, only the rows of these numbers."""
    if rest is not None:
        return annotate_fresh(table, Findings(table.file, marks, lang, (_REST,), is_rest=True), rest)
    if table.file.lower().endswith(_BOOKS) and table.content:
        try:
            return annotate_book(table.content, Findings(table.file, marks, lang))
        except NotEditable as reason:
            note = Text(*(f"{_NEW.in_(lang)} ({reason})" for lang in LANGS))
            return _anew(table, marks, lang, note)
    return _anew(table, marks, lang, _NEW)


def _anew(table: Table, marks: Sequence[Mark], lang: Lang, note: Text) -> bytes:
    """The file as a new workbook; of one too large for that only the rows one has to look at."""
    if sum(len(sheet.rows) for sheet in table.sheets) <= _MOST_ROWS:
        return annotate_fresh(table, Findings(table.file, marks, lang, (note,)))
    rows: dict[str, set[int]] = {}
    for mark in marks:
        if mark.row:
            rows.setdefault(mark.sheet, set()).add(mark.row)
    kept = {name: Kept(tuple(sorted({*range(1, _FIRST + 1), *found})), _FIRST) for name, found in rows.items()}
    return annotate_fresh(table, Findings(table.file, marks, lang, (_LARGE,), is_rest=True), kept)


def suffix_of(content: bytes) -> str:
    """How the name of this workbook has to end, so that Excel opens it: one with macros is an .xlsm."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return ".xlsm" if b"macroEnabled" in book.read("[Content_Types].xml") else ".xlsx"


def is_findings(sheet: Sheet) -> bool:
    """Whether a sheet is the list of problems written here, not one of the user's own."""
    return _first(sheet).startswith(OWN_MARK) and sheet.name.startswith((TITLE.de, TITLE.en))


def is_rest(table: Table) -> bool:
    """Whether a file holds only what an earlier import left over: what it does not name is not missing."""
    return any(is_findings(sheet) and _first(sheet).endswith(REST_MARK) for sheet in table.sheets)


def origin(table: Table) -> str | None:
    """The name of the file an annotated workbook was made of; None for any other file."""
    first = next((_first(sheet) for sheet in table.sheets if is_findings(sheet)), "")
    for lang in LANGS:
        begin = OWN_MARK + HEADLINE.in_(lang).partition("{file}")[0]
        if first.startswith(begin):
            return first[len(begin) :].removesuffix(REST_MARK).strip()
    return None


def _first(sheet: Sheet) -> str:
    cell: Any = next((row[0] for row in sheet.rows[:1] if row), "")
    return cell if isinstance(cell, str) else ""
