"""Conditions of a rule: over fields, over what a fact is linked with, joined by all, any and not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Protocol

from ea_cockpit.analyses.rules.landscape import Landscape
from ea_cockpit.analyses.rules.outcome import NOTHING, Causes, Lacks, Missing, Outcome
from ea_cockpit.analyses.rules.terms import Relation
from ea_cockpit.analyses.rules.value_test import ValueTest
from ea_cockpit.i18n import LANGS, Text

Within = Collection[int] | None


class Condition(Protocol):
    """Something that holds for a fact of a type, does not, or cannot be told."""

    def among(self, land: Landscape, day: dt.date, within: Within = None) -> Outcome:
        """The facts it holds for; `within` says that no others matter, so that less need be read."""

    @property
    def says(self) -> Text:
        """The condition in words."""


@dataclass(frozen=True, slots=True)
class HasValue:
    """A field of the fact itself."""

    test: ValueTest

    def among(self, land: Landscape, day: dt.date, within: Within = None) -> Outcome:
        """Each value is looked at once, however many facts have it."""
        true: dict[int, Causes] = {}
        unknown: dict[int, Lacks] = {}
        field = self.test.field
        lacks = frozenset({Missing(field.label, field.name)})
        for value, facts in land.groups(field, within):
            found = self.test.holds(value, day)
            if found:
                true.update(dict.fromkeys(facts, NOTHING))
            elif found is None:
                unknown.update(dict.fromkeys(facts, lacks))
        return Outcome(true, unknown)

    @property
    def says(self) -> Text:
        """«Status: Produktiv»."""
        return _labelled(self.test.field.title, self.test.says)


@dataclass(frozen=True, slots=True)
class Named:
    """The fact itself, by id or name."""

    label: str
    words: tuple[str, ...]

    def among(self, land: Landscape, day: dt.date, within: Within = None) -> Outcome:  # noqa: ARG002
        """The facts that are called so."""
        return Outcome(dict.fromkeys(land.named(self.label, self.words), NOTHING))

    @property
    def says(self) -> Text:
        """The names."""
        return Text(" oder ".join(self.words), " or ".join(self.words))


@dataclass(frozen=True, slots=True)
class IsLinked:
    """At least one partner of which something holds; without conditions, any partner at all."""

    relation: Relation
    partner: Mapping[str, Condition]
    turned: bool = False

    def among(self, land: Landscape, day: dt.date, within: Within = None) -> Outcome:  # noqa: ARG002
        """Those linked with a partner it holds for; unknown where it may, or where no partner is recorded."""
        if not self.partner:
            return self._any(land)
        true: dict[int, Causes] = {}
        unknown: dict[int, Lacks] = {}
        for condition in self.partner.values():
            found = condition.among(land, day)
            for fact, partner in land.partners(self.relation, found.true) if found.true else ():
                true[fact] = true.get(fact, NOTHING) | {partner} | found.true[partner]
            for fact, partner in land.partners(self.relation, found.unknown) if found.unknown else ():
                unknown[fact] = unknown.get(fact, frozenset()) | found.unknown[partner]
        silent = self._silent(land)
        own = frozenset({Missing(self.relation.label, self.relation.name)})
        unknown |= {fact: own | unknown.get(fact, frozenset()) for fact in silent}
        return Outcome(true, {fact: lacks for fact, lacks in unknown.items() if fact not in true})

    def _any(self, land: Landscape) -> Outcome:
        without = Outcome(dict.fromkeys(land.unlinked(self.relation), NOTHING))
        return without if self.turned else without.turned(land.everything(self.relation.label))

    def _silent(self, land: Landscape) -> set[int]:
        """Facts that do not say with whom they are linked."""
        silent = set(land.waiting(self.relation))
        return silent.union(land.unlinked(self.relation)) if self.relation.always else silent

    @property
    def says(self) -> Text:
        """«Gebaut mit: (Produkt: postgresql, Version: < 16)»."""
        if not self.partner:
            there = Text("fehlt", "missing") if self.turned else Text("vorhanden", "present")
            return _labelled(self.relation.title, there)
        said = next(iter(self.partner.values()))
        plain = said.says if isinstance(said, Named) else Text(f"({said.says.de})", f"({said.says.en})")
        return _labelled(self.relation.title, plain)


@dataclass(frozen=True, slots=True)
class AllOf:
    """All of them; without any it holds for every fact of the type."""

    label: str
    parts: Sequence[Condition]

    def among(self, land: Landscape, day: dt.date, within: Within = None) -> Outcome:
        """Where all hold."""
        if not self.parts:
            return Outcome(dict.fromkeys(land.everything(self.label), NOTHING))
        first, *others = sorted(self.parts, key=_reach)
        found = first.among(land, day, within)
        for part in others:
            found = found.both(part.among(land, day, found.facts))
        return found

    @property
    def says(self) -> Text:
        """All, one after the other."""
        return _joined(self.parts, Text(", ", ", ")) if self.parts else Text("alle", "all")


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of them."""

    parts: Sequence[Condition]

    def among(self, land: Landscape, day: dt.date, within: Within = None) -> Outcome:
        """Where one holds."""
        return reduce(Outcome.either, (part.among(land, day, within) for part in self.parts))

    @property
    def says(self) -> Text:
        """One or the other."""
        return _joined(self.parts, Text(" oder ", " or "))


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    label: str
    part: Condition

    def among(self, land: Landscape, day: dt.date, within: Within = None) -> Outcome:
        """Where it does not hold; what is unknown stays so."""
        everything = land.everything(self.label) if within is None else within
        return self.part.among(land, day, within).turned(everything)

    @property
    def says(self) -> Text:
        """«nicht (…)»."""
        return Text(f"nicht ({self.part.says.de})", f"not ({self.part.says.en})")


def _reach(condition: Condition) -> int:
    """Links first: they leave few facts, whose fields alone need then be read."""
    return (IsLinked, Named, AnyOf, AllOf, HasValue, Not).index(type(condition))


def _labelled(title: Text, said: Text) -> Text:
    return Text(f"{title.de}: {said.de}", f"{title.en}: {said.en}")


def _joined(parts: Sequence[Condition], by: Text) -> Text:
    return Text(*(by.in_(lang).join(part.says.in_(lang) for part in parts) for lang in LANGS))
