"""Pictures of the graph: readable for every eye, cut where they would not be."""

from __future__ import annotations

from itertools import combinations

from ea_cockpit.model.picture import OTHER, Edge, GraphPicture, Group, Kind, Node, looks

# Machado, Oliveira and Fernandes 2009, full severity, on linear RGB.
SIGHTS = {
    "usual": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
DIFFERENT = 9.0  # CIE76; 2.3 is just noticeable


def linear(color: str) -> list[float]:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast_with_white(color: str) -> float:
    red, green, blue = linear(color)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def lab(color: str, sight: str) -> tuple[float, float, float]:
    rgb = linear(color)
    red, green, blue = (
        min(1.0, max(0.0, sum(part * value for part, value in zip(row, rgb, strict=True)))) for row in SIGHTS[sight]
    )
    xyz = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    )
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, sight: str) -> float:
    pairs = zip(lab(one, sight), lab(other, sight), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def test_white_text_is_readable_on_every_kind() -> None:
    assert {kind for kind, look in looks().items() if contrast_with_white(look.color) < 4.5} == set()
    assert contrast_with_white(OTHER.color) >= 4.5


def test_kinds_of_one_shape_differ_in_colour_for_every_sight() -> None:
    alike = {
        (one, other, sight)
        for one, other in combinations(looks(), 2)
        if looks()[one].shape == looks()[other].shape
        for sight in SIGHTS
        if distance(looks()[one].color, looks()[other].color, sight) < DIFFERENT
    }
    assert alike == set()


def chain(length: int) -> GraphPicture:
    nodes = tuple(Node(f"N{i}", f"Node {i}", "Application") for i in range(length))
    edges = tuple(Edge(f"E{i}", f"N{i}", f"N{i + 1}") for i in range(length - 1))
    return GraphPicture(nodes, edges)


def test_the_cap_keeps_what_is_near() -> None:
    cut = chain(10).capped(3, start=("N5",))
    assert {node.id for node in cut.nodes} == {"N4", "N5", "N6"}
    assert {edge.id for edge in cut.edges} == {"E4", "E5"}
    assert cut.left_out == 7


def test_without_a_start_the_cap_keeps_the_best_connected() -> None:
    star = GraphPicture(
        tuple(Node(name, name, "Application") for name in "abcde"),
        tuple(Edge(name, name, "e") for name in "bcd"),
    )
    assert "e" in {node.id for node in star.capped(2).nodes}
    assert star.capped(5) is star


def test_links_to_nothing_and_empty_frames_are_left_out() -> None:
    picture = GraphPicture(
        (Node("a", "A", "Application", group="inner"),),
        (Edge("1", "a", "gone"), Edge("2", "a", "a")),
        (Group("outer", "Outer"), Group("inner", "Inner", "outer"), Group("unused", "Unused")),
    )
    drawable = picture.drawable()
    assert {edge.id for edge in drawable.edges} == {"2"}
    assert {group.id for group in drawable.groups} == {"outer", "inner"}


def test_the_legend_holds_what_is_drawn_in_the_order_of_kinds() -> None:
    nodes = (Node("a", "A", "Hosting"), Node("b", "B", "Application"), Node("c", "C", "OfficeOwn"))
    kinds = (Kind("Application", "Applikation"), Kind("Hosting", "Betriebsumgebung"), Kind("Service", "Leistung"))
    labels = [label for label, _ in GraphPicture(nodes, (), kinds=kinds).legend()]
    assert labels == ["Applikation", "Betriebsumgebung", "OfficeOwn"]
