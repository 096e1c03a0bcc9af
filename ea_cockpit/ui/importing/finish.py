"""Step 5: consent, and what happened afterwards with the way back."""

from __future__ import annotations

import streamlit as st

from ea_cockpit.errors import CockpitError
from ea_cockpit.graph.history import undo
from ea_cockpit.i18n import translator
from ea_cockpit.ingest.annotated import annotated
from ea_cockpit.ingest.report import Report
from ea_cockpit.ingest.resolve_problems import NearReference, ProposedReference
from ea_cockpit.ingest.source_problems import NotSeen, Retired, RowRemoved
from ea_cockpit.tabular.reader import Table
from ea_cockpit.ui.importing.draft import ImportDraft
from ea_cockpit.ui.importing.work import carry_out
from ea_cockpit.ui.page import CATALOGUE, anchor
from ea_cockpit.ui.panels.basic import html, tell_fault
from ea_cockpit.ui.panels.downloads import XLSX, download, file_name
from ea_cockpit.ui.panels.import_report import counts, details, summary
from ea_cockpit.ui.session import Session


def draw_finish(session: Session, draft: ImportDraft, tables: list[Table], report: Report) -> None:
    """The counts, what the reader may still choose, and the button."""
    _ = translator(session.lang)
    counts(session, report)
    if any(isinstance(problem, NotSeen | RowRemoved | Retired) for problem in report.problems):
        wanted = st.checkbox(
            _("Take out of the catalogue what its source no longer names"), draft.retire_missing,
            key=f"import-retire-{draft.turn}",
            help=_("Without this it stays and is marked as no longer reported. Undoing the import brings it back."),
        )  # fmt: skip
        if wanted is not draft.retire_missing:
            draft.retire_missing = wanted
            st.rerun()
    if report.has_errors:
        draft.accept_valid = st.checkbox(
            _("Import the valid rows all the same; rows with errors stay out"), draft.accept_valid,
            key=f"import-accept-{draft.turn}",
        )  # fmt: skip
    changing = sum(c.created + c.updated + c.retired for c in report.facts.values())
    changing += report.links_created + report.links_removed
    label = _("Import now") if changing else _("Import all the same (nothing would change)")
    held = not report.facts or (report.has_errors and not draft.accept_valid)
    if st.button(label, type="primary", disabled=held, key="import-go", icon=":material/check:"):
        done = carry_out(draft, session, tables)
        if done.written:
            rest = {t.file: annotated(t, done.problems, session.lang, done.rest) for t in tables if _has_rest(t, done)}
            draft.start_again()
            draft.outcome, draft.rest = done, rest
        st.rerun()


def _has_rest(table: Table, report: Report) -> bool:
    return any(file == table.file and kept.rows for (file, _sheet), kept in report.rest.items())


def draw_outcome(session: Session, draft: ImportDraft, report: Report) -> None:
    """What happened, where to see it, how to take it back, and the next import."""
    _ = translator(session.lang)
    summary(session, report)
    run = str(report.run)
    links = [anchor("importe", {"lauf": run}, _("Changes of this import")), anchor("importe", {}, _("All imports"))]
    links += [
        anchor(CATALOGUE, {"type": label}, session.metamodel[label].plural.in_(session.lang))
        for label, count in report.facts.items() if count.created or count.updated
    ]  # fmt: skip
    if any(isinstance(problem, NearReference | ProposedReference) for problem in report.problems):
        links.append(anchor("schreibweisen", {}, _("Spellings to look at")))
    html(f"<p>{_('To see it:')} {' · '.join(links)}</p>")
    if draft.rest:
        st.write(_("The rows with errors stayed out. Correct them in these workbooks and import those:"))
    with st.container(horizontal=True):
        for file, content in draft.rest.items():
            name = file_name(file.rpartition(".")[0] or file, _("rest"), ending="xlsx")
            download(_("Rest of {file}").format(file=file), lambda c=content: c, name, XLSX, key=f"rest-{file}")  # type: ignore[misc]
    with st.container(horizontal=True):
        if st.button(_("Import another inventory"), key="import-again", icon=":material/upload_file:"):
            draft.start_again()
            st.rerun()
        if report.run is not None and st.button(_("Undo this import"), key="import-undo", icon=":material/undo:"):
            _take_back(session, draft, report.run)
    details(session, report)


def _take_back(session: Session, draft: ImportDraft, run: int) -> None:
    _ = translator(session.lang)
    try:
        with st.spinner(_("Undoing …")):
            undo(run, "cockpit", session.metamodel, session.store)
    except CockpitError as fault:
        tell_fault(fault, session.lang)
        return
    draft.start_again()
    st.session_state["import-undone"] = _("Import {run} is undone.").format(run=run)
    st.rerun()
