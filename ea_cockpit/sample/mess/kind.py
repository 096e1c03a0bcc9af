"""What a kind of mess is: a name, titles, when it is applied, and a function; declared anywhere in this package."""

from __future__ import annotations

import importlib
import pkgutil
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar

from ea_cockpit.i18n import Text
from ea_cockpit.sample.mess.book import Book, World
from ea_cockpit.sample.mess.noise import Noise

T = TypeVar("T")


class Stage(IntEnum):
    """When a kind is applied, so that any number of them go together."""

    SPLIT = 0
    VALUES = 1
    HEADINGS = 2
    COLUMNS = 3
    CELLS = 4
    BODY = 5
    ROWS = 6
    HEAD = 7
    AROUND = 8
    BOOK = 9
    FILE = 10


class Dice:
    """Chance for one kind in one book, always the same for the same seed."""

    def __init__(self, noise: Noise, *seed: object) -> None:
        self.noise = noise
        self.rng = random.Random(" ".join(map(str, seed)))  # noqa: S311  repeatable on purpose

    def hits(self) -> bool:
        """Whether this sheet, row or cell is touched, by the noise."""
        return self.rng.random() < self.noise.share

    def chance(self, share: float) -> bool:
        """True in this share of cases."""
        return self.rng.random() < share

    def pick(self, items: Sequence[T]) -> T:
        """One of these."""
        return self.rng.choice(items)

    def some(self, items: Sequence[T], share: float) -> list[T]:
        """About this share of them, at least one, in their order."""
        count = min(len(items), max(1, round(len(items) * share)))
        return [items[place] for place in sorted(self.rng.sample(range(len(items)), count))]


Apply = Callable[[Book, Dice, World], None]


@dataclass(frozen=True, slots=True)
class Mess:
    """One kind of mess."""

    name: str
    title: Text
    stage: Stage
    apply: Apply


def mess(name: str, de: str, en: str, stage: Stage) -> Callable[[Apply], Mess]:
    """Declare a kind of mess: its name, its titles, its stage."""
    return lambda apply: Mess(name, Text(de, en), stage, apply)


def mess_kinds() -> dict[str, Mess]:
    """All kinds by name, in the order they are applied."""
    package = __name__.rpartition(".")[0]
    path = importlib.import_module(package).__path__
    names = [m.name for m in pkgutil.iter_modules(path) if m.name.startswith("kinds_")]
    modules = [importlib.import_module(f"{package}.{name}") for name in names]
    found = [item for module in modules for item in vars(module).values() if isinstance(item, Mess)]
    return {item.name: item for item in sorted(found, key=lambda item: (item.stage, item.name))}
