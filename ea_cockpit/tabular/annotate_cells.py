"""Cells of a sheet that change their fill; values, formulas and everything else about them stay.

A sheet may hold millions of cells: only the rows with problems are taken apart, the others are copied as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from ea_cockpit.tabular.annotate_parts import Element, NotEditable, tag
from ea_cockpit.tabular.annotate_styles import Styles

_LETTERS = re.compile(r"[A-Z]+")
_ROOT = re.compile(rb"<worksheet\b[^>]*>")
_BEGIN = re.compile(rb"<sheetData\b[^>]*?(/?)>")
_END = b"</sheetData>"
_ROW = re.compile(rb"<row\b(?:[^>]*[^/>])?(?:/>|>.*?</row>)", re.DOTALL)
_NUMBER = re.compile(rb"""<row\b[^>]*?\br=["'](\d+)["']""")
_STYLE = re.compile(rb"""(<c\b[^>]*?\bs=["'])(\d+)(["'])""")
_SPACES = re.compile(rb' xmlns(?::\w+)?="[^"]*"')
EMPTY_DATA = b"<sheetData/>"


class Cells:
    """The cells of one sheet apart from all else that stands in its part."""

    def __init__(self, content: bytes, styles: Styles) -> None:
        root, begin = _ROOT.search(content), _BEGIN.search(content)
        if root is None or begin is None:
            raise NotEditable("no cells")
        end = begin.end() if begin[1] else content.rindex(_END) + len(_END)
        self.around = content[: begin.start()] + EMPTY_DATA + content[end:]
        self._rows = b"" if begin[1] else content[begin.end() : end - len(_END)]
        self._root, self._styles = root[0], styles

    def painted(self, cells: Mapping[tuple[int, str], str]) -> bytes:
        """The rows with these cells coloured by severity; cells coloured by an earlier check get no fill."""
        wanted: dict[int, dict[str, str]] = {}
        for (number, letter), severity in cells.items():
            wanted.setdefault(number, {})[letter] = severity
        return b"".join((b"<sheetData>", *self._painted(wanted), _END))

    def _painted(self, wanted: dict[int, dict[str, str]]) -> Iterator[bytes]:
        missing, last = iter(sorted(wanted)), 0
        following = next(missing, 0)
        for found in _ROW.finditer(self._rows):
            row = found[0]
            named = _NUMBER.match(row)
            # A row without its number stands behind the one before it.
            last = int(named[1]) if named else last + 1
            while following and following < last:
                yield self._row(b'<row r="%d"/>' % following, following, wanted[following])
                following = next(missing, 0)
            if self._styles.has_painted:
                row = _STYLE.sub(self._unpainted, row)
            if following == last:
                row = self._row(row, last, wanted[last])
                following = next(missing, 0)
            yield row
        while following:
            yield self._row(b'<row r="%d"/>' % following, following, wanted[following])
            following = next(missing, 0)

    def _unpainted(self, found: re.Match[bytes]) -> bytes:
        return found[1] + str(self._styles.unpainted(int(found[2]))).encode() + found[3]

    def _row(self, content: bytes, number: int, wanted: Mapping[str, str]) -> bytes:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        row = etree.fromstring(self._root + content + b"</worksheet>", parser)[0]
        cells = _cells_of(row, number)
        for letter, severity in wanted.items():
            cell = cells.get(letter)
            made = _made(row, number, letter) if cell is None else cell
            made.set("s", str(self._styles.painted(int(made.get("s") or 0), severity)))
        written = etree.tostring(row, encoding="UTF-8", xml_declaration=False, with_tail=False)
        begin, end, rest = written.partition(b">")
        # The root says already what these prefixes stand for.
        return _SPACES.sub(b"", begin) + end + rest


def _made(row: Element, number: int, letter: str) -> Element:
    style = {"s": row.get("s", "0")} if row.get("customFormat") in ("1", "true") else {}
    cell = etree.Element(tag("c"), {"r": f"{letter}{number}", **style})
    before = [other for other in row.iterchildren(tag("c")) if index_of(_letter(other)) < index_of(letter)]
    row.insert(len(before), cell)
    return cell


def index_of(letters: str) -> int:
    """The number of a column, counted from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _cells_of(row: Element, number: int) -> dict[str, Element]:
    """The cells of a row by column; those without a reference get theirs."""
    cells, last = {}, 0
    for cell in row.iterchildren(tag("c")):
        if not cell.get("r"):
            cell.set("r", f"{_letters(last + 1)}{number}")
        letter = _letter(cell)
        cells[letter], last = cell, index_of(letter)
    return cells


def _letter(cell: Element) -> str:
    found = _LETTERS.match(cell.get("r", ""))
    return found[0] if found else "A"


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
