"""What a profile can say of exports whose columns, names and languages vary: each entry tried up to the drafts."""

from __future__ import annotations

from typing import Any

import pytest
from inventories import Sheets, table

from ea_cockpit.ingest.check import Checked, check
from ea_cockpit.ingest.plan import Plan
from ea_cockpit.ingest.profile import parse_profile
from ea_cockpit.ingest.profile_faults import WrongProfile
from ea_cockpit.ingest.profile_plan import plan_with
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.reader import Table, read_bytes

TITLE = "title: {de: Test, en: Test}\n"


@pytest.fixture(scope="module")
def model() -> Metamodel:
    return standard_metamodel()


def planned(model: Metamodel, profile: str, *files: Table | Sheets) -> Plan:
    tables = [item if isinstance(item, Table) else table(item) for item in files]
    return plan_with(parse_profile((TITLE + profile).encode(), "test.yaml"), tables, model)


def values(checked: Checked, label: str = "Application") -> dict[str, dict[str, Any]]:
    return {
        id_: {k: v for k, v in {**d.values, **d.refs, **d.custom}.items() if v not in (None, ())}
        for (kind, id_), d in checked.drafts.items()
        if kind == label
    }


def test_of_several_columns_the_first_filled_one_counts(model: Metamodel) -> None:
    profile = "sheets: [{sheet: S, facts: [{fact: Application, id: [Nr, Name], fields: {name: Name}}]}]"
    rows = [["Name", "Nr"], ["Eins", "N-1"], ["Zwei", ""]]
    assert values(check(planned(model, profile, {"S": rows}))) == {"N-1": {"name": "Eins"}, "Zwei": {"name": "Zwei"}}
    # One that is not there is passed over, and a single one keeps the kind of its cell.
    profile = "sheets: [{sheet: S, facts: [{fact: Application, id: Nr, fields: {users: [Leute, Users]}}]}]"
    assert values(check(planned(model, profile, {"S": [["Nr", "Users"], ["A", 12]]}))) == {"A": {"users": 12}}


def test_a_column_none_of_whose_names_is_there_is_told(model: Metamodel) -> None:
    profile = "sheets: [{sheet: S, facts: [{fact: Application, id: Nr, fields: {name: [Titel, Name]}}]}]"
    problems = planned(model, profile, {"S": [["Nr"], ["A"]]}).problems
    assert [(p.code, p.value) for p in problems] == [("missing-column", "Titel / Name")]


def test_where_columns_are_chosen_a_missing_one_is_no_fault_but_the_key_is(model: Metamodel) -> None:
    rule = "sheets: [{sheet: S, columns_required: false, facts: [{fact: Application, id: Nr, fields: {name: Name}}]}]"
    plan = planned(model, rule, {"S": [["Nr", "Mehr"], ["A", "x"]]})
    assert (plan.problems, values(check(plan))) == ((), {"A": {"Mehr": "x"}})
    problems = planned(model, rule, {"S": [["Name"], ["Eins"]]}).problems
    assert [p.code for p in problems] == ["missing-key-column", "nothing-recognised"]


def test_a_sheet_is_known_by_any_of_its_names_or_by_its_headings(model: Metamodel) -> None:
    profile = (
        "sheets: [{sheet: [Systeme, Systems], headings: [Nr, [Titel, Title]], "
        "facts: [{fact: Application, id: Nr, fields: {name: [Titel, Title]}}]}]"
    )
    for name, heading in (("Systeme", "Titel"), ("SYSTEMS", "Title"), ("Export 2026-03", "Title")):
        assert values(check(planned(model, profile, {name: [["Nr", heading], ["A", "Eins"]]}))) == {
            "A": {"name": "Eins"}
        }
    other = planned(model, profile, {"Export": [["Nr", "Name"], ["A", "Eins"]]})
    assert [(i.sheet, i.why.en) for i in other.ignored] == [("Export", "not named by the profile")]


