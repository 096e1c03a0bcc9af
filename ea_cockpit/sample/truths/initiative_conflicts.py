"""Where initiatives get in each other's way: told by comparing every initiative with every other one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import combinations, permutations
from typing import Any

from ea_cockpit.sample.draft import AS_OF, Draft, Row

KIND = "initiative_conflicts"
RULE = (
    "Ein Vorhaben ist weder abgeschlossen noch abgebrochen; ein Ende in der Vergangenheit gilt als unbekannt, und ein "
    "unbekanntes Datum schliesst nichts aus. Widersprüche: zwei Vorhaben verändern dieselbe Applikation zur selben "
    "Zeit; eine Applikation endet vor dem Vorhaben oder soll eliminiert werden, während zwei daran arbeiten; eines "
    "verändert, worauf die Applikation des anderen beruht; eine Voraussetzung ruht oder endet später; eine Technologie "
    "ist untersagt, läuft aus oder verliert den Support vor dem Ende."
)
_PROGRAMME = "Digitaler Musterkanton 2025-2029"
Found = tuple[str, str, str, list[str]]


def plant(draft: Draft) -> None:
    """Two initiatives that change no application, but wait for the wrong ones and introduce the wrong things."""
    technologies, rows = draft.by_name("Technology"), {r["measure"]: r["id"] for r in draft.of("Initiative").values()}
    draft.add(
        "Initiative", "V-91", name="Fachdatenbank erneuern", programme=_PROGRAMME, measure="FA-21",
        status="running", start=dt.date(2026, 2, 1), end=dt.date(2027, 6, 30), led_by=["OE-AIO"],
        introduces=[technologies["MySQL 5.7"]], depends_on=[rows["IT-3"], rows["DP-5"]], affects=[],
    )  # fmt: skip
    draft.add(
        "Initiative", "V-92", name="Personalportal", programme=_PROGRAMME, measure="FA-22",
        status="planned", start=dt.date(2027, 1, 1), end=dt.date(2028, 6, 30), led_by=["OE-PERS"],
        introduces=[technologies["Java 11"]], depends_on=[rows["FA-7"]], affects=[],
    )  # fmt: skip


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """Every conflict with the initiatives and what it is about."""
    live = {k: r for k, r in sorted(draft.of("Initiative").items()) if r.get("status") not in ("done", "stopped")}
    found = [
        *_shared(draft, live),
        *_alone(draft, live),
        *_beneath(draft, live),
        *_waits(draft, live),
        *_new(draft, live),
    ]
    for kind, key, partner, over in found:
        names = [draft.of("Initiative")[k]["name"] for k in (key, partner) if k]
        yield {
            "kind": kind, "id": key, "partner": partner, "over": sorted(over),
            "reason": f"{kind}: {' und '.join(names)}{': ' + ', '.join(sorted(over)) if over else ''}.",
        }  # fmt: skip


def _until(row: Row) -> dt.date | None:
    end: dt.date | None = row.get("end")
    return end if end and end >= AS_OF else None


def _apps(draft: Draft, row: Row) -> set[str]:
    return {key for key in row.get("affects", ()) if key in draft.of("Application")}


def _together(one: Row, other: Row) -> bool:
    starts, ends = [one.get("start"), other.get("start")], [_until(one), _until(other)]
    known = [day for day in starts if day], [day for day in ends if day]
    return not known[0] or not known[1] or max(known[0]) <= min(known[1])


def _outlives(app: Row, row: Row) -> bool:
    end, until = app.get("end_of_life"), _until(row)
    return bool(end and (until is None or end < until))


def _shared(draft: Draft, live: dict[str, Row]) -> Iterator[Found]:
    for (key, one), (partner, other) in combinations(live.items(), 2):
        both = _apps(draft, one) & _apps(draft, other)
        apps = draft.of("Application")
        ending = [
            k for k in both
            if apps[k].get("decision") == "eliminate" or _outlives(apps[k], one) or _outlives(apps[k], other)
        ]  # fmt: skip
        if ending:
            yield "ending_application", key, partner, ending
        if both - set(ending) and _together(one, other):
            yield "same_application", key, partner, list(both - set(ending))


def _alone(draft: Draft, live: dict[str, Row]) -> Iterator[Found]:
    for key, row in live.items():
        others = {app for k, other in live.items() if k != key for app in _apps(draft, other)}
        over = [app for app in _apps(draft, row) - others if _outlives(draft.of("Application")[app], row)]
        if over:
            yield "ending_application", key, "", over


def _beneath(draft: Draft, live: dict[str, Row]) -> Iterator[Found]:
    flows = [r for r in draft.of("Interface").values() if r.get("status") not in ("planned", "retired")]
    for (key, one), (partner, other) in permutations(live.items(), 2):
        mine = _apps(draft, one)
        needed = {below for app in mine for below in draft.of("Application")[app].get("depends_on", ())}
        needed |= {giver for flow in flows if mine & set(flow.get("consumed_by", ())) for giver in flow["provided_by"]}
        over = (needed - mine) & _apps(draft, other)
        if over and _together(one, other):
            yield "application_beneath", key, partner, list(over)


def _waits(draft: Draft, live: dict[str, Row]) -> Iterator[Found]:
    for key, row in live.items():
        for partner in row.get("depends_on", ()):
            other = draft.of("Initiative")[partner]
            ends = _until(row), _until(other)
            if other.get("status") in ("stopped", "paused"):
                yield "halted_prerequisite", key, partner, []
            elif other.get("status") != "done" and not (ends[0] and ends[1] and ends[1] <= ends[0]):
                yield "later_prerequisite", key, partner, []


def _new(draft: Draft, live: dict[str, Row]) -> Iterator[Found]:
    for key, row in live.items():
        last = _until(row) or dt.date.max
        for technology in row.get("introduces", ()):
            for standard in draft.of("Standard").values():
                begun = (standard.get("valid_from") or AS_OF) <= last
                holds = (standard.get("valid_until") or AS_OF) >= AS_OF
                banned = standard["verdict"] == "phase_out" or (standard["verdict"] == "forbidden" and holds)
                if technology in standard.get("applies_to", ()) and begun and banned:
                    yield "forbidden_technology", key, "", [technology]
            about = draft.of("Technology")[technology]
            end = about.get("end_of_life") or about.get("support_ends")
            if end and (end < AS_OF or (_until(row) and end < last)):
                yield "unsupported_technology", key, "", [technology]
