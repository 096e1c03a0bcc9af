"""Impact: what suffers when a fact fails, by type and distance, as a picture and as a table."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from ea_cockpit.analyses import registry
from ea_cockpit.analyses.analysis import Result
from ea_cockpit.i18n import Text, translator
from ea_cockpit.ui.page import Page, analysis_path
from ea_cockpit.ui.panels.basic import heading, rows
from ea_cockpit.ui.panels.graph import map_file, picture
from ea_cockpit.ui.panels.impact_picture import MOST, impact_picture
from ea_cockpit.ui.panels.result import analysis_page
from ea_cockpit.ui.session import Session

NAME = "impact"


def draw(session: Session) -> None:
    """The page of the analysis, with its own panels between figures and table."""
    analysis_page(registry()[NAME], _panels)(session)


def _panels(session: Session, result: Result) -> None:
    _ = translator(session.lang)
    heading(_("Who suffers, at what distance"))
    _by_distance(session, result)
    heading(_("How the failure spreads"))
    start = result.params["fact"]
    drawn = impact_picture(start, result.rows, session.metamodel, session.lang)
    hint = ""
    if len(result.rows) > MOST:
        hint = _("Rest the pointer on an element to see what it hangs together with.")
        st.caption(_("Too many to read one by one: the picture shows how many of each type suffer at each distance."))
    map_file(session, drawn, start.title)
    key = f"impact:{start.key}:{result.params['hops']}:{result.params['only']}"
    picture(session, drawn, start.title, key=key, selected=start.key, hint=hint)
    heading(_("All that suffers"))


def _by_distance(session: Session, result: Result) -> None:
    """Types downwards, distances across."""
    _ = translator(session.lang)
    found = Counter((row.label, row.distance) for row in result.rows)  # type: ignore[attr-defined]
    reached = sorted({distance for _label, distance in found})
    headings = (_("Type"), *(_steps(session, distance) for distance in reached), _("Total"))
    body = [
        (
            kind.plural.in_(session.lang),
            *(found[kind.label, distance] or "" for distance in reached),
            sum(found[kind.label, distance] for distance in reached),
        )
        for kind in session.metamodel
        if any(found[kind.label, distance] for distance in reached)
    ]
    rows(headings, body, numbers=range(1, len(reached) + 2))


def _steps(session: Session, distance: int) -> str:
    _ = translator(session.lang)
    return _("1 step") if distance == 1 else _("{count} steps").format(count=distance)


PAGE = Page(
    analysis_path(NAME), Text("Auswirkung", "Impact"), draw, order=40, icon=":material/account_tree:", analysis=NAME
)
