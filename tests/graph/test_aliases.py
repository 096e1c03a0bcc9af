"""Spellings read as entries: recorded with the import, accepted, rejected, undone, and the same on every import."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from inventories import Sheets, bring_in, counts, everything, links, table
from typer.testing import CliRunner

from ea_cockpit.cli import aliases
from ea_cockpit.errors import CockpitError
from ea_cockpit.graph.history import undo
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.ingest.alias_trouble import NothingToUndo, OtherMeaning, UnknownTarget
from ea_cockpit.ingest.aliases import accept, list_aliases, reject, target_of, undo_alias
from ea_cockpit.model.metamodel import Metamodel

TECHNOLOGIES: Sheets = {
    "Technologien": [
        ["ID", "Name", "Version"],
        ["TEC-1", "Microsoft SQL Server 2019", "2019"],
        ["TEC-2", "Microsoft SQL Server 2016", "2016"],
        ["TEC-3", "PostgreSQL 16", "16"],
    ],
    "Lieferanten": [["ID", "Name"], ["LF-1", "Abraxas Informatik AG"], ["LF-2", "Beispielbau AG"]],
}
APPLICATIONS: Sheets = {
    "Applikationen": [
        ["ID", "Name", "Gebaut mit", "Lieferant"],
        ["APP-1", "Geoportal", "MS SQL 2019", "Abraxas"],
        ["APP-2", "Baugesuche", "SQL Server 15; TEC-3", "LF-1"],
        ["APP-3", "Fischerei", "PostgreSQL", "Abraxas"],
    ],
}
BUILT = {("APP-1", "BUILT_WITH", "TEC-1"), ("APP-2", "BUILT_WITH", "TEC-1"), ("APP-2", "BUILT_WITH", "TEC-3")}
SUPPLIED = {("APP-1", "SUPPLIED_BY", "LF-1"), ("APP-2", "SUPPLIED_BY", "LF-1"), ("APP-3", "SUPPLIED_BY", "LF-1")}


def states(store: GraphStore) -> set[tuple[str, str, str, int, int]]:
    """Aliases as (text, id, state, links, waiting)."""
    with store.reading() as tx:
        return {(a.alias.text, a.alias.target[1], a.alias.state, a.links, a.waiting) for a in list_aliases(tx)}


def open_texts(store: GraphStore) -> set[tuple[str, str]]:
    """What is open, as (id, reference)."""
    rows = store.read("MATCH (n:Fact) UNWIND n._open AS text RETURN n.id AS id, text ORDER BY id, text")
    return {(row["id"], row["text"]) for row in rows}


TAKEN = {
    ("MS SQL 2019", "TEC-1", "taken", 1, 0),
    ("SQL Server 15", "TEC-1", "taken", 1, 0),
    ("Abraxas", "LF-1", "taken", 2, 0),
    ("PostgreSQL", "TEC-3", "proposed", 0, 1),
}


def test_spellings_are_read_recorded_and_told(store: GraphStore, metamodel: Metamodel) -> None:
    report = bring_in(store, metamodel, TECHNOLOGIES, APPLICATIONS)
    assert links(store) == BUILT | SUPPLIED
    assert {(p.code, p.place.column, p.place.row, p.value) for p in report.problems} == {
        ("near-reference", "C", 2, "MS SQL 2019"),
        ("near-reference", "D", 2, "Abraxas"),
        ("near-reference", "C", 3, "SQL Server 15"),
        ("proposed-reference", "C", 4, "PostgreSQL"),
        ("near-reference", "D", 4, "Abraxas"),
    }
    assert states(store) == TAKEN
    proposed = next(p for p in report.problems if p.code == "proposed-reference")
    assert 'ea-cockpit aliases accept "PostgreSQL" TEC-3' in proposed.way_out("de")
    assert "PostgreSQL 16 (TEC-3" in proposed.message("en")


def test_the_same_import_again_changes_nothing(store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, TECHNOLOGIES, APPLICATIONS)
    facts = links(store)
    again = bring_in(store, metamodel, table(APPLICATIONS, "1.xlsx"))
    assert counts(again)["Application"] == (0, 0, 3, 0)
    assert again.as_json("en")["links"] == {"created": 0, "removed": 0}
    assert links(store) == facts
    assert states(store) == TAKEN


def test_a_spelling_finds_its_partner_when_it_comes_later(store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, APPLICATIONS)
    assert links(store) == set()
    bring_in(store, metamodel, TECHNOLOGIES)
    assert links(store) == BUILT | SUPPLIED
    assert states(store) == {*TAKEN}
    assert open_texts(store) == {("APP-3", "built_with=PostgreSQL")}


def test_an_undone_alias_opens_its_references_and_is_remembered(store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, TECHNOLOGIES, APPLICATIONS)
    (done,) = undo_alias("Abraxas", None, metamodel, store)
    assert (done.made, done.removed) == (0, 2)
    assert links(store, "SUPPLIED_BY") == {("APP-2", "SUPPLIED_BY", "LF-1")}
    opened = {("APP-1", "supplied_by=Abraxas"), ("APP-3", "supplied_by=Abraxas")}
    assert open_texts(store) == {*opened, ("APP-3", "built_with=PostgreSQL")}
    report = bring_in(store, metamodel, APPLICATIONS)
    assert {p.code for p in report.problems if p.value == "Abraxas"} == {"unknown-reference"}
    assert links(store, "SUPPLIED_BY") == {("APP-2", "SUPPLIED_BY", "LF-1")}
    assert ("Abraxas", "LF-1", "rejected", 0, 2) in states(store)
    undo_alias("Abraxas", None, metamodel, store)
    bring_in(store, metamodel, APPLICATIONS)
    assert links(store) == BUILT | SUPPLIED


def test_a_link_named_by_id_stays_when_the_alias_goes(store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, TECHNOLOGIES, APPLICATIONS)
    corrected: Sheets = {"Applikationen": [["ID", "Lieferant"], ["APP-1", "LF-1"]]}
    bring_in(store, metamodel, corrected)
    undo_alias("Abraxas", ("Supplier", "LF-1"), metamodel, store)
    assert links(store, "SUPPLIED_BY") == {("APP-1", "SUPPLIED_BY", "LF-1"), ("APP-2", "SUPPLIED_BY", "LF-1")}


def test_an_accepted_proposal_makes_its_links_at_once(store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, TECHNOLOGIES, APPLICATIONS)
    done = accept("PostgreSQL", target_of("TEC-3", metamodel, store), metamodel, store)
    assert (done.made, done.removed) == (1, 0)
    assert links(store) == BUILT | SUPPLIED | {("APP-3", "BUILT_WITH", "TEC-3")}
    assert open_texts(store) == set()
    assert ("PostgreSQL", "TEC-3", "accepted", 1, 0) in states(store)
    report = bring_in(store, metamodel, table(APPLICATIONS, "1.xlsx"))
    assert counts(report)["Application"] == (0, 0, 3, 0)
    assert "PostgreSQL" not in {p.value for p in report.problems}


def test_a_rejected_proposal_is_not_made_again(store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, TECHNOLOGIES, APPLICATIONS)
    reject("postgresql", ("Technology", "TEC-3"), metamodel, store)
    report = bring_in(store, metamodel, APPLICATIONS)
    assert {p.code for p in report.problems if p.value == "PostgreSQL"} == {"unknown-reference"}


def test_decisions_are_runs_that_can_be_undone(store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, TECHNOLOGIES, APPLICATIONS)
    before = {text for text in everything(store) if "'Fact'" in text or "READ_AS" in text}
    (done,) = undo_alias("Abraxas", None, metamodel, store)
    undo(done.run, "cli", metamodel, store)
    assert {text for text in everything(store) if "'Fact'" in text or "READ_AS" in text} == before
    assert states(store) == TAKEN


def test_undoing_the_import_takes_its_aliases_along(store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, TECHNOLOGIES)
    report = bring_in(store, metamodel, APPLICATIONS)
    assert report.run is not None
    undo(report.run, "cli", metamodel, store)
    assert states(store) == set()
    assert store.read("MATCH (a:Alias) RETURN count(a) AS n")[0]["n"] == 0


def test_what_cannot_be_decided_is_said(store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, TECHNOLOGIES, APPLICATIONS)
    with pytest.raises(NothingToUndo, match="Niemand"):
        undo_alias("Niemand", None, metamodel, store)
    with pytest.raises(OtherMeaning, match="LF-1"):
        accept("Abraxas", ("Supplier", "LF-2"), metamodel, store)
    with pytest.raises(UnknownTarget, match="LF-9"):
        target_of("LF-9", metamodel, store)
    assert target_of("Lieferant:LF-1", metamodel, store) == ("Supplier", "LF-1")


def test_an_inventory_of_ids_leaves_no_trace(store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, TECHNOLOGIES, {"Applikationen": [["ID", "Lieferant"], ["APP-1", "LF-1"]]})
    assert store.read("MATCH (a:Alias) RETURN count(a) AS n")[0]["n"] == 0


@pytest.fixture
def app(store: GraphStore, metamodel: Metamodel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> typer.Typer:
    """The commands on the session's graph, which holds the two inventories."""
    monkeypatch.setenv("EA_COCKPIT_NEO4J_URI", store.address.uri)
    monkeypatch.setenv("EA_COCKPIT_NEO4J_PASSWORD", store.address.password.get_secret_value())
    monkeypatch.setenv("EA_COCKPIT_DATA_FOLDER", str(tmp_path))
    bring_in(store, metamodel, TECHNOLOGIES, APPLICATIONS)
    app = typer.Typer()
    aliases.register(app)
    return app


