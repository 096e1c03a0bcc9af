"""Fact page: everything known about one fact, at an address that can be mailed."""

from __future__ import annotations

import streamlit as st

from ea_cockpit.graph.catalogue import fact_page
from ea_cockpit.i18n import Text, translator
from ea_cockpit.model.metamodel import FactType
from ea_cockpit.ui.page import CATALOGUE, FACT, Page, href, show_in_address
from ea_cockpit.ui.panels import fact_parts as parts
from ea_cockpit.ui.panels import provenance
from ea_cockpit.ui.panels.basic import escape_markdown, heading, html, title
from ea_cockpit.ui.panels.graph import surroundings
from ea_cockpit.ui.panels.pick import wanted_kind
from ea_cockpit.ui.session import Session


def draw(session: Session) -> None:
    """The fact the address names, or a way to find one."""
    kind, id_ = wanted_kind(session), st.query_params.get("id", "")
    if not id_:
        _no_fact(session, translator(session.lang)("The address names no fact. The search finds it."))
        return
    _fact(session, kind, id_)


def _fact(session: Session, kind: FactType, id_: str) -> None:
    _ = translator(session.lang)
    page = session.kept("page", lambda: fact_page(session.store, kind, id_, session.metamodel), kind.label, id_)
    if page is None:
        words = _("There is no {type} with the ID {id}. It may have been removed or renamed since the link was sent.")
        _no_fact(session, words.format(type=kind.title.in_(session.lang), id=escape_markdown(id_)))
        return
    show_in_address({"type": kind.label, "id": id_})
    name = page.fact.name or page.fact.id
    _head(session, kind, name)
    parts.chips(session, kind, page.fact)
    parts.questions(session, kind, id_)
    parts.open_references(session, kind, page)
    provenance.not_seen(session, page)
    with_empty = st.toggle(_("Show empty fields"), key="with-empty")
    parts.fields(session, kind, page, with_empty)
    parts.named_by(session, page)
    heading(_("Dependencies"))
    surroundings(session, kind, id_, name)
    heading(_("Provenance"))
    parts.origin(session, page.origin)
    provenance.sources(session, page)
    provenance.history(session, kind, id_)


def _head(session: Session, kind: FactType, name: str) -> None:
    """Name, the way back, and the address to pass on."""
    _ = translator(session.lang)
    plural = kind.plural.in_(session.lang)
    html(f'<p class="ea-crumbs"><a href="{href(CATALOGUE, {"type": kind.label})}" target="_self">{plural}</a></p>')
    with st.container(horizontal=True, vertical_alignment="center"):
        title(name)
        with st.popover(_("Link to this page"), icon=":material/link:", width="content"):
            st.write(_("This address leads here and can be mailed:"))
            st.code(st.context.url or "", language=None, wrap_lines=True)


def _no_fact(session: Session, words: str) -> None:
    _ = translator(session.lang)
    title(_("Fact page"))
    st.warning(words, icon=":material/search_off:")
    st.page_link(session.pages["suche"], label=_("To the search"), icon=":material/search:")


PAGE = Page(FACT, Text("Faktenblatt", "Fact page"), draw, order=30, listed=False)
