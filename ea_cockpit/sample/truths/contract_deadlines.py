"""Contracts of applications with something to do within a year of the sample's day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from ea_cockpit.sample.draft import AS_OF, Draft, Row

KIND = "contract_deadlines"
RULE = (
    "Verträge mit Handlungsbedarf am Stichtag: Frist (Vertragsende minus Kündigungsmonate, von Monatsende zu "
    "Monatsende) in den nächsten zwölf Monaten (due) oder vorbei (missed); Frist unbekannt bei Vertragsende "
    "binnen zwei Jahren (unknown); Vertrag abgelaufen (expired) oder Vertragsende fehlt trotz Lieferant oder "
    "Kündigungsfrist (no_end), sofern nicht ausser Betrieb."
)
_YEAR, _TWO_YEARS = dt.date(2027, 6, 30), dt.date(2028, 6, 30)


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """Each contract with its state and, where it can be told, the last day to give notice."""
    for key, row in draft.of("Application").items():
        if not (row.get("contract_end") or row.get("notice_months") or row.get("supplied_by")):
            continue
        state, by = _state(row)
        if state:
            day = by.isoformat() if by else None
            reason = f"{row['name']}: {state}" + (f", kündbar bis {by:%d.%m.%Y}" if by else "")
            yield {"id": key, "state": state, "notice_by": day, "reason": reason}


def _state(row: Row) -> tuple[str | None, dt.date | None]:
    end, months, gone = row.get("contract_end"), row.get("notice_months"), row["status"] == "retired"
    by = _before(end, months) if end and months is not None else None
    if end is None or end < AS_OF:
        return (None if gone else "expired" if end else "no_end"), by
    if by is None:
        return ("unknown" if end <= _TWO_YEARS else None), None
    return ("missed" if by < AS_OF else "due" if by <= _YEAR else None), by


def _before(end: dt.date, months: int) -> dt.date:
    """The last day of the month that lies so many months before; contracts here end with a month."""
    first = end.replace(day=1)
    for _ in range(months):
        first = (first - dt.timedelta(days=1)).replace(day=1)
    after = (first + dt.timedelta(days=32)).replace(day=1)
    return after - dt.timedelta(days=1)
