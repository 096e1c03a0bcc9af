"""Standards against the real graph: who does not keep which, because of what, and what nobody can tell."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel

DAY = "2026-06-30"
ABROAD = "applies_to: [Application, DataStore], also: [planned, retired], " + (
    "where: {personal_data: sensitive, hosted_on: {jurisdiction: not CH}}"
)
IN_THE_CLEAR = (
    "applies_to: Interface, where: {carries: {personal_data: sensitive}}, must: {encrypted: yes}, way_out: SFTP"
)

# What each application has that the others have not.
APPLICATIONS: dict[str, dict[str, Any]] = {
    "A-TIME": {"supports": "GF-TIME"}, "A-MODULE": {"supports": "GF-TIME", "part_of": "A-TIME"},
    "A-OWN": {"supports": "GF-TIME; GF-X", "owned_by": "OE-A", "productive_since": dt.date(2025, 5, 1)},
    "A-PORTAL": {"supports": "GF-TIME", "kind": "portal"},
    "A-NICE": {"supports": "GF-NICE"}, "A-OTHER": {"supports": "GF-NICE"},
    "A-OLD": {"built_with": "TEC-OLD; TEC-GOOD", "confidentiality": "very_high", "run_cost": None},
    "A-OLD-GONE": {"built_with": "TEC-OLD", "status": "retired"},
    "A-OLD-PLAN": {"built_with": "TEC-OLD", "status": "planned"},
    "A-OUT": {"built_with": "TEC-OUT"}, "A-SOON": {"built_with": "TEC-SOON"},
    "A-LATER": {"built_with": "TEC-LATER"},
    "A-US": {"personal_data": "sensitive", "hosted_on": "BU-CH; BU-US", "status": "retired"},
    "A-US-1": {"personal_data": "sensitive", "hosted_on": "BU-US-1"},
    "A-US-FINE": {"personal_data": "personal", "hosted_on": "BU-US"},
    "A-ON-OLD": {"hosted_on": "BU-OLD"},
}  # fmt: skip


@pytest.fixture
def canton(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> GraphStore:
    """A few facts that keep or break each kind of standard."""

    def make(label: str, id_: str, **values: Any) -> Any:
        return fact(metamodel, label, id_, **values)

    def rule(id_: str, verdict: str, **values: Any) -> Any:
        return make("Standard", id_, verdict=verdict, valid_from=dt.date(2020, 1, 1), **values)

    low = dict.fromkeys(("confidentiality", "integrity", "availability", "criticality"), "low")
    place: dict[str, Any] = {"supports": "GF-X", "hosted_on": "BU-CH", "built_with": "TEC-GOOD", "owned_by": "OE-IT"}
    usual = {"kind": "specialist", "personal_data": "none", "run_cost": 1000, **low, **place}
    put(
        store, metamodel, tmp_path / "canton.xlsx",
        rule("S-OLD", "forbidden", applies_to="TEC-OLD"),
        rule("S-OUT", "phase_out", applies_to="TEC-OUT", valid_until=dt.date(2026, 6, 29)),
        rule("S-SOON", "phase_out", applies_to="TEC-SOON", valid_until=dt.date(2026, 9, 30)),
        rule("S-LATER", "phase_out", applies_to="TEC-LATER", valid_until=dt.date(2028, 9, 30)),
        rule("S-GOOD", "preferred", applies_to="TEC-GOOD"),
        rule("S-TIME", "mandatory", applies_to="GF-TIME"), rule("S-NICE", "preferred", applies_to="GF-NICE"),
        rule("S-CH", "forbidden", check=ABROAD), rule("S-SEC", "mandatory", check=IN_THE_CLEAR),
        rule("S-HOST", "forbidden", applies_to="BU-OLD"),
        make("Technology", "TEC-OLD", kind="dbms", succeeded_by="TEC-NEXT"), make("Technology", "TEC-NEXT"),
        make("Technology", "TEC-OUT", kind="language"), make("Technology", "TEC-SOON"), make("Technology", "TEC-LATER"),
        make("Technology", "TEC-GOOD", kind="language"),
        make("BusinessCapability", "GF-TIME", standard_solution="A-TIME"),
        make("BusinessCapability", "GF-NICE", standard_solution="A-NICE"), make("BusinessCapability", "GF-X"),
        make("Hosting", "BU-CH", jurisdiction="CH", built_with="TEC-GOOD"),
        make("Hosting", "BU-US", jurisdiction="US", built_with="TEC-GOOD"),
        # Stands under the law of the cloud it is part of.
        make("Hosting", "BU-US-1", part_of="BU-US", built_with="TEC-GOOD"),
        make("Hosting", "BU-OLD", jurisdiction="CH", built_with="TEC-OLD", operated_by="OE-IT", cost=900),
        make("OrganisationUnit", "OE-DEP"), make("OrganisationUnit", "OE-A", part_of="OE-DEP"),
        make("OrganisationUnit", "OE-IT"),
        *(make("Application", key, **{**usual, **values}) for key, values in APPLICATIONS.items()),
        make("DataStore", "D-1", personal_data="none", built_with="TEC-OLD", hosted_on="BU-CH",
             held_by="A-OUT; A-SOON"),
        make("DataObject", "DO-S", custom={"Personendaten": "besonders schützenswert"}),
        make("DataObject", "DO-N", custom={"Personendaten": "Keine"}),
        # Nothing said here, but a store that holds nothing else tells.
        make("DataObject", "DO-T"),
        make("DataStore", "D-2", personal_data="sensitive", contains="DO-T", built_with="TEC-GOOD", hosted_on="BU-CH"),
        make("Interface", "I-OPEN", carries="DO-S; DO-N", encrypted=False, provided_by="A-OWN"),
        make("Interface", "I-TOLD", carries="DO-T", encrypted=False, provided_by="D-1"),
        make("Interface", "I-SAFE", carries="DO-S", encrypted=True), make("Interface", "I-NONE", carries="DO-N"),
        make("Interface", "I-GONE", carries="DO-S", encrypted=False, status="retired"),
    )  # fmt: skip
    return store


def run(store: GraphStore, metamodel: Metamodel, **params: Any) -> list[dict[str, Any]]:
    asked = {"day": DAY, "show": "gaps", **params}
    rows: list[dict[str, Any]] = named("standardisation_gaps").run(store, metamodel, **asked).as_json("de")["rows"]
    return rows


def gaps(rows: list[dict[str, Any]]) -> set[tuple[str, ...]]:
    assert len({(row["standard"], row["label"], row["id"]) for row in rows}) == len(rows)
    return {(row["state"], row["standard"], row["id"], *row["because_of"]) for row in rows}


WHOLE = {
    ("violation", "S-OLD", "A-OLD", "TEC-OLD"), ("violation", "S-OLD", "D-1", "TEC-OLD"),
    ("violation", "S-OLD", "BU-OLD", "TEC-OLD"), ("violation", "S-OUT", "A-OUT", "TEC-OUT"),
    ("due", "S-SOON", "A-SOON", "TEC-SOON"), ("violation", "S-TIME", "A-OWN", "GF-TIME"),
    ("violation", "S-CH", "A-US", "BU-US"), ("violation", "S-CH", "A-US-1", "BU-US-1"),
    ("violation", "S-HOST", "A-ON-OLD", "BU-OLD"), ("violation", "S-SEC", "I-OPEN", "DO-S"),
    ("violation", "S-SEC", "I-TOLD", "DO-T"),
}  # fmt: skip


def test_each_standard_hits_whom_it_means_and_nobody_else(canton: GraphStore, metamodel: Metamodel) -> None:
    assert gaps(run(canton, metamodel)) == WHOLE
    assert gaps(run(canton, metamodel, show="undecided")) == WHOLE
    assert gaps(run(canton, metamodel, show="all")) == WHOLE | {("advice", "S-NICE", "A-OTHER", "GF-NICE")}


def test_a_gap_says_why_since_when_what_it_costs_and_the_way_out(canton: GraphStore, metamodel: Metamodel) -> None:
    rows = {(row["standard"], row["id"]): row for row in run(canton, metamodel)}
    old = rows["S-OLD", "A-OLD"]
    assert (old["reason"], old["way_out"]) == (
        "S-OLD! (untersagt seit 01.01.2020): TEC-OLD!.", "Nachfolge TEC-NEXT!"
    )  # fmt: skip
    assert (old["since"], old["office"], old["severity"]["from"], old["cost"]["answered"]) == (
        "2020-01-01", "OE-IT!", 4, 0
    )  # fmt: skip
    assert rows["S-OUT", "A-OUT"]["since"] == "2026-06-30"
    assert rows["S-OUT", "A-OUT"]["way_out"] == "Vorgegeben sind TEC-GOOD! (S-GOOD)."
    time = rows["S-TIME", "A-OWN"]
    assert (time["since"], time["way_out"], time["office"]) == ("2025-05-01", "Standardlösung A-TIME!", "OE-A!")
    assert "Verlangt: A-TIME oder Teil von: A-TIME." in time["reason"]
    assert (rows["S-SEC", "I-OPEN"]["way_out"], rows["S-SEC", "I-OPEN"]["cost"]) == ("SFTP", None)
    assert rows["S-OLD", "D-1"]["cost"]["from"] == 2000
    assert (rows["S-OLD", "BU-OLD"]["cost"]["from"], rows["S-OLD", "BU-OLD"]["office"]) == (900, "OE-IT!")


def test_an_office_sees_its_own_and_a_standard_its_own(canton: GraphStore, metamodel: Metamodel) -> None:
    own = {("violation", "S-TIME", "A-OWN", "GF-TIME"), ("violation", "S-SEC", "I-OPEN", "DO-S")}
    assert gaps(run(canton, metamodel, office="OE-A")) == own
    assert gaps(run(canton, metamodel, office="OE-DEP")) == own
    assert gaps(run(canton, metamodel, standard="S-OUT")) == {("violation", "S-OUT", "A-OUT", "TEC-OUT")}


def test_days_decide_what_is_due_and_what_not_yet_holds(canton: GraphStore, metamodel: Metamodel) -> None:
    later = gaps(run(canton, metamodel, day="2026-10-01", standard="S-SOON"))
    assert later == {("violation", "S-SOON", "A-SOON", "TEC-SOON")}
    assert run(canton, metamodel, ahead=30, standard="S-SOON") == []
    assert gaps(run(canton, metamodel, ahead=900, standard="S-LATER")) == {("due", "S-LATER", "A-LATER", "TEC-LATER")}
    assert run(canton, metamodel, day="2019-01-01") == []


def test_deviations_in_force_ending_and_ended_are_told_apart(
    canton: GraphStore, metamodel: Metamodel, tmp_path: Path
) -> None:
    def deviation(id_: str, subject: str, standard: str, until: str | None, on: str = "2025-01-01") -> Any:
        return fact(
            metamodel, "Deviation", id_, subject=subject, from_standard=standard,
            until=dt.date.fromisoformat(until) if until else None, decided_on=dt.date.fromisoformat(on),
        )  # fmt: skip

    put(
        canton, metamodel, tmp_path / "deviations.xlsx",
        deviation("V-1", "A-OLD", "S-OLD", "2027-12-31"), deviation("V-2", "D-1", "S-OLD", "2026-06-30"),
        deviation("V-3", "BU-OLD", "S-OLD", "2026-06-29"), deviation("V-4", "A-OUT", "S-OUT", None),
        # Not yet decided, of another standard, and one of two that ended first.
        deviation("V-5", "A-OWN", "S-TIME", "2030-01-01", on="2026-07-01"), deviation("V-6", "A-US", "S-OLD", None),
        deviation("V-7", "A-US-1", "S-CH", "2025-01-01"), deviation("V-8", "A-US-1", "S-CH", "2028-01-01"),
    )  # fmt: skip
    rows = run(canton, metamodel)
    assert {(row["id"], row["state"], row["deviation"]) for row in rows if row["state"] != "due"} == {
        ("A-OLD", "granted", "V-1"), ("D-1", "expiring", "V-2"), ("BU-OLD", "expired", "V-3"),
        ("A-OUT", "granted", "V-4"), ("A-OWN", "violation", None), ("A-US", "violation", None),
        ("A-US-1", "granted", "V-8"), ("A-ON-OLD", "violation", None), ("I-OPEN", "violation", None),
        ("I-TOLD", "violation", None),
    }  # fmt: skip
    told = {row["id"]: row["reason"] for row in rows}
    assert told["A-OLD"].endswith("Ausnahme V-1 gilt bis 31.12.2027.")
    assert told["BU-OLD"].endswith("Ausnahme V-3 lief am 29.06.2026 ab.")
    assert told["A-OUT"].endswith("Ausnahme V-4 ohne Frist.")
    result = named("standardisation_gaps").run(canton, metamodel, day=DAY, show="gaps")
    # A retired application that breaks the rule costs what it costs; what is granted does not count.
    assert result.summary == {
        "violations": 6, "deviations": 4, "expiring": 1, "due": 1, "undecided": 0,
        "by_standard": {"S-CH": 1, "S-HOST": 1, "S-OLD": 1, "S-SEC": 2, "S-TIME": 1},
        "run_cost": 3000, "cost_unknown": 0,
    }  # fmt: skip


def test_what_nobody_recorded_is_undecided_not_fine(canton: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    put(
        canton, metamodel, tmp_path / "open.xlsx", fact(metamodel, "Application", "A-EMPTY"),
        fact(metamodel, "Interface", "I-EMPTY", carries="DO-S"), fact(metamodel, "DataObject", "DO-EMPTY"),
        fact(metamodel, "Interface", "I-MAYBE", carries="DO-EMPTY", encrypted=False),
        # A partner the catalogue does not know may well be the old technology.
        fact(metamodel, "Hosting", "BU-OPEN", built_with="TEC-GOOD; TEC-WHO", jurisdiction="CH"),
        fact(metamodel, "Standard", "S-WORDS", verdict="forbidden", check="applies_to: Interface, where: {mood: api}"),
    )  # fmt: skip
    assert gaps(run(canton, metamodel)) == WHOLE
    rows = [row for row in run(canton, metamodel, show="undecided") if row["state"] == "undecided"]
    assert {row["id"]: (row["standard"], row["reason"]) for row in rows} == {
        "A-EMPTY": (
            None,
            "Es fehlt: «Gebaut mit», «Betrieben auf», «Art», «Personendaten», «Unterstützt Fähigkeiten». "
            "Unentschieden: S-CH, S-HOST, S-OLD, S-OUT, S-SOON, S-TIME.",
        ),
        "I-EMPTY": ("S-SEC", "Es fehlt: «Verschlüsselt». Unentschieden: S-SEC."),
        "I-MAYBE": ("S-SEC", "Es fehlt: «Personendaten» (Datenobjekt). Unentschieden: S-SEC."),
        "BU-OPEN": (None, "Es fehlt: «Gebaut mit». Unentschieden: S-OLD, S-OUT, S-SOON."),
        "S-WORDS": ("S-WORDS", "where: «mood» ist nicht bekannt."),
    }
    assert next(row["way_out"] for row in rows if row["id"] == "S-WORDS").startswith("Ist gemeint: ")


def test_it_answers_inside_a_transaction_that_is_rolled_back(canton: GraphStore, metamodel: Metamodel) -> None:
    with canton.rolled_back() as tx:
        tx.write("MATCH (:Application {id: 'A-OLD'})-[r:BUILT_WITH]->(:Technology {id: 'TEC-OLD'}) DELETE r")
        inside = named("standardisation_gaps").run(tx, metamodel, day=DAY, show="gaps").as_json("de")["rows"]
    assert gaps(inside) == WHOLE - {("violation", "S-OLD", "A-OLD", "TEC-OLD")}
    assert gaps(run(canton, metamodel)) == WHOLE
