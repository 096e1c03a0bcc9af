"""The applications an assessment looks at, with what a reader needs beside the verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ea_cockpit.analyses.analysis import Asked
from ea_cockpit.analyses.interval import Interval
from ea_cockpit.analyses.parameter import Parameter
from ea_cockpit.graph.queries import load
from ea_cockpit.i18n import Text
from ea_cockpit.model.protection import Need

MARKS = ("business_value", "functional_fit", "technical_fit")

OFFICE = Parameter(
    "office",
    Text("Amt", "Office"),
    Text("Nur dieses Amt und was ihm untersteht.", "Only this office and what is below it."),
    "fact",
    targets=("OrganisationUnit",),
)
CAPABILITY = Parameter(
    "capability",
    Text("Geschäftsfähigkeit", "Business capability"),
    Text("Nur diese Fähigkeit und was zu ihr gehört.", "Only this capability and what belongs to it."),
    "fact",
    targets=("BusinessCapability",),
)


@dataclass(frozen=True, slots=True)
class Assessed:
    """One application in operation: its marks (1 to 5, None where missing), and its context."""

    id: str
    name: str | None
    office: str | None
    marks: dict[str, int | None]
    cost: Interval
    users: int | None
    criticality: Need | None


def assessed(asked: Asked) -> Iterator[Assessed]:
    """The applications in operation of the office and the capability asked for, by id."""
    scope = {name: asked[name].id if asked[name] else None for name in ("office", "capability")}
    for row in asked.read(load("parts/portfolio_applications"), **scope)[0]["applications"]:
        id_, name, office, *marks, run, licence, users, criticality = row
        yield Assessed(
            id_, name, office, dict(zip(MARKS, marks, strict=True)), Interval.sum((run, licence)), users,
            Need.word(criticality) if criticality else None,
        )  # fmt: skip
