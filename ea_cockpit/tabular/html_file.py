"""Tables of a web page as sheets: what many systems call an Excel export is one, named .xls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from ea_cockpit.i18n import Text
from ea_cockpit.tabular.limits import bounded, trimmed
from ea_cockpit.tabular.sheet import Area, Sheet
from ea_cockpit.tabular.text_file import text_of
from ea_cockpit.tabular.unreadable import NoTable, TooLarge, TruncatedFile

# A page takes ten times its size in memory.
_LARGEST = 60_000_000
_MOST_COLUMNS, _MOST_ROWS = 1_000, 65_534
_CHARSET = re.compile(rb"charset\s*=", re.IGNORECASE)
_LINE = "\u2028"
_SIZE = Text("{size} MB HTML", "{size} MB of HTML")


def read_html(name: str, content: bytes) -> tuple[Sheet, ...]:
    """Every table with rows as a sheet."""
    if len(content) > _LARGEST:
        raise TooLarge(file=name, what=_SIZE.format(size=len(content) // 1_000_000))
    sheets = list[Sheet]()
    # A table within a table is read first and taken out, so that its text does not stand in the outer one too.
    for table in reversed(list(_page(name, content).iter("table"))):
        sheets.insert(0, _sheet(name, table))
        table.drop_tree()
    filled = [sheet for sheet in sheets if sheet.rows]
    if not filled:
        raise NoTable(file=name)
    return tuple(_named(Path(name).stem, filled))


def _page(name: str, content: bytes) -> html.HtmlElement:
    declared = _CHARSET.search(content[:4_000]) or content.startswith(b"\xef\xbb\xbf")
    try:
        if declared:
            page = html.document_fromstring(content)
        else:
            page = html.document_fromstring(text_of(content).encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise TruncatedFile(file=name) from None
    for line_break in page.iter("br"):
        line_break.tail = _LINE + (line_break.tail or "")
    return page


def _named(stem: str, sheets: list[Sheet]) -> Iterator[Sheet]:
    """Sheets by their caption, else by the file's name; none twice."""
    taken = set[str]()
    for number, sheet in enumerate(sheets, start=1):
        title = sheet.name or (stem if len(sheets) == 1 else f"{stem} {number}")
        title = title if title not in taken else f"{title} ({number})"
        taken.add(title)
        yield Sheet(title, sheet.rows, hidden_rows=sheet.hidden_rows, merged=sheet.merged)


def _sheet(name: str, table: html.HtmlElement) -> Sheet:
    grid = _Grid()
    rows = trimmed(bounded(name, (grid.row(n, row) for n, row in enumerate(table.iter("tr")))))
    caption = table.find("caption")
    merged = tuple((t, left, min(b, grid.rows - 1), r) for t, left, b, r in grid.merged)
    return Sheet("" if caption is None else _text(caption), rows, hidden_rows=frozenset(grid.hidden), merged=merged)


class _Grid:
    """Places cells where rows and columns spanned above leave room."""

    def __init__(self) -> None:
        self.below: dict[int, int] = {}
        self.hidden: set[int] = set()
        self.merged: list[Area] = []
        self.rows = 0

    def row(self, number: int, element: html.HtmlElement) -> list[str]:
        cells = list[str]()
        taken, self.below = self.below, {column: left - 1 for column, left in self.below.items() if left > 1}
        for cell in element.iterchildren("td", "th"):
            while len(cells) in taken:
                cells.append("")
            across, down = _span(cell, "colspan", _MOST_COLUMNS), _span(cell, "rowspan", _MOST_ROWS)
            place = len(cells)
            if across > 1 or down > 1:
                self.merged.append((number, place, number + down - 1, place + across - 1))
            if down > 1:
                self.below.update(dict.fromkeys(range(place, place + across), down - 1))
            cells += [_text(cell)] + [""] * (across - 1)
        if "display:none" in (element.get("style") or "").replace(" ", "").lower():
            self.hidden.add(number)
        self.rows = number + 1
        return cells


def _span(cell: html.HtmlElement, name: str, most: int) -> int:
    text = (cell.get(name) or "").strip()
    return min(max(int(text), 1), most) if text.isascii() and text.isdigit() and len(text) < 10 else 1


def _text(cell: html.HtmlElement) -> str:
    """A cell's words; only a line break of the page is one of the cell."""
    text = "".join(str(part) for part in cell.itertext())
    return "\n".join(" ".join(line.split()) for line in text.split(_LINE)).strip()
