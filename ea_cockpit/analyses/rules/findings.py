"""What all rules together say of a landscape on a day: gaps, and facts that cannot be judged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from ea_cockpit.analyses.rules.judge import judge
from ea_cockpit.analyses.rules.landscape import Landscape
from ea_cockpit.analyses.rules.outcome import Causes, Missing
from ea_cockpit.analyses.rules.rule import Rule
from ea_cockpit.analyses.rules.terms import Terms
from ea_cockpit.i18n import Text
from ea_cockpit.model.facts.standard import Verdict
from ea_cockpit.model.values import Choice


class GapState(Choice):
    """Where a gap stands."""

    VIOLATION = "violation", "Verstoss", "Violation"
    EXPIRED = "expired", "Abgelaufen", "Expired"
    EXPIRING = "expiring", "Läuft ab", "Expiring"
    GRANTED = "granted", "Bewilligt", "Granted"
    DUE = "due", "Frist läuft", "Term running"
    ADVICE = "advice", "Hinweis", "Advice"
    UNDECIDED = "undecided", "Unentschieden", "Undecided"


@dataclass(frozen=True, slots=True)
class Found:
    """A fact that does not keep a rule, because of these facts it is linked with."""

    rule: Rule
    label: str
    fact: int
    causes: Causes
    state: GapState


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A fact some rules cannot be decided for, and what is missing."""

    label: str
    rules: list[str] = field(default_factory=list)
    missing: set[Missing] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Findings:
    """Gaps by rule, and unsettled facts by their number."""

    gaps: list[Found]
    unsettled: dict[int, Unsettled]


def standing(rule: Rule, day: dt.date, ahead: int) -> GapState | None:
    """What a hit of the rule is on this day; None where it counts for nothing (not yet, no longer, only tolerated)."""
    if rule.verdict is Verdict.TOLERATED:
        return None
    if rule.since and day < rule.since:
        near = (rule.since - day).days <= ahead and rule.verdict is not Verdict.PREFERRED
        return GapState.DUE if near else None
    if rule.verdict is Verdict.PHASE_OUT:
        if rule.until and day > rule.until:
            return GapState.VIOLATION
        return GapState.DUE if rule.until is None or (rule.until - day).days <= ahead else None
    if rule.until and day > rule.until:
        return None
    return GapState.ADVICE if rule.verdict is Verdict.PREFERRED else GapState.VIOLATION


def findings(
    rules: Iterable[Rule],
    land: Landscape,
    terms: Terms,
    day: dt.date,
    ahead: int,
    *,
    within: Collection[int] | None = None,
    advice: bool = False,
) -> Findings:
    """All rules over all facts, or over those `within`; hints of preferred things only where asked for."""
    found = Findings([], {})
    for rule in rules:
        state = standing(rule, day, ahead)
        if state is None or (state is GapState.ADVICE and not advice):
            continue
        for judged in judge(rule, land, terms, day):
            for fact, causes in judged.outcome.true.items():
                if within is None or fact in within:
                    found.gaps.append(Found(rule, judged.label, fact, causes, state))
            for fact, missing in judged.outcome.unknown.items():
                if within is None or fact in within:
                    one = found.unsettled.setdefault(fact, Unsettled(judged.label))
                    if rule.id not in one.rules:
                        one.rules.append(rule.id)
                    one.missing.update(missing)
    return found


def since(found: Found, in_use: dt.date | None) -> dt.date | None:
    """Since when the gap exists: since the rule holds (or its term is over), and the fact is in use."""
    rule = found.rule
    over = rule.until + dt.timedelta(days=1) if rule.verdict is Verdict.PHASE_OUT and rule.until else rule.since
    return max((day for day in (over, in_use) if day), default=None)


def asks(rule: Rule, label: str) -> Text:
    """What the rule asks of facts of a type, in words."""
    where, must = rule.where[label].says, rule.must.get(label)
    if must is None:
        return where
    return Text(f"{where.de} → {must.says.de}", f"{where.en} → {must.says.en}")
