"""TIME: applications between value and fit, each as far as it is known, with the quadrants' limits."""

from __future__ import annotations

import streamlit as st

from ea_cockpit.analyses import registry
from ea_cockpit.analyses.analysis import Result
from ea_cockpit.analyses.portfolio.rules import rules_of
from ea_cockpit.analyses.time_portfolio import AXES, Quadrant, TimeRow
from ea_cockpit.i18n import translator
from ea_cockpit.ui.page import Page, analysis_path
from ea_cockpit.ui.panels.basic import heading
from ea_cockpit.ui.panels.charts import Axes, Spot, field_of
from ea_cockpit.ui.panels.result import analysis_page
from ea_cockpit.ui.session import Session

NAME = "time_portfolio"
_COLORS = {
    Quadrant.INVEST: "#1B7F4B",
    Quadrant.TOLERATE: "#1F5FA8",
    Quadrant.MIGRATE: "#C77700",
    Quadrant.ELIMINATE: "#B3261E",
    Quadrant.UNDECIDED: "#7A7D88",
}


def draw(session: Session) -> None:
    """The page of the analysis, with its picture."""
    analysis_page(registry()[NAME], _picture)(session)


def _picture(session: Session, result: Result) -> None:
    _, lang = translator(session.lang), session.lang
    grid = rules_of(session.policy).time
    found = [row for row in result.rows if isinstance(row, TimeRow)]
    known = [row for row in found if row.value.answered and row.fit.answered]
    value, fit = AXES
    heading(_("Value and fit"))
    if known:
        spots = [
            Spot(
                row.subject().key, row.subject().title, row.fit.low, row.fit.high, row.value.low, row.value.high,
                row.quadrant.in_(lang),
            )
            for row in known
        ]  # fmt: skip
        axes = Axes(fit.in_(lang), value.in_(lang), grid.fit.high_from, grid.value.high_from)
        colors = {quadrant.in_(lang): color for quadrant, color in _COLORS.items()}
        field_of(session, spots, axes, colors, key=f"chart:{NAME}")
    st.caption(_("A bar shows how far a figure is open because answers are missing."))
    if away := len(found) - len(known):
        st.caption(
            _("{count} applications lack any answer on an axis: they stand in the table only.").format(count=away)
        )
    heading(_("All applications"))


_ANALYSIS = registry()[NAME]
PAGE = Page(analysis_path(NAME), _ANALYSIS.title, draw, order=60, listed=False, analysis=NAME)
