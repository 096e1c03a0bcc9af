"""Initiatives, deviations and reviews: how the fictional canton steers its landscape."""

from __future__ import annotations

import datetime as dt

from ea_cockpit.sample.draft import AS_OF, Draft, catalogue
from ea_cockpit.sample.truth import Finding

_REASONS = (
    "Hersteller unterstützt die neue Version erst ab 2027",
    "Ablösung ist beschlossen und terminiert",
    "Kein gleichwertiges Angebot in der Schweiz",
    "Kosten der Umstellung vor Vertragsende unverhältnismässig",
)
_CONDITIONS = (
    "Getrenntes Netz und tägliche Sicherung",
    "Ablösung bis Fristende",
    "Verschlüsselung mit eigenem Schlüssel",
    "Halbjährlicher Bericht an das Architekturboard",
)
_VERDICTS = {"approved": 35, "conditional": 45, "rework": 14, "rejected": 6}


def add_initiatives(draft: Draft) -> None:
    """Add the measures of the digital programme, each with applications it changes."""
    data, technologies = catalogue("initiatives"), draft.by_name("Technology")
    for place, (name, measure, status, start, end, budget, unit, goal, value, topics) in enumerate(
        data["initiatives"], 1
    ):
        row = draft.add(
            "Initiative",
            f"V-{place:02}",
            name=name,
            programme=data["programme"],
            measure=measure,
            status=status,
            start=start,
            end=end,
            budget=budget,
            goal=goal,
            measured_value=value,
            led_by=[f"OE-{unit}"],
            source="Projektportfolio 2026",
            confirmed_on=dt.date(2026, 3, 31),
        )
        share = {"done": 0.97, "running": 0.45, "paused": 0.3, "stopped": 0.35}.get(status, 0.0)
        if budget and share:
            row["spent"] = round(budget * share * draft.rng.uniform(0.7, 1.05), -3)
        touched = [key for key, app in draft.of("Application").items() if app["supports"][0] in topics]
        row["affects"] = [*topics, *draft.sample(touched, 6)]
    _connect(draft, technologies)


def _connect(draft: Draft, technologies: dict[str, str]) -> None:
    rows = {row["measure"]: row for row in draft.of("Initiative").values()}
    for measure, names in (
        ("IT-4", ("Java 21", "Windows Server 2022")),
        ("DA-3", ("PostgreSQL 17",)),
        ("DP-1", ("Keycloak 26",)),
    ):
        rows[measure]["introduces"] = [technologies[name] for name in names]
    for measure, first in (
        ("IT-3", "IT-1"),
        ("IT-4", "IT-2"),
        ("DP-4", "DP-2"),
        ("DA-2", "IT-6"),
        ("FA-6", "DP-1"),
        ("DP-2", "DP-1"),
    ):
        rows[measure]["depends_on"] = [rows[first]["id"]]


def add_deviations(draft: Draft, violations: list[Finding]) -> None:
    """Grant some of the violations, review them and a few other applications."""
    granted = draft.sample(violations, max(6, draft.size // 60))
    for place, found in enumerate(granted, start=1):
        day = _meeting(draft, 2024, 2025)
        draft.add(
            "Deviation",
            f"AB-{place:03}",
            name=f"Ausnahme {found['id']} von {found['standard']}",
            rule=draft.of("Standard")[found["standard"]]["rule"],
            reason=draft.rng.choice(_REASONS),
            condition=draft.rng.choice(_CONDITIONS),
            decided_by="Architekturboard",
            decided_on=day,
            until=dt.date(draft.rng.randint(2026, 2028), 12, 31),
            subject=[found["id"]],
            from_standard=[found["standard"]],
        )
        if place % 2:
            _review(draft, found["id"], day, "conditional", [f"AB-{place:03}"])
    for key in draft.sample(list(draft.of("Application")), max(8, draft.size // 50)):
        _review(draft, key, _meeting(draft, 2023, 2025), draft.pick(_VERDICTS), [])


def _meeting(draft: Draft, first: int, last: int) -> dt.date:
    """A Wednesday in the middle of a month: the board does not meet on New Year's Day."""
    day = dt.date(draft.rng.randint(first, last), draft.rng.randint(1, 12), draft.rng.randint(8, 22))
    return day + dt.timedelta(days=2 - day.weekday())


def _review(draft: Draft, subject: str, day: dt.date, verdict: str, raises: list[str]) -> None:
    place = len(draft.of("Review")) + 1
    words = {
        "approved": "Die Architektur entspricht den Vorgaben.",
        "conditional": "Weiterbetrieb mit Auflagen bewilligt.",
        "rework": "Unterlagen sind zu überarbeiten und erneut vorzulegen.",
        "rejected": "Die Beschaffung wird nicht unterstützt.",
    }
    row = draft.add(
        "Review",
        f"AP-{place:03}",
        name=f"Architekturprüfung {subject} vom {day:%d.%m.%Y}",
        date=min(day, AS_OF),
        participants="Architekturboard, Informationssicherheit, zuständiges Amt",
        verdict=verdict,
        decision_text=words[verdict],
        subject=[subject],
        raises=raises,
    )
    if verdict == "conditional":
        row["conditions"] = draft.rng.choice(_CONDITIONS)
