"""Who a rule hits, who it cannot be decided for, and because of what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from ea_cockpit.analyses.rules.condition import Not
from ea_cockpit.analyses.rules.landscape import Landscape
from ea_cockpit.analyses.rules.outcome import Outcome
from ea_cockpit.analyses.rules.rule import Rule
from ea_cockpit.analyses.rules.terms import Field, Terms

_NOT_IN_OPERATION = frozenset({"planned", "retired"})


@dataclass(frozen=True, slots=True)
class Judged:
    """What one rule says of the facts of one type."""

    rule: Rule
    label: str
    outcome: Outcome


def judge(rule: Rule, land: Landscape, terms: Terms, day: dt.date) -> Iterator[Judged]:
    """Each type of facts the rule applies to; what is neither hit nor undecided is fine."""
    for label, where in rule.where.items():
        found = where.among(land, day)
        if rule.must:
            found = found.both(Not(label, rule.must[label]).among(land, day, found.facts))
        yield Judged(rule, label, _in_operation(found, rule, label, land, terms))


def _in_operation(found: Outcome, rule: Rule, label: str, land: Landscape, terms: Terms) -> Outcome:
    """Only what is in operation, unless the rule speaks of planned or retired things too."""
    status = terms.of(label).get("status")
    outside = _NOT_IN_OPERATION - rule.also
    if not isinstance(status, Field) or not outside:
        return found
    gone = {fact for value, facts in land.groups(status, found.facts) if value in outside for fact in facts}
    true = {fact: causes for fact, causes in found.true.items() if fact not in gone}
    return Outcome(true, {fact: lacks for fact, lacks in found.unknown.items() if fact not in gone})
