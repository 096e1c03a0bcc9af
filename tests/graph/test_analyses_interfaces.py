"""Flows of an application and of an office, on the real graph."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.analyses.problems import UnknownFact
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel


@pytest.fixture
def flows(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> GraphStore:
    """An office with a sub-unit, a partner office, a platform, and flows in every direction."""

    def make(label: str, id_: str, **values: Any) -> Any:
        return fact(metamodel, label, id_, **values)

    put(
        store, metamodel, tmp_path / "flows.xlsx",
        make("OrganisationUnit", "OE-1"), make("OrganisationUnit", "OE-11", part_of="OE-1"),
        make("OrganisationUnit", "OE-2"),
        make("Application", "APP-1", owned_by="OE-1"), make("Application", "APP-2", owned_by="OE-11"),
        make("Application", "APP-3", owned_by="OE-2"), make("Application", "BUS"), make("DataObject", "DO-1"),
        make("DataObject", "DO-2"), make("DataStore", "DB-2", held_by="APP-2"),
        make("DataStore", "DB-3", held_by="APP-3"),
        make("Interface", "IF-1", provided_by="Application:APP-1", consumed_by="Application:APP-2; DataStore:DB-3",
             mode="api", protocol="HTTPS", format="JSON", frequency="daily", encrypted=True, carries="DO-2; DO-1",
             runs_over="BUS", status="productive"),
        make("Interface", "IF-2", provided_by="Application:APP-3", consumed_by="DataStore:DB-2",
             mode="file", encrypted=False),
        make("Interface", "IF-3", consumed_by="Application:APP-1"),
        make("Interface", "IF-4", provided_by="Application:APP-2"),
        make("Interface", "IF-5", provided_by="Application:APP-3", consumed_by="Application:APP-3"),
    )  # fmt: skip
    return store


def lines(store: GraphStore, metamodel: Metamodel, id_: str) -> set[tuple[Any, ...]]:
    rows = named("interfaces").run(store, metamodel, fact=id_).as_json()["rows"]
    found = [(row["direction"], row["interface"], row["provider"], row["consumer"], row["partner_id"]) for row in rows]
    assert len(set(found)) == len(found)
    return set(found)


def test_flows_of_an_application(flows: GraphStore, metamodel: Metamodel) -> None:
    assert lines(flows, metamodel, "APP-1") == {
        ("out", "IF-1", "APP-1!", "APP-2!", "APP-2"), ("out", "IF-1", "APP-1!", "DB-3!", "DB-3"),
        ("in", "IF-3", None, "APP-1!", None),
    }  # fmt: skip


def test_a_data_store_speaks_for_the_application_that_holds_it(flows: GraphStore, metamodel: Metamodel) -> None:
    assert lines(flows, metamodel, "APP-2") == {
        ("in", "IF-1", "APP-1!", "APP-2!", "APP-1"), ("in", "IF-2", "APP-3!", "DB-2!", "APP-3"),
        ("out", "IF-4", "APP-2!", None, None),
    }  # fmt: skip


def test_an_office_comes_with_the_units_below_it(flows: GraphStore, metamodel: Metamodel) -> None:
    assert lines(flows, metamodel, "OE-1") == {
        ("internal", "IF-1", "APP-1!", "APP-2!", "APP-2"), ("out", "IF-1", "APP-1!", "DB-3!", "DB-3"),
        ("in", "IF-2", "APP-3!", "DB-2!", "APP-3"), ("in", "IF-3", None, "APP-1!", None),
        ("out", "IF-4", "APP-2!", None, None),
    }  # fmt: skip
    assert lines(flows, metamodel, "OE-2") == {
        ("in", "IF-1", "APP-1!", "DB-3!", "APP-1"), ("out", "IF-2", "APP-3!", "DB-2!", "DB-2"),
        ("internal", "IF-5", "APP-3!", "APP-3!", "APP-3"),
    }  # fmt: skip
    assert lines(flows, metamodel, "OE-11") == lines(flows, metamodel, "APP-2")


def test_a_platform_sees_what_runs_over_it(flows: GraphStore, metamodel: Metamodel) -> None:
    assert lines(flows, metamodel, "BUS") == {
        ("transit", "IF-1", "APP-1!", "APP-2!", None), ("transit", "IF-1", "APP-1!", "DB-3!", None)
    }  # fmt: skip


def test_a_line_tells_all_about_the_flow(flows: GraphStore, metamodel: Metamodel) -> None:
    result = named("interfaces").run(flows, metamodel, fact="OE-1")
    whole = result.as_json()
    assert next(row for row in whole["rows"] if row["direction"] == "internal") == {
        "direction": "internal", "interface": "IF-1", "name": "IF-1!", "provider": "APP-1!", "consumer": "APP-2!",
        "partner": "APP-2!", "partner_label": "Application", "partner_id": "APP-2", "mode": "api", "protocol": "HTTPS",
        "format": "JSON", "frequency": "daily", "data_objects": ["DO-1!", "DO-2!"], "encrypted": True,
        "platforms": ["BUS!"], "status": "productive",
    }  # fmt: skip
    assert whole["summary"] == {
        "flows": 5, "interfaces": 4, "partners": 3, "by_direction": {"in": 2, "internal": 1, "out": 2},
        "by_mode": {"api": 2, "file": 1}, "not_encrypted": 1,
    }  # fmt: skip
    cells = next(row.cells("de") for row in result.rows if row.cells("en")["direction"] == "internal")
    assert (cells["direction"], cells["frequency"], cells["data_objects"]) == ("intern", "Täglich", "DO-1!; DO-2!")


def test_no_flows_is_an_answer_and_a_wrong_type_is_not(flows: GraphStore, metamodel: Metamodel) -> None:
    with flows.writing() as tx:
        tx.write("CREATE (:Fact:Application {id: 'ALONE'})")
    assert lines(flows, metamodel, "ALONE") == set()
    with pytest.raises(UnknownFact):
        lines(flows, metamodel, "IF-1")
