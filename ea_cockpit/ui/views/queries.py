"""Queries: the library of questions by group, each with its parameters, its rows and an address to share."""

from __future__ import annotations

from html import escape

import streamlit as st

from ea_cockpit.analyses.analysis import Result
from ea_cockpit.analyses.library import by_group, library
from ea_cockpit.analyses.library.question import CUT, Question
from ea_cockpit.i18n import LANGS, Text, translator
from ea_cockpit.ui.page import Page, address_changed, anchor, show_in_address
from ea_cockpit.ui.panels.basic import html, title
from ea_cockpit.ui.panels.result import ask
from ea_cockpit.ui.session import Session
from ea_cockpit.ui.wording import number

PATH = "abfragen"
QUERY, SEARCH = "query", "q"


def draw(session: Session) -> None:
    """The question the address names, else the list of all."""
    chosen = library().get(st.query_params.get(QUERY, ""))
    if chosen is None:
        _list(session)
    else:
        ask(session, chosen, (PATH, translator(session.lang)("Queries")), _tell_cut, {QUERY: chosen.name})


def _tell_cut(session: Session, result: Result) -> None:
    if CUT in result.summary:
        _ = translator(session.lang)
        st.caption(_("The first {count} rows; there are more.").format(count=number(len(result.rows))))


def _list(session: Session) -> None:
    _ = translator(session.lang)
    title(_("Queries"), _("Ready-made questions for harmonisation, with parameters and a result to take along."))
    if address_changed() or SEARCH not in st.session_state:
        st.session_state[SEARCH] = st.query_params.get(SEARCH, "")
    words = st.text_input(
        _("Search"), key=SEARCH, placeholder=_("A word, for example contract"), icon=":material/search:"
    )
    show_in_address({SEARCH: words})
    found = {group: [one for one in questions if _fits(one, words)] for group, questions in by_group().items()}
    if not any(found.values()):
        st.info(_("No question has these words."))
    for group, questions in found.items():
        if questions:
            items = "".join(_item(session, one) for one in questions)
            html(f'<h2>{escape(group.value.in_(session.lang))}</h2><ul class="ea-questions">{items}</ul>')


def _item(session: Session, question: Question) -> str:
    link = anchor(PATH, {QUERY: question.name}, question.title.in_(session.lang))
    return f"<li>{link}<p>{escape(question.question.in_(session.lang))}</p></li>"


def _fits(question: Question, words: str) -> bool:
    """Whether each word stands somewhere in what the question says, in either language."""
    texts = (question.title, question.question, question.why, question.remedy, question.group.value)
    said = " ".join([question.name, *(text.in_(lang) for text in texts for lang in LANGS)]).casefold()
    return all(word in said for word in words.casefold().split())


PAGE = Page(PATH, Text("Abfragen", "Queries"), draw, order=52, icon=":material/manage_search:")
