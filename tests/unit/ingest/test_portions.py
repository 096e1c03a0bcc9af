"""Checking in portions gives what the usual way gives, whatever the files; only the lists are shortened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inventories import Sheets, table

from ea_cockpit.graph.catalogue_values import Reader
from ea_cockpit.i18n import Text
from ea_cockpit.ingest import importer
from ea_cockpit.ingest.capped import Capped
from ea_cockpit.ingest.importer import NoGraph, Request, check_only
from ea_cockpit.ingest.layout import recognise
from ea_cockpit.ingest.plan import Plan
from ea_cockpit.ingest.portions import check_in_portions, in_portions
from ea_cockpit.ingest.problem import Place
from ea_cockpit.ingest.problems import MissingId
from ea_cockpit.ingest.report import Report, text_lines
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.sample.generate import SMALLEST, generate
from ea_cockpit.sample.mess.kind import mess_kinds
from ea_cockpit.sample.mess.make import make_mess
from ea_cockpit.tabular.baseline import BASELINE_SHEET
from ea_cockpit.tabular.packed import MANY
from ea_cockpit.tabular.reader import Sheet, Table, read_bytes

METAMODEL = standard_metamodel()
ALL = 10**9

NUMBERS = st.integers(1, 12)
NAMES = st.sampled_from(["Baugesuche", "Baugesuch", "Gewässer Portal", "Steuern 4", "Steuern 5", "Register", ""])
APPLICATION = st.tuples(
    st.one_of(NUMBERS.map(lambda n: f"APP-{n}"), st.just("")), NAMES,
    st.sampled_from(["Produktiv", "Geplant", "vielleicht", ""]),
    st.one_of(NUMBERS.map(lambda n: f"OE-{n}"), st.sampled_from(["Amt 3", "Amt für Bauten", "amt 3.", "niemand", ""])),
    st.sampled_from(["12", "1'200.50", "viel", "", "-1", "-2"]),
    st.sampled_from(["intern", ""]),
)  # fmt: skip
INTERFACE = st.tuples(
    NUMBERS.map(lambda n: f"SST-{n}"), NAMES,
    st.one_of(NUMBERS.map(lambda n: f"APP-{n}"), NAMES), st.one_of(NUMBERS.map(lambda n: f"APP-{n}"), NAMES),
)  # fmt: skip
UNIT = st.tuples(NUMBERS.map(lambda n: f"OE-{n}"), st.sampled_from(["Amt 3", "Amt 4", "Amt für Bauten", ""]))
APPLICATIONS = ["ID", "Name", "Status", "Zuständiges Amt", "Betriebskosten (CHF/Jahr)", "Bemerkung"]
INTERFACES = ["ID", "Name", "Anbietende Applikation", "Beziehende Applikation"]


def _sheets(applications: Sequence[Any], interfaces: Sequence[Any], units: Sequence[Any]) -> Sheets:
    heads = {"Applikationen": APPLICATIONS, "Schnittstellen": INTERFACES, "Organisationseinheiten": ["ID", "Name"]}
    bodies = (applications, interfaces, units)
    return {name: [head, *map(list, body)] for (name, head), body in zip(heads.items(), bodies, strict=True)}


FILES = st.lists(
    st.builds(
        _sheets, st.lists(APPLICATION, max_size=12), st.lists(INTERFACE, max_size=6), st.lists(UNIT, max_size=6)
    ),
    min_size=1, max_size=2,
)  # fmt: skip


def portioned(
    tables: Sequence[Table], plan: Plan, portion: int, most: int = ALL, reader: Reader | None = None, **options: Any
) -> Report:
    sources = importer._sources(Request(tables, plan, **options))
    return check_in_portions(tables, plan, sources, METAMODEL, reader or NoGraph(), portion=portion, most=most)


def planned(files: Sequence[Sheets]) -> tuple[list[Table], Plan]:
    tables = [table(sheets, f"{number}.xlsx") for number, sheets in enumerate(files)]
    return tables, recognise(tables, METAMODEL)[0]


@given(FILES, st.integers(1, 9))
@settings(max_examples=60, deadline=None)
def test_portions_give_the_very_same_report(files: list[Sheets], portion: int) -> None:
    tables, plan = planned(files)
    usual = check_only(Request(tables, plan), METAMODEL, None)
    report = portioned(tables, plan, portion)
    assert report.as_json("de") == usual.as_json("de")
    assert (report.rest, report.changes) == (usual.rest, usual.changes)


@pytest.mark.parametrize("seed", [1, 2])
def test_messy_files_give_the_very_same_report(seed: int) -> None:
    mess = make_mess(generate(SMALLEST, 1), list(mess_kinds())[seed::3], seed=seed)
    tables = [read_bytes(name, content) for name, content in mess.files.items()]
    plan = recognise(tables, METAMODEL)[0]
    facts = [fact for sheet in plan.sheets for fact in sheet.facts]
    assert len(facts) > 10
    own = replace(plan, sheets=tuple(sheet for sheet in plan.sheets if not any(fact.merges for fact in sheet.facts)))
    assert in_portions(tables, own, 10)
    usual = check_only(Request(tables, own), METAMODEL, None)
    assert portioned(tables, own, 7).as_json("en") == usual.as_json("en")


def test_of_many_problems_of_a_kind_the_first_are_listed_and_the_others_counted() -> None:
    rows = [APPLICATIONS, *([f"APP-{n}", f"Anwendung {n}", "kaputt", f"OE-{n}", "viel", ""] for n in range(50))]
    tables, plan = planned([{"Applikationen": rows}])
    usual = check_only(Request(tables, plan), METAMODEL, None)
    report = portioned(tables, plan, 7, most=10)
    listed = Counter((p.code, p.place.column) for p in report.problems)
    for more in report.more:
        listed[more.kind.code, more.place.column] += more.count
    assert listed == Counter((p.code, p.place.column) for p in usual.problems)
    assert max(Counter((p.code, p.place.column) for p in report.problems).values()) == 10
    assert [p for p in usual.problems if p in report.problems] == list(report.problems)
    assert report.as_json("de")["more_problems"] == [more.as_json() for more in report.more]
    assert {more.count for more in report.more} == {40}
    lines = "\n".join(text_lines(report, METAMODEL, "de"))
    assert "100 Fehler" in lines
    assert "49 weitere" in lines
    assert (report.facts, report.sheets, report.rest) == (usual.facts, usual.sheets, usual.rest)


def test_lists_of_which_only_the_first_are_kept_add_up() -> None:
    place = Place("a.xlsx", "Applikationen", 3)
    one, other = Capped([MissingId(place)] * 5, 2), Capped([MissingId(place)] * 4, 3)
    one += other
    assert (len(one), [more.count for more in one.more]) == (2, [7])
    assert one.more[0].place == Place("a.xlsx", "Applikationen")


def test_a_long_check_tells_how_far_it_is() -> None:
    rows = [["ID", "Name"], *([f"APP-{number}", f"Anwendung {number}"] for number in range(MANY + 1))]
    tables = [Table("a.xlsx", "", (Sheet("Applikationen", rows),))]
    plan = recognise(tables, METAMODEL)[0]
    told: list[tuple[str, int, int | None]] = []

    def step(what: Text, done: int = 0, total: int | None = None, /) -> None:
        told.append((what.en, done, total))

    report = check_only(Request(tables, plan), METAMODEL, None, step)
    assert report.facts["Application"].created == MANY + 1
    assert 0 < len(report.changes.created["Application"]) < MANY
    for what in ("Checking", "Comparing"):
        steps = [(done, total) for name, done, total in told if name == what]
        assert len(steps) > 2
        assert steps == sorted(steps)
        assert {total for _, total in steps} == {MANY + 1}


def test_small_files_and_those_that_cannot_be_are_not_checked_in_portions() -> None:
    tables, plan = planned([{"Applikationen": [APPLICATIONS, ["APP-1", "Eins", "", "", "", ""]] * 3}])
    assert not in_portions(tables, plan)
    assert in_portions(tables, plan, 1)
    merging = [replace(sheet, facts=tuple(replace(f, merges=True) for f in sheet.facts)) for sheet in plan.sheets]
    assert not in_portions(tables, replace(plan, sheets=tuple(merging)), 1)
    exported = replace(tables[0], sheets=(*tables[0].sheets, Sheet(BASELINE_SHEET, [])))
    assert not in_portions([exported], plan, 1)
