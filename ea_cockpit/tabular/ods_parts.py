"""What an OpenDocument sheet tells beyond its values: how far it reaches, what is hidden and what is merged."""

from __future__ import annotations

import io

from lxml import etree

from ea_cockpit.tabular.sheet import About, Area
from ea_cockpit.tabular.xml import attribute, each, local_name, number_in

_HIDDEN = ("collapse", "filter")
_MOST_COLUMNS = 16_384


class _Walk:
    """Counts the rows and columns of one sheet as they pass."""

    def __init__(self) -> None:
        self.row = self.column = self.filled = self.width = 0
        self.first = -1
        self.last = -1
        self.hidden_rows: list[range] = []
        self.hidden_columns: list[range] = []
        self.merged: list[Area] = []

    def pass_column(self, element: etree._Element) -> None:
        repeated = min(number_in(element, "number-columns-repeated", 1), _MOST_COLUMNS)
        if attribute(element, "visibility") in _HIDDEN:
            self.hidden_columns.append(range(self.column, self.column + repeated))
        self.column += repeated

    def pass_row(self, element: etree._Element) -> None:
        repeated = number_in(element, "number-rows-repeated", 1)
        width, place = 0, 0
        for cell in element:
            if local_name(cell) not in ("table-cell", "covered-table-cell"):
                continue
            count = number_in(cell, "number-columns-repeated", 1)
            if len(cell) or attribute(cell, "value-type"):
                width = place + count
                self.filled += count * repeated
                self._merge(cell, place)
            place += count
        if attribute(element, "visibility") in _HIDDEN:
            self.hidden_rows.append(range(self.row, self.row + repeated))
        if width:
            self.first = self.row if self.first < 0 else self.first
            self.last = self.row + repeated - 1
            self.width = max(self.width, width)
        self.row += repeated

    def _merge(self, cell: etree._Element, place: int) -> None:
        down, right = number_in(cell, "number-rows-spanned", 1), number_in(cell, "number-columns-spanned", 1)
        if down > 1 or right > 1:
            self.merged.append((self.row, place, self.row + down - 1, place + right - 1))

    def result(self) -> About:
        area = (self.last - self.first + 1) * self.width if self.last >= 0 else 0
        # Rows hidden after the last filled one are nobody's business, and there may be a million.
        rows = frozenset(n for hidden in self.hidden_rows for n in hidden if n <= self.last)
        columns = frozenset(n for hidden in self.hidden_columns for n in hidden if n < self.width)
        return About(area, self.filled, rows, columns, tuple(self.merged))


def about_sheets(content_xml: bytes) -> list[About]:
    """What is known of each sheet, in their order."""
    found, walk = list[About](), _Walk()
    for element in each(io.BytesIO(content_xml), "table-column", "table-row", "table"):
        name = local_name(element)
        if name == "table-column":
            walk.pass_column(element)
        elif name == "table-row":
            walk.pass_row(element)
        else:
            found.append(walk.result())
            walk = _Walk()
    return found
