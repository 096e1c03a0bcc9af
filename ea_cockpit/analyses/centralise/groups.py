"""Groups of applications that do the same work: each two parts that join are alike on average, not only at one end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np

from ea_cockpit.analyses.centralise.flows import Numbers, Scores
from ea_cockpit.analyses.centralise.pairs import Pairs


@dataclass(frozen=True, slots=True)
class Group:
    """Places of the members and of the pairs among them; `common` is the one that already serves all, if any."""

    members: tuple[int, ...]
    pairs: Numbers
    common: int | None = None


def group(pairs: Pairs, scores: Scores, threshold: float, crowded: int, twins: Sequence[Hashable] = ()) -> list[Group]:
    """Join the most alike first, as long as the average over all pairs between two parts reaches the threshold.

    A chain A-B-C whose ends have nothing in common does not become one group. Two that were never compared share
    nothing and count as 0, but in parts larger than `crowded`, where only neighbours are compared. `twins` gives those
    that are alike enough by their mark alone, whatever else is known (None: not so): they are one part from the start.
    """
    of = _starting(pairs, twins)
    parts = _Parts(pairs, scores, of, threshold, crowded)
    edges = parts.edges()
    while left := parts.pass_over(edges):
        edges = left
    return _groups(pairs, np.array([parts.now(part) for part in of.tolist()], dtype=np.int64))


def _starting(pairs: Pairs, twins: Sequence[Hashable]) -> Numbers:
    """The part each place starts in: its own, or that of the first with its mark."""
    last = int(pairs.second.max(initial=-1)) + 1
    first: dict[Hashable, int] = {}
    marks = twins or [None] * last
    return np.array(
        [place if mark is None else first.setdefault(mark, place) for place, mark in enumerate(marks)], dtype=np.int64
    )


class _Parts:
    """The parts joined so far; between each two, the sum of scores and how many pairs were compared."""

    def __init__(self, pairs: Pairs, scores: Scores, of: Numbers, threshold: float, crowded: int) -> None:
        self._threshold, self._crowded = threshold, crowded
        self._size = dict(enumerate(np.bincount(of).tolist()))
        self._joined: dict[int, int] = {}
        self._between: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
        self._best: list[tuple[float, int, int]] = []
        self._fill(of[pairs.first], of[pairs.second], scores)

    def _fill(self, first: Numbers, second: Numbers, scores: Scores) -> None:
        apart = first != second
        low, high = np.minimum(first, second)[apart], np.maximum(first, second)[apart]
        if not len(low):
            return
        width = int(high.max()) + 1
        codes, back = np.unique(low * width + high, return_inverse=True)
        counts, sums = np.bincount(back), np.bincount(back, weights=scores[apart])
        best = np.zeros(len(codes))
        np.maximum.at(best, back, scores[apart])
        # Parts none of whose pairs is alike never join: what lies between them is of no use.
        ends = np.unique(
            np.concatenate([codes[best >= self._threshold] // width, codes[best >= self._threshold] % width])
        )
        near = np.isin(codes // width, ends) & np.isin(codes % width, ends)
        listed = (codes[near] // width, codes[near] % width, sums[near], counts[near], best[near])
        for one, other, total, count, top in zip(*(column.tolist() for column in listed), strict=True):
            self._between[one][other] = self._between[other][one] = (total, count)
            if top >= self._threshold:
                self._best.append((-top, one, other))

    def edges(self) -> list[tuple[int, int]]:
        """Parts with a pair that is alike, the most alike first."""
        return [(one, other) for _, one, other in sorted(self._best)]

    def now(self, part: int) -> int:
        """The part a part has become."""
        while part in self._joined:
            part = self._joined[part]
        return part

    def pass_over(self, edges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Join along these; gives those still apart, if any were joined at all."""
        left, moved = [], False
        for one, other in edges:
            a, b = self.now(one), self.now(other)
            if a == b:
                continue
            if self._mean(a, b) >= self._threshold:
                self._join(a, b)
                moved = True
            else:
                left.append((one, other))
        return left if moved else []

    def _mean(self, a: int, b: int) -> float:
        total, compared = self._between[a].get(b, (0.0, 0))
        every = self._size[a] * self._size[b] if max(self._size[a], self._size[b]) <= self._crowded else compared
        return total / max(every, 1)

    def _join(self, a: int, b: int) -> None:
        if len(self._between[a]) < len(self._between[b]):
            a, b = b, a
        self._joined[b] = a
        self._size[a] += self._size.pop(b)
        self._between[a].pop(b, None)
        for other, (total, compared) in self._between.pop(b).items():
            if other == a:
                continue
            before = self._between[a].get(other, (0.0, 0))
            self._between[a][other] = self._between[other][a] = (before[0] + total, before[1] + compared)
            self._between[other].pop(b, None)


def _groups(pairs: Pairs, part: Numbers) -> list[Group]:
    """The parts with more than one member, by their first, with the pairs inside."""
    inside = np.flatnonzero(part[pairs.first] == part[pairs.second])
    by_part = inside[np.argsort(part[pairs.first[inside]], kind="stable")]
    owners = part[pairs.first[by_part]]
    members: dict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(part.tolist()):
        members[one].append(place)
    return sorted(
        (
            Group(tuple(listed), by_part[slice(*np.searchsorted(owners, [one, one + 1]).tolist())])
            for one, listed in members.items()
            if len(listed) > 1
        ),
        key=lambda found: found.members,
    )
