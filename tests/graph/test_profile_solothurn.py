"""Solothurn's data flows on the real graph: what the workbook holds, counted here from it, is there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from inventories import counts, facts, links, properties

from ea_cockpit.export.xlsx import write_catalogue
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.ingest.importer import Request, run_import
from ea_cockpit.ingest.layout import recognise
from ea_cockpit.ingest.report import Report
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.reader import read_table

SAMPLES = Path(__file__).parents[2] / "import_samples"
SOLOTHURN = [SAMPLES / "solothurn_datenfluesse.xlsx"]
Rows = list[dict[str, str]]


def bring(store: GraphStore, metamodel: Metamodel, files: Sequence[Path]) -> Report:
    tables = [read_table(path) for path in files]
    plan, used = recognise(tables, metamodel)
    return run_import(Request(tables, plan, profile=used), metamodel, store)


def sheet(name: str) -> Rows:
    found = next(sheet for sheet in read_table(SOLOTHURN[0]).sheets if sheet.name == name)
    head, *rows = [[str(cell) for cell in row] for row in found.rows]
    return [dict(zip(head, row, strict=True)) for row in rows]


def flow(row: dict[str, str]) -> tuple[str, str]:
    return f"{row['Quelle DB']}.{row['Quelle Schema']}", f"{row['Ziel DB']}.{row['Ziel Schema']}"


def numbers(store: GraphStore) -> dict[str, int]:
    rows = store.read(
        "MATCH (n:Fact) UNWIND labels(n) AS l WITH l WHERE l <> 'Fact' RETURN l, count(*) AS n ORDER BY l"
    )
    return {row["l"]: row["n"] for row in rows}


def test_solothurn(store: GraphStore, metamodel: Metamodel) -> None:
    report = bring(store, metamodel, SOLOTHURN)
    assert report.written
    assert numbers(store) == {"OrganisationUnit": 18, "Application": 260, "DataStore": 321, "Interface": 259}
    assert [(i.sheet, i.rows) for i in report.ignored] == [("Lineage", 1974)]
    jobs, flows = sheet("Jobs"), sheet("Schnittstellen")
    assert links(store, "OWNED_BY") == {(job["Job"], "OWNED_BY", job["Amt (Kürzel)"]) for job in jobs}
    ids = {f"{a}>{b}": (a, b) for a, b in map(flow, flows)}
    assert facts(store, "Interface") == {("Interface", id_) for id_ in ids}
    assert links(store, "PROVIDES") == {(a, "PROVIDES", id_) for id_, (a, _) in ids.items()}
    assert links(store, "CONSUMED_BY") == {(id_, "CONSUMED_BY", b) for id_, (_, b) in ids.items()}
    over = {(">".join(flow(row)), "RUNS_OVER", job) for row in flows for job in row["Jobs"].split(", ")}
    assert links(store, "RUNS_OVER") == over
    # The reason why the sheet Lineage is left out: it says the same, table by table.
    assert {(">".join(flow(row)), "RUNS_OVER", row["Job"]) for row in sheet("Lineage")} == over


def test_solothurn_predecessors_are_linked_or_stay_open(store: GraphStore, metamodel: Metamodel) -> None:
    report = bring(store, metamodel, SOLOTHURN)
    jobs = sheet("Jobs")
    named = {(job["Job"], before) for job in jobs for before in job["Vorgänger-Job"].split(", ") if before}
    known = {job["Job"] for job in jobs}
    assert links(store, "DEPENDS_ON") == {(job, "DEPENDS_ON", before) for job, before in named if before in known}
    assert len({job for job, before in named if before in known}) == 9
    missing = {(job, before) for job, before in named if before not in known}
    assert len(missing) == 4
    assert [(p.code, p.value) for p in report.problems] == [
        ("unknown-reference", job["Vorgänger-Job"]) for job in jobs if (job["Job"], job["Vorgänger-Job"]) in missing
    ]
    rows = store.read("MATCH (n:Fact) WHERE n._open IS NOT NULL RETURN n.id AS id, n._open AS open ORDER BY id")
    assert {(row["id"], text) for row in rows for text in row["open"]} == {
        (job, f"depends_on={before}") for job, before in missing
    }


def test_solothurn_reads_as_people_expect(store: GraphStore, metamodel: Metamodel) -> None:
    bring(store, metamodel, SOLOTHURN)
    assert properties(store, "afu") == {
        "id": "afu", "name": "Amt für Umwelt", "short_name": "afu", "kind": "office", "custom.Anzahl Jobs": "73"
    }  # fmt: skip
    pair = "Edit.afu_abbaustellen_v1", "Pub.afu_abbaustellen_pub_v2"
    assert properties(store, ">".join(pair)) == {
        "id": ">".join(pair), "name": " → ".join(pair), "mode": "batch", "custom.Anzahl Tabellenflüsse": "2"
    }  # fmt: skip
    assert properties(store, pair[0])["custom.Amt (Kürzel)"] == "afu"
    parameters = {id_ for _, id_ in facts(store, "DataStore") if id_.startswith("?")}
    assert parameters == {"?readUri.simi", "?writeUri.simi"}
    assert all("Laufzeitparameter" in properties(store, id_)["description"] for id_ in parameters)
    job = properties(store, "ada_archaeologie_pub")
    assert (job["kind"], job["custom.Art (Jobs)"], job["custom.Zeitplan (cron)"]) == (
        "integration_job",
        "pub",
        "H H(1-3) * * 7",
    )
    # Account names of people stay outside.
    assert not store.read("MATCH (n:Fact) WHERE n.`custom.Berechtigung` IS NOT NULL RETURN n.id AS id ORDER BY id")


def test_a_second_import_changes_nothing(store: GraphStore, metamodel: Metamodel) -> None:
    first = bring(store, metamodel, SOLOTHURN)
    again = bring(store, metamodel, SOLOTHURN)
    assert {label: c[:2] for label, c in counts(again).items()} == dict.fromkeys(counts(first), (0, 0))
    assert (again.links_created, again.links_removed) == (0, 0)


def test_what_goes_out_comes_back_unchanged(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    bring(store, metamodel, SOLOTHURN)
    out = tmp_path / "katalog.xlsx"
    write_catalogue(store, metamodel, out)
    again = bring(store, metamodel, [out])
    assert {(c.created, c.updated, c.rejected) for c in again.facts.values()} == {(0, 0, 0)}
    assert (again.links_created, again.links_removed) == (0, 0)
    assert [p.code for p in again.problems if p.code != "custom-column"] == ["unknown-reference"] * 4
