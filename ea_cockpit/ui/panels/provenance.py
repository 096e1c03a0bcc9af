"""Where a fact's knowledge comes from beyond its last import: its sources, and what became of it over time."""

from __future__ import annotations

import datetime as dt
from typing import Any

import streamlit as st

from ea_cockpit.graph.catalogue import FactPage, FactRef
from ea_cockpit.graph.history import FieldChange, fact_history
from ea_cockpit.i18n import translator
from ea_cockpit.model.metamodel import FactType
from ea_cockpit.ui.page import analysis_path, anchor
from ea_cockpit.ui.panels.basic import Html, escape_markdown, html, rows
from ea_cockpit.ui.session import Session
from ea_cockpit.ui.wording import NOTHING, moment, shown

MOST = 200


def not_seen(session: Session, page: FactPage) -> None:
    """A warning where a source no longer names the fact."""
    if not page.missing_in:
        return
    _ = translator(session.lang)
    items = "; ".join(f"{source} ({_last(session, day)})" for source, day in page.missing_in)
    st.warning(
        _("No longer reported by: {items}").format(items=escape_markdown(items))
        + "  \n"
        + _("Ask the office whether it is gone; nothing is deleted by itself."),
        icon=":material/visibility_off:",
    )


def _last(session: Session, day: str) -> str:
    _ = translator(session.lang)
    return _("last on {day}").format(day=f"{dt.date.fromisoformat(day):%d.%m.%Y}" if day else NOTHING)


def sources(session: Session, page: FactPage) -> None:
    """The inventories that describe the fact."""
    if not page.sources:
        return
    _ = translator(session.lang)
    text = _("Reported by: {sources}").format(sources=escape_markdown(", ".join(page.sources)))
    st.caption(text)
    if len(page.sources) > 1:
        html(f"<p>{anchor(analysis_path('differing_sources'), {}, _('Where sources differ'))}</p>")


def history(session: Session, kind: FactType, id_: str) -> None:
    """Which import changed which field from what to what; folded, for it is asked for seldom."""
    _ = translator(session.lang)
    with st.expander(_("History of this entry"), icon=":material/history:"):
        found = session.kept(
            "history", lambda: fact_history(session.store, kind.label, id_, session.metamodel), kind.label, id_
        )
        if not found:
            st.caption(_("Nothing is recorded of this entry."))
            return
        headings = (_("Import"), _("When"), _("Field"), _("Before"), _("After"))
        rows(headings, [_line(session, change) for change in found[:MOST]], numbers=(0,))


def _line(session: Session, change: FieldChange) -> tuple[object, ...]:
    number = Html(anchor("importe", {"lauf": str(change.run)}, str(change.run)))
    title = change.title.in_(session.lang)
    return number, moment(change.at), title, value_text(change.old, session), value_text(change.new, session)


def value_text(value: Any, session: Session) -> str:
    """A value of the history for readers: partners by name, words in their language."""
    if isinstance(value, FactRef):
        return value.title
    if isinstance(value, tuple | list):
        return "; ".join(value_text(one, session) for one in value)
    return shown(value, session.lang)
