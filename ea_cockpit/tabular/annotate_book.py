"""The user's own Excel workbook with notes: only the parts that must change are touched, all others stay as they are.

Charts, pictures, macros, validations and protection stay because nothing is read and written anew, as a spreadsheet
library would do; the package's parts are edited in place.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from ea_cockpit.tabular.annotate_cells import EMPTY_DATA, Cells
from ea_cockpit.tabular.annotate_list import MOST_NOTES, OWN_MARK, TITLE, WIDTHS, Findings
from ea_cockpit.tabular.annotate_notes import Notes
from ea_cockpit.tabular.annotate_parts import MAIN, OFFICE, Element, NotEditable, Parts, parsed, tag, written
from ea_cockpit.tabular.annotate_styles import Styles

__all__ = ["NotEditable", "annotate_book"]

# A larger sheet would need too much memory, held several times.
_LARGEST = 150_000_000
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_SELECTED = re.compile(rb'(<(?:\w+:)?sheetView\b[^>]*?)\stabSelected="(?:1|true)"')


def annotate_book(content: bytes, findings: Findings) -> bytes:
    """The workbook with its cells coloured and noted and the list in front; raises NotEditable where it cannot be."""
    try:
        return _Annotation(Parts(content), findings).run()
    except (KeyError, ValueError, TypeError, zipfile.BadZipFile, etree.LxmlError) as fault:
        raise NotEditable(type(fault).__name__) from fault


class _Annotation:
    """One workbook being annotated."""

    def __init__(self, parts: Parts, findings: Findings) -> None:
        self.parts, self.findings = parts, findings
        self.book = parts.main("/officeDocument")
        self.root = parts.tree(self.book)
        if self.root.tag != tag("workbook"):
            raise NotEditable("not the usual form of a workbook")
        styles = parts.related(self.book, "/styles")
        if not styles:
            raise NotEditable("no styles")
        self.styles = Styles(parts.tree(styles[0]))
        self.targets = {rel.get("Id", ""): rel for rel in parts.relations(self.book)}

    def run(self) -> bytes:
        """Colour and note the cells, then put the list in front."""
        by_sheet: dict[str, dict[tuple[int, str], tuple[str, str]]] = {}
        for (name, row, column), note in self.findings.by_cell().items():
            by_sheet.setdefault(name, {})[row, column] = note
        own = [sheet for sheet in self._sheets() if self._is_own(sheet)]
        for sheet in own:
            self._take_out(sheet)
        for sheet in self._sheets():
            if path := self._path(sheet):
                self._annotate(path, by_sheet.get(sheet.get("name", ""), {}))
        self._add_list()
        return self.parts.packed()

    def _sheets(self) -> list[Element]:
        listed = self.root.find(tag("sheets"))
        return [] if listed is None else list(listed)

    def _path(self, sheet: Element) -> str:
        relation = self.targets.get(sheet.get(f"{{{OFFICE}}}id", ""))
        if relation is None or not relation.get("Type", "").endswith("/worksheet"):
            return ""
        return self.parts.target(self.book, relation)

    def _is_own(self, sheet: Element) -> bool:
        path = self._path(sheet)
        if not path or not sheet.get("name", "").startswith((TITLE.de, TITLE.en)):
            return False
        if OWN_MARK.encode() in self.parts.read(path)[:20_000]:
            return True
        # Excel keeps the texts of cells apart: the mark is the first cell's.
        cell = self.parts.tree(path).find(f"{tag('sheetData')}/{tag('row')}/{tag('c')}")
        shared = self.parts.related(self.book, "/sharedStrings")
        number = None if cell is None or cell.get("t") != "s" else cell.findtext(tag("v"))
        if number is None or not shared:
            return False
        texts = self.parts.tree(shared[0])[int(number)].itertext(tag("t"))
        return "".join(map(str, texts)).startswith(OWN_MARK)

    def _take_out(self, sheet: Element) -> None:
        """Remove a list written by an earlier check; names that count sheets are counted anew."""
        place = self._sheets().index(sheet)
        self.parts.remove_relation(self.book, sheet.get(f"{{{OFFICE}}}id", ""), self._path(sheet))
        listed = sheet.getparent()
        if listed is not None:
            listed.remove(sheet)
        names = self.root.find(tag("definedNames"))
        for name in [] if names is None else list(names):
            local = name.get("localSheetId")
            if local is not None and int(local) == place and names is not None:
                names.remove(name)
            elif local is not None and int(local) > place:
                name.set("localSheetId", str(int(local) - 1))
        if names is not None and not len(names):
            self.root.remove(names)

    def _annotate(self, path: str, notes: dict[tuple[int, str], tuple[str, str]]) -> None:
        content = self.parts.read(path)
        if len(content) > _LARGEST:
            raise NotEditable(f"{len(content) // 1_000_000} MB")
        has_notes = bool(self.parts.related(path, "/comments"))
        if not notes and not has_notes and not self.styles.has_painted:
            # Two sheets shown as selected would be edited both at once.
            self.parts.write(path, _SELECTED.sub(rb"\1", content, count=1))
            return
        cells = Cells(content, self.styles)
        root = parsed(cells.around)
        for view in root.iter(tag("sheetView")):
            view.attrib.pop("tabSelected", "")
        Notes(self.parts, path, root).write({cell: text for cell, (_, text) in notes.items() if text})
        begin, empty, end = written(root).partition(EMPTY_DATA)
        if not empty:
            raise NotEditable("no cells")
        painted = cells.painted({cell: severity for cell, (severity, _) in notes.items()})
        self.parts.write(path, b"".join((begin, painted, end)))

    def _add_list(self) -> None:
        name = self._free_name(TITLE.in_(self.findings.lang))
        path = self.parts.add("xl/worksheets/befunde.xml", list_sheet(self.findings, self.styles), _SHEET_TYPE)
        relation = self.parts.relate(self.book, f"{OFFICE}/worksheet", path)
        listed = self.root.find(tag("sheets"))
        if listed is None:
            raise NotEditable("no sheets")
        number = max((int(sheet.get("sheetId", "0")) for sheet in listed), default=0) + 1
        sheet = etree.Element(tag("sheet"), {"name": name, "sheetId": str(number), f"{{{OFFICE}}}id": relation})
        listed.insert(0, sheet)
        for defined in self.root.iter(tag("definedName")):
            if (local := defined.get("localSheetId")) is not None:
                defined.set("localSheetId", str(int(local) + 1))
        for view in self.root.iter(tag("workbookView")):
            view.attrib.pop("activeTab", "")
            view.attrib.pop("firstSheet", "")

    def _free_name(self, wanted: str) -> str:
        taken = {sheet.get("name", "").casefold() for sheet in self._sheets()}
        names = (wanted, *(f"{wanted} ({number})" for number in range(2, 100)))
        return next(name for name in names if name.casefold() not in taken)


def list_sheet(findings: Findings, styles: Styles) -> bytes:
    """The list of problems as a sheet of its own; all cells are texts, all links stay inside the workbook."""
    bold, text, link = styles.bold(), styles.wrapped(), styles.link()
    head = findings.head()
    rows = [_row(number, [line], [bold if number == 1 else 0]) for number, line in enumerate(head, start=1)]
    top = len(head) + 2
    rows.append(_row(top, findings.headings(), [bold] * len(WIDTHS)))
    links = list[str]()
    for number, line in enumerate(findings.lines(), start=top + 1):
        is_linked = line.target is not None and len(links) < MOST_NOTES
        looks = [styles.painted(0, line.severity), link if is_linked else text, *[text] * (len(WIDTHS) - 2)]
        rows.append(_row(number, line.texts, looks, _lines(line.texts)))
        if line.target and is_linked:
            sheet, row, column = line.target
            where = f"'{sheet.replace(chr(39), chr(39) * 2)}'!{column}{row}"
            links.append(f'<hyperlink ref="B{number}" location={quoteattr(where)} display={quoteattr(line.texts[1])}/>')
    columns = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(WIDTHS, start=1)
    )
    pane = f'<pane ySplit="{top}" topLeftCell="A{top + 1}" activePane="bottomLeft" state="frozen"/>'
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{MAIN}">'
        # On paper: one page wide, as many as it takes long.
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>'
        f'<sheetView tabSelected="1" workbookViewId="0">{pane}</sheetView></sheetViews><cols>{columns}</cols>'
        f"<sheetData>{''.join(rows)}</sheetData>"
        + (f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else "")
        + '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    ).encode()


def _lines(texts: Sequence[str]) -> int:
    """How many lines the longest text takes in its column: not every program works that out by itself."""
    return max(-(-len(text) // width) for text, width in zip(texts, WIDTHS, strict=False)) or 1


def _row(number: int, texts: Sequence[str], looks: Iterable[int], lines: int = 1) -> str:
    cells = "".join(
        f'<c r="{letter}{number}" s="{look}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
        for letter, text, look in zip("ABCDEFG", texts, looks, strict=False)
    )
    height = f' ht="{min(lines, 20) * 15}" customHeight="1"' if lines > 1 else ""
    return f'<row r="{number}"{height}>{cells}</row>'
