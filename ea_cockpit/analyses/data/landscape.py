"""What holds data, how it is linked, and how a data object spreads over interfaces, stores and applications."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ea_cockpit.analyses.analysis import Asked
from ea_cockpit.graph.queries import load
from ea_cockpit.i18n import LANGS

_KINDS = ("HOLDS", "PROVIDES", "CONSUMED_BY", "CARRIES", "PART_OF", "OWNED_BY")
_GONE = ("planned", "retired")
_ENCRYPTED = {1: True, 0: False}
"""What the statement says of an interface; any other number: not known."""


class Thing(NamedTuple):
    """A fact of the landscape of data; `secrecy` is its classification, or an application's confidentiality need."""

    key: int
    id: str
    name: str
    kind: str | None
    status: str | None
    personal: str | None
    secrecy: str | None
    jurisdiction: str | None
    label: str

    @property
    def title(self) -> str:
        """How a sentence names it."""
        return f"«{self.name}»" if self.name == self.id else f"«{self.name}» ({self.id})"

    @property
    def operating(self) -> bool:
        """Whether it exists today: neither planned nor retired."""
        return self.status not in _GONE


class Step(NamedTuple):
    """How data came to a place: from where, over which interface (none within an application)."""

    before: int | None
    interface: int | None
    origin: int
    hops: int


Neighbours = dict[int, list[int]]
Flows = dict[int, list[tuple[int, list[int]]]]


