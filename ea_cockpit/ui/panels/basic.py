"""Headings, figures, plain lists and tiles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files

import streamlit as st

from ea_cockpit.errors import CockpitError
from ea_cockpit.i18n import Lang
from ea_cockpit.ui.page import anchor
from ea_cockpit.ui.wording import number


def look() -> None:
    """The cockpit's own style, once a page."""
    st.html(f"<style>{(files('ea_cockpit.ui') / 'look.css').read_text(encoding='utf-8')}</style>")


def html(body: str) -> None:
    """HTML put together here; whoever builds it escapes what people wrote."""
    st.markdown(body.replace("\n", "&#10;"), unsafe_allow_html=True)


def title(text: str, lead: str = "", crumbs: Sequence[tuple[str, str]] = ()) -> None:
    """The page's heading, a sentence below it, and the way back (path, text) above it."""
    if crumbs:
        way = " › ".join(anchor(path, {}, name) for path, name in crumbs)
        html(f'<p class="ea-crumbs">{way}</p>')
    st.title(escape_markdown(text), anchor=False)
    if lead:
        html(f'<p class="ea-lead">{escape(lead)}</p>')


def heading(text: str) -> None:
    """The heading of a part of the page."""
    st.header(escape_markdown(text), anchor=False)


def metrics(figures: Iterable[tuple[str, object]]) -> None:
    """A row of figures with their labels."""
    parts = (f"<div><dt>{escape(label)}</dt><dd>{_cell(value)}</dd></div>" for label, value in figures)
    html(f'<dl class="ea-figures">{"".join(parts)}</dl>')


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure that leads to a page."""

    label: str
    count: int
    color: str
    address: str


def tiles(shown: Iterable[Tile]) -> None:
    """Figures as tiles, each a link."""
    parts = (
        f'<a href="{escape(tile.address)}" target="_self" style="--ea:{tile.color}"'
        f"{'' if tile.count else ' class=ea-none'}><b>{number(tile.count)}</b>{escape(tile.label)}</a>"
        for tile in shown
    )
    html(f'<div class="ea-tiles">{"".join(parts)}</div>')


def rows(headings: Sequence[str], body: Iterable[Sequence[object]], numbers: Iterable[int] = ()) -> None:
    """A short table; cells are HTML where they are `Html`, else text; `numbers` are the columns set flush right."""
    right = set(numbers)
    mark = [' class="ea-number"' if place in right else "" for place in range(len(headings))]
    head = "".join(f'<th scope="col"{mark[place]}>{escape(text)}</th>' for place, text in enumerate(headings))
    lines = ("".join(f"<td{mark[place]}>{_cell(cell)}</td>" for place, cell in enumerate(row)) for row in body)
    inner = "".join(f"<tr>{line}</tr>" for line in lines)
    table = f'<table class="ea-list"><thead><tr>{head}</tr></thead><tbody>{inner}</tbody></table>'
    html(f'<div class="ea-wide">{table}</div>')


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def _cell(value: object) -> str:
    if isinstance(value, Html):
        return str(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number(value)
    return escape(str(value)) if value not in (None, "") else "–"


def tell_fault(fault: CockpitError, lang: Lang) -> None:
    """What went wrong and the way out; words of people in it are no markup."""
    words = f"**{escape_markdown(fault.fault(lang))}**  \n{escape_markdown(fault.way_out(lang))}"
    st.error(words, icon=":material/error:")


def escape_markdown(text: str) -> str:
    """Text that people wrote, so that nothing in it is taken for markup."""
    return "".join(f"\\{mark}" if mark in "\\`*_{}[]()#+-!|<>$~:" else mark for mark in text)
