"""Initiatives that introduce a technology a standard forbids, or that runs out of support before they are done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ea_cockpit.analyses.initiatives.plans import Conflict, Found, Plan, Sureness
from ea_cockpit.i18n import Text

_WORDS = {"forbidden": Text("untersagt", "forbids"), "phase_out": Text("lässt auslaufen", "phases out")}
_FORBIDDEN = Text(
    "{one} führt «{technology}» ein; die Vorgabe «{standard}» {word} sie.",
    "{one} introduces “{technology}”; the standard “{standard}” {word} it.",
)
_GRANTED = Text(
    "{reason} Bewilligt durch «{name}» {until}.", "{reason} Granted by “{name}” {until}."
)  # fmt: skip
_FORBIDDEN_REMEDY = Text(
    "Eine zugelassene Technologie wählen oder eine befristete Ausnahme beantragen.",
    "Choose a technology that is allowed, or ask for an exception with a term.",
)
_OUT = Text(
    "{one} führt «{technology}» ein; ihr Support endet am {day}.",
    "{one} introduces “{technology}”; its support ends on {day}.",
)
_OUT_REMEDY = Text("Mit der nachfolgenden Version beginnen.", "Begin with the version that follows it.")


@dataclass(frozen=True, slots=True)
class Grant:
    """An exception from a standard: until when, and for which initiative (None: for the technology itself)."""

    name: str
    until: dt.date | None
    initiative: str | None


@dataclass(frozen=True, slots=True)
class Ban:
    """A standard that speaks against a technology, and the exceptions from it."""

    standard: str
    verdict: str
    valid_from: dt.date | None
    valid_until: dt.date | None
    grants: tuple[Grant, ...]

    def hits(self, plan: Plan, day: dt.date) -> bool:
        """Whether it is in force some time before the initiative ends; what is phased out stays so after its term."""
        begins = self.valid_from is None or plan.until is None or self.valid_from <= plan.until
        return begins and (self.verdict == "phase_out" or self.valid_until is None or self.valid_until >= day)


@dataclass(frozen=True, slots=True)
class Novelty:
    """A technology some initiative introduces."""

    id: str
    name: str
    ends: dt.date | None
    bans: tuple[Ban, ...]


def on_technologies(plans: Sequence[Plan], technologies: Mapping[str, Novelty], day: dt.date) -> Iterator[Found]:
    """All conflicts about introduced technologies."""
    for plan in plans:
        for one in (technologies[key] for key in plan.introduces):
            yield from (_banned(plan, one, ban, day) for ban in one.bans if ban.hits(plan, day))
            if one.ends and (one.ends < day or (plan.until and one.ends < plan.until)):
                reason = _OUT.format(one=plan.told, technology=one.name, day=f"{one.ends:%d.%m.%Y}")
                yield Found(Conflict.UNSUPPORTED_TECHNOLOGY, plan, reason, _OUT_REMEDY, None, (one.id,))


def _banned(plan: Plan, one: Novelty, ban: Ban, day: dt.date) -> Found:
    reason = _FORBIDDEN.format(one=plan.told, technology=one.name, standard=ban.standard, word=_WORDS[ban.verdict])
    grant = next((grant for grant in ban.grants if _covers(grant, plan, day)), None)
    if grant:
        until = Text(f"bis {grant.until:%d.%m.%Y}", f"until {grant.until:%d.%m.%Y}") if grant.until else _NO_TERM
        reason = _GRANTED.format(reason=reason, name=grant.name, until=until)
    sureness = Sureness.GRANTED if grant else Sureness.CERTAIN
    return Found(Conflict.FORBIDDEN_TECHNOLOGY, plan, reason, _FORBIDDEN_REMEDY, None, (one.id,), sureness)


_NO_TERM = Text("ohne Frist", "without a term")


def _covers(grant: Grant, plan: Plan, day: dt.date) -> bool:
    return grant.initiative in (None, plan.id) and (grant.until is None or grant.until >= day)
