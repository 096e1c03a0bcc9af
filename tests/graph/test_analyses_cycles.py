"""Cycles on the real graph: each ring once, with a shortest cycle as evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel


def test_rings_of_both_kinds(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    def make(label: str, id_: str, **values: Any) -> Any:
        return fact(metamodel, label, id_, **values)

    put(
        store, metamodel, tmp_path / "rings.xlsx",
        make("OrganisationUnit", "O1"), make("OrganisationUnit", "O2"),
        # A ring of four with a short cut of two; one that needs itself; one that only leads in.
        make("Application", "A", depends_on="B", owned_by="O1"), make("Application", "B", depends_on="C;A"),
        make("Application", "C", depends_on="D"), make("Application", "D", depends_on="A", owned_by="O2"),
        make("Application", "SELF", depends_on="SELF"), make("Application", "IN", depends_on="A"),
        # Data goes from X over a store of Y and one nobody holds back to X; inside Y it does not go round.
        make("Application", "X", owned_by="O1"), make("Application", "Y", owned_by="O1"),
        make("DataStore", "DY", held_by="Y"), make("DataStore", "DY2", held_by="Y"), make("DataStore", "FREE"),
        make("Interface", "1", provided_by="X", consumed_by="DataStore:DY"),
        make("Interface", "2", provided_by="DataStore:DY", consumed_by="DataStore:DY2"),
        make("Interface", "3", provided_by="DataStore:DY2", consumed_by="DataStore:FREE"),
        make("Interface", "4", provided_by="DataStore:FREE", consumed_by="X"),
        # Back at once, but only planned; and out to nowhere.
        make("Interface", "5", provided_by="Y", consumed_by="X", status="planned"),
        make("Interface", "6", provided_by="X"),
    )  # fmt: skip
    result = named("cycles").run(store, metamodel)
    found = {(r["kind"], r["size"], r["path"], r["across_offices"]) for r in result.as_json("de")["rows"]}
    assert found == {
        ("dependency", 4, "A! → braucht → B! → braucht → A!", True),
        ("dependency", 1, "SELF! → braucht → SELF!", False),
        ("flow", 3, "X! → liefert an → Y! → liefert an → FREE! → liefert an → X!", False),
    }
    assert result.summary == {"dependency": 2, "flow": 1, "across_offices": 1}
    self_ = next(r for r in result.as_json("en")["rows"] if r["size"] == 1)
    assert self_["reason"] == "«SELF!» names itself as needed."
