"""Workbooks of every kind as sheets: calamine reads them, once it is sure that they are whole and fit into memory."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import python_calamine as calamine
from lxml import etree

from ea_cockpit.errors import UnreadableInput
from ea_cockpit.i18n import Text
from ea_cockpit.tabular import ods_parts, xlsb_parts, xlsx_parts
from ea_cockpit.tabular.far_cells import far_rows
from ea_cockpit.tabular.limits import refuse_beyond, trimmed
from ea_cockpit.tabular.package import Package
from ea_cockpit.tabular.sheet import About, Area, Sheet
from ea_cockpit.tabular.unreadable import (
    BrokenWorkbook,
    NoWorksheet,
    OtherFormat,
    PasswordProtected,
    TooLarge,
    TruncatedFile,
)

Look = Callable[[int], About]
"""Tells what is known of a sheet by its number, before it is read."""

_MOST_SHEETS = 2_000
# A grid this small is read at once; a larger one only if a good part of it is filled.
_SMALL, _SHARE = 3_200_000, 8
_SHEETS = Text("{count} Blätter", "{count} sheets")
_OTHERS = {
    "word/": Text("ein Word-Dokument", "a Word document"),
    "ppt/": Text("eine Präsentation", "a presentation"),
    "visio/": Text("eine Visio-Zeichnung", "a Visio drawing"),
}
_DOCUMENT = Text("ein OpenDocument-Text", "an OpenDocument text")
_ARCHIVE = Text("ein Zip-Archiv", "a zip archive")


def read_zipped(name: str, content: bytes) -> tuple[Sheet, ...]:
    """A workbook in a zip file: .xlsx, .xlsm, .xlsb or .ods, whatever its name."""
    package = Package(name, content)
    for kind, look_with in (("xl/workbook.xml", _in_xlsx), ("xl/workbook.bin", _in_xlsb), ("content.xml", _in_ods)):
        if kind in package:
            return read_workbook(name, content, look_with(package))
    raise _foreign(package)


def read_workbook(name: str, content: bytes, look: Look = lambda _: About()) -> tuple[Sheet, ...]:
    """All worksheets of a workbook."""
    with _opened(name, content) as book:
        sheets = [(n, sheet) for n, sheet in enumerate(book.sheets_metadata) if sheet.typ == _WORKSHEET]
        if not sheets:
            raise NoWorksheet(file=name)
        if len(sheets) > _MOST_SHEETS:
            raise TooLarge(file=name, what=_SHEETS.format(count=len(sheets)))
        return tuple(_sheet(name, content, book, number, look(number)) for number, _ in sheets)


_WORKSHEET = calamine.SheetTypeEnum.WorkSheet


@contextmanager
def _opened(name: str, content: bytes) -> Iterator[calamine.CalamineWorkbook]:
    """The open workbook; every kind of damage has its own error in the readers, to the user they are one."""
    try:
        with calamine.load_workbook(io.BytesIO(content)) as book:
            yield book
    except UnreadableInput:
        raise
    except calamine.PasswordError:
        raise PasswordProtected(file=name) from None
    except MemoryError:
        raise TooLarge(file=name, what=f"{len(content) // 1_000_000} MB") from None
    except Exception as fault:  # noqa: BLE001
        if str(fault) == "Cannot detect file format":
            raise TruncatedFile(file=name) from None
        raise BrokenWorkbook(file=name, why=_reason(fault)) from None
    except BaseException as fault:
        # A reader written in Rust that gives up does not raise an ordinary exception.
        if type(fault).__name__ != "PanicException":
            raise
        raise BrokenWorkbook(file=name, why=_reason(fault)) from None


def _reason(fault: BaseException) -> str:
    return (str(fault).splitlines() or [type(fault).__name__])[0][:120]


def _sheet(name: str, content: bytes, book: calamine.CalamineWorkbook, number: int, about: About) -> Sheet:
    known = book.sheets_metadata[number]
    if about.area is None or about.area > max(_SMALL, about.filled * _SHARE):
        rows, merged = far_rows(name, content, known.name), about.merged
    else:
        rows, merged = _near_rows(name, book, number)
    return Sheet(
        known.name,
        rows,
        known.visible != calamine.SheetVisibleEnum.Visible,
        about.hidden_rows,
        about.hidden_columns,
        about.merged if about.merged is not None else merged or (),
        about.uncached,
    )


def _near_rows(name: str, book: calamine.CalamineWorkbook, number: int) -> tuple[list[list[Any]], tuple[Area, ...]]:
    sheet = book.get_sheet_by_index(number)
    merged = tuple((top, left, bottom, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ())
    if sheet.start is None:
        return [], merged
    above, before = sheet.start
    refuse_beyond(name, above + sheet.height, (before + sheet.width) * sheet.height)
    rows: Iterable[list[Any]] = sheet.to_python()
    if before:
        rows = ([""] * before + row for row in rows)
    return [*([] for _ in range(above)), *trimmed(rows)], merged


def _in_xlsx(package: Package) -> Look:
    parts = xlsx_parts.sheet_parts(package)
    package.verify(read_anyway=parts)

    def look(number: int) -> About:
        if number >= len(parts) or not parts[number]:
            raise TruncatedFile(file=package.file)
        return xlsx_parts.about_sheet(package.read(parts[number]))

    return look


def _in_xlsb(package: Package) -> Look:
    package.verify()
    for part in package.parts:
        if part.startswith("xl/worksheets/") and part.endswith(".bin"):
            about = xlsb_parts.about_sheet(package.read(part))
            refuse_beyond(package.file, 0, about.area or 0)
    return lambda _: About()


def _in_ods(package: Package) -> Look:
    package.verify(read_anyway=["content.xml"])
    if "mimetype" in package and b"spreadsheet" not in package.read("mimetype"):
        raise OtherFormat(file=package.file, what=_DOCUMENT)
    manifest = "META-INF/manifest.xml"
    if manifest in package and b"encryption-data" in package.read(manifest):
        raise PasswordProtected(file=package.file)
    try:
        found = ods_parts.about_sheets(package.read("content.xml"))
    except etree.XMLSyntaxError:
        raise TruncatedFile(file=package.file) from None
    for about in found:
        refuse_beyond(package.file, 0, about.area or 0)
    # What fits is read as a grid; only Excel's own sheets can be read cell by cell.
    return lambda number: replace(found[number], area=0)


def _foreign(package: Package) -> UnreadableInput:
    for start, what in _OTHERS.items():
        if any(part.startswith(start) for part in package.parts):
            return OtherFormat(file=package.file, what=what)
    if any(part.startswith("xl/") or part == "[content_types].xml" for part in package.parts):
        return TruncatedFile(file=package.file)
    return OtherFormat(file=package.file, what=_ARCHIVE)
