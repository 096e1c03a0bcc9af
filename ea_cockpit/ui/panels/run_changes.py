"""What one import changed, fact by fact and field by field, and the button that takes it back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st

from ea_cockpit.errors import CockpitError
from ea_cockpit.graph.catalogue import RunInfo
from ea_cockpit.graph.history import FactChanges, RunChanges, What, run_changes, undo
from ea_cockpit.i18n import Text, translator
from ea_cockpit.ui.page import anchor, fact_anchor
from ea_cockpit.ui.panels.basic import Html, heading, html, rows, tell_fault
from ea_cockpit.ui.panels.downloads import table_files
from ea_cockpit.ui.panels.provenance import value_text
from ea_cockpit.ui.session import Session
from ea_cockpit.ui.wording import moment, number

PORTION = 50
WORDS = {
    What.CREATED: Text("neu", "new"),
    What.CHANGED: Text("geändert", "changed"),
    What.RETIRED: Text("entfernt", "removed"),
}
_ADDED, _REMOVED = Text("dazu", "added"), Text("weg", "removed")
Line = tuple[str, str, str, str, str, str]


def run_page(session: Session, run: RunInfo) -> None:
    """One import: its files, the way to undo it, its changes."""
    _ = translator(session.lang)
    files = ", ".join(name for name, _sha in run.files)
    st.write(_("{moment}, from {files}").format(moment=moment(run.at), files=files or "–"))
    if run.undone_at:
        st.info(_("This import was undone on {moment}.").format(moment=moment(run.undone_at)), icon=":material/undo:")
    elif run.recorded:
        _undo(session, run)
    if not run.recorded:
        st.caption(_("What this import changed was not recorded; it cannot be undone."))
        return
    start = st.session_state.get(f"changes-{run.number}", 0)
    found = session.kept(
        "changes", lambda: run_changes(session.store, run.number, session.metamodel, start, PORTION), run.number, start
    )
    _changes(session, found, start)


def _undo(session: Session, run: RunInfo) -> None:
    _ = translator(session.lang)
    with st.popover(_("Undo this import"), icon=":material/undo:", width="content"):
        st.write(_("Everything it brought goes, everything it changed becomes as it was before. Other imports stay."))
        if not st.button(_("Undo now"), type="primary", key="undo-go"):
            return
        try:
            with st.spinner(_("Undoing …")):
                done = undo(run.number, "cockpit", session.metamodel, session.store)
        except CockpitError as fault:
            tell_fault(fault, session.lang)
            return
        words = _("Import {run} is undone: {removed} facts removed, {restored} restored, {recreated} brought back.")
        st.session_state["undone"] = words.format(
            run=done.run, removed=number(done.removed), restored=number(done.restored), recreated=number(done.recreated)
        )
        st.rerun()


def _changes(session: Session, found: RunChanges, start: int) -> None:
    _ = translator(session.lang)
    heading(f"{_('Changes')} ({number(found.total)})")
    if not found.total:
        st.caption(_("This import changed nothing."))
        return
    headings = [_("Type"), _("Fact"), _("What"), _("Field"), _("Before"), _("After")]
    grouped = [(one, list(change_lines(session, one))) for one in found.facts]
    lines = [line for _one, listed in grouped for line in listed]
    table_files(session, f"{_('Changes')}-{found.run}", headings, [list(line) for line in lines])
    rows(headings, [shown for one, listed in grouped for shown in _once(one, listed)])
    _pages(session, found, start)


def _once(one: FactChanges, lines: Sequence[Line]) -> Iterator[tuple[object, ...]]:
    """The lines of one fact with its name, a link, at the first of them only."""
    for place, (kind, name, what, *rest) in enumerate(lines):
        head = (kind, Html(fact_anchor(one.fact.label, one.fact.id, name)), what) if place == 0 else (Html(""),) * 3
        yield *head, *rest


def change_lines(session: Session, one: FactChanges) -> Iterator[Line]:
    """The changes of one fact as lines: type, fact, what, field, before, after."""
    lang = session.lang
    kind, what = session.metamodel[one.fact.label].title.in_(lang), WORDS[one.what].in_(lang)
    told = False
    for value in one.values:
        told = True
        old, new = value_text(value.old, session), value_text(value.new, session)
        yield kind, one.fact.title, what, value.title.in_(lang), old, new
    for change in one.links:
        told = True
        sides = ("", change.partner.title) if change.added else (change.partner.title, "")
        yield kind, one.fact.title, what, change.link.title.in_(lang), *sides
    if not told:
        yield kind, one.fact.title, what, "", "", ""


def _pages(session: Session, found: RunChanges, start: int) -> None:
    _ = translator(session.lang)
    key = f"changes-{found.run}"
    last = min(start + PORTION, found.total)
    st.caption(_("Facts {first} to {last} of {total}").format(first=start + 1, last=last, total=number(found.total)))
    with st.container(horizontal=True):
        if start > 0 and st.button(_("Previous"), key="changes-back"):
            st.session_state[key] = max(0, start - PORTION)
            st.rerun()
        if last < found.total and st.button(_("Next"), key="changes-next"):
            st.session_state[key] = last
            st.rerun()


def back(session: Session) -> None:
    """The way back to the list."""
    _ = translator(session.lang)
    html(f'<p class="ea-crumbs">{anchor("importe", {}, _("All imports"))}</p>')
