"""Services and processes at risk on the real graph: on what, through which chain, or on nothing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel


def test_work_at_risk_with_its_chain(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    def make(label: str, id_: str, **values: Any) -> Any:
        return fact(metamodel, label, id_, **values)

    put(
        store, metamodel, tmp_path / "work.xlsx",
        make("Technology", "T-OLD", end_of_life=dt.date(2026, 6, 30)), make("Hosting", "H-1", built_with="T-OLD"),
        make("Application", "PHASE", status="phase_out", hosted_on="H-1"),
        make("Application", "OVER", end_of_life=dt.date(2026, 6, 29), succeeded_by="GOOD"),
        make("Application", "AGED", hosted_on="H-1"),
        make("Application", "GOOD", end_of_life=dt.date(2026, 6, 30)),
        make("BusinessProcess", "P-1", uses="PHASE; GOOD"), make("BusinessProcess", "P-EMPTY"),
        # A whole without applications of its own, parts that have each other as whole.
        make("BusinessProcess", "P-WHOLE"), make("BusinessProcess", "P-PART", part_of="P-WHOLE", uses="AGED"),
        make("BusinessProcess", "P-R1", part_of="P-R2"), make("BusinessProcess", "P-R2", part_of="P-R1", uses="GOOD"),
        make("Service", "S-DIRECT", realised_by="OVER", offered_by="OE-1"),
        make("Service", "S-BOTH", realised_by="Application:PHASE; BusinessProcess:P-1"),
        make("Service", "S-CHAIN", realised_by="P-WHOLE"), make("Service", "S-GOOD", realised_by="GOOD; P-R1"),
        make("Service", "S-NOTHING"), make("Service", "S-HAND", realised_by="P-EMPTY"),
        make("OrganisationUnit", "OE-1"),
    )  # fmt: skip
    result = named("services_at_risk").run(store, metamodel, day="2026-06-30")
    rows = result.as_json("de")["rows"]
    assert {(row["id"], row["risk"], row["application_id"], row["chain"]) for row in rows} == {
        ("S-DIRECT", "obsolete_application", "OVER", "direkt"),
        ("S-BOTH", "obsolete_application", "PHASE", "direkt"),
        ("S-CHAIN", "obsolete_technology", "AGED", "P-WHOLE! → P-PART!"),
        ("S-NOTHING", "no_application", None, None),
        ("S-HAND", "no_application", None, None),
        ("P-1", "obsolete_application", "PHASE", "direkt"),
        ("P-PART", "obsolete_technology", "AGED", "direkt"),
        ("P-EMPTY", "no_application", None, None),
    }
    reasons = {row["id"]: row["reason"] for row in rows}
    assert reasons["S-DIRECT"] == "Lebensende 29.06.2026; Nachfolge GOOD!"
    assert reasons["S-CHAIN"] == "T-OLD! über H-1!: Lebensende heute: 30.06.2026 (Katalog)"
    assert reasons["S-HAND"] == "Nur durch Prozesse ohne Applikation: P-EMPTY!."
    assert reasons["S-NOTHING"] == "Von nichts erbracht, was erfasst ist."
    assert result.summary == {"services": 5, "processes": 3, "on_obsolete": 3, "on_technology": 2, "without": 3}
    only = named("services_at_risk").run(store, metamodel, day="2026-06-30", office="OE-1").rows
    assert [row.as_json("de")["id"] for row in only] == ["S-DIRECT"]
    later = named("services_at_risk").run(store, metamodel, day="2026-07-01").as_json("de")["rows"]
    assert {row["id"] for row in later if row["application_id"] == "GOOD"} == {"S-GOOD", "S-BOTH", "P-1", "P-R2"}
