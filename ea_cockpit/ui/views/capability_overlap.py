"""Capability by office as a heat map: where several offices run applications of their own for the same."""

from __future__ import annotations

from ea_cockpit.analyses import registry
from ea_cockpit.analyses.analysis import Result
from ea_cockpit.analyses.capability_overlap import Cell
from ea_cockpit.i18n import translator
from ea_cockpit.ui.page import Page, analysis_path
from ea_cockpit.ui.panels.basic import heading
from ea_cockpit.ui.panels.charts import heat_map
from ea_cockpit.ui.panels.result import analysis_page
from ea_cockpit.ui.session import Session

NAME = "capability_overlap"
ROWS = 30


def draw(session: Session) -> None:
    """The page of the analysis, with its heat map."""
    analysis_page(registry()[NAME], _map)(session)


def _map(session: Session, result: Result) -> None:
    _ = translator(session.lang)
    found = [row for row in result.rows if isinstance(row, Cell)]
    first = list(dict.fromkeys(row.id for row in found))[:ROWS]
    cells = [
        {
            "row": row.name or row.id,
            "column": row.office or _("(no office)"),
            "count": row.count,
            "what": "; ".join(row.applications),
            "key": row.subject().key,
        }
        for row in found
        if row.id in first
    ]
    heading(_("Where it overlaps"))
    heat_map(session, cells, (_("Office"), _("Capability"), _("Applications")), key=f"chart:{NAME}")
    heading(_("Each capability and office"))


PAGE = Page(analysis_path(NAME), registry()[NAME].title, draw, order=60, listed=False, analysis=NAME)
