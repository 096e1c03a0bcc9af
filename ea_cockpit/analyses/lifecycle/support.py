"""How long a technology is supported on a day: what the catalogue says goes first, then the life cycle data."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ea_cockpit.analyses.lifecycle.days import months_later, span, written
from ea_cockpit.analyses.lifecycle.technology import Found, Technology, find
from ea_cockpit.i18n import Text
from ea_cockpit.model.values import Choice
from ea_cockpit.naming.lifecycle import Cycle, Knowledge

BELIEVED = 12
"""Months a «no end announced» is believed after the day the data were published."""


class SupportStatus(Choice):
    """How a technology stands on a day, the worst first."""

    OUT = "out_of_support", "Ohne Support", "Out of support"
    EXTENDED = "extended_support", "Nur bezahlter Support", "Paid support only"
    ENDING = "ending", "Endet bald", "Ending soon"
    NO_DATE = "no_date", "Ende unklar", "End unclear"
    UNMATCHED = "unmatched", "Nicht erkannt", "Not recognised"
    SECURITY = "security_only", "Nur Sicherheitskorrekturen", "Security fixes only"
    SUPPORTED = "supported", "Unterstützt", "Supported"


RANK = {status: place for place, status in enumerate(SupportStatus)}
UNCLEAR = (SupportStatus.NO_DATE, SupportStatus.UNMATCHED)
"""What is not known is never fine."""
_CATALOGUE = Text("Katalog", "catalogue")


@dataclass(frozen=True, slots=True)
class When:
    """The day and how far ahead one looks."""

    day: dt.date
    months: int

    @property
    def horizon(self) -> dt.date:
        """The last day of what is soon."""
        return months_later(self.day, self.months)


@dataclass(frozen=True, slots=True)
class Support:
    """How a technology stands on what evidence: `said` of its end and by whom, `reason` with how it was found, too."""

    technology: Technology
    found: Found
    status: SupportStatus
    support_ends: dt.date | None
    end_of_life: dt.date | None
    said: Text | None
    reason: Text
    contradiction: Text | None = None


@dataclass(frozen=True, slots=True)
class _Term:
    """The dates of one statement; `goes_on`: no end is announced, `over`: it has come without a day."""

    support: dt.date | bool | None
    end: dt.date | None
    goes_on: bool = False
    over: bool = False
    extended: dt.date | bool | None = None


def assess(technology: Technology, known: Knowledge, when: When) -> Support:
    """How a technology stands on the day."""
    found = find(technology, known)
    terms = [_of_cycle(one) for one in found.cycles]
    own = _own(technology)
    if own:
        status, source = _status(own, known, when), _CATALOGUE
        support, end = technology.support_ends, own.end
    elif terms:
        status, source = _together([_status(term, known, when) for term in terms]), _source(known)
        support, end = _last([term.support for term in terms]), _end(terms, status, when)
    else:
        status = SupportStatus.NO_DATE if found.product else SupportStatus.UNMATCHED
        source, support, end = None, None, None
    said = _evidence([own] if own else terms, status, source, when) if source else None
    differs = _contradiction(own, terms, known) if own else None
    return Support(technology, found, status, support, end, said, _reason(found, said, status), differs)


def _source(known: Knowledge) -> Text:
    day = written(known.published)
    return Text(f"endoflife.date, Stand {day}", f"endoflife.date, as of {day}")


def _own(technology: Technology) -> _Term | None:
    """What the catalogue itself says; where only the end of support is given, nothing is known beyond it."""
    end = technology.end_of_life or technology.support_ends
    return _Term(technology.support_ends, end) if end else None


def _of_cycle(cycle: Cycle) -> _Term:
    end = cycle.end_of_life
    if isinstance(end, dt.date):
        return _Term(cycle.support, end, extended=cycle.extended)
    return _Term(cycle.support, None, goes_on=end is False, over=end is True, extended=cycle.extended)


def _status(term: _Term, known: Knowledge, when: When) -> SupportStatus:
    if term.over or (term.end and term.end <= when.day):
        longer = term.extended > when.day if isinstance(term.extended, dt.date) else term.extended is True
        return SupportStatus.EXTENDED if longer else SupportStatus.OUT
    if term.end and term.end <= when.horizon:
        return SupportStatus.ENDING
    if not term.end and when.day > months_later(known.published, BELIEVED):
        return SupportStatus.NO_DATE
    support_over = term.support <= when.day if isinstance(term.support, dt.date) else term.support is False
    return SupportStatus.SECURITY if support_over else SupportStatus.SUPPORTED


def _together(statuses: list[SupportStatus]) -> SupportStatus:
    """One status for all releases a version can mean: certain only where none says otherwise about the end."""
    over = [status for status in statuses if status in (SupportStatus.OUT, SupportStatus.EXTENDED)]
    if len(over) == len(statuses):
        # All are over; that there is support for money for one of them is the mildest that can be said.
        return max(statuses, key=RANK.__getitem__)
    return SupportStatus.NO_DATE if over else min(statuses, key=RANK.__getitem__)


def _end(terms: list[_Term], status: SupportStatus, when: When) -> dt.date | None:
    """The end that settles the status: of several releases the last if all are over, else the first to come."""
    ends = [term.end for term in terms if term.end]
    if status is SupportStatus.NO_DATE or not ends:
        return None
    return max(ends) if max(ends) <= when.day else min(ends)


def _last(moments: list[dt.date | bool | None]) -> dt.date | None:
    days = [moment for moment in moments if isinstance(moment, dt.date)]
    return max(days) if len(days) == len(moments) else None


def _evidence(terms: list[_Term], status: SupportStatus, source: Text, when: When) -> Text:
    said = _said(terms[0], status, when) if len(terms) == 1 else _spread(terms)
    return Text(f"{said.de} ({source.de})", f"{said.en} ({source.en})")


_NO_VERSION = Text(
    "Die Version im Katalog ergänzen oder das Lebensende dort angeben.",
    "Add the version in the catalogue, or the end of life.",
)
_NO_PRODUCT = Text(
    "Kennung bei endoflife.date oder Lebensende im Katalog ergänzen.",
    "Add the identifier at endoflife.date or the end of life in the catalogue.",
)


def _reason(found: Found, said: Text | None, status: SupportStatus) -> Text:
    """What is known and how it was found; where nothing is, what to add."""
    if said:
        return Text(f"{said.de}. {found.reason.de}", f"{said.en}. {found.reason.en}")
    missing = _NO_VERSION if status is SupportStatus.NO_DATE else _NO_PRODUCT
    return Text(f"{found.reason.de} {missing.de}", f"{found.reason.en} {missing.en}")


def _said(term: _Term, status: SupportStatus, when: When) -> Text:
    if term.over:
        text = Text("Lebensende erreicht, Tag nicht bekannt", "End of life reached, day not known")
    elif term.end is None:
        text = Text("Kein Lebensende angekündigt", "No end of life announced")
    else:
        day, far = written(term.end), span((term.end - when.day).days)
        text = Text(f"Lebensende {far.de}: {day}", f"End of life {far.en}: {day}")
    if status is SupportStatus.SECURITY and isinstance(term.support, dt.date):
        ended = written(term.support)
        text = Text(f"{text.de}; ordentlicher Support bis {ended}", f"{text.en}; regular support until {ended}")
    if status is SupportStatus.EXTENDED:
        until = f" {written(term.extended)}" if isinstance(term.extended, dt.date) else ""
        text = Text(
            f"{text.de}; danach nur bezahlter Support{' bis' if until else ''}{until}",
            f"{text.en}; then paid support only{', until' if until else ''}{until}",
        )
    return text


def _spread(terms: list[_Term]) -> Text:
    """The ends of the releases a version can mean."""
    ends = sorted(term.end for term in terms if term.end)
    open_ = sum(term.goes_on for term in terms)
    de, en = "ohne genauere Version ist das Ende offen", "without a finer version the end is open"
    if ends:
        first, last = written(ends[0]), written(ends[-1])
        de, en = f"Lebensende je nach Stand {first} bis {last}", f"End of life by release {first} to {last}"
    if ends and open_:
        de, en = f"{de} oder noch nicht angekündigt", f"{en} or not announced yet"
    return Text(de, en)


def _contradiction(own: _Term, terms: list[_Term], known: Knowledge) -> Text | None:
    """Where the catalogue says another end than every release in the data; the end of paid support is no other end."""
    if own.end is None or not terms:
        return None
    said = written(own.end)
    day = written(known.published)
    if all(term.goes_on for term in terms):
        if own.end > known.published:
            return None
        return Text(
            f"Katalog: Ende {said}; endoflife.date ({day}): kein Ende angekündigt.",
            f"Catalogue: end {said}; endoflife.date ({day}): no end announced.",
        )
    ends = [end for term in terms for end in (term.end, term.extended) if isinstance(end, dt.date)]
    several = len(terms) > 1 and bool(ends) and min(ends) < own.end < max(ends)
    if not ends or own.end in ends or several:
        return None
    first, last = written(min(ends)), written(max(ends))
    other = first if first == last else f"{first} – {last}"
    return Text(
        f"Katalog: Ende {said}; endoflife.date ({day}): {other}.",
        f"Catalogue: end {said}; endoflife.date ({day}): {other}.",
    )
