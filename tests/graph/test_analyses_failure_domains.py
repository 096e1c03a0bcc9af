"""Failure domains on the real graph: what shares a hosting, a root, an operator, a supplier, a function."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.analyses.problems import BadValue
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel


@pytest.fixture
def domains(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> GraphStore:
    def make(label: str, id_: str, **values: Any) -> Any:
        return fact(metamodel, label, id_, **values)

    put(
        store, metamodel, tmp_path / "domains.xlsx", make("OrganisationUnit", "OE"), make("OrganisationUnit", "OE-2"),
        make("Supplier", "LF"), make("Supplier", "OP"),
        make("Hosting", "RZ", operated_by="OP"), make("Hosting", "S1", part_of="RZ"),
        make("Hosting", "S2", part_of="RZ", operated_by="OrganisationUnit:OE-2"), make("Hosting", "CLOUD"),
        make("Application", "A", hosted_on="S1", supplied_by="LF", criticality="high", it_owner="Team Eins"),
        make("Application", "B", hosted_on="S1;CLOUD", supplied_by="LF", criticality="low", it_owner="Team Eins"),
        make("Application", "C", hosted_on="S2", business_owner="Leitung"),
        make("DataStore", "DB", held_by="C", hosted_on="S1"),
        make("BusinessProcess", "PR", uses="A"), make("Service", "L1", realised_by="PR", offered_by="OE"),
        make("Service", "L2", realised_by="Application:A;Application:B", offered_by="OE-2"),
        make("Service", "L3", realised_by="Application:B", offered_by="OE-2"),
    )  # fmt: skip
    return store


def test_all_kinds(domains: GraphStore, metamodel: Metamodel) -> None:
    result = named("failure_domains").run(domains, metamodel, least=1)
    rows = result.as_json("de")["rows"]
    found = {
        (r["kind"], r["id"] or r["name"], r["applications"], r["without_alternative"], r["critical"]) for r in rows
    }
    assert found == {
        ("host", "S1", 3, 2, 1), ("host", "S2", 1, 1, 0), ("data_centre", "RZ", 3, 2, 1),
        ("data_centre", "CLOUD", 1, 0, 0), ("supplier", "LF", 2, 2, 1), ("operator", "OP", 3, 3, 1),
        ("operator", "OE-2", 1, 1, 0), ("it_owner", "Team Eins", 2, 2, 1), ("business_owner", "Leitung", 1, 1, 0),
    }  # fmt: skip
    first = rows[0]
    # C's criticality is unknown; of each office's critical services all rest on S1: L3 rests on B alone, which is low.
    assert (first["id"], first["unknown"], first["services"]) == ("S1", 1, ["OE!: 1/1", "OE-2!: 1/1"])
    assert first["named"][0] == "A!"
    assert first["reason"] == "3 Applikationen teilen sich Betriebsumgebung «S1!», 1 davon sind kritisch."


def test_kind_and_size_may_be_chosen(domains: GraphStore, metamodel: Metamodel) -> None:
    rows = named("failure_domains").run(domains, metamodel, least=3, kind="Betreiber").as_json()["rows"]
    assert [(r["label"], r["id"]) for r in rows] == [("Supplier", "OP")]
    assert named("failure_domains").run(domains, metamodel).rows == []
    with pytest.raises(BadValue):
        named("failure_domains").run(domains, metamodel, kind="Wetter")
