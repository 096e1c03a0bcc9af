"""What an import does to the graph, on the real one."""

from __future__ import annotations

import datetime as dt

from inventories import bring_in, counts, everything, facts, links, properties, table

from ea_cockpit.graph.store import GraphStore
from ea_cockpit.ingest.importer import Request, check_only, plan_for
from ea_cockpit.model.metamodel import Metamodel

OFFICES = [["ID", "Name", "Gehört zu"], ["OE-1", "Departement", ""], ["OE-2", "Amt für Muster", "OE-1"]]
APPS = [
    ["ID", "Name", "Status", "Produktiv seit", "Zuständiges Amt", "Genutzt von", "Mandant"],
    ["APP-1", "Erste", "Produktiv", "01.02.2020", "OE-2", "OE-1; OE-2", "7"],
    ["APP-2", "Zweite", "", "", "Amt für Muster", "", ""],
]
INVENTORY = {"Organisationseinheiten": OFFICES, "Applikationen": APPS}


def test_facts_links_and_values_arrive(store: GraphStore, metamodel: Metamodel) -> None:
    report = bring_in(store, metamodel, INVENTORY)
    assert report.written
    assert counts(report) == {"OrganisationUnit": (2, 0, 0, 0), "Application": (2, 0, 0, 0)}
    assert facts(store) == {
        ("OrganisationUnit", "OE-1"), ("OrganisationUnit", "OE-2"), ("Application", "APP-1"), ("Application", "APP-2")
    }  # fmt: skip
    assert links(store) == {
        ("OE-2", "BELONGS_TO", "OE-1"), ("APP-1", "OWNED_BY", "OE-2"), ("APP-1", "USED_BY", "OE-1"),
        ("APP-1", "USED_BY", "OE-2"), ("APP-2", "OWNED_BY", "OE-2"),
    }  # fmt: skip
    assert properties(store, "APP-1") == {
        "id": "APP-1", "name": "Erste", "status": "productive", "productive_since": dt.date(2020, 2, 1),
        "custom.Mandant": "7",
    }  # fmt: skip


def test_the_same_again_changes_nothing(store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, INVENTORY)
    before = everything(store)
    again = bring_in(store, metamodel, INVENTORY)
    assert counts(again) == {"OrganisationUnit": (0, 0, 2, 0), "Application": (0, 0, 2, 0)}
    assert (again.links_created, again.links_removed) == (0, 0)
    # Only the record of the second run has come.
    assert {item for item in before if "ImportRun" not in item and "Counter" not in item} <= everything(store)


def test_each_fact_tells_where_it_came_from(store: GraphStore, metamodel: Metamodel) -> None:
    came = table(INVENTORY, "amt.xlsx")
    report = bring_in(store, metamodel, came)
    rows = store.read(
        "MATCH (n:Application) MATCH (w:Workbook {key: n._workbook})<-[:READ_FROM]-(r:ImportRun {id: n._run})"
        " RETURN n.id AS id, n._sheet AS sheet, n._row AS row, w.name AS file, w.sha256 AS sha, r.id AS run ORDER BY id"
    )
    assert rows == [
        {
            "id": f"APP-{n}",
            "sheet": "Applikationen",
            "row": n + 1,
            "file": "amt.xlsx",
            "sha": came.sha256,
            "run": report.run,
        }
        for n in (1, 2)
    ]


def test_changed_and_emptied_cells_change_the_fact(store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, INVENTORY)
    changed = [APPS[0], ["APP-1", "Erste neu", "", "01.02.2020", "OE-1", "OE-2", "8"], APPS[2]]
    report = bring_in(store, metamodel, {"Applikationen": changed})
    assert counts(report) == {"Application": (0, 1, 1, 0)}
    assert (report.links_created, report.links_removed) == (1, 2)
    assert properties(store, "APP-1") == {
        "id": "APP-1", "name": "Erste neu", "productive_since": dt.date(2020, 2, 1), "custom.Mandant": "8"
    }  # fmt: skip
    assert {link for link in links(store) if link[0] == "APP-1"} == {
        ("APP-1", "OWNED_BY", "OE-1"), ("APP-1", "USED_BY", "OE-2")
    }  # fmt: skip


def test_a_column_that_is_not_there_leaves_its_field_alone(store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, INVENTORY)
    bring_in(store, metamodel, {"Applikationen": [["ID", "Version"], ["APP-1", "2.0"]]})
    assert properties(store, "APP-1")["status"] == "productive"
    assert properties(store, "APP-1")["version"] == "2.0"
    assert ("APP-1", "OWNED_BY", "OE-2") in links(store)


