"""From what a rule writes to what it means: mappings become conditions, every word checked against the fact type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ea_cockpit.analyses.rules.condition import AllOf, AnyOf, Condition, HasValue, IsLinked, Named, Not
from ea_cockpit.analyses.rules.faults import WrongEntry
from ea_cockpit.analyses.rules.terms import Relation, Terms
from ea_cockpit.analyses.rules.value_test import value_test
from ea_cockpit.i18n import Text
from ea_cockpit.naming.nearest import did_you_mean

_JOINS = ("all", "any", "not")
_PRESENT, _MISSING = ("present", "vorhanden"), ("missing", "fehlt")


def compile_condition(raw: Any, label: str, terms: Terms) -> Condition:
    """The condition of a mapping, all of whose entries must hold; what makes no sense raises a `WrongEntry`."""
    if not isinstance(raw, dict):
        raise WrongEntry(
            Text("hier werden Zeilen «Feld: Wert» erwartet.", "lines 'field: value' are expected here."),
            did_you_mean("", [*terms.of(label)]),
        )
    parts = list(_parts(raw, label, terms))
    return parts[0] if len(parts) == 1 else AllOf(label, tuple(parts))


def _parts(raw: dict[str, Any], label: str, terms: Terms) -> Iterator[Condition]:
    for word, value in raw.items():
        try:
            yield _joined(word, value, label, terms) if word in _JOINS else _part(word, value, label, terms)
        except WrongEntry as fault:
            raise fault.inside(word) if fault.field or _is_known(word, label, terms) else fault from None


def _is_known(word: str, label: str, terms: Terms) -> bool:
    try:
        return word in _JOINS or bool(terms.term(label, word))
    except WrongEntry:
        return False


def _joined(word: str, value: Any, label: str, terms: Terms) -> Condition:
    if word == "not":
        return Not(label, compile_condition(value, label, terms))
    if not isinstance(value, list) or not value:
        raise WrongEntry(
            Text("hier wird eine Liste erwartet.", "a list is expected here."),
            Text("Schreiben Sie jede Bedingung auf eine Zeile mit «- ».", "Write each condition on a line with '- '."),
        )
    found = tuple(compile_condition(item, label, terms) for item in value)
    return AllOf(label, found) if word == "all" else AnyOf(found)


def _part(word: str, value: Any, label: str, terms: Terms) -> Condition:
    term = terms.term(label, word)
    if isinstance(term, Relation):
        return _linked(term, value, terms)
    if term.name == "id":
        return Named(label, _words(value))
    if isinstance(value, dict):
        raise WrongEntry(
            Text("dieses Feld hat einen Wert, keine Felder.", "this field has a value, not fields."),
            Text("Schreiben Sie den Wert dahinter.", "Write the value behind it."),
        )
    return HasValue(value_test(term, value))


def _linked(relation: Relation, value: Any, terms: Terms) -> Condition:
    if value in (*_PRESENT, *_MISSING):
        return IsLinked(relation, {}, turned=value in _MISSING)
    if isinstance(value, dict):
        return IsLinked(relation, _partner(relation, value, terms))
    words = _words(value)
    return IsLinked(relation, {target: Named(target, words) for target in relation.targets})


def _partner(relation: Relation, value: dict[str, Any], terms: Terms) -> dict[str, Condition]:
    """The condition for each type the partner may have; a type that knows not all its words is never meant."""
    found: dict[str, Condition] = {}
    faults: list[WrongEntry] = []
    for target in relation.targets:
        try:
            found[target] = compile_condition(value, target, terms)
        except WrongEntry as fault:
            faults.append(fault)
    if not found:
        raise faults[0]
    return found


def _words(value: Any) -> tuple[str, ...]:
    words = value if isinstance(value, list) else [value]
    if not words or not all(isinstance(word, str) and word.strip() for word in words):
        raise WrongEntry(
            Text("hier wird eine ID, ein Name oder eine Liste davon erwartet.", "an id, a name or a list is expected."),
            Text("Bedingungen an den Partner stehen als «Feld: Wert».", "Write conditions on it as 'field: value'."),
        )
    return tuple(words)
