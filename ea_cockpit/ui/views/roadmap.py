"""The roadmap: what begins and ends when, a lane for each kind of event, above the table."""

from __future__ import annotations

import streamlit as st

from ea_cockpit.analyses import registry
from ea_cockpit.analyses.analysis import Result
from ea_cockpit.analyses.lifecycle.event import EventKind
from ea_cockpit.analyses.roadmap import EventRow
from ea_cockpit.i18n import translator
from ea_cockpit.ui.page import Page, analysis_path
from ea_cockpit.ui.panels.basic import heading
from ea_cockpit.ui.panels.chart_lanes import Event, lanes_of
from ea_cockpit.ui.panels.result import analysis_page
from ea_cockpit.ui.session import Session

NAME = "roadmap"
_BEGINS, _ENDS, _TECHNOLOGY = "#1B7F4B", "#1F5FA8", "#C77700"
_COLORS = {
    EventKind.START: _BEGINS,
    EventKind.PRODUCTIVE: _BEGINS,
    EventKind.END: _ENDS,
    EventKind.PHASE_OUT: _ENDS,
    EventKind.END_OF_LIFE: _ENDS,
    EventKind.CONTRACT: _ENDS,
    EventKind.STANDARD: _TECHNOLOGY,
    EventKind.SUPPORT: _TECHNOLOGY,
    EventKind.TECHNOLOGY: _TECHNOLOGY,
}


def draw(session: Session) -> None:
    """The page of the analysis, with its picture."""
    analysis_page(registry()[NAME], _picture)(session)


def _picture(session: Session, result: Result) -> None:
    _, lang = translator(session.lang), session.lang
    found = [row for row in result.rows if isinstance(row, EventRow)]
    heading(_("What begins and ends when"))
    events = [
        Event(
            row.subject().key, row.subject().title, row.kind.in_(lang), row.day,
            row.contradiction.in_(lang) if row.contradiction else None,
        )
        for row in found
    ]  # fmt: skip
    lanes_of(session, events, {kind.in_(lang): color for kind, color in _COLORS.items()}, key=f"chart:{NAME}")
    st.caption(
        _("A number: so many on a day. A red rim: dates that contradict each other. A click on a single one opens it.")
    )
    heading(_("All events"))


_ANALYSIS = registry()[NAME]
PAGE = Page(analysis_path(NAME), _ANALYSIS.title, draw, order=60, listed=False, analysis=NAME)
