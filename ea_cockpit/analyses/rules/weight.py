"""How badly a gap weighs, from 1 (low) to 4 (very high); what is not known makes it a range."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from ea_cockpit.analyses.interval import Interval
from ea_cockpit.analyses.rules.findings import GapState
from ea_cockpit.model.protection import Need

_LONG = dt.timedelta(days=730)
_LEAST, _MOST = 1, 4
_NEEDS: dict[str | None, int] = {need.value: rank for rank, need in enumerate(Need)}


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind a gap: since when it is in use, its own cost, and the applications concerned.

    Of each application its run cost, and its needs for confidentiality, integrity, availability, and its criticality.
    """

    in_use: dt.date | None
    cost: float | None
    run_costs: Sequence[float | None]
    needs: Sequence[str | None]


def severity(state: GapState, since: dt.date | None, day: dt.date, behind: Behind) -> Interval:
    """2 for a violation, 1 for what is permitted, advised or not yet due; more for protection needs and for age."""
    needs = behind.needs
    known = [_NEEDS[need] for need in needs if need in _NEEDS]
    if state not in (GapState.VIOLATION, GapState.EXPIRED):
        return Interval(_LEAST, _LEAST, 1, 1)
    base = 2 + (since is not None and day - since > _LONG)
    # Low and normal needs change nothing, a high one adds 1, a very high one 2.
    least = base + max(max(known, default=0) - 1, 0)
    most = least if needs and len(known) == len(needs) else base + 2
    return Interval(min(least, _MOST), min(max(most, least), _MOST), len(known), max(len(needs), 1))


def cost(label: str, behind: Behind) -> Interval | None:
    """The yearly run cost of what is affected; None for facts that have none of their own."""
    if label == "Hosting":
        return Interval.sum([behind.cost])
    if label not in ("Application", "DataStore") or not behind.run_costs:
        return None
    return Interval.sum(behind.run_costs)
