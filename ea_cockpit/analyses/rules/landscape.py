"""What conditions look at: any landscape whose facts can be told apart by value and by partner."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, Protocol

from ea_cockpit.analyses.rules.terms import Field, Relation

Groups = Iterable[tuple[Any, Collection[int]]]


class Landscape(Protocol):
    """The graph, or the few facts of an example. Facts go by numbers."""

    def everything(self, label: str) -> Collection[int]:
        """All facts of a type."""

    def groups(self, field: Field, within: Collection[int] | None = None) -> Groups:
        """Facts of the field's type by the value they have, None where it is missing; at least those `within`."""

    def named(self, label: str, words: Sequence[str]) -> Collection[int]:
        """Facts of a type whose id or name is one of these."""

    def partners(self, relation: Relation, targets: Collection[int]) -> Iterable[tuple[int, int]]:
        """Facts of the relation's type with each of these partners they have."""

    def unlinked(self, relation: Relation) -> Collection[int]:
        """Facts of the relation's type that have no partner."""

    def waiting(self, relation: Relation) -> Collection[int]:
        """Facts of the relation's type that name a partner nobody knows."""
