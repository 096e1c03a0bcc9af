"""Import: five steps from a file to the catalogue; nothing is written before the last."""

from __future__ import annotations

from html import escape

import streamlit as st

from ea_cockpit.i18n import Text, translator
from ea_cockpit.ingest.plan import Plan
from ea_cockpit.ingest.report import Report
from ea_cockpit.tabular.reader import Table
from ea_cockpit.ui.importing.changes import draw_changes
from ea_cockpit.ui.importing.columns import draw_columns
from ea_cockpit.ui.importing.draft import ImportDraft, current_draft
from ea_cockpit.ui.importing.files import draw_files
from ea_cockpit.ui.importing.findings import draw_findings
from ea_cockpit.ui.importing.finish import draw_finish, draw_outcome
from ea_cockpit.ui.importing.work import plan_of, report_of, tables_of
from ea_cockpit.ui.page import Page
from ea_cockpit.ui.panels.basic import html, title
from ea_cockpit.ui.panels.import_report import left_out, summary
from ea_cockpit.ui.session import Session

FILES, COLUMNS, FINDINGS, CHANGES, FINISH = range(5)
STEPS = (
    Text("Dateien", "Files"),
    Text("Zuordnung", "Columns"),
    Text("Befunde", "Findings"),
    Text("Änderungen", "Changes"),
    Text("Importieren", "Import"),
)


def draw(session: Session) -> None:
    """The step the reader is at; after the import what happened."""
    _ = translator(session.lang)
    title(_("Import"), _("The files are checked first. Nothing is written before you confirm."))
    draft = current_draft()
    if undone := st.session_state.pop("import-undone", ""):
        st.success(undone, icon=":material/undo:")
    if draft.outcome is not None:
        draw_outcome(session, draft, draft.outcome)
        return
    _stepper(session, draft)
    if draft.step == FILES:
        draw_files(session, draft)
    tables = tables_of(draft, session) if draft.files else []
    if not tables:
        draft.step = FILES
        return
    plan, profile = plan_of(draft, session, tables)
    report = report_of(draft, session, tables)
    summary(session, report)
    _step(session, draft, tables, plan, profile, report)
    _onwards(session, draft, report)


def _step(
    session: Session, draft: ImportDraft, tables: list[Table], plan: Plan, profile: str | None, report: Report
) -> None:
    if draft.step == COLUMNS:
        draw_columns(session, draft, tables, plan, profile)
        left_out(session, report)
    elif draft.step == FINDINGS:
        draw_findings(session, tables, plan, report)
    elif draft.step == CHANGES:
        draw_changes(session, draft, report)
    elif draft.step == FINISH:
        draw_finish(session, draft, tables, report)


def _stepper(session: Session, draft: ImportDraft) -> None:
    """Where the reader is on the way."""
    items = []
    for place, name in enumerate(STEPS):
        state = "ea-done" if place < draft.step else "ea-now" if place == draft.step else ""
        now = ' aria-current="step"' if place == draft.step else ""
        items.append(f'<li class="{state}"{now}><b>{place + 1}</b> {escape(name.in_(session.lang))}</li>')
    html(f'<ol class="ea-steps">{"".join(items)}</ol>')


def _onwards(session: Session, draft: ImportDraft, report: Report) -> None:
    """Back and on."""
    _ = translator(session.lang)
    with st.container(horizontal=True):
        if draft.step > FILES and st.button(_("Back"), key="import-back", icon=":material/arrow_back:"):
            draft.step -= 1
            st.rerun()
        if draft.step < FINISH:
            following = STEPS[draft.step + 1].in_(session.lang)
            label = _("On to {step}").format(step=following)
            if st.button(label, key="import-next", type="primary", icon=":material/arrow_forward:"):
                draft.step += 1
                st.rerun()
        ready = draft.step < CHANGES and report.facts and not report.has_errors
        if ready and st.button(_("Straight to the import"), key="import-skip", type="tertiary"):
            draft.step = FINISH
            st.rerun()


PAGE = Page("import", Text("Import", "Import"), draw, order=60, icon=":material/upload_file:")
