"""Draws a graph picture on a page and tells which node was clicked or double-clicked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import streamlit as st

from ea_cockpit.i18n import Lang, translator
from ea_cockpit.model.picture import GraphPicture, Node

STATIC_PATH = "ea"  # where serve.py offers the folder `ui/static`


@dataclass(frozen=True, slots=True)
class GraphEvent:
    """What the reader did: `selected` stays until changed, `expanded` is set for one run only."""

    selected: str | None
    expanded: str | None


def dependency_graph(
    picture: GraphPicture,
    *,
    key: str,
    lang: Lang,
    title: str = "",
    selected: str | None = None,
    height: int = 640,
    hint: str = "",
) -> GraphEvent:
    """Shows the picture; a click selects a node, a double click asks to expand it.

    `title` names the picture for screen readers and for the downloaded file; `selected` is the node marked at first;
    `height` is the most it takes; `hint` says what clicks do where it is not to select and to expand.
    """
    state = st.session_state.get(key) or {}
    marked = state.get("selected", selected)
    data = {**_drawing(picture.drawable()), "selected": marked, "height": height, "title": title}
    data |= {"texts": _texts(picture, title, lang, hint), "module": _module_address()}
    result = _component()(
        key=key, data=data, default={"selected": marked}, on_selected_change=_nothing, on_expanded_change=_nothing
    )
    return GraphEvent(selected=result.selected, expanded=result.expanded)


@cache
def _component() -> Callable[..., Any]:
    """Registered once per process. The script only loads another: inline ones are sent again with every change."""
    folder = files("ea_cockpit.ui") / "static" / "component"
    html, css, js = (
        (folder / name).read_text(encoding="utf-8") for name in ("graph.html", "graph.css", "graph_loader.js")
    )
    return st.components.v2.component("ea_graph", html=html, css=css, js=js)


def _drawing(picture: GraphPicture) -> dict[str, Any]:
    """Nodes, edges, groups and legend as the browser gets them."""
    return {
        "nodes": [_drawn(node) for node in picture.nodes],
        "edges": [asdict(edge) for edge in picture.edges],
        "groups": [asdict(group) for group in picture.groups],
        "legend": [{"label": label, **asdict(look)} for label, look in picture.legend()],
        "unresolved": any(node.dashed for node in picture.nodes),
    }


def _drawn(node: Node) -> dict[str, Any]:
    """A node with the look it really gets."""
    return {**asdict(node), **asdict(node.look)}


def _texts(picture: GraphPicture, title: str, lang: Lang, hint: str) -> dict[str, str]:
    """Every word the component shows, in the reader's language."""
    _ = translator(lang)
    size = _("{nodes} elements, {edges} links").format(nodes=len(picture.nodes), edges=len(picture.edges))
    left_out = _("{count} more elements are not shown. Narrow the selection to see them.")
    return {
        "name": f"{title}: {size}" if title else f"{_('Dependency graph')}: {size}",
        "size": size,
        "fit": _("Fit"),
        "zoom_in": _("Zoom in"),
        "zoom_out": _("Zoom out"),
        "png": _("Save as PNG"),
        "legend": _("Legend"),
        "unresolved": _("Unresolved reference"),
        "keys": _(
            "Arrow keys move the picture, plus and minus zoom, 0 fits it. The table beside holds the same content."
        ),
        "hint": hint or _("Click: select. Double click: expand."),
        "left_out": left_out.format(count=picture.left_out) if picture.left_out else "",
        "empty": _("There is nothing to draw."),
        "failed": _("The picture could not be drawn. Reload the page."),
    }


def _module_address() -> str:
    """Where the browser finds the drawing code: on this very server."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"{'/' + base if base else ''}/{STATIC_PATH}/ea_graph.js"


def _nothing() -> None:
    """Streamlit reports a value only when a callback is named for it."""
