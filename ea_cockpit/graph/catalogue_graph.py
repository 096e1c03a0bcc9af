"""Pictures of the graph: what surrounds a fact, and the whole landscape."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from ea_cockpit.graph.catalogue_facts import owners
from ea_cockpit.graph.catalogue_values import FactRef, Reader, Row
from ea_cockpit.graph.queries import load
from ea_cockpit.i18n import Lang, Text
from ea_cockpit.model.metamodel import FactType, Link, Metamodel
from ea_cockpit.model.picture import Edge, GraphPicture, Group, Kind, Node

GroupBy = Literal["owner", "layer"]

# A unit, a standard or a supplier touches half the canton: going on from there would draw that half.
_DEAD_ENDS = {"OrganisationUnit", "Standard", "Supplier"}

_LAYERS: tuple[tuple[Text, tuple[str, ...]], ...] = (
    (Text("Organisation", "Organisation"), ("OrganisationUnit", "Supplier")),
    (Text("Fachlichkeit", "Business"), ("Service", "BusinessProcess", "BusinessCapability")),
    (Text("Applikationen", "Applications"), ("Application", "Interface")),
    (Text("Daten", "Data"), ("DataStore", "DataObject")),
    (Text("Technik", "Technology"), ("Hosting", "Technology")),
    (Text("Steuerung", "Governance"), ("Standard", "Initiative", "Deviation", "Review")),
)


def neighbourhood(
    reader: Reader, kind: FactType, id: str, hops: int, metamodel: Metamodel, limit: int = 150,  # noqa: A002
    *, lang: Lang = "de", group_by: GroupBy = "owner",
) -> GraphPicture:  # fmt: skip
    """A fact and what lies within some hops, nearest first, at most `limit` facts; the rest is counted as left out.

    Node ids are `Label:id`; references nothing answers to are dashed nodes whose id begins with `?`.
    """
    start = reader.read(load("catalogue/start"), label=kind.label, id=id)
    if not start:
        return GraphPicture((), ())
    nodes, left_out = _surroundings(reader, start[0]["node"], hops, limit)
    drawn = reader.read(load("catalogue/drawn"), nodes=nodes)
    whose = owners(reader, [FactRef(row["label"], row["id"]) for row in drawn])
    rank = {node: place for place, node in enumerate(nodes)}
    drawn.sort(key=lambda row: rank[row["node"]])
    between = reader.read(load("catalogue/between"), nodes=nodes)
    return _picture(drawn, whose, _edges(drawn, between, metamodel, lang), metamodel, lang, group_by, left_out)


def _surroundings(reader: Reader, start: str, hops: int, limit: int) -> tuple[list[str], int]:
    """Element ids hop by hop, and how many more there would have been."""
    known, frontier, left_out = [start], [start], 0
    for _ in range(hops):
        if not frontier or left_out:
            break
        found = reader.read(load("catalogue/beside"), nodes=frontier, known=known)
        room = limit - len(known)
        left_out, found = max(0, len(found) - room), found[:room]
        known += [row["node"] for row in found]
        frontier = [row["node"] for row in found if row["label"] not in _DEAD_ENDS]
    return known, left_out


def landscape(
    reader: Reader, metamodel: Metamodel, *, limit: int = 1_000, lang: Lang = "de", group_by: GroupBy = "owner"
) -> GraphPicture:
    """All applications and data stores with the flows of data between them, for the stand-alone map."""
    nodes = [row["node"] for row in reader.read(load("catalogue/landscape"))]
    drawn = reader.read(load("catalogue/drawn"), nodes=nodes)
    whose = owners(reader, [FactRef(row["label"], row["id"]) for row in drawn])
    keys = {row["node"]: _key(row) for row in drawn}
    edges = [
        Edge(f"{keys[row['start']]}>{keys[row['end']]}", keys[row["start"]], keys[row["end"]], "; ".join(row["names"]))
        for row in reader.read(load("catalogue/flows"))
    ]
    for row in drawn:
        row["open"] = None  # the map shows flows; what is open stands on the facts' own pages
    return _picture(drawn, whose, edges, metamodel, lang, group_by, 0).capped(limit)


def _picture(
    drawn: list[Row], whose: dict[str, FactRef], edges: list[Edge],
    metamodel: Metamodel, lang: Lang, group_by: GroupBy, left_out: int,
) -> GraphPicture:  # fmt: skip
    frames = {_key(row): _frame(row, whose, lang, group_by) for row in drawn}
    nodes = [Node(_key(row), row["name"] or row["id"], row["label"], _id_of(frames[_key(row)])) for row in drawn]
    open_nodes, open_edges = _open_references(drawn, metamodel, lang)
    groups = dict.fromkeys(frame for frame in frames.values() if frame)
    kinds = tuple(Kind(kind.label, kind.title.in_(lang)) for kind in metamodel)
    whole = GraphPicture((*nodes, *open_nodes), (*edges, *open_edges), tuple(groups), kinds, left_out).painted(
        metamodel
    )
    return whole.drawable()


def _frame(row: Row, whose: dict[str, FactRef], lang: Lang, group_by: GroupBy) -> Group | None:
    if group_by == "owner":
        owner = whose.get(_key(row))
        return Group(f"unit:{owner.id}", owner.title) if owner else None
    return next((Group(f"layer:{t.en}", t.in_(lang)) for t, labels in _LAYERS if row["label"] in labels), None)


def _id_of(frame: Group | None) -> str | None:
    return frame.id if frame else None


def _edges(drawn: list[Row], between: list[Row], metamodel: Metamodel, lang: Lang) -> list[Edge]:
    keys = {row["node"]: _key(row) for row in drawn}
    edges = []
    for row in between:
        start, end = keys[row["start"]], keys[row["end"]]
        word = relation(metamodel, row["relationship"], row["start_label"], row["end_label"])
        edges.append(Edge(f"{start}-{row['relationship']}>{end}", start, end, word.in_(lang)))
    return edges


def relation(metamodel: Metamodel, relationship: str, start: str, end: str, *, against: bool = False) -> Text:
    """A relationship in words, read along its arrow or `against` it; its type where no link declares it."""
    for link in metamodel.links:
        source, targets = (end, start) if link.incoming else (start, end)
        if link.relationship == relationship and link.source == source and targets in link.targets:
            return link.inverse if link.incoming != against else link.title
    return Text(relationship, relationship)


def _open_references(drawn: list[Row], metamodel: Metamodel, lang: Lang) -> tuple[list[Node], list[Edge]]:
    """References nothing answers to: one dashed node for each text, one edge for each fact that names it."""
    nodes: dict[str, Node] = {}
    edges: list[Edge] = []
    for row in drawn:
        for link, text in _open(row, metamodel):
            kind = link.targets[0] if len(link.targets) == 1 else ""
            stub = nodes.setdefault(
                f"?{kind}:{text}", Node(f"?{kind}:{text}", text, kind or link.targets[0], dashed=True)
            )
            start, end = (stub.id, _key(row)) if link.incoming else (_key(row), stub.id)
            word = link.inverse if link.incoming else link.title
            edges.append(Edge(f"{start}-{link.relationship}>{end}", start, end, word.in_(lang)))
    return list(nodes.values()), edges


def _open(row: Row, metamodel: Metamodel) -> Iterable[tuple[Link, str]]:
    for written in row["open"] or ():
        name, _, text = written.partition("=")
        link = metamodel[row["label"]].by_name.get(name)
        if isinstance(link, Link):
            yield link, text


def _key(row: Row) -> str:
    return f"{row['label']}:{row['id']}"
