"""Step 1: which files, which layout, which inventory they are."""

from __future__ import annotations

import streamlit as st

from ea_cockpit.i18n import translator
from ea_cockpit.ingest.profile import saved_profiles, shipped_profiles
from ea_cockpit.ingest.source_names import source_name
from ea_cockpit.tabular.reader import TEXTS, WORKBOOKS
from ea_cockpit.ui.importing.draft import ImportDraft
from ea_cockpit.ui.panels.basic import heading, rows
from ea_cockpit.ui.panels.downloads import template
from ea_cockpit.ui.session import Session
from ea_cockpit.ui.wording import number

ENDINGS = [ending.removeprefix(".") for ending in (*WORKBOOKS, *TEXTS)]
UPLOAD = "import-files"


def draw_files(session: Session, draft: ImportDraft) -> None:
    """The uploader, the files there are, and how they are to be read."""
    _ = translator(session.lang)
    key = f"{UPLOAD}-{draft.turn}"
    before: set[str] = st.session_state.get(f"{key}-names", set()) if key in st.session_state else set()
    found = st.file_uploader(
        _("Inventories (Excel, OpenDocument, HTML or CSV); several files belong together"), ENDINGS,
        accept_multiple_files=True, key=key,
    )  # fmt: skip
    for file in found:
        draft.files[file.name] = file.getvalue()
    names = {file.name for file in found}
    # A file taken out of the uploader goes; one the uploader forgot because the reader was on another page stays.
    for name in before - names:
        draft.files.pop(name, None)
    st.session_state[f"{key}-names"] = names
    if not draft.files:
        heading(_("No inventory yet?"))
        st.write(_("The template has one sheet for each type of fact, with explanations and drop-downs."))
        template(session)
        return
    # Files stay when the reader comes back from another page; the uploader then knows them no more.
    if forgotten := [name for name in draft.files if name not in names]:
        _kept(session, draft, forgotten)
    with st.expander(_("Layout and source of the files")):
        _layout(session, draft)


def _kept(session: Session, draft: ImportDraft, names: list[str]) -> None:
    _ = translator(session.lang)
    st.caption(_("Kept from before:"))
    rows(
        (_("File"), _("Size")), [(name, f"{number(len(draft.files[name]) / 1000)} kB") for name in names], numbers=(1,)
    )
    if st.button(_("Remove these files"), key="import-remove", icon=":material/delete:"):
        for name in names:
            del draft.files[name]
        st.rerun()


def _layout(session: Session, draft: ImportDraft) -> None:
    _ = translator(session.lang)
    names = ["", *saved_profiles(session.settings.own_profiles), *shipped_profiles()]
    draft.profile = (
        st.selectbox(
            _("Profile"), names, index=names.index(draft.profile) if draft.profile in names else 0,
            key=f"import-profile-{draft.turn}", format_func=lambda name: name or _("recognise by itself"),
            help=_("A profile tells how a foreign layout is read. The template's own layout needs none."),
        ) or None
    )  # fmt: skip
    guessed = ", ".join(sorted({source_name(name) for name in draft.files}))
    draft.source = st.text_input(
        _("Source"), draft.source, placeholder=guessed, key=f"import-source-{draft.turn}",
        help=_("The inventory these files belong to; the next import of the same source shows what is missing."),
    )  # fmt: skip
