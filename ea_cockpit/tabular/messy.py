"""Writes messy workbooks on purpose, in many forms, for the sample and for tests of the import."""

from __future__ import annotations

import csv
import datetime as dt
import html
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import xlsxwriter

from ea_cockpit.tabular.messy_ods import write_ods


@dataclass(frozen=True, slots=True)
class MessyCell:
    """One cell; `formula` stands in it beside its value, which the file holds only where `cached`."""

    value: Any
    formula: str = ""
    cached: bool = True
    note: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class MessySheet:
    """One sheet: rows of cells, what is hidden, merged areas (top, left, bottom, right), drop-downs by column."""

    name: str
    rows: Sequence[Sequence[MessyCell | None]]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    choices: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


ENDINGS = {
    "xlsx": ".xlsx", "xlsx-single": ".xlsx", "csv-cp1252": ".csv", "csv-utf16": ".csv", "csv-comma": ".csv",
    "csv-in-xls": ".xls", "html-in-xls": ".xls", "ods": ".ods",
}  # fmt: skip
"""The forms a file may have, with their endings."""
_FORMATS = {"date": "dd.mm.yyyy", "money": "#,##0.00", "padded": "0000"}
_UNCACHED = re.compile(r'(<c r="[A-Z]+\d+"[^>]*?)(?: t="str")?(><f>[^<]*</f>)<v>\?uncached\?</v>')


def write_messy(sheets: Sequence[MessySheet], form: str) -> bytes:
    """The file with these sheets in one of the forms; forms that know one sheet only take the first."""
    if form == "ods":
        return write_ods([(sheet.name, sheet.hidden, _values(sheet)) for sheet in sheets])
    if form.startswith("xlsx"):
        return _xlsx(sheets)
    rows = _values(sheets[0])
    if form == "html-in-xls":
        return _html(rows).encode("utf-8")
    if form == "csv-utf16":
        return _csv(rows, "\t").encode("utf-16")
    if form == "csv-comma":
        return _csv(rows, ",", decimal=".").encode("utf-8-sig")
    return _csv(rows, ";").encode("cp1252", errors="replace")


def _values(sheet: MessySheet) -> list[list[Any]]:
    filled = {
        (r, c): (top, left) for top, left, b, e in sheet.merged if b > top for r in range(top, b + 1) for c in (left,)
    }
    rows = []
    for r, row in enumerate(sheet.rows):
        # What Excel keeps of a merged cell is its first one; here lists come out of a program that repeats it.
        cells = [sheet.rows[filled[r, c][0]][c] if (r, c) in filled else cell for c, cell in enumerate(row)]
        rows.append([cell.value if cell and cell.cached else None for cell in cells])
    return rows


def _xlsx(sheets: Sequence[MessySheet]) -> bytes:
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        # The same cells make the same file, whenever it is written.
        book.set_properties({"created": dt.datetime(2026, 6, 30)})
        formats = {style: book.add_format({"num_format": code}) for style, code in _FORMATS.items()}
        for sheet in sheets:
            _fill(book.add_worksheet(sheet.name), sheet, formats)
        # A workbook must show a sheet.
        next(book.get_worksheet_by_name(sheet.name) for sheet in sheets if not sheet.hidden).activate()
    return _without_values(out.getvalue())


def _fill(page: Any, sheet: MessySheet, formats: Mapping[str, Any]) -> None:
    for r, row in enumerate(sheet.rows):
        for c, cell in enumerate(row):
            if cell is not None:
                _write(page, r, c, cell, formats.get(cell.style))
                if cell.note:
                    page.write_comment(r, c, cell.note)
    for area in sheet.merged:
        top = sheet.rows[area[0]][area[1]]
        page.merge_range(*area, "")
        if top is not None:
            _write(page, area[0], area[1], top, formats.get(top.style))
    for r in sheet.hidden_rows:
        page.set_row(r, None, None, {"hidden": True})
    for c in sheet.hidden_columns:
        page.set_column(c, c, None, None, {"hidden": True})
    for c, words in sheet.choices.items():
        if len(",".join(words)) < 250:
            page.data_validation(
                0, c, len(sheet.rows), c, {"validate": "list", "source": list(words), "show_error": False}
            )
    if sheet.hidden:
        page.hide()


def _write(page: Any, r: int, c: int, cell: MessyCell, style: Any) -> None:
    value = cell.value
    if cell.formula:
        page.write_formula(r, c, f"={cell.formula}", style, value if cell.cached else "?uncached?")
    elif isinstance(value, dt.date):
        page.write_datetime(r, c, dt.datetime(value.year, value.month, value.day), style)
    elif isinstance(value, bool):
        page.write_boolean(r, c, value)
    elif isinstance(value, int | float):
        page.write_number(r, c, value, style)
    else:
        # Written as it is: the file shall hold «_x000D_» as programs leave it, not escaped.
        page.write_string(r, c, str(value))


def _without_values(content: bytes) -> bytes:
    """Take the values of formulas away that were marked as never calculated; unescape line ends."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename.startswith("xl/worksheets/sheet"):
                data = _UNCACHED.sub(r"\1\2", data.decode("utf-8")).encode("utf-8")
            if item.filename == "xl/sharedStrings.xml":
                data = data.replace(b"_x005F_x000D_", b"_x000D_")
            new.writestr(item, data)
    return out.getvalue()


def _csv(rows: Sequence[Sequence[Any]], delimiter: str, decimal: str = ",") -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([_as_shown(value, decimal) for value in row] for row in rows)
    return out.getvalue()


def _as_shown(value: Any, decimal: str) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value).replace(".", decimal)
    return str(value)


def _html(rows: Sequence[Sequence[Any]]) -> str:
    cells = (("".join(f"<td>{_escaped(value)}</td>" for value in row)) for row in rows)
    body = "\n".join(f"<tr>{row}</tr>" for row in cells)
    head = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>'
    return f"{head}\n<table border=1>\n{body}\n</table></body></html>"


def _escaped(value: Any) -> str:
    text = html.escape(_as_shown(value, "."))
    return text.replace("\n", "<br>") if text else "&nbsp;"
