"""The default page of an analysis: its question, its parameters, its figures, its table, its downloads, what to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from html import escape

import pandas as pd
import streamlit as st

from ea_cockpit.analyses.analysis import Analysis, Result, readable, word_of
from ea_cockpit.analyses.interval import Interval
from ea_cockpit.analyses.parameter import Parameter
from ea_cockpit.graph.catalogue import FactRef
from ea_cockpit.i18n import translator
from ea_cockpit.tabular.cells import cell_value
from ea_cockpit.ui.frames import width_of
from ea_cockpit.ui.page import ANALYSES, FACT, Page, Params, address_changed, analysis_path, go, show_in_address
from ea_cockpit.ui.panels.basic import html, metrics, title
from ea_cockpit.ui.panels.downloads import table_files
from ea_cockpit.ui.panels.pick import pick_fact
from ea_cockpit.ui.session import Session
from ea_cockpit.ui.wording import number

Extra = Callable[[Session, Result], None]
HEIGHT = 520


def analysis_page(analysis: Analysis, extra: Extra | None = None) -> Callable[[Session], None]:
    """What draws the page of an analysis; `extra` adds panels between the figures and the table."""

    def draw(session: Session) -> None:
        ask(session, analysis, (ANALYSES, translator(session.lang)("Analyses")), extra)

    return draw


def ask(
    session: Session,
    analysis: Analysis,
    back: tuple[str, str],
    extra: Extra | None = None,
    beside: Params | None = None,
) -> None:
    """Question, parameters and answer; `back` leads to the list, `beside` stands in the address with the parameters."""
    lang, _ = session.lang, translator(session.lang)
    title(analysis.title.in_(lang), analysis.question.in_(lang), [back])
    with st.expander(_("Why it matters, and what to do")):
        st.write(analysis.why.in_(lang))
        st.write(analysis.remedy.in_(lang))
    given = _parameters(session, analysis)
    show_in_address({**(beside or {}), **given})
    if any(p.required and not given.get(p.name) for p in analysis.parameters):
        st.info(_("Choose above what the analysis shall be about."), icon=":material/arrow_upward:")
        return
    result = session.kept(
        f"{back[0]}:{analysis.name}",
        lambda: analysis.run(session.store, session.metamodel, session.policy, **given),
        tuple(sorted(given.items())),
    )
    _figures(session, analysis, result, by_kind=extra is None)
    if extra and result.rows:
        extra(session, result)
    _answer(session, analysis, result)


def default_page(analysis: Analysis, order: int) -> Page:
    """The page an analysis has as long as nobody writes one for it."""
    draw = analysis_page(analysis)
    return Page(analysis_path(analysis.name), analysis.title, draw, order, listed=False, analysis=analysis.name)


def _parameters(session: Session, analysis: Analysis) -> dict[str, str]:
    """The parameters as they stand in the address, each with its own way to choose."""
    if not analysis.parameters:
        return {}
    fresh = address_changed()
    given: dict[str, str] = {}
    with st.container(border=True):
        for parameter in analysis.parameters:
            if parameter.kind == "fact":
                given[parameter.name] = _fact(session, analysis, parameter)
        others = [parameter for parameter in analysis.parameters if parameter.kind != "fact"]
        for place, parameter in zip(st.columns(max(len(others), 3)) if others else (), others, strict=False):
            with place:
                given[parameter.name] = _simple(session, analysis, parameter, fresh)
    return {name: value for name, value in given.items() if value}


def _fact(session: Session, analysis: Analysis, parameter: Parameter) -> str:
    labels = parameter.labels(session.metamodel)
    help_ = parameter.help.in_(session.lang)
    ref = pick_fact(
        session, parameter.title.in_(session.lang), parameter.name, labels, help_=help_, place=analysis.name
    )
    return ref.key if ref else ""


def _simple(session: Session, analysis: Analysis, parameter: Parameter, fresh: bool) -> str:
    """A number, a word of a list, or a text; text in the address, empty where nothing is chosen."""
    key = f"{analysis.name}:{parameter.name}"
    asked = st.query_params.get(parameter.name)
    label, help_ = parameter.title.in_(session.lang), parameter.help.in_(session.lang)
    if parameter.kind == "integer":
        low, high = parameter.low or 0, parameter.high or 1_000_000
        if fresh or key not in st.session_state:
            usual = parameter.default if parameter.default is not None else low
            st.session_state[key] = _bounded(asked, low, high, usual)
        return str(st.number_input(label, low, high, key=key, help=help_))
    if parameter.kind == "choice":
        words = dict(parameter.words(session.metamodel))
        if fresh or key not in st.session_state:
            st.session_state[key] = asked if asked in words else parameter.default
        chosen = st.selectbox(
            label, list(words), key=key, help=help_, format_func=lambda word: words[word].in_(session.lang),
            placeholder=translator(session.lang)("all"),
        )  # fmt: skip
        return chosen or ""
    if parameter.kind == "date":
        if fresh or key not in st.session_state:
            st.session_state[key] = _day(asked)
        return st.date_input(label, key=key, help=help_, format="DD.MM.YYYY").isoformat()
    if fresh or key not in st.session_state:
        st.session_state[key] = asked or ("" if parameter.default is None else str(parameter.default))
    return st.text_input(label, key=key, help=help_) or ""


def _day(asked: str | None) -> dt.date:
    """The day in the address; today where there is none or none that can be read."""
    try:
        return dt.date.fromisoformat(asked or "")
    except ValueError:
        return dt.date.today()


def _bounded(asked: str | None, low: int, high: int, usual: int) -> int:
    try:
        return min(max(int(asked or usual), low), high)
    except ValueError:
        return usual


def _figures(session: Session, analysis: Analysis, result: Result, by_kind: bool) -> None:
    """Single figures as tiles, those by kind as one line each where no panel of the page shows them."""
    titles = {name: text.in_(session.lang) for name, text in analysis.figures.items()}
    single = [(name, value) for name, value in result.summary.items() if not isinstance(value, dict)]
    shown = [(name, value.in_(session.lang) if isinstance(value, Interval) else value) for name, value in single]
    metrics((titles[name], value) for name, value in shown if name in titles)
    for name, value in result.summary.items() if by_kind else ():
        if isinstance(value, dict) and value and name in titles:
            ordered = sorted(value.items(), key=lambda item: -item[1])
            parts = (
                f"{word_of(analysis.row, key, session.metamodel, session.lang)} {number(count)}"
                for key, count in ordered
            )
            html(f'<p class="ea-lead">{escape(titles[name])}: {escape(" · ".join(parts))}</p>')


def _answer(session: Session, analysis: Analysis, result: Result) -> None:
    """The lines as a table; a click leads to the fact a line is about."""
    _ = translator(session.lang)
    if not result.rows:
        st.success(_("Nothing found: there is nothing to do here."))
        return
    headings = [column.title.in_(session.lang) for column in result.columns]
    body = [
        [cell_value(cell, session.lang) for cell in readable(row, session.metamodel, session.lang)]
        for row in result.rows
    ]
    if any(row.subject() for row in result.rows):
        st.caption(_("A click on a row opens its fact page; a click on a heading sorts."))
    table_files(session, analysis.title.in_(session.lang), headings, body, result)
    frame = pd.DataFrame(body, columns=[column.name for column in result.columns]).dropna(axis="columns", how="all")
    config = {
        column.name: st.column_config.Column(
            column.title.in_(session.lang), help=column.help.in_(session.lang), width=_width(frame, column.name)
        )
        for column in result.columns
    }
    event = st.dataframe(
        frame, key=f"result:{analysis.name}:{hash(tuple(map(str, result.params.values())))}", hide_index=True,
        on_select="rerun", selection_mode="single-cell", placeholder="", column_config=config,
        height=min(HEIGHT, 38 + 35 * len(frame)), alt=analysis.title.in_(session.lang),
    )  # fmt: skip
    places = [row for row, _column in event.selection.cells]
    subject: FactRef | None = result.rows[places[0]].subject() if places and places[0] < len(result.rows) else None
    if subject:
        go(session, FACT, {"type": subject.label, "id": subject.id})


def _width(frame: pd.DataFrame, name: str) -> int | None:
    """Texts get the room they need, as far as there is any; numbers and dates find theirs."""
    words = list(frame[name].dropna()) if name in frame else []
    return width_of(words, 90, 420) if words and all(isinstance(word, str) for word in words) else None
