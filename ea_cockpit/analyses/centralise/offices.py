"""Which office an application belongs to, also where the inventory does not say it outright."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ea_cockpit.analyses.centralise.marks import LONGEST, Words, codes_in, marked, may_stand_for, siblings, without_code
from ea_cockpit.model.facts.organisation_unit import OrganisationKind
from ea_cockpit.naming.forms import is_short_for
from ea_cockpit.naming.normalise import name_of

Office = int | str
"""The node of a unit, or the name of one the catalogue does not hold."""
_ACRONYM = re.compile(r"\b[A-ZÄÖÜ]{2,5}\Z")


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
        # An id that was made of the name (OE-amt-fuer-umwelt) gives no short name: «Umwelt» is a word like others.
        gives = tail.isalpha() and "-" in self.id and name_of(tail).joined not in name_of(self.name or "").words
        told = [self.short or "", tail if gives else ""]
        return [words for text in told if (words := name_of(text).words)]


class Told(NamedTuple):
    """What an application says about its office: its name, who answers for it, and units the catalogue lacks."""

    name: str | None
    owners: Sequence[int] = ()
    functions: Sequence[str | None] = ()
    unknown: Sequence[str] = ()


class Offices:
    """All units, and what they are called for short: said by themselves, or by whom names and functions end with."""

    def __init__(self, units: Mapping[int, Unit], told: Sequence[Told], filler: frozenset[str] = frozenset()) -> None:
        self.units, self._filler = units, filler
        self.by_short: dict[Words, Office] = {words: unit.node for unit in units.values() for words in unit.shorts()}
        self._by_name = {name_of(unit.name).joined: unit.node for unit in units.values() if unit.name}
        self._unmarked = [unit for unit in units.values() if unit.name and not unit.short]
        names = [one.name for one in told]
        self._add_owned(told)
        self._add_codes({text for one in told for text in one.unknown})
        self._add_acronyms(text for one in told for text in one.functions)
        if not units:
            # Without any unit, what names end with is all there is.
            self._add_acronyms(names)
        self._add_abbreviations(names)
        marks, parts = siblings(names, self.by_short, filler)
        for mark in marks:
            self._add_mark(mark)
        for part in parts:
            self.by_short.setdefault(part, self.by_short[part[:1]])
        self._found: dict[str, Office | None] = {}

    def _add_owned(self, told: Iterable[Told]) -> None:
        """«Fristen KSM» of the Kantonsschule Musterstadt alone: KSM is its short name."""
        owners: dict[str, set[int]] = defaultdict(set)
        for one in told:
            found = marked(one.name, self._filler) if one.owners and one.name else None
            if found and not found.rest:
                owners[found.mark].add(office_above(min(one.owners), self.units))
        for mark, (node, *others) in owners.items():
            unit = self.units.get(node)
            if others or not unit or not unit.name or unit.short:
                continue
            if may_stand_for(mark, name_of(unit.name).joined):
                self.by_short.setdefault((mark,), node)

    def _add_codes(self, texts: Iterable[str]) -> None:
        """«OE-AFU: Amt für Umwelt» gives the short name of a unit, «OE-KSM» that of one nobody listed."""
        for text in sorted(texts):
            codes = codes_in(text)
            node = self._by_name.get(name_of(without_code(text)).joined) if len(codes) == 1 else None
            if node is not None:
                self.by_short.setdefault((codes[0],), node)
            else:
                for code in codes:
                    self._add_mark(code)

    def _add_mark(self, mark: str) -> None:
        """It is that of the one unit it can stand for, else of a unit nobody listed."""
        if (mark,) not in self.by_short:
            named = ((name_of(unit.name or "").joined, unit.node) for unit in self._unmarked)
            fitting = [node for name, node in named if may_stand_for(mark, name)]
            self.by_short[(mark,)] = fitting[0] if len(fitting) == 1 else mark.upper()

    def _add_acronyms(self, functions: Iterable[str | None]) -> None:
        """«Leitung Dienste AFU»: what ends so is a unit, even if nobody listed it."""
        for text in sorted({text for text in functions if text}):
            if (found := _ACRONYM.search(text)) and text != found.group():
                self._add_mark(name_of(found.group()).joined)

    def _add_abbreviations(self, names: Iterable[str | None]) -> None:
        """«Kurse AKUS» belongs to the Amt für Kultur und Sport, whose short name nobody gave."""
        long = [(name_of(unit.name or "").words, unit.node) for unit in self._unmarked]
        if not long:
            return
        ends = {name_of(name).words[-1:] for name in names if name and " " in name}
        for end in ends - self.by_short.keys():
            if end and len(end[0]) <= LONGEST and end[0].isalpha():
                node = next((node for words, node in long if is_short_for(end[0], words)), None)
                if node is not None:
                    self.by_short[end] = node

    def of(
        self, name: str | None, owners: Sequence[int], users: Sequence[Office], said: str | None, function: str | None
    ) -> tuple[Office | None, bool]:
        """Who answers for an application, and whether that is a guess: by its only user, its name, or its function.

        `said` is an owner the catalogue does not know.
        """
        if owners:
            return self._office(min(owners)), False
        if said and (meant := self.meant(said)) is not None:
            return meant, False
        if len(users) == 1:
            return self._office(users[0]), True
        for text in (name, function):
            if text and (found := self._named(name_of(text).words)) is not None:
                return self._office(found), True
        return None, False

    def meant(self, text: str) -> Office | None:
        """The unit a reference means that nobody could resolve; one of its own where it is none of those known."""
        if text not in self._found:
            found = self._meant(text)
            self._found[text] = None if found is None else self._office(found)
        return self._found[text]

    def _meant(self, text: str) -> Office | None:
        words = name_of(text).words
        for way in (words, tuple(codes_in(text))):
            if (found := self.by_short.get(way)) is not None:
                return found
        for size in range(len(words), 0, -1):
            for start in range(len(words) - size + 1):
                if (node := self._by_name.get("".join(words[start : start + size]))) is not None:
                    return node
        found = self._named(words)
        return found if found is not None else "".join(words) or None

    def title(self, office: Office | None) -> str:
        """What it is called in lists."""
        if isinstance(office, int):
            return self.units[office].title
        return office.upper() if office and len(office) <= LONGEST else office or "–"

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
