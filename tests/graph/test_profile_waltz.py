"""The tables of Waltz on the real graph: what the files hold, counted here with the csv module, is there."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from inventories import counts, facts, links, properties

from ea_cockpit.export.xlsx import write_catalogue
from ea_cockpit.graph.address import GraphAddress
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.ingest.importer import Request, run_import
from ea_cockpit.ingest.layout import recognise
from ea_cockpit.ingest.report import Report
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.reader import read_table

WALTZ = sorted((Path(__file__).parents[2] / "import_samples" / "waltz").glob("*.csv"))
Rows = list[dict[str, str]]
CHANGED = {"last_updated_at", "last_updated_by"}
CREATED = {"created_at", "created_by"}
# What no fact is made of, and told so: who wrote a row and when, keys and colours of relations.
UNREAD = {
    "application": {"created_at", "updated_at"},
    "data_type": {"last_updated_at"},
    "database_usage": CHANGED | {"id", "environment", "provenance"},
    "logical_flow": CHANGED | CREATED | {"is_readonly"},
    "logical_flow_decorator": CHANGED | {"rating", "provenance", "id", "is_readonly", "flow_classification_rule_id"},
    "measurable": CHANGED,
    "measurable_rating": CHANGED | {"rating", "provenance", "is_readonly"},
    "organisational_unit": CHANGED | CREATED,
    "physical_flow": CHANGED | CREATED | {"is_readonly"},
    "server_usage": CHANGED | {"environment", "provenance", "id"},
}


@dataclass(frozen=True)
class Imported:
    """The graph after two imports of the same files, their reports, and the files as read here."""

    store: GraphStore
    first: Report
    again: Report
    rows: dict[str, Rows]


@pytest.fixture(scope="module")
def waltz(server: GraphAddress, metamodel: Metamodel) -> Iterator[Imported]:
    # Imported once for all tests of this file: none of them changes it.
    with GraphStore(server) as store:
        store.apply_schema(metamodel)
        with store.writing() as tx:
            tx.write("MATCH (n) DETACH DELETE n")
        yield Imported(store, bring(store, metamodel), bring(store, metamodel), tables_of_waltz())


def bring(store: GraphStore, metamodel: Metamodel) -> Report:
    tables = [read_table(path) for path in WALTZ]
    plan, used = recognise(tables, metamodel)
    assert used == "waltz"
    return run_import(Request(tables, plan, profile=used), metamodel, store)


def tables_of_waltz() -> dict[str, Rows]:
    found = {}
    for path in WALTZ:
        with path.open(encoding="utf-8", newline="") as text:
            found[path.stem] = list(csv.DictReader(text))
    return found


def numbers(store: GraphStore) -> dict[str, int]:
    rows = store.read(
        "MATCH (n:Fact) UNWIND labels(n) AS l WITH l WHERE l <> 'Fact' RETURN l, count(*) AS n ORDER BY l"
    )
    return {row["l"]: row["n"] for row in rows}


def test_waltz_counts(waltz: Imported) -> None:
    store, report, rows = waltz.store, waltz.first, waltz.rows
    assert report.written
    assert {p.code for p in report.problems} == {"unread-columns"}
    assert len(report.problems) == len(UNREAD)
    names = {name: list(table[0]) for name, table in rows.items() if table}
    assert {p.place.sheet: {names[p.place.sheet][i] for i in p.values["places"]} for p in report.problems} == UNREAD
    # Each row of the largest table fills all five of its own.
    assert [p.values["count"] for p in report.problems if p.place.sheet == "server_usage"] == [
        5 * len(rows["server_usage"])
    ]
    kinds = {row["id"]: row["external_id"] for row in rows["measurable_category"]}
    living = [
        kinds[r["measurable_category_id"]] for r in rows["measurable"] if r["entity_lifecycle_status"] != "REMOVED"
    ]
    systems = {(r["operating_system"], r["operating_system_version"]) for r in rows["server_information"]}
    databases = {(r["dbms_name"], r["dbms_version"]) for r in rows["database_information"]}
    assert numbers(store) == {
        "Application": len(rows["application"]),
        "Interface": len(rows["logical_flow"]) + len(rows["physical_flow"]),
        "Hosting": len(rows["server_information"]),
        "DataStore": len(rows["database_information"]),
        "DataObject": len(rows["data_type"]),
        "OrganisationUnit": len(rows["organisational_unit"]),
        "Initiative": len(rows["change_initiative"]),
        "BusinessProcess": living.count("PROCESS"),
        "BusinessCapability": living.count("CAPABILITY"),
        "Service": living.count("PRODUCT") + living.count("SERVICE"),
        "Standard": living.count("REGULATION"),
        "Technology": len(systems | databases),
        "Supplier": len({r["dbms_vendor"] for r in rows["database_information"]}),
    }
    # The figures counted independently.
    assert {name: len(rows[name]) for name in ("application", "logical_flow", "physical_flow")} == {
        "application": 101, "logical_flow": 443, "physical_flow": 612
    }  # fmt: skip
    assert (len(rows["server_information"]), len(rows["database_information"])) == (9999, 692)
    assert (len(facts(store, "Interface")), len(rows["server_usage"])) == (1055, 19777)
    ends = store.read("MATCH (n:Hosting) WHERE n.`custom.os_end_of_life_date` IS NOT NULL RETURN count(n) AS n")
    assert ends == [{"n": 3999}]


def test_waltz_relations(waltz: Imported) -> None:
    store, rows = waltz.store, waltz.rows
    hosted = {(f"W-APP-{r['entity_id']}", "HOSTED_ON", f"W-SRV-{r['server_id']}") for r in rows["server_usage"]}
    assert len(hosted) == 19777
    assert links(store, "HOSTED_ON") == hosted
    assert links(store, "HOLDS") == {
        (f"W-APP-{r['entity_id']}", "HOLDS", f"W-DB-{r['database_id']}") for r in rows["database_usage"]
    }
    assert links(store, "CARRIES") == {
        (f"LF-{r['logical_flow_id']}", "CARRIES", f"W-DT-{r['decorator_entity_id']}")
        for r in rows["logical_flow_decorator"]
    }
    logical = {r["id"]: r for r in rows["logical_flow"]}
    flows = {f"LF-{id_}": r for id_, r in logical.items()}
    flows |= {f"PF-{r['id']}": logical[r["logical_flow_id"]] for r in rows["physical_flow"]}
    assert links(store, "PROVIDES") == {(f"W-APP-{r['source_entity_id']}", "PROVIDES", i) for i, r in flows.items()}
    assert links(store, "CONSUMED_BY") == {
        (i, "CONSUMED_BY", f"W-APP-{r['target_entity_id']}") for i, r in flows.items()
    }
    assert links(store, "BELONGS_TO") == {
        (f"W-OE-{r['id']}", "BELONGS_TO", f"W-OE-{r['parent_id']}")
        for r in rows["organisational_unit"]
        if r["parent_id"]
    }


def test_waltz_ratings_and_details(waltz: Imported) -> None:
    store, report, rows = waltz.store, waltz.first, waltz.rows
    kinds = {row["id"]: row["external_id"] for row in rows["measurable_category"]}
    kind = {row["id"]: kinds[row["measurable_category_id"]] for row in rows["measurable"]}
    rated: dict[str, set[tuple[str, str]]] = {}
    for row in rows["measurable_rating"]:
        rated.setdefault(kind[row["measurable_id"]], set()).add((row["measurable_id"], row["entity_id"]))
    assert links(store, "USES") == {(f"W-PR-{m}", "USES", f"W-APP-{a}") for m, a in rated["PROCESS"]}
    assert links(store, "SUPPORTS") == {(f"W-APP-{a}", "SUPPORTS", f"W-GF-{m}") for m, a in rated["CAPABILITY"]}
    assert links(store, "REALISED_BY") == {(f"W-L-{m}", "REALISED_BY", f"W-APP-{a}") for m, a in rated["PRODUCT"]}
    # What is left out is said, with its number.
    left_out = {(i.sheet, i.why.en): i.rows for i in report.ignored}
    assert left_out["measurable_rating", "the metamodel does not link standards with applications"] == len(
        rated["REGULATION"]
    )
    assert left_out["measurable", "deleted in Waltz (REMOVED)"] == 2
    assert left_out["measurable", "invented words Waltz uses to test its own load"] == 8560
    assert {i.sheet for i in report.ignored} == {
        "cost", "cost_kind", "measurable", "measurable_category", "measurable_rating", "physical_specification"
    }  # fmt: skip
    flow_6 = properties(store, "PF-6")
    assert {key: flow_6[key] for key in ("name", "format", "mode", "protocol", "custom.logical_flow_id")} == {
        "name": "finance-exchange-1.xls", "format": "XML", "mode": "file", "protocol": "FILE_TRANSPORT",
        "custom.logical_flow_id": "36",
    }  # fmt: skip
    assert properties(store, "LF-2")["name"] == " → ".join(
        next(a["name"] for a in rows["application"] if a["id"] == id_) for id_ in ("8", "54")
    )


def test_a_second_import_changes_nothing(waltz: Imported) -> None:
    assert {label: c[:2] for label, c in counts(waltz.again).items()} == dict.fromkeys(counts(waltz.first), (0, 0))
    assert (waltz.again.links_created, waltz.again.links_removed) == (0, 0)


def test_every_row_is_accounted_for(waltz: Imported) -> None:
    for label, count in waltz.first.facts.items():
        assert count.rows == count.created + count.rejected + count.repeated, label


def test_what_goes_out_comes_back_unchanged(waltz: Imported, metamodel: Metamodel, tmp_path: Path) -> None:
    out = tmp_path / "katalog.xlsx"
    write_catalogue(waltz.store, metamodel, out)
    tables = [read_table(out)]
    again = run_import(Request(tables, recognise(tables, metamodel)[0]), metamodel, waltz.store)
    assert {(c.created, c.updated, c.rejected) for c in again.facts.values()} == {(0, 0, 0)}
    assert (again.links_created, again.links_removed) == (0, 0)
    assert {p.code for p in again.problems} == {"custom-column"}
