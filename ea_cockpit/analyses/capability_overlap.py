"""Capabilities that several offices support with applications of their own: who, with which, beside which standard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.centralise.offices import Unit, office_above
from ea_cockpit.analyses.interval import Interval
from ea_cockpit.analyses.parameter import Parameter
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.graph.catalogue import FactRef
from ea_cockpit.graph.queries import load
from ea_cockpit.i18n import Text


@dataclass(frozen=True, slots=True)
class Capability:
    """A capability as the map has it."""

    id: str
    name: str | None
    above: str | None
    standard: str | None


Tree = Mapping[str, Capability]
Found = Mapping[int | None, list[tuple[str, str | None]]]
"""Applications (id and name) by the office that owns them; None where no one is named."""


class Cell(AboutFact):
    """One capability in one office."""

    area: str | None = result(
        ("Bereich", "Area"), ("Die umfassendste Fähigkeit darüber.", "The widest capability above it.")
    )
    office_id: str | None = result(("Amt-ID", "Office id"), ("ID des Amtes.", "Id of the office."))
    office: str | None = result(
        ("Amt", "Office"),
        ("Wem die Applikationen gehören; leer, wo es nicht erfasst ist.", "Who owns them; empty where not recorded."),
    )
    count: int = result(("Anzahl im Amt", "Count in office"), ("Applikationen des Amtes.", "The office's own."), ...)
    applications: tuple[str, ...] = result(
        ("Applikationen", "Applications"), ("Was dort im Betrieb ist.", "What is in operation there."), ()
    )
    ids: tuple[str, ...] = result(("IDs", "IDs"), ("Ihre IDs.", "Their ids."), ())
    offices: Interval = result(
        ("Ämter insgesamt", "Offices in all"),
        (
            "Wie viele Ämter; jede Applikation ohne Amt kann zu einem weiteren gehören.",
            "How many offices; each application without one may belong to one more.",
        ),
        ...,
    )
    total: int = result(
        ("Applikationen insgesamt", "Applications in all"),
        ("In allen Ämtern zusammen.", "In all offices together."),
        ...,
    )
    standard: str | None = result(
        ("Standardlösung", "Standard solution"),
        ("Was für die Fähigkeit vorgegeben und in Betrieb ist.", "What is set for it and in operation."),
    )


class CapabilityOverlap(Analysis):
    """Capability by office, the capabilities in most offices first."""

    name = "capability_overlap"
    topic = Topic.CENTRALISATION
    row = Cell
    parameters = (
        Parameter(
            "offices",
            Text("Mindestens Ämter", "At least offices"),
            Text("Nur Fähigkeiten in so vielen Ämtern.", "Only capabilities in this many offices."),
            "integer",
            default=2,
            low=1,
            high=1000,
        ),
        Parameter(
            "capability",
            Text("Fähigkeit", "Capability"),
            Text("Nur diese und alle, die zu ihr gehören.", "Only this one and all that belong to it."),
            "fact",
            targets=("BusinessCapability",),
        ),
    )
    helpers = ("found",)
    worked_out = tuple(Cell.model_fields)
    figures: ClassVar[dict[str, Text]] = {
        "capabilities": Text("Fähigkeiten", "Capabilities"),
        "without_standard": Text("Davon ohne Standardlösung", "Without a standard solution"),
        "applications": Text("Applikationen", "Applications"),
        "by_area": Text("Applikationen je Bereich", "Applications by area"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """One line for each capability and office."""
        tree: Tree = {row[0]: Capability(*row) for row in asked.read(load("parts/capability_tree"))[0]["tree"]}
        units = {row[0]: Unit(*row) for row in asked.read(load("parts/centralisation_units"))[0]["units"]}
        chosen: FactRef | None = asked["capability"]
        listed: dict[str, dict[int | None, list[tuple[str, str | None]]]] = defaultdict(lambda: defaultdict(list))
        for capability, owner, id_, name in asked.read(self.query)[0]["found"]:
            if chosen is None or chosen.id in _upwards(capability, tree):
                listed[capability][None if owner is None else office_above(owner, units)].append((id_, name))
        counts = {capability: _offices(found) for capability, found in listed.items()}
        order = sorted(listed, key=lambda one: (-counts[one].high, -counts[one].asked, one))
        return [
            cell
            for one in order
            if counts[one].high >= asked["offices"]
            for cell in _cells(one, listed[one], counts[one], tree, units)
        ]

    def summary(self, rows: Sequence[Cell]) -> dict[str, Any]:
        """Capabilities, those without a standard, and applications in all and by area, each counted once."""
        areas: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            areas[row.area or row.name or row.id].update(row.ids)
        return {
            "capabilities": len({row.id for row in rows}),
            "without_standard": len({row.id for row in rows if row.standard is None}),
            "applications": len({id_ for row in rows for id_ in row.ids}),
            "by_area": {area: len(ids) for area, ids in sorted(areas.items(), key=lambda one: (-len(one[1]), one[0]))},
        }


def _upwards(id_: str, tree: Tree) -> list[str]:
    """A capability and the wider ones it belongs to; a ring ends where it began."""
    found: list[str] = []
    at: str | None = id_
    while at is not None and at not in found:
        found.append(at)
        at = tree[at].above if at in tree else None
    return found


def _offices(found: Found) -> Interval:
    known, unknown = len(found.keys() - {None}), len(found.get(None, ()))
    total = sum(map(len, found.values()))
    return Interval(max(known, 1), known + unknown, total - unknown, total)


def _cells(id_: str, found: Found, offices: Interval, tree: Tree, units: Mapping[int, Unit]) -> list[AnalysisRow]:
    widest, capability = tree[_upwards(id_, tree)[-1]], tree[id_]
    area = None if widest.id == id_ else widest.name or widest.id
    cells = [
        Cell(
            label="BusinessCapability", id=id_, name=capability.name, area=area,
            office_id=None if office is None else units[office].id,
            office=None if office is None else units[office].title,
            count=len(apps), standard=capability.standard, offices=offices, total=offices.asked,
            applications=tuple(name or one for one, name in apps), ids=tuple(one for one, _ in apps),
        )
        for office, apps in found.items()
    ]  # fmt: skip
    return [*sorted(cells, key=lambda cell: (cell.office is None, cell.office or "", cell.office_id or ""))]
