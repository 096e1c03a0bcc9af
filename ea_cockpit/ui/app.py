"""The cockpit's script: run from the top for each click, it draws the page the address names."""

from __future__ import annotations

from importlib.resources import files

import streamlit as st

from ea_cockpit.errors import CockpitError
from ea_cockpit.i18n import LANGS, Lang, translator
from ea_cockpit.settings import Settings
from ea_cockpit.ui.navigation import navigate
from ea_cockpit.ui.panels.basic import look, tell_fault
from ea_cockpit.ui.session import LANG, Session, language, open_session

LANG_NAMES: dict[Lang, str] = {"de": "Deutsch", "en": "English"}
LANG_KEY = "lang-switch"
SIDEBAR = 240  # pixels; narrower than usual, for tables need the room


def main() -> None:
    """Draws one page; what a user can mend is shown as a sentence with its remedy, never as a traceback."""
    # Before st.navigation: with a local icon Streamlit fetches none from outside.
    folder = files("ea_cockpit.ui")
    icon = str(folder / "static" / "favicon.svg")
    st.set_page_config(page_title="EA-Cockpit", page_icon=icon, layout="wide", initial_sidebar_state=SIDEBAR)
    st.logo(str(folder / "logo.svg"), size="large")
    look()
    try:
        session = open_session()
        page = navigate(session)
        sidebar(session)
        page.run()
    except CockpitError as fault:
        show(fault)


def sidebar(session: Session) -> None:
    """The language switch."""
    _ = translator(session.lang)
    with st.sidebar:
        if st.session_state.get(LANG_KEY) != session.lang:
            st.session_state[LANG_KEY] = session.lang
        st.segmented_control(
            _("Language"), LANGS, key=LANG_KEY, required=True, format_func=lambda lang: LANG_NAMES[lang],
            on_change=_switch, label_visibility="collapsed",
        )  # fmt: skip


def _switch() -> None:
    """The other language, from the next line on; the address carries it."""
    st.session_state[LANG] = st.session_state[LANG_KEY]
    st.query_params[LANG] = st.session_state[LANG_KEY]


def show(fault: CockpitError) -> None:
    """Fault and remedy."""
    lang = language(Settings.model_construct(lang="de"))
    tell_fault(fault, lang)


main()
