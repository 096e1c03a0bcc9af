"""Who a draft would hit against the present graph, compared with the version in force."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ea_cockpit.analyses.rules.graph_landscape import GraphLandscape
from ea_cockpit.analyses.rules.judge import judge
from ea_cockpit.analyses.rules.read import WrittenRule
from ea_cockpit.analyses.rules.rule import Rule
from ea_cockpit.analyses.rules.standards import Standard, rules_of
from ea_cockpit.analyses.rules.terms import Terms
from ea_cockpit.graph.catalogue import FactRef, Reader
from ea_cockpit.graph.queries import load


@dataclass(frozen=True, slots=True)
class Previewed:
    """What one rule of the draft would change: hit anew, no longer hit, hit as before, and undecided."""

    rule: Rule
    known: bool
    new: tuple[FactRef, ...]
    gone: tuple[FactRef, ...]
    same: tuple[FactRef, ...]
    undecided: tuple[FactRef, ...]


@dataclass(frozen=True, slots=True)
class _Change:
    rule: Rule
    known: bool
    now: set[int]
    before: set[int]
    unclear: set[int]


def standards_in_force(reader: Reader) -> list[Standard]:
    """All standards of the graph."""
    return [Standard.of(row) for row in reader.read(load("analyses/standardisation_gaps"))]


def preview(written: Sequence[WrittenRule], reader: Reader, terms: Terms, day: dt.date) -> list[Previewed]:
    """Each rule of the draft: whom it hits, whatever its dates say."""
    land, held = GraphLandscape(reader), standards_in_force(reader)
    changes = [_change(one.rule, held, land, terms, day) for one in written]
    names = _names(reader, changes)
    return [
        Previewed(
            one.rule, one.known, _refs(one.now - one.before, names), _refs(one.before - one.now, names),
            _refs(one.now & one.before, names), _refs(one.unclear, names),
        )
        for one in changes
    ]  # fmt: skip


def _change(rule: Rule, held: Iterable[Standard], land: GraphLandscape, terms: Terms, day: dt.date) -> _Change:
    same = [standard for standard in held if standard.key == rule.id]
    now, unclear = _hit([rule], land, terms, day)
    before, _ = _hit(rules_of(same, terms).rules, land, terms, day)
    return _Change(rule, bool(same), now, before, unclear)


def _hit(rules: Iterable[Rule], land: GraphLandscape, terms: Terms, day: dt.date) -> tuple[set[int], set[int]]:
    hit: set[int] = set()
    unclear: set[int] = set()
    for rule in rules:
        for judged in judge(rule, land, terms, day):
            hit.update(judged.outcome.true)
            unclear.update(judged.outcome.unknown)
    return hit, unclear - hit


def _names(reader: Reader, changes: Iterable[_Change]) -> dict[int, FactRef]:
    numbers = sorted(set().union(*(one.now | one.before | one.unclear for one in changes)))
    found = reader.read(load("parts/standards_named"), facts=numbers)[0]["found"]
    return {number: FactRef(label, id_, name) for number, label, id_, name, *_ in found}


def _refs(numbers: Iterable[int], names: dict[int, FactRef]) -> tuple[FactRef, ...]:
    return tuple(sorted((names[number] for number in numbers), key=lambda ref: (ref.label, ref.title, ref.id)))
