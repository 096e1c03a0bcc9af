"""A picture of part of the graph: nodes, links and frames, for the cockpit page and the stand-alone map."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from ea_cockpit.model.declare import Look
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.metamodel import Metamodel

OTHER = Look("#57606A", "round-rectangle")


@cache
def looks() -> dict[str, Look]:
    """How each fact type of the product is drawn, as its class declares it."""
    return {kind.label: kind.look for kind in standard_metamodel()}


def look(kind: str) -> Look:
    """The look of a kind of fact; what is no fact type of the product shares one."""
    return looks().get(kind, OTHER)


@dataclass(frozen=True, slots=True)
class Node:
    """One thing drawn; `dashed` marks a reference that nothing in the graph answers to.

    Empty `color` and `shape` stand for those of its kind. `note` is shown when the pointer rests on it.
    """

    id: str
    label: str
    kind: str
    group: str | None = None
    color: str = ""
    shape: str = ""
    dashed: bool = False
    href: str | None = None
    note: str = ""

    @property
    def look(self) -> Look:
        """Its own colour and shape, or those of its kind."""
        usual = look(self.kind)
        return Look(self.color or usual.color, self.shape or usual.shape)


@dataclass(frozen=True, slots=True)
class Edge:
    """One arrow from a node to another; the label appears when the pointer rests on it."""

    id: str
    source: str
    target: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A frame around nodes, possibly inside another frame."""

    id: str
    label: str
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind's title in the reader's language, for the legend."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class GraphPicture:
    """Everything a drawing shows; `left_out` counts the nodes that were cut so that it stays readable."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    groups: tuple[Group, ...] = ()
    kinds: tuple[Kind, ...] = ()
    left_out: int = 0

    def legend(self) -> tuple[tuple[str, Look], ...]:
        """Title and look of each kind that is really drawn, in the order of `kinds`, then of appearance."""
        titles = {kind.name: kind.label for kind in self.kinds}
        drawn = dict.fromkeys(node.kind for node in self.nodes)
        ordered = [name for name in titles if name in drawn] + [name for name in drawn if name not in titles]
        looks_drawn = {node.kind: node.look for node in reversed(self.nodes)}
        return tuple((titles.get(name, name), looks_drawn[name]) for name in ordered)

    def painted(self, metamodel: Metamodel) -> GraphPicture:
        """The same picture with each node in the look its fact type declares, an office's own types included."""
        usual = {kind.label: kind.look for kind in metamodel}
        nodes = tuple(
            replace(node, color=node.color or usual[node.kind].color, shape=node.shape or usual[node.kind].shape)
            if node.kind in usual
            else node
            for node in self.nodes
        )
        return replace(self, nodes=nodes)

    def drawable(self) -> GraphPicture:
        """The same picture without arrows to nodes it does not hold, and with used frames only."""
        ids = {node.id for node in self.nodes}
        edges = tuple(edge for edge in self.edges if edge.source in ids and edge.target in ids)
        used = _with_parents({node.group for node in self.nodes if node.group}, self.groups)
        return replace(self, edges=edges, groups=tuple(group for group in self.groups if group.id in used))

    def capped(self, limit: int, start: Iterable[str] = ()) -> GraphPicture:
        """At most `limit` nodes: those nearest to `start`, else the best connected ones."""
        if len(self.nodes) <= limit:
            return self
        kept = set(self._nearest(tuple(start))[:limit])
        nodes = tuple(node for node in self.nodes if node.id in kept)
        cut = replace(self, nodes=nodes, left_out=self.left_out + len(self.nodes) - len(nodes))
        return cut.drawable()

    def _nearest(self, start: tuple[str, ...]) -> list[str]:
        """All node ids, by distance from `start`, then by number of links."""
        beside: dict[str, list[str]] = {node.id: [] for node in self.nodes}
        for edge in self.edges:
            if edge.source in beside and edge.target in beside:
                beside[edge.source].append(edge.target)
                beside[edge.target].append(edge.source)
        busiest = sorted(beside, key=lambda node: -len(beside[node]))
        found = dict.fromkeys(node for node in start if node in beside)
        frontier = list(found)
        while frontier:
            frontier = list(dict.fromkeys(other for node in frontier for other in beside[node] if other not in found))
            found.update(dict.fromkeys(frontier))
        return list(found | dict.fromkeys(busiest))


def _with_parents(used: set[str], groups: tuple[Group, ...]) -> set[str]:
    """The groups used, and every group around them."""
    parents = {group.id: group.parent for group in groups}
    whole = set(used)
    for name in used:
        around = parents.get(name)
        while around and around not in whole:
            whole.add(around)
            around = parents.get(around)
    return whole
