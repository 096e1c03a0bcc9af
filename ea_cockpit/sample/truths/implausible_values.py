"""Values that do not fit together: what the offices of the canton mistyped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from ea_cockpit.sample.draft import AS_OF, Draft, Row
from ea_cockpit.sample.truths import dice

KIND = "implausible_values"
RULE = (
    "Angaben einer Applikation, die nicht zusammenpassen: Lebensende, Auslauf oder Vertragsende vor der Einführung, "
    "Auslauf nach dem Lebensende, geplant und schon eingeführt, produktiv und erst später oder nicht mehr, "
    "ausser Betrieb mit Benutzenden, Kosten oder späterem Lebensende, RPO über RTO, über 36 Monate Kündigungsfrist."
)


def plant(draft: Draft) -> None:
    """Let somebody write days for months."""
    fitting = [row for row in draft.of("Application").values() if row.get("notice_months") == 6]
    for row in dice(draft, KIND).sample(fitting, min(2, len(fitting))):
        row["notice_months"] = 180


def tell(draft: Draft) -> Iterator[dict[str, Any]]:
    """One entry for each application and rule."""
    for key, row in draft.of("Application").items():
        for rule in _broken(row):
            yield {"rule": rule, "id": key, "reason": f"{row['name']}: {rule}."}


def _broken(row: Row) -> Iterator[str]:
    start, end, out = row.get("productive_since"), row.get("end_of_life"), row.get("phase_out_from")
    status = row.get("status")

    def before(one: dt.date | None, other: dt.date | None) -> bool:
        return one is not None and other is not None and one < other

    checks = {
        "end-before-start": before(end, start),
        "phase-out-after-end": before(end, out),
        "phase-out-before-start": before(out, start),
        "contract-ends-before-start": before(row.get("contract_end"), start),
        "planned-but-started": status == "planned" and before(start, AS_OF),
        "productive-in-future": status == "productive" and before(AS_OF, start),
        "productive-after-end": status == "productive" and before(end, AS_OF),
        "retired-but-ends-later": status == "retired" and before(AS_OF, end),
        "retired-with-users": status == "retired" and (row.get("users") or 0) > 0,
        "retired-with-cost": status == "retired" and (row.get("run_cost") or 0) > 0,
        "no-cost-many-users": row.get("run_cost") == 0 and (row.get("users") or 0) > 1000,
        "rpo-over-rto": (row.get("rpo_hours") or 0) > row.get("rto_hours", float("inf")),
        "notice-too-long": (row.get("notice_months") or 0) > 36,
    }
    yield from (rule for rule, broken in checks.items() if broken)
