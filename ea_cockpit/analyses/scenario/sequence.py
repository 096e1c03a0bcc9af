"""The parts of an applied scenario, and what makes one wait for another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ea_cockpit.analyses.scenario.applied import Done
from ea_cockpit.analyses.scenario.order import Before, Order, Unit, arrange
from ea_cockpit.graph.catalogue import FactRef
from ea_cockpit.graph.history_delta import Key
from ea_cockpit.graph.scenario_read import Joint, key_of
from ea_cockpit.i18n import Text

Ended = tuple[Key, str]
"""A link of a fact that is set anew: whose, and which."""


def sequence(steps: Sequence[Done]) -> Order:
    """The order that respects dependencies, over steps and the facts they change."""
    parts = _Parts()
    for done in steps:
        parts.add(done)
    rules = [*parts.rules]
    for done in steps:
        rules += _there_first(done, parts)
        rules += _dependents_first(done, parts)
    return arrange(parts.units, rules)


@dataclass(slots=True)
class _Parts:
    """The parts by what they do: which one lets a fact go, brings it, or sets a link of it anew."""

    units: list[Unit] = field(default_factory=list)
    rules: list[Before] = field(default_factory=list)
    of_step: dict[int, list[int]] = field(default_factory=dict)
    goes: dict[Key, int] = field(default_factory=dict)
    comes: dict[Key, int] = field(default_factory=dict)
    placed: dict[Ended, list[int]] = field(default_factory=dict)

    def add(self, done: Done) -> None:
        """Take up a step: one part for each fact that goes or moves, else one for all of it."""
        start = len(self.units)
        for fact in done.made:
            self.comes[key_of(fact)] = self._part(done, _NEW.format(fact=fact.title))
        for fact in done.outcome.gone:
            text = _INTO.format(fact=fact.title, target=done.target.title) if done.target else _GO
            self.goes[key_of(fact)] = self._part(done, text.format(fact=fact.title))
            if done.made and done.target:
                first, why = self.comes[key_of(done.target)], _THERE.format(fact=done.target.title)
                self.rules.append(Before(first, self.goes[key_of(fact)], why))
        for fact, link in done.placed if done.verb == "move_hosting" else ():
            self._place(fact, link.name, self._part(done, _MOVES.format(fact=fact.title)))
        if len(self.units) == start:
            self._part(done, done.title)
        for fact, link in done.placed if done.verb != "move_hosting" else ():
            self._place(fact, link.name, len(self.units) - 1)
        self.of_step[done.number] = list(range(start, len(self.units)))

    def _part(self, done: Done, title: Text) -> int:
        self.units.append(Unit(done.number, title))
        return len(self.units) - 1

    def _place(self, fact: FactRef, link: str, part: int) -> None:
        self.placed.setdefault((key_of(fact), link), []).append(part)


_NEW = Text("{fact} einführen", "introduce {fact}")
_GO = Text("{fact} ausser Betrieb nehmen", "take {fact} out of operation")
_INTO = Text("{fact} in {target} überführen", "move {fact} into {target}")
_MOVES = Text("{fact} umziehen", "move {fact}")
_THERE = Text("«{fact}» muss zuerst da sein.", "'{fact}' must be there first.")
_ON = Text("«{who}» hängt von «{what}» ab ({link}).", "'{who}' depends on '{what}' ({link}).")
_FLOW = Text("«{who}» bezieht Daten von «{what}» ({flow}).", "'{who}' gets data from '{what}' ({flow}).")


def _there_first(done: Done, parts: _Parts) -> Iterator[Before]:
    """What a step needs must have come."""
    for fact in done.used:
        first = parts.comes.get(key_of(fact))
        for then in parts.of_step[done.number] if first is not None else ():
            if first is not None and first not in parts.of_step[done.number]:
                yield Before(first, then, _THERE.format(fact=fact.title))


def _dependents_first(done: Done, parts: _Parts) -> Iterator[Before]:
    """What depends on something must have gone, or stand elsewhere, before that goes."""
    for joint in (*done.outcome.joints, *done.outcome.freed):
        sufferer = joint.sufferer
        if sufferer is None:
            continue
        needed = joint.other(key_of(sufferer))
        then = parts.goes.get(key_of(needed))
        if then is None:
            continue
        why = _ON.format(who=sufferer.title, what=needed.title, link=joint.link.title)
        for first in _ends_it(joint, sufferer, parts):
            yield Before(first, then, why)
    for flow in (*done.outcome.fallen, *done.outcome.rebuilt):
        for provider in flow.providers:
            for consumer in flow.consumers:
                pair = parts.goes.get(key_of(consumer)), parts.goes.get(key_of(provider))
                # Those that become one in the same step have no order among themselves.
                if pair[0] is None or pair[1] is None or _together(pair[0], pair[1], done, parts):
                    continue
                why = _FLOW.format(who=consumer.title, what=provider.title, flow=flow.fact.title)
                yield Before(pair[0], pair[1], why)


def _ends_it(joint: Joint, sufferer: FactRef, parts: _Parts) -> list[int]:
    """The parts after which the sufferer no longer stands on the other: it has gone, or its link is another."""
    gone = parts.goes.get(key_of(sufferer))
    anew = parts.placed.get((key_of(joint.source), joint.link.name), [])
    return [*([gone] if gone is not None else []), *anew]


def _together(first: int, then: int, done: Done, parts: _Parts) -> bool:
    return done.verb == "merge" and {first, then} <= {*parts.of_step[done.number]}
