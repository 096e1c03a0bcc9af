"""Centralisation: each group as a sheet to hold a review on: members, what speaks for it, what against, the target."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from ea_cockpit.analyses import registry
from ea_cockpit.analyses.analysis import Result
from ea_cockpit.analyses.centralisation_candidates import Candidate
from ea_cockpit.i18n import Lang, Text, translator
from ea_cockpit.ui.page import Page, analysis_path, fact_anchor
from ea_cockpit.ui.panels.basic import escape_markdown, heading, html
from ea_cockpit.ui.panels.result import analysis_page
from ea_cockpit.ui.session import Session

NAME = "centralisation_candidates"
SHOWN = 20


def draw(session: Session) -> None:
    """The page of the analysis, with a sheet for each of the first groups."""
    analysis_page(registry()[NAME], _sheets)(session)


def _sheets(session: Session, result: Result) -> None:
    _ = translator(session.lang)
    found = [row for row in result.rows if isinstance(row, Candidate)]
    heading(_("The first groups"))
    for row in found[:SHOWN]:
        verdict = row.verdict.in_(session.lang)
        name = f"{row.rank}. {row.work}: {verdict} · {row.offices} {_('offices')} · {row.stability.in_(session.lang)}"
        with st.expander(escape_markdown(name), expanded=row.rank == 1):
            _sheet(session, row)
    if len(found) > SHOWN:
        st.caption(_("All {count} groups stand in the table below.").format(count=len(found)))
    heading(_("All groups"))


def _sheet(session: Session, row: Candidate) -> None:
    _, lang = translator(session.lang), session.lang
    members = zip(row.applications, row.members, strict=True)
    html("<p>" + " · ".join(fact_anchor("Application", id_, name) for id_, name in members) + "</p>")
    html(f'<p class="ea-lead">{escape(row.reason.in_(lang))}</p>')
    for_it, against = st.columns(2)
    with for_it:
        _list(_("What speaks for it"), row.evidence, lang)
    with against:
        _list(_("What speaks against it"), row.against, lang)
        _list(_("To be cleared first"), row.blockers, lang)
    target = f"{row.target_kind.in_(lang)}: {row.target}" if row.target else row.target_kind.in_(lang)
    facts = (
        (_("Target"), f"{target}. {row.target_why.in_(lang)}"),
        (_("Run cost (CHF/year)"), row.run_cost.in_(lang)),
        (_("Interfaces that fall away"), _counted(row.falls_away, row.falling)),
        (_("Interfaces to rebuild"), _counted(row.must_rebuild, row.rebuilding)),
    )
    pairs = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in facts)
    html(f'<div class="ea-card"><dl>{pairs}</dl></div>')


def _list(title: str, texts: Sequence[Text], lang: Lang) -> None:
    if texts:
        html(f"<b>{escape(title)}</b><ul>{_items(text.in_(lang) for text in texts)}</ul>")


def _items(texts: Iterable[str]) -> str:
    return "".join(f"<li>{escape(text)}</li>" for text in texts)


def _counted(count: int, named: Sequence[str]) -> str:
    more = "; …" if count > len(named) else ""
    return f"{count}: {'; '.join(named)}{more}" if named else str(count)


PAGE = Page(analysis_path(NAME), registry()[NAME].title, draw, order=60, listed=False, analysis=NAME)
