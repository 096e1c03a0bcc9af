"""Analyses: all questions the cockpit answers, each with its own page."""

from __future__ import annotations

from html import escape

from ea_cockpit.analyses import registry
from ea_cockpit.i18n import Text, translator
from ea_cockpit.ui.page import ANALYSES, Page, analysis_path, anchor
from ea_cockpit.ui.panels.basic import html, title
from ea_cockpit.ui.session import Session


def draw(session: Session) -> None:
    """The list of questions."""
    _ = translator(session.lang)
    title(_("Analyses"), _("Questions to the landscape, each with its answer, its data and what to do about it."))
    items = (
        f"<li>{anchor(analysis_path(name), {}, analysis.title.in_(session.lang))}"
        f"<p>{escape(analysis.question.in_(session.lang))}</p></li>"
        for name, analysis in registry().items()
    )
    html(f'<ul class="ea-questions">{"".join(items)}</ul>')


PAGE = Page(ANALYSES, Text("Auswertungen", "Analyses"), draw, order=50, icon=":material/query_stats:")
