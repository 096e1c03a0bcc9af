"""Import: upload inventories, see what they would change and what is wrong with them, then decide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from ea_cockpit.i18n import Text, translator
from ea_cockpit.ingest.importer import Request, check_only, run_import
from ea_cockpit.ingest.layout import recognise
from ea_cockpit.ingest.profile import saved_profiles, shipped_profiles
from ea_cockpit.ingest.report import Report
from ea_cockpit.tabular.reader import TEXTS, WORKBOOKS, Table, read_bytes
from ea_cockpit.ui.page import CATALOGUE, Page, anchor
from ea_cockpit.ui.panels.basic import heading, html, title
from ea_cockpit.ui.panels.downloads import template
from ea_cockpit.ui.panels.import_report import details, summary
from ea_cockpit.ui.session import Session

ENDINGS = [ending.removeprefix(".") for ending in (*WORKBOOKS, *TEXTS)]
UPLOAD = "import-files"
DONE = "import-done"
BY = "cockpit"


def draw(session: Session) -> None:
    """Upload, then the outcome of the check, then the button that imports; afterwards what happened."""
    _ = translator(session.lang)
    title(_("Import"), _("The files are checked first. Nothing is written before you confirm."))
    if DONE in st.session_state:
        _outcome(session, st.session_state[DONE])
        return
    files = _uploaded(session)
    if not files:
        heading(_("No inventory yet?"))
        st.write(_("The template has one sheet for each type of fact, with explanations and drop-downs."))
        template(session)
        return
    tables = [read_bytes(name, content) for name, content in files]
    _decide(session, tables, _profile(session))


def _uploaded(session: Session) -> list[tuple[str, bytes]]:
    _ = translator(session.lang)
    turn = st.session_state.setdefault("import-turn", 0)
    found = st.file_uploader(
        _("Inventories (Excel, OpenDocument or CSV); several files belong together"), ENDINGS,
        accept_multiple_files=True, key=f"{UPLOAD}-{turn}",
    )  # fmt: skip
    return [(file.name, file.getvalue()) for file in found]


def _profile(session: Session) -> str | None:
    """The layout of the files: recognised, unless the reader knows better."""
    _ = translator(session.lang)
    names = [*{**saved_profiles(session.settings.own_profiles), **shipped_profiles()}]
    if not names:
        return None
    with st.expander(_("Layout of the files")):
        chosen = st.selectbox(
            _("Profile"), ["", *names], key="import-profile", format_func=lambda name: name or _("recognise by itself"),
            help=_("A profile tells how a foreign layout is read. The template's own layout needs none."),
        )  # fmt: skip
    return chosen or None


def _decide(session: Session, tables: Sequence[Table], profile: str | None) -> None:
    """What the import would do, all problems, and the button."""
    _ = translator(session.lang)
    place = (tuple((table.file, table.sha256) for table in tables), profile)

    def make() -> tuple[Report, str | None]:
        plan, name = recognise(tables, session.metamodel, profile, session.settings.own_profiles)
        return check_only(Request(tables, plan, BY, name, dry_run=True), session.metamodel, session.store), name

    with st.spinner(_("Checking …")):
        report, name = session.kept("import-check", make, place)
    if name:
        st.caption(_("Read with the profile {name}.").format(name=name))
    summary(session, report)
    if report.facts:
        _confirm(session, tables, profile, report)
    details(session, report)


def _confirm(session: Session, tables: Sequence[Table], profile: str | None, report: Report) -> None:
    _ = translator(session.lang)
    accept = False
    if report.has_errors:
        accept = st.checkbox(_("Import the valid rows all the same; rows with errors stay out"), key="import-accept")
    changing = sum(c.created + c.updated for c in report.facts.values()) + report.links_created + report.links_removed
    label = _("Import now") if changing else _("Import all the same (nothing would change)")
    held = report.has_errors and not accept
    if st.button(label, type="primary", disabled=held, key="import-go", icon=":material/check:"):
        st.session_state[DONE] = _run(session, tables, profile, accept)
        st.session_state["import-turn"] += 1
        st.rerun()


def _run(session: Session, tables: Sequence[Table], profile: str | None, accept: bool) -> Report:
    _ = translator(session.lang)
    with st.status(_("Importing …"), expanded=True) as status:
        plan, name = recognise(tables, session.metamodel, profile, session.settings.own_profiles)
        request = Request(tables, plan, BY, name, accept_valid=accept)

        def step(text: Text) -> None:
            status.update(label=f"{text.in_(session.lang)} …")

        return run_import(request, session.metamodel, session.store, step)


def _outcome(session: Session, report: Report) -> None:
    """What happened, and where to go from here."""
    _ = translator(session.lang)
    summary(session, report)
    links = [anchor("importe", {}, _("All imports"))]
    links += [
        anchor(CATALOGUE, {"type": label}, session.metamodel[label].plural.in_(session.lang))
        for label, count in report.facts.items() if count.created or count.updated
    ]  # fmt: skip
    html(f"<p>{_('To see it:')} {' · '.join(links)}</p>")
    details(session, report)
    st.button(_("Import another inventory"), on_click=_again, key="import-again", icon=":material/upload_file:")


def _again() -> None:
    state: Any = st.session_state
    state.pop(DONE, None)


PAGE = Page("import", Text("Import", "Import"), draw, order=60, icon=":material/upload_file:")
