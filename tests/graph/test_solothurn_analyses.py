"""Solothurn's data flows: what the analyses of structure say equals a count by hand in the workbook itself.

The count reads the raw sheets with openpyxl and knows nothing of the product. The literal numbers were counted
apart, in the sheets saved as text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import wipe
from openpyxl import load_workbook

from ea_cockpit.analyses import named
from ea_cockpit.graph.local_server import GraphAddress
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.ingest.importer import Request, run_import
from ea_cockpit.ingest.layout import recognise
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.reader import read_table

BOOK = Path(__file__).parents[2] / "import_samples" / "solothurn_datenfluesse.xlsx"


def sheet(name: str) -> list[dict[str, str]]:
    head, *lines = load_workbook(BOOK, read_only=True)[name].iter_rows(values_only=True)
    return [{str(title): str(cell or "") for title, cell in zip(head, line, strict=False)} for line in lines]


JOBS, FLOWS, STORES = sheet("Jobs"), sheet("Schnittstellen"), sheet("Datenspeicher")
OFFICE = {f"{row['Datenbank']}.{row['Schema']}": row["Amt (Kürzel)"] for row in STORES}
NEEDED = {
    (row["Job"], before.strip()) for row in JOBS for before in row["Vorgänger-Job"].split(",") if before.strip()
}  # fmt: skip
KNOWN = {row["Job"] for row in JOBS}
ENDS = [(f"{r['Quelle DB']}.{r['Quelle Schema']}", f"{r['Ziel DB']}.{r['Ziel Schema']}") for r in FLOWS]
OVER = [(">".join(ends), job.strip()) for ends, row in zip(ENDS, FLOWS, strict=True) for job in row["Jobs"].split(",")]


@pytest.fixture(scope="module")
def solothurn(server: GraphAddress, metamodel: Metamodel) -> Iterator[GraphStore]:
    with GraphStore(server) as store:
        store.apply_schema(metamodel)
        wipe(store)
        tables = [read_table(BOOK)]
        plan, used = recognise(tables, metamodel)
        assert run_import(Request(tables, plan, profile=used), metamodel, store).written
        yield store


def run(store: GraphStore, metamodel: Metamodel, name: str, **params: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = named(name).run(store, metamodel, **params).as_json("de")["rows"]
    return rows


def test_cross_office_flows(solothurn: GraphStore, metamodel: Metamodel) -> None:
    counted = Counter(
        (OFFICE[a], OFFICE[b]) for a, b in ENDS if OFFICE[a] and OFFICE[b] and OFFICE[a] != OFFICE[b]
    )  # fmt: skip
    found = {(r["source_id"], r["target_id"]): r["interfaces"] for r in run(solothurn, metamodel, "cross_office_flows")}
    assert found == counted
    assert (len(found), sum(found.values())) == (14, 45)
    assert (found["agi", "arp"], found["agi", "afu"], found["agi", "awjf"], found["arp", "afu"]) == (12, 8, 7, 2)


def test_hubs(solothurn: GraphStore, metamodel: Metamodel) -> None:
    links: Counter[str] = Counter()
    for a, b in ENDS:
        links.update({a, b})
    links.update(job for _, job in OVER)
    for job, before in NEEDED:
        if before in KNOWN:
            links.update([job, before])
    last = sorted(links.values(), reverse=True)[19]
    found = {(row["id"], row["connections"]) for row in run(solothurn, metamodel, "hubs")}
    assert found == {(key, count) for key, count in links.items() if count >= last}
    assert {("Edit.agi_hoheitsgrenzen_pub", 27), ("Edit.agi_dm01avso24", 13), ("Pub.agi_mopublic_pub", 10)} <= found


def test_cycles(solothurn: GraphStore, metamodel: Metamodel) -> None:
    def rings(pairs: set[tuple[str, str]]) -> list[int]:
        to = defaultdict(set)
        for a, b in pairs:
            to[a].add(b)

        def reached(start: str) -> set[str]:
            found: set[str] = set()
            queue = [start]
            while queue:
                new = to[queue.pop()] - found
                found |= new
                queue += new
            return found

        all_ = {a: reached(a) for a in list(to)}
        return sorted(
            len(ring) for ring in {frozenset(b for b in all_[a] if a in all_.get(b, ())) for a in all_} if ring
        )

    rows = run(solothurn, metamodel, "cycles")
    flows = {(a, b) for a, b in ENDS if a != b}
    assert sorted(row["size"] for row in rows if row["kind"] == "flow") == rings(flows) == [2, 2, 2]
    assert sorted(row["size"] for row in rows if row["kind"] == "dependency") == rings(NEEDED) == []


def test_orphans(solothurn: GraphStore, metamodel: Metamodel) -> None:
    at_work = {end for pair in ENDS for end in pair}
    moving = {job for _, job in OVER} | {job for job, before in NEEDED if before in KNOWN}
    moving |= {before for _, before in NEEDED}
    lost = {("DataStore", key, "alone") for key in OFFICE if key not in at_work}
    lost |= {("Application", row["Job"], "owned_only") for row in JOBS if row["Job"] not in moving}
    assert {(r["label"], r["id"], r["kind"]) for r in run(solothurn, metamodel, "orphans")} == lost
    # Of 260 jobs 93 move nothing that is listed; every data store takes part in a flow.
    assert (len(lost), {label for label, *_ in lost}) == (93, {"Application"})


def test_impact(solothurn: GraphStore, metamodel: Metamodel) -> None:
    # A store that fails stops its flows, these what they feed, and so on; offices suffer with their jobs only.
    start = "Edit.agi_hoheitsgrenzen_pub"
    down, front = set[str](), {start}
    while front:
        flows = {">".join(pair) for pair in ENDS if pair[0] in front}
        stores = {b for a, b in ENDS if a in front}
        front = (stores - down) - {start}
        down |= flows | (stores - {start})
    rows = run(solothurn, metamodel, "impact", fact=f"DataStore:{start}", hops=12)
    assert {row["id"] for row in rows} == down
    assert Counter(row["label"] for row in rows) == {"DataStore": 32, "Interface": 33}


def test_there_is_no_single_point_of_failure_in_flows_alone(solothurn: GraphStore, metamodel: Metamodel) -> None:
    assert run(solothurn, metamodel, "single_points_of_failure") == []
