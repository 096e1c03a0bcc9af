"""What a profile takes nothing from is told: once a sheet, with the columns and how much stands in them."""

from __future__ import annotations

from typing import Any

import pytest
from inventories import Sheets, table

from ea_cockpit.ingest.importer import Request, check_only
from ea_cockpit.ingest.ledger import SheetCount
from ea_cockpit.ingest.plan import Plan
from ea_cockpit.ingest.problem import Problem, Severity
from ea_cockpit.ingest.profile import parse_profile
from ea_cockpit.ingest.profile_plan import plan_with
from ea_cockpit.ingest.report import text_lines
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.metamodel import Metamodel

FACT = "facts: [{fact: Application, id: Nr, fields: {name: Titel}}]"


@pytest.fixture(scope="module")
def model() -> Metamodel:
    return standard_metamodel()


def planned(model: Metamodel, rule: str, rows: list[list[Any]], **others: list[list[Any]]) -> Plan:
    profile = f"title: {{de: Test, en: Test}}\nsheets:\n- {{sheet: S, {rule}}}\n"
    return plan_with(parse_profile(profile.encode(), "test.yaml"), [table({"S": rows, **others})], model)


def unread(plan: Plan) -> dict[str, tuple[tuple[int, ...], int]]:
    """The columns nothing is taken from and the filled cells in them, by sheet."""
    found: list[Problem] = [problem for problem in plan.problems if problem.code == "unread-columns"]
    assert len({problem.place for problem in found}) == len(found)
    return {problem.place.sheet: (problem.values["places"], problem.values["count"]) for problem in found}


def test_columns_left_out_are_told_and_keep_nothing_from_coming_in(model: Metamodel) -> None:
    rows = [["Nr", "Titel", "Wer", "Leer", "Mehr"], ["1", "Eins", "AFU", "", "x"], ["2", "Zwei", "", "", ""]]
    sheets: Sheets = {"S": rows}
    plan = planned(model, f"leave_out: [Wer, Leer], {FACT}", rows)
    report = check_only(Request([table(sheets)], plan), model, None)
    (problem,) = report.problems
    assert (problem.severity, report.has_errors, str(problem.place)) == (Severity.HINT, False, "S")
    assert problem.message("de") == "S: Das Profil übernimmt nicht: Wer (C). Gefüllte Zellen darin: 1."
    assert problem.message("en") == "S: The profile takes nothing from: Wer (C). Filled cells in them: 1."
    # No row and no sheet is left out for it.
    assert report.sheets == (SheetCount("inventar.xlsx", "S", 3, 2, 0, 1),)
    assert report.ignored == ()
    shown = "\n".join(text_lines(report, model, "de"))
    assert "Hinweis  S: Das Profil übernimmt nicht: Wer (C)." in shown
    assert "[unread-columns]" in shown
    assert [p["code"] for p in report.as_json("de")["problems"]] == ["unread-columns"]


def test_a_sheet_that_only_adds_links_tells_what_else_it_holds(model: Metamodel) -> None:
    rule = "facts: [{fact: Application, extends: true, id: a, fields: {hosted_on: s}}]"
    assert unread(planned(model, rule, [["a", "s", "x"], ["1", "s1", "?"], ["1", "s2", "?"]])) == {"S": ((2,), 2)}


def test_parts_of_values_conditions_and_columns_kept_are_no_loss(model: Metamodel) -> None:
    rule = """
  expect: [{column: E, not_empty: true, where: [{column: F, equals: f}]}],
  ignore_rows: [{where: [{column: Weg, equals: ja}], reason: {de: weg, en: gone}}],
  facts: [{fact: Application, id: {template: "{A}.{B}"}, where: [{column: C, not_empty: true}], custom: [K],
           fields: {name: {join: [G, H]}, version: {lookup: {sheet: T, match: m, by: L, take: t}}}}]"""
    rows = [["A", "B", "C", "E", "F", "G", "H", "K", "L", "Weg"], [*"abcefghkl", "nein"]]
    assert unread(planned(model, rule, rows, T=[["m", "t"], ["l", "7"]])) == {}


def test_columns_a_lookup_reads_are_no_loss(model: Metamodel) -> None:
    rule = (
        "facts: [{fact: Application, id: Nr, custom: none, fields: {version: {lookup: {sheet: S, match: K, by: L, "
        "take: V}}}}]"
    )
    assert unread(planned(model, rule, [["Nr", "K", "L", "V", "X"], ["1", "k", "k", "7", "x"]])) == {"S": ((4,), 1)}


def test_a_field_that_lacks_a_column_leaves_its_others_unread(model: Metamodel) -> None:
    rule = 'facts: [{fact: Application, id: Nr, fields: {name: {template: "{Titel} {Zusatz}"}}}]'
    plan = planned(model, rule, [["Nr", "Titel"], ["1", "Eins"]])
    assert unread(plan) == {"S": ((1,), 1)}
    assert [p.code for p in plan.problems] == ["missing-column", "unread-columns"]


def test_columns_without_a_heading_are_named_by_their_letter(model: Metamodel) -> None:
    plan = planned(model, FACT, [["Nr", "Titel", ""], ["1", "Eins", "x", "y"], ["2", "Zwei", "", "z"]])
    assert unread(plan) == {"S": ((2, 3), 3)}
    assert "Spalte C ohne Überschrift, Spalte D ohne Überschrift." in plan.problems[0].message("de")
    assert "column C without a heading, column D without a heading." in plan.problems[0].message("en")


def test_rows_left_out_and_headings_that_repeat_are_told_already(model: Metamodel) -> None:
    ignored = "ignore_rows: [{where: [{column: Nr, equals: '2'}], reason: {de: weg, en: gone}}]"
    rows = [["Liste", "", "Stand"], [], ["Nr", "Titel", "Wer", "Titel"], ["1", "Eins", "", "x"], ["2", "Zwei", "AFU"]]
    plan = planned(model, f"header_row: 3, leave_out: [Wer], {ignored}, {FACT}", rows)
    assert [p.code for p in plan.problems] == ["repeated-heading"]


def test_many_columns_are_counted_and_long_headings_cut(model: Metamodel) -> None:
    more = [f"Spalte {number}" for number in range(13)]
    rows = [["Nr", "Titel", "{x} " * 20, *more], ["1", "Eins", *("x" for _ in range(14))]]
    plan = planned(model, FACT.replace("fields", "custom: none, fields"), rows)
    assert unread(plan) == {"S": (tuple(range(2, 16)), 14)}
    message = plan.problems[0].message("de")
    assert "{x} {x} {x} {x} {x} {x} {x} {x} {x} {x}… (C), Spalte 0 (D)" in message.replace(" …", "…")
    assert "Spalte 10 (N) und 2 weitere. Gefüllte Zellen darin: 14." in message
    assert "Spalte 10 (N) and 2 more. Filled cells in them: 14." in plan.problems[0].message("en")


def test_a_whole_sheet_left_out_has_no_columns_to_tell(model: Metamodel) -> None:
    plan = planned(model, FACT, [["Nummer", "Titel"], ["1", "Eins"]], Fremd=[["a"], ["b"]])
    assert unread(plan) == {}
    assert {item.sheet for item in plan.ignored} == {"S", "Fremd"}
