"""Very many rows in little memory: packed by the thousand, unpacked where they are looked at.

A row of ten cells takes about 1,500 bytes as Python objects and 60 packed. They stay in memory, as the file's own
bytes do: nothing of an inventory is ever left in a temporary folder.
"""

from __future__ import annotations

import itertools
import pickle
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar, overload

Item = TypeVar("Item")

MANY = 50_000
"""From this number on rows are packed."""
_PORTION, _OPEN, _FAST = 1_000, 4, 1


class Packed(Sequence[Item], Generic[Item]):
    """A sequence that keeps its items packed; those last looked at, and their neighbours, are at hand.

    Items must not be changed once they are in.
    """

    def __init__(self, items: Iterable[Item] = (), portion: int = _PORTION) -> None:
        self._portion = portion
        self._packed: list[bytes] = []
        self._last: list[Item] = []
        self._open: dict[int, list[Item]] = {}
        for item in items:
            self.append(item)

    def append(self, item: Item) -> None:
        """Add one at the end."""
        self._last.append(item)
        if len(self._last) == self._portion:
            self._packed.append(zlib.compress(pickle.dumps(self._last, pickle.HIGHEST_PROTOCOL), _FAST))
            self._last = []

    def cut(self, length: int) -> None:
        """Drop all beyond this length."""
        whole, rest = divmod(length, self._portion)
        self._last = self._unpacked(whole)[:rest]
        del self._packed[whole:]
        self._open.clear()

    def __len__(self) -> int:
        """How many there are."""
        return len(self._packed) * self._portion + len(self._last)

    def __iter__(self) -> Iterator[Item]:
        """One after the other."""
        for number in range(len(self._packed)):
            yield from self._unpacked(number)
        yield from self._last

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...
    def __getitem__(self, at: int | slice) -> Item | Sequence[Item]:
        """One of them, or a range, which is unpacked as it is gone through."""
        if isinstance(at, slice):
            return Part(self, range(len(self))[at])
        if at < 0:
            at += len(self)
        number, place = divmod(at, self._portion)
        found = self._open.get(number)
        return (self._at_hand(number) if found is None else found)[place]

    def _at_hand(self, number: int) -> list[Item]:
        if not 0 <= number < len(self._packed):
            return self._last if number == len(self._packed) else []
        if len(self._open) == _OPEN:
            del self._open[next(iter(self._open))]
        self._open[number] = found = self._unpacked(number)
        return found

    def _unpacked(self, number: int) -> list[Item]:
        if number == len(self._packed):
            return self._last
        # What is unpacked was packed here a moment ago and never left this process or its child.
        unpacked: list[Item] = pickle.loads(zlib.decompress(self._packed[number]))  # noqa: S301
        return unpacked


class Part(Sequence[Item], Generic[Item]):
    """A range of a sequence, without a copy of it."""

    def __init__(self, whole: Sequence[Item], numbers: range) -> None:
        self._whole, self._numbers = whole, numbers

    def __len__(self) -> int:
        """How many there are."""
        return len(self._numbers)

    def __iter__(self) -> Iterator[Item]:
        """One after the other."""
        return map(self._whole.__getitem__, self._numbers)

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...
    def __getitem__(self, at: int | slice) -> Item | Sequence[Item]:
        """One of them, or a range."""
        return Part(self._whole, self._numbers[at]) if isinstance(at, slice) else self._whole[self._numbers[at]]


class Patched(Part[Item]):
    """A sequence with some of its items replaced, without a copy of the others."""

    def __init__(self, whole: Sequence[Item], instead: Mapping[int, Item]) -> None:
        super().__init__(whole, range(len(whole)))
        self._instead = instead

    def __iter__(self) -> Iterator[Item]:
        """One after the other."""
        return (self._instead.get(number, item) for number, item in enumerate(self._whole))

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...
    def __getitem__(self, at: int | slice) -> Item | Sequence[Item]:
        """One of them, or a range."""
        if isinstance(at, slice):
            return Part(self, self._numbers[at])
        number = self._numbers[at]
        return self._instead[number] if number in self._instead else self._whole[number]


def kept_small(items: Iterable[Item], many: int = MANY) -> list[Item] | Packed[Item]:
    """The items as a list, or packed where they are many."""
    source = iter(items)
    first = list(itertools.islice(source, many))
    following = list(itertools.islice(source, 1))
    return Packed(itertools.chain(first, following, source)) if following else first


def replaced(items: Sequence[Item], instead: Mapping[int, Item]) -> Sequence[Item]:
    """The items with some of them replaced; of many no copy is made."""
    if isinstance(items, list):
        return [instead.get(number, item) for number, item in enumerate(items)]
    return Patched(items, instead)
