"""Step 4: what would change, cell by cell; where file and catalogue both changed, whose value counts."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from ea_cockpit.i18n import Text, translator
from ea_cockpit.ingest.cell_change import CellChange, Outcome, changed_cells
from ea_cockpit.ingest.decision import Side
from ea_cockpit.ingest.draft import Key
from ea_cockpit.ingest.report import Report
from ea_cockpit.ui.importing.draft import ImportDraft
from ea_cockpit.ui.page import fact_anchor
from ea_cockpit.ui.panels.basic import Html, heading, metrics, rows
from ea_cockpit.ui.panels.downloads import table_files
from ea_cockpit.ui.session import Session
from ea_cockpit.ui.wording import number

_PAGE, _LISTED = 20, 200
SIDES = {Side.THEIRS: Text("Datei", "file"), Side.OURS: Text("Katalog", "catalogue")}
OUTCOMES = {
    Outcome.THEIRS: Text("aus der Datei", "from the file"),
    Outcome.OURS: Text("bleibt: seither hier geändert", "stays: changed here since"),
    Outcome.SAME: Text("beidseits gleich geändert", "changed alike on both sides"),
    Outcome.CONFLICT: Text("Konflikt", "conflict"),
}


def draw_changes(session: Session, draft: ImportDraft, report: Report) -> None:
    """Conflicts to decide first, then every other cell that changes."""
    _ = translator(session.lang)
    cells = draft.made("cells", id(report), lambda: list(changed_cells(report, session.metamodel)))
    new = {(label, str(c.after["id"])) for label, listed in report.changes.created.items() for c in listed}
    metrics(
        [
            (_("New facts"), sum(count.created for count in report.facts.values())),
            (_("Changed facts"), sum(map(len, report.changes.updated.values())) + report.changes.unlisted),
            (_("To be removed"), sum(map(len, report.changes.retired.values()))),
            (_("New links"), report.links_created),
            (_("Removed links"), report.links_removed),
        ]
    )
    if report.changes.unlisted or sum(count.created for count in report.facts.values()) > len(new):
        st.caption(_("Of very large files only the first changes are listed."))
    conflicts = [cell for cell in cells if cell.outcome is Outcome.CONFLICT]
    if conflicts:
        _conflicts(session, draft, conflicts)
    known = [cell for cell in cells if cell.outcome is not Outcome.CONFLICT and cell.key not in new]
    _listed(session, _("Changed cells"), known)
    with st.expander(_("New facts, cell by cell")):
        _listed(session, _("New cells"), [cell for cell in cells if cell.key in new])


def _conflicts(session: Session, draft: ImportDraft, conflicts: Sequence[CellChange]) -> None:
    _ = translator(session.lang)
    open_ = sum(cell.undecided for cell in conflicts)
    heading(_("Conflicts to decide ({count})").format(count=number(open_)))
    st.write(_("These cells were changed in the file and, since its export, in the catalogue too. Whose value counts?"))
    files = list(dict.fromkeys(cell.place.file for cell in conflicts))
    for file in files:
        _whole_file(session, draft, file)
    start = st.session_state.get("conflicts-from", 0) if len(conflicts) > _PAGE else 0
    last: Key | None = None
    for cell in conflicts[start : start + _PAGE]:
        if cell.key != last:
            _fact(session, draft, cell)
            last = cell.key
        _decide(session, draft, cell)
    _turn(session, start, len(conflicts))


def _whole_file(session: Session, draft: ImportDraft, file: str) -> None:
    _ = translator(session.lang)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.write(_("All of {file}:").format(file=f"**{file}**"))
        for side, words in ((Side.THEIRS, _("the file counts")), (Side.OURS, _("the catalogue counts"))):
            if st.button(words, key=f"side-{side.value}-{file}"):
                draft.by_file[file] = side
                # A decision on the whole file replaces those on single cells of it.
                draft.cells.clear()
                draft.rows.clear()
                st.rerun()


def _fact(session: Session, draft: ImportDraft, cell: CellChange) -> None:
    """The fact a row is about, and one decision for all of its cells."""
    _ = translator(session.lang)
    label, id_ = cell.key
    kind = session.metamodel[label].title.in_(session.lang)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{kind} {fact_anchor(label, id_, id_)}", unsafe_allow_html=True)
        for side, words in ((Side.THEIRS, _("row: file")), (Side.OURS, _("row: catalogue"))):
            if st.button(words, key=f"row-{side.value}-{label}-{id_}", type="tertiary"):
                draft.rows[cell.key] = side
                draft.cells = {place: chosen for place, chosen in draft.cells.items() if place[0] != cell.key}
                st.rerun()


def _decide(session: Session, draft: ImportDraft, cell: CellChange) -> None:
    """The three values side by side, and the choice."""
    _ = translator(session.lang)
    lang = session.lang
    headings = (_("Field"), _("As exported"), _("In the file"), _("In the catalogue now"))
    values = (cell.shown(version, lang) for version in ("base", "theirs", "ours"))
    left, right = st.columns([4, 1.4], vertical_alignment="bottom")
    with left:
        rows(headings, [(cell.title.in_(lang), *values)])
    with right:
        chosen = st.segmented_control(
            _("Counts"), list(Side), default=cell.decided, format_func=lambda side: SIDES[side].in_(lang),
            key=f"cell-{draft.turn}-{'/'.join(cell.key)}-{cell.field}-{cell.decided}", label_visibility="collapsed",
        )  # fmt: skip
    if chosen is not None and chosen is not cell.decided:
        draft.cells[cell.key, cell.field] = chosen
        st.rerun()


def _turn(session: Session, start: int, total: int) -> None:
    if total <= _PAGE:
        return
    _ = translator(session.lang)
    with st.container(horizontal=True):
        if start and st.button(_("Previous"), key="conflicts-back"):
            st.session_state["conflicts-from"] = max(0, start - _PAGE)
            st.rerun()
        if start + _PAGE < total and st.button(_("Next"), key="conflicts-next"):
            st.session_state["conflicts-from"] = start + _PAGE
            st.rerun()


def _listed(session: Session, name: str, cells: Sequence[CellChange]) -> None:
    """Cells as a table with its files; a long one is cut on the page, never in the files."""
    _ = translator(session.lang)
    heading(f"{name} ({number(len(cells))})")
    if not cells:
        st.caption(_("None."))
        return
    headings = [_("Type"), "ID", _("Field"), _("In the catalogue now"), _("In the file"), _("Outcome")]
    lines = [_line(session, cell) for cell in cells]
    table_files(session, name, headings, lines)
    shown = [
        (line[0], Html(fact_anchor(*cell.key, line[1])), *line[2:])
        for cell, line in zip(cells[:_LISTED], lines, strict=False)
    ]
    rows(headings, shown)
    if len(cells) > _LISTED:
        st.caption(_("… and {count} more; the files above hold them all.").format(count=number(len(cells) - _LISTED)))


def _line(session: Session, cell: CellChange) -> list[str]:
    lang = session.lang
    label, id_ = cell.key
    kind = session.metamodel[label].title.in_(lang)
    return [kind, id_, cell.title.in_(lang), cell.shown("ours", lang), cell.shown("theirs", lang),
            OUTCOMES[cell.outcome].in_(lang)]  # fmt: skip
