"""In which order the parts of a scenario can happen: what must be there or be moved first; cycles named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import rustworkx

from ea_cockpit.i18n import LANGS, Text


@dataclass(frozen=True, slots=True)
class Unit:
    """One part of a scenario: a step, or what a step does to one fact."""

    step: int
    title: Text


@dataclass(frozen=True, slots=True)
class Before:
    """One part must be done before another: places in the list of parts, and why."""

    first: int
    then: int
    why: Text


@dataclass(frozen=True, slots=True)
class Placed:
    """A part in its place, with why it comes after others."""

    step: int
    title: Text
    because: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Cycle:
    """Parts of which each must be done before the other: one of the reasons must be lifted for a while."""

    titles: tuple[Text, ...]
    because: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """All parts in an order that respects what depends on what, as far as cycles let it."""

    parts: tuple[Placed, ...]
    cycles: tuple[Cycle, ...]


def arrange(units: Sequence[Unit], rules: Iterable[Before]) -> Order:
    """The order nearest to the one written; parts in a cycle stay together, as written."""
    kept = list(dict.fromkeys(one for one in rules if one.first != one.then))
    graph: rustworkx.PyDiGraph[int, None] = rustworkx.PyDiGraph()
    graph.add_nodes_from(range(len(units)))
    graph.add_edges_from([(one.first, one.then, None) for one in kept])
    groups = [sorted(group) for group in rustworkx.strongly_connected_components(graph)]
    group_of = {node: place for place, group in enumerate(groups) for node in group}
    whole: rustworkx.PyDiGraph[list[int], None] = rustworkx.PyDiGraph()
    whole.add_nodes_from(groups)
    whole.add_edges_from([(*pair, None) for pair in _between(kept, group_of)])
    # Of several that could come next, the one written first.
    sorted_groups = rustworkx.lexicographical_topological_sort(whole, key=lambda group: f"{group[0]:09}")
    reasons: dict[int, list[Text]] = {}
    for one in kept:
        reasons.setdefault(one.then, []).append(one.why)
    parts = tuple(
        Placed(units[node].step, units[node].title, tuple(reasons.get(node, ())))
        for group in sorted_groups
        for node in group
    )
    cycles = tuple(_cycle(group, units, kept) for group in sorted(groups) if len(group) > 1)
    return Order(parts, cycles)


def _between(rules: Iterable[Before], group_of: dict[int, int]) -> set[tuple[int, int]]:
    pairs = ((group_of[one.first], group_of[one.then]) for one in rules)
    return {pair for pair in pairs if pair[0] != pair[1]}


def _cycle(group: Sequence[int], units: Sequence[Unit], rules: Iterable[Before]) -> Cycle:
    inside = [one.why for one in rules if one.first in group and one.then in group]
    return Cycle(tuple(units[node].title for node in group), tuple(inside))


def in_one(texts: Iterable[Text], between: str = "; ") -> Text:
    """Several texts as one."""
    listed = list(texts)
    return Text(*(between.join(text.in_(lang) for text in listed) for lang in LANGS))
