"""What is known of a group in the words of the guideline: ranges where something is missing, never a guess."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from itertools import combinations

from ea_cockpit.analyses.centralise.dossier import NEEDS, PERSONAL, Member
from ea_cockpit.analyses.centralise.guideline import Known, Range
from ea_cockpit.analyses.centralise.landscape import App
from ea_cockpit.analyses.centralise.offices import Office, Unit
from ea_cockpit.analyses.interval import Interval
from ea_cockpit.model.facts.organisation_unit import OrganisationKind

_CANTON = (OrganisationKind.DEPARTMENT.value, OrganisationKind.OFFICE.value, OrganisationKind.DIVISION.value)
_TOP = len(NEEDS) - 1


def weigh(
    apps: Sequence[App],
    members: Sequence[Member],
    units: Mapping[int, Unit],
    likeness: Interval,
    standard: bool,
    day: dt.date,
) -> dict[str, Known]:
    """All inputs of the guideline."""
    cost = Interval.sum(member.run_cost for member in members)
    deviations = float(sum(len(member.deviations) for member in members))
    return {
        "sovereignty": sovereignty([app.office for app in apps], units),
        "legal_basis": legal_basis(members),
        "standard": frozenset({"yes" if standard else "no"}),
        "products": products(apps),
        "personal_data": personal_data(members),
        "likeness": (likeness.low, likeness.high),
        "protection_gap": protection_gap(members),
        "deviations": (deviations, deviations),
        "offices": offices(apps),
        "applications": (float(len(apps)), float(len(apps))),
        "contract_months": contract_months(members, day),
        "run_cost": (cost.low, cost.high),
    }


def sovereign(office: Office | None, units: Mapping[int, Unit]) -> str | None:
    """Who decides in the end: the canton, the courts, or each municipality and each body outside by itself."""
    unit = units.get(office) if isinstance(office, int) else None
    if unit is None or unit.kind is None:
        return None
    if unit.kind in _CANTON:
        return "canton"
    return "court" if unit.kind == OrganisationKind.COURT.value else unit.id


def sovereignty(listed: Sequence[Office | None], units: Mapping[int, Unit]) -> frozenset[str]:
    """Whether one sovereign decides for all."""
    found = [sovereign(office, units) for office in listed]
    if len(set(found) - {None}) > 1:
        return frozenset({"mixed"})
    return frozenset({"same", "mixed"}) if None in found else frozenset({"same"})


def legal_basis(members: Sequence[Member]) -> frozenset[str]:
    """Whether the data rests on laws that have something in common."""
    known = {member.laws for member in members if member.laws}
    if any(one.isdisjoint(other) for one, other in combinations(known, 2)):
        return frozenset({"different"})
    return frozenset({"same"}) if all(member.laws for member in members) else frozenset({"same", "different"})


def products(apps: Sequence[App]) -> frozenset[str]:
    """Whether all use one product."""
    known = {app.product for app in apps if app.product}
    if len(known) > 1:
        return frozenset({"several"})
    return frozenset({"one"}) if all(app.product for app in apps) else frozenset({"one", "several"})


def personal_data(members: Sequence[Member]) -> frozenset[str]:
    """The gravest kind of personal data any of them may hold."""
    known = [member.personal for member in members if member.personal is not None]
    worst = max(known, default=0)
    last = worst if len(known) == len(members) else len(PERSONAL) - 1
    return frozenset(word.value for word in PERSONAL[worst : last + 1])


def protection_gap(members: Sequence[Member]) -> Range:
    """How far the needs lie apart, in the aspect where they do most."""
    low = high = 0
    for aspect in range(3):
        levels = [member.needs[aspect] for member in members]
        known = [level for level in levels if level is not None]
        gap = max(known) - min(known) if known else 0
        widest = gap
        if len(known) < len(levels):
            widest = max(_TOP - min(known), *known) if known else _TOP * (len(levels) > 1)
        low, high = max(low, gap), max(high, widest)
    return float(low), float(high)


def offices(apps: Sequence[App]) -> Range:
    """How many offices; each application without one may belong to one more, or to one of them."""
    known = len({app.office for app in apps} - {None})
    unknown = sum(app.office is None for app in apps)
    return float(max(known, 1)), float(known + unknown)


def contract_months(members: Sequence[Member], day: dt.date) -> Range:
    """How long the longest contract still binds."""
    months = [member.contract_months(day) for member in members]
    longest = max((month for month in months if month is not None), default=0.0)
    return longest, math.inf if None in months else longest
