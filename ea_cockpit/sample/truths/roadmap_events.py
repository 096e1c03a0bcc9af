"""What happens in the three years after the sample's day, and which dates contradict each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from ea_cockpit.sample.draft import AS_OF, Draft, Row
from ea_cockpit.sample.truths.technology_support import stands_on, support_of

KIND = "roadmap_events"
RULE = (
    "Termine in den drei Jahren ab dem Stichtag: Einführung, Auslauf, Lebensende und Vertragsende von "
    "Applikationen, Beginn und Ende offener Vorhaben, Auslaufen von Vorgaben, Ende von Support und Technologie "
    "(fällt beides zusammen, nur das zweite). Widerspruch: Lebensende nach dem Ende einer Technologie darunter; "
    "Nachfolge später produktiv, ohne Termin oder nicht länger im Betrieb; Vertragsende vor dem Lebensende; "
    "Auslauf nach dem Lebensende."
)
_LAST = dt.date(2029, 6, 30)
_APPLICATION = ("productive_since", "phase_out_from", "end_of_life", "contract_end")


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """Each event, marked where it contradicts another date."""
    ends, below = _ends(draft), stands_on(draft)
    for key, row in draft.of("Application").items():
        first = min((ends[one][1] for one in below.get(key, ()) if one in ends), default=None)
        for field in _APPLICATION:
            if _ahead(row.get(field)):
                yield _entry("Application", row, field, row[field], _contradicts(draft, row, field, first))
    for row in draft.of("Initiative").values():
        for field in ("start", "end"):
            if row["status"] not in ("done", "stopped") and _ahead(row.get(field)):
                yield _entry("Initiative", row, field, row[field], False)
    for row in draft.of("Standard").values():
        if _ahead(row.get("valid_until")):
            yield _entry("Standard", row, "valid_until", row["valid_until"], False)
    for key, (support, end) in ends.items():
        row = draft.of("Technology")[key]
        if support and support != end and _ahead(support):
            yield _entry("Technology", row, "support_ends", support, False)
        if _ahead(end):
            yield _entry("Technology", row, "technology_ends", end, False)


def _ahead(day: dt.date | None) -> bool:
    return day is not None and AS_OF <= day <= _LAST


def _entry(label: str, row: Row, kind: str, day: dt.date, contradicts: bool) -> dict[str, Any]:
    reason = f"{row['name']}: {kind} {day:%d.%m.%Y}" + (", widerspricht einem anderen Termin" if contradicts else "")
    return {
        "type": label, "id": row["id"], "event": kind, "day": day.isoformat(), "contradicts": contradicts,
        "reason": reason,
    }  # fmt: skip


def _ends(draft: Draft) -> dict[str, tuple[dt.date | None, dt.date]]:
    """End of support and end of each technology that has one; a second spelling has those of the first."""
    found = {}
    for key, row in draft.of("Technology").items():
        _, support, end = support_of(draft, row)
        if end:
            found[key] = (support, end)
    return found


def _contradicts(draft: Draft, row: Row, field: str, technology: dt.date | None) -> bool:
    end = row.get("end_of_life")
    if end is None:
        return False
    if field != "end_of_life":
        return bool(row["contract_end"] < end) if field == "contract_end" else bool(row[field] > end)
    after = next((draft.of("Application")[key] for key in row.get("succeeded_by", ())), None)
    late = False
    if after:
        live, gone = after.get("productive_since"), after.get("end_of_life")
        ready = live <= end if live else after["status"] not in ("planned", "introduction")
        late = after["status"] == "retired" or bool(gone and gone <= end) or not ready
    return late or bool(technology and technology < end)
