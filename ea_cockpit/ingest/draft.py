"""A fact as a file describes it, before it has met the graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ea_cockpit.ingest.problem import Place
from ea_cockpit.model.metamodel import FactType

Key = tuple[str, str]
"""A fact anywhere: its label and its id."""


@dataclass(slots=True)
class Draft:
    """What one or several rows say about one fact.

    `values`, `refs` and `custom` hold an entry for every column that is there, also where its cell is empty:
    an empty cell under a heading clears the field, a missing column leaves it alone. `columns` tells for a field the
    letter and heading of its column. `book` is the cockpit's own book-keeping on the fact; None takes an entry away.
    """

    kind: FactType
    id: str
    file: str
    sheet: str
    row: int
    values: dict[str, Any]
    refs: dict[str, tuple[str, ...]]
    custom: dict[str, str | None]
    extends: bool = False
    columns: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    partners: dict[str, tuple[Key, ...]] = field(default_factory=dict)
    open: list[str] = field(default_factory=list)
    book: dict[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> Key:
        """Label and id."""
        return self.kind.label, self.id

    @property
    def place(self) -> Place:
        """The row it came from."""
        return Place(self.file, self.sheet, self.row)

    def cell(self, name: str) -> Place:
        """The cell one of its fields came from."""
        letter, heading = self.columns.get(name, ("", name))
        return Place(self.file, self.sheet, self.row, letter, heading)

    def says_the_same(self, other: Draft) -> bool:
        """Whether both describe the fact alike."""
        return (self.values, self.refs, self.custom) == (other.values, other.refs, other.custom)
