"""The history of the graph: undo with its limits, the graph as it was, and what differs between two states."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from inventories import bring_in, facts, links, properties

from ea_cockpit.errors import CockpitError, WrongUsage
from ea_cockpit.export.change_log import ChangeLog, as_json, markdown, plain
from ea_cockpit.graph.catalogue import FactRef, runs
from ea_cockpit.graph.history import (
    FactChanges,
    What,
    as_of,
    fact_history,
    net_changes,
    run_changes,
    span,
    state_of,
    undo,
)  # fmt: skip
from ea_cockpit.graph.history_trouble import AlreadyUndone, NotRecorded, StandsInTheWay, UnknownRun
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel

TODAY = dt.date.today()


def applications(store: GraphStore, metamodel: Metamodel, *rows: list[Any], head: str = "Hängt ab von") -> int:
    """Import applications, each with id, name and one more column; returns the run."""
    report = bring_in(store, metamodel, {"Applikationen": [["ID", "Name", head], *rows]}, source=f"s{rows[0][0]}")
    assert report.run
    return report.run


def digest(store: GraphStore) -> list[str]:
    """Every node and relationship there is, with its identity."""
    nodes = store.read("MATCH (n) RETURN elementId(n) AS e, labels(n) AS l, properties(n) AS p ORDER BY e")
    arrows = store.read(
        "MATCH (a)-[r]->(b) RETURN elementId(r) AS e, elementId(a) AS a, type(r) AS t, properties(r) AS p,"
        " elementId(b) AS b ORDER BY e"
    )
    return [repr(sorted(row.items())) for row in (*nodes, *arrows)]


def names(store: GraphStore) -> set[tuple[str, str]]:
    return {(id_, properties(store, id_)["name"]) for _, id_ in facts(store)}


def changed(found: list[FactChanges]) -> set[tuple[str, str, str, Any, Any]]:
    return {(one.fact.id, one.what.value, v.field, v.old, v.new) for one in found for v in one.values}


def test_an_import_in_the_middle_is_undone_where_nothing_stands_in_the_way(
    store: GraphStore, metamodel: Metamodel
) -> None:
    applications(store, metamodel, ["A", "eins", ""], ["B", "zwei", ""])
    middle = applications(store, metamodel, ["A", "anders", "B"])
    applications(store, metamodel, ["C", "drei", "B"])
    done = undo(middle, "test", metamodel, store)
    # A is as before, and B no longer marked as missing from the second file.
    assert (done.restored, done.removed, done.links_removed, done.links_added) == (2, 0, 1, 0)
    assert names(store) == {("A", "eins"), ("B", "zwei"), ("C", "drei")}
    assert links(store) == {("C", "DEPENDS_ON", "B")}
    listed = runs(store)
    assert [(run.number, run.undone_by) for run in listed] == [(3, None), (2, "test"), (1, None)]


def blocked(store: GraphStore, metamodel: Metamodel, run: int) -> str:
    before = digest(store)
    with pytest.raises(StandsInTheWay) as trouble:
        undo(run, "test", metamodel, store)
    assert digest(store) == before
    return str(trouble.value.values["later"])


def test_a_later_change_of_the_same_field_stands_in_the_way(store: GraphStore, metamodel: Metamodel) -> None:
    first = applications(store, metamodel, ["A", "eins", ""])
    second = applications(store, metamodel, ["A", "zwei", ""])
    third = applications(store, metamodel, ["A", "drei", ""])
    assert blocked(store, metamodel, first) == f"{third}, {second}"
    undo(third, "test", metamodel, store)
    assert blocked(store, metamodel, first) == f"{second}"


def test_a_later_link_to_what_an_import_brought_stands_in_the_way(store: GraphStore, metamodel: Metamodel) -> None:
    applications(store, metamodel, ["A", "eins", ""])
    brought = applications(store, metamodel, ["B", "zwei", ""])
    later = applications(store, metamodel, ["A", "eins", "B"])
    assert blocked(store, metamodel, brought) == str(later)


def test_a_later_retirement_of_a_former_partner_stands_in_the_way(store: GraphStore, metamodel: Metamodel) -> None:
    applications(store, metamodel, ["B", "zwei", ""], ["C", "drei", ""])
    applications(store, metamodel, ["A", "eins", "B"])
    parted = applications(store, metamodel, ["A", "eins", ""])
    retired = bring_in(
        store, metamodel, {"Applikationen": [["ID", "Name"], ["C", "drei"]]}, source="sB", retire_missing=True
    )
    assert facts(store) == {("Application", "A"), ("Application", "C")}
    assert blocked(store, metamodel, parted) == str(retired.run)
    done = undo(retired.run or 0, "test", metamodel, store)
    assert done.recreated == 1
    undo(parted, "test", metamodel, store)
    assert links(store) == {("A", "DEPENDS_ON", "B")}


def test_what_cannot_be_undone_is_told(store: GraphStore, metamodel: Metamodel) -> None:
    run = applications(store, metamodel, ["A", "eins", ""])
    with pytest.raises(UnknownRun):
        undo(run + 1, "test", metamodel, store)
    undo(run, "test", metamodel, store)
    with pytest.raises(AlreadyUndone) as twice:
        undo(run, "test", metamodel, store)
    assert twice.value.exit_status == 2
    old = applications(store, metamodel, ["A", "eins", ""])
    with store.writing() as tx:
        # As an older version of the cockpit left its imports.
        tx.write("MATCH (r:ImportRun {id: $run})-[:CHANGED]->(c) DETACH DELETE c REMOVE r.recorded", run=old)
    with pytest.raises(NotRecorded):
        undo(old, "test", metamodel, store)
    with pytest.raises(NotRecorded), as_of(store, run, metamodel):
        pass
    with store.reading() as tx, pytest.raises(NotRecorded):
        run_changes(tx, old, metamodel)
    assert facts(store) == {("Application", "A")}
    assert [one.recorded for one in runs(store)] == [False, True]


def test_aliases_go_with_the_import_that_brought_them(store: GraphStore, metamodel: Metamodel) -> None:
    bring_in(store, metamodel, {"Lieferanten": [["ID", "Name"], ["L-1", "Muster Informatik AG"]]})
    before = digest(store)
    rows = [["ID", "Name", "Lieferant"], ["A", "eins", "Muster Informatik"]]
    run = bring_in(store, metamodel, {"Applikationen": rows}).run or 0
    assert links(store) == {("A", "SUPPLIED_BY", "L-1")}
    assert store.read("MATCH (:Fact)-[:READ_AS]->(a:Alias) RETURN a.run AS run ORDER BY run") == [{"run": run}]
    assert undo(run, "test", metamodel, store).aliases_removed == 1
    left = [line for line in digest(store) if "Alias" in line or "READ_AS" in line or "'Fact'" in line]
    assert left == [line for line in before if "'Fact'" in line]


def test_a_retired_fact_comes_back_with_the_aliases_its_cells_were_read_by(
    store: GraphStore, metamodel: Metamodel
) -> None:
    rows = [["ID", "Name", "Lieferant"], ["A", "eins", "Muster Informatik"], ["B", "zwei", ""]]
    suppliers = [["ID", "Name"], ["L-1", "Muster Informatik AG"]]
    bring_in(store, metamodel, {"Lieferanten": suppliers, "Applikationen": rows}, source="x")
    used = "MATCH (f:Fact)-[u:READ_AS]->(a:Alias) RETURN f.id AS f, properties(u) AS u, a.key AS a ORDER BY f"
    before = store.read(used)
    assert [row["f"] for row in before] == ["A"]
    kept = {"Applikationen": [["ID", "Name"], ["B", "zwei"]]}
    run = bring_in(store, metamodel, kept, source="x", retire_missing=True).run or 0
    assert ("Application", "A") not in facts(store)
    undo(run, "test", metamodel, store)
    assert store.read(used) == before
    assert links(store) == {("A", "SUPPLIED_BY", "L-1")}


def test_the_graph_as_it_was_and_nothing_of_it_stays(store: GraphStore, metamodel: Metamodel) -> None:
    first = applications(store, metamodel, ["A", "eins", "B"], ["B", "zwei", ""])
    applications(store, metamodel, ["A", "anders", ""], ["C", "drei", "A"])
    before = digest(store)
    with as_of(store, first, metamodel) as reader:
        then = reader.read("MATCH (n:Fact) RETURN n.id AS id, n.name AS name, COUNT { (n)-->(:Fact) } AS l ORDER BY id")
        assert [tuple(row.values()) for row in then] == [("A", "eins", 1), ("B", "zwei", 0)]
    assert digest(store) == before
    # Also when what is asked there fails, here or on the server.
    with pytest.raises(ZeroDivisionError), as_of(store, 0, metamodel) as reader:
        1 / len(reader.read("MATCH (n:Fact) RETURN n.id AS id ORDER BY id"))
    assert digest(store) == before
    with pytest.raises(CockpitError), as_of(store, 0, metamodel) as reader:
        reader.read("RETURN 1 / 0 AS broken")
    assert digest(store) == before
    for when, run in ((TODAY, 2), (TODAY - dt.timedelta(days=1), 0)):
        with as_of(store, when, metamodel) as reader:
            assert state_of(reader, when).run == run
            assert len(reader.read("MATCH (n:Fact) RETURN n.id AS id ORDER BY id")) == (3 if run else 0)
    with pytest.raises(UnknownRun), as_of(store, 99, metamodel):
        pass


def test_what_is_tried_in_a_transaction_of_its_own_leaves_no_trace(store: GraphStore) -> None:
    with store.rolled_back() as tx:
        tx.write("CREATE (:Fact {id: 'X'})")
        assert tx.read("MATCH (n:Fact) RETURN n.id AS id ORDER BY id") == [{"id": "X"}]
    assert facts(store) == set()


def test_the_net_change_between_two_states(store: GraphStore, metamodel: Metamodel) -> None:
    start = applications(store, metamodel, ["A", "eins", "B"], ["B", "zwei", ""])
    applications(store, metamodel, ["A", "zwischen", ""], ["C", "drei", "A"])
    applications(store, metamodel, ["A", "neu", "B"], head="Hängt ab von")
    gone = {"Applikationen": [["ID", "Name"], ["A", "neu"]]}
    bring_in(store, metamodel, gone, source="sA", retire_missing=True)
    with store.reading() as tx:
        meant = span(tx, f"{start}..")
        found = net_changes(tx, meant.since, meant.until, metamodel)
        # A changed twice shows once; its link went, came back, and went with B.
        assert ("A", "changed", "name", "eins", "neu") in changed(found)
        assert {(one.fact.id, one.what) for one in found} == {("A", What.CHANGED), ("B", What.RETIRED)}
        assert [(c.link.name, c.partner, c.added) for one in found for c in one.links] == [
            ("depends_on", FactRef("Application", "B", "zwei"), False)
        ]
        assert net_changes(tx, 3, 3, metamodel) == []
        today = f"{TODAY:%Y-%m-%d}"
        assert (span(tx, f"{today}..{today}").since, span(tx, "..").until) == (0, 4)
        for wrong in ("5", "x..", "3..1", "99..", "2026-13-01.."):
            with pytest.raises((WrongUsage, UnknownRun)):
                span(tx, wrong)


def test_what_changed_back_is_no_change(store: GraphStore, metamodel: Metamodel) -> None:
    start = applications(store, metamodel, ["A", "eins", "B"], ["B", "zwei", ""])
    applications(store, metamodel, ["A", "anders", ""])
    end = applications(store, metamodel, ["A", "eins", "B"])
    with store.reading() as tx:
        assert net_changes(tx, start, end, metamodel) == []


def test_the_history_of_one_fact(store: GraphStore, metamodel: Metamodel) -> None:
    applications(store, metamodel, ["A", "eins", "B"], ["B", "zwei", ""])
    undone = applications(store, metamodel, ["A", "falsch", "B"])
    undo(undone, "test", metamodel, store)
    applications(store, metamodel, ["A", "neu", ""])
    two = FactRef("Application", "B", "zwei")
    with store.reading() as tx:
        found = [(c.run, c.field, c.old, c.new) for c in fact_history(tx, "Application", "A", metamodel)]
        assert found == [
            (3, "name", "eins", "neu"), (3, "depends_on", (two,), None),
            (1, "name", None, "eins"), (1, "depends_on", None, (two,)),
        ]  # fmt: skip
        # What an undone run had changed stays to be looked at.
        assert changed(list(run_changes(tx, undone, metamodel).facts)) == {("A", "changed", "name", "eins", "falsch")}
        page = run_changes(tx, 1, metamodel, offset=1, limit=1)
    assert (page.total, [one.fact.id for one in page.facts]) == (2, ["B"])


def test_the_change_log_reads_well(store: GraphStore, metamodel: Metamodel) -> None:
    start = applications(store, metamodel, ["A", "eins", "Geplant"], ["B", "*zwei*", ""], head="Status")
    applications(store, metamodel, ["A", "eins", "Produktiv"], ["C", "# drei", ""], head="Status")
    applications(store, metamodel, ["A", "eins", "B"])
    with store.reading() as tx:
        meant = span(tx, f"{start}..")
        log = ChangeLog(meant, net_changes(tx, meant.since, meant.until, metamodel))
    day = f"{TODAY:%d.%m.%Y}"
    assert markdown(log, metamodel, "de").splitlines() == [
        f"# Änderungen: Import 1 ({day}) bis Import 3 ({day})", "",
        "", "## Applikationen", "",
        "", "### Dazugekommen (1)", "",
        "- **\\# drei** (C)",
        "", "### Geändert (1)", "",
        "- **eins** (A)",
        "  - Status: Geplant → Produktiv",
        "  - «eins» – Hängt ab von: «\\*zwei\\*» (neu)",
    ]  # fmt: skip
    assert "«eins» – Depends on: «*zwei*» (new)" in plain(log, metamodel, "en")
    assert as_json(log, "de")["facts"][0]["fields"] == [
        {"field": "status", "title": "Status", "old": "planned", "new": "productive"}
    ]
