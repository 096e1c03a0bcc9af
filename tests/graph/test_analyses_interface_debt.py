"""Interface debt on the real graph: each kind with its reason, way out and points."""

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


@pytest.fixture
def debts(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> GraphStore:
    def make(label: str, id_: str, **values: Any) -> Any:
        return fact(metamodel, label, id_, **values)

    def flow(id_: str, mode: str | None, giver: str = "A", taker: str = "B", **values: Any) -> Any:
        return make("Interface", id_, mode=mode, provided_by=giver, consumed_by=taker, **values)

    put(
        store, metamodel, tmp_path / "debts.xlsx",
        *(make("Application", id_) for id_ in ("A", "B", "C", "BUS")), make("Application", "OLD", status="retired"),
        make("DataStore", "DB", held_by="OLD"), make("DataStore", "DA", held_by="A"),
        make("DataObject", "OPEN"), make("DataObject", "SECRET", custom={"Personendaten": "besonders schützenswert"}),
        flow("GOOD", "api", runs_over="BUS"), flow("PLATFORMS_OWN", "api", "BUS", "A"),
        flow("HAND", "manual"), flow("LINK", "database_link", encrypted=True), flow("PAST", "message"),
        flow("DEAD", "api", "DataStore:DB", runs_over="BUS"), flow("OVER", "manual", taker="OLD", status="retired"),
        flow("OPENLY", "api", runs_over="BUS", carries="SECRET;OPEN", encrypted=False),
        flow("SAFE", "api", taker="C", runs_over="BUS", carries="SECRET", encrypted=True),
        flow("PERHAPS", "file", taker="C", carries="SECRET", runs_over="BUS"),
        flow("TWICE", None, "DataStore:DA", carries="OPEN"),
    )  # fmt: skip
    return store


def rows(store: GraphStore, metamodel: Metamodel, *policy: Policy, **params: Any) -> dict[str, dict[str, Any]]:
    found = named("interface_debt").run(store, metamodel, *policy, **params).as_json("de")["rows"]
    return {row["id"]: row for row in found}


def test_kinds_and_points(debts: GraphStore, metamodel: Metamodel) -> None:
    found = rows(debts, metamodel, least=0)
    told = {(id_, tuple(row["kinds"]), row["score"]["from"], row["score"]["to"]) for id_, row in found.items()}
    assert told == {
        # Where nobody says what flows and whether it is encrypted, sensitive data in the clear is possible.
        ("HAND", ("manual",), 5, 10), ("LINK", ("database_link",), 4, 4), ("PAST", ("point_to_point",), 1, 6),
        ("DEAD", ("retired_partner",), 4, 9), ("OPENLY", ("unencrypted_sensitive", "parallel"), 7, 7),
        ("SAFE", ("parallel",), 2, 2), ("PERHAPS", ("file", "parallel"), 4, 9),
        ("TWICE", ("parallel", "point_to_point"), 3, 8),
    }  # fmt: skip
    assert list(rows(debts, metamodel)) == ["OPENLY", "HAND"]
    assert list(rows(debts, metamodel, least=0, kind="Datenbankverbindung"[:0] or "database_link")) == ["LINK"]


def test_reason_and_way_out(debts: GraphStore, metamodel: Metamodel) -> None:
    found = rows(debts, metamodel, least=0)
    assert found["OPENLY"]["reason"] == "Heikles unverschlüsselt: SECRET!. Paralleler Fluss: TWICE."
    assert found["OPENLY"]["remedy"] == "Sofort verschlüsseln (TLS, SFTP). Zu einer Schnittstelle zusammenlegen."
    assert found["DEAD"]["reason"] == "Partner ausser Betrieb: OLD!."
    assert (found["HAND"]["provider"], found["HAND"]["consumers"]) == ("A!", ["B!"])


def test_the_points_are_the_offices_own(debts: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    policy = tmp_path / "policy"
    policy.mkdir()
    own = policy / "interface_debt.yaml"
    own.write_text("points: {database_link: 9}\n", encoding="utf-8")
    assert list(rows(debts, metamodel, Policy(policy))) == ["LINK"]
    own.write_text("points: {fax: 9}\n", encoding="utf-8")
    with pytest.raises(BrokenPolicyFile, match=r"interface_debt\.yaml, points"):
        rows(debts, metamodel, Policy(policy))
