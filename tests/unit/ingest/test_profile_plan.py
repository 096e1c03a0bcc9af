"""What a profile can say, each entry tried on a real workbook up to the drafts of facts."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from inventories import Sheets, table

from ea_cockpit.ingest.check import Checked, check
from ea_cockpit.ingest.plan import Plan
from ea_cockpit.ingest.profile import parse_profile
from ea_cockpit.ingest.profile_plan import plan_with
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.tabular.reader import Table, read_bytes


@pytest.fixture(scope="module")
def model() -> Metamodel:
    return standard_metamodel()


def planned(model: Metamodel, profile: str, *files: Table | Sheets) -> Plan:
    text = "title: {de: Test, en: Test}\n" + profile
    tables = [item if isinstance(item, Table) else table(item) for item in files]
    return plan_with(parse_profile(text.encode(), "test.yaml"), tables, model)


def one_sheet(model: Metamodel, facts: str, rows: list[list[Any]], more: str = "", **others: Any) -> Checked:
    """Drafts of one sheet `S`; `facts` is the YAML list of its facts."""
    return check(planned(model, f"sheets:\n- sheet: S\n{more}  facts: {facts}\n", {"S": rows, **others}))


def values(checked: Checked, label: str = "Application") -> dict[str, dict[str, Any]]:
    """Filled values, links and additional attributes by id."""
    return {
        id_: {k: v for k, v in {**d.values, **d.refs, **d.custom}.items() if v not in (None, ())}
        for (kind, id_), d in checked.drafts.items()
        if kind == label
    }


def test_a_column_keeps_the_kind_of_its_cell(model: Metamodel) -> None:
    facts = "[{fact: Application, id: nr, fields: {name: Titel, productive_since: SEIT, users: Leute, published: Da}}]"
    rows: list[list[Any]] = [["Nr", "Titel", "Seit", "Leute", "da"], [7, "Sieben", "01.02.2020", 12, True]]
    checked = one_sheet(model, facts, rows)
    day = dt.date(2020, 2, 1)
    assert checked.problems == []
    assert values(checked) == {"7": {"name": "Sieben", "productive_since": day, "users": 12, "published": True}}


def test_a_csv_file_is_a_sheet_named_by_the_file(model: Metamodel) -> None:
    csv = read_bytes("Meine Systeme.csv", b"nr;titel\n007;Sieben\n")
    profile = "sheets: [{sheet: meine systeme, facts: [{fact: Application, id: nr, fields: {name: titel}}]}]"
    assert values(check(planned(model, profile, csv))) == {"007": {"name": "Sieben"}}


def test_join_template_constant_and_prefix(model: Metamodel) -> None:
    facts = """
  - fact: DataStore
    id: {template: "{DB}.{Schema}", prefix: "X-"}
    custom: none
    fields:
      name: {join: [Schema, DB], join_with: " / "}
      kind: {constant: schema}
      held_by: {template: "({App})"}
"""
    rows = [["DB", "Schema", "App"], ["edit", "a", "1"], ["edit", "", ""], ["", "", "2"]]
    checked = one_sheet(model, facts, rows)
    assert values(checked, "DataStore") == {
        "X-edit.a": {"name": "a / edit", "kind": "schema", "held_by": ("(1)",)},
        "X-edit.": {"name": "edit", "kind": "schema"},
    }
    # A template whose parts are all empty is empty, also behind a prefix: the row has no ID.
    assert [(p.code, p.place.row) for p in checked.problems] == [("missing-id", 4)]


def test_values_are_translated_whatever_their_case(model: Metamodel) -> None:
    facts = """
  - fact: Application
    id: Nr
    fields:
      status: {column: Z, values: {LÄUFT: productive, weg: retired, "": planned}, others: ""}
      name: {column: N, values: {alt: neu}}
      description: {column: N, values: {alt: neu}, others: sonst}
"""
    rows = [["Nr", "Z", "N"], ["1", "läuft", "ALT"], ["2", "WEG ", "bleibt"], ["3", "?", ""], ["4", "", ""]]
    assert values(one_sheet(model, facts, rows)) == {
        "1": {"status": "productive", "name": "neu", "description": "neu"},
        "2": {"status": "retired", "name": "bleibt", "description": "sonst"},
        "3": {},
        "4": {"status": "planned"},
    }


def test_separators_split_translate_and_prefix_every_part(model: Metamodel) -> None:
    facts = """
  - fact: Application
    id: Nr
    fields:
      depends_on: {column: Braucht, separators: ["<>", ","], values: {alt: neu}, prefix: A-}
      aliases: {column: Namen, separators: "/"}
      used_by: Wer
