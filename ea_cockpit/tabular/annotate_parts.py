"""The parts of an Excel workbook to edit some of: what is not touched goes out as it came in."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = "etree._Element"

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES_PART = "[Content_Types].xml"


class NotEditable(Exception):
    """The workbook is of a form that is not edited in place; the reason is for the note in the new one."""


def tag(name: str) -> str:
    """The full name of an element of a sheet."""
    return f"{{{MAIN}}}{name}"


def parsed(content: bytes) -> Element:
    """A part as a tree; nothing is fetched, no entity is replaced."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    return etree.fromstring(content, parser)


def written(root: Element) -> bytes:
    """A tree as a part."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


class Parts:
    """All parts of a workbook; those that were asked for as a tree are written anew."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self._parts = {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
        self._trees: dict[str, Element] = {}
        if _TYPES_PART not in self._parts:
            raise NotEditable(_TYPES_PART)

    def read(self, part: str) -> bytes:
        """A part as it is."""
        return self._parts[part]

    def write(self, part: str, content: bytes) -> None:
        """Replace a part."""
        self._parts[part] = content

    def tree(self, part: str) -> Element:
        """A part to edit."""
        if part not in self._trees:
            self._trees[part] = parsed(self._parts[part])
        return self._trees[part]

    def packed(self) -> bytes:
        """The workbook with all that was changed."""
        for part, root in self._trees.items():
            self._parts[part] = written(root)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, content in self._parts.items():
                archive.writestr(part, content)
        return out.getvalue()

    def main(self, kind: str) -> str:
        """The part the package is about."""
        found = self.related("", kind)
        if not found:
            raise NotEditable(kind)
        return found[0]

    def relations(self, source: str) -> list[Element]:
        """What a part refers to."""
        part = _relations_of(source)
        return list(self.tree(part)) if part in self._parts else []

    def related(self, source: str, kind: str) -> list[str]:
        """The parts of a kind a part refers to; `kind` is how the name of the relation ends."""
        found = [self.target(source, rel) for rel in self.relations(source) if rel.get("Type", "").endswith(kind)]
        return [part for part in found if part in self._parts]

    def target(self, source: str, relation: Element) -> str:
        """The part a relation leads to."""
        path = relation.get("Target", "")
        return posixpath.normpath(path.lstrip("/") if path.startswith("/") else _join(source, path))

    def relate(self, source: str, kind: str, target: str) -> str:
        """A new relation; gives its id."""
        part = _relations_of(source)
        self._parts.setdefault(part, f'<Relationships xmlns="{_RELATIONS}"/>'.encode())
        root = self.tree(part)
        taken = {rel.get("Id") for rel in root}
        name = next(f"rIdEac{number}" for number in range(1, 100_000) if f"rIdEac{number}" not in taken)
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", {"Id": name, "Type": kind, "Target": f"/{target}"})
        return name

    def remove_relation(self, source: str, name: str, target: str) -> None:
        """Take a relation out, and the part it leads to with all that is said of it."""
        root = self.tree(_relations_of(source))
        for relation in [rel for rel in root if rel.get("Id") == name]:
            root.remove(relation)
        types = self.tree(_TYPES_PART)
        for override in [item for item in types if item.get("PartName") == f"/{target}"]:
            types.remove(override)
        for part in (target, _relations_of(target)):
            self._parts.pop(part, None)
            self._trees.pop(part, None)

    def add(self, wanted: str, content: bytes, kind: str) -> str:
        """A new part under a free name; gives the name."""
        stem, suffix = posixpath.splitext(wanted)
        names = (wanted, *(f"{stem}{number}{suffix}" for number in range(2, 100_000)))
        name = next(name for name in names if name not in self._parts)
        self._parts[name] = content
        types = self.tree(_TYPES_PART)
        etree.SubElement(types, f"{{{_TYPES}}}Override", {"PartName": f"/{name}", "ContentType": kind})
        return name


def _relations_of(source: str) -> str:
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _join(source: str, path: str) -> str:
    return posixpath.join(posixpath.dirname(source), path)
