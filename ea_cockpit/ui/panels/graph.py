"""The dependency graph of a fact, the table beside it, and the map to take away."""

from __future__ import annotations

from html import escape

import streamlit as st

from ea_cockpit.export.pyvis_map import map_html
from ea_cockpit.graph.catalogue import find, neighbourhood
from ea_cockpit.i18n import translator
from ea_cockpit.model.metamodel import FactType
from ea_cockpit.model.picture import GraphPicture
from ea_cockpit.ui.graph import dependency_graph
from ea_cockpit.ui.page import FACT, fact_anchor, go
from ea_cockpit.ui.panels.basic import Html, rows
from ea_cockpit.ui.panels.downloads import HTML, download, file_name
from ea_cockpit.ui.session import Session

HOPS = (1, 2)
MOST = 150
HIGHEST = 720  # pixels; a picture that needs less takes less


@st.fragment
def surroundings(session: Session, kind: FactType, id_: str, name: str) -> None:
    """What a fact hangs together with; a double click leads to the page of the fact it hit."""
    _ = translator(session.lang)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        hops = st.segmented_control(
            _("Distance"), HOPS, default=1, required=True, key=f"hops:{kind.label}:{id_}",
            format_func=lambda hops: _("direct links") if hops == 1 else _("two links away"),
        )  # fmt: skip
        drawn = session.kept(
            "neighbourhood",
            lambda: neighbourhood(
                session.store, kind, id_, hops or 1, session.metamodel, limit=MOST, lang=session.lang
            ),
            kind.label, id_, hops, session.lang,
        )  # fmt: skip
        map_file(session, drawn, name)
    picture(session, drawn, name, key=f"graph:{kind.label}:{id_}:{hops}", selected=f"{kind.label}:{id_}")


def map_file(session: Session, drawn: GraphPicture, name: str) -> None:
    """The same picture as one HTML file that opens without the cockpit."""
    _ = translator(session.lang)
    file = file_name(_("map"), name, ending="html")
    download(_("Map as HTML file"), lambda: map_html(drawn, name, session.lang).encode(), file, HTML, key=f"map:{file}")


def picture(
    session: Session, drawn: GraphPicture, name: str, key: str, selected: str | None = None, hint: str = ""
) -> None:
    """A picture with its table; leads to a fact's page on a double click."""
    _ = translator(session.lang)
    event = dependency_graph(
        drawn, key=key, lang=session.lang, title=name, selected=selected, height=HIGHEST,
        hint=hint or _("Click: select. Double click: open the fact page."),
    )  # fmt: skip
    with st.expander(_("The same as a table")):
        as_table(session, drawn)
    if event.expanded and event.expanded != selected:
        open_fact(session, event.expanded)


def open_fact(session: Session, node: str) -> None:
    """Leads to the page of the fact a node stands for; nodes of open references have none."""
    for ref in find(session.store, node, session.metamodel)[:1]:
        go(session, FACT, {"type": ref.label, "id": ref.id})


def as_table(session: Session, drawn: GraphPicture) -> None:
    """Every arrow of a picture as a row, for those who cannot or would not look at a picture."""
    _ = translator(session.lang)
    names = {node.id: _named(node.id, node.label, node.dashed) for node in drawn.nodes}
    body = [(names.get(e.source, ""), e.label, names.get(e.target, "")) for e in drawn.drawable().edges]
    rows((_("From"), _("Link"), _("To")), sorted(body, key=lambda row: (row[0], row[1], row[2])))


def _named(node: str, label: str, dashed: bool) -> Html:
    kind, colon, id_ = node.partition(":")
    return Html(escape(label) if dashed or not colon else fact_anchor(kind, id_, label))
