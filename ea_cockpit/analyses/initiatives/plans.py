"""Initiatives as planned: who changes what from when to when, and what one conflict is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from ea_cockpit.i18n import Text
from ea_cockpit.model.facts.initiative import InitiativeStatus
from ea_cockpit.model.values import Choice

_FIRM = (InitiativeStatus.PLANNED, InitiativeStatus.RUNNING)
_OVER = (InitiativeStatus.DONE, InitiativeStatus.STOPPED)
_OPEN = Text("offen", "open")


class Conflict(Choice):
    """How two initiatives, or an initiative and its means, get in each other's way."""

    ENDING_APPLICATION = "ending_application", "Baut auf Endendem", "Builds on what ends"
    HALTED_PREREQUISITE = "halted_prerequisite", "Voraussetzung ruht", "Prerequisite halted"
    LATER_PREREQUISITE = "later_prerequisite", "Voraussetzung kommt zu spät", "Prerequisite too late"
    FORBIDDEN_TECHNOLOGY = "forbidden_technology", "Technologie untersagt", "Technology forbidden"
    UNSUPPORTED_TECHNOLOGY = "unsupported_technology", "Technologie ohne Support", "Technology out of support"
    SAME_APPLICATION = "same_application", "Gleiche Applikation", "Same application"
    APPLICATION_BENEATH = "application_beneath", "Verändert die Grundlage", "Changes what another builds on"


class Sureness(Choice):
    """Whether a conflict is certain."""

    CERTAIN = "certain", "sicher", "certain"
    POSSIBLE = "possible", "möglich", "possible"
    GRANTED = "granted", "bewilligt", "granted"


@dataclass(frozen=True, slots=True)
class Plan:
    """One initiative that is not over; `until` is its end, None where unknown or already past."""

    id: str
    name: str
    status: InitiativeStatus | None
    start: dt.date | None
    until: dt.date | None
    affects: tuple[str, ...]
    introduces: tuple[str, ...]
    needs: tuple[str, ...]
    led_by: str | None

    @property
    def is_firm(self) -> bool:
        """Whether it is known to happen, and when."""
        return self.status in _FIRM and self.start is not None and self.until is not None

    @property
    def told(self) -> Text:
        """Its name and its time, as the evidence gives them."""
        de, en = (f"{_day(self.start, lang)}–{_day(self.until, lang)}" for lang in ("de", "en"))
        return Text(f"«{self.name}» ({de})", f"“{self.name}” ({en})")


@dataclass(frozen=True, slots=True)
class Target:
    """An application that some initiative changes."""

    id: str
    name: str
    end_of_life: dt.date | None
    eliminated: bool
    needs: tuple[str, ...]

    def ends_before(self, *plans: Plan) -> bool:
        """Whether its end comes before the last of them is done; an unknown end of a plan may be later."""
        if self.end_of_life is None:
            return False
        return any(plan.until is None or self.end_of_life < plan.until for plan in plans)


@dataclass(frozen=True, slots=True)
class Found:
    """One conflict of an initiative, with the other one where there is one, and what it is about."""

    kind: Conflict
    plan: Plan
    reason: Text
    remedy: Text
    partner: str | None = None
    over: tuple[str, ...] = field(default=())
    sureness: Sureness = Sureness.CERTAIN


def is_over(status: InitiativeStatus | None) -> bool:
    """Done or stopped: it changes nothing any more."""
    return status in _OVER


def overlap(one: Plan, other: Plan) -> bool:
    """Whether both may be at work at the same time; a day that is not known rules nothing out."""
    return not (_after(one.start, other.until) or _after(other.start, one.until))


def sure(*plans: Plan) -> Sureness:
    """Certain where all are firm."""
    return Sureness.CERTAIN if all(plan.is_firm for plan in plans) else Sureness.POSSIBLE


def _after(start: dt.date | None, end: dt.date | None) -> bool:
    return start is not None and end is not None and start > end


def _day(day: dt.date | None, lang: str) -> str:
    return f"{day:%d.%m.%Y}" if day else _OPEN.de if lang == "de" else _OPEN.en
