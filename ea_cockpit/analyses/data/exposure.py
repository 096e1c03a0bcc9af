"""Where sensitive data gets to, and what is wrong there: one exposure for each place and fault, with its way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from ea_cockpit.analyses.data.landscape import DataLandscape, Step, Thing
from ea_cockpit.analyses.data.protection import (
    class_rank,
    demanded_need,
    need_rank,
    personal_rank,
    rank_of_thing,
)
from ea_cockpit.analyses.data.sensitive_texts import SensitiveFault as Fault

Way = list[tuple[int | None, int | None]]
"""Interface and place by turns; the source comes over no interface, and a way may end on one."""


class Sort(NamedTuple):
    """A data object with how much protection it asks for; `certain` where it says so itself."""

    thing: Thing
    rank: int
    certain: bool
    leaders: list[int]
    stores: list[int]


@dataclass(slots=True)
class Exposure:
    """One place where data is not as safe as it should be: what is wrong, which data, the way it came."""

    fact: int
    fault: Fault | None
    rank: int
    things: list[Thing]
    certain: bool
    way: Callable[[], Way]
    hops: int

    @property
    def order(self) -> tuple[int, bool, int]:
        """The gravest first; the surer and nearer one tells it better."""
        return -self.rank, not self.certain, self.hops


class Exposures:
    """Collects exposures, one for each place and fault: the gravest, with all data objects of its level."""

    def __init__(self, data: DataLandscape) -> None:
        self.data = data
        self.found: dict[tuple[int, Fault | None], Exposure] = {}
        self.having: dict[int, Exposure] = {}
        """Places that have sensitive data at all, with how it got there."""
        self._law: dict[int, set[str | None]] = {}

    def add(self, new: Exposure) -> None:
        """Note one."""
        old = self.found.setdefault((new.fact, new.fault), new)
        if old is not new:
            first, second = sorted((old, new), key=lambda one: one.order)
            if first.rank == second.rank:
                first.things = list(dict.fromkeys([*old.things, *new.things]))
            self.found[new.fact, new.fault] = first

    def has(self, new: Exposure) -> None:
        """Note that a place has such data; the gravest, surest, nearest tells how it came."""
        old = self.having.get(new.fact)
        if old is None or new.order < old.order:
            self.having[new.fact] = new

    def laws(self, place: int) -> set[str | None]:
        """The jurisdictions a place runs under; None among them where one is not known."""
        if place not in self._law:
            hosts = self.data.out("HOSTED_ON", place)
            self._law[place] = {self.law(host) for host in hosts} or {None}
        return self._law[place]

    def law(self, host: int) -> str | None:
        """The jurisdiction of an environment, its own or that of the one it stands in."""
        seen = {host}
        while self.data.things[host].jurisdiction is None:
            above = next(iter(self.data.out("LOCATED_IN", host)), None)
            if above is None or above in seen:
                return None
            seen.add(host := above)
        return self.data.things[host].jurisdiction

    def abroad(self, place: int) -> Fault | None:
        """Whether a place is outside Switzerland; a known place abroad weighs more than one that is unknown."""
        laws = self.laws(place)
        if laws - {"CH", None}:
            return Fault.ABROAD
        return Fault.JURISDICTION_UNKNOWN if None in laws else None


def sorts(data: DataLandscape, rows: Iterable[dict[str, Any]]) -> tuple[list[Sort], list[Thing]]:
    """The data objects with their level, and those nobody has rated."""
    found, unrated = [], []
    for row in rows:
        thing = data.things[row["thing"]]
        around = [data.things[key].personal for key in (*row["stores"], *row["leaders"])]
        rank, certain = rank_of_thing(thing.personal, thing.secrecy, around)
        if rank is None:
            unrated.append(thing)
        else:
            found.append(Sort(thing, rank, certain, row["leaders"], row["stores"]))
    return found, unrated


def spread_of(data: DataLandscape, sort: Sort) -> dict[int, Step]:
    """Everywhere a data object gets, from its leading system first, then from whoever else holds or gives it."""
    flows = data.flows(data.carriers(sort.thing.key))
    steps = data.spread(sort.leaders, flows)
    taken = {taker for ways in flows.values() for _, takers in ways for taker in takers}
    for key in sorted({*flows, *taken, *sort.stores}, key=lambda key: (key in taken, data.place[key])):
        data.spread([key], flows, steps)
    return steps


def places(data: DataLandscape, sort: Sort) -> list[int]:
    """The places that work on a data object: they lead, hold, give or take it, or hold a store that does."""
    found = {*sort.leaders, *sort.stores}
    for interface in data.carriers(sort.thing.key):
        found.update(data.back("PROVIDES", interface), data.out("CONSUMED_BY", interface))
    return sorted(found.union(*(data.back("HOLDS", key) for key in found)), key=data.place.__getitem__)


def said_less(place: Thing, sort: Sort) -> Fault | None:
    """Whether a place says of itself that its data is less sensitive than this data is."""
    rank, wanted = personal_rank(place.personal), personal_rank(sort.thing.personal)
    pairs = [(rank, wanted if wanted is not None or sort.certain else sort.rank)]
    if place.label == "DataStore":
        pairs.append((class_rank(place.secrecy), class_rank(sort.thing.secrecy)))
    if any(said is not None and asked is not None and said < asked for said, asked in pairs):
        return Fault.SAID_LESS
    return Fault.PROTECTION_UNKNOWN if any(said is None for said, _ in pairs) else None


def lower_need(place: Thing, sort: Sort, source: Thing | None) -> Fault | None:
    """Whether an application keeps a secret less well than its source does and the data asks for."""
    if place.label != "Application":
        return None
    rank, asked = need_rank(place.secrecy), demanded_need(sort.rank, source.secrecy if source else None)
    if rank is None:
        return Fault.PROTECTION_UNKNOWN
    return Fault.LOWER_NEED if rank < asked else None
