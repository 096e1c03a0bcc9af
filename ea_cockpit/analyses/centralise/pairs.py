"""Which applications are compared, and how alike each pair is: seven parts, each known or not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ea_cockpit.analyses.centralise.flows import Numbers, Scores
from ea_cockpit.analyses.centralise.landscape import App, Scene, Shared
from ea_cockpit.analyses.centralise.settings import Likeness

PARTS = ("name", "capability", "data", "product", "supplier", "technology", "interfaces")
Way = Callable[[Any, Any], float]
"""How alike two values are, from 0 to 1."""


@dataclass(slots=True)
class Pairs:
    """Pairs of places in the list of applications; `parts` has a column for each part, NaN where it is not known."""

    first: Numbers
    second: Numbers
    parts: Scores

    def known(self, weights: Scores) -> Scores:
        """The share of the weight that both answer."""
        return _weighed(~np.isnan(self.parts), weights)

    def sure(self, weights: Scores) -> Scores:
        """How alike at least: what is not known counts as not alike."""
        return _weighed(np.nan_to_num(self.parts), weights)

    def likeness(self, weights: Scores, least_known: float) -> Scores:
        """How alike by what is known, from 0 to 1; where less than the least is known, the rest counts as not alike."""
        return np.asarray(self.sure(weights) / np.maximum(self.known(weights), least_known))


def _weighed(parts: NDArray[Any], weights: Scores) -> Scores:
    # Not `@`: for so few columns its threads cost more than they bring, and take the server's time.
    return np.asarray(np.einsum("ij,j->i", parts, weights))


def weights_of(likeness: Likeness) -> Scores:
    """The weights of the parts as shares of one, in the order of `PARTS`."""
    shares = likeness.weights.shares()
    return np.array([shares[part] for part in PARTS])


def compare(scene: Scene, likeness: Likeness) -> Pairs:
    """All pairs that share a word, a product or a data object, with all parts but the interfaces."""
    apps, cores = scene.apps, scene.names.cores
    first, second = _meeting(apps, cores, likeness.block)
    parts = np.full((len(first), len(PARTS)), np.nan)
    ways: list[tuple[str, Sequence[Hashable], Way | None]] = [
        ("name", cores, scene.names.likeness),
        ("capability", [app.capabilities for app in apps], _shared),
        ("data", [app.data for app in apps], _common),
        ("product", [app.product for app in apps], None),
        ("supplier", [app.supplier for app in apps], None),
        ("technology", [app.technologies for app in apps], _common),
    ]
    for part, values, way in ways:
        parts[:, PARTS.index(part)] = _each(values, way, first, second)
    return Pairs(first, second, parts)


def add_interfaces(pairs: Pairs, chosen: NDArray[np.bool_], alike: Scores) -> None:
    """Fill in the part of the interfaces for the pairs chosen."""
    pairs.parts[chosen, PARTS.index("interfaces")] = alike


def _each(values: Sequence[Hashable], way: Way | None, first: Numbers, second: Numbers) -> Scores:
    """A part of all pairs; NaN where either has no value. Each two different values are compared once.

    Without a way, two are alike or they are not.
    """
    places: dict[Hashable, int] = {}
    codes = np.array([places.setdefault(value, len(places)) for value in values], dtype=np.int64)
    listed = list(places)
    has = np.array([bool(value) for value in listed], dtype=np.bool_)
    found = np.full(len(first), np.nan)
    if not len(first):
        return found
    both = has[codes[first]] & has[codes[second]]
    one, other = codes[first[both]], codes[second[both]]
    found[both] = (one == other) if way is None else _compared(listed, way, one, other)
    # A partner the catalogue does not know, a name, may well be the one it knows, a node.
    told = np.array([_told(value) for value in listed], dtype=np.int64)
    found[(found == 0) & (told[codes[first]] != told[codes[second]])] = np.nan
    return found


def _told(value: Hashable) -> int:
    """Whether a value tells of nodes (1), of names (2), or of both (3)."""
    kinds = set(map(type, value if isinstance(value, frozenset) else (value,)))
    return (int in kinds) + 2 * (str in kinds)


def _compared(listed: Sequence[Any], way: Way, one: Numbers, other: Numbers) -> Scores:
    codes = np.minimum(one, other) * len(listed) + np.maximum(one, other)
    every, back = np.unique(codes, return_inverse=True)
    left, right = (every // len(listed)).tolist(), (every % len(listed)).tolist()
    return np.array([way(listed[a], listed[b]) for a, b in zip(left, right, strict=True)], dtype=np.float64)[back]


def _shared(one: Shared, other: Shared) -> float:
    """What is shared, measured by the one that names fewer: a second capability takes nothing away."""
    return len(one & other) / min(len(one), len(other))


def _common(one: Shared, other: Shared) -> float:
    """What is shared, measured by all that either has."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)


def _meeting(apps: Sequence[App], cores: Sequence[tuple[str, ...]], block: int) -> tuple[Numbers, Numbers]:
    """Pairs of applications that meet under some key; under a crowded key only neighbours by name."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    order = sorted(range(len(apps)), key=lambda place: (cores[place], apps[place].id))
    for place in order:
        for key in _keys(apps[place], cores[place]):
            blocks[key].append(place)
    total = max(len(apps), 1)
    by_size: dict[int, list[list[int]]] = defaultdict(list)
    for members in blocks.values():
        by_size[len(members)].append(members)
    codes = [part for size, listed in by_size.items() if size > 1 for part in _codes(np.array(listed), block, total)]
    every = np.unique(np.concatenate(codes)) if codes else np.empty(0, dtype=np.int64)
    return every // total, every % total


def _keys(app: App, core: Iterable[str]) -> Iterator[Hashable]:
    """What applications meet under; a capability alone is too wide to make two alike."""
    yield from core
    within: Iterable[int | str | None] = app.capabilities or (None,)
    if app.product:
        yield from ((capability, app.product) for capability in within)
    yield from chain.from_iterable(((capability, data) for data in app.data) for capability in within)


def _codes(listed: Numbers, block: int, total: int) -> Iterator[Numbers]:
    """The pairs within blocks of one size, a block a row; beyond the size of `block` only those near each other."""
    size = listed.shape[1]
    for step in range(1, size if size <= block else block):
        one, other = listed[:, :-step].ravel(), listed[:, step:].ravel()
        yield np.minimum(one, other) * total + np.maximum(one, other)
