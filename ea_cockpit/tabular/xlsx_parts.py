"""What the XML of an Excel sheet tells beyond its values: how far it reaches, what is hidden, what has no value.

Searched as bytes, not parsed: a sheet of a million cells takes a fraction of the time reading takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ea_cockpit.tabular.package import Package
from ea_cockpit.tabular.sheet import About
from ea_cockpit.tabular.xml import attribute, local_name, tree_of

_REF = re.compile(rb'<(?:\w+:)?c r="([A-Za-z]+)(\d+)"[^>/]*>')
_FAR = re.compile(rb' r="(?:[L-Zl-z][A-Za-z]\d|[A-Za-z]{3}|[A-Za-z]*\d{5})')
_ROW_NUMBERS = re.compile(rb'row r="(\d{1,12})"')
_LETTERS = re.compile(rb' r="([A-Za-z]{2,})\d')
# A sheet this well filled is read as a grid.
_DENSE = 8
_COLUMNS = re.compile(rb"<(?:\w+:)?col\s[^>]*>")
_ROWS = re.compile(rb"<(?:\w+:)?row\s[^>]*>")
_HIDDEN = re.compile(rb'\s(?:hidden=["\'](?:1|true|on)|(?:width|ht)=["\']0(?:\.0*)?["\'])')
_NUMBER = re.compile(rb'\s(r|min|max)=["\'](\d{1,7})["\']')
# A formula, and then no value or an empty one; an empty text (t="str") is a value.
_FORMULA = re.compile(
    rb'<(?:\w+:)?c r="([A-Z]{1,3})(\d{1,7})"([^>/]*)>\s*<(?:\w+:)?f\b[^<]*(?:</(?:\w+:)?f>)?\s*'
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_ROOT = re.compile(rb"<(\w+:)?worksheet")
_HIDDEN_ROWS, _HIDDEN_COLUMNS = (b" hidden=", b' ht="0'), (b" hidden=", b' width="0')
# Columns beyond KZ or rows of five digits are looked for; without them a sheet has at most this many cells.
_NEAR = 312 * 9_999
_WIDEST = 16_384


def sheet_parts(package: Package) -> list[str]:
    """The part of each sheet of the workbook, in its order; empty text where it points nowhere."""
    root, links = (
        tree_of(package.read(part)) if part in package else None
        for part in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels")
    )
    if root is None or links is None:
        return []
    targets = {attribute(link, "Id"): attribute(link, "Target") for link in links}
    return [_found(targets.get(attribute(e, "id"), ""), package) for e in root.iter() if local_name(e) == "sheet"]


def _found(target: str, package: Package) -> str:
    part = target if target.startswith(("/", "xl/")) else f"xl/{target}"
    return part if target and part in package else ""


def about_sheet(xml: bytes) -> About:
    """How far the cells of a sheet reach, what is hidden in it, and which formulas have no value."""
    rows, columns, uncached = frozenset[int](), frozenset[int](), frozenset[tuple[int, int]]()
    prefix = _prefix(xml)
    begin, end = _cells(xml, prefix)
    # Looking for a plain mark costs next to nothing; only where one is found is the sheet searched in earnest.
    if any(xml.find(mark, begin) >= 0 for mark in _HIDDEN_ROWS):
        rows = frozenset(_hidden_rows(xml))
    if any(xml.find(mark, 0, begin or len(xml)) >= 0 for mark in _HIDDEN_COLUMNS):
        columns = frozenset(_hidden_columns(xml))
    if xml.find(b"<%bf" % prefix, begin, end) >= 0:
        uncached = frozenset(_without_value(xml))
    filled = xml.count(b'<%bc r="' % prefix, begin, end)
    # A cell that does not say where it stands follows the one before.
    told = filled == xml.count(b"<%bc" % prefix, begin, end)
    return About(_area(xml, filled) if told else None, filled, rows, columns, None, uncached)


def _cells(xml: bytes, prefix: bytes) -> tuple[int, int]:
    """Where the cells begin and end: column widths stand before, other names that begin with a c before and after."""
    begin = max(xml.find(b"<%bsheetData" % prefix), 0)
    end = xml.rfind(b"</%bsheetData" % prefix, begin)
    if end < 0:
        end = begin if xml[begin : xml.find(b">", begin)].endswith(b"/") else len(xml)
    return begin, end


def _prefix(xml: bytes) -> bytes:
    """What some programmes put before every name, such as `x:`."""
    found = _ROOT.search(xml, 0, 4_000)
    return found.group(1) or b"" if found else b""


def _area(xml: bytes, filled: int) -> int:
    """How many cells the filled ones span, at most; exactly where it might be far more than there are."""
    if not _FAR.search(xml):
        return _NEAR
    bottom = max(map(int, _ROW_NUMBERS.findall(xml)), default=0)
    # A cell that stands lower than its row says would make the quick answer wrong.
    if bottom and not re.search(rb' r="[A-Za-z]*\d{%d}' % (len(str(bottom)) + 1), xml):
        quick = bottom * max(map(column_number, set(_LETTERS.findall(xml))), default=26)
        if quick <= filled * _DENSE:
            return quick
    return _exact_area(xml)


def _exact_area(xml: bytes) -> int:
    rows, columns = set[int](), set[bytes]()
    for found in _REF.finditer(xml):
        columns.add(found.group(1))
        rows.add(int(found.group(2)[:12]))
    if not rows:
        return 0
    numbers = [column_number(letters) for letters in columns]
    return (max(rows) - min(rows) + 1) * (max(numbers) - min(numbers) + 1)


def _hidden_rows(xml: bytes) -> Iterator[int]:
    for tag in _ROWS.finditer(xml):
        if _HIDDEN.search(tag.group()):
            yield from (int(value) - 1 for key, value in _NUMBER.findall(tag.group()) if key == b"r")


def _hidden_columns(xml: bytes) -> Iterator[int]:
    # Column widths stand before the rows.
    end = xml.find(b"sheetData")
    for tag in _COLUMNS.finditer(xml, 0, end if end > 0 else len(xml)):
        if _HIDDEN.search(tag.group()):
            ends = {key: int(value) for key, value in _NUMBER.findall(tag.group())}
            first, last = ends.get(b"min", 1), ends.get(b"max", 0)
            yield from range(first - 1, min(last, _WIDEST))


def _without_value(xml: bytes) -> Iterator[tuple[int, int]]:
    for found in _FORMULA.finditer(xml):
        if b't="str"' not in found.group(3) or (b"<v" not in found.group() and b":v" not in found.group()):
            yield int(found.group(2)) - 1, column_number(found.group(1)) - 1


def column_number(letters: bytes) -> int:
    """The number of a column, counted from 1, by its letters."""
    number = 0
    for letter in letters.upper()[:12]:
        number = number * 26 + letter - 64
    return number