"""
    rows = [["Nr", "Braucht", "Namen", "Wer"], ["1", "x<>alt, y,,x", "eins/zwei", "a, b; c"]]
    assert values(one_sheet(model, facts, rows)) == {
        "1": {"depends_on": ("A-x", "A-neu", "A-y"), "aliases": ("eins", "zwei"), "used_by": ("a, b", "c")}
    }


def test_lookups_reach_into_other_sheets_and_may_be_chained(model: Metamodel) -> None:
    facts = """
  - fact: Interface
    id: nr
    custom: none
    fields:
      provided_by: {lookup: {sheet: Flow, match: id, by: flow, take: von}, prefix: A-}
      consumed_by: {lookup: {sheet: Flow, match: id, by: flow, take: nach}, prefix: A-}
      format: {lookup: {sheet: Kind, match: k, take: word, by: {lookup: {sheet: Flow, match: id, by: flow, take: k}}}}
      name:
        template: "{a} → {b}"
        parts: {a: {lookup: {sheet: Flow, match: id, by: flow, take: von}}, b: {column: nr}}
"""
    flow = [["id", "von", "nach", "k"], [1, 10, 20, "f"], [1, 10, 30, "f"]]
    checked = one_sheet(
        model, facts, [["nr", "flow"], ["P1", 1], ["P2", 9]], Flow=flow, Kind=[["k", "word"], ["f", "XML"]]
    )
    assert values(checked, "Interface") == {
        "P1": {"provided_by": ("A-10",), "consumed_by": ("A-20", "A-30"), "format": "XML", "name": "10 → P1"},
        "P2": {"name": "→ P2"},
    }


@pytest.mark.parametrize(
    ("test", "kept"),
    [
        ("{column: T, equals: db}", {"1", "2"}),
        ("{column: T, one_of: [db, App]}", {"1", "2", "3"}),
        ("{column: T, none_of: [DB]}", {"3", "4"}),
        ("{column: T, not_empty: true}", {"1", "2", "3"}),
        ("{column: T, not_empty: false}", {"4"}),
        ("{column: T, equals: db}, {column: Nr, equals: 2}", {"2"}),
    ],
)
def test_where_keeps_the_rows_that_meet_every_condition(model: Metamodel, test: str, kept: set[str]) -> None:
    rows = [["Nr", "T"], ["1", "DB"], ["2", "db"], ["3", "app"], ["4", ""]]
    plan = planned(
        model, f"sheets: [{{sheet: S, facts: [{{fact: Application, id: Nr, where: [{test}]}}]}}]", {"S": rows}
    )
    assert set(values(check(plan))) == kept
    # Rows no rule is for are never dropped without a word.
    assert [item.rows for item in plan.ignored] == [4 - len(kept)]


def test_several_facts_from_one_row_merging_what_repeats(model: Metamodel) -> None:
    facts = """
  - {fact: Application, merges: true, id: App, fields: {hosted_on: Server}}
  - {fact: Hosting, merges: true, id: Server, fields: {kind: {constant: server}, location: Ort}}
"""
    rows = [["App", "Server", "Ort", "Notiz"], ["A", "s1", "", "n"], ["A", "s2", "Olten", ""], ["B", "s1", "Bern", ""]]
    checked = one_sheet(model, facts, rows)
    assert values(checked) == {"A": {"hosted_on": ("s1", "s2"), "Notiz": "n"}, "B": {"hosted_on": ("s1",)}}
    assert values(checked, "Hosting") == {
        "s1": {"kind": "server", "location": "Bern"}, "s2": {"kind": "server", "location": "Olten"}
    }  # fmt: skip
    assert checked.problems == []
    # Every row is accounted for: 3 rows make 2 facts, 1 adds to one of them.
    assert (checked.counts["Application"].rows, checked.counts["Application"].repeated) == (3, 1)


def test_sheets_of_relations_only_add_links(model: Metamodel) -> None:
    profile = """
sheets:
- {sheet: Wo, facts: [{fact: Application, extends: true, id: {column: a, prefix: A-}, fields: {hosted_on: s}}]}
- {sheet: Apps, facts: [{fact: Application, id: {column: id, prefix: A-}, fields: {name: n}}]}
"""
    sheets: Sheets = {
        "Wo": [["a", "s", "x"], [1, "s1", "?"], [1, "s2", "?"]],
        "Apps": [["id", "n"], [1, "Eins"], [2, "Zwei"]],
    }
    checked = check(planned(model, profile, sheets))
    assert values(checked) == {"A-1": {"name": "Eins", "hosted_on": ("s1", "s2")}, "A-2": {"name": "Zwei"}}
    assert not any(draft.extends for draft in checked.drafts.values())
    assert checked.drafts["Application", "A-1"].sheet == "Apps"


@pytest.mark.parametrize(
    ("custom", "kept"),
    [
        ("", {"Mandant": "m", "Rest": "r"}),
        ("custom: rest,", {"Mandant": "m", "Rest": "r"}),
        ("custom: none,", {}),
        ("custom: [Rest],", {"Rest": "r"}),
        ("custom: [rest, Name],", {"Mandant": "m", "Rest": "r", "Name (S)": "n"}),
    ],
)
def test_columns_nobody_uses_become_additional_attributes(model: Metamodel, custom: str, kept: dict[str, str]) -> None:
    facts = f"[{{fact: Application, id: Nr, {custom} fields: {{name: Name}}}}]"
    rows = [["Nr", "Name", "Mandant", "Weg", "Rest"], ["1", "n", "m", "w", "r"]]
    checked = one_sheet(model, facts, rows, "  leave_out: [weg]\n")
    assert checked.drafts["Application", "1"].custom == kept


def test_an_additional_attribute_never_takes_the_heading_of_a_field(model: Metamodel) -> None:
    rows = [["Nr", "Art", "KIND", "Mandant"], ["1", "pub", "k", "m"]]
    checked = one_sheet(model, "[{fact: Application, id: Nr}]", rows)
    # An export shows them beside the field «Art»; an import must tell them apart.
    assert checked.drafts["Application", "1"].custom == {"Art (S)": "pub", "KIND (S)": "k", "Mandant": "m"}


def test_headings_stand_where_the_profile_says(model: Metamodel) -> None:
    rows = [["Inventar", "2026"], [], ["Nr", "Name"], ["1", "n"]]
    checked = one_sheet(model, "[{fact: Application, id: Nr, fields: {name: Name}}]", rows, "  header_row: 3\n")
    assert values(checked) == {"1": {"name": "n"}}
    assert checked.drafts["Application", "1"].row == 4


def test_rows_and_sheets_left_out_are_listed_with_the_reason(model: Metamodel) -> None:
    profile = """
