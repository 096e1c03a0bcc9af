"""Catalogue: all facts of a type, to search, filter, sort and take along."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from ea_cockpit.graph.catalogue import search
from ea_cockpit.i18n import Text, translator
from ea_cockpit.model.declare import Fact
from ea_cockpit.model.metamodel import FactType
from ea_cockpit.ui import frames
from ea_cockpit.ui.filters import IN_FRONT, Filter, kept_filters, matches
from ea_cockpit.ui.page import CATALOGUE, FACT, Page, address_changed, go, show_in_address
from ea_cockpit.ui.panels.basic import title
from ea_cockpit.ui.panels.downloads import CSV, XLSX, catalogue_workbook, csv_bytes, download, file_name
from ea_cockpit.ui.panels.pick import wanted_kind
from ea_cockpit.ui.session import Session
from ea_cockpit.ui.wording import number

EVERY = 1_000_000
KIND = "catalogue-type"
HEIGHT = 560


def draw(session: Session) -> None:
    """Type, search, filters, table, downloads."""
    _ = translator(session.lang)
    title(_("Catalogue"))
    fresh = address_changed()
    kind, text = _type_and_text(session, fresh)
    found = frames.facts(session, kind)
    chosen = _filters(session, kind, fresh)
    show_in_address({"type": kind.label, "q": text, **{name: sorted(values) for name, values in chosen.items()}})
    if not found:
        _nothing_yet(session, kind)
        return
    rows = _rows(session, kind, found, text, chosen)
    _downloads(session, kind, found, rows)
    _table(session, kind, rows)


def _type_and_text(session: Session, fresh: bool) -> tuple[FactType, str]:
    """The first row: what to look at, and what to look for."""
    _ = translator(session.lang)
    if fresh or KIND not in st.session_state:
        st.session_state[KIND] = wanted_kind(session).label
    left, right = st.columns([1, 2])
    label = left.selectbox(
        _("Type"), [kind.label for kind in session.metamodel], key=KIND,
        format_func=lambda label: session.metamodel[label].plural.in_(session.lang),
        help=session.metamodel[st.session_state[KIND]].explains.in_(session.lang),
    )  # fmt: skip
    kind = session.metamodel[label or st.session_state[KIND]]
    key = f"catalogue-text:{kind.label}"
    if fresh or key not in st.session_state:
        st.session_state[key] = st.query_params.get("q", "") if fresh else ""
    help_ = _("Every word must occur in one of the texts of a fact; parts of words count.")
    return kind, right.text_input(_("Search"), key=key, type="search", live=True, help=help_) or ""


def _filters(session: Session, kind: FactType, fresh: bool) -> dict[str, set[str]]:
    """The filters that tell most in a row, the others folded; returns what was chosen by field."""
    _ = translator(session.lang)
    usable = kept_filters(session, kind)
    chosen: dict[str, set[str]] = {}
    with st.container():
        for place, each in zip(st.columns(IN_FRONT), usable[:IN_FRONT], strict=False):
            with place:
                chosen[each.field.name] = _choose(session, kind, each, fresh)
    if more := usable[IN_FRONT:]:
        active = [each for each in more if _chosen_before(kind, each, fresh)]
        label = _("More filters") + (f" ({len(active)})" if active else "")
        with st.expander(label, expanded=False):
            columns = st.columns(IN_FRONT)
            for index, each in enumerate(more):
                with columns[index % IN_FRONT]:
                    chosen[each.field.name] = _choose(session, kind, each, fresh)
    return {name: values for name, values in chosen.items() if values}


def _key(kind: FactType, each: Filter) -> str:
    return f"filter:{kind.label}:{each.field.name}"


def _chosen_before(kind: FactType, each: Filter, fresh: bool) -> bool:
    if fresh:
        return bool(st.query_params.get_all(each.field.name))
    return bool(st.session_state.get(_key(kind, each)))


def _choose(session: Session, kind: FactType, each: Filter, fresh: bool) -> set[str]:
    key = _key(kind, each)
    if fresh or key not in st.session_state:
        asked = st.query_params.get_all(each.field.name) if fresh else []
        st.session_state[key] = [value for value in asked if value in each.words]
    # What an import took away must not stay chosen.
    st.session_state[key] = [value for value in st.session_state[key] if value in each.words]
    chosen = st.multiselect(
        each.field.title.in_(session.lang), list(each.words), key=key, filter_mode="contains",
        format_func=lambda value: each.words.get(value, value), placeholder=translator(session.lang)("all"),
    )  # fmt: skip
    return set(chosen)


def _rows(session: Session, kind: FactType, found: Sequence[Fact], text: str, chosen: dict[str, set[str]]) -> list[int]:
    """Places of the facts that fit search and filters."""
    rows = list(range(len(found)))
    if text.strip():
        hits = session.kept("hits", lambda: search(session.store, text, session.metamodel, EVERY), text.strip())
        ids = {ref.id for ref in hits if ref.label == kind.label}
        rows = [row for row in rows if found[row].id in ids]
    for name, values in chosen.items():
        field = kind.by_name[name]
        rows = [row for row in rows if matches(found[row], field, values)]
    return rows


def _downloads(session: Session, kind: FactType, found: Sequence[Fact], rows: list[int]) -> None:
    """How many there are, and the same rows as files."""
    _ = translator(session.lang)
    ids = [found[row].id for row in rows]
    plural = kind.plural.in_(session.lang)
    whole = len(rows) == len(found)
    with st.container(horizontal=True, vertical_alignment="center"):
        words = f"**{number(len(rows))}** {plural}"
        if not whole:
            words = _("**{count}** of {all} {plural}")
            words = words.format(count=number(len(rows)), all=number(len(found)), plural=plural)
        hint = _("A click on a row opens its fact page; a click on a heading sorts.")
        st.markdown(f"{words} · :gray[{hint}]" if rows else words, width="stretch")
        only: dict[str, set[str] | None] = {kind.label: None if whole else set(ids)}
        download("Excel", lambda: catalogue_workbook(session, only), file_name(plural, ending="xlsx"), XLSX, key="xlsx")
        download("CSV", lambda: _csv(session, kind, rows), file_name(plural, ending="csv"), CSV, key="csv")


def _csv(session: Session, kind: FactType, rows: list[int]) -> bytes:
    frame = frames.fact_frame(session, kind).iloc[rows]
    titles = {field.name: field.title.in_(session.lang) for field in kind.fields}
    headings = [titles.get(name, name.removeprefix(frames.CUSTOM)) for name in frame.columns]
    body = frame.astype(object).where(frame.notna(), None)
    return csv_bytes(headings, body.to_numpy().tolist(), session.lang)


def _table(session: Session, kind: FactType, rows: list[int]) -> None:
    """The table; a click leads to the fact's page."""
    _ = translator(session.lang)
    whole = frames.fact_frame(session, kind)
    frame: pd.DataFrame = whole if len(rows) == len(whole) else whole.iloc[rows]
    if not rows:
        st.info(_("Nothing fits the search and the filters."))
        return
    event = st.dataframe(
        frame, key=f"table:{kind.label}", hide_index=True, on_select="rerun", selection_mode="single-cell",
        placeholder="",
        height=min(HEIGHT, 38 + 35 * len(rows)), column_order=frames.filled_columns(whole, _in_front(session, kind)),
        column_config=frames.column_settings(kind, whole, session.lang), alt=kind.plural.in_(session.lang),
    )  # fmt: skip
    places = [row for row, _column in event.selection.cells]
    if places and places[0] < len(frame):
        go(session, FACT, {"type": kind.label, "id": str(frame.iloc[places[0]]["id"])})


def _in_front(session: Session, kind: FactType) -> list[str]:
    """The columns right after name and ID: what one filters by most."""
    return [each.field.name for each in kept_filters(session, kind)[:IN_FRONT]]


def _nothing_yet(session: Session, kind: FactType) -> None:
    _ = translator(session.lang)
    words = _("There are no facts of the type {plural} yet. {explains}")
    st.info(words.format(plural=kind.plural.in_(session.lang), explains=kind.explains.in_(session.lang)))
    st.page_link(session.pages["import"], label=_("To the import"), icon=":material/upload_file:")


PAGE = Page(CATALOGUE, Text("Katalog", "Catalogue"), draw, order=20, icon=":material/table_rows:")
