"""The rules' own tests: each example must be hit, fine or undecided as it says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from ea_cockpit.analyses.rules.faults import RuleFault, WrongEntry
from ea_cockpit.analyses.rules.judge import judge
from ea_cockpit.analyses.rules.read import WrittenRule
from ea_cockpit.analyses.rules.rule import Example
from ea_cockpit.analyses.rules.small import SmallLandscape
from ea_cockpit.analyses.rules.terms import Terms
from ea_cockpit.i18n import Text

FOUND = {
    "hit": Text("getroffen", "hit"),
    "fine": Text("nicht getroffen", "not hit"),
    "undecided": Text("unentschieden", "undecided"),
}


@dataclass(frozen=True, slots=True)
class Tried:
    """One example: what it expects and what came out."""

    rule: str
    place: int
    expected: str
    found: str
    says: str

    @property
    def passed(self) -> bool:
        """Whether it came out as expected."""
        return self.expected == self.found


def try_examples(
    written: Iterable[WrittenRule], terms: Terms, day: dt.date
) -> tuple[list[Tried], list[RuleFault]]:  # fmt: skip
    """Every example of every rule; and those that cannot be understood."""
    tried: list[Tried] = []
    faults: list[RuleFault] = []
    for one in written:
        for place, example in enumerate(one.entry.examples, start=1):
            try:
                found = _outcome(one, example, terms, day)
                tried.append(Tried(one.rule.id, place, example.expected, found, example.says))
            except WrongEntry as fault:
                faults.append(fault.inside(f"examples[{place}]").of(one.rule.id))
    return tried, faults


def _outcome(one: WrittenRule, example: Example, terms: Terms, day: dt.date) -> str:
    label = one.rule.labels[0] if example.type is None else terms.label(example.type)
    land = SmallLandscape(label, example.fact, terms)
    for judged in judge(one.rule, land, terms, day):
        if judged.label == label:
            if 0 in judged.outcome.true:
                return "hit"
            return "undecided" if 0 in judged.outcome.unknown else "fine"
    return "fine"
