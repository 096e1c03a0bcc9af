"""Analyses: all questions the cockpit answers, each with its own page."""

from __future__ import annotations

from html import escape

from ea_cockpit.analyses import by_topic
from ea_cockpit.i18n import Text, translator
from ea_cockpit.ui.page import ANALYSES, Page, analysis_path, anchor
from ea_cockpit.ui.panels.basic import html, title
from ea_cockpit.ui.session import Session


def draw(session: Session) -> None:
    """The list of questions."""
    _ = translator(session.lang)
    title(_("Analyses"), _("Questions to the landscape, each with its answer, its data and what to do about it."))
    for topic, analyses in by_topic().items():
        items = (
            f"<li>{anchor(analysis_path(analysis.name), {}, analysis.title.in_(session.lang))}"
            f"<p>{escape(analysis.question.in_(session.lang))}</p></li>"
            for analysis in analyses
        )
        html(f'<h2>{escape(topic.value.in_(session.lang))}</h2><ul class="ea-questions">{"".join(items)}</ul>')


PAGE = Page(ANALYSES, Text("Auswertungen", "Analyses"), draw, order=50, icon=":material/query_stats:")
