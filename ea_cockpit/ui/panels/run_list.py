"""Imports as a list: when, from where, which files, what they changed."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from ea_cockpit.graph.catalogue import RunInfo
from ea_cockpit.i18n import Text, translator
from ea_cockpit.ui.page import anchor
from ea_cockpit.ui.panels.basic import Html, rows
from ea_cockpit.ui.session import Session
from ea_cockpit.ui.wording import moment, number

BY = {
    "cli": Text("Kommandozeile", "Command line"),
    "cockpit": Text("Cockpit", "Cockpit"),
    "aliases": Text("Entscheid über Schreibweise", "Decision on a spelling"),
}


def run_list(session: Session, found: Iterable[RunInfo]) -> None:
    """One line for each import, latest first."""
    _ = translator(session.lang)
    body = [
        (
            Html(anchor("importe", {"lauf": str(run.number)}, str(run.number))),
            Html(_when(session, run)),
            Html(_by(session, run)),
            Html(_files(session, run)),
            *_sums(run),
            Html(_links(session, run)),
        )
        for run in found
    ]
    if not body:
        st.caption(_("Nothing was imported yet."))
        return
    headings = (_("No."), _("When"), _("From"), _("Files"), _("New"), _("Changed"), _("Unchanged"), _("Links"))
    rows(headings, body, numbers=(0, 4, 5, 6))


def _when(session: Session, run: RunInfo) -> str:
    if not run.undone_at:
        return escape(moment(run.at))
    words = translator(session.lang)("undone")
    return f'<s>{escape(moment(run.at))}</s> <span title="{escape(moment(run.undone_at))}">{escape(words)}</span>'


def _by(session: Session, run: RunInfo) -> str:
    text = BY.get(run.by)
    words = text.in_(session.lang) if text else run.by
    return f'<span class="ea-links">{escape(f"{words} ({run.profile})" if run.profile else words)}</span>'


def _files(session: Session, run: RunInfo) -> str:
    items = (f'<li title="SHA-256 {escape(sha256)}">{escape(name)}</li>' for name, sha256 in run.files)
    listed = f"<ul>{''.join(items)}</ul>"
    if len(run.files) > 3:
        words = translator(session.lang)("{count} files").format(count=len(run.files))
        return f'<details class="ea-links"><summary>{escape(words)}</summary>{listed}</details>'
    return f'<span class="ea-links">{listed}</span>'


def _sums(run: RunInfo) -> tuple[int, int, int]:
    facts = run.counts.get("facts", {}).values()
    created, updated, unchanged = (sum(f.get(key, 0) for f in facts) for key in ("created", "updated", "unchanged"))
    return created, updated, unchanged


def _links(session: Session, run: RunInfo) -> str:
    links = run.counts.get("links", {})
    _ = translator(session.lang)
    text = _("{created} new, {removed} removed")
    return escape(text.format(created=number(links.get("created", 0)), removed=number(links.get("removed", 0))))
