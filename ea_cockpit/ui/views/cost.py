"""Cost: the dearest groups as bars of run and licence cost, above the table."""

from __future__ import annotations

import streamlit as st

from ea_cockpit.analyses import registry
from ea_cockpit.analyses.analysis import Result
from ea_cockpit.analyses.cost import CostRow
from ea_cockpit.i18n import translator
from ea_cockpit.ui.page import Page, analysis_path
from ea_cockpit.ui.panels.basic import heading
from ea_cockpit.ui.panels.chart_lanes import Bar, bars_of
from ea_cockpit.ui.panels.result import analysis_page
from ea_cockpit.ui.session import Session

NAME = "cost"
_MOST = 20


def draw(session: Session) -> None:
    """The page of the analysis, with its picture."""
    analysis_page(registry()[NAME], _picture)(session)


def _picture(session: Session, result: Result) -> None:
    _, lang = translator(session.lang), session.lang
    titles = {column.name: column.title.in_(lang) for column in CostRow.columns()}
    found = [row for row in result.rows if isinstance(row, CostRow) and row.total.low > 0]
    if not found:
        return
    heading(_("The dearest"))
    bars = [
        Bar(
            subject.key if (subject := row.subject()) else None, row.name.in_(lang),
            {titles["run"]: row.run.low, titles["licence"]: row.licence.low}, row.total.in_(lang),
        )
        for row in found[:_MOST]
    ]  # fmt: skip
    colors = {titles["run"]: "#1F5FA8", titles["licence"]: "#8FB4DC"}
    bars_of(session, bars, colors, _("CHF a year, as far as known"), key=f"chart:{NAME}")
    st.caption(_("Beside each bar: the sum, and of how many costs asked for how many are known."))
    heading(_("All groups"))


_ANALYSIS = registry()[NAME]
PAGE = Page(analysis_path(NAME), _ANALYSIS.title, draw, order=60, listed=False, analysis=NAME)
