"""Ways to choose: a fact type, a fact."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from ea_cockpit.graph.catalogue import FactRef, refs_of
from ea_cockpit.i18n import translator
from ea_cockpit.model.metamodel import FactType
from ea_cockpit.ui.page import address_changed
from ea_cockpit.ui.session import Session

USUAL = "Application"


def wanted_kind(session: Session, name: str = "type") -> FactType:
    """The fact type the address names, else applications, else the first there is."""
    label = st.query_params.get(name, USUAL)
    return session.metamodel[label if label in session.metamodel else _first(session)]


def _first(session: Session) -> str:
    return USUAL if USUAL in session.metamodel else next(iter(session.metamodel)).label


def refs(session: Session, label: str) -> dict[str, FactRef]:
    """All facts of a type by their key, in the order of their names."""
    kind = session.metamodel[label]
    return session.kept("refs", lambda: {ref.key: ref for ref in refs_of(session.store, kind)}, label)


def pick_fact(
    session: Session, title: str, name: str, labels: Sequence[str], *, help_: str = "", place: str = ""
) -> FactRef | None:
    """A fact of one of these types; `name` is its parameter in the address (as `Label:id`).

    `place` keeps the pickers of different pages apart.
    """
    asked = st.query_params.get(name, "")
    kind_key, fact_key = f"{place}:{name}:type", f"{place}:{name}:fact"
    fresh = address_changed()
    label, place_of_fact = labels[0], st.container()
    if len(labels) > 1:
        left, place_of_fact = st.columns([1, 2])
        with left:
            label = _pick_kind(session, labels, asked.partition(":")[0], kind_key, fresh)
    known = refs(session, label)
    if fresh or fact_key not in st.session_state:
        st.session_state[fact_key] = asked if asked in known else None
    elif st.session_state[fact_key] not in known:
        st.session_state[fact_key] = None
    chosen = place_of_fact.selectbox(
        title, list(known), key=fact_key, help=help_ or None, filter_mode="contains",
        format_func=lambda key: described(known[key]) if key in known else key,
        placeholder=translator(session.lang)("Type a name or an ID"),
    )  # fmt: skip
    return known.get(chosen or "")


def _pick_kind(session: Session, labels: Sequence[str], asked: str, key: str, fresh: bool) -> str:
    if fresh or st.session_state.get(key) not in labels:
        usual = USUAL if USUAL in labels else labels[0]
        st.session_state[key] = asked if asked in labels else usual
    chosen = st.selectbox(
        translator(session.lang)("Type"), list(labels), key=key,
        format_func=lambda label: session.metamodel[label].title.in_(session.lang),
    )  # fmt: skip
    return chosen or labels[0]


def described(ref: FactRef) -> str:
    """Name and ID: names alone may be the same."""
    return f"{ref.name} ({ref.id})" if ref.name else ref.id
