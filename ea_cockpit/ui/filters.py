"""Filters of the catalogue, worked out from the metamodel: words, yes or no, and partners such as the office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ea_cockpit.i18n import Lang, Text
from ea_cockpit.model.declare import Fact, Section
from ea_cockpit.model.metamodel import Column, FactType, Link
from ea_cockpit.tabular.cells import NO, YES
from ea_cockpit.ui.frames import Names, facts, partner_name, partner_names
from ea_cockpit.ui.session import Session

EMPTY = "-"
IN_FRONT = 3
_FIRST = (Section.GENERAL, Section.LIFECYCLE, Section.ORGANISATION)
WITHOUT = Text("(ohne Angabe)", "(not given)")


@dataclass(frozen=True, slots=True)
class Filter:
    """A field to choose by: stored values that occur, with the word for each."""

    field: Column | Link
    words: dict[str, str]


def kept_filters(session: Session, kind: FactType) -> list[Filter]:
    """The filters of a type, worked out once for the present content of the graph."""
    lang = session.lang

    def make() -> list[Filter]:
        return filters(kind, facts(session, kind), partner_names(session, kind), lang)

    return session.kept("filters", make, kind.label, lang)


def filters(kind: FactType, found: Sequence[Fact], known: Names, lang: Lang) -> list[Filter]:
    """All filters that can make a difference, the most telling ones first."""
    usable = [field for field in kind.fields if isinstance(field, Link) or field.kind in ("choice", "yesno")]
    built = [Filter(field, _words(field, found, known, lang)) for field in usable]
    ordered = sorted((each for each in built if len(each.words) > 1), key=_rank)
    # Who answers for it comes before everything else.
    owners = [each for each in ordered if _names_owner(each.field)][:1]
    return owners + [each for each in ordered if each not in owners]


def matches(fact: Fact, field: Column | Link, chosen: set[str]) -> bool:
    """Whether a fact has one of the values chosen in this field."""
    return not chosen.isdisjoint(_keys(getattr(fact, field.name)))


def _keys(value: Any) -> tuple[str, ...]:
    """A field's value as it stands in an address."""
    if value is None or value == ():
        return (EMPTY,)
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    return value if isinstance(value, tuple) else (getattr(value, "value", str(value)),)


def _words(field: Column | Link, found: Sequence[Fact], known: Names, lang: Lang) -> dict[str, str]:
    present = {key for fact in found for key in _keys(getattr(fact, field.name))}
    if isinstance(field, Link):
        words = {key: partner_name(field, key, known) for key in present - {EMPTY}}
        words = dict(sorted(words.items(), key=lambda item: item[1].casefold()))
    elif field.choices is not None:
        words = {word.value: word.in_(lang) for word in field.choices if word.value in present}
    else:
        words = {key: text.in_(lang) for key, text in (("yes", YES), ("no", NO)) if key in present}
    return {**words, EMPTY: WITHOUT.in_(lang)} if EMPTY in present and words else words


def _rank(each: Filter) -> tuple[int, int]:
    """Words before partners; in front what says what it is and how far along."""
    field = each.field
    place = _FIRST.index(field.section) if field.section in _FIRST else len(_FIRST)
    return (2 if isinstance(field, Link) else 1 if field.kind == "yesno" else 0), place


def _names_owner(field: Column | Link) -> bool:
    return isinstance(field, Link) and not field.many and field.section is Section.ORGANISATION
