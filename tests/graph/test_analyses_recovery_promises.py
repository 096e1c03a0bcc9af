"""Recovery promises on the real graph: the slowest counts, of alternatives the fastest, and unknown is undecided."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.analyses.policy import Policy
from ea_cockpit.analyses.policy_file import BrokenPolicyFile
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel


def found(store: GraphStore, metamodel: Metamodel, *policy: Policy, **params: Any) -> set[tuple[Any, ...]]:
    rows = named("recovery_promises").run(store, metamodel, *policy, **params).as_json("de")["rows"]
    return {(r["id"], r["measure"], r["verdict"], r["promised"], r["possible"], r["culprit"]) for r in rows}


@pytest.fixture
def promises(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> GraphStore:
    def host(id_: str, level: str = "", part_of: str = "") -> Any:
        return fact(metamodel, "Hosting", id_, availability_class=level or None, part_of=part_of)

    def app(id_: str, **values: Any) -> Any:
        return fact(metamodel, "Application", id_, **values)

    put(
        store, metamodel, tmp_path / "promises.xlsx",
        host("RZ", "high"), host("FAST", "highest", "RZ"), host("SLOW", "basic", "RZ"), host("UNKNOWN", "", "RZ"),
        app("KEPT", rto_hours=8, hosted_on="FAST"), app("WISH", rto_hours=4, hosted_on="FAST"),
        app("EITHER", rto_hours=8, hosted_on="SLOW;FAST"), app("PERHAPS", rto_hours=24, hosted_on="UNKNOWN"),
        app("EVEN_SO", rto_hours=4, hosted_on="UNKNOWN"),
        app("RETIRED", rto_hours=1, hosted_on="SLOW", status="retired"),
        app("SILENT", hosted_on="SLOW"), app("BELOW", rto_hours=48, depends_on="SILENT"),
        app("STORED", rto_hours=8), fact(metamodel, "DataStore", "DB", hosted_on="SLOW", held_by="STORED"),
        app("R1", rto_hours=10, depends_on="R2"), app("R2", rto_hours=20, depends_on="R1"),
        app("P1", rpo_hours=1), app("P2", rpo_hours=24), fact(metamodel, "DataStore", "SHARED", held_by="P1;P2"),
        app("NONE", rto_hours=0),
    )  # fmt: skip
    return store


def test_verdicts(promises: GraphStore, metamodel: Metamodel) -> None:
    assert found(promises, metamodel) == {
        ("WISH", "rto", "broken", 4.0, 8.0, "RZ!"),
        # The server may be as slow as it likes; that the data centre takes eight hours is known.
        ("PERHAPS", "rto", "undecided", 24.0, None, "UNKNOWN!"),
        ("EVEN_SO", "rto", "broken", 4.0, 8.0, "RZ!"),
        ("BELOW", "rto", "broken", 48.0, 72.0, "SLOW!"),
        ("STORED", "rto", "broken", 8.0, 72.0, "SLOW!"),
        ("R1", "rto", "broken", 10.0, 20.0, "R2!"),
        ("P1", "rpo", "broken", 1.0, 24.0, "P2!"),
    }
    assert {row[0] for row in found(promises, metamodel, verdict="undecided")} == {"PERHAPS"}


def test_the_path_leads_to_the_culprit(promises: GraphStore, metamodel: Metamodel) -> None:
    rows = named("recovery_promises").run(promises, metamodel).as_json("de")["rows"]
    told = {row["id"]: (row["path"], row["reason"]) for row in rows}
    assert told["BELOW"][0] == "BELOW! → Hängt ab von → SILENT! → Betrieben auf → SLOW!"
    assert told["STORED"] == (
        "STORED! → hält → DB! → Betrieben auf → SLOW!", "Ausfall (RTO): zugesagt sind 8 h, doch «SLOW!» braucht 72 h."
    )  # fmt: skip
    assert told["PERHAPS"][1] == "Ausfall (RTO): zugesagt sind 24 h; von «UNKNOWN!» fehlt die Angabe."


def test_the_classes_are_the_operators_own(promises: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    policy = tmp_path / "policy"
    policy.mkdir()
    own = policy / "recovery_classes.yaml"
    own.write_text("hours: {basic: 1, high: 1, highest: 1}\n", encoding="utf-8")
    assert {row[0] for row in found(promises, metamodel, Policy(policy))} == {"PERHAPS", "EVEN_SO", "BELOW", "R1", "P1"}
    for wrong in ("hours: {gold: 3}\n", "hours: {basic: bald}\n", "", "hours: [\n"):
        own.write_text(wrong, encoding="utf-8")
        with pytest.raises(BrokenPolicyFile) as trouble:
            found(promises, metamodel, Policy(policy))
        assert "recovery_classes.yaml" in trouble.value.message("de")
