"""Styles of a workbook, and those that are added: the same cell style with the fill of a severity."""

from __future__ import annotations

import copy

from lxml import etree

from ea_cockpit.tabular.annotate_list import COLORS
from ea_cockpit.tabular.annotate_parts import Element, NotEditable, tag


class Styles:
    """The cell styles by their number; each new one is made once."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._fonts, self._fills, self._looks = (self._list(name) for name in ("fonts", "fills", "cellXfs"))
        self._made: dict[tuple[int, str], int] = {}
        own = {f"FF{color}" for color in COLORS.values()}
        fills = {n for n, fill in enumerate(self._fills) if any(c.get("rgb") in own for c in fill.iter(tag("fgColor")))}
        self._painted = {n for n, look in enumerate(self._looks) if int(look.get("fillId", "0")) in fills}

    @property
    def has_painted(self) -> bool:
        """Whether the workbook was coloured by an earlier check."""
        return bool(self._painted)

    def painted(self, look: int, severity: str) -> int:
        """A style with the fill of a severity."""
        if (look, severity) not in self._made:
            fill = etree.SubElement(self._fills, tag("fill"))
            pattern = etree.SubElement(fill, tag("patternFill"), {"patternType": "solid"})
            etree.SubElement(pattern, tag("fgColor"), {"rgb": f"FF{COLORS[severity]}"})
            etree.SubElement(pattern, tag("bgColor"), {"indexed": "64"})
            number = str(_counted(self._fills) - 1)
            self._made[look, severity] = self._clone(look, {"fillId": number, "applyFill": "1"})
        return self._made[look, severity]

    def unpainted(self, look: int) -> int:
        """The style without a fill of an earlier check."""
        if look not in self._painted:
            return look
        if (look, "") not in self._made:
            self._made[look, ""] = self._clone(look, {"fillId": "0"})
        return self._made[look, ""]

    def bold(self) -> int:
        """A style for headings."""
        return self._with_font("b", {})

    def link(self) -> int:
        """A style for links."""
        return self._with_font("color", {"rgb": "FF0B5394"})

    def wrapped(self) -> int:
        """A style for long texts."""
        number = self._clone(0, {"applyAlignment": "1"})
        look = self._looks[number]
        for old in look.findall(tag("alignment")):
            look.remove(old)
        look.insert(0, etree.Element(tag("alignment"), {"vertical": "top", "wrapText": "1"}))
        return number

    def _with_font(self, name: str, attributes: dict[str, str]) -> int:
        font = etree.SubElement(self._fonts, tag("font"))
        # The schema knows one order of a font's elements: bold, size, colour.
        parts = {"b": attributes} if name == "b" else {}
        parts |= {"sz": {"val": "11"}} | ({name: attributes} if name != "b" else {}) | {"name": {"val": "Calibri"}}
        for part, values in parts.items():
            etree.SubElement(font, tag(part), values)
        return self._clone(0, {"fontId": str(_counted(self._fonts) - 1), "applyFont": "1"})

    def _clone(self, look: int, attributes: dict[str, str]) -> int:
        new = copy.deepcopy(self._looks[look if look < len(self._looks) else 0])
        for name, value in attributes.items():
            new.set(name, value)
        self._looks.append(new)
        return _counted(self._looks) - 1

    def _list(self, name: str) -> Element:
        found = self.root.find(tag(name))
        if found is None or not len(found):
            raise NotEditable(name)
        return found


def _counted(listed: Element) -> int:
    listed.set("count", str(len(listed)))
    return len(listed)
