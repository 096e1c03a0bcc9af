"""Reads workbooks and CSV files as sheets of cells; nothing is interpreted yet."""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import charset_normalizer
import python_calamine as calamine

from ea_cockpit.errors import UnreadableInput
from ea_cockpit.i18n import Text
from ea_cockpit.tabular.fault import in_words

WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
TEXTS = (".csv", ".tsv", ".txt")


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


class BrokenWorkbook(UnreadableInput):
    """The file says it is a workbook, but cannot be read as one."""

    says = Text(
        "{file}: die Arbeitsmappe lässt sich nicht lesen ({why}).", "{file}: the workbook cannot be read ({why})."
    )
    remedy = Text(
        "Öffnen Sie sie in Excel und speichern Sie sie ohne Kennwort neu als .xlsx.",
        "Open it in Excel and save it again as .xlsx, without a password.",
    )


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name and its rows of raw cells; row 0 is the sheet's first row, column 0 its first column.

    `merged` are areas as (top, left, bottom, right), ends included. `uncached` are cells with a formula of which the
    file keeps no value: they read as empty.
    """

    name: str
    rows: Sequence[list[Any]]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    uncached: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """One file as read: its name without folders, its SHA-256, its sheets, and its bytes as they came."""

    file: str
    sha256: str
    sheets: tuple[Sheet, ...]
    content: bytes = field(default=b"", repr=False)


def read_table(path: Path) -> Table:
    """Read a workbook or CSV file; raises an `UnreadableInput` that says what to do."""
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise FileNotThere(file=path.name, why=in_words(fault)) from None
    return read_bytes(path.name, content)


def read_bytes(name: str, content: bytes) -> Table:
    """Read a file that is already in memory, for example one that was uploaded."""
    suffix = Path(name).suffix.lower()
    reader: Callable[[str, bytes], tuple[Sheet, ...]] | None = (
        _workbook if suffix in WORKBOOKS else _csv if suffix in TEXTS else None
    )
    if reader is None:
        raise UnknownFormat(file=name)
    return Table(name, hashlib.sha256(content).hexdigest(), reader(name, content), content)


def _workbook(name: str, content: bytes) -> tuple[Sheet, ...]:
    try:
        with calamine.load_workbook(io.BytesIO(content)) as book:
            visible = {m.name: m.visible == calamine.SheetVisibleEnum.Visible for m in book.sheets_metadata}
            tables = {m.name for m in book.sheets_metadata if m.typ == calamine.SheetTypeEnum.WorkSheet}
            return tuple(
                Sheet(title, book.get_sheet_by_name(title).to_python(skip_empty_area=False), not visible[title])
                for title in book.sheet_names
                if title in tables
            )
    # Every kind of damage has its own error in the reader; to the user they are one: it cannot be read.
    except Exception as fault:  # noqa: BLE001
        raise BrokenWorkbook(file=name, why=str(fault).splitlines()[0][:120] if str(fault) else "?") from None


def _csv(name: str, content: bytes) -> tuple[Sheet, ...]:
    text = _decode(content).replace("\0", "")
    try:
        dialect: type[csv.Dialect] | str = csv.Sniffer().sniff(text[:20_000], ",;\t|")
    except csv.Error:
        dialect = "excel"
    # A quote doubled inside quotes is what every spreadsheet writes; the sniffer sometimes misses it.
    rows: list[list[Any]] = list(csv.reader(io.StringIO(text, newline=""), dialect, doublequote=True))
    return (Sheet(Path(name).stem, rows),)


_ENCODINGS = ["cp1252", "latin_1", "utf_16_le", "utf_16_be", "mac_roman", "cp850"]


def _decode(content: bytes) -> str:
    """The file's text: by its mark, as UTF-8 where that fits, else by what the letters make likely."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        found = charset_normalizer.from_bytes(content, cp_isolation=_ENCODINGS).best()
        return str(found) if found else content.decode("cp1252", errors="replace")
