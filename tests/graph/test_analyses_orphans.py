"""Orphans on the real graph: alone, owned but without a purpose, and interfaces without a side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.analyses.structure.bonds import BONDS
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.metamodel import Metamodel


def test_who_is_alone(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    def make(label: str, id_: str, **values: Any) -> Any:
        return fact(metamodel, label, id_, **values)

    put(
        store, metamodel, tmp_path / "alone.xlsx", make("OrganisationUnit", "OE"),
        make("Application", "ALONE", built_with="T-USED"), make("Application", "OWNED", owned_by="OE"),
        make("Application", "USED", used_by="OE"), make("Application", "HELD"),
        make("DataStore", "DB", held_by="HELD", contains="DO"), make("DataStore", "LOST", contains="DO"),
        make("DataObject", "DO"), make("DataObject", "NOWHERE"),
        make("Hosting", "EMPTY", operated_by="LF-1"), make("Technology", "T-USED"),
        make("Technology", "T", supplied_by="LF-1"), make("Supplier", "LF-1"), make("Supplier", "LF-2"),
        make("Interface", "OUT", provided_by="USED", consumed_by="APP-UNKNOWN"),
        make("Interface", "IN", consumed_by="USED"), make("Interface", "NONE", runs_over="USED"),
        make("Interface", "WHOLE", provided_by="USED", consumed_by="HELD"),
        make("Service", "L", offered_by="OE"), make("BusinessProcess", "PR"), make("BusinessCapability", "GF"),
    )  # fmt: skip
    result = named("orphans").run(store, metamodel)
    rows = result.as_json("de")["rows"]
    assert {(r["label"], r["id"], r["kind"], tuple(r["open"])) for r in rows} == {
        ("Application", "ALONE", "alone", ()), ("Application", "OWNED", "owned_only", ()),
        ("DataStore", "LOST", "alone", ()), ("DataObject", "NOWHERE", "alone", ()),
        ("Hosting", "EMPTY", "owned_only", ()), ("Technology", "T", "owned_only", ()),
        ("Supplier", "LF-2", "alone", ()),
        ("Interface", "OUT", "one_sided", ("APP-UNKNOWN",)), ("Interface", "IN", "one_sided", ()),
        ("Interface", "NONE", "owned_only", ()), ("Service", "L", "owned_only", ()),
        ("BusinessProcess", "PR", "alone", ()), ("BusinessCapability", "GF", "alone", ()),
    }  # fmt: skip
    reasons = {r["id"]: r["reason"] for r in rows}
    assert reasons["OUT"] == "Die Seite «Nach» ist nicht bekannt."
    assert reasons["LF-2"] == "Keine dieser Beziehungen ist erfasst: liefert, betreibt."
    assert reasons["T"].startswith("Nur erfasst: Lieferant.")
    assert result.summary["by_kind"] == {"alone": 6, "owned_only": 5, "one_sided": 2}


def test_the_table_names_relationships_there_are() -> None:
    model = standard_metamodel()
    for label, bonds in BONDS.items():
        known = {link.relationship for link in (*model[label].links, *model.links_to(label))}
        assert {*bonds.purpose, *bonds.owner} <= known, label
