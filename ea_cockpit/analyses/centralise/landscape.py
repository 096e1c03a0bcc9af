"""What is compared: applications in operation with their office and what each shares with others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ea_cockpit.analyses.analysis import Asked
from ea_cockpit.analyses.centralise.flows import Ends, Flows
from ea_cockpit.analyses.centralise.marks import codes_in
from ea_cockpit.analyses.centralise.names import TaskNames
from ea_cockpit.analyses.centralise.offices import Office, Offices, Told, Unit
from ea_cockpit.analyses.centralise.settings import CentralisationSettings
from ea_cockpit.graph.queries import Query, load
from ea_cockpit.naming.normalise import name_of

Shared = frozenset[int | str]
"""Facts by the number of their node; the name of one the catalogue does not know."""
Linked = Mapping[int, Sequence[int]]
"""The facts each fact is linked with."""
_CODE = re.compile(r"\b[A-Z]{2,4}-\d+\b")


@dataclass(frozen=True, slots=True)
class App:
    """An application that is compared; facts it shares are numbers of nodes."""

    node: int
    id: str
    name: str | None
    product: str | None
    product_said: str | None
    office: Office | None
    guessed: bool
    supplier: int | str | None
    capabilities: Shared
    technologies: Shared
    data: Shared
    common: bool
    """Meant for all offices: by its kind, or as a standard solution."""

    @property
    def title(self) -> str:
        """What it is called in lists."""
        return f"{self.name} ({self.id})" if self.name and self.name != self.id else self.id


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is compared, with the units, how the names are read, and who exchanges data with whom.

    `standards` has the standard solutions of each capability, the first by its id first.
    """

    apps: list[App]
    offices: Offices
    names: TaskNames
    standards: Linked
    flows: Flows


def read_scene(asked: Asked, server: Executor, statement: Query, settings: CentralisationSettings) -> Scene:
    """The landscape as it is compared; `server` reads ahead, one statement after the other."""
    parts = ("centralisation_links", "data_interfaces", "centralisation_units")
    queries = [*(load(f"parts/{part}") for part in parts), statement]
    linked, interfaces, listed, told = (server.submit(asked.read, query) for query in queries)
    found = {row["kind"]: (row["starts"], row["ends"]) for row in linked.result()}
    links, flows = _Links(found), _flows(interfaces.result()[0]["interfaces"], found)
    units = {row[0]: Unit(*row) for row in listed.result()[0]["units"]}
    nothing = frozenset(name_of(text).joined for text in settings.name.nothing)
    read = map(_Row._make, zip(*told.result()[0].values(), strict=True))
    alone = (row.without(nothing) for row in read if _stands_alone(row, links, settings))
    rows = [row for row in alone if not _words(row) & settings.leave_out.words]
    offices = Offices(units, [_told(row, links) for row in rows], settings.name.filler)
    common = {app for solutions in links.standards.values() for app in solutions}
    common |= {row.node for row in rows if _for_all(row, settings)}
    apps = [_app(row, links, offices, row.node in common) for row in rows]
    own = [_without_office(app, units) for app in apps]
    return Scene(apps, offices, TaskNames(own, offices.by_short, settings.name), links.standards, flows)


def _flows(interfaces: Sequence[int], found: Mapping[str, tuple[list[int], list[int]]]) -> Flows:
    kinds = ("PROVIDES", "CONSUMED_BY", "HOLDS")
    return Flows(interfaces, {kind: _numbers(found.get(kind, ([], []))) for kind in kinds})


def _numbers(ends: tuple[list[int], list[int]]) -> Ends:
    return np.array(ends[0], dtype=np.int64), np.array(ends[1], dtype=np.int64)


class _Row(NamedTuple):
    node: int
    id: str
    name: str | None
    kind: str | None
    product: str | None
    function: str | None
    support: str | None
    open: list[str] | None

    def unknown(self, link: str) -> list[str]:
        """Partners the catalogue does not know, by a link."""
        if not self.open:
            return []
        return [text.partition("=")[2] for text in self.open if text.startswith(f"{link}=")]

    def without(self, nothing: frozenset[str]) -> _Row:
        """The row without what only says that something is not known («k.A.», «?»); an id in words is its name."""
        product = self.product if self.product and _says(self.product, nothing) else None
        said = [text for text in self.open if _says(text.partition("=")[2], nothing)] if self.open else None
        name = self.name or (None if any(map(str.isdigit, self.id)) else self.id)
        same = (product, said, name) == (self.product, self.open, self.name)
        return self if same else self._replace(product=product, open=said, name=name)


