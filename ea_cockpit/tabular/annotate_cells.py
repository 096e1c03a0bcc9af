"""Cells of a sheet that change their fill; values, formulas and everything else about them stay."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping

from lxml import etree

from ea_cockpit.tabular.annotate_parts import Element, NotEditable, tag
from ea_cockpit.tabular.annotate_styles import Styles

_LETTERS = re.compile(r"[A-Z]+")


class Cells:
    """The rows and cells of one sheet; those that are not there yet are made where they belong."""

    def __init__(self, root: Element, styles: Styles) -> None:
        data = root.find(tag("sheetData"))
        if data is None:
            raise NotEditable("no cells")
        self._data, self._styles = data, styles
        self._rows: dict[int, Element] = {}
        number = 0
        for row in data.iterchildren(tag("row")):
            # A row or cell without its number stands behind the one before it.
            number = int(row.get("r") or number + 1)
            self._rows[number] = row
        self._numbers = sorted(self._rows)

    def paint(self, cells: Mapping[tuple[int, str], str]) -> None:
        """Colour these cells by severity; cells coloured by an earlier check get no fill."""
        if self._styles.has_painted:
            for cell in self._data.iter(tag("c")):
                _set_style(cell, self._styles.unpainted(int(cell.get("s") or 0)))
        by_row: dict[int, dict[str, Element]] = {}
        for (number, letter), severity in cells.items():
            if number not in by_row:
                by_row[number] = _cells_of(self._row(number), number)
            cells_here = by_row[number]
            if letter not in cells_here:
                cells_here[letter] = self._made(number, letter)
            cell = cells_here[letter]
            _set_style(cell, self._styles.painted(int(cell.get("s") or 0), severity))

    def _row(self, number: int) -> Element:
        if number not in self._rows:
            row = etree.Element(tag("row"), {"r": str(number)})
            place = bisect.bisect(self._numbers, number)
            self._data.insert(place, row)
            self._numbers.insert(place, number)
            self._rows[number] = row
        return self._rows[number]

    def _made(self, number: int, letter: str) -> Element:
        row = self._rows[number]
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


def _set_style(cell: Element, style: int) -> None:
    if style:
        cell.set("s", str(style))
    elif "s" in cell.attrib:
        del cell.attrib["s"]
