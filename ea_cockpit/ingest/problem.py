"""What an import problem is: a small class with a code, a severity, a sentence and a remedy; each found one is data."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any, ClassVar

from ea_cockpit.i18n import Lang, Text


class Severity(str, Enum):  # noqa: UP042  its value is part of the JSON contract
    """How much a problem weighs: an error keeps its row out, a warning is worth a look, a hint is good to know."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file something stands; row 1 is the sheet's first row, 0 stands for the whole sheet."""

    file: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    heading: str = ""

    def __str__(self) -> str:
        where = f"{self.column}{self.row}" if self.row else self.column
        return "!".join(part for part in (self.sheet or self.file, where) if part)


Example = dict[str, list[list[Any]]] | Callable[[], tuple[str, bytes]]
"""A file that shows the problem and no other: rows by sheet, or a function that gives a file's name and content."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem found: where, with which value; its class says what it is and what to do.

    Each class that has a code shows itself by an `example`, found at the place `shown_at`, or says in `no_example` why
    no single file can show it.
    """

    place: Place
    value: str = ""
    values: dict[str, Any] = field(default_factory=dict)

    code: ClassVar[str]
    severity: ClassVar[Severity] = Severity.ERROR
    says: ClassVar[Text]
    remedy: ClassVar[Text]
    example: ClassVar[Example]
    shown_at: ClassVar[str]
    no_example: ClassVar[Text]

    def message(self, lang: Lang) -> str:
        """Place and fault as one sentence."""
        return f"{self.place}: {self.sentence(lang)}"

    def sentence(self, lang: Lang) -> str:
        """The fault alone, for where the place is seen."""
        return self._filled(type(self).says, lang)

    def way_out(self, lang: Lang) -> str:
        """What the user can do."""
        return self._filled(type(self).remedy, lang)

    def _filled(self, text: Text, lang: Lang) -> str:
        # Braces in a cell are the user's own: values are filled in once and never read as placeholders.
        return text.format(value=shorten(self.value), heading=self.place.heading, **self.values).in_(lang)


def shorten(value: str, most: int = 80) -> str:
    """A cell's text fit for a message: one line, not too long."""
    line = " ".join(value.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def catalogue(base: type[Problem] = Problem) -> Iterator[type[Problem]]:
    """All kinds of problem there are, by code."""
    # A module of this package whose name ends in "problems" is found by being there.
    package = __name__.rpartition(".")[0]
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if module.name.endswith("problems"):
            importlib.import_module(f"{package}.{module.name}")
    found = {kind for kind in _below(base) if "code" in kind.__dict__}
    yield from sorted(found, key=lambda kind: kind.code)


def _below(base: type[Problem]) -> Iterator[type[Problem]]:
    for kind in base.__subclasses__():
        yield kind
        yield from _below(kind)
