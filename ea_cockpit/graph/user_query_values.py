"""Values a query may return, made plain: what the graph alone knows keeps a text for readers and a form for scripts."""

from __future__ import annotations

import base64
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import neo4j.time
from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point

_NAMED = ("name", "title", "id")


@dataclass(frozen=True, slots=True)
class Shown:
    """A value of the graph: what a reader sees, and what a script gets."""

    text: str
    document: dict[str, Any]

    def __str__(self) -> str:
        return self.text


def plain(value: Any) -> Any:
    """Texts, numbers, days, lists and maps as they are; everything else as text or `Shown`."""
    return next((make(value) for kinds, make in _PLAIN if isinstance(value, kinds)), value)


def documents(value: Any) -> Any:
    """A plain value as JSON takes it."""
    value = plain(value) if not isinstance(value, Shown) else value
    if isinstance(value, Shown):
        return value.document
    if isinstance(value, list):
        return [documents(item) for item in value]
    if isinstance(value, dict):
        return {key: documents(item) for key, item in value.items()}
    return value.isoformat() if hasattr(value, "isoformat") else value


def words(value: Any) -> Any:
    """A plain value as a reader sees it in one cell; numbers and days stay what they are."""
    if isinstance(value, list):
        return "; ".join(str(words(item)) for item in value if item is not None)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {words(item)}" for key, item in value.items()) + "}"
    return value.text if isinstance(value, Shown) else value


def _document(thing: Node | Relationship, head: dict[str, Any]) -> dict[str, Any]:
    return {**head, "properties": documents(dict(thing.items()))}


def _node(node: Node) -> str:
    named = [str(node[key]) for key in _NAMED if node.get(key) not in (None, "")]
    kind = ":".join(sorted(label for label in node.labels if label != "Fact")) or "Fact"
    return f"{named[0]} ({' '.join([kind, *named[1:][-1:]])})" if named else f"({kind})"


def _path(path: Path) -> str:
    parts = [_node(path.nodes[0])]
    for relationship, before, after in zip(path.relationships, path.nodes, path.nodes[1:], strict=False):
        forward = relationship.start_node == before
        parts.append(f"–[{relationship.type}]→" if forward else f"←[{relationship.type}]–")
        parts.append(_node(after))
    return " ".join(parts)


def _path_document(path: Path) -> dict[str, Any]:
    return {
        "nodes": [plain(node).document for node in path.nodes],
        "relationships": [plain(relationship).document for relationship in path.relationships],
    }


# Neither JSON nor a workbook knows numbers without end.
_PLAIN: tuple[tuple[type | tuple[type, ...], Callable[[Any], Any]], ...] = (
    (str, lambda text: text),
    (float, lambda number: number if math.isfinite(number) else str(number)),
    (neo4j.time.Date, lambda day: day.to_native()),
    ((neo4j.time.DateTime, neo4j.time.Time, neo4j.time.Duration), lambda moment: moment.iso_format()),
    (Node, lambda node: Shown(_node(node), _document(node, {"labels": sorted(node.labels)}))),
    (Relationship, lambda link: Shown(f"[{link.type}]", _document(link, {"type": link.type}))),
    (Path, lambda path: Shown(_path(path), _path_document(path))),
    (Point, lambda point: f"point({', '.join(f'{part:g}' for part in point)}; SRID {point.srid})"),
    ((bytes, bytearray), lambda data: base64.b64encode(data).decode("ascii")),
    ((list, tuple), lambda items: [plain(item) for item in items]),
    (dict, lambda items: {str(key): plain(item) for key, item in items.items()}),
)
