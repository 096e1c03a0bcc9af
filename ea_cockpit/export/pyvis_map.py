"""A map of applications and their links as one HTML file: to mail, to archive, to open without a server."""

from __future__ import annotations

import html
import json
import textwrap
from dataclasses import asdict
from importlib.resources import files
from string import Template
from typing import Any

from ea_cockpit.export.map_layout import BOX_WIDTH, Layout, layout
from ea_cockpit.i18n import Lang, translator
from ea_cockpit.model.picture import GraphPicture, Node

LINE = 17
LETTERS = 25  # of a line in a box
MOST_LINES = 3
# How vis-network, the library that pyvis brings, draws the shapes; corners tell kinds apart beside their colours.
CORNERS = {"round-rectangle": 7, "pill": 16, "rectangle": 0, "cut-rectangle": 2, "barrel": 11, "ellipse": 16}
OPTIONS = {
    "physics": {"enabled": False},
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.5}},
        "smooth": {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.45},
        "color": {"color": "#93a0ad", "highlight": "#0F5FA6", "hover": "#0F5FA6"},
        "selectionWidth": 2,
    },
    "interaction": {"hover": True, "keyboard": {"enabled": True, "bindToWindow": False}, "hideEdgesOnDrag": True},
}


def map_html(picture: GraphPicture, title: str, lang: Lang = "de") -> str:
    """The whole file as text, to be written as UTF-8. Searchable, with a legend; loads nothing from anywhere."""
    picture = picture.drawable()
    labels = {node.id: _wrapped(node.label) for node in picture.nodes}
    placed = layout(picture, {node: _height(label) for node, label in labels.items()})
    data = {**_network(picture, labels, placed), "frames": [asdict(frame) for frame in placed.frames]}
    data["words"] = _words(lang)
    return _page(picture, title, lang, data)


def _page(picture: GraphPicture, title: str, lang: Lang, data: dict[str, Any]) -> str:
    """Our own page around pyvis' library: its own template asks a foreign server for a style sheet."""
    page = Template(_own("map.html"))
    library = files("pyvis") / "templates" / "lib" / "vis-9.1.2"
    words = {name: html.escape(text) for name, text in _words(lang).items()}
    size = words.pop("size").format(nodes=len(picture.nodes), edges=len(picture.edges))
    left_out = words.pop("left_out").format(count=picture.left_out) if picture.left_out else ""
    return page.substitute(
        words,
        lang="de-CH" if lang == "de" else "en",
        title=html.escape(title),
        size=size,
        left_out=left_out,
        legend_items=_legend(picture, words["unresolved"]),
        library_style=(library / "vis-network.css").read_text(encoding="utf-8"),
        library=(library / "vis-network.min.js").read_text(encoding="utf-8"),
        style=_own("map.css"),
        script=_own("map.js"),
        data=_inside_script(data),
    )


def _network(picture: GraphPicture, labels: dict[str, str], placed: Layout) -> dict[str, Any]:
    """Boxes, links and options as pyvis hands them to its library."""
    from pyvis.network import Network  # half a second: paid by those who ask for a map

    network = Network(directed=True)
    for node in picture.nodes:
        x, y = placed.places[node.id]
        network.add_node(node.id, label=labels[node.id], x=round(x), y=round(y), **_box(node))
    for edge in picture.edges:
        # Between boxes of one column a link bows out; otherwise it would run behind the boxes in between.
        same_column = abs(placed.places[edge.source][0] - placed.places[edge.target][0]) < BOX_WIDTH
        curve = {"smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.35}} if same_column else {}
        network.add_edge(edge.source, edge.target, title=edge.label, id=edge.id, **curve)
    nodes, edges, *_ = network.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": OPTIONS}


def _box(node: Node) -> dict[str, Any]:
    """How one node is drawn; a reference that nothing answers to is white with a dashed border."""
    look = node.look
    dark = "#1f2933"
    fill = "#ffffff" if node.dashed else look.color
    border = dark if node.dashed else look.color
    return {
        "shape": "box",
        "title": "\n".join(part for part in (node.label, node.note) if part),
        "color": {
            "background": fill,
            "border": border,
            "highlight": {"background": fill, "border": "#f2a900"},
            "hover": {"background": fill, "border": "#f2a900"},
        },
        "borderWidth": 2,
        "borderWidthSelected": 5,
        "font": {"color": dark if node.dashed else "#ffffff", "size": 13, "face": "sans-serif"},
        "shapeProperties": {
            "borderDashes": [6, 4] if node.dashed else False,
            "borderRadius": CORNERS.get(look.shape, 5),
        },
        "widthConstraint": {"minimum": BOX_WIDTH - 12, "maximum": BOX_WIDTH - 12},
    }


def _wrapped(label: str) -> str:
    """The label in at most three lines; the whole of it stands in the tip."""
    lines = textwrap.wrap(label, LETTERS, max_lines=MOST_LINES, placeholder=" …")
    return "\n".join(lines) or "–"


def _height(label: str) -> float:
    """The height of the box around a wrapped label."""
    return 14 + LINE * (label.count("\n") + 1)


def _legend(picture: GraphPicture, unresolved: str) -> str:
    """Colour and title of each kind that is drawn."""
    item = '<li><span style="background:{}{}"></span>{}</li>'
    radius = ";border-radius:{}px"
    rows = [
        item.format(look.color, radius.format(CORNERS.get(look.shape, 5) // 2), html.escape(label))
        for label, look in picture.legend()
    ]
    if any(node.dashed for node in picture.nodes):
        rows.append(item.format("#fff", ";outline:2px dashed #1f2933", unresolved))
    return "".join(rows)


def _words(lang: Lang) -> dict[str, str]:
    """What the page says, in the reader's language."""
    _ = translator(lang)
    return {
        "size": _("{nodes} elements, {edges} links"),
        "left_out": _("{count} more elements are not shown."),
        "search": _("Find an element"),
        "nothing": _("No match"),
        "found": _("{number} of {count}"),
        "fit": _("Fit"),
        "legend": _("Legend"),
        "unresolved": _("Unresolved reference"),
        "map": _("Map of elements and their links"),
    }


def _inside_script(data: dict[str, Any]) -> str:
    """JSON that may stand inside a script element whatever a cell of a workbook held."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # No "</script>", no comment start, no line separators that older browsers take for line ends.
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text


def _own(name: str) -> str:
    """A part of the page, kept beside this module."""
    return (files("ea_cockpit.export") / "map_page" / name).read_text(encoding="utf-8")
