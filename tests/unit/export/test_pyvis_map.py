"""The stand-alone map: one file, nothing asked from anywhere, hostile names harmless, nothing on top of anything."""

from __future__ import annotations

import json
import random
import re
from itertools import pairwise

import pytest

from ea_cockpit.export.map_layout import BOX_WIDTH, layout
from ea_cockpit.export.pyvis_map import map_html
from ea_cockpit.model.picture import Edge, GraphPicture, Group, Kind, Node

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "\"quotes\" and 'quotes' & more",
    "line\u2028separator\u2029and\nbreak",
    "${dollar} $title",
    "=cmd|' /C calc'!A0",
    "Grösse «ÄÖÜ» 🏛",
)


def drawing(page: str) -> dict[str, list[dict[str, str]]]:
    found = re.search(r"<script>const drawing = (.*);</script>", page)
    assert found is not None
    data: dict[str, list[dict[str, str]]] = json.loads(found[1])
    return data


def hostile() -> GraphPicture:
    nodes = tuple(Node(text, text, text, group=text, note=text) for text in HOSTILE)
    edges = tuple(Edge(f"{one}>{other}", one, other, one) for one, other in pairwise(HOSTILE))
    groups = tuple(Group(text, text) for text in HOSTILE)
    return GraphPicture(nodes, edges, groups, tuple(Kind(text, text) for text in HOSTILE))


def landscape(size: int, groups: int) -> GraphPicture:
    dice = random.Random(7)  # noqa: S311
    names = ("Register", "Fachanwendung der kantonalen Verwaltung", "Portal für Gemeinden und Private mit langem Namen")
    nodes = tuple(
        Node(f"N{i}", f"{dice.choice(names)} {i}", "Application", f"G{dice.randrange(groups)}" if groups else None)
        for i in range(size)
    )
    edges = tuple(Edge(f"E{i}", f"N{dice.randrange(size)}", f"N{dice.randrange(size)}") for i in range(2 * size))
    return GraphPicture(nodes, edges, tuple(Group(f"G{i}", f"Amt {i}") for i in range(groups)))


def test_cell_text_cannot_leave_its_place() -> None:
    page = map_html(hostile(), HOSTILE[0])
    harmless = map_html(GraphPicture((), ()), "Karte")
    for mark in ("<script", "</script", "<!--"):  # the library and our own code hold some
        assert page.count(mark) == harmless.count(mark)
    assert "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;" in page.split("</title>", maxsplit=1)[0]
    data = page.split("const drawing = ", maxsplit=1)[1].split("</script>", maxsplit=1)[0]
    assert not set("<>&\u2028\u2029") & set(data)


def test_every_name_survives_whole() -> None:
    data = drawing(map_html(hostile(), "Karte"))
    assert {node["id"] for node in data["nodes"]} == set(HOSTILE)
    assert {node["title"] for node in data["nodes"]} == {f"{text}\n{text}" for text in HOSTILE}
    assert {frame["label"] for frame in data["frames"]} == set(HOSTILE)
    assert {(edge["from"], edge["to"]) for edge in data["edges"]} == set(pairwise(HOSTILE))


def test_nothing_is_loaded_from_anywhere() -> None:
    page = map_html(landscape(20, 3), "Karte")
    ours = re.sub(r"<(script|style)>.*?</\1>", "", page, flags=re.S)
    assert re.findall(r"https?://|src=|href=|@import", ours) == []
    assert "default-src 'none'" in page


@pytest.mark.parametrize(("size", "groups"), [(1, 0), (40, 0), (120, 7), (1000, 25), (1000, 0)])
def test_no_box_lies_on_another(size: int, groups: int) -> None:
    picture = landscape(size, groups)
    heights = {node.id: 65.0 for node in picture.nodes}
    places = sorted(layout(picture, heights).places.values())
    assert len(places) == size
    over = [
        ((x, y), (other_x, other_y))
        for index, (x, y) in enumerate(places)
        for other_x, other_y in places[index + 1 :]
        if abs(x - other_x) < BOX_WIDTH and abs(y - other_y) < 65
    ]
    assert over == []


def test_frames_hold_their_own_boxes_only() -> None:
    picture = landscape(120, 7)
    placed = layout(picture, {node.id: 65.0 for node in picture.nodes})
    for frame in placed.frames:
        group = next(group.id for group in picture.groups if group.label == frame.label)
        inside = {
            node
            for node, (x, y) in placed.places.items()
            if frame.x < x < frame.x + frame.width and frame.y < y < frame.y + frame.height
        }
        assert inside == {node.id for node in picture.nodes if node.group == group}


def test_nested_groups_tell_their_way() -> None:
    picture = GraphPicture(
        (Node("a", "A", "Application", group="sta"),), (), (Group("fd", "Finanzen"), Group("sta", "Steueramt", "fd"))
    )
    assert [frame.label for frame in layout(picture, {"a": 30.0}).frames] == ["Finanzen › Steueramt"]


def test_the_same_picture_gives_the_same_file() -> None:
    assert map_html(landscape(60, 4), "Karte") == map_html(landscape(60, 4), "Karte")


def test_an_empty_picture_gives_a_page() -> None:
    assert drawing(map_html(GraphPicture((), ()), "Leer"))["nodes"] == []


def test_links_follow_the_columns() -> None:
    nodes = tuple(Node(name, name, "Application") for name in "abc")
    placed = layout(GraphPicture(nodes, (Edge("1", "a", "b"), Edge("2", "b", "c"))), dict.fromkeys("abc", 30.0))
    assert placed.places["a"][0] < placed.places["b"][0] < placed.places["c"][0]
