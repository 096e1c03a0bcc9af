"""What a verdict declares: whom it is about, what it reads, and which answers it still needs."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, ClassVar

from ea_cockpit.analyses.policy import Policy
from ea_cockpit.i18n import Text


@dataclass(eq=False, slots=True)
class Row:
    """A fact as the verdicts see it: the values read (None where missing, days as text), and its partners."""

    key: int
    label: str
    id: str
    values: dict[str, Any]
    links: dict[str, list[Row]] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        """The value of a field."""
        return self.values.get(name)

    def to(self, relationship: str) -> list[Row]:
        """The partners at the end of its arrows; of those of a type that is not read it is known only that they are."""
        return self.links.get(relationship, _NOBODY)

    def missing(self, *names: str) -> list[Missing]:
        """Those of these fields that have no value."""
        return [(self, name) for name in names if self.values.get(name) is None]


_NOBODY: list[Row] = []
Missing = tuple[Row, str]
"""A question: the fact, and the field that has no value."""


class Verdict(ABC):
    """One verdict: a subclass names itself, says what it reads, and which answers it still needs."""

    name: ClassVar[str]
    title: ClassVar[Text]
    asked_of: ClassVar[str]
    """The label of the facts it is a verdict on."""
    reads: ClassVar[dict[str, tuple[str, ...]]]
    """By label, the fields that hold values."""
    follows: ClassVar[tuple[str, ...]] = ()
    """The relationship types it goes along."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy

    @abstractmethod
    def missing(self, row: Row) -> list[Missing]:
        """The answers that would settle it: one alone, several together; none where it is settled already."""


def in_operation(row: Row) -> bool:
    """Whether an application or interface is neither planned nor retired; nobody is asked about those."""
    return row["status"] not in ("planned", "retired")


def each_once(missing: Iterable[Missing]) -> list[Missing]:
    """Every question once, in the order they come."""
    return list({(row.key, name): (row, name) for row, name in missing}.values())
