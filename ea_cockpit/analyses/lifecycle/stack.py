"""What applications stand on: technologies of their own, of their data stores and of all environments below."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ea_cockpit.analyses.analysis import Asked
from ea_cockpit.graph.queries import load
from ea_cockpit.i18n import Text

Via = tuple[int, ...]
"""The data store and the environments between an application and a technology, top to bottom."""
_DATABASES = ["database", "schema"]


@dataclass(frozen=True, slots=True)
class Gap:
    """A place below an application of which no technology is recorded; `node` None: the application itself."""

    kind: Text
    node: int | None = None


_NO_TECHNOLOGY = Text("keine eigene Technologie erfasst", "no technology of its own recorded")
_NO_HOSTING = Text("keine Betriebsumgebung erfasst", "no hosting recorded")
_HOST = Text("Betriebsumgebung ohne Technologie", "hosting without technology")
_DATABASE = Text("Datenbank ohne Technologie", "database without technology")


class Stack:
    """All links below applications, ready to walk; cycles among environments end where they close."""

    def __init__(self, read: dict[str, list[int]]) -> None:
        self.built = _by(read["built"], read["built_with"])
        self.held = _by(read["holders"], read["held"])
        self.hosts = _by(read["hosted"], read["hosts"])
        self.wholes = _by(read["parts"], read["wholes"])
        self.databases = frozenset(read["databases"])
        self._host: dict[int, list[tuple[Via, int]]] = {}
        self._store: dict[int, list[tuple[Via, int]]] = {}

    @classmethod
    def of(cls, asked: Asked) -> Stack:
        """The links of the graph."""
        return cls(asked.read(load("parts/lifecycle_stack"), kinds=_DATABASES)[0])

    def below(self, application: int) -> list[tuple[Via, int]]:
        """Every technology below an application, with what lies between."""
        found: list[tuple[Via, int]] = [((), technology) for technology in self.built.get(application, ())]
        for host in self.hosts.get(application, ()):
            found += self._below_host(host)
        for store in self.held.get(application, ()):
            found += self._below_store(store)
        return found

    def gaps(self, application: int) -> list[Gap]:
        """What is not recorded below an application."""
        found = [] if self.built.get(application) else [Gap(_NO_TECHNOLOGY)]
        hosts = self.hosts.get(application, ())
        found += [] if hosts else [Gap(_NO_HOSTING)]
        for store in self.held.get(application, ()):
            hosts = [*hosts, *self.hosts.get(store, ())]
            if store in self.databases and not self.built.get(store):
                found.append(Gap(_DATABASE, store))
        return found + [Gap(_HOST, host) for host in dict.fromkeys(hosts) if not self._below_host(host)]

    def _below_store(self, store: int) -> list[tuple[Via, int]]:
        if store not in self._store:
            under: list[tuple[Via, int]] = [((store,), technology) for technology in self.built.get(store, ())]
            for host in self.hosts.get(store, ()):
                under += [((store, *via), technology) for via, technology in self._below_host(host)]
            self._store[store] = under
        return self._store[store]

    def _below_host(self, host: int) -> list[tuple[Via, int]]:
        if host not in self._host:
            found: list[tuple[Via, int]] = []
            seen: dict[int, Via] = {host: (host,)}
            front = [host]
            while front:
                one = front.pop(0)
                found += [(seen[one], technology) for technology in self.built.get(one, ())]
                for whole in self.wholes.get(one, ()):
                    if whole not in seen:
                        seen[whole] = (*seen[one], whole)
                        front.append(whole)
            self._host[host] = found
        return self._host[host]


def names_of(asked: Asked, nodes: Iterable[int]) -> dict[int, str]:
    """What these entries are called, by their place in the graph."""
    row: dict[str, Any] = asked.read(load("parts/lifecycle_names"), nodes=sorted(set(nodes)))[0]
    return dict(zip(row["named"], row["names"], strict=True))


def _by(keys: list[int], values: list[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for key, value in zip(keys, values, strict=True):
        found[key].append(value)
    return found
