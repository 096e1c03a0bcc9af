"""The landscape of one example: a small fact and its partners, as they are written in the rule."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ea_cockpit.analyses.rules.faults import WrongEntry
from ea_cockpit.analyses.rules.landscape import Groups
from ea_cockpit.analyses.rules.products import product_and_version
from ea_cockpit.analyses.rules.terms import Field, Relation, Terms
from ea_cockpit.analyses.rules.value_test import value_test
from ea_cockpit.i18n import Text
from ea_cockpit.naming.nearest import did_you_mean


@dataclass(slots=True)
class _Node:
    label: str
    values: dict[str, Any] = field(default_factory=dict)
    links: dict[str, list[int]] = field(default_factory=dict)


class SmallLandscape:
    """The facts of an example; the first is the one the example is about."""

    def __init__(self, label: str, raw: dict[str, Any], terms: Terms) -> None:
        self.terms = terms
        self.nodes: list[_Node] = []
        self._add(label, raw)
        for node in self.nodes:
            if node.label == "Technology":
                told = product_and_version(*(node.values.get(k) for k in ("name", "version", "lifecycle_slug")))
                for name, value in zip(("product", "version"), told, strict=True):
                    if value:
                        node.values.setdefault(name, value)

    def _add(self, label: str, raw: dict[str, Any]) -> int:
        number = len(self.nodes)
        node = _Node(label)
        self.nodes.append(node)
        for word, value in raw.items():
            try:
                self._put(node, word, value)
            except WrongEntry as fault:
                raise fault.inside(word) if fault.field or word in self.terms.of(label) else fault from None
        return number

    def _put(self, node: _Node, word: str, value: Any) -> None:
        term = self.terms.term(node.label, word)
        if isinstance(term, Relation):
            items = value if isinstance(value, list) else [value]
            node.links[term.name] = [self._partner(term, item) for item in items]
            return
        test = value_test(term, value)
        if len(test.words) != 1 or test.turned:
            raise WrongEntry(
                Text("ein Beispiel nennt genau einen Wert.", "an example names exactly one value."),
                Text("Schreiben Sie den Wert ohne <, > und not.", "Write the value without <, > and not."),
            )
        node.values[term.name] = test.words[0]

    def _partner(self, term: Relation, item: Any) -> int:
        if not isinstance(item, dict):
            return self._add(term.targets[0], {"id": item})
        label = term.targets[0]
        if "type" in item:
            label = self.terms.metamodel.label_of(item["type"]) or ""
            if label not in term.targets:
                fault = Text("diesen Partner kann es hier nicht geben.", "there can be no such partner here.")
                raise WrongEntry(fault, did_you_mean(item["type"], term.targets), "type")
        return self._add(label, {word: value for word, value in item.items() if word != "type"})

    def everything(self, label: str) -> Collection[int]:
        """All facts of a type."""
        return [number for number, node in enumerate(self.nodes) if node.label == label]

    def groups(self, field: Field, within: Collection[int] | None = None) -> Groups:  # noqa: ARG002
        """Each fact with its value."""
        return [(self.nodes[number].values.get(field.name), [number]) for number in self.everything(field.label)]

    def named(self, label: str, words: Sequence[str]) -> Collection[int]:
        """Facts with one of these ids or names."""
        called = {n: {self.nodes[n].values.get(key) for key in ("id", "name")} for n in self.everything(label)}
        return [number for number, names in called.items() if names & {*words}]

    def partners(self, relation: Relation, targets: Collection[int]) -> Iterable[tuple[int, int]]:
        """Facts with their partners among these."""
        for number in self.everything(relation.label):
            yield from ((number, one) for one in self.nodes[number].links.get(relation.name, ()) if one in targets)

    def unlinked(self, relation: Relation) -> Collection[int]:
        """Facts that have no partner."""
        return [number for number in self.everything(relation.label) if not self.nodes[number].links.get(relation.name)]

    def waiting(self, relation: Relation) -> Collection[int]:  # noqa: ARG002
        """None: an example names its partners in full."""
        return ()
