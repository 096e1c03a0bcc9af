"""Overview: how much there is, how fresh it is, and what came in last."""

from __future__ import annotations

import streamlit as st

from ea_cockpit.graph.catalogue import Freshness, RunInfo, freshness, runs
from ea_cockpit.i18n import Text, translator
from ea_cockpit.ui.page import CATALOGUE, Page, anchor, href
from ea_cockpit.ui.panels.basic import Html, Tile, heading, html, metrics, rows, tiles, title
from ea_cockpit.ui.panels.downloads import template
from ea_cockpit.ui.panels.run_list import run_list
from ea_cockpit.ui.session import Session
from ea_cockpit.ui.wording import moment

LAST_RUNS = 5


def draw(session: Session) -> None:
    """The start page."""
    _ = translator(session.lang)
    title(_("Overview"), _("What the catalogue holds, how fresh it is and what came in last."))
    fresh = kept_freshness(session)
    if not fresh:
        _start(session)
        return
    metrics(_figures(session, fresh))
    counts = {row.label: row.facts for row in fresh}
    tiles(
        Tile(kind.plural.in_(session.lang), counts.get(kind.label, 0), kind.look.color, address)
        for kind in session.metamodel
        if (address := href(CATALOGUE, {"type": kind.label}))
    )
    heading(_("Freshness"))
    _freshness(session, fresh)
    heading(_("Last imports"))
    run_list(session, last_runs(session))
    html(f"<p>{anchor('importe', {}, _('All imports'))}</p>")


def kept_freshness(session: Session) -> list[Freshness]:
    """Counts and confirmations by type."""
    return session.kept("freshness", lambda: freshness(session.store))


def last_runs(session: Session) -> list[RunInfo]:
    """The latest imports."""
    return session.kept("runs", lambda: runs(session.store, LAST_RUNS), LAST_RUNS)


def _figures(session: Session, fresh: list[Freshness]) -> list[tuple[str, object]]:
    _ = translator(session.lang)
    facts = sum(row.facts for row in fresh)
    confirmed = sum(row.confirmed for row in fresh)
    latest = [row.last_import for row in fresh if row.last_import]
    return [
        (_("Facts"), facts),
        (_("Confirmed within a year"), f"{confirmed / facts:.0%}".replace("%", " %")),
        (_("Open references"), sum(row.open for row in fresh)),
        (_("Last import"), moment(max(latest) if latest else None).split(",")[0]),
    ]


def _freshness(session: Session, fresh: list[Freshness]) -> None:
    _ = translator(session.lang)
    by_label = {row.label: row for row in fresh}
    body = [
        (
            Html(anchor(CATALOGUE, {"type": kind.label}, kind.plural.in_(session.lang))),
            row.facts, row.confirmed, row.facts - row.confirmed - row.never_confirmed, row.never_confirmed, row.open,
            moment(row.last_import),
        )
        for kind in session.metamodel
        if (row := by_label.get(kind.label))
    ]  # fmt: skip
    headings = (
        _("Type"), _("Facts"), _("Confirmed within a year"), _("Confirmed earlier"), _("Never confirmed"),
        _("Open references"), _("Last import"),
    )  # fmt: skip
    rows(headings, body, numbers=range(1, 6))


def _start(session: Session) -> None:
    """What to do with an empty catalogue."""
    _ = translator(session.lang)
    st.info(_("The catalogue is still empty. Three steps lead to the first picture:"), icon=":material/flag:")
    heading(_("1. Fetch the template"))
    st.write(_("A workbook with one sheet for each type of fact, with explanations and drop-downs."))
    template(session)
    heading(_("2. Fill in what is known"))
    st.write(_("A list of applications with ID and name is enough to begin with; the rest follows bit by bit."))
    heading(_("3. Import it"))
    st.write(_("The cockpit checks first and shows every problem; nothing is written without your consent."))
    st.page_link(session.pages["import"], label=_("To the import"), icon=":material/upload_file:")


PAGE = Page("", Text("Übersicht", "Overview"), draw, order=10, icon=":material/dashboard:")
