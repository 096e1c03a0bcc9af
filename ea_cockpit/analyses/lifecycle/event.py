"""Dated events of the landscape, and where dates contradict each other."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ea_cockpit.analyses.lifecycle.days import written
from ea_cockpit.i18n import Text
from ea_cockpit.model.values import Choice


class EventKind(Choice):
    """What happens on a day."""

    PRODUCTIVE = "productive_since", "Einführung", "Goes live"
    PHASE_OUT = "phase_out_from", "Auslauf beginnt", "Phase-out begins"
    END_OF_LIFE = "end_of_life", "Applikation endet", "Application ends"
    CONTRACT = "contract_end", "Vertrag endet", "Contract ends"
    START = "start", "Vorhaben beginnt", "Initiative starts"
    END = "end", "Vorhaben endet", "Initiative ends"
    STANDARD = "valid_until", "Vorgabe läuft aus", "Standard expires"
    SUPPORT = "support_ends", "Support einer Technologie endet", "Support of a technology ends"
    TECHNOLOGY = "technology_ends", "Technologie endet", "Technology ends"


KINDS = tuple(EventKind)[:7]
"""Kinds in the order the graph gives their days."""


@dataclass(frozen=True, slots=True)
class Successor:
    """The application that takes another's place."""

    name: str
    status: str | None
    productive_since: dt.date | None
    end_of_life: dt.date | None


@dataclass(frozen=True, slots=True)
class Life:
    """The days of one application."""

    productive_since: dt.date | None = None
    phase_out_from: dt.date | None = None
    end_of_life: dt.date | None = None
    contract_end: dt.date | None = None
    successor: Successor | None = None
    technology: tuple[str, dt.date] | None = None
    """The technology below it that ends first, and when."""


def contradictions(kind: EventKind, life: Life) -> list[Text]:
    """What contradicts an event of an application."""
    end = life.end_of_life
    if end is None:
        return []
    found: list[Text | None] = []
    if kind is EventKind.END_OF_LIFE:
        found = [_technology(life.technology, end), _successor(life.successor, end)]
    elif kind is EventKind.PHASE_OUT and life.phase_out_from and life.phase_out_from > end:
        found = [Text(f"Auslauf nach dem Lebensende {written(end)}", f"phase-out after the end of life {written(end)}")]
    elif kind is EventKind.PRODUCTIVE and life.productive_since and life.productive_since > end:
        found = [Text(f"Einführung nach dem Lebensende {written(end)}", f"goes live after its end {written(end)}")]
    elif kind is EventKind.CONTRACT and life.contract_end and life.contract_end < end:
        found = [
            Text(
                f"Vertrag endet vor der Applikation ({written(end)})",
                f"contract ends before the application ({written(end)})",
            )
        ]
    return [one for one in found if one]


def _technology(technology: tuple[str, dt.date] | None, end: dt.date) -> Text | None:
    if technology is None or technology[1] >= end:
        return None
    name, day = technology[0], written(technology[1])
    return Text(f"läuft länger als {name} ({day})", f"runs longer than {name} ({day})")


def _successor(successor: Successor | None, end: dt.date) -> Text | None:
    if successor is None:
        return None
    name, live = successor.name, successor.productive_since
    if successor.status == "retired" or (successor.end_of_life and successor.end_of_life <= end):
        return Text(f"Nachfolge {name} endet nicht später", f"successor {name} ends no later")
    if live and live > end:
        return Text(f"Nachfolge {name} erst ab {written(live)}", f"successor {name} only from {written(live)}")
    if live is None and successor.status in ("planned", "introduction"):
        return Text(f"Nachfolge {name} ohne Einführungstermin", f"successor {name} without a day to go live")
    return None
