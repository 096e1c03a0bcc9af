"""Spellings: which names were read as which entries, with score and reason; to accept, to reject, to take back."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ea_cockpit.errors import CockpitError
from ea_cockpit.i18n import Text, translator
from ea_cockpit.ingest.aliases import Decided, Listed, accept, list_aliases, reject, undo_alias
from ea_cockpit.ui.page import Page, fact_anchor
from ea_cockpit.ui.panels.basic import Html, escape_markdown, heading, rows, tell_fault, title
from ea_cockpit.ui.session import Session
from ea_cockpit.ui.wording import number

_PAGE = 25
GROUPS = {
    "proposed": Text("Vorgeschlagen: bitte entscheiden", "Proposed: please decide"),
    "taken": Text("Übernommen", "Taken"),
    "accepted": Text("Angenommen", "Accepted"),
    "rejected": Text("Abgelehnt", "Rejected"),
}


def draw(session: Session) -> None:
    """All spellings by what became of them."""
    _ = translator(session.lang)
    lead = _("Names that were read as entries of the catalogue, each with the reason. What is wrong can be taken back.")
    title(_("Spellings"), lead)
    if told := st.session_state.pop("spelling-done", ""):
        st.success(told, icon=":material/check_circle:")
    with session.store.reading() as tx:
        found = list_aliases(tx)
    if not found:
        st.caption(_("No other spellings were met so far."))
        return
    there = [state for state in GROUPS if any(one.alias.state == state for one in found)]
    counts = {state: sum(one.alias.state == state for one in found) for state in there}
    chosen = st.segmented_control(
        _("Show"), there, default=there[0], key="spelling-state", required=True,
        format_func=lambda state: f"{GROUPS[state].in_(session.lang)} ({number(counts[state])})",
    )  # fmt: skip
    shown = [one for one in found if one.alias.state == chosen]
    heading(GROUPS[chosen].in_(session.lang))
    for one in shown[:_PAGE]:
        _line(session, one)
    if len(shown) > _PAGE:
        st.caption(_("… and {count} more; decide these first.").format(count=number(len(shown) - _PAGE)))


def _line(session: Session, one: Listed) -> None:
    """One spelling, what it means, why, and what can be done."""
    _ = translator(session.lang)
    alias, lang = one.alias, session.lang
    label, id_ = alias.target
    target = Html(fact_anchor(label, id_, alias.name or id_))
    kind = session.metamodel[label].title.in_(lang) if label in session.metamodel else label
    sure = f"{alias.score:.0%}".replace("%", " %")
    headings = (_("Spelling"), _("Means"), _("Type"), _("Sure"), _("Reason"), _("Links"), _("Open"))
    left, right = st.columns([5, 1.3], vertical_alignment="bottom")
    with left:
        body = [(alias.text, target, kind, sure, alias.why.in_(lang), one.links, one.waiting)]
        rows(headings, body, numbers=(3, 5, 6))
    with right, st.container(horizontal=True):
        _buttons(session, one)


def _buttons(session: Session, one: Listed) -> None:
    _ = translator(session.lang)
    alias, place = one.alias, f"{one.alias.text}-{':'.join(one.alias.target)}"
    store, types = session.store, session.metamodel
    if alias.state == "proposed":
        if st.button(_("Yes"), key=f"yes-{place}", type="primary"):
            _do(session, alias.text, lambda: [accept(alias.text, alias.target, types, store)])
        if st.button(_("No"), key=f"no-{place}"):
            _do(session, alias.text, lambda: [reject(alias.text, alias.target, types, store)])
    elif st.button(_("Take back"), key=f"back-{place}", icon=":material/undo:"):
        _do(session, alias.text, lambda: undo_alias(alias.text, alias.target, types, store))


def _do(session: Session, text: str, decide: Callable[[], list[Decided]]) -> None:
    """Carry a decision out and say what it did."""
    _ = translator(session.lang)
    try:
        done = decide()
    except CockpitError as fault:
        tell_fault(fault, session.lang)
        return
    made, removed = sum(one.made for one in done), sum(one.removed for one in done)
    words = _("«{text}»: {made} links made, {removed} taken back.")
    st.session_state["spelling-done"] = words.format(text=escape_markdown(text), made=made, removed=removed)
    st.rerun()


PAGE = Page("schreibweisen", Text("Schreibweisen", "Spellings"), draw, order=65, icon=":material/spellcheck:")
