"""Imports: what came in when, from which files; each with what it changed and the way to take it back."""

from __future__ import annotations

import streamlit as st

from ea_cockpit.graph.catalogue import runs
from ea_cockpit.i18n import Text, translator
from ea_cockpit.ui.page import Page, show_in_address
from ea_cockpit.ui.panels.basic import title
from ea_cockpit.ui.panels.run_changes import back, run_page
from ea_cockpit.ui.panels.run_list import run_list
from ea_cockpit.ui.session import Session

MOST = 200
RUN = "lauf"


def draw(session: Session) -> None:
    """The list of imports, or the one the address names."""
    _ = translator(session.lang)
    found = session.kept("runs", lambda: runs(session.store, MOST), MOST)
    asked = st.query_params.get(RUN, "")
    chosen = next((run for run in found if str(run.number) == asked), None)
    done = st.session_state.pop("undone", "")
    if chosen:
        show_in_address({RUN: asked})
        back(session)
        title(_("Import {run}").format(run=chosen.number))
        _told(done)
        run_page(session, chosen)
        return
    lead = _("Every import with its files; its number leads to what it changed, and to undoing it.")
    title(_("Imports"), lead)
    _told(done)
    if asked:
        st.warning(_("There is no import {run}.").format(run=asked), icon=":material/search_off:")
    run_list(session, found)


def _told(done: str) -> None:
    if done:
        st.success(done, icon=":material/undo:")


PAGE = Page("importe", Text("Importe", "Imports"), draw, order=70, icon=":material/history:")
