"""Duplicates on the real graph: pairs of one type, with reason, confidence, offices and what to do."""

from __future__ import annotations

from pathlib import Path

from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel


def test_what_means_the_same_is_told_with_reason_and_offices(
    store: GraphStore, metamodel: Metamodel, tmp_path: Path
) -> None:
    put(
        store, metamodel, tmp_path / "twice.xlsx",
        fact(metamodel, "OrganisationUnit", "OE-1", name="Amt für Umwelt", short_name="AFU"),
        fact(metamodel, "OrganisationUnit", "OE-2", name="Amt für Raumplanung"),
        fact(metamodel, "Application", "A", name="Baubewilligungen", owned_by="OE-1"),
        fact(metamodel, "Application", "B", name="Bau-Bewilligungen", owned_by="OE-2"),
        fact(metamodel, "Service", "S", name="Baubewilligungen"),
        fact(metamodel, "DataStore", "DB-1", name="Ablage"), fact(metamodel, "DataStore", "DB-2", name="Ablage"),
        fact(metamodel, "Supplier", "L-1", name="Exempla Verwaltungssoftware AG"),
        fact(metamodel, "Supplier", "L-2", name="Exempla Software"),
    )  # fmt: skip
    result = named("duplicates").run(store, metamodel)
    told = result.as_json("de")["rows"]
    assert [(row["label"], row["id"], row["other_id"], row["confidence"]) for row in told] == [
        ("Application", "A", "B", 0.98),
        ("Supplier", "L-1", "L-2", 0.85),
    ]
    assert told[0]["offices"] == ["Amt für Umwelt", "Amt für Raumplanung"]
    assert told[0]["evidence"] == "gleich bis auf Gross- und Kleinschreibung, Umlaute und Satzzeichen"
    assert told[0]["way_out"] == "Zusammenlegen: «Bau-Bewilligungen» wird ein weiterer Name von A."
    assert told[1]["way_out"].startswith("Beim Amt nachfragen")
    assert result.summary == {"pairs": 2, "sure": 1}
    assert len(named("duplicates").run(store, metamodel, only="Supplier").rows) == 1
