"""Workbooks in zip files: .xlsx, .xlsm, .xlsb and .ods, told apart by their parts and checked before they are read."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from ea_cockpit.errors import UnreadableInput
from ea_cockpit.i18n import Text
from ea_cockpit.tabular import ods_parts, xlsb_parts, xlsx_parts
from ea_cockpit.tabular.binary_file import read_apart
from ea_cockpit.tabular.limits import refuse_beyond
from ea_cockpit.tabular.package import Package
from ea_cockpit.tabular.sheet import About, Sheet
from ea_cockpit.tabular.unreadable import OtherFormat, PasswordProtected, TruncatedFile
from ea_cockpit.tabular.workbook_file import Look, read_workbook

_OTHERS = {
    "word/": Text("ein Word-Dokument", "a Word document"),
    "ppt/": Text("eine Präsentation", "a presentation"),
    "visio/": Text("eine Visio-Zeichnung", "a Visio drawing"),
}
_DOCUMENT = Text("ein OpenDocument-Text", "an OpenDocument text")
_ARCHIVE = Text("ein Zip-Archiv", "a zip archive")


def read_zipped(name: str, content: bytes) -> tuple[Sheet, ...]:
    """All worksheets of a zipped workbook, whatever its name."""
    package = Package(name, content)
    if "xl/workbook.xml" in package:
        return read_workbook(name, content, _in_xlsx(package))
    if "xl/workbook.bin" in package:
        _check_xlsb(package)
        return read_apart(name, content)
    if "content.xml" in package:
        return read_workbook(name, content, _in_ods(package))
    raise _foreign(package)


def _in_xlsx(package: Package) -> Look:
    parts = xlsx_parts.sheet_parts(package)
    package.verify(read_anyway=parts)

    def look(number: int) -> About:
        if number >= len(parts) or not parts[number]:
            raise TruncatedFile(file=package.file)
        return xlsx_parts.about_sheet(package.read(parts[number]))

    return look


def _check_xlsb(package: Package) -> None:
    package.verify()
    for part in package.parts:
        if part.startswith("xl/worksheets/") and part.endswith(".bin"):
            about = xlsb_parts.about_sheet(package.read(part))
            refuse_beyond(package.file, 0, about.area or 0)


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
