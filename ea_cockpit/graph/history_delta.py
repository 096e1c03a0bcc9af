"""A change of the graph as a value: facts and links before and after; it can be turned round and added up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Properties = dict[str, Any]
Key = tuple[str, str]
"""A fact anywhere: its label and its id."""
LinkKey = tuple[str, str, str]
"""A declared link to one type of partner: the label it is declared on, its name, the partner's label."""
Pair = tuple[str, str]


class Touch(NamedTuple):
    """What happens to one fact: None is no fact; of a fact that stays, the properties that differ, absent or not."""

    before: Properties | None
    after: Properties | None

    @property
    def fields(self) -> set[str]:
        """The properties that differ."""
        return {*(self.before or ()), *(self.after or ())}


@dataclass(slots=True)
class Delta:
    """What happens to the graph: facts by key, and links by their pair of ids, True where they come.

    `readings` are the uses of aliases that go with retired facts, to come back with them.
    """

    facts: dict[Key, Touch] = field(default_factory=dict)
    links: dict[LinkKey, dict[Pair, bool]] = field(default_factory=dict)
    readings: list[list[Any]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.facts or self.links)

    def change(self, key: Key, before: Properties, after: Properties) -> None:
        """Note that a fact that stays has other properties."""
        touch = differences(before, after)
        if touch.before or touch.after:
            self.facts[key] = touch

    def link(self, key: LinkKey, pairs: Iterable[Pair], *, comes: bool) -> None:
        """Note links that come or go."""
        if listed := dict.fromkeys(pairs, comes):
            self.links.setdefault(key, {}).update(listed)

    def then(self, later: Delta) -> None:
        """Add what happens afterwards; what is undone by it is as if it had never happened."""
        self.readings += later.readings
        for key, touch in later.facts.items():
            both = _both(self.facts[key], touch) if key in self.facts else touch
            if both.before or both.after:
                self.facts[key] = both
            else:
                self.facts.pop(key, None)
        for link, pairs in later.links.items():
            known = self.links.setdefault(link, {})
            for pair, comes in pairs.items():
                if known.get(pair, comes) == comes:
                    known[pair] = comes
                else:
                    del known[pair]
            if not known:
                del self.links[link]

    def inverse(self) -> Delta:
        """What takes all of it back."""
        facts = {key: Touch(touch.after, touch.before) for key, touch in self.facts.items()}
        links = {link: {pair: not comes for pair, comes in pairs.items()} for link, pairs in self.links.items()}
        return Delta(facts, links)


def differences(before: Properties, after: Properties) -> Touch:
    """The properties that are not exactly the same; 1, 1.0 and True are three values."""
    names = [name for name in {**before, **after} if not _same(before.get(name), after.get(name))]
    return Touch({n: before[n] for n in names if n in before}, {n: after[n] for n in names if n in after})


def _same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and bool(one == other)


def _both(first: Touch, then: Touch) -> Touch:
    """Two changes of one fact as one."""
    if first.before is None:
        return Touch(None, None if then.after is None else _patched(first.after or {}, then))
    if first.after is None:
        # It had gone and came again: what differs between then and now.
        return Touch(first.before, None) if then.after is None else differences(first.before, then.after)
    if then.after is None:
        return Touch(_patched(then.before or {}, Touch(first.after, first.before)), None)
    fields = first.fields | then.fields
    old = {n: v for n in fields for v in _of(first.before if n in first.fields else then.before, n)}
    new = {n: v for n in fields for v in _of(then.after if n in then.fields else first.after, n)}
    return differences(old, new)


def _of(properties: Properties | None, name: str) -> list[Any]:
    return [properties[name]] if properties and name in properties else []


def _patched(properties: Properties, touch: Touch) -> Properties:
    """Properties with a change applied."""
    kept = {name: value for name, value in properties.items() if name not in touch.fields}
    return {**kept, **(touch.after or {})}
