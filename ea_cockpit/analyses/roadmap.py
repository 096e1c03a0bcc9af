"""What happens when in the landscape, in order of time, with dates that contradict each other."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.lifecycle.asked import MONTHS, OFFICE, carried, office_units, supports, when
from ea_cockpit.analyses.lifecycle.days import day_of
from ea_cockpit.analyses.lifecycle.event import KINDS, EventKind, Life, Successor, contradictions
from ea_cockpit.analyses.lifecycle.stack import Stack
from ea_cockpit.analyses.lifecycle.support import Support, When
from ea_cockpit.analyses.parameter import DAY, Parameter
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.i18n import Text


class EventRow(AboutFact):
    """One event."""

    day: dt.date = result(("Tag", "Day"), ("Wann es geschieht.", "When it happens."), ...)
    kind: EventKind = result(("Ereignis", "Event"), ("Was geschieht.", "What happens."), ...)
    office: str | None = result(("Amt", "Office"), ("Wer verantwortet oder führt.", "Who owns or leads."))
    applications: int | None = result(
        ("Applikationen", "Applications"),
        ("Applikationen in Betrieb auf der Technologie.", "Applications in operation on the technology."),
    )
    contradiction: Text | None = result(
        ("Widerspruch", "Contradiction"), ("Termine, die nicht zusammenpassen.", "Dates that do not fit together.")
    )


class Roadmap(Analysis):
    """All events between the day and the horizon."""

    name = "roadmap"
    topic = Topic.LIFECYCLE
    row = EventRow
    parameters = (
        DAY,
        dataclasses.replace(MONTHS, default=36),
        OFFICE,
        Parameter(
            "kind",
            Text("Ereignis", "Event"),
            Text("Nur Ereignisse dieser Art.", "Only events of this kind."),
            "choice",
            choices=tuple((str(kind.value), kind.text) for kind in EventKind),
        ),
    )
    helpers = ("listed",)
    worked_out = tuple(EventRow.model_fields)
    figures: ClassVar[dict[str, Text]] = {
        "events": Text("Ereignisse", "Events"),
        "ending": Text("Applikationen, die enden", "Applications that end"),
        "contradictions": Text("Widersprüche", "Contradictions"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """One line for each event, the next first."""
        moment, units = when(asked), office_units(asked)
        found = asked.read(self.query, closed=["done", "stopped"], first=moment.day, last=moment.horizon)
        listed = (_Read(*one) for one in found[0]["listed"])
        meant = [one for one in listed if units is None or one.office_id in units]
        standing, stack = supports(asked, moment), Stack.of(asked)
        rows = [event for one in meant for event in _events(one, standing, stack, moment)]
        on_it = carried(asked, stack, units)
        for node, one in standing.items():
            if units is None or on_it[node]:
                rows += _ends(one, on_it[node], moment)
        return [*sorted((row for row in rows if asked["kind"] in (None, row.kind.value)), key=_order)]

    def summary(self, rows: Sequence[EventRow]) -> dict[str, Any]:
        """How many events, ends and contradictions there are."""
        return {
            "events": len(rows),
            "ending": sum(row.kind is EventKind.END_OF_LIFE for row in rows),
            "contradictions": sum(row.contradiction is not None for row in rows),
        }


class _Read(NamedTuple):
    """An application, an initiative or a standard as the graph gives it; days in the order of `KINDS`, as text."""

    label: str
    id: str
    name: str | None
    office: str | None
    office_id: str | None
    node: int
    days: list[str | None]
    successor: list[str | None] | None


def _events(one: _Read, standing: Mapping[int, Support], stack: Stack, moment: When) -> Iterator[EventRow]:
    """The events of a fact within the span."""
    days = [day_of(day) for day in one.days]
    # Every contradiction is one with the end of the application.
    life = _life(one, days, standing, stack) if one.label == "Application" and days[2] else None
    for kind, day in zip(KINDS, days, strict=True):
        if day and moment.day <= day <= moment.horizon:
            yield EventRow(
                label=one.label, id=one.id, name=one.name, day=day, kind=kind, office=one.office,
                contradiction=_joined(contradictions(kind, life)) if life else None,
            )  # fmt: skip


def _life(one: _Read, days: list[dt.date | None], standing: Mapping[int, Support], stack: Stack) -> Life:
    below = {technology for _, technology in stack.below(one.node)}
    ends = [(each.end_of_life, each.technology.title) for each in map(standing.__getitem__, below) if each.end_of_life]
    first = min(ends, default=None)
    after = None
    if one.successor:
        name, status, live, over = one.successor
        after = Successor(str(name), status, day_of(live), day_of(over))
    since, phase_out, end, contract = days[:4]
    return Life(since, phase_out, end, contract, after, (first[1], first[0]) if first else None)


def _ends(one: Support, applications: int, moment: When) -> Iterator[EventRow]:
    """The ends of a technology; where both fall on one day, only the later word."""
    end, support = one.end_of_life, one.support_ends
    for kind, day in ((EventKind.SUPPORT, support if support != end else None), (EventKind.TECHNOLOGY, end)):
        if day and moment.day <= day <= moment.horizon:
            technology = one.technology
            yield EventRow(
                label="Technology", id=technology.id, name=technology.name, day=day, kind=kind,
                applications=applications,
            )  # fmt: skip


def _joined(found: Sequence[Text]) -> Text | None:
    return Text("; ".join(one.de for one in found), "; ".join(one.en for one in found)) if found else None


_PLACE = {kind: place for place, kind in enumerate(EventKind)}


def _order(row: EventRow) -> tuple[dt.date, int, str, str]:
    return row.day, _PLACE[row.kind], row.label, row.id