def call(app: typer.Typer, *words: str) -> str:
    """What a command prints."""
    done = CliRunner().invoke(app, ["aliases", *words], catch_exceptions=False)
    assert done.exit_code == 0
    return done.stdout


def test_from_the_list_to_the_decision_and_back(app: typer.Typer, store: GraphStore) -> None:
    listed = {row["text"]: row for row in json.loads(call(app, "list", "--format", "json"))}
    assert (listed["Abraxas"]["id"], listed["Abraxas"]["state"], listed["Abraxas"]["links"]) == ("LF-1", "taken", 2)
    assert (listed["PostgreSQL"]["state"], listed["PostgreSQL"]["waiting"]) == ("proposed", 1)
    assert listed["MS SQL 2019"]["name"] == "Microsoft SQL Server 2019"
    assert "1" in call(app, "accept", "PostgreSQL", "Technologie:TEC-3")
    assert links(store) == BUILT | SUPPLIED | {("APP-3", "BUILT_WITH", "TEC-3")}
    call(app, "reject", "MS SQL 2019", "TEC-1")
    call(app, "undo", "Abraxas")
    assert links(store) == {
        ("APP-2", "BUILT_WITH", "TEC-1"), ("APP-2", "BUILT_WITH", "TEC-3"), ("APP-2", "SUPPLIED_BY", "LF-1"),
        ("APP-3", "BUILT_WITH", "TEC-3"),
    }  # fmt: skip
    table = call(app, "list")
    assert {"Abraxas", "PostgreSQL", "MS SQL 2019"} <= {
        word.strip() for line in table.splitlines() for word in line.split("  ")
    }
    assert "abgelehnt" in table


def test_a_wrong_id_is_said(app: typer.Typer) -> None:
    with pytest.raises(CockpitError, match="TEC-99"):
        CliRunner().invoke(app, ["aliases", "accept", "PostgreSQL", "TEC-99"], catch_exceptions=False)
