"""Single points of failure on the real graph: redundancy, rings, false redundancy, pairs, and what is no outage."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.analyses.analysis import Result
from ea_cockpit.analyses.problems import BadValue
from ea_cockpit.graph.queries import load
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.metamodel import Metamodel


def run(store: GraphStore, metamodel: Metamodel, **params: Any) -> Result:
    return named("single_points_of_failure").run(store, metamodel, **params)


def points(result: Result) -> set[tuple[str, int, int, bool]]:
    rows = result.as_json("de")["rows"]
    return {
        (r["id"], r["applications"], r["despite_redundancy"], "Gelenkpunkt" in r["reason"])
        for r in rows
        if not r["together_with"]
    }


@pytest.fixture
def layers(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> GraphStore:
    """A data centre with two servers, and a cloud; applications on one server, on both, and on server and cloud."""

    def make(label: str, id_: str, **values: Any) -> Any:
        return fact(metamodel, label, id_, **values)

    put(
        store, metamodel, tmp_path / "layers.xlsx",
        make("Hosting", "RZ"), make("Hosting", "S1", part_of="RZ"), make("Hosting", "S2", part_of="RZ"),
        make("Hosting", "CLOUD"), make("Supplier", "LF"),
        make("Application", "ONE", hosted_on="S1", supplied_by="LF", criticality="high"),
        make("Application", "BOTH", hosted_on="S1;S2", criticality="very_high"),
        make("Application", "FAR", hosted_on="S2;CLOUD", criticality="very_high"),
        make("DataStore", "DB", hosted_on="S1", held_by="HOLDER"), make("Application", "HOLDER"),
        make("Application", "NEEDS", depends_on="HOLDER"), make("Application", "WHOLE"),
        make("Application", "PART", part_of="WHOLE", depends_on="NEEDS"),
        make("Interface", "IF", provided_by="ONE", consumed_by="LATE"), make("Application", "LATE"),
        make("BusinessProcess", "PR", uses="WHOLE"), make("Service", "L", realised_by="PR", offered_by="OE"),
        make("OrganisationUnit", "OE"),
    )  # fmt: skip
    return store


def test_what_falls_and_what_stands(layers: GraphStore, metamodel: Metamodel) -> None:
    assert points(run(layers, metamodel, least=1)) == {
        # BOTH stands on two servers of one data centre: no redundancy. LATE gets its data late, FAR has the cloud.
        ("RZ", 6, 1, False), ("S1", 5, 0, True), ("DB", 4, 0, True), ("HOLDER", 3, 0, True),
        ("NEEDS", 2, 0, True), ("PART", 1, 0, True),
    }  # fmt: skip
    # What nothing lies below is no point; the supplier's failure stops nothing today.
    assert {id_ for id_, *_ in points(run(layers, metamodel, least=5))} == {"RZ", "S1"}
    assert points(run(layers, metamodel)) == set()


def test_each_point_says_what_and_how(layers: GraphStore, metamodel: Metamodel) -> None:
    row = next(r for r in run(layers, metamodel, least=4).as_json("de")["rows"] if r["id"] == "S1")
    assert row["felled"] == "1 Datenbestand, 1 Prozess, 1 Leistung"
    assert row["critical"][0] == "ONE!"
    assert row["way"] == "S1! → trägt → ONE!"
    assert row["reason"] == (
        "Mit «S1!» fallen 5 Applikationen aus; davon mit hoher oder sehr hoher Kritikalität: 1. "
        "Gelenkpunkt: Ohne ihn zerfällt das Netz der Abhängigkeiten."
    )
    centre = next(r for r in run(layers, metamodel, least=4).as_json("de")["rows"] if r["id"] == "RZ")
    assert centre["reason"].endswith("1 haben mehrere Umgebungen, doch alle stehen hier: keine echte Redundanz.")
    far = next(r for r in run(layers, metamodel, least=2).as_json("en")["rows"] if r["id"] == "NEEDS")
    assert far["way"] in {
        "NEEDS! → is needed by → PART!", "NEEDS! → is needed by → PART! → Part of → WHOLE!"
    }  # fmt: skip


def test_pairs_carry_what_neither_carries_alone(layers: GraphStore, metamodel: Metamodel) -> None:
    rows = [r for r in run(layers, metamodel, least=1).as_json("de")["rows"] if r["together_with"]]
    assert {(r["id"], r["together_with"], r["applications"]) for r in rows} == {("S2", "CLOUD! (CLOUD)", 1)} or {
        (r["id"], r["together_with"], r["applications"]) for r in rows
    } == {("CLOUD", "S2! (S2)", 1)}
    assert "zugleich" in rows[0]["reason"]


def test_three_hosts_in_two_places_fail_by_a_pair_of_places(
    store: GraphStore, metamodel: Metamodel, tmp_path: Path
) -> None:
    put(store, metamodel, tmp_path / "three.xlsx", fact(metamodel, "Hosting", "R1"), fact(metamodel, "Hosting", "R2"),
        *(fact(metamodel, "Hosting", f"S{n}", part_of="R1" if n < 3 else "R2") for n in (1, 2, 3)),
        fact(metamodel, "Application", "A", hosted_on="S1;S2;S3", criticality="high"))  # fmt: skip
    rows = run(store, metamodel, least=1).as_json("de")["rows"]
    pairs = {frozenset((r["id"], r["together_with"].split(" (")[1][:-1])) for r in rows}
    assert pairs == {frozenset(("R1", "R2")), frozenset(("R1", "S3"))}


def test_a_ring_falls_as_one_and_does_not_hold_itself_up(
    store: GraphStore, metamodel: Metamodel, tmp_path: Path
) -> None:
    def app(id_: str, depends_on: str = "") -> Any:
        return fact(metamodel, "Application", id_, depends_on=depends_on)

    put(store, metamodel, tmp_path / "ring.xlsx", app("A", "C"), app("B", "A"), app("C", "B;C"), app("D", "B"))
    assert {(id_, n) for id_, n, *_ in points(run(store, metamodel, least=1))} == {("A", 3), ("B", 3), ("C", 3)}


def test_a_number_that_does_not_fit_is_told(layers: GraphStore, metamodel: Metamodel) -> None:
    for value in ("0", "-1", "viele"):
        with pytest.raises(BadValue):
            run(layers, metamodel, least=value)


def test_the_statements_name_the_links_the_metamodel_declares() -> None:
    declared = {relationship for _, relationship, _ in standard_metamodel().outages()}

    def types(name: str) -> set[str]:
        found = re.search(r"\[r:([A-Z_|]+)\]", load(f"analyses/{name}").text)
        assert found
        return set(found[1].split("|"))

    assert types("single_points_of_failure") == declared
    # What is above an application cannot hold it up.
    assert types("recovery_promises") == declared - {"USES", "REALISED_BY"}
