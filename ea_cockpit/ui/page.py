"""What a page is, and how pages find each other: registry, addresses, links."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import NoReturn
from urllib.parse import urlencode

import streamlit as st

from ea_cockpit.i18n import Text
from ea_cockpit.ui import views as package
from ea_cockpit.ui.session import LANG, Session

Params = Mapping[str, str | Sequence[str]]
FACT = "fakt"
CATALOGUE = "katalog"
ANALYSES = "auswertungen"
LEFT = "left-address"


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its address, its titles, its place in the navigation (`listed` or not) and what draws it.

    `analysis` names the analysis whose default page it replaces.
    """

    path: str
    title: Text
    draw: Callable[[Session], None]
    order: int
    icon: str = ""
    listed: bool = True
    analysis: str = ""


def declared_pages() -> list[Page]:
    """Every `PAGE` in a module of `ui/views/`, in the order of the navigation."""
    modules = (importlib.import_module(f"{package.__name__}.{m.name}") for m in pkgutil.iter_modules(package.__path__))
    found = [module.PAGE for module in modules if isinstance(getattr(module, "PAGE", None), Page)]
    return sorted(found, key=lambda page: (page.order, page.path))


def analysis_path(name: str) -> str:
    """The address of an analysis' page."""
    return f"auswertung-{name}"


def go(session: Session, path: str, params: Params) -> NoReturn:
    """Leads the reader to another page."""
    st.session_state[LEFT] = {name: st.query_params.get_all(name) for name in st.query_params}
    st.switch_page(session.pages[path], query_params=with_lang(params))


def repair_address(path: str) -> None:
    """Gives an address what it should hold: the language chosen, and after the back button what was left behind.

    On its way to a fact page Streamlit notes the page left with the fact's own parameters; only that page has an `id`.
    """
    if path != FACT and "id" in st.query_params and LEFT in st.session_state:
        st.query_params.from_dict(st.session_state[LEFT])
    lang = st.session_state.get(LANG)
    if lang and st.query_params.get(LANG) != lang:
        st.query_params[LANG] = lang


def href(path: str, params: Params) -> str:
    """The address of a page, relative to any other page of the cockpit."""
    query = urlencode(with_lang(params), doseq=True)
    return f"./{path}?{query}" if query else f"./{path}"


def anchor(path: str, params: Params, text: str) -> str:
    """A link to a page as HTML; the text may hold anything."""
    return f'<a href="{escape(href(path, params))}" target="_self">{escape(text)}</a>'


def fact_anchor(label: str, id_: str, name: str) -> str:
    """A link to a fact's page as HTML."""
    return anchor(FACT, {"type": label, "id": id_}, name)


def with_lang(params: Params) -> dict[str, str | list[str]]:
    """The parameters, and the language where the reader chose one; empty ones are left out."""
    lang = st.session_state.get(LANG)
    own = {name: value if isinstance(value, str) else list(value) for name, value in params.items() if value}
    return {**own, LANG: lang} if lang else own


def show_in_address(params: Params) -> None:
    """Puts what the reader chose into the address of the page, so that it can be mailed."""
    wanted = {name: [value] if isinstance(value, str) else value for name, value in with_lang(params).items()}
    present = {name: st.query_params.get_all(name) for name in st.query_params}
    if wanted != present:
        st.query_params.from_dict(wanted)
    st.session_state["address"] = wanted


def address_changed() -> bool:
    """Whether the reader came by a link or the browser's back button: then widgets follow the address."""
    present = {name: st.query_params.get_all(name) for name in st.query_params if name != LANG}
    known = {name: value for name, value in st.session_state.get("address", {}).items() if name != LANG}
    return bool(present != known)