sheets:
- sheet: S
  ignore_rows:
  - {where: [{column: weg, equals: t}], reason: {de: gelöscht, en: deleted}}
  facts: [{fact: Application, id: Nr}]
ignore:
- {sheet: Notizen, reason: {de: nur intern, en: internal}}
"""
    sheets: Sheets = {
        "S": [["Nr", "weg"], ["1", "f"], ["2", "T"]], "Notizen": [["x"], ["y"]], "Fremd": [["z"]]
    }  # fmt: skip
    plan = planned(model, profile, sheets)
    assert {(i.sheet, i.rows, i.why.de) for i in plan.ignored} == {
        ("S", 1, "gelöscht"), ("Notizen", 2, "nur intern"), ("Fremd", 1, "im Profil nicht genannt")
    }  # fmt: skip
    assert set(values(check(plan))) == {"1"}
    assert plan.problems == ()


def test_files_of_the_template_may_stand_beside(model: Metamodel) -> None:
    own = table({"Applikationen": [["ID", "Name"], ["APP-9", "Neun"]]}, "eigene.xlsx")
    plan = planned(model, "sheets: [{sheet: S, facts: [{fact: Application, id: Nr}]}]", {"S": [["Nr"], ["1"]]}, own)
    assert set(values(check(plan))) == {"1", "APP-9"}


def test_missing_columns_are_problems_of_the_file(model: Metamodel) -> None:
    facts = """
  - fact: Application
    id: Nr
    fields: {name: Bezeichnug, users: Bezeichnug, version: {lookup: {sheet: X, match: a, by: Nr, take: b}}}
  - {fact: Supplier, id: Firma, fields: {name: Firma}}
"""
    checked = one_sheet(model, facts, [["Nr", "Bezeichnung"], ["1", "Eins"]])
    assert {(p.code, p.value, str(p.place)) for p in checked.problems} == {
        ("missing-column", "Bezeichnug", "S!1"), ("missing-key-column", "Firma", "S!1"),
        ("missing-lookup", "X (a, b)", "S!1"),
    }  # fmt: skip
    [column] = [p for p in checked.problems if p.code == "missing-column"]
    assert "betroffen: Name, Anzahl Benutzende" in column.message("de")
    assert "Ist gemeint: Bezeichnung?" in column.way_out("de")
    # A field whose column is missing stays untouched; an empty one would be cleared.
    assert checked.drafts["Application", "1"].values == {}


def test_a_sheet_without_its_key_is_left_out(model: Metamodel) -> None:
    plan = planned(model, "sheets: [{sheet: S, facts: [{fact: Application, id: Nr}]}]", {"S": [["Nummer"], ["1"]]})
    assert [p.code for p in plan.problems] == ["missing-key-column", "nothing-recognised"]
    assert [(i.sheet, i.why.en) for i in plan.ignored] == [("S", "a column for the ID is missing")]


def test_missing_sheets_are_told_unless_they_may_be(model: Metamodel) -> None:
    profile = """
sheets:
- {sheet: S, facts: [{fact: Application, id: Nr}]}
- {sheet: Server, facts: [{fact: Hosting, id: Nr}]}
- {sheet: Selten, required: false, facts: [{fact: Hosting, id: Nr}]}
"""
    plan = planned(model, profile, {"S": [["Nr"], ["1"]]})
    assert [(p.code, p.value) for p in plan.problems] == [("missing-sheet", "Server")]


def test_a_repeated_heading_counts_once(model: Metamodel) -> None:
    checked = one_sheet(
        model, "[{fact: Application, id: Nr, fields: {name: Name}}]", [["Nr", "Name", "NAME"], ["1", "a", "b"]]
    )
    assert [(p.code, str(p.place)) for p in checked.problems] == [("repeated-heading", "S!C1")]
    assert values(checked) == {"1": {"name": "a"}}
