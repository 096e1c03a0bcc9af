"""Notes at the cells of a sheet: the text in one part, the yellow box spreadsheets draw for it in another."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from ea_cockpit.tabular.annotate_cells import index_of
from ea_cockpit.tabular.annotate_list import AUTHOR
from ea_cockpit.tabular.annotate_parts import MAIN, OFFICE, Element, Parts, tag

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_SPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_SHAPE = re.compile(rb"<(?:\w+:)?shape\b.*?</(?:\w+:)?shape>", re.DOTALL)
_TYPE = (
    f'<v:shapetype {_SPACES} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
# What the schema wants behind the drawing of notes.
_BEHIND = (
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
)


class Notes:
    """The notes of one sheet; the user's own ones stay, those of an earlier check go."""

    def __init__(self, parts: Parts, path: str, root: Element) -> None:
        self.parts, self.path, self.root = parts, path, root

    def write(self, notes: Mapping[tuple[int, str], str]) -> None:
        """Put these notes at their cells (row and column letter)."""
        found = self.parts.related(self.path, "/comments")
        if not found and not notes:
            return
        part = found[0] if found else self._new_comments()
        tree = self.parts.tree(part)
        listed, author = _listed(tree), _author(tree)
        removed = _take_out(listed, author)
        known = {item.get("ref", ""): item for item in listed}
        added = []
        for (row, column), text in notes.items():
            ref = f"{column}{row}"
            if ref in known:
                # The user's own note stays, ours stands below it.
                _write(known[ref], f"\n\n{AUTHOR}: {text}")
            else:
                _write(etree.SubElement(listed, tag("comment"), {"ref": ref, "authorId": str(author)}), text)
                added.append((row, column))
        self._draw(added, removed)

    def _new_comments(self) -> str:
        empty = f'<comments xmlns="{MAIN}"><authors/><commentList/></comments>'.encode()
        part = self.parts.add("xl/commentsEac.xml", empty, _COMMENTS_TYPE)
        self.parts.relate(self.path, f"{OFFICE}/comments", part)
        return part

    def _draw(self, added: list[tuple[int, str]], removed: set[str]) -> None:
        found = self.parts.related(self.path, "/vmlDrawing")
        drawn = self.root.find(tag("legacyDrawing"))
        if drawn is None:
            part = self.parts.add("xl/drawings/vmlDrawingEac.vml", f"<xml {_SPACES}></xml>".encode(), _VML_TYPE)
            relation = self.parts.relate(self.path, f"{OFFICE}/vmlDrawing", part)
            self._place(etree.Element(tag("legacyDrawing"), {f"{{{OFFICE}}}id": relation}))
        else:
            named = drawn.get(f"{{{OFFICE}}}id")
            relations = {rel.get("Id"): rel for rel in self.parts.relations(self.path)}
            part = self.parts.target(self.path, relations[named]) if named in relations else found[0]
        # Such drawings are often no sound XML: they are edited as text, shape by shape.
        content = _SHAPE.sub(lambda shape: b"" if _cell_of(shape[0]) in removed else shape[0], self.parts.read(part))
        boxes = "" if b"_x0000_t202" in content.split(b"<v:shape ")[0] else _TYPE
        boxes += "".join(_box(number, row, index_of(column)) for number, (row, column) in enumerate(added))
        end = content.rindex(b"</xml>")
        self.parts.write(part, content[:end] + boxes.encode() + content[end:])

    def _place(self, drawing: Element) -> None:
        behind = [child for child in self.root if etree.QName(child).localname in _BEHIND]
        if behind:
            behind[0].addprevious(drawing)
        else:
            self.root.append(drawing)


def _listed(tree: Element) -> Element:
    found = tree.find(tag("commentList"))
    return etree.SubElement(tree, tag("commentList")) if found is None else found


def _author(tree: Element) -> int:
    authors = tree.find(tag("authors"))
    if authors is None:
        authors = etree.Element(tag("authors"))
        tree.insert(0, authors)
    names = [author.text for author in authors]
    if AUTHOR not in names:
        etree.SubElement(authors, tag("author")).text = AUTHOR
        return len(names)
    return names.index(AUTHOR)


def _take_out(listed: Element, author: int) -> set[str]:
    """Remove the notes of an earlier check; gives the cells they were at."""
    gone = [item for item in listed if item.get("authorId") == str(author)]
    for item in gone:
        listed.remove(item)
    return {item.get("ref", "") for item in gone}


def _write(comment: Element, text: str) -> None:
    body = comment.find(tag("text"))
    if body is None:
        body = etree.SubElement(comment, tag("text"))
    run = etree.SubElement(body, tag("r"))
    part = etree.SubElement(run, tag("t"))
    part.text = text
    part.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _cell_of(shape: bytes) -> str:
    """The cell a drawn note is for, such as B7."""
    row, column = (re.search(rb"Row>\s*(\d+)", shape), re.search(rb"Column>\s*(\d+)", shape))
    if not row or not column:
        return ""
    number, letters = int(column[1]) + 1, ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{int(row[1]) + 1}"


def _box(number: int, row: int, column: int) -> str:
    anchor = f"{column}, 15, {max(row - 2, 0)}, 10, {column + 4}, 31, {row + 6}, 9"
    return (
        f'<v:shape {_SPACES} id="_x0000_s{900_000 + number}" type="#_x0000_t202" style="position:absolute;'
        'margin-left:60pt;margin-top:2pt;width:260pt;height:120pt;z-index:1;visibility:hidden" fillcolor="#ffffe1"'
        ' o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>'
        f'</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
        f"<x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData>"
        "</v:shape>"
    )
