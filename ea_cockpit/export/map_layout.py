"""Places the boxes of a stand-alone map: groups as frames, links from left to right, nothing on top of anything else.

Plain Python, no Graphviz: a thousand boxes take well under a second.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx as nx

from ea_cockpit.model.picture import GraphPicture, Group

BOX_WIDTH = 190
COLUMN = 270  # from one column of boxes to the next: room for the links between
MARGIN = 26  # between a frame and its boxes
GAP = 60  # between frames
ASPECT = 1.6


@dataclass(frozen=True, slots=True)
class Frame:
    """A titled frame around the boxes of one group: upper left corner, size, and the size of its title's letters."""

    label: str
    letters: float
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Centre of each box by node id, and the frames behind them."""

    places: dict[str, tuple[float, float]]
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """The boxes of one group, placed from its own upper left corner."""

    label: str
    letters: float
    places: dict[str, tuple[float, float]]
    width: float
    height: float


def layout(picture: GraphPicture, heights: dict[str, float]) -> Layout:
    """Places every node of the picture; `heights` tells how high each node's box is."""
    titles = _titles(picture.groups)
    members: dict[str, list[str]] = defaultdict(list)
    for node in picture.nodes:
        members[node.group if node.group in titles else ""].append(node.id)
    links = [(edge.source, edge.target) for edge in picture.edges if edge.source != edge.target]
    # On a large map, seen as a whole, the frames' titles are all that can be read.
    letters = min(80.0, max(18.0, 18 * math.sqrt(len(picture.nodes) / 60)))
    blocks = [_block(titles.get(group, ""), letters, ids, links, heights) for group, ids in members.items()]
    return _shelves(sorted(blocks, key=lambda block: (not block.label, -block.height)))


def _titles(groups: Iterable[Group]) -> dict[str, str]:
    """Each group's title with those of the groups around it: "Finanzdepartement › Steueramt"."""
    known = {group.id: group for group in groups}
    titles: dict[str, str] = {}
    for group in known.values():
        parts, seen, each = [group.label], {group.id}, known.get(group.parent or "")
        while each is not None and each.id not in seen:
            parts.append(each.label)
            seen.add(each.id)
            each = known.get(each.parent or "")
        titles[group.id] = " › ".join(reversed(parts))
    return titles


def _block(
    label: str, letters: float, ids: Sequence[str], links: Sequence[tuple[str, str]], heights: dict[str, float]
) -> _Block:
    """Boxes in columns that follow the links; a long column is split, so that the block stays compact."""
    inside = set(ids)
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(ids)
    graph.add_edges_from((a, b) for a, b in links if a in inside and b in inside)
    step = max(heights[node] for node in ids) + 16
    columns = _columns(_layers(graph), step)
    tallest = max(len(column) for column in columns)
    title = 2 * letters
    places = {
        node: (MARGIN + BOX_WIDTH / 2 + COLUMN * x, title + MARGIN + step * (y + (tallest - len(column)) / 2 + 0.5))
        for x, column in enumerate(columns)
        for y, node in enumerate(column)
    }
    width = max(2 * MARGIN + BOX_WIDTH + COLUMN * (len(columns) - 1), 2 * MARGIN + 0.62 * letters * len(label))
    return _Block(label, letters, places, width, title + 2 * MARGIN + step * tallest)


def _layers(graph: nx.DiGraph[str]) -> list[list[str]]:
    """Nodes by the longest way that leads to them; those in a circle share a layer, and few links cross."""
    whole = nx.condensation(graph)
    layer_of = {
        node: depth for depth, generation in enumerate(nx.topological_generations(whole)) for part in generation
        for node in whole.nodes[part]["members"]
    }  # fmt: skip
    layers: list[list[str]] = [[] for _ in range(max(layer_of.values()) + 1)]
    alone = [node for node in graph if not graph.degree(node)]
    for node in graph:  # in the order given, so that the same picture always looks the same
        if graph.degree(node):
            layers[layer_of[node]].append(node)
    layers = _uncrossed([layer for layer in layers if layer], graph)
    return [*layers, alone] if alone else layers


def _uncrossed(layers: list[list[str]], graph: nx.DiGraph[str]) -> list[list[str]]:
    """Sorts each layer by the mean height of the neighbours, a few times to and fro."""
    height = {node: y / len(layer) for layer in layers for y, node in enumerate(layer)}
    for turn in range(6):
        for layer in layers if turn % 2 == 0 else reversed(layers):
            beside = {node: list(nx.all_neighbors(graph, node)) for node in layer}
            layer.sort(key=lambda node: sum(height[other] for other in beside[node]) / max(1, len(beside[node])))
            height.update({node: y / len(layer) for y, node in enumerate(layer)})
    return layers


def _columns(layers: list[list[str]], step: float) -> list[list[str]]:
    """The layers as columns, as tall as it takes for the block to have the shape of a screen."""
    most = 4
    while True:
        columns = [part for layer in layers for part in _split(layer, most)]
        tallest = max(len(column) for column in columns)
        if len(columns) * COLUMN <= ASPECT * tallest * step or tallest < most:
            return columns
        most += max(1, most // 4)


def _split(layer: list[str], most: int) -> list[list[str]]:
    """A layer as columns of at most `most` boxes, all about as long."""
    count = math.ceil(len(layer) / most)
    size = math.ceil(len(layer) / count)
    return [layer[start : start + size] for start in range(0, len(layer), size)]


def _shelves(blocks: Sequence[_Block]) -> Layout:
    """Puts the blocks side by side in rows, together about as wide as a screen is beside its height."""
    area = sum((block.width + GAP) * (block.height + GAP) for block in blocks)
    widest = max([math.sqrt(area * ASPECT), *(block.width for block in blocks)], default=0.0)
    places: dict[str, tuple[float, float]] = {}
    frames: list[Frame] = []
    x = y = row = 0.0
    for block in blocks:
        if x and x + block.width > widest:
            x, y, row = 0.0, y + row + GAP, 0.0
        places |= {node: (x + left, y + top) for node, (left, top) in block.places.items()}
        if block.label:
            frames.append(Frame(block.label, block.letters, x, y, block.width, block.height))
        x, row = x + block.width + GAP, max(row, block.height)
    return Layout(places, tuple(frames))
