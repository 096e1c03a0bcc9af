"""XML of files from anywhere: nothing is fetched, no entity is replaced, depth and size are bounded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

_SAFE: dict[str, Any] = {"resolve_entities": False, "no_network": True, "load_dtd": False, "dtd_validation": False}


def tree_of(content: bytes) -> etree._Element | None:
    """The root of a small document; None where it is none."""
    try:
        return etree.fromstring(content, etree.XMLParser(**_SAFE, recover=True))
    except etree.XMLSyntaxError:
        return None


def local_name(element: etree._Element) -> str:
    """An element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element, name: str) -> str:
    """An attribute by its name in whatever namespace; empty where it is missing."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def number_in(element: etree._Element, name: str, other: int = 0) -> int:
    """An attribute as a number; `other` where there is none in it."""
    text = attribute(element, name)
    # More digits than any sheet has rows are no number worth having.
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else other


def each(content: Any, *names: str) -> Iterator[etree._Element]:
    """Each element of these names as it ends, in any namespace; what was seen is forgotten, so memory stays small."""
    for _, element in etree.iterparse(content, tag=[f"{{*}}{name}" for name in names], **_SAFE):
        yield element
        element.clear()
        while element.getprevious() is not None:
            parent = element.getparent()
            if parent is None:
                break
            del parent[0]
