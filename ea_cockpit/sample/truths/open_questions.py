"""Missing answers and the verdicts that hang on them: told application by application and flow by flow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import Any

from ea_cockpit.sample.draft import Draft, Row

KIND = "open_questions"
RULE = (
    "Eine fehlende Angabe zählt für jedes Urteil über eine Applikation oder Schnittstelle in Betrieb, das ohne sie "
    "offen ist: allein, wenn nur sie fehlt, sonst als Hilfe. Urteile: TIME, vier R, Zuständigkeit, Zentralisierung, "
    "Kündigungstermin, Wiederanlauf, Obsoleszenz, Daten und Rechtsraum, schutzwürdige Datenflüsse."
)
Question = tuple[str, str]
_MARKS = ("business_value", "functional_fit", "technical_fit")


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """Every question with the number of verdicts it settles alone, and helps to settle."""
    alone, together = Counter[Question](), Counter[Question]()
    for questions in _verdicts(draft):
        for question in questions:
            (alone if len(questions) == 1 else together)[question] += 1
    for key, field in sorted(alone.keys() | together.keys()):
        one, more = alone[key, field], together[key, field]
        reason = f"«{field}» von {key} entscheidet {one} Urteile allein und hilft bei {more}."
        yield {"id": key, "field": field, "settles": one, "helps": more, "reason": reason}


def _verdicts(draft: Draft) -> Iterator[set[Question]]:
    for row in _running(draft, "Application"):
        yield _hangs_on(row, lambda v, f, t: (v >= 4, f + t >= 6))
        yield _hangs_on(row, lambda v, f, t: (v + f >= 7, t >= 3))
        yield _lacking(row, "owned_by", "business_owner")
        yield _lacking(row, "supports")
        if row.get("sourcing") != "in_house" and row.get("kind") not in ("desktop_tool", "integration_job"):
            yield _lacking(row, "contract_end", "notice_months")
        yield _recovery(draft, row)
        yield _support(draft, row)
        yield _place(draft, row)
    for row in _running(draft, "Interface"):
        if not row.get("encrypted"):
            things = [draft.of("DataObject")[key].get("classification") for key in row.get("carries", ())]
            secret = {"confidential", "secret"} & set(things)
            unknown = {
                (key, "classification")
                for key in row.get("carries", ())
                if not secret and "classification" not in draft.of("DataObject")[key]
            }
            yield set() if things and set(things) == {"public"} else _lacking(row, "encrypted", "carries") | unknown


def _running(draft: Draft, label: str) -> Iterator[Row]:
    return (row for row in draft.of(label).values() if row.get("status") not in ("planned", "retired"))


def _lacking(row: Row, *fields: str) -> set[Question]:
    return {(row["id"], field) for field in fields if row.get(field) in (None, [], "")}


def _hangs_on(row: Row, axes: Any) -> set[Question]:
    """The missing marks without which some axis could still turn out either way."""
    found: set[Question] = set()
    every = [axes(*marks) for marks in product(*([row[m]] if row.get(m) else range(1, 6) for m in _MARKS))]
    for axis in (0, 1):
        if len({outcome[axis] for outcome in every}) == 2:
            found |= {(row["id"], m) for place, m in enumerate(_MARKS) if not row.get(m) and _moves(axes, axis, place)}
    return found


def _moves(axes: Any, axis: int, place: int) -> bool:
    """Whether this mark counts for the axis at all."""
    weighed = [axes(*(mark if place == n else 3 for n in range(3)))[axis] for mark in (-9, 99)]
    return bool(weighed[0] != weighed[1])


def _recovery(draft: Draft, row: Row) -> set[Question]:
    apps = draft.of("Application")
    beneath = [apps[k] for k in row.get("depends_on", ()) if apps[k].get("status") not in ("planned", "retired")]
    hours, own = [one.get("rto_hours", 0) for one in beneath], row.get("rto_hours")
    if not beneath or (own is not None and max(hours) > own):
        return set()
    return set().union(*(_lacking(one, "rto_hours") for one in (row, *beneath)))


def _support(draft: Draft, row: Row) -> set[Question]:
    used, hosts = list(row.get("built_with", ())), list(row.get("hosted_on", ()))
    for host in hosts:
        used += draft.of("Hosting")[host].get("built_with", ())
        hosts += draft.of("Hosting")[host].get("part_of", ())
    known = draft.of("Technology")
    ends = {key for key in used if known[key].get("end_of_life")}
    ends |= {key for key in used if known[key].get("lifecycle_slug") and known[key].get("version")}
    return _lacking(row, "built_with", "hosted_on") | {(key, "end_of_life") for key in set(used) - ends}


def _place(draft: Draft, row: Row) -> set[Question]:
    hosts = [draft.of("Hosting")[key] for key in row.get("hosted_on", ())]
    if row.get("personal_data") == "none" or (hosts and {host.get("jurisdiction") for host in hosts} == {"CH"}):
        return set()
    return _lacking(row, "personal_data", "hosted_on").union(*(_lacking(host, "jurisdiction") for host in hosts))
