"""How a failure spreads, as a picture: each fact that suffers hangs on the one that passed the failure on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ea_cockpit.graph.catalogue import FactRef
from ea_cockpit.i18n import Lang
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.model.picture import Edge, GraphPicture, Group, Kind, Node

MOST = 150
ARROW = " → "


def impact_picture(start: FactRef, hits: Sequence[Any], metamodel: Metamodel, lang: Lang) -> GraphPicture:
    """The nearest facts that suffer, in frames of the offices that answer for them."""
    shown = list(hits[: MOST - 1])
    paths = {start.title: start.key}
    nodes, edges = [Node(start.key, start.title, start.label)], []
    for hit in shown:
        ref = hit.subject()
        path = hit.path.in_(lang)
        before = _before(path, paths)
        words = path[len(before) :].removeprefix(ARROW).removesuffix(ref.title).removesuffix(ARROW)
        nodes.append(Node(ref.key, ref.title, ref.label, f"unit:{hit.owner}" if hit.owner else None, note=path))
        edges.append(Edge(f"{paths[before]}>{ref.key}", paths[before], ref.key, words))
        paths.setdefault(path, ref.key)
    groups = {hit.owner: Group(f"unit:{hit.owner}", hit.owner) for hit in shown if hit.owner}
    kinds = tuple(Kind(kind.label, kind.title.in_(lang)) for kind in metamodel)
    return GraphPicture(tuple(nodes), tuple(edges), tuple(groups.values()), kinds, len(hits) - len(shown)).drawable()


def _before(path: str, known: dict[str, str]) -> str:
    """The longest known path this one goes on from; the start where the facts between are not shown."""
    at = path.rfind(ARROW)
    while at > 0:
        if path[:at] in known:
            return path[:at]
        at = path.rfind(ARROW, 0, at)
    return next(iter(known))
