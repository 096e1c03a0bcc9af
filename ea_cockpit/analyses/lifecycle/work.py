"""Services and processes with the applications they rest on, directly and through processes and their parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Work:
    """A service or a process: its place in the graph, what it rests on, and the process it is part of."""

    node: int
    name: str
    rests_on: tuple[int, ...] = ()
    whole: int | None = None


Chain = tuple[int, ...]
"""The processes between a piece of work and an application, top to bottom."""


class House:
    """All work of the catalogue by place; processes that are parts of each other in a ring are gone through once."""

    def __init__(self, work: Iterable[Work]) -> None:
        self.work: Mapping[int, Work] = {one.node: one for one in work}
        self.parts: dict[int, list[int]] = defaultdict(list)
        for one in self.work.values():
            if one.whole in self.work and one.whole is not None:
                self.parts[one.whole].append(one.node)

    def applications(self, node: int, applications: Mapping[int, object]) -> dict[int, Chain]:
        """The applications below a piece of work, each by its shortest chain of processes."""
        found: dict[int, Chain] = {}
        for at, chain in self._walk(node):
            for partner in self.work[at].rests_on:
                if partner in applications:
                    found.setdefault(partner, chain)
        return found

    def is_whole(self, node: int) -> bool:
        """Whether it has parts, which then tell of themselves."""
        return bool(self.parts.get(node))

    def _walk(self, node: int) -> Iterator[tuple[int, Chain]]:
        """The work and all processes below it, the nearest first."""
        chains: dict[int, Chain] = {node: ()}
        front = [node]
        while front:
            at = front.pop(0)
            yield at, chains[at]
            for below in (*self.work[at].rests_on, *self.parts.get(at, ())):
                if below in self.work and below not in chains:
                    chains[below] = (*chains[at], below)
                    front.append(below)
