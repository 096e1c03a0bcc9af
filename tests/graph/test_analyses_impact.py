"""Impact on the real graph: who suffers, how far away, along which path."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.analyses.analysis import Result
from ea_cockpit.analyses.impact import Hit
from ea_cockpit.analyses.problems import AmbiguousFact, BadValue, MissingParameter, UnknownFact, UnknownParameter
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.i18n import LANGS
from ea_cockpit.model.metamodel import Metamodel


@pytest.fixture
def layers(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> GraphStore:
    """One chain through all layers, from the supplier of a data centre to the office that uses an application."""

    def make(label: str, id_: str, **values: Any) -> Any:
        return fact(metamodel, label, id_, **values)

    put(
        store, metamodel, tmp_path / "layers.xlsx",
        make("Supplier", "LF-1"), make("Technology", "TEC-1", supplied_by="LF-1"),
        make("Hosting", "BU-1", built_with="TEC-1", operated_by="OE-IT"), make("Hosting", "BU-2", part_of="BU-1"),
        make("DataStore", "DB-1", hosted_on="BU-2", held_by="APP-1", contains="DO-1"), make("DataObject", "DO-1"),
        make("Application", "APP-1", owned_by="OE-1"),
        make("Interface", "IF-1", provided_by="APP-1", consumed_by="APP-2", runs_over="APP-9"),
        make("Application", "APP-2", owned_by="OE-1", used_by="OE-2", supports="GF-11"), make("Application", "APP-9"),
        make("BusinessProcess", "PR-1", uses="APP-2", realises="GF-12", reads="DO-1"),
        make("Service", "L-1", realised_by="PR-1", offered_by="OE-2"),
        make("BusinessCapability", "GF-1"), make("BusinessCapability", "GF-11", part_of="GF-1"),
        make("BusinessCapability", "GF-12", part_of="GF-1"),
        make("OrganisationUnit", "OE-0"), make("OrganisationUnit", "OE-1", part_of="OE-0"),
        make("OrganisationUnit", "OE-2", part_of="OE-0"), make("OrganisationUnit", "OE-IT"),
    )  # fmt: skip
    return store


def run(store: GraphStore, metamodel: Metamodel, **params: Any) -> Result:
    return named("impact").run(store, metamodel, **params)


def reached(result: Result) -> set[tuple[str, int]]:
    rows = [row for row in result.rows if isinstance(row, Hit)]
    assert len({(row.label, row.id) for row in rows}) == len(rows)
    return {(row.id, row.distance) for row in rows}


def test_a_failing_host_is_felt_through_all_layers(layers: GraphStore, metamodel: Metamodel) -> None:
    result = run(layers, metamodel, fact="BU-1", hops=12)
    assert reached(result) == {
        ("BU-2", 1), ("DB-1", 2), ("APP-1", 3), ("DO-1", 3), ("IF-1", 4), ("OE-1", 4), ("PR-1", 4),
        ("APP-2", 5), ("L-1", 5), ("GF-12", 5), ("OE-2", 6), ("GF-11", 6), ("GF-1", 6),
    }  # fmt: skip
    assert result.summary == {
        "facts": 13,
        "by_label": {
            "Application": 2, "BusinessCapability": 3, "BusinessProcess": 1, "DataObject": 1, "DataStore": 1,
            "Hosting": 1, "Interface": 1, "OrganisationUnit": 2, "Service": 1,
        },
        "max_distance": 6,
        "offices": 2,
    }  # fmt: skip


def test_the_supplier_is_the_first_in_the_chain(layers: GraphStore, metamodel: Metamodel) -> None:
    assert reached(run(layers, metamodel, fact="LF-1", hops=4)) == {
        ("TEC-1", 1), ("BU-1", 2), ("BU-2", 3), ("DB-1", 4)
    }  # fmt: skip


def test_nothing_goes_against_the_declared_direction(layers: GraphStore, metamodel: Metamodel) -> None:
    assert reached(run(layers, metamodel, fact="GF-11")) == {("GF-1", 1)}
    assert reached(run(layers, metamodel, fact="OE-1")) == set()
    assert reached(run(layers, metamodel, fact="APP-2", hops=1)) == {
        ("OE-1", 1),
        ("OE-2", 1),
        ("GF-11", 1),
        ("PR-1", 1),
    }


def test_hops_bound_the_distance(layers: GraphStore, metamodel: Metamodel) -> None:
    assert reached(run(layers, metamodel, fact="BU-1", hops="1")) == {("BU-2", 1)}
    default = run(layers, metamodel, fact="LF-1")
    assert default.params["hops"] == 6
    assert default.summary["max_distance"] == 6


def test_the_path_is_told_in_words(layers: GraphStore, metamodel: Metamodel) -> None:
    result = run(layers, metamodel, fact="Hosting:BU-2", hops=3, only="Application").as_json("de")
    assert result == {
        "analysis": "impact",
        "params": {"fact": "Hosting:BU-2", "hops": 3, "only": "Application"},
        "columns": ["label", "id", "name", "distance", "path", "owner"],
        "rows": [
            {
                "label": "Application", "id": "APP-1", "name": "APP-1!", "distance": 2,
                "path": "BU-2! → trägt → DB-1! → Gehalten von → APP-1!", "owner": "OE-1!",
            }
        ],
        "summary": {"facts": 1, "by_label": {"Application": 1}, "max_distance": 2, "offices": 1},
    }  # fmt: skip
    english = run(layers, metamodel, fact="BU-2", hops=2, only="Application").as_json("en")["rows"][0]["path"]
    assert english == "BU-2! → carries → DB-1! → Held by → APP-1!"


def test_a_unit_suffers_but_its_own_data_centre_does_not(layers: GraphStore, metamodel: Metamodel) -> None:
    with layers.writing() as tx:
        tx.write("MATCH (a:Application {id: 'APP-9'}), (o:OrganisationUnit {id: 'OE-IT'}) CREATE (a)-[:OWNED_BY]->(o)")
    hit = reached(run(layers, metamodel, fact="APP-9", hops=12))
    assert ("OE-IT", 1) in hit
    assert not {id_ for id_, _ in hit} & {"BU-1", "BU-2", "DB-1"}
    # When the unit itself fails, what it operates does too.
    assert ("BU-1", 1) in reached(run(layers, metamodel, fact="OE-IT"))


def test_cycles_and_several_paths_give_each_fact_once_by_the_shortest(
    store: GraphStore, metamodel: Metamodel, tmp_path: Path
) -> None:
    def app(id_: str, depends_on: str = "") -> Any:
        return fact(metamodel, "Application", id_, depends_on=depends_on)

    # A ring A-B-C-D, two equally short ways from A to E (by B and by D), a longer one, and one that needs itself.
    put(store, metamodel, tmp_path / "ring.xlsx", app("A", "D"), app("B", "A"), app("C", "B"), app("D", "C;A"),
        app("E", "B;D;C"), app("F", "F;E"))  # fmt: skip
    result = run(store, metamodel, fact="A", hops=12)
    assert reached(result) == {("B", 1), ("D", 1), ("C", 2), ("E", 2), ("F", 3)}
    paths = {row["id"]: row["path"] for row in result.as_json("en")["rows"]}
    assert paths["E"] == "A! → is needed by → B! → is needed by → E!"
    assert reached(run(store, metamodel, fact="F", hops=12)) == set()


def test_a_reference_that_is_open_leads_nowhere(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    put(store, metamodel, tmp_path / "open.xlsx", fact(metamodel, "Application", "APP-1", depends_on="APP-7; APP-2"),
        fact(metamodel, "Application", "APP-2"))  # fmt: skip
    assert reached(run(store, metamodel, fact="APP-2")) == {("APP-1", 1)}
    with pytest.raises(UnknownFact) as trouble:
        run(store, metamodel, fact="APP-7")
    assert "APP-7" in trouble.value.message("de")


def test_it_answers_inside_a_transaction_that_is_rolled_back(layers: GraphStore, metamodel: Metamodel) -> None:
    with suppress(ZeroDivisionError), layers.writing() as tx:
        tx.write("MATCH (:Application {id: 'APP-1'})-[r:HOLDS]->() DELETE r")
        inside = named("impact").run(tx, metamodel, fact="BU-2", hops=2)
        assert reached(inside) == {("DB-1", 1), ("DO-1", 2)}
        raise ZeroDivisionError
    assert ("APP-1", 2) in reached(run(layers, metamodel, fact="BU-2", hops=2))


def test_a_wrong_parameter_is_named_with_the_way_out(layers: GraphStore, metamodel: Metamodel) -> None:
    for error, params in (
        (MissingParameter, {}),
        (MissingParameter, {"fact": ""}),
        (UnknownParameter, {"fact": "BU-1", "depth": 3}),
        (BadValue, {"fact": "BU-1", "hops": 13}),
        (BadValue, {"fact": "BU-1", "hops": 0}),
        (BadValue, {"fact": "BU-1", "hops": "viele"}),
        (BadValue, {"fact": "BU-1", "only": "Auto"}),
        (UnknownFact, {"fact": "Application:BU-1"}),
    ):
        with pytest.raises(error) as trouble:
            run(layers, metamodel, **params)
        assert trouble.value.exit_status == 2
        assert all("{" not in trouble.value.message(lang) for lang in LANGS)


def test_an_id_of_two_types_must_be_told_apart(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    put(store, metamodel, tmp_path / "two.xlsx", fact(metamodel, "Application", "X", owned_by="OE-1"),
        fact(metamodel, "Hosting", "X"), fact(metamodel, "OrganisationUnit", "OE-1"))  # fmt: skip
    with pytest.raises(AmbiguousFact, match="Application:X, Hosting:X"):
        run(store, metamodel, fact="X")
    assert reached(run(store, metamodel, fact="Application:X")) == {("OE-1", 1)}
    assert reached(run(store, metamodel, fact="Hosting:X")) == set()
