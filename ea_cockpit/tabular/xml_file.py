"""Workbooks in the XML of Excel 2003, which some systems still export as .xls or .xml."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import Any

from lxml import etree

from ea_cockpit.tabular.limits import refuse_beyond, trimmed
from ea_cockpit.tabular.sheet import Area, Sheet
from ea_cockpit.tabular.unreadable import ForeignEntities, NoWorksheet, TruncatedFile
from ea_cockpit.tabular.xml import attribute, each, local_name, number_in

_DECLARES = re.compile(rb"<!\0?(?:D\0?O\0?C|E\0?N\0?T)")


def read_xml(name: str, content: bytes) -> tuple[Sheet, ...]:
    """Every worksheet of the workbook."""
    if _DECLARES.search(content):
        raise ForeignEntities(file=name)
    sheets, walk = list[Sheet](), _Walk(name)
    try:
        for element in each(io.BytesIO(content), "Column", "Row", "Worksheet"):
            walk.take(element)
            if local_name(element) == "Worksheet":
                sheets.append(walk.sheet(attribute(element, "Name"), hidden=walk.hidden))
                walk = _Walk(name)
    except etree.XMLSyntaxError:
        raise TruncatedFile(file=name) from None
    if not sheets:
        raise NoWorksheet(file=name)
    return tuple(sheets)


class _Walk:
    """Puts the rows of one sheet where their numbers say."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.rows: list[list[Any]] = []
        self.cells = self.column = 0
        self.hidden = False
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.merged: list[Area] = []
        self.uncached: set[tuple[int, int]] = set()

    def take(self, element: etree._Element) -> None:
        """Take the next column or row; a sheet says at its end whether it is hidden."""
        name = local_name(element)
        if name == "Row":
            self._row(element)
        elif name == "Column":
            first = number_in(element, "Index", self.column + 1) - 1
            self.column = first + number_in(element, "Span") + 1
            refuse_beyond(self.file, 0, self.column)
            if attribute(element, "Hidden") == "1":
                self.hidden_columns.update(range(first, self.column))
        else:
            visible = element.findtext("{*}WorksheetOptions/{*}Visible") or ""
            self.hidden = visible.startswith("SheetHidden") or visible.startswith("SheetVeryHidden")

    def sheet(self, title: str, *, hidden: bool) -> Sheet:
        """All that was taken, as a sheet."""
        return Sheet(
            title or "?",
            trimmed(self.rows),
            hidden,
            frozenset(self.hidden_rows),
            frozenset(self.hidden_columns),
            tuple(self.merged),
            frozenset(self.uncached),
        )

    def _row(self, element: etree._Element) -> None:
        number = max(number_in(element, "Index", len(self.rows) + 1) - 1, len(self.rows))
        cells: list[Any] = []
        for cell in element.iterchildren("{*}Cell"):
            place = max(number_in(cell, "Index", len(cells) + 1) - 1, len(cells))
            across, down = number_in(cell, "MergeAcross"), number_in(cell, "MergeDown")
            refuse_beyond(self.file, number, self.cells + place + across)
            data = cell.find("{*}Data")
            if data is None and attribute(cell, "Formula"):
                self.uncached.add((number, place))
            if across or down:
                self.merged.append((number, place, number + down, place + across))
            cells += [""] * (place - len(cells)) + [_value(data)] + [""] * across
        after = number_in(element, "Span")
        refuse_beyond(self.file, number + after, self.cells)
        self.cells += len(cells)
        self.rows += [[] for _ in range(number - len(self.rows))]
        self.rows += [cells, *([] for _ in range(after))]
        if attribute(element, "Hidden") == "1":
            self.hidden_rows.update(range(number, number + after + 1))


def _value(data: etree._Element | None) -> Any:
    if data is None:
        return ""
    text = "".join(str(part) for part in data.itertext())
    kind = attribute(data, "Type")
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            return dt.datetime.fromisoformat(text)
    except ValueError:
        return text
    return text == "1" if kind == "Boolean" else text
