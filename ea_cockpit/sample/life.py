"""Life cycle, cost, protection needs and assessment of an application, so that they agree with each other."""

from __future__ import annotations

import datetime as dt

from ea_cockpit.sample.canton import leaves
from ea_cockpit.sample.draft import AS_OF, Draft, Row, year_end
from ea_cockpit.sample.names import ESSENTIAL, Plan

_STATUS = {"planned": 4, "introduction": 5, "productive": 76, "phase_out": 11, "retired": 4}
# Median run and licence cost in CHF a year.
_COST = {
    "specialist": (28_000, 18_000),
    "base_service": (120_000, 60_000),
    "cross_cutting": (140_000, 95_000),
    "portal": (55_000, 15_000),
    "register": (90_000, 40_000),
    "integration_job": (3_000, 0),
    "desktop_tool": (0, 0),
}
_NEEDS = ("low", "normal", "high", "very_high")
# Longest outage and longest loss of data in hours, by need for availability.
_OUTAGE = {"very_high": (1, 2, 4), "high": (4, 8), "normal": (24, 48), "low": (72, 120, 240)}
_LOSS = {"very_high": (0.25, 1), "high": (1, 4), "normal": (12, 24), "low": (24, 48, 72)}
_DECISIONS = {
    "planned": ("invest",),
    "introduction": ("invest",),
    "phase_out": ("eliminate", "migrate"),
    "retired": ("eliminate",),
}


def give_life(draft: Draft, row: Row, plan: Plan) -> None:
    """Status and dates: introduced before phase-out, phase-out before the end."""
    status = draft.pick(_STATUS)
    core = leaves(draft)[plan.capability]["applications"][0].partition(" @")[0] == plan.name
    if plan.name in ESSENTIAL or plan.whole or (core and status in ("planned", "retired")):
        status = "productive"
    row["_core"] = core or plan.name in ESSENTIAL
    if row["_core"] and row["users"]:
        row["users"] = max(row["users"], draft.number(150))
    if plan.successor:
        status = draft.pick({"phase_out": 3, "retired": 1})
    row["status"] = status
    row["productive_since"] = _introduced(draft, status)
    if status == "phase_out":
        row["phase_out_from"] = draft.day(2024, 2025)
        row["end_of_life"] = year_end(draft.rng.randint(2026, 2028))
    if status == "retired":
        row["phase_out_from"] = draft.day(2021, 2023)
        row["end_of_life"] = year_end(draft.rng.randint(2023, 2025))
    if row["kind"] in ("integration_job", "desktop_tool") or row["sourcing"] == "in_house":
        return
    row["contract_end"] = row.get("end_of_life") or year_end(draft.rng.randint(2026, 2031))
    row["notice_months"] = draft.pick({3: 20, 6: 45, 12: 35})


def _introduced(draft: Draft, status: str) -> dt.date:
    if status == "planned":
        return dt.date(draft.rng.randint(2027, 2028), draft.rng.choice((1, 4, 7)), 1)
    if status == "introduction":
        return dt.date(2026, draft.rng.choice((2, 4, 6, 8, 10)), 1)
    if status in ("phase_out", "retired"):
        return draft.day(1998, 2015)
    return draft.day(2003, 2012) if draft.chance(0.35) else draft.day(2013, 2025)


def give_cost(draft: Draft, row: Row) -> None:
    """Yearly cost by kind; the essential applications cost more, a file on a desktop costs nothing."""
    run, licence = (cost * (3 if row["_core"] else 1) for cost in _COST[row["kind"]])
    if row["status"] in ("planned", "retired") or not run:
        return
    row["run_cost"] = draft.amount(run)
    if licence and row["sourcing"] in ("standard", "saas"):
        row["licence_cost"] = draft.amount(licence)
    if draft.chance(0.3):
        row["one_off_cost"] = draft.amount(25_000, 1.1)


def give_protection(draft: Draft, row: Row, plan: Plan) -> None:
    """Personal data by the capability, needs by data and importance, RTO and RPO by the need for availability."""
    leaf = leaves(draft)[plan.capability]
    shares = {
        "sensitive": {"sensitive": 52, "personal": 38, "none": 10},
        "personal": {"sensitive": 4, "personal": 74, "none": 22},
        "none": {"personal": 22, "none": 78},
    }[plan.personal if plan.task else leaf["personal"]]
    row["personal_data"] = draft.pick(shares)
    weight = int(leaf["importance"]) + (1 if row["kind"] in ("base_service", "register") else 0)
    weight -= 2 if row["kind"] == "desktop_tool" or plan.task else 0
    level = min(3, max(0, round((weight - 2.4 + draft.rng.gauss(0, 0.9)) / 1.4)))
    if plan.name in ESSENTIAL:
        level = 3
    row["criticality"] = row["availability"] = _NEEDS[level]
    secret = {"none": 0, "personal": 1, "sensitive": 2}[row["personal_data"]]
    row["confidentiality"] = _NEEDS[min(3, secret + (1 if draft.chance(0.15) else 0))]
    row["integrity"] = _NEEDS[min(3, max(0, level + draft.rng.choice((-1, 0, 0))))]
    if row["kind"] != "desktop_tool":
        row["rto_hours"] = draft.rng.choice(_OUTAGE[row["availability"]])
        row["rpo_hours"] = min(draft.rng.choice(_LOSS[row["availability"]]), row["rto_hours"])


def give_assessment(draft: Draft, row: Row) -> None:
    """Value and fit from 1 to 5, and the TIME decision that follows from them and from the status."""
    if draft.chance(0.1):
        return
    age = AS_OF.year - row["productive_since"].year
    bonus = 0.8 if row["criticality"] in ("high", "very_high") else -0.2

    def mark(middle: float) -> int:
        return min(5, max(1, round(draft.rng.gauss(middle, 0.8))))

    row["business_value"] = mark(3.2 + bonus)
    row["functional_fit"] = mark(3.6 - max(0, age) * 0.03)
    row["technical_fit"] = mark(4.3 - max(0, age) * 0.11)
    if row["name"] in ESSENTIAL:
        row["functional_fit"], row["technical_fit"] = max(3, row["functional_fit"]), max(3, row["technical_fit"])
        row["business_value"] = 5
    row["decision"] = _decision(draft, row)
    row["decision_note"] = draft.rng.choice(draft.words["decision_notes"][row["decision"]])
    if row["decision"] in ("eliminate", "migrate") and row["status"] == "productive" and draft.chance(0.5):
        row["phase_out_from"] = dt.date(draft.rng.randint(2027, 2028), draft.rng.choice((1, 7)), 1)
        row["end_of_life"] = year_end(row["phase_out_from"].year + draft.rng.randint(0, 2))
        if "contract_end" in row:
            row["contract_end"] = min(row["contract_end"], row["end_of_life"])


def _decision(draft: Draft, row: Row) -> str:
    if fixed := _DECISIONS.get(row["status"]):
        return draft.rng.choice(fixed)
    good_value, good_fit = row["business_value"] >= 4, row["technical_fit"] >= 3 and row["functional_fit"] >= 3
    if good_value:
        return "invest" if good_fit else "migrate"
    return "tolerate" if good_fit or draft.chance(0.4) else "eliminate"
