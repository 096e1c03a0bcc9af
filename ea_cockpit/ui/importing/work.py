"""Reading, recognising and checking for the import page: each done once for the present choices."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from ea_cockpit.errors import CockpitError
from ea_cockpit.i18n import Text, translator
from ea_cockpit.ingest.importer import Request, check_only, run_import
from ea_cockpit.ingest.layout import recognise
from ea_cockpit.ingest.plan import Plan
from ea_cockpit.ingest.report import Report
from ea_cockpit.tabular.reader import Table, read_bytes
from ea_cockpit.ui.importing.draft import ImportDraft
from ea_cockpit.ui.panels.basic import tell_fault
from ea_cockpit.ui.session import Session

BY = "cockpit"


def tables_of(draft: ImportDraft, session: Session) -> list[Table]:
    """The files as read; one that cannot be read is told and left out of the draft."""
    _ = translator(session.lang)
    found = []
    for name, content in list(draft.files.items()):
        try:
            with st.spinner(_("Reading {file} …").format(file=name)):
                found.append(draft.made(f"table:{name}", hash(content), lambda n=name, c=content: read_bytes(n, c)))  # type: ignore[misc]
        except CockpitError as fault:
            del draft.files[name]
            tell_fault(fault, session.lang)
    return found


def plan_of(draft: ImportDraft, session: Session, tables: list[Table]) -> tuple[Plan, str | None]:
    """What was recognised, with the reader's corrections, and the profile that was used."""
    _ = translator(session.lang)
    place = (_files(tables), draft.profile, repr(draft.corrections))
    folder = session.settings.own_profiles

    def make() -> tuple[Plan, str | None]:
        with st.spinner(_("Recognising sheets and columns …")):
            return recognise(tables, session.metamodel, draft.profile, folder, draft.corrections)

    return draft.made("plan", place, make)


def request_of(draft: ImportDraft, session: Session, tables: list[Table]) -> Request:
    """The import as it stands."""
    plan, profile = plan_of(draft, session, tables)
    return Request(
        tables, plan, BY, profile, accept_valid=draft.accept_valid, decisions=draft.decisions,
        source=draft.source.strip() or None, retire_missing=draft.retire_missing,
        precedence=session.settings.precedence,
    )  # fmt: skip


def report_of(draft: ImportDraft, session: Session, tables: list[Table]) -> Report:
    """What the import would do."""
    _ = translator(session.lang)
    request = request_of(draft, session, tables)
    place = (_files(tables), draft.profile, repr(draft.corrections), repr(draft.decisions), draft.source,
             draft.retire_missing, session.state)  # fmt: skip

    def make() -> Report:
        shown = st.progress(0.0, text=_("Checking …"))

        def step(what: Text, done: int = 0, total: int | None = None, /) -> None:
            shown.progress(min(done / total, 1.0) if total else 0.0, text=f"{what.in_(session.lang)} …")

        try:
            return check_only(replace(request, dry_run=True), session.metamodel, session.store, step)
        finally:
            shown.empty()

    return draft.made("report", place, make)


def carry_out(draft: ImportDraft, session: Session, tables: list[Table]) -> Report:
    """Import, telling each step."""
    _ = translator(session.lang)
    request = request_of(draft, session, tables)
    with st.status(_("Importing …"), expanded=True) as status:

        def step(what: Text, _done: int = 0, _total: int | None = None, /) -> None:
            status.update(label=f"{what.in_(session.lang)} …")

        return run_import(request, session.metamodel, session.store, step)


def _files(tables: list[Table]) -> tuple[tuple[str, str], ...]:
    return tuple((table.file, table.sha256) for table in tables)