def test_a_lookup_may_leave_what_it_does_not_find(model: Metamodel) -> None:
    profile = """
sheets:
- sheet: S
  facts:
  - fact: Application
    id: Nr
    fields:
      used_by:
        lookup: {sheet: O, match: Pfad, by: {column: Wer, separators: ";"}, take: [Kennung, Nr], or_itself: true}
"""
    apps = [["Nr", "Wer"], ["A", "Kanton / Amt; Unbekannt"]]
    units = [["Pfad", "Nr"], ["Kanton / Amt", "OE-1"]]
    with_units = check(planned(model, profile, {"S": apps, "O": units}))
    assert values(with_units) == {"A": {"used_by": ("OE-1", "Unbekannt")}}
    alone = planned(model, profile, {"S": apps})
    assert (alone.problems, values(check(alone))) == ((), {"A": {"used_by": ("Kanton / Amt", "Unbekannt")}})


def test_repeated_columns_are_one_rule(model: Metamodel) -> None:
    profile = """
sheets:
- sheet: S
  columns_required: false
  facts:
  - {fact: Application, id: Nr}
  - fact: Technology
    repeat: 3
    merges: true
    id: "Tag {#}"
    where: [{column: "Art {#}", equals: DB}]
    fields: {name: "Tag {#}"}
"""
    rows = [
        ["Nr", "Art 1", "Tag 1", "Art 2", "Tag 2"],
        ["A", "DB", "Oracle", "OS", "Linux"],
        ["B", "", "", "DB", "DB2"],
    ]
    checked = check(planned(model, profile, {"S": rows}))
    assert set(values(checked, "Technology")) == {"Oracle", "DB2"}
    for wrong in ("0", "viele", "101"):
        with pytest.raises(WrongProfile) as fault:
            planned(model, profile.replace("repeat: 3", f"repeat: {wrong}"), {"S": rows})
        assert "repeat" in fault.value.fault("en")


def test_a_row_that_says_what_is_not_expected_is_told_and_left_out(model: Metamodel) -> None:
    profile = """
sheets:
- sheet: S
  expect:
  - {column: Art, one_of: [A, B]}
  - {column: Ziel, not_empty: true, where: [{column: Art, equals: B}]}
  facts: [{fact: Application, id: Nr}]
"""
    rows = [["Nr", "Art", "Ziel"], ["1", "A", ""], ["2", "B", "x"], ["3", "C", ""], ["4", "B", ""], ["5", "", ""]]
    plan = planned(model, profile, {"S": rows})
    assert [(p.code, str(p.place), p.value) for p in plan.problems] == [
        ("unexpected-entry", "S!B4", "C"),
        ("missing-entry", "S!C5", ""),
        ("missing-entry", "S!B6", ""),
    ]
    assert plan.problems[0].way_out("de") == "Möglich ist: A, B."
    assert [(i.rows, i.numbers) for i in plan.ignored] == [(3, (4, 5, 6))]
    assert set(values(check(plan))) == {"1", "2"}


def test_a_sheet_without_an_expected_column_is_not_read(model: Metamodel) -> None:
    profile = "sheets: [{sheet: S, expect: [{column: Art, equals: A}], facts: [{fact: Application, id: Nr}]}]"
    plan = planned(model, profile, {"S": [["Nr"], ["1"]]})
    assert plan.sheets == ()
    assert ("missing-key-column", "Art") in [(p.code, p.value) for p in plan.problems]


def test_columns_left_out_by_the_beginning_of_their_heading(model: Metamodel) -> None:
    profile = 'sheets: [{sheet: S, leave_out: ["abo:*"], facts: [{fact: Application, id: Nr}]}]'
    rows = [["Nr", "Abo:A", "abo:B:C", "Aboliste"], ["1", "x", "y", "z"]]
    plan = planned(model, profile, {"S": rows})
    assert values(check(plan)) == {"1": {"Aboliste": "z"}}
    assert [p.message("en") for p in plan.problems] == [
        "S: The profile takes nothing from: Abo:A (B), abo:B:C (C). Filled cells in them: 2."
    ]


def test_a_plan_says_of_every_column_what_it_is(model: Metamodel) -> None:
    profile = "sheets: [{sheet: S, facts: [{fact: Application, id: Nr, fields: {name: Titel}}]}]"
    (sheet,) = planned(model, profile, read_bytes("S.csv", b"Nr;Titel;Mehr\n1;Eins;x\n")).sheets
    assert [(c.index, c.heading, c.field) for c in sheet.columns] == [
        (0, "Nr", "id"),
        (1, "Titel", "name"),
        (2, "Mehr", None),
    ]