@dataclass(slots=True)
class DataLandscape:
    """Facts by number, links by type, interfaces in operation with whether they are encrypted.

    All go by type and id, for the graph's numbers differ from one import of the same facts to the next.
    """

    things: dict[int, Thing]
    links: dict[str, tuple[list[int], list[int]]]
    encrypted: dict[int, bool | None] = field(default_factory=dict)
    place: dict[int, int] = field(default_factory=dict)
    """The place of each fact and each interface in operation among all, by type and id."""
    _along: dict[str, Neighbours] = field(default_factory=dict)
    _against: dict[str, Neighbours] = field(default_factory=dict)
    _near: Neighbours = field(default_factory=dict)

    @classmethod
    def read(cls, asked: Asked, *more: str) -> DataLandscape:
        """The landscape as the graph holds it, with these links besides those that all questions need."""
        rows = asked.read(load("parts/data_facts"), personal=headings(asked))
        things = {fact[0]: Thing._make([*fact, row["label"]]) for row in rows for fact in row["facts"]}
        found = asked.read(load("parts/data_links"), kinds=[*_KINDS, *more])
        flowing = asked.read(load("parts/data_interfaces"))[0]
        encrypted = dict(zip(flowing["interfaces"], map(_ENCRYPTED.get, flowing["encrypted"]), strict=True))
        place = {key: at for at, key in enumerate((*things, *encrypted))}
        return cls(things, {row["kind"]: (row["starts"], row["ends"]) for row in found}, encrypted, place)

    def of(self, *labels: str) -> Iterator[Thing]:
        """All facts of these types, by id."""
        return (thing for thing in self.things.values() if thing.label in labels)

    def along(self, kind: str) -> Neighbours:
        """From each start of these links their ends; sorted out once, when first asked for."""
        if kind not in self._along:
            self._along[kind] = self._gathered(*self.links.get(kind, ([], [])))
        return self._along[kind]

    def against(self, kind: str) -> Neighbours:
        """From each end of these links their starts."""
        if kind not in self._against:
            starts, ends = self.links.get(kind, ([], []))
            self._against[kind] = self._gathered(ends, starts)
        return self._against[kind]

    def _gathered(self, starts: list[int], ends: list[int]) -> Neighbours:
        """The ends of each start in the order of their places; interfaces that carry nothing today are left out."""
        found: Neighbours = defaultdict(list)
        place = self.place
        for start, end in zip(starts, ends, strict=True):
            if end in place:
                found[start].append(end)
        for several in (near for near in found.values() if len(near) > 1):
            several.sort(key=place.__getitem__)
        return found

    def out(self, kind: str, key: int) -> list[int]:
        """Where links of this type lead from here."""
        return self.along(kind).get(key, [])

    def back(self, kind: str, key: int) -> list[int]:
        """Where links of this type come from."""
        return self.against(kind).get(key, [])

    def near(self) -> Neighbours:
        """What shares data with a place without an interface: an application's stores, a store's holders, modules."""
        if not self._near:
            for one, others in (*self.along("HOLDS").items(), *self.against("HOLDS").items()):
                self._near.setdefault(one, []).extend(others)
            parts = self.along("PART_OF")
            for part in (key for key in self.things if key in parts and self.things[key].label == "Application"):
                for whole in parts[part]:
                    self._near.setdefault(part, []).append(whole)
                    self._near.setdefault(whole, []).append(part)
        return self._near

    def carriers(self, thing: int) -> list[int]:
        """Interfaces in operation that carry this data object."""
        return [key for key in self.back("CARRIES", thing) if key in self.encrypted]

    def application(self, place: int) -> Thing | None:
        """An application itself, or the first that holds a store."""
        found = [place, *self.back("HOLDS", place)]
        return next((self.things[key] for key in found if self.things[key].label == "Application"), None)

    def office(self, key: int) -> str | None:
        """The unit that answers for an application or a store, by name."""
        for app in [key, *self.back("HOLDS", key)]:
            for unit in self.out("OWNED_BY", app):
                return self.things[unit].name
        return None

    def system(self, app: int) -> int:
        """The application a module belongs to in the end; a circle of parts ends where it began."""
        seen = {app}
        while (whole := next((w for w in self.out("PART_OF", app) if w in self.things), None)) and whole not in seen:
            seen.add(app := whole)
        return app

    def flows(self, carriers: Iterable[int]) -> Flows:
        """From each provider: interface and consumers, for these interfaces."""
        found: Flows = defaultdict(list)
        providers, takers = self.against("PROVIDES"), self.along("CONSUMED_BY")
        for interface in carriers:
            for provider in providers.get(interface, ()):
                found[provider].append((interface, takers.get(interface, [])))
        return found

    def spread(self, origins: Iterable[int], flows: Flows, steps: dict[int, Step] | None = None) -> dict[int, Step]:
        """Every place data reaches from these, each by a shortest path; goes on from `steps` where they are given."""
        found = {} if steps is None else steps
        near = self.near()
        new = [key for key in origins if key not in found]
        found |= {key: Step(None, None, key, 0) for key in new}
        queue = deque(new)
        while queue:
            here = queue.popleft()
            _, _, origin, hops = found[here]
            for interface, takers in flows.get(here, ()):
                for taker in takers:
                    if taker not in found:
                        found[taker] = Step(here, interface, origin, hops + 1)
                        queue.append(taker)
            # What an application works on lies in its stores, and its modules work on the same.
            for other in near.get(here, ()):
                if other not in found:
                    found[other] = Step(here, None, origin, hops)
                    queue.append(other)
        return found

    def path(self, steps: dict[int, Step], end: int) -> list[tuple[int | None, int]]:
        """The way data came to a place: (interface, place), from the origin on."""
        found: list[tuple[int | None, int]] = []
        here: int | None = end
        while here is not None:
            step = steps[here]
            found.append((step.interface, here))
            here = step.before
        return found[::-1]


def headings(asked: Asked) -> list[str]:
    """Columns of the office's own in which data objects may say whether they speak of persons."""
    title = asked.metamodel["DataStore"].by_name["personal_data"].title
    return [f"custom.{title.in_(lang)}" for lang in LANGS]


def names_of(asked: Asked, keys: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Id and name of these facts, by their number."""
    rows = asked.read(load("parts/data_names"), keys=sorted(set(keys)))
    return {row["key"]: (row["id"], row["name"]) for row in rows}


def listed(titles: list[Any], most: int = 6) -> tuple[str, str]:
    """Names in a row, in German and English; beyond a handful only how many more there are."""
    shown, more = ", ".join(map(str, titles[:most])), len(titles) - most
    return (shown, shown) if more <= 0 else (f"{shown} und {more} weitere", f"{shown} and {more} more")
