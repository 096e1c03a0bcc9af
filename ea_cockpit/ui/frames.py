"""Facts as a table: one row a fact, one column a field, links as the names of their partners."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from ea_cockpit.graph.catalogue import facts_of, refs_of
from ea_cockpit.i18n import Lang
from ea_cockpit.model.declare import Fact
from ea_cockpit.model.metamodel import Column, FactType, Link
from ea_cockpit.tabular.cells import cell_value, custom_headings
from ea_cockpit.ui.session import Session

Names = Mapping[str, Mapping[str, str]]
"""By label, then id: what the fact is called."""
CUSTOM = "custom."


def facts(session: Session, kind: FactType) -> list[Fact]:
    """All facts of a type, read once for the present content of the graph."""
    return session.kept("facts", lambda: facts_of(session.store, kind, session.metamodel), kind.label)


def names(session: Session, kind: FactType) -> dict[str, str]:
    """The names of all facts of a type, by id."""
    return session.kept("names", lambda: {ref.id: ref.title for ref in refs_of(session.store, kind)}, kind.label)


def partner_names(session: Session, kind: FactType) -> Names:
    """The names of all facts this type may link to."""
    targets = {target for link in kind.links for target in link.targets}
    return {target: names(session, session.metamodel[target]) for target in sorted(targets)}


def partner(link: Link, ref: str) -> tuple[str, str]:
    """Label and id of a partner; links to several types write `Type:id`."""
    if len(link.targets) > 1:
        label, colon, id_ = ref.partition(":")
        if colon and label in link.targets:
            return label, id_
    return link.targets[0], ref


def partner_name(link: Link, ref: str, known: Names) -> str:
    """What a partner is called, its id where nothing better is known."""
    label, id_ = partner(link, ref)
    return known.get(label, {}).get(id_) or id_


def fact_frame(session: Session, kind: FactType) -> pd.DataFrame:
    """The whole type as a table; shared by all readers, never to be changed."""
    return session.kept("frame", lambda: _frame(session, kind), kind.label, session.lang)


def _frame(session: Session, kind: FactType) -> pd.DataFrame:
    found = facts(session, kind)
    known = partner_names(session, kind)
    columns = {field.name: _column(field, found, known, session.lang) for field in kind.fields}
    for heading in custom_headings(found):
        columns[CUSTOM + heading] = pd.Series([fact.custom.get(heading) for fact in found], dtype="string")
    return pd.DataFrame(columns)


def _column(field: Column | Link, found: Sequence[Fact], known: Names, lang: Lang) -> pd.Series[Any]:
    values = [getattr(fact, field.name) for fact in found]
    if isinstance(field, Link):
        joined = ["; ".join(partner_name(field, ref, known) for ref in refs) or None for refs in values]
        return pd.Series(joined, dtype="string")
    make = _SERIES.get(field.kind)
    return make(values) if make else pd.Series([cell_value(value, lang) for value in values], dtype="string")


_SERIES: dict[str, Callable[[list[Any]], pd.Series[Any]]] = {
    "integer": lambda values: pd.Series(values, dtype="Int64"),
    "number": lambda values: pd.Series(values, dtype="Float64"),
    "money": lambda values: pd.Series(values, dtype="Float64"),
    "date": lambda values: pd.Series(values, dtype="object"),
}


def column_settings(kind: FactType, frame: pd.DataFrame, lang: Lang) -> dict[str, Any]:
    """Titles, help and number formats of the table's columns."""
    settings = {field.name: _setting(field, lang) for field in kind.fields}
    for name, least, most in (("name", 220, 340), ("id", 90, 150)):
        settings[name]["width"] = width_of(frame[name].dropna(), least, most)
    for name in frame.columns:
        if name.startswith(CUSTOM):
            settings[name] = st.column_config.TextColumn(name.removeprefix(CUSTOM))
    return settings


def _setting(field: Column | Link, lang: Lang) -> Any:
    title, help_ = field.title.in_(lang), field.help.in_(lang)
    kind = field.kind if isinstance(field, Column) else "link"
    if kind in ("integer", "number", "money"):
        return st.column_config.NumberColumn(title, help=help_, format="localized")
    if kind == "date":
        return st.column_config.DateColumn(title, help=help_, format="DD.MM.YYYY")
    if field.name == "name":
        return st.column_config.TextColumn(title, help=help_, pinned=True)
    width = 185 if kind in ("choice", "yesno") else 200
    return st.column_config.TextColumn(title, help=help_, width=width)


def filled_columns(frame: pd.DataFrame, in_front: Sequence[str] = ()) -> list[str]:
    """The columns that hold anything, name and ID first; the others can be shown from the table's own menu."""
    filled = [name for name in frame.columns if name in ("id", "name") or frame[name].notna().any()]
    first = ["name", "id", *in_front]
    return sorted(filled, key=lambda name: first.index(name) if name in first else len(first))


def width_of(words: Iterable[str | None], least: int, most: int) -> int:
    """Pixels a column needs for nearly all of its words; a few very long ones do not count."""
    lengths = sorted(len(word) for word in words if word)
    usual = lengths[len(lengths) * 19 // 20] if lengths else 0
    return min(max(8 * usual + 24, least), most)
