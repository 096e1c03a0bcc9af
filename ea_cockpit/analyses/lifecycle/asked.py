"""What the life cycle analyses are asked alike: the horizon, the office, and the data in force."""

from __future__ import annotations

from collections import Counter, defaultdict

from ea_cockpit.analyses.analysis import Asked
from ea_cockpit.analyses.lifecycle.stack import Stack
from ea_cockpit.analyses.lifecycle.support import Support, When, assess
from ea_cockpit.analyses.lifecycle.technology import Technology
from ea_cockpit.analyses.parameter import Parameter
from ea_cockpit.graph.queries import load
from ea_cockpit.i18n import Text
from ea_cockpit.naming.lifecycle import OWN_FILE, Knowledge, knowledge

GONE = ("planned", "retired")
"""States in which an application is not in operation."""

MONTHS = Parameter(
    "months",
    Text("Monate voraus", "Months ahead"),
    Text("Wie weit vorausgeschaut wird, in Monaten.", "How far to look ahead, in months."),
    "integer",
    default=12,
    low=0,
    high=240,
)
OFFICE = Parameter(
    "office",
    Text("Amt", "Office"),
    Text("Nur dieses Amt mit allem, was zu ihm gehört.", "Only this office with all that belongs to it."),
    "fact",
    targets=("OrganisationUnit",),
)


def in_force(asked: Asked) -> Knowledge:
    """The life cycle data to answer from: the office's own, else the shipped ones."""
    return knowledge(asked.policy.own(OWN_FILE))


def when(asked: Asked) -> When:
    """The day and the horizon asked for."""
    return When(asked["day"], asked["months"])


def supports(asked: Asked, moment: When) -> dict[int, Support]:
    """How each technology stands on the day, by its place in the graph."""
    known = in_force(asked)
    found = {}
    for row in asked.read(load("analyses/technology_lifecycle")):
        given = {key: value for key, value in row.items() if key != "label"}
        technology = Technology(**{**given, "aliases": tuple(row["aliases"])})
        found[technology.node] = assess(technology, known, moment)
    return found


def office_units(asked: Asked) -> frozenset[str] | None:
    """The ids of the office asked for and of all units within it; None where all are meant."""
    if asked["office"] is None:
        return None
    within: dict[str, list[str]] = defaultdict(list)
    for row in asked.read(load("parts/lifecycle_units")):
        within[row["whole"]].append(row["id"])
    found, front = set(), [asked["office"].id]
    while front:
        unit = front.pop()
        if unit not in found:
            found.add(unit)
            front += within[unit]
    return frozenset(found)


def carried(asked: Asked, stack: Stack, units: frozenset[str] | None = None) -> Counter[int]:
    """How many applications in operation stand on each technology, by its place in the graph."""
    within = None if units is None else sorted(units)
    nodes = asked.read(load("parts/lifecycle_running"), gone=list(GONE), units=within)[0]["nodes"]
    return Counter(one for node in nodes for one in {technology for _, technology in stack.below(node)})
