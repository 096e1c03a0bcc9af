"""Imports: what came in when, from which files."""

from __future__ import annotations

from ea_cockpit.graph.catalogue import runs
from ea_cockpit.i18n import Text, translator
from ea_cockpit.ui.page import Page
from ea_cockpit.ui.panels.basic import title
from ea_cockpit.ui.panels.run_list import run_list
from ea_cockpit.ui.session import Session

MOST = 200


def draw(session: Session) -> None:
    """The list of imports."""
    _ = translator(session.lang)
    lead = _("Every import with its files and what it changed; rest the pointer on a file for its checksum.")
    title(_("Imports"), lead)
    run_list(session, session.kept("runs", lambda: runs(session.store, MOST), MOST))


PAGE = Page("importe", Text("Importe", "Imports"), draw, order=70, icon=":material/history:")
