"""Which office an application belongs to, also where the inventory does not say it outright."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ea_cockpit.model.facts.organisation_unit import OrganisationKind
from ea_cockpit.naming.forms import is_short_for
from ea_cockpit.naming.normalise import name_of

Words = tuple[str, ...]
Office = int | str
"""The node of a unit, or the name of one the catalogue does not hold."""
_ACRONYM = re.compile(r"\b[A-ZÄÖÜ]{2,5}\Z")
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Unit:
    """An organisation unit as the graph has it."""

    node: int
    id: str
    name: str | None
    short: str | None
    kind: str | None
    above: int | None

    @property
    def title(self) -> str:
        """What it is called in lists."""
        return self.short or self.name or self.id

    def shorts(self) -> list[Words]:
        """How names of applications refer to it: by its short name, or by the last part of its id (OE-AFU)."""
        tail = self.id.rpartition("-")[2]
        told = [self.short or "", tail if tail.isalpha() and "-" in self.id else ""]
        return [words for text in told if (words := name_of(text).words)]


class Offices:
    """All units, and what they are called for short: said by themselves, or by whom names and functions end with."""

    def __init__(self, units: Mapping[int, Unit], names: Sequence[str | None], functions: Iterable[str | None]) -> None:
        self.units = units
        self.by_short: dict[Words, Office] = {words: unit.node for unit in units.values() for words in unit.shorts()}
        self._add_acronyms(functions)
        if not units:
            # Without any unit, what names end with is all there is.
            self._add_acronyms(names)
        self._add_abbreviations(names)
        self._by_name = {name_of(unit.name).joined: unit.node for unit in units.values() if unit.name}

    def _add_acronyms(self, functions: Iterable[str | None]) -> None:
        """«Leitung Dienste AFU»: what ends so is a unit, even if nobody listed it."""
        for text in set(functions):
            if text and (found := _ACRONYM.search(text)) and text != found.group():
                words = name_of(found.group()).words
                self.by_short.setdefault(words, found.group())

    def _add_abbreviations(self, names: Iterable[str | None]) -> None:
        """«Kurse AKUS» belongs to the Amt für Kultur und Sport, whose short name nobody gave."""
        long = [(name_of(unit.name).words, unit.node) for unit in self.units.values() if unit.name and not unit.short]
        if not long:
            return
        ends = {name_of(name).words[-1:] for name in names if name and " " in name}
        for end in ends - self.by_short.keys():
            if end and len(end[0]) <= _LONGEST and end[0].isalpha():
                node = next((node for words, node in long if is_short_for(end[0], words)), None)
                if node is not None:
                    self.by_short[end] = node

    def of(
        self, name: str | None, owners: Sequence[int], users: Sequence[int], said: str | None, function: str | None
    ) -> tuple[Office | None, bool]:
        """Who answers for an application, and whether that is a guess: by its only user, its name, or its function.

        `said` is an owner the catalogue does not know.
        """
        if owners:
            return self._office(min(owners)), False
        if said:
            joined = name_of(said).joined
            return self._office(self._by_name.get(joined) or self.by_short.get(name_of(said).words) or joined), False
        if len(users) == 1:
            return self._office(users[0]), True
        for text in (name, function):
            if text and (found := self._named(name_of(text).words)) is not None:
                return self._office(found), True
        return None, False

    def title(self, office: Office | None) -> str:
        """What it is called in lists."""
        if isinstance(office, int):
            return self.units[office].title
        return office.upper() if office and len(office) <= _LONGEST else office or "–"

    def _named(self, words: Words) -> Office | None:
        """The unit whose short name stands in a text, the one at the end first, the longest first."""
        for start in range(len(words) - 1, -1, -1):
            for end in range(len(words), start, -1):
                if (unit := self.by_short.get(words[start:end])) is not None:
                    return unit
        return None

    def _office(self, place: Office) -> Office:
        return office_above(place, self.units) if isinstance(place, int) else place


def office_above(node: int, units: Mapping[int, Unit]) -> int:
    """The office a division belongs to; any other unit is its own."""
    seen: set[int] = set()
    while node not in seen:
        seen.add(node)
        unit = units.get(node)
        if not unit or unit.kind != OrganisationKind.DIVISION.value or unit.above not in units or unit.above is None:
            break
        node = unit.above
    return node
