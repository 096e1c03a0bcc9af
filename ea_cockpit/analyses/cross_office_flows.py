"""Which office sends data to which: a matrix with the systems behind each cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.policy_file import read_policy
from ea_cockpit.analyses.structure.flows import Flows, grouped, read_flows
from ea_cockpit.analyses.structure.network import Facts, Names, links_of, read_facts
from ea_cockpit.analyses.structure.offices import Offices, offices_of, read_offices, with_stores
from ea_cockpit.analyses.structure.rules import OfficeHeadings
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.graph.catalogue import FactRef
from ea_cockpit.graph.queries import load
from ea_cockpit.graph.statements import CUSTOM
from ea_cockpit.i18n import Text

_LABELS = ("Application", "DataObject", "DataStore", "Interface", "OrganisationUnit")
_NAMED = 4


class OfficeFlow(AnalysisRow):
    """One cell of the matrix: from this office to that."""

    source_id: str = result(("Von (ID)", "From (id)"), ("ID des liefernden Amts.", "Id of the office that sends."), ...)
    source: str = result(("Von Amt", "From office"), ("Das liefernde Amt.", "The office that sends."), ...)
    target_id: str = result(
        ("Nach (ID)", "To (id)"), ("ID des beziehenden Amts.", "Id of the office that receives."), ...
    )
    target: str = result(("Nach Amt", "To office"), ("Das beziehende Amt.", "The office that receives."), ...)
    interfaces: int = result(("Schnittstellen", "Interfaces"), ("So viele in Betrieb.", "So many in operation."), ...)
    data_objects: tuple[str, ...] = result(
        ("Daten", "Data"), ("Was fliesst (höchstens vier).", "What flows (four at most)."), ()
    )
    providers: tuple[str, ...] = result(
        ("Liefernde Systeme", "Systems that send"),
        ("Die vier häufigsten Applikationen oder Datenbestände.", "The four most frequent applications or stores."),
        (),
    )
    consumers: tuple[str, ...] = result(
        ("Beziehende Systeme", "Systems that receive"),
        ("Die vier häufigsten Applikationen oder Datenbestände.", "The four most frequent applications or stores."),
        (),
    )

    def subject(self) -> FactRef:
        """The office that sends."""
        return FactRef("OrganisationUnit", self.source_id, self.source)


@dataclass(slots=True)
class Cell:
    """What crosses from one office to another: interfaces, and how often each system stands behind one."""

    interfaces: set[int] = field(default_factory=set)
    providers: Counter[int] = field(default_factory=Counter)
    consumers: Counter[int] = field(default_factory=Counter)


class CrossOfficeFlows(Analysis):
    """All flows from one office to another."""

    name = "cross_office_flows"
    topic = Topic.STRUCTURE
    row = OfficeFlow
    helpers = ("relationship", "starts", "ends")
    worked_out = tuple(column.name for column in OfficeFlow.columns())
    figures: ClassVar[dict[str, Text]] = {
        "pairs": Text("Beziehungen von Amt zu Amt", "From office to office"),
        "offices": Text("Beteiligte Ämter", "Offices that take part"),
        "strongest": Text("Schnittstellen der stärksten", "Interfaces of the strongest"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """The strongest first."""
        facts, offices = read_facts(asked, _LABELS), read_offices(asked)
        links = links_of(asked.read(self.query), facts)
        flows = read_flows(facts, links)
        whose = with_stores(offices_of(facts, links, offices, ("OWNED_BY",)), flows.holders)
        for store, office in _written(asked, facts, offices):
            whose.setdefault(store, set()).add(office)
        cells = matrix(flows, whose)
        carried = grouped(links.get("CARRIES", ()))
        return _rows(asked, facts, offices, cells, carried)

    def summary(self, rows: Sequence[OfficeFlow]) -> dict[str, Any]:
        """How many pairs of offices, how many offices, and the strongest flow."""
        return {
            "pairs": len(rows),
            "offices": len({row.source_id for row in rows} | {row.target_id for row in rows}),
            "strongest": max((row.interfaces for row in rows), default=0),
        }


def _written(asked: Asked, facts: Facts, offices: Offices) -> Iterable[tuple[int, int]]:
    """Data stores nobody holds with the office a custom attribute names."""
    headings = read_policy(asked.policy, "office_headings.yaml", OfficeHeadings).headings
    for row in asked.read(load("parts/structure_written_offices"), headings=[CUSTOM + word for word in headings]):
        office = offices.words.get(str(row["written"]).casefold())
        if office is not None:
            yield facts.place[row["node"]], office


def matrix(flows: Flows, whose: Mapping[int, set[int]]) -> dict[tuple[int, int], Cell]:
    """Interfaces and systems by (office that sends, office that receives); within one office nothing crosses."""
    cells: dict[tuple[int, int], Cell] = {}
    for interface, providers in flows.providers.items():
        for provider in providers:
            for consumer in flows.consumers.get(interface, ()):
                for source in whose.get(provider, ()):
                    for target in whose.get(consumer, ()):
                        if source != target:
                            cell = cells.setdefault((source, target), Cell())
                            cell.interfaces.add(interface)
                            cell.providers[provider] += 1
                            cell.consumers[consumer] += 1
    return cells


def _rows(
    asked: Asked, facts: Facts, offices: Offices, cells: dict[tuple[int, int], Cell], carried: dict[int, list[int]]
) -> list[AnalysisRow]:
    tops = {pair: _tops(cell, carried) for pair, cell in cells.items()}
    names = Names(asked, facts, {place for top in tops.values() for places, _ in top for place in places})
    rows = []
    for (source, target), cell in cells.items():
        data, providers, consumers = (_titles(names, *top) for top in tops[source, target])
        rows.append(
            OfficeFlow(
                source_id=offices.refs[source].id, source=offices.title(source), target_id=offices.refs[target].id,
                target=offices.title(target), interfaces=len(cell.interfaces), data_objects=data, providers=providers,
                consumers=consumers,
            )
        )  # fmt: skip
    return [*sorted(rows, key=lambda row: (-row.interfaces, row.source_id, row.target_id))]


def _tops(cell: Cell, carried: dict[int, list[int]]) -> list[tuple[list[int], int]]:
    """The most frequent data objects, providers and consumers of a cell, and how many there are of each."""
    data = Counter(thing for interface in cell.interfaces for thing in carried.get(interface, ()))
    counted = (data, cell.providers, cell.consumers)
    return [(sorted(one, key=lambda place: (-one[place], place))[:_NAMED], len(one)) for one in counted]


def _titles(names: Names, places: list[int], total: int) -> tuple[str, ...]:
    """What they are called, and how many more there are."""
    titles = tuple(names.title(place) for place in places)
    return titles if total == len(titles) else (*titles, f"+{total - len(titles)}")
