"""Problems of a very large file: of each kind in a column the first are listed, the others counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from ea_cockpit.ingest.problem import Place, Problem

MOST = 1_000
_Key = tuple[type[Problem], Place]


@dataclass(frozen=True, slots=True)
class More:
    """How many problems of one kind in one column there are beyond those listed; `place` is the column."""

    kind: type[Problem]
    place: Place
    count: int

    def as_json(self) -> dict[str, Any]:
        """As data for scripts."""
        return {
            "code": self.kind.code,
            "severity": self.kind.severity.value,
            "file": self.place.file,
            "sheet": self.place.sheet,
            "column": self.place.heading or self.place.column or None,
            "count": self.count,
        }


class Capped(list[Problem]):
    """A list that takes only so many problems of one kind in one column, and counts the rest."""

    def __init__(self, problems: Iterable[Problem] = (), most: int = MOST) -> None:
        super().__init__()
        self.most = most
        self._count = Counter[_Key]()
        self.extend(problems)

    def append(self, problem: Problem) -> None:
        """Take one in, or only count it."""
        place = problem.place
        key = type(problem), Place(place.file, place.sheet, 0, place.column, place.heading)
        self._count[key] += 1
        if self._count[key] <= self.most:
            super().append(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Take several in."""
        for problem in problems:
            self.append(problem)
        if isinstance(problems, Capped):
            for more in problems.more:
                self._count[more.kind, more.place] += more.count

    def __iadd__(self, problems: Iterable[Problem]) -> Self:  # type: ignore[misc, override]
        self.extend(problems)
        return self

    @property
    def more(self) -> tuple[More, ...]:
        """What was only counted, column by column."""
        return tuple(More(*key, count - self.most) for key, count in self._count.items() if count > self.most)
