"""When a contract must be cancelled, whether that is still possible, and whether its application is being given up."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ea_cockpit.analyses.lifecycle.days import months_later, notice_by, written
from ea_cockpit.analyses.lifecycle.support import When
from ea_cockpit.i18n import Text
from ea_cockpit.model.facts.application import ApplicationStatus, Decision
from ea_cockpit.model.values import Choice

NEXT_TERM = 12
"""Months a contract is taken to go on when nobody cancels it, and the longest notice one reckons with unasked."""


class Deadline(Choice):
    """How a contract stands on the day, what presses most first."""

    DUE = "due", "Frist läuft", "Due"
    MISSED = "missed", "Frist verpasst", "Missed"
    UNKNOWN = "unknown", "Frist unbekannt", "Deadline unknown"
    EXPIRED = "expired", "Vertrag abgelaufen", "Expired"
    NO_END = "no_end", "Vertragsende fehlt", "No contract end"
    LATER = "later", "Später", "Later"


@dataclass(frozen=True, slots=True)
class Contract:
    """What the catalogue says of an application's contract and of what shall become of the application."""

    ends: dt.date | None
    notice_months: int | None
    status: str | None = None
    decision: str | None = None
    end_of_life: dt.date | None = None

    @property
    def retired(self) -> bool:
        """Whether the application is out of operation."""
        return bool(self.status == ApplicationStatus.RETIRED.value)

    @property
    def notice_by(self) -> dt.date | None:
        """The last day to give notice, if both its inputs are known."""
        if self.ends is None or self.notice_months is None:
            return None
        return notice_by(self.ends, self.notice_months)

    def deadline(self, when: When) -> Deadline:
        """How the contract stands on the day; `LATER` where nothing is to be done within the months asked for."""
        if self.ends is None:
            return Deadline.LATER if self.retired else Deadline.NO_END
        if self.ends < when.day:
            return Deadline.LATER if self.retired else Deadline.EXPIRED
        by = self.notice_by
        if by is None:
            # A notice of up to a year may already be running.
            near = self.ends <= months_later(when.horizon, NEXT_TERM)
            return Deadline.UNKNOWN if near else Deadline.LATER
        if by < when.day:
            return Deadline.MISSED
        return Deadline.DUE if by <= when.horizon else Deadline.LATER

    def given_up(self) -> Text | None:
        """Why the application is being given up; None where it is not."""
        said = []
        if self.status in (ApplicationStatus.PHASE_OUT.value, ApplicationStatus.RETIRED.value):
            said.append(ApplicationStatus.word(str(self.status)).text)
        if self.decision in (Decision.MIGRATE.value, Decision.ELIMINATE.value):
            word = Decision.word(str(self.decision)).text
            said.append(Text(f"Entscheid {word.de}", f"decision {word.en.lower()}"))
        if self.end_of_life and self.ends and self.end_of_life < months_later(self.ends, NEXT_TERM):
            day = written(self.end_of_life)
            said.append(Text(f"Lebensende {day}", f"end of life {day}"))
        return Text(", ".join(one.de for one in said), ", ".join(one.en for one in said)) if said else None

    def advice(self, deadline: Deadline, given_up: bool) -> Text:
        """What to do about it."""
        return _GIVEN_UP[deadline] if given_up and deadline in _GIVEN_UP else _ADVICE[deadline]


_ADVICE = {
    Deadline.DUE: Text("Verlängern oder kündigen", "Renew or cancel"),
    Deadline.MISSED: Text("Nächsten Termin vormerken", "Note the next date"),
    Deadline.UNKNOWN: Text("Kündigungsfrist eintragen", "Record the notice period"),
    Deadline.EXPIRED: Text("Läuft er weiter? Neues Ende eintragen", "Does it go on? Record the new end"),
    Deadline.NO_END: Text("Vertragsende eintragen", "Record the contract end"),
    Deadline.LATER: Text("Nichts", "Nothing"),
}
_GIVEN_UP = {
    Deadline.DUE: Text("Kündigen", "Cancel"),
    Deadline.MISSED: Text("Aufhebung verhandeln", "Negotiate an early end"),
}
