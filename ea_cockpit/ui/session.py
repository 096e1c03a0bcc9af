"""What one run of a page stands on: settings, metamodel, graph, language; reads are kept until the next import."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

import streamlit as st

from ea_cockpit.analyses.policy import Policy
from ea_cockpit.graph.local_server import GraphAddress, address
from ea_cockpit.graph.queries import load
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.graph.trouble import Unreachable
from ea_cockpit.i18n import LANGS, Lang
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.settings import Settings, load_settings

T = TypeVar("T")
LANG = "lang"


@dataclass(frozen=True, slots=True)
class Session:
    """All a page may use; `state` names the content of the graph and changes with every import."""

    settings: Settings
    metamodel: Metamodel
    store: GraphStore
    lang: Lang
    state: str
    pages: dict[str, Any] = field(default_factory=dict)

    @property
    def policy(self) -> Policy:
        """The office's own rules for analyses."""
        return Policy(self.settings.own_policy)

    def kept(self, what: str, make: Callable[[], T], *parts: Hashable) -> T:
        """A value worked out once for the present content of the graph and shared by all readers; never change it."""
        place = (self.store.address.uri, self.settings.fact_modules, self.policy.state(), self.state)
        return cast("T", _kept(place, what, parts, make))


def open_session(lang: Lang | None = None) -> Session:
    """The session of this run, in the reader's language or the one given.

    Raises a `CockpitError` when the graph is away.
    """
    settings = load_settings()
    metamodel = _metamodel(settings.fact_modules)
    where = _address(settings.neo4j_uri, settings.neo4j_user, str(settings.data_folder), settings)
    store = _store(where.uri, where.user, settings.fact_modules, where, metamodel)
    try:
        state = _state(store)
    except Unreachable:
        # The local server may have been stopped or moved to another port: the next run looks for it anew.
        _address.clear()
        _store.clear()
        raise
    return Session(settings, metamodel, store, lang or language(settings), state)


def language(settings: Settings) -> Lang:
    """The language of this reader: asked for in the address, chosen before, else that of the settings."""
    asked = st.query_params.get(LANG) or st.session_state.get(LANG)
    chosen = next((lang for lang in LANGS if lang == asked), None)
    if chosen:
        st.session_state[LANG] = chosen
    return chosen or settings.lang


def _state(store: GraphStore) -> str:
    """What changed the graph last, as text: a number alone would come again in a graph that was emptied."""
    return str(store.read(load("catalogue/state"))[0]["state"])


@st.cache_resource(show_spinner=False)
def _metamodel(fact_modules: tuple[str, ...]) -> Metamodel:
    return standard_metamodel(fact_modules)


@st.cache_resource(show_spinner=False)
def _address(uri: str | None, user: str, folder: str, _settings: Settings) -> GraphAddress:
    del uri, user, folder
    return address(_settings)


@st.cache_resource(show_spinner=False)
def _store(
    uri: str, user: str, fact_modules: tuple[str, ...], _address: GraphAddress, _metamodel: Metamodel
) -> GraphStore:
    del uri, user, fact_modules
    store = GraphStore(_address)
    store.apply_schema(_metamodel)
    return store


@st.cache_resource(show_spinner=False, max_entries=200)
def _kept(place: Hashable, what: str, parts: Hashable, _make: Callable[[], Any]) -> Any:
    del place, what, parts
    return _make()
