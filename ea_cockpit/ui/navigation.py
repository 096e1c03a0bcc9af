"""The navigation, built from the registries: the pages of `ui/views/`, and a page for every analysis."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from ea_cockpit.analyses import registry
from ea_cockpit.ui.page import Page, declared_pages, repair_address
from ea_cockpit.ui.panels.result import default_page
from ea_cockpit.ui.session import Session


def all_pages() -> list[Page]:
    """Every page there is; an analysis without a page of its own gets the default one."""
    declared = declared_pages()
    own = {page.analysis for page in declared}
    defaults = [default_page(analysis, 60) for name, analysis in registry().items() if name not in own]
    return [*declared, *defaults]


def navigate(session: Session) -> Any:
    """The page the address names, after the navigation was drawn."""
    for page in all_pages():
        session.pages[page.path] = st.Page(
            _drawer(page, session), title=page.title.in_(session.lang), url_path=page.path or None,
            default=not page.path, icon=page.icon or None, visibility="visible" if page.listed else "hidden",
        )  # fmt: skip
    return st.navigation(list(session.pages.values()), expanded=True)


def _drawer(page: Page, session: Session) -> Callable[[], None]:
    def draw() -> None:
        repair_address(page.path)
        page.draw(session)

    draw.__name__ = f"page_{page.path.replace('-', '_') or 'start'}"
    return draw