def _says(text: str, nothing: frozenset[str]) -> bool:
    joined = name_of(text).joined
    return bool(joined) and joined not in nothing


class _Links:
    """What each fact is linked with, by the kind of link."""

    def __init__(self, found: Mapping[str, tuple[list[int], list[int]]]) -> None:
        def linked(kind: str) -> Linked:
            targets: dict[int, list[int]] = defaultdict(list)
            for source, target in zip(*found.get(kind, ((), ())), strict=True):
                targets[source].append(target)
            return dict(targets)

        self.capabilities, self.owners, self.users = linked("SUPPORTS"), linked("OWNED_BY"), linked("USED_BY")
        self.suppliers, self.technologies = linked("SUPPLIED_BY"), linked("BUILT_WITH")
        self.wholes, self.successors = linked("PART_OF"), linked("SUCCEEDED_BY")
        self.standards = linked("HAS_STANDARD_SOLUTION")
        contents = linked("CONTAINS")
        self.data: Linked = {
            holder: [data for store in stores for data in contents.get(store, ())]
            for holder, stores in linked("HOLDS").items()
        }


def _stands_alone(row: _Row, links: _Links, settings: CentralisationSettings) -> bool:
    out = settings.leave_out
    linked = (out.modules and row.node in links.wholes) or (out.succeeded and row.node in links.successors)
    return row.kind not in out.kinds and not linked


def _for_all(row: _Row, settings: CentralisationSettings) -> bool:
    return row.kind in settings.common.kinds or bool(_words(row) & settings.common.words)


def _words(row: _Row) -> frozenset[str]:
    return frozenset(name_of(row.name).words) if row.name else frozenset()


def _app(row: _Row, links: _Links, offices: Offices, common: bool) -> App:
    said = next(iter(row.unknown("owned_by")), None)
    owners = links.owners.get(row.node, ())
    users = () if owners else _users(row, links, offices)
    office, guessed = offices.of(row.name, owners, users, said, row.function)

    def shared(known: Linked, link: str) -> Shared:
        # A partner the catalogue does not know is still the same partner where two name it alike.
        unknown = [key for text in row.unknown(link) for key in _codes(text)]
        return frozenset([*known.get(row.node, ()), *unknown])

    return App(
        row.node, row.id, row.name, name_of(row.product).joined if row.product else None, row.product, office, guessed,
        min(shared(links.suppliers, "supplied_by"), key=str, default=None), shared(links.capabilities, "supports"),
        shared(links.technologies, "built_with"), frozenset(links.data.get(row.node, ())), common,
    )  # fmt: skip


def _told(row: _Row, links: _Links) -> Told:
    unknown = [*row.unknown("owned_by"), *row.unknown("used_by")]
    return Told(row.name, links.owners.get(row.node, ()), (row.function, row.support), unknown)


def _users(row: _Row, links: _Links, offices: Offices) -> Sequence[Office]:
    """Who works with it; a unit the catalogue does not know counts too."""
    known: Sequence[Office] = links.users.get(row.node, ())
    listed = row.unknown("used_by")
    if any(len(codes_in(text)) > 1 for text in listed):
        return ()
    return [*known, *(office for text in listed if (office := offices.meant(text)) is not None)]


def _codes(text: str) -> Sequence[str]:
    """An unknown partner by its id where it is given («LF-02 Beispielsoft AG», «GF-81, GF-86»), else by its name."""
    return [name_of(code).joined for code in _CODE.findall(text)] or [name_of(text).joined]


def _without_office(app: App, units: Mapping[int, Unit]) -> str | None:
    """The name without its office's own name: «Fallführung Amt für Soziales» is the task Fallführung."""
    unit = units.get(app.office) if isinstance(app.office, int) else None
    if app.name and unit and unit.name and " " in unit.name and unit.name.casefold() in app.name.casefold():
        place = app.name.casefold().index(unit.name.casefold())
        return app.name[:place] + app.name[place + len(unit.name) :]
    return app.name
