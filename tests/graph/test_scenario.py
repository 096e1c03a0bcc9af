"""What each step of a scenario does to the graph, what it brings about, and how a difference is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from conftest import wipe
from inventories import facts, links
from scenarios import landscape, scenario

from ea_cockpit.analyses import named
from ea_cockpit.analyses.scenario import Effects, effects_of, what_if
from ea_cockpit.analyses.scenario.faults import WrongScenario
from ea_cockpit.analyses.scenario.run import apply_scenario
from ea_cockpit.graph.address import GraphAddress
from ea_cockpit.graph.catalogue import FactRef, Reader
from ea_cockpit.graph.scenario_apply import Bench
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel

Links = set[tuple[str, str, str]]


@pytest.fixture(scope="module")
def store(server: GraphAddress, metamodel: Metamodel, tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """The landscape, once for all tests: none of them leaves a trace."""
    with GraphStore(server) as store:
        store.apply_schema(metamodel)
        wipe(store)
        landscape(store, metamodel, tmp_path_factory.mktemp("landscape"))
        yield store


def tried(store: GraphStore, metamodel: Metamodel, steps: str) -> tuple[Links, Links, set[tuple[str, str]]]:
    """Links that come and that go with a scenario, and the facts there are then."""
    before = links(store)
    with store.rolled_back() as tx:
        apply_scenario(scenario(metamodel, steps), Bench(tx, metamodel))
        after, there = links_in(tx), facts_in(tx)
    assert links(store) == before
    return after - before, before - after, there


def links_in(reader: Reader) -> Links:
    rows = reader.read("MATCH (a:Fact)-[r]->(b:Fact) RETURN a.id AS a, type(r) AS t, b.id AS b ORDER BY a, t, b")
    listed = [(row["a"], row["t"], row["b"]) for row in rows]
    assert len(listed) == len(set(listed)), "a link twice"
    return set(listed)


def facts_in(reader: Reader) -> set[tuple[str, str]]:
    rows = reader.read("MATCH (n:Fact) RETURN [l IN labels(n) WHERE l <> 'Fact'][0] AS l, n.id AS id ORDER BY l, id")
    return {(row["l"], row["id"]) for row in rows}


def ids(found: Iterable[Any], field: str = "interface") -> set[str]:
    return {getattr(one, field).id for one in found}


def test_merging_hands_over_the_work_and_leaves_what_the_members_were_made_of(
    store: GraphStore, metamodel: Metamodel
) -> None:
    come, gone, there = tried(store, metamodel, "- merge: [A, B]\n  into: C")
    assert come == {
        ("C", "USED_BY", "OE-1"), ("C", "USED_BY", "OE-2"), ("C", "SUPPORTS", "GF-1"), ("C", "SUPPORTS", "GF-2"),
        ("GF-1", "HAS_STANDARD_SOLUTION", "C"), ("P", "DEPENDS_ON", "C"), ("M", "PART_OF", "C"),
        ("DO-1", "LED_BY", "C"), ("C", "HOLDS", "DB-1"), ("C", "PROVIDES", "IF-2"), ("C", "PROVIDES", "IF-3"),
        ("IF-6", "RUNS_OVER", "C"), ("PR-1", "USES", "C"), ("L-1", "REALISED_BY", "C"), ("V-1", "AFFECTS", "C"),
    }  # fmt: skip
    assert facts(store) - there == {("Application", "A"), ("Application", "B"), ("Interface", "IF-1")}
    # Nobody else lost a link.
    assert all({"A", "B", "IF-1"} & {a, b} for a, _, b in gone)


def test_the_target_of_a_merge_may_be_new_or_one_of_its_members(store: GraphStore, metamodel: Metamodel) -> None:
    come, _, there = tried(store, metamodel, "- merge: [A, B]\n  into: {name: Neu, status: Geplant}")
    assert ("APP-NEU-1", "USED_BY", "OE-1") in come
    assert ("Application", "APP-NEU-1") in there
    assert not [link for link in come if link[1] in ("OWNED_BY", "HOSTED_ON", "BUILT_WITH")]
    come, gone, there = tried(store, metamodel, "- merge: [A, C]\n  into: A")
    assert ("Application", "C") not in there
    assert ("A", "PROVIDES", "IF-5") in come
    # What it now provides itself it no longer consumes.
    assert ("IF-5", "CONSUMED_BY", "A") in gone


def test_the_target_has_the_strongest_needs_of_all(store: GraphStore, metamodel: Metamodel) -> None:
    with store.rolled_back() as tx:
        apply_scenario(scenario(metamodel, "- merge: [A, B]\n  into: C\n  fields: {users: 7}"), Bench(tx, metamodel))
        (row,) = tx.read("MATCH (n:Application {id: 'C'}) RETURN properties(n) AS p")
    found = {
        name: row["p"].get(name) for name in ("confidentiality", "personal_data", "rto_hours", "run_cost", "users")
    }
    assert found == {
        "confidentiality": "high", "personal_data": "sensitive", "rto_hours": 4.0, "run_cost": 200.0, "users": 7,
    }  # fmt: skip


def test_retiring_takes_the_interfaces_nobody_serves_any_more(store: GraphStore, metamodel: Metamodel) -> None:
    come, _, there = tried(store, metamodel, "- retire: [Application:A, 'B!']")
    assert come == set()
    assert facts(store) - there == {
        ("Application", "A"), ("Application", "B"), ("Interface", "IF-1"), ("Interface", "IF-2"), ("Interface", "IF-3"),
    }  # fmt: skip


def test_moving_replacing_linking_setting_and_adding(store: GraphStore, metamodel: Metamodel) -> None:
    steps = """
        - add: Betriebsumgebung
          fields: {id: BU-3, name: Neu}
        - move_hosting: all
          from: BU-1
          to: BU-3
        - retire: BU-1
        - replace_technology: T-1
          by: T-2
          only: [A, B]
        - link: A
          field: Genutzt von
          to: OE-3
        - unlink: B
          field: supports
          to: [GF-2]
        - set: P
          fields: {depends_on: [B], status: produktiv, run_cost: "1'500"}
        - new_standard: {name: Kein T-1, verdict: Untersagt, applies_to: [T-1, BU-3]}
    """
    come, gone, there = tried(store, metamodel, steps)
    assert come == {
        ("A", "HOSTED_ON", "BU-3"), ("B", "HOSTED_ON", "BU-3"), ("DB-1", "HOSTED_ON", "BU-3"),
        ("A", "BUILT_WITH", "T-2"), ("A", "USED_BY", "OE-3"), ("P", "DEPENDS_ON", "B"),
        ("STD-NEU-8", "APPLIES_TO", "T-1"), ("STD-NEU-8", "APPLIES_TO", "BU-3"),
    }  # fmt: skip
    assert gone == {
        ("A", "HOSTED_ON", "BU-1"), ("B", "HOSTED_ON", "BU-1"), ("DB-1", "HOSTED_ON", "BU-1"),
        ("A", "BUILT_WITH", "T-1"), ("B", "BUILT_WITH", "T-1"), ("B", "SUPPORTS", "GF-2"), ("P", "DEPENDS_ON", "A"),
    }  # fmt: skip
    assert there ^ facts(store) == {("Hosting", "BU-1"), ("Hosting", "BU-3"), ("Standard", "STD-NEU-8")}


def effects(store: GraphStore, metamodel: Metamodel, steps: str) -> Effects:
    return effects_of(store, metamodel, scenario(metamodel, steps))


def test_the_effects_of_a_merge(store: GraphStore, metamodel: Metamodel) -> None:
    found = effects(store, metamodel, "- merge: [A, B]\n  into: C")
    assert ids(found.rebuild) == {"IF-2", "IF-3", "IF-4", "IF-5", "IF-6"}
    (one,) = (one for one in found.rebuild if one.interface.id == "IF-2")
    assert (one.partners, one.mode, one.data) == ((FactRef("Application", "P", "P!"),), "file", ("DO-1!",))
    assert ids(found.fallen) == {"IF-1"}
    # To P there are three now; from P one, as before.
    assert {(one.partner.id, tuple(ref.id for ref in one.interfaces)) for one in found.parallel} == {
        ("P", ("IF-2", "IF-3", "IF-5"))
    }
    assert (found.orphans, found.left_behind) == ((), ())
    assert [(one.fact.id, one.ends, one.cancel_by, one.yearly) for one in found.contracts] == [
        ("A", dt.date(2027, 12, 31), dt.date(2027, 6, 30), 110.0)
    ]
    # B's licence is not known: at least what C costs today.
    assert (found.cost.before.low, found.cost.before.answered, found.cost.before.asked) == (380.0, 5, 6)
    assert (found.cost.after.low, found.cost.after.high) == (220.0, float("inf"))
    exact = effects(store, metamodel, "- merge: [A, B]\n  into: C\n  fields: {run_cost: 250, licence_cost: 0}")
    assert (exact.cost.after.low, exact.cost.after.high) == (250.0, 250.0)


def test_what_nothing_carries_any_more_and_what_is_left_behind(store: GraphStore, metamodel: Metamodel) -> None:
    found = effects(store, metamodel, "- retire: [A, B, BU-2]")
    assert {(one.fact.id, one.what.en) for one in found.orphans} == {
        ("GF-1", "No application supports it any more."), ("GF-2", "No application supports it any more."),
        ("L-1", "Nothing realises it any more."), ("PR-1", "No application is used for it any more."),
        ("DB-1", "No application holds it any more."), ("DO-1", "No leading system any more."),
        ("DO-2", "In no data store of an application any more."),
    }  # fmt: skip
    assert {(one.fact.id, one.gone.id) for one in found.left_behind} == {
        ("OE-1", "A"), ("OE-2", "A"), ("OE-2", "B"), ("P", "A"), ("C", "BU-2"),
    }  # fmt: skip
    # What it ran over is gone: it stays, but must be built anew; so much for the others.
    assert (ids(found.rebuild), ids(found.fallen)) == ({"IF-6"}, {"IF-1", "IF-2", "IF-3"})
    # What is found anew in a later step is not left behind.
    again = effects(store, metamodel, "- retire: BU-2\n- move_hosting: C\n  to: BU-1")
    assert again.left_behind == ()


def test_the_order_puts_first_what_others_wait_for(store: GraphStore, metamodel: Metamodel) -> None:
    found = effects(store, metamodel, "- retire: [A, B, BU-1]\n- move_hosting: DB-1\n  to: BU-2")
    # B gets data from A; all of them run on BU-1.
    assert [(one.step, one.title.en) for one in found.order.parts] == [
        (1, "take B! out of operation"),
        (1, "take A! out of operation"),
        (2, "move DB-1!"),
        (1, "take BU-1! out of operation"),
    ]
    assert {why.en for why in found.order.parts[-1].because} == {
        "'A!' depends on 'BU-1!' (Hosted on).", "'B!' depends on 'BU-1!' (Hosted on).",
        "'DB-1!' depends on 'BU-1!' (Hosted on).",
    }  # fmt: skip
    assert found.order.cycles == ()


def test_a_circle_is_named(store: GraphStore, metamodel: Metamodel) -> None:
    # P depends on A and gives it data; both go to different places.
    found = effects(store, metamodel, "- merge: A\n  into: C\n- merge: P\n  into: {name: Q}")
    (circle,) = found.order.cycles
    assert {title.en for title in circle.titles} == {"move A! into C!", "move P! into Q"}
    assert {why.en for why in circle.because} == {
        "'P!' depends on 'A!' (Depends on).", "'P!' gets data from 'A!' (IF-2!).", "'A!' gets data from 'P!' (IF-4!).",
    }  # fmt: skip


def test_a_difference_tells_rows_gone_new_and_changed(store: GraphStore, metamodel: Metamodel) -> None:
    steps = "- retire: B\n- add: Application\n  fields: {id: N, depends_on: A}\n- unlink: PR-1\n  field: uses\n  to: A"
    found = what_if(store, metamodel, scenario(metamodel, steps), named("impact"), fact="A", hops=1)
    told = {(one.change.value, one.row.id) for one in found.rows}  # type: ignore[attr-defined]
    assert told == {("gone", "IF-1"), ("gone", "PR-1"), ("new", "N")}
    assert found.summary == {"gone": 2, "new": 1, "changed": 0, "same": 5}
    assert found.before.summary["facts"] == len(found.before.rows)
    whole = found.as_json("de")
    assert {"analysis", "params", "columns", "rows", "summary", "scenario", "before", "after", "effects"} <= set(whole)
    assert whole["columns"][0] == "change"
    assert {row["change"] for row in whole["rows"]} <= {"gone", "new", "changed"}


def test_a_changed_row_shows_what_it_was(store: GraphStore, metamodel: Metamodel) -> None:
    renamed = scenario(metamodel, "- set: P\n  fields: {name: Portal}")
    found = what_if(store, metamodel, renamed, named("impact"), fact="A", hops=1)
    (row,) = found.rows
    assert (row.change.value, row.fields) == ("changed", ("name", "path"))
    assert row.cells("de")[:4] == ["anders", "Application", "P", "P! → Portal"]
    assert row.as_json("de")["was"]["name"] == "P!"


def test_what_is_asked_about_may_go_or_come(store: GraphStore, metamodel: Metamodel) -> None:
    gone = what_if(store, metamodel, scenario(metamodel, "- retire: A"), named("impact"), fact="A")
    assert (len(gone.before.rows) > 0, gone.after.rows) == (True, [])
    assert {one.change.value for one in gone.rows} == {"gone"}
    new = scenario(metamodel, "- add: Application\n  fields: {id: N, used_by: OE-1}")
    come = what_if(store, metamodel, new, named("impact"), fact="N")
    assert [(one.change.value, one.row.id) for one in come.rows] == [("new", "OE-1")]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("steps", "place", "says"),
    [
        ("- retire: Application:X9", "retire", "no known entry"),
        ("- retire: A\n- merge: B\n  into: A", "into", "gone since step 1"),
        ("- merge: [A, GF-1]\n  into: C", "merge", "not all of one type"),
        ("- move_hosting: C\n  from: BU-1\n  to: BU-2", "from", "does not run on"),
        ("- move_hosting: A\n  to: B", "to", "is of type Application, asked is: Hosting"),
        ("- replace_technology: T-1\n  by: T-2\n  only: C", "only", "does not stand on"),
        ("- set: A\n  fields: {statuz: x}", "fields.statuz", "no such field"),
        ("- set: A\n  fields: {status: produktive}", "fields.status", "no possible value"),
        ("- link: A\n  field: usd_by\n  to: OE-1", "field", "no such link"),
        ("- link: A\n  field: owned_by\n  to: [OE-1, OE-2]", "to", "only one partner"),
        ("- unlink: A\n  field: used_by\n  to: OE-3", "to", "has no"),
        ("- add: Application\n  fields: {id: A}", "fields.id", "there already"),
    ],
)
def test_a_step_that_does_not_fit_is_told_with_its_place(
    store: GraphStore, metamodel: Metamodel, steps: str, place: str, says: str
) -> None:
    with pytest.raises(WrongScenario) as trouble:
        effects(store, metamodel, steps)
    message = trouble.value.message("en")
    assert f", {place}: " in message
    assert says in message
    assert trouble.value.message("de") != message


def test_the_nearest_name_is_proposed(store: GraphStore, metamodel: Metamodel) -> None:
    with pytest.raises(WrongScenario, match=r"Did you mean: GF-1\b"):
        effects(store, metamodel, "- set: BusinessCapability:GF1\n  fields: {name: x}")
