"""Reads of the catalogue on the real graph: what comes back is what went in."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path
from typing import Any

import pytest
from landscapes import fact, put

from ea_cockpit.graph import catalogue
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.declare import Fact
from ea_cockpit.model.metamodel import FactType, Metamodel
from ea_cockpit.model.picture import GraphPicture

APP = {
    "name": "Grundstücksteuer", "description": "Veranlagt; mit Zins im Amt", "aliases": ("GST", "Grundsteuer alt"),
    "kind": "specialist", "status": "productive", "run_cost": 12_345.6, "rto_hours": 8, "users": 120,
    "published": False,
    "end_of_life": dt.date(2030, 12, 31), "confirmed_on": dt.date(2026, 1, 31), "owned_by": "OE-1",
    "used_by": ("OE-1", "OE-2"), "custom": {"Mandant": "7", "Ärger?": "nein"},
}  # fmt: skip


@pytest.fixture
def office(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> GraphStore:
    """An office, its applications, an interface to a data store, and references nothing answers to."""

    def make(label: str, id_: str, **values: Any) -> Fact:
        return fact(metamodel, label, id_, **values)

    put(
        store, metamodel, tmp_path / "amt.xlsx",
        make("OrganisationUnit", "OE-1", name="Steueramt"), make("OrganisationUnit", "OE-2"),
        make("Application", "APP-1", **{**APP, "used_by": ("OE-1", "OE-2", "OE-99")}),
        make("Application", "APP-2", name=None, succeeded_by="APP-2", owned_by="OE-2"),
        make("Interface", "IF-1", provided_by="Application:APP-1",
             consumed_by="DataStore:DB-1; Application:APP-2; APP-77"),
        make("DataStore", "DB-1", held_by="APP-2"), make("Deviation", "AB-1", subject="Application:APP-1"),
    )  # fmt: skip
    return store


def test_facts_come_back_as_they_went_in(office: GraphStore, metamodel: Metamodel) -> None:
    kind = metamodel["Application"]
    assert catalogue.facts_of(office, kind, metamodel) == [
        fact(metamodel, "Application", "APP-1", **APP),
        fact(metamodel, "Application", "APP-2", name=None, succeeded_by="APP-2", owned_by="OE-2"),
    ]
    got = catalogue.facts_of(office, kind, metamodel)[0]
    for column in kind.columns:
        value = getattr(got, column.name)
        assert column.adapter.validate_python(value) == value
        assert column.choices is None or value is None or type(value) is column.choices
    assert type(got.rto_hours) is float  # type: ignore[attr-defined]


def test_links_with_several_target_types_name_the_type(office: GraphStore, metamodel: Metamodel) -> None:
    (got,) = catalogue.facts_of(office, metamodel["Interface"], metamodel)
    assert (got.provided_by, got.consumed_by) == (("Application:APP-1",), ("Application:APP-2", "DataStore:DB-1"))  # type: ignore[attr-defined]
    (deviation,) = catalogue.facts_of(office, metamodel["Deviation"], metamodel)
    assert deviation.subject == ("Application:APP-1",)  # type: ignore[attr-defined]


def test_open_references_come_along_when_asked_for(office: GraphStore, metamodel: Metamodel) -> None:
    app = catalogue.facts_of(office, metamodel["Application"], metamodel, with_open=True)[0]
    assert app.used_by == ("OE-1", "OE-2", "OE-99")  # type: ignore[attr-defined]
    (flow,) = catalogue.facts_of(office, metamodel["Interface"], metamodel, with_open=True)
    assert flow.consumed_by == ("Application:APP-2", "DataStore:DB-1", "APP-77")  # type: ignore[attr-defined]


def test_a_type_without_facts_gives_none(office: GraphStore, metamodel: Metamodel) -> None:
    assert catalogue.facts_of(office, metamodel["Review"], metamodel) == []
    assert catalogue.refs_of(office, metamodel["Review"]) == []


def test_a_page_tells_everything_of_one_fact(office: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    page = catalogue.fact_page(office, metamodel["Application"], "APP-1", metamodel)
    assert page is not None
    assert page.fact == fact(metamodel, "Application", "APP-1", **APP)
    assert partners(page.outgoing) == {
        ("Application", "owned_by", "OE-1"), ("Application", "used_by", "OE-1"), ("Application", "used_by", "OE-2")
    }  # fmt: skip
    assert partners(page.incoming) == {("Interface", "provided_by", "IF-1"), ("Deviation", "subject", "AB-1")}
    assert page.open == (("used_by", "OE-99"),)
    sha = hashlib.sha256((tmp_path / "amt.xlsx").read_bytes()).hexdigest()
    run = catalogue.runs(office)[0]
    assert (page.origin.run, page.origin.file, page.origin.sha256, page.origin.at) == (
        run.number,
        "amt.xlsx",
        sha,
        run.at,
    )
    assert (page.origin.sheet, page.origin.row) == ("Applikationen", 2)


def partners(links: catalogue.Partners) -> set[tuple[str, str, str]]:
    return {(link.source, link.name, ref.id) for link, refs in links for ref in refs}


def test_a_fact_that_points_to_itself_is_seen_from_both_sides(office: GraphStore, metamodel: Metamodel) -> None:
    page = catalogue.fact_page(office, metamodel["Application"], "APP-2", metamodel)
    assert page is not None
    assert partners(page.outgoing) == {("Application", "succeeded_by", "APP-2"), ("Application", "owned_by", "OE-2")}
    assert partners(page.incoming) == {
        ("Application", "succeeded_by", "APP-2"), ("Interface", "consumed_by", "IF-1"), ("DataStore", "held_by", "DB-1")
    }  # fmt: skip


def test_page_and_table_agree_for_every_fact(office: GraphStore, metamodel: Metamodel) -> None:
    seen = 0
    for kind in metamodel:
        for one in catalogue.facts_of(office, kind, metamodel):
            page = catalogue.fact_page(office, kind, one.id, metamodel)
            assert page is not None
            assert page.fact == one
            seen += 1
    assert seen == 7


def test_no_page_for_what_is_not_there(office: GraphStore, metamodel: Metamodel) -> None:
    assert catalogue.fact_page(office, metamodel["Application"], "OE-1", metamodel) is None


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("steuer", ["APP-1", "OE-1"]), ("GRUNDSTÜCK", ["APP-1"]), ("grundstuck", ["APP-1"]),
        ("zins veranlagt", ["APP-1"]), ("Steueramt zins", []), ("app-2", ["APP-2"]), ("APP-1", ["APP-1"]),
        ("gst", ["APP-1"]), ("stücksteuer", ["APP-1"]), ("mit zins im", ["APP-1"]), ("zins NOT", []), ("zins OR", []),
        ("", []), ("   ", []),
        ("+-!(){}[]^\"~*?:\\/", []), ('"steuer', ["APP-1", "OE-1"]), ("id:APP", []), ("steuer*", ["APP-1", "OE-1"]),
    ],
)  # fmt: skip
def test_search_finds_parts_of_words_and_takes_any_input(
    office: GraphStore, metamodel: Metamodel, text: str, ids: list[str]
) -> None:
    office.read("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
    assert sorted(ref.id for ref in catalogue.search(office, text, metamodel)) == ids


def test_search_names_what_is_called_exactly_so_first(office: GraphStore, metamodel: Metamodel) -> None:
    assert catalogue.search(office, "steueramt", metamodel)[0].id == "OE-1"
    assert len(catalogue.search(office, "steuer", metamodel, limit=1)) == 1


def test_pickers_counts_and_finding(office: GraphStore, metamodel: Metamodel) -> None:
    assert catalogue.refs_of(office, metamodel["Application"]) == [
        catalogue.FactRef("Application", "APP-2"), catalogue.FactRef("Application", "APP-1", "Grundstücksteuer")
    ]  # fmt: skip
    assert catalogue.counts(office) == {
        "Application": 2,
        "DataStore": 1,
        "Deviation": 1,
        "Interface": 1,
        "OrganisationUnit": 2,
    }
    assert catalogue.find(office, "APP-2", metamodel) == [catalogue.FactRef("Application", "APP-2")]
    assert catalogue.find(office, "Hosting:APP-2", metamodel) == []


def test_freshness_and_runs(office: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    put(
        office, metamodel, tmp_path / "zwei.xlsx", fact(metamodel, "Application", "APP-3", confirmed_on=dt.date.today())
    )
    runs = catalogue.runs(office)
    assert [tuple(name for name, _ in run.files) for run in runs] == [("zwei.xlsx",), ("amt.xlsx",)]
    assert runs[0].number > runs[1].number
    assert "Application" in str(runs[0].counts)
    app = next(fresh for fresh in catalogue.freshness(office) if fresh.label == "Application")
    assert (app.facts, app.never_confirmed, app.open, app.last_import) == (3, 1, 1, runs[0].at)
    assert app.confirmed >= 1
    assert catalogue.runs(office, limit=1) == runs[:1]


def around(store: GraphStore, metamodel: Metamodel, kind: FactType, id_: str, hops: int, **more: Any) -> GraphPicture:
    return catalogue.neighbourhood(store, kind, id_, hops, metamodel, **more)


def test_neighbours_hop_by_hop_with_what_is_open(office: GraphStore, metamodel: Metamodel) -> None:
    kind = metamodel["DataStore"]
    one = around(office, metamodel, kind, "DB-1", 1)
    assert {(edge.source, edge.target, edge.label) for edge in one.edges} == {
        ("Application:APP-2", "DataStore:DB-1", "hält"), ("Interface:IF-1", "DataStore:DB-1", "Nach"),
        ("Interface:IF-1", "Application:APP-2", "Nach"), ("Interface:IF-1", "?:APP-77", "Nach"),
        ("Application:APP-2", "Application:APP-2", "Nachfolge"),
    }  # fmt: skip
    assert {(node.id, node.dashed, node.group) for node in one.nodes} == {
        ("DataStore:DB-1", False, "unit:OE-2"), ("Application:APP-2", False, "unit:OE-2"),
        ("Interface:IF-1", False, "unit:OE-1"), ("?:APP-77", True, None),
    }  # fmt: skip
    assert {(group.id, group.label) for group in one.groups} == {("unit:OE-1", "Steueramt"), ("unit:OE-2", "OE-2!")}
    two = around(office, metamodel, kind, "DB-1", 2)
    assert {node.id for node in two.nodes if not node.dashed} == {
        "DataStore:DB-1", "Application:APP-2", "Interface:IF-1", "Application:APP-1", "OrganisationUnit:OE-2"
    }  # fmt: skip


def test_a_picture_has_its_limit_and_counts_the_rest(office: GraphStore, metamodel: Metamodel) -> None:
    cut = around(office, metamodel, metamodel["Application"], "APP-1", 1, limit=3)
    assert cut.nodes[0].id == "Application:APP-1"
    assert len([node for node in cut.nodes if not node.dashed]) == 3
    assert cut.left_out == 2
    assert around(office, metamodel, metamodel["Application"], "nobody", 1) == GraphPicture((), ())


def test_a_picture_by_layers_in_english(office: GraphStore, metamodel: Metamodel) -> None:
    picture = around(office, metamodel, metamodel["DataStore"], "DB-1", 1, lang="en", group_by="layer")
    assert {group.label for group in picture.groups} == {"Data", "Applications"}
    assert "holds" in {edge.label for edge in picture.edges}


def test_the_landscape_shows_flows_between_applications_and_stores(office: GraphStore, metamodel: Metamodel) -> None:
    picture = catalogue.landscape(office, metamodel)
    assert {node.id for node in picture.nodes} == {"Application:APP-1", "Application:APP-2", "DataStore:DB-1"}
    assert {(edge.source, edge.target, edge.label) for edge in picture.edges} == {
        ("Application:APP-1", "DataStore:DB-1", "IF-1!"), ("Application:APP-1", "Application:APP-2", "IF-1!")
    }  # fmt: skip
