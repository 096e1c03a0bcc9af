"""What happens when in the landscape, in order of time, with dates that contradict each other."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.lifecycle.asked import MONTHS, OFFICE, carried, office_units, supports, when
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
    helpers = ("office_id", "node", "status", "dates", "successor")
    worked_out = ("day", "kind", "applications", "contradiction")
    figures: ClassVar[dict[str, Text]] = {
        "events": Text("Ereignisse", "Events"),
        "ending": Text("Applikationen, die enden", "Applications that end"),
        "contradictions": Text("Widersprüche", "Contradictions"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """One line for each event, the next first."""
        moment, units = when(asked), office_units(asked)
        listed = asked.read(self.query, closed=["done", "stopped"])
        meant = [row for row in listed if units is None or row["office_id"] in units]
        standing, stack = supports(asked, moment), Stack.of(asked)
        rows = [event for row in meant for event in _events(row, standing, stack, moment)]
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


def _events(row: dict[str, Any], standing: Mapping[int, Support], stack: Stack, moment: When) -> Iterator[EventRow]:
    """The events of an application, an initiative or a standard within the span."""
    life: Life | None = None
    for kind, day in zip(KINDS, row["dates"], strict=True):
        if day is None or not moment.day <= day <= moment.horizon:
            continue
        if row["label"] == "Application":
            life = life or _life(row, standing, stack)
        found = contradictions(kind, life) if life else []
        yield EventRow(
            label=row["label"], id=row["id"], name=row["name"], day=day, kind=kind, office=row["office"],
            contradiction=_joined(found),
        )  # fmt: skip


def _life(row: dict[str, Any], standing: Mapping[int, Support], stack: Stack) -> Life:
    since, phase_out, end, contract = row["dates"][:4]
    below = {technology for _, technology in stack.below(row["node"])}
    ends = [(one.end_of_life, one.technology.title) for one in map(standing.__getitem__, below) if one.end_of_life]
    first = min(ends, default=None)
    successor = Successor(*row["successor"]) if row["successor"] else None
    return Life(since, phase_out, end, contract, successor, (first[1], first[0]) if first else None)


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


def _order(row: EventRow) -> tuple[dt.date, int, str, str]:
    return row.day, list(EventKind).index(row.kind), row.label, row.id
