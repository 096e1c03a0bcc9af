"""The parts of a fact page: fields by section, links both ways, open references, where it all comes from."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from ea_cockpit.analyses import registry
from ea_cockpit.graph.catalogue import FactPage, FactRef, Origin
from ea_cockpit.i18n import translator
from ea_cockpit.model.declare import Fact, Section
from ea_cockpit.model.metamodel import Column, FactType, Link
from ea_cockpit.ui.page import analysis_path, anchor, fact_anchor
from ea_cockpit.ui.panels.basic import Html, escape_markdown, heading, html, rows
from ea_cockpit.ui.session import Session
from ea_cockpit.ui.wording import NOTHING, moment, shown

FOLD = 25
_IN_HEAD = ("id", "name")


def chips(session: Session, kind: FactType, fact: Fact) -> None:
    """Type, id and the words that tell most: what a reader takes in at a glance."""
    name = escape(kind.title.in_(session.lang))
    parts = [f'<span class="ea-kind" style="background:{kind.look.color}">{name}</span>']
    parts.append(f"<span>{escape(fact.id)}</span>")
    words = [column for column in kind.columns if column.kind == "choice" and getattr(fact, column.name) is not None]
    for column in words[:4]:
        value = shown(getattr(fact, column.name), session.lang)
        parts.append(f"<span>{escape(column.title.in_(session.lang))}: <b>{escape(value)}</b></span>")
    html(f'<div class="ea-chips">{"".join(parts)}</div>')


def questions(session: Session, kind: FactType, id_: str) -> None:
    """The analyses that can be asked about this fact, each a link that asks it."""
    _ = translator(session.lang)
    asked = (
        anchor(analysis_path(name), {parameter.name: f"{kind.label}:{id_}"}, analysis.title.in_(session.lang))
        for name, analysis in registry().items()
        for parameter in analysis.parameters
        if parameter.kind == "fact" and kind.label in parameter.labels(session.metamodel)
    )
    if links := " · ".join(asked):
        html(f'<p class="ea-next">{escape(_("Analyses"))}: {links}</p>')


def fields(session: Session, kind: FactType, page: FactPage, with_empty: bool) -> None:
    """All fields by section, own links among them, then the office's own columns."""
    links = {link.name: refs for link, refs in page.outgoing}
    cards = []
    for section in Section:
        inside = [field for field in kind.fields if field.section is section and field.name not in _IN_HEAD]
        lines = [line for field in inside if (line := _line(session, field, page.fact, links, with_empty))]
        cards.append(_card(section.value.in_(session.lang), lines))
    own = [_pair(heading, escape(value)) for heading, value in page.fact.custom.items()]
    cards.append(_card(translator(session.lang)("Further columns of the inventory"), own))
    html(f'<div class="ea-cards">{"".join(cards)}</div>')


def _line(
    session: Session, field: Column | Link, fact: Fact, links: dict[str, tuple[FactRef, ...]], with_empty: bool
) -> str:
    if isinstance(field, Link):
        text = names_of(links.get(field.name, ()))
    else:
        text = escape(shown(getattr(fact, field.name), session.lang))
    if not text and not with_empty:
        return ""
    return _pair(field.title.in_(session.lang), text or NOTHING, field.help.in_(session.lang))


def _pair(name: str, value: str, help_: str = "") -> str:
    tip = f' title="{escape(help_)}"' if help_ else ""
    return f"<dt{tip}>{escape(name)}</dt><dd>{value}</dd>"


def _card(name: str, lines: list[str]) -> str:
    if not lines:
        return ""
    return f'<section class="ea-card"><h2>{escape(name)}</h2><dl>{"".join(lines)}</dl></section>'


def names_of(refs: Iterable[FactRef]) -> str:
    """Partners as links; a long list is folded."""
    found = sorted(refs, key=lambda ref: (ref.title.casefold(), ref.id))
    items = [f"<li>{fact_anchor(ref.label, ref.id, ref.title)}</li>" for ref in found]
    if not items:
        return ""
    listed = f"<ul>{''.join(items)}</ul>"
    if len(items) > FOLD:
        return f'<details class="ea-links"><summary>{len(items)}</summary>{listed}</details>'
    return f'<span class="ea-links">{listed}</span>'


def named_by(session: Session, page: FactPage) -> None:
    """The facts that name this one, each link read from this side."""
    if not page.incoming:
        return
    _ = translator(session.lang)
    heading(_("Links from other facts"))
    lang, types = session.lang, session.metamodel
    lines = [
        (link.inverse.in_(lang), types[link.source].plural.in_(lang), len(refs), Html(names_of(refs)))
        for link, refs in page.incoming
    ]
    rows((_("Relation"), _("Type"), _("Number"), _("Facts")), lines, numbers=(2,))


def open_references(session: Session, kind: FactType, page: FactPage) -> None:
    """References nothing answers to: shown, never lost."""
    if not page.open:
        return
    _ = translator(session.lang)
    titles = {link.name: link.title.in_(session.lang) for link in kind.links}
    items = "; ".join(f"{titles.get(name, name)}: {text}" for name, text in page.open)
    st.warning(
        _("Open references, to facts that are not in the catalogue: {items}").format(items=escape_markdown(items))
        + "  \n"
        + _("Import the missing facts, or correct the references in the source."),
        icon=":material/link_off:",
    )


def origin(session: Session, source: Origin) -> None:
    """File, sheet, row, run and checksum."""
    _ = translator(session.lang)
    if source.run is None:
        st.caption(_("Where this fact comes from is not recorded."))
        return
    when = _("Import {run} of {moment}").format(run=source.run, moment=moment(source.at))
    checksum = Html(f'<span title="{source.sha256}">{source.sha256[:12]}…</span>' if source.sha256 else NOTHING)
    headings = (_("File"), _("Sheet"), _("Row"), _("Import"), "SHA-256")
    rows(headings, [(source.file, source.sheet, source.row, when, checksum)])
