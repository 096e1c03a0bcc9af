"""The graph as conditions look at it; what was read once is kept, for several rules ask the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, TypeVar

from ea_cockpit.analyses.rules.landscape import Groups
from ea_cockpit.analyses.rules.products import product_and_version
from ea_cockpit.analyses.rules.terms import DERIVED, Field, Relation
from ea_cockpit.graph import fact_sets
from ea_cockpit.graph.catalogue_values import Reader
from ea_cockpit.graph.queries import load
from ea_cockpit.model.protection import PersonalData

_T = TypeVar("_T")
# Above this, reading all facts of a type once serves several rules better.
_FEW = 10_000


class GraphLandscape:
    """The facts of the graph, by the graph's own numbers; good for one transaction."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._kept: dict[Any, Any] = {}

    def everything(self, label: str) -> Collection[int]:
        """All facts of a type."""
        return self._once(("all", label), lambda: fact_sets.everyone(self.reader, label))

    def groups(self, field: Field, within: Collection[int] | None = None) -> Groups:
        """All facts of a type by the value of a field; where few are meant, only those are read."""
        known = ("by", field.label, field.name) in self._kept or (field.label, field.name) in DERIVED
        if within is not None and len(within) <= _FEW and not known:
            return fact_sets.by_value_of(self.reader, field.name, within)
        return self._once(("by", field.label, field.name), lambda: self._groups(field))

    def _groups(self, field: Field) -> Groups:
        if (field.label, field.name) not in DERIVED:
            return fact_sets.by_value(self.reader, field.label, field.name)
        if field.label == "Technology":
            return self._technologies()[field.name]
        if field.label == "DataObject":
            return self._derived("data_objects", _personal_data)
        return self._derived("standard_solutions" if field.label == "Application" else "jurisdictions", _as_it_is)

    def _technologies(self) -> dict[str, Groups]:
        def read() -> dict[str, Groups]:
            rows = self.reader.read(load("parts/standards_technologies"))[0]["facts"]
            told = [(number, product_and_version(*given)) for number, *given in rows]
            return {
                "product": _grouped((number, slug) for number, (slug, _) in told),
                "version": _grouped((number, version) for number, (_, version) in told),
            }

        return self._once("technologies", read)

    def _derived(self, name: str, value_of: Callable[..., Any]) -> Groups:
        rows = self.reader.read(load(f"parts/standards_{name}"))[0]["facts"]
        return _grouped((number, value_of(*given)) for number, *given in rows)

    def named(self, label: str, words: Sequence[str]) -> Collection[int]:
        """Facts whose id or name is one of these."""
        return self._once(("named", label, *words), lambda: fact_sets.named(self.reader, label, words))

    def partners(self, relation: Relation, targets: Collection[int]) -> Iterable[tuple[int, int]]:
        """Facts with those partners they have among these."""
        return fact_sets.partners(self.reader, relation.label, relation.relationship, relation.outgoing, targets)

    def unlinked(self, relation: Relation) -> Collection[int]:
        """Facts that have no partner."""
        key = ("unlinked", relation.label, relation.name)
        return self._once(
            key, lambda: fact_sets.unlinked(self.reader, relation.label, relation.relationship, relation.outgoing)
        )

    def waiting(self, relation: Relation) -> Collection[int]:
        """Facts whose partner is an open reference."""
        waiting = self._once("waiting", lambda: fact_sets.waiting(self.reader))
        return waiting.get((relation.label, relation.name), ())

    def _once(self, key: Any, read: Callable[[], _T]) -> _T:
        if key not in self._kept:
            self._kept[key] = read()
        kept: _T = self._kept[key]
        return kept


def _grouped(pairs: Iterable[tuple[int, Any]]) -> Groups:
    found: dict[Any, list[int]] = defaultdict(list)
    for number, value in pairs:
        found[value].append(number)
    return list(found.items())


def _as_it_is(value: Any) -> Any:
    return value


def _personal_data(written: str | None, of_stores: list[str]) -> str | None:
    """What the data object itself says, else the stores that hold nothing else."""
    if written and (word := PersonalData.spellings().get(written.casefold())):
        return str(word.value)
    ranks = [word.value for word in PersonalData]
    return max(of_stores, key=ranks.index, default=None)
