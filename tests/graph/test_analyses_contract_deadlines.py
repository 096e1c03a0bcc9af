"""Contract deadlines on the real graph: due, missed, expired, unknown, and who is given up."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel


def test_contracts_by_what_presses(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    def app(id_: str, end: str | None, months: int | None = None, **values: Any) -> Any:
        ends = dt.date.fromisoformat(end) if end else None
        return fact(metamodel, "Application", id_, contract_end=ends, notice_months=months, **values)

    put(
        store, metamodel, tmp_path / "contracts.xlsx",
        app("TODAY", "2026-12-31", 6, decision="eliminate", run_cost=1000, licence_cost=500, supplied_by="LF-1",
            owned_by="OE-1"),
        app("YESTERDAY", "2026-12-30", 6, status="phase_out", sourcing="custom", run_cost=100),
        app("MISSED", "2026-08-31", 3), app("HORIZON", "2027-12-31", 6), app("LATER", "2028-01-31", 6),
        app("WITHOUT", "2028-06-30"), app("FAR", "2028-07-01"), app("ZERO", "2026-07-15", 0),
        app("OVER", "2026-06-29", 3), app("LAST-DAY", "2026-06-30", 0),
        app("ENDLESS", None, 3), app("SUPPLIED", None, supplied_by="LF-1"), app("NOTHING", None),
        app("RETIRED-OVER", "2025-12-31", 3, status="retired"), app("RETIRED", "2026-12-31", 3, status="retired"),
        app("ENDS", "2027-03-31", 3, end_of_life=dt.date(2028, 3, 30)),
        app("ENDS-NOT", "2027-03-31", 3, end_of_life=dt.date(2028, 3, 31)),
        fact(metamodel, "Supplier", "LF-1"), fact(metamodel, "OrganisationUnit", "OE-1"),
    )  # fmt: skip
    result = named("contract_deadlines").run(store, metamodel, day="2026-06-30", months=12)
    rows = {row["id"]: row for row in result.as_json("de")["rows"]}
    assert {key: (row["deadline"], row["notice_by"], row["days_left"]) for key, row in rows.items()} == {
        "TODAY": ("due", "2026-06-30", 0), "LAST-DAY": ("due", "2026-06-30", 0), "ZERO": ("due", "2026-07-15", 15),
        "HORIZON": ("due", "2027-06-30", 365), "RETIRED": ("due", "2026-09-30", 92),
        "ENDS": ("due", "2026-12-31", 184), "ENDS-NOT": ("due", "2026-12-31", 184),
        "YESTERDAY": ("due", "2026-06-30", 0),
        "MISSED": ("missed", "2026-05-31", -30), "WITHOUT": ("unknown", None, None),
        "OVER": ("expired", "2026-03-29", -93), "ENDLESS": ("no_end", None, None), "SUPPLIED": ("no_end", None, None),
    }  # fmt: skip
    assert {key: row["given_up"] for key, row in rows.items() if row["given_up"]} == {
        "TODAY": "Entscheid Eliminieren", "YESTERDAY": "Auslaufend", "RETIRED": "Ausser Betrieb",
        "ENDS": "Lebensende 30.03.2028",
    }  # fmt: skip
    assert rows["TODAY"]["cost"] == {"from": 1500.0, "to": 1500.0, "answered": 2, "asked": 2}
    assert rows["YESTERDAY"]["cost"] == {"from": 100.0, "to": 100.0, "answered": 1, "asked": 1}
    assert rows["MISSED"]["cost"] == {"from": 0.0, "to": None, "answered": 0, "asked": 2}
    assert (rows["TODAY"]["advice"], rows["MISSED"]["advice"]) == ("Kündigen", "Nächsten Termin vormerken")
    assert (rows["TODAY"]["supplier"], rows["TODAY"]["office"]) == ("LF-1!", "OE-1!")
    assert result.summary == {"due": 8, "to_cancel": 4, "saved": 1600, "missed": 1, "incomplete": 3}
    only = named("contract_deadlines").run(store, metamodel, day="2026-06-30", office="OE-1").rows
    assert [row.as_json("de")["id"] for row in only] == ["TODAY"]
