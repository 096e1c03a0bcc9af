"""What a condition says of many facts at once: true, unknown, or (all others) false.

Facts go by the graph's own numbers. True ones keep because of which linked facts, unknown ones keep what is missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

Causes = frozenset[int]
NOTHING: Causes = frozenset()


@dataclass(frozen=True, slots=True, order=True)
class Missing:
    """An answer nobody has given: a field of a type of facts."""

    label: str
    field: str


Lacks = frozenset[Missing]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The facts a condition holds for, and those nobody can tell."""

    true: dict[int, Causes] = field(default_factory=dict)
    unknown: dict[int, Lacks] = field(default_factory=dict)

    def both(self, other: Outcome) -> Outcome:
        """Where this and the other hold."""
        few, many = (self, other) if len(self.true) <= len(other.true) else (other, self)
        true = {n: few.true[n] | many.true[n] for n in few.true if n in many.true}
        unknown = {n: lacks | other.unknown.get(n, frozenset()) for n, lacks in self.unknown.items() if other.may(n)}
        unknown |= {n: lacks for n, lacks in other.unknown.items() if n in self.true}
        return Outcome(true, unknown)

    def either(self, other: Outcome) -> Outcome:
        """Where this or the other holds."""
        true = self.true | {n: causes | self.true.get(n, NOTHING) for n, causes in other.true.items()}
        lacks = self.unknown | {n: more | self.unknown.get(n, frozenset()) for n, more in other.unknown.items()}
        return Outcome(true, {n: missing for n, missing in lacks.items() if n not in true})

    def turned(self, everything: Iterable[int]) -> Outcome:
        """Where this does not hold; what is unknown stays so."""
        false = {n: NOTHING for n in everything if n not in self.true and n not in self.unknown}
        return Outcome(false, self.unknown)

    @property
    def facts(self) -> set[int]:
        """All it holds for, or could."""
        return {*self.true, *self.unknown}

    def may(self, fact: int) -> bool:
        """Whether it holds, or could."""
        return fact in self.true or fact in self.unknown
