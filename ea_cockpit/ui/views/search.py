"""Search over all facts: a name, an ID or a word of a description leads to the fact's page."""

from __future__ import annotations

import streamlit as st

from ea_cockpit.graph.catalogue import search
from ea_cockpit.i18n import Text, translator
from ea_cockpit.ui.page import Page, address_changed, fact_anchor, show_in_address
from ea_cockpit.ui.panels.basic import Html, rows, title
from ea_cockpit.ui.session import Session
from ea_cockpit.ui.wording import number

MOST = 100
KEY = "search-text"


def draw(session: Session) -> None:
    """One field, and what it finds."""
    _ = translator(session.lang)
    title(_("Search"), _("Find a fact of any type by its name, its ID or a word of its description."))
    if KEY not in st.session_state or address_changed():
        st.session_state[KEY] = st.query_params.get("q", "")
    text = st.text_input(_("Name, ID or word"), key=KEY, type="search", live=True)
    show_in_address({"q": text or ""})
    if not (text or "").strip():
        return
    found = session.kept("search", lambda: search(session.store, text, session.metamodel, MOST), text)
    if not found:
        st.info(_("Nothing found for “{text}”. Fewer or shorter words find more.").format(text=text))
        return
    types = session.metamodel
    more = _("The first {count} matches; more words narrow them down.")
    st.caption(more.format(count=MOST) if len(found) == MOST else _("{count} matches").format(count=number(len(found))))
    rows(
        (_("Name"), _("Type"), _("ID")),
        [
            (Html(fact_anchor(ref.label, ref.id, ref.title)), types[ref.label].title.in_(session.lang), ref.id)
            for ref in found
        ],
    )


PAGE = Page("suche", Text("Suche", "Search"), draw, order=15, icon=":material/search:")
