"""Obsolescence on the real graph: the worst component through all layers, and what is not known."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.analyses.analysis import Result
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel

OLD, SOON, NEW = dt.date(2020, 1, 1), dt.date(2027, 1, 31), dt.date(2035, 1, 1)


@pytest.fixture
def layers(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> GraphStore:
    """Applications of two offices with what is old at different depths below them."""

    def make(label: str, id_: str, **values: Any) -> Any:
        return fact(metamodel, label, id_, **values)

    put(
        store, metamodel, tmp_path / "layers.xlsx",
        make("Technology", "OLD", end_of_life=OLD), make("Technology", "OLDER", end_of_life=OLD.replace(year=2019)),
        make("Technology", "SOON", end_of_life=SOON), make("Technology", "NEW", end_of_life=NEW),
        make("Technology", "ODD", name="Baukasten Muster 3"),
        # Two environments that stand in each other: walked once.
        make("Hosting", "H-1", part_of="H-2"), make("Hosting", "H-2", part_of="H-3", built_with="NEW"),
        make("Hosting", "H-3", part_of="H-1", built_with="OLD"), make("Hosting", "H-NEW", built_with="NEW"),
        make("Hosting", "H-SAAS", kind="saas"),
        make("DataStore", "D-OLD", held_by="STORE; FINE", built_with="NEW"),
        make("DataStore", "D-1", held_by="STORE", hosted_on="H-NEW", built_with="OLDER"),
        make("DataStore", "D-2", held_by="DATABASE", hosted_on="H-NEW", kind="database"),
        make("DataStore", "D-3", held_by="FINE", hosted_on="H-NEW", kind="files"),
        make("Application", "DIRECT", built_with="OLD; NEW; ODD", hosted_on="H-NEW", owned_by="OE-1", name="Direkt",
             end_of_life=dt.date(2027, 12, 31), succeeded_by="FINE"),
        make("Application", "HOST", built_with="NEW", hosted_on="H-1", owned_by="OE-11"),
        make("Application", "STORE", built_with="SOON", hosted_on="H-NEW", owned_by="OE-2"),
        make("Application", "ENDING", built_with="SOON; ODD", hosted_on="H-NEW"),
        make("Application", "FINE", built_with="NEW", hosted_on="H-NEW"),
        make("Application", "SAAS", built_with="NEW", hosted_on="H-SAAS"),
        make("Application", "ODD-ONE", built_with="NEW; ODD", hosted_on="H-NEW"),
        make("Application", "DATABASE", built_with="NEW", hosted_on="H-NEW"),
        make("Application", "BARE"),
        make("Application", "GONE", built_with="OLD", status="retired"),
        make("Application", "PLANNED", built_with="OLD", status="planned"),
        make("OrganisationUnit", "OE-1"), make("OrganisationUnit", "OE-11", part_of="OE-1"),
        make("OrganisationUnit", "OE-2"),
    )  # fmt: skip
    return store


def run(store: GraphStore, metamodel: Metamodel, **params: Any) -> Result:
    return named("obsolescence").run(store, metamodel, **{"day": "2026-06-30", **params})


def by_id(result: Result) -> dict[str, Any]:
    return {row["id"]: row for row in result.as_json("de")["rows"]}


def test_the_worst_component_counts_however_deep_it_lies(layers: GraphStore, metamodel: Metamodel) -> None:
    rows = by_id(run(layers, metamodel))
    told = {key: (row["status"], row["component"], row["path"], row["ends"]) for key, row in rows.items()}
    assert told == {
        "DIRECT": ("out_of_support", "OLD!", "direkt", "2020-01-01"),
        "HOST": ("out_of_support", "OLD!", "H-1! → H-2! → H-3!", "2020-01-01"),
        "STORE": ("out_of_support", "OLDER!", "D-1!", "2019-01-01"),
        "ENDING": ("ending", "SOON!", "direkt", "2027-01-31"),
        "FINE": ("fine", "NEW!", "direkt", "2035-01-01"),
        "SAAS": ("unknown", None, None, None),
        "ODD-ONE": ("unknown", None, None, None),
        "DATABASE": ("unknown", None, None, None),
        "BARE": ("unknown", None, None, None),
    }


def test_what_is_not_known_is_named(layers: GraphStore, metamodel: Metamodel) -> None:
    rows = by_id(run(layers, metamodel))
    assert {key: row["unclear"] for key, row in rows.items() if row["unclear"]} == {
        "DIRECT": "Baukasten Muster 3: Nicht erkannt",
        "ENDING": "Baukasten Muster 3: Nicht erkannt",
        "ODD-ONE": "Baukasten Muster 3: Nicht erkannt",
        "SAAS": "Betriebsumgebung ohne Technologie: H-SAAS!",
        "DATABASE": "Datenbank ohne Technologie: D-2!",
        "BARE": "keine eigene Technologie erfasst; keine Betriebsumgebung erfasst",
    }
    assert rows["DIRECT"]["replaced"] == "endet 31.12.2027, Nachfolge FINE!"
    assert rows["DIRECT"]["reason"] == "Lebensende seit 6 Jahren: 01.01.2020 (Katalog)"


def test_the_worst_come_first_and_figures_sum_up(layers: GraphStore, metamodel: Metamodel) -> None:
    result = run(layers, metamodel)
    assert [row["id"] for row in result.as_json("de")["rows"]][:4] == ["STORE", "DIRECT", "HOST", "ENDING"]
    assert result.summary == {"applications": 9, "out_of_support": 3, "ending": 1, "unknown": 4, "fine": 1}


def test_a_later_day_and_an_office(layers: GraphStore, metamodel: Metamodel) -> None:
    later = by_id(run(layers, metamodel, day="2027-02-01"))
    assert (later["ENDING"]["status"], later["FINE"]["status"]) == ("out_of_support", "fine")
    assert by_id(run(layers, metamodel, day="2034-06-01"))["FINE"]["status"] == "ending"
    # With all that belongs to the office.
    assert set(by_id(run(layers, metamodel, office="OE-1"))) == {"DIRECT", "HOST"}
    assert set(by_id(run(layers, metamodel, office="OE-2"))) == {"STORE"}
