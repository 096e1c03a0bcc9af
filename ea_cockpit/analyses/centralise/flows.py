"""Who exchanges data with whom: the interfaces in operation, seen from each application."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Scores = NDArray[np.float64]
Ends = tuple[Numbers, Numbers]
"""Links of a kind: the nodes they start from, and those they lead to."""
Flow = tuple[int, int, bool]
"""The place of the interface in the order of ids, the partner (a node), and whether data goes out."""


class Flows:
    """The flows of each application by the order of the interfaces' ids; a data store speaks for who holds it.

    Numbers of nodes give no order: the same facts, loaded anew, have others.
    """

    def __init__(self, interfaces: Sequence[int], links: Mapping[str, Ends]) -> None:
        self.interfaces = interfaces
        """The nodes of the interfaces in the order of their ids."""
        order = np.array(interfaces, dtype=np.int64)
        by_node = np.argsort(order)
        # What is not among them has the place -1, which is the last one here.
        ranks = np.append(by_node, -1)
        providers, provided = links["PROVIDES"]
        consumed, consumers = links["CONSUMED_BY"]
        given, giver = _spoken(ranks[_placed(order[by_node], provided)], providers, links["HOLDS"])
        taken, taker = _spoken(ranks[_placed(order[by_node], consumed)], consumers, links["HOLDS"])
        left, right = _meet(given, taken)
        app, partner = np.concatenate([giver[left], taker[right]]), np.concatenate([taker[right], giver[left]])
        app, place, partner, out = _each_once(app, np.tile(given[left], 2), partner, np.arange(len(app)) < len(left))
        self._flows: list[Flow] = list(zip(place.tolist(), partner.tolist(), out.tolist(), strict=True))
        self._nodes, first, number = np.unique(app, return_index=True, return_inverse=True)
        last = np.append(first[1:], len(app))[: len(first)]
        self._of = dict(zip(self._nodes.tolist(), zip(first.tolist(), last.tolist(), strict=True), strict=True))
        partners, partner = np.unique(partner, return_inverse=True)
        self._width = max(len(partners), 1)
        # One number says who exchanges with whom; sorted, whether it is among them is found fast.
        self._exchanges = np.unique(number * self._width + partner)

    def of(self, node: int) -> Sequence[Flow]:
        """The flows of an application."""
        return self._flows[slice(*self._of.get(node, (0, 0)))]

    def partners(self, node: int) -> frozenset[int]:
        """Whom an application exchanges data with."""
        return frozenset([partner for _, partner, _ in self.of(node)])

    def alike(self, one: Numbers, other: Numbers) -> Scores:
        """The partners both applications (nodes) have as a share of those either has; NaN where one has none."""
        one, other = _placed(self._nodes, one), _placed(self._nodes, other)
        found = np.full(len(one), np.nan)
        known = (one >= 0) & (other >= 0)
        counts = np.bincount(self._exchanges // self._width, minlength=len(self._nodes))
        swap = counts[one[known]] > counts[other[known]]
        few, many = (np.where(way, other[known], one[known]) for way in (swap, ~swap))
        pair, place = _runs(np.cumsum(counts)[few] - counts[few], counts[few])
        wanted = many[pair] * self._width + self._exchanges[place] % self._width
        shared = np.bincount(pair[_among(self._exchanges, wanted)], minlength=len(few))
        found[known] = shared / (counts[few] + counts[many] - shared)
        return found


def _placed(ascending: Numbers, wanted: Numbers) -> Numbers:
    """The place of each number among ascending ones; -1 where it is not among them."""
    if not len(ascending):
        return np.full(len(wanted), -1)
    place = np.searchsorted(ascending, wanted).clip(max=len(ascending) - 1)
    return np.where(ascending[place] == wanted, place, -1)


def _among(ordered: Numbers, wanted: Numbers) -> Numbers:
    """The places of those wanted that are among the ordered ones."""
    # Very many are wanted and few are there: a table of hashes rules most out, and only the rest is searched.
    bits = max(16 * len(ordered), 1).bit_length()
    table = np.zeros(1 << bits, dtype=np.bool_)
    table[_hashed(ordered, bits)] = True
    maybe = np.flatnonzero(table[_hashed(wanted, bits)])
    return maybe[_placed(ordered, wanted[maybe]) >= 0]


def _hashed(numbers: Numbers, bits: int) -> Numbers:
    """A number of so many bits for each, well spread: the upper half of a product with a large odd number."""
    return ((numbers * 2_654_435_761) >> 12) & ((1 << bits) - 1)


def _spoken(places: Numbers, ends: Numbers, holds: Ends) -> tuple[Numbers, Numbers]:
    """The interfaces that are placed with who speaks at their end: the holders of a data store, or the end itself."""
    places, ends = places[places >= 0], ends[places >= 0]
    holders, stores = holds
    end, hold = _meet(ends, stores)
    alone = ~np.isin(ends, stores)
    return np.concatenate([places[alone], places[end]]), np.concatenate([ends[alone], holders[hold]])


def _each_once(*columns: NDArray[Any]) -> list[NDArray[Any]]:
    """The rows of these columns in their order, each once."""
    order = np.lexsort(columns[::-1])
    rows = [column[order] for column in columns]
    new = np.any([row[1:] != row[:-1] for row in rows], axis=0)
    return [row[np.flatnonzero(np.concatenate([[True] * bool(len(order)), new]))] for row in rows]


def _meet(one: Numbers, other: Numbers) -> tuple[Numbers, Numbers]:
    """All pairs of places with the same value on both sides."""
    order = np.argsort(other, kind="stable")
    ordered = other[order]
    low, high = np.searchsorted(ordered, one, "left"), np.searchsorted(ordered, one, "right")
    left, place = _runs(low, high - low)
    return left, order[place]


def _runs(starts: Numbers, counts: Numbers) -> tuple[Numbers, Numbers]:
    """The places of runs laid end to end, each from its start on, with the number of the run each belongs to."""
    run = np.repeat(np.arange(len(counts)), counts)
    return run, starts[run] + np.arange(len(run)) - (np.cumsum(counts) - counts)[run]
