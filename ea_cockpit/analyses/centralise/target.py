"""What a group could share: the standard solution, one that already serves all, its best member, or a new one."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ea_cockpit.analyses.centralise.dossier import Member
from ea_cockpit.analyses.centralise.landscape import App
from ea_cockpit.analyses.interval import Interval
from ea_cockpit.i18n import Text
from ea_cockpit.model.facts.application import ApplicationStatus, Decision
from ea_cockpit.model.values import Choice


class TargetKind(Choice):
    """What sort of target it is."""

    STANDARD = "standard", "Standardlösung", "Standard solution"
    COMMON = "common", "Bestehende gemeinsame Lösung", "Existing shared solution"
    MEMBER = "member", "Bestes Mitglied", "Best member"
    NEW = "new", "Neue Lösung", "New solution"


@dataclass(frozen=True, slots=True)
class Proposal:
    """The target: what kind, which application (by node; None: a new one), and why."""

    kind: TargetKind
    node: int | None
    why: Text


def standard_of(apps: Sequence[App], standards: Mapping[int, Sequence[int]]) -> int | None:
    """The standard solution of a capability that at least half of those who name any name."""
    named = [app.capabilities for app in apps if app.capabilities]
    counts = Counter(capability for listed in named for capability in listed)
    # Of capabilities named as often, the one whose standard solution comes first; sets have no order of their own.
    shared = [capability for capability in standards if 2 * counts[capability] >= max(len(named), 1)]
    best = max(shared, key=lambda capability: counts[capability], default=None)
    return None if best is None else standards[best][0]


def best_member(apps: Sequence[App], members: Sequence[Member], fit: int, day: dt.date) -> Proposal:
    """The member others could move to, if one is fit for it."""
    open_to = [place for place, member in enumerate(members) if _may_grow(member, fit, day)]
    if not open_to:
        return Proposal(TargetKind.NEW, None, Text(
            f"Kein Mitglied taugt: Alle laufen aus, werden abgelöst oder haben eine Eignung unter {fit} von 5.",
            f"No member will do: all are phased out, being replaced, or fit functionally with less than {fit} of 5.",
        ))  # fmt: skip
    most = max((members[place].users or 0 for place in open_to), default=0)
    scores = {place: _score(members[place], most) for place in open_to}
    best = max(open_to, key=lambda place: (scores[place].low, scores[place].high, apps[place].id))
    rivals = [apps[place].title for place in open_to if place != best and scores[place].high > scores[best].low + 1e-9]
    return Proposal(TargetKind.MEMBER, apps[best].node, _why(members[best], rivals))


def _may_grow(member: Member, fit: int, day: dt.date) -> bool:
    leaving = member.status == ApplicationStatus.PHASE_OUT or member.decision in (Decision.ELIMINATE, Decision.MIGRATE)
    ends = member.end_of_life is not None and member.end_of_life <= day + dt.timedelta(days=2 * 365)
    return not leaving and not ends and (member.functional is None or member.functional >= fit)


def _score(member: Member, most: int) -> Interval:
    """From 0 to 1: functional fit counts most, then technical fit and how many work with it."""
    users = None if member.users is None else math.log1p(member.users) / math.log1p(max(most, 1))
    values = [
        (None if member.functional is None else (member.functional - 1) / 4, 2.0),
        (None if member.technical is None else (member.technical - 1) / 4, 1.0),
        (users, 1.0),
    ]
    return Interval.mean(values, 0, 1)


def _why(member: Member, rivals: Sequence[str]) -> Text:
    german, english = [], []
    for de, en, value, of in (
        ("fachliche Eignung", "functional fit", member.functional, "5"),
        ("technische Eignung", "technical fit", member.technical, "5"),
        ("Benutzende", "users", member.users, ""),
    ):
        german.append(f"{de} {_known(value, of, 'von', 'nicht erfasst')}")
        english.append(f"{en} {_known(value, of, 'of', 'not recorded')}")
    told = [", ".join(parts) + "." for parts in (german, english)]
    text = Text(*(line[:1].upper() + line[1:] for line in told))
    if not rivals:
        return text
    shown, more = ", ".join(rivals[:3]), len(rivals) - 3
    tail = Text(f" und {more} weitere", f" and {more} more") if more > 0 else Text("", "")
    return Text(
        f"{text.de} Fehlende Angaben könnten das ändern; in Frage kommen auch {shown}{tail.de}.",
        f"{text.en} Missing facts could change that; {shown}{tail.en} may do as well.",
    )


def _known(value: int | None, of: str, word: str, missing: str) -> str:
    return missing if value is None else f"{value} {word} {of}" if of else str(value)
