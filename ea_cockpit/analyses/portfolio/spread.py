"""Costs spread over groups: each application over all its groups alike, each environment over what runs on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ea_cockpit.analyses.interval import Interval


@dataclass(frozen=True, slots=True)
class Costing:
    """One application: its yearly costs (None where nobody has stated them), its groups, where it runs."""

    name: str
    run: float | None
    licence: float | None
    users: int | None
    groups: tuple[str | None, ...]
    hostings: tuple[str, ...]

    @property
    def known(self) -> float:
        """The part of its yearly cost that is known."""
        return (self.run or 0.0) + (self.licence or 0.0)

    @property
    def is_whole(self) -> bool:
        """Whether both costs are stated."""
        return self.run is not None and self.licence is not None


@dataclass(slots=True)
class Purse:
    """What falls on one group: shares of costs, None for each one that is not stated."""

    run: list[float | None] = field(default_factory=list)
    licence: list[float | None] = field(default_factory=list)
    hosting: list[float | None] = field(default_factory=list)
    applications: list[Costing] = field(default_factory=list)

    @property
    def total(self) -> Interval:
        """Operation and licences."""
        return Interval.sum([*self.run, *self.licence])

    @property
    def split(self) -> int:
        """How many of its applications share their cost with other groups."""
        return sum(len(one.groups) > 1 for one in self.applications)

    @property
    def per_user(self) -> float | None:
        """Yearly cost of one user, from the applications whose users and costs are all stated; None without any."""
        whole = [one for one in self.applications if one.users and one.is_whole]
        return sum(one.known for one in whole) / sum(one.users or 0 for one in whole) if whole else None

    def largest(self, count: int) -> tuple[Costing, ...]:
        """The applications that are known to cost most."""
        dear = [one for one in self.applications if one.known]
        return tuple(sorted(dear, key=lambda one: (-one.known, one.name))[:count])


def spread(applications: Sequence[Costing], hosting: Mapping[str, float | None]) -> dict[str | None, Purse]:
    """The purse of each group; None is the group of what belongs to none."""
    on = Counter(key for one in applications for key in one.hostings)
    purses: dict[str | None, Purse] = {}
    for one in applications:
        share = 1 / len(one.groups)
        homes = [_part(hosting.get(key), 1 / on[key]) for key in one.hostings] or [None]
        for group in one.groups:
            purse = purses.setdefault(group, Purse())
            purse.applications.append(one)
            purse.run.append(_part(one.run, share))
            purse.licence.append(_part(one.licence, share))
            purse.hosting += [_part(home, share) for home in homes]
    return purses


def _part(cost: float | None, share: float) -> float | None:
    return None if cost is None else cost * share