def test_an_open_reference_is_kept_and_settled_later(store: GraphStore, metamodel: Metamodel) -> None:
    report = bring_in(store, metamodel, {"Applikationen": APPS})
    assert [p.code for p in report.problems if p.severity.value != "hint"] == ["unknown-reference"] * 4
    assert links(store) == set()
    later = bring_in(store, metamodel, {"Organisationseinheiten": OFFICES})
    assert later.links_created == 5
    assert ("APP-2", "OWNED_BY", "OE-2") in links(store)
    assert store.read("MATCH (n:Fact) WHERE n._open_count > 0 RETURN n.id AS id ORDER BY id") == []


def test_errors_keep_everything_out(store: GraphStore, metamodel: Metamodel) -> None:
    broken = {"Applikationen": [["ID", "Status"], ["APP-1", "Produktiv"], ["APP-2", "läuft"], ["", "Produktiv"]]}
    report = bring_in(store, metamodel, broken)
    assert not report.written
    assert facts(store) == set()
    assert [p.code for p in report.problems] == ["unknown-word", "missing-id"]


def test_valid_rows_come_in_when_asked_for(store: GraphStore, metamodel: Metamodel) -> None:
    broken = {"Applikationen": [["ID", "Status"], ["APP-1", "Produktiv"], ["APP-2", "läuft"]]}
    report = bring_in(store, metamodel, broken, accept_valid=True)
    assert report.written
    assert counts(report) == {"Application": (1, 0, 0, 1)}
    assert facts(store) == {("Application", "APP-1")}


def test_a_dry_run_writes_nothing(store: GraphStore, metamodel: Metamodel) -> None:
    report = bring_in(store, metamodel, INVENTORY, dry_run=True)
    assert not report.written
    assert counts(report) == {"OrganisationUnit": (2, 0, 0, 0), "Application": (2, 0, 0, 0)}
    assert everything(store) == set()


def test_a_check_compares_with_the_graph(store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, {"Organisationseinheiten": OFFICES})
    tables = [table({"Applikationen": APPS})]
    report = check_only(Request(tables, plan_for(tables, metamodel)), metamodel, store)
    assert [p.code for p in report.problems] == ["custom-column"]
    assert facts(store, "Application") == set()


def test_ids_that_two_types_share_need_their_type(store: GraphStore, metamodel: Metamodel) -> None:
    sheets = {
        "Applikationen": [["ID"], ["X-1"], ["Y-1"]],
        "Datenbestände": [["ID"], ["X-1"]],
        "Schnittstellen": [
            ["ID", "Von", "Nach"],
            ["IF-1", "Datenbestand:X-1", "Applikation: X-1; Y-1"],
            ["IF-2", "X-1", ""],
        ],
    }
    report = bring_in(store, metamodel, sheets)
    assert [(p.code, str(p.place)) for p in report.problems] == [("ambiguous-reference", "Schnittstellen!B3")]
    assert {
        row["label"]
        for row in store.read(
            "MATCH (n)-[:PROVIDES]->(:Interface {id: 'IF-1'}) UNWIND labels(n) AS label RETURN label ORDER BY label"
        )
    } == {"DataStore", "Fact"}
    assert links(store, "CONSUMED_BY") == {("IF-1", "CONSUMED_BY", "X-1"), ("IF-1", "CONSUMED_BY", "Y-1")}


def test_two_workbooks_read_together_know_each_other(store: GraphStore, metamodel: Metamodel) -> None:
    report = bring_in(store, metamodel, {"Applikationen": APPS}, {"Organisationseinheiten": OFFICES})
    assert [p.code for p in report.problems] == ["custom-column"]
    assert len(links(store)) == 5


def test_every_row_is_accounted_for(store: GraphStore, metamodel: Metamodel) -> None:
    rows = [
        ["ID", "Status"],
        ["A-1", ""],
        ["A-2", "läuft"],
        ["", "Produktiv"],
        ["A-1", ""],
        ["A-1", "Geplant"],
        ["", ""],
    ]
    report = bring_in(store, metamodel, {"Applikationen": rows}, accept_valid=True)
    count = report.facts["Application"]
    assert (count.rows, count.created, count.rejected, count.repeated) == (5, 1, 3, 1)
    assert count.rows == count.created + count.updated + count.unchanged + count.rejected + count.repeated
