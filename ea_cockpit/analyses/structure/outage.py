"""Which single failure takes down what: by any of its causes, or by all of several alternatives.

`causes` is the least answer to: a fact fails with itself, with whatever any one of its causes fails with, and with what
all of its alternatives fail with at once. Facts in a ring of causes fail alike and are counted as one class.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import rustworkx as rx

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Causes:
    """For each fact its class, and for each class those whose failure alone takes it down (itself among them)."""

    class_of: list[int]
    members: list[list[int]]
    of_class: list[frozenset[int]]

    def of(self, fact: int) -> frozenset[int]:
        """The classes whose failure takes the fact down."""
        return self.of_class[self.class_of[fact]]

    def effects(self, facts: Iterable[int]) -> Counter[int]:
        """How many of these facts each class takes down."""
        counted: Counter[int] = Counter()
        # Many facts share one class: each is gone through once.
        for class_, count in Counter(self.class_of[fact] for fact in facts).items():
            for cause in self.of_class[class_]:
                counted[cause] += count
        return counted

    def felled(self, wanted: Iterable[int]) -> dict[int, list[int]]:
        """All facts each of the wanted classes takes down, their own members among them."""
        found: dict[int, list[int]] = {class_: [] for class_ in wanted}
        for class_, causes in enumerate(self.of_class):
            for cause in causes:
                if cause in found:
                    found[cause] += self.members[class_]
        return found


def causes(size: int, any_of: Sequence[Pair], all_of: Sequence[Pair]) -> Causes:
    """The causes of each of `size` facts; pairs are (what fails first, what fails with it)."""
    members = components(size, any_of)[::-1]
    class_of = [0] * size
    for class_, facts in enumerate(members):
        for fact in facts:
            class_of[fact] = class_
    single = {(class_of[a], class_of[b]) for a, b in any_of} - {(c, c) for c in range(len(members))}
    groups: dict[int, list[int]] = defaultdict(list)
    for first, second in all_of:
        groups[second].append(class_of[first])
    return Causes(class_of, members, _solved(len(members), single, [(class_of[f], g) for f, g in groups.items()]))


def components(size: int, pairs: Iterable[Pair]) -> list[list[int]]:
    """Strongly connected components, what fails last first."""
    graph: rx.PyDiGraph[int, None] = rx.PyDiGraph(multigraph=True)
    graph.add_nodes_from(range(size))
    graph.add_edges_from_no_data(list(pairs))
    return [list(found) for found in rx.strongly_connected_components(graph)]


def _solved(size: int, single: set[Pair], groups: list[tuple[int, list[int]]]) -> list[frozenset[int]]:
    """Class by class, what fails first first; classes in a ring through alternatives until nothing changes."""
    into: list[list[int]] = [[] for _ in range(size)]
    for first, second in single:
        into[second].append(first)
    either: list[list[list[int]]] = [[] for _ in range(size)]
    for second, alternatives in groups:
        either[second].append(alternatives)
    found: list[frozenset[int]] = [frozenset((class_,)) for class_ in range(size)]
    pairs = [*single, *((first, second) for second, firsts in groups for first in firsts)]
    for ring in reversed(components(size, pairs)):
        changed = True
        while changed:
            changed = False
            for class_ in ring:
                now = _one(class_, into[class_], either[class_], found)
                changed |= len(ring) > 1 and now != found[class_]
                found[class_] = now
    return found


def _one(
    class_: int, into: list[int], either: list[list[int]], found: list[frozenset[int]]
) -> frozenset[int]:  # fmt: skip
    shared = [frozenset.intersection(*(found[one] for one in alternatives)) for alternatives in either]
    return frozenset((class_,)).union(*(found[one] for one in into), *shared)
