"""Any layout: sheets and columns of offices' own making are recognised, doubtful ones are asked, nothing is lost."""

from __future__ import annotations

from typing import Any

import pytest
from inventories import Sheets, table

from ea_cockpit.ingest.check import Checked, check
from ea_cockpit.ingest.map import map_tables
from ea_cockpit.ingest.plan import CERTAIN, NAMED, Plan, is_filled
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.tabular.examples import ExampleSheet, example_workbook
from ea_cockpit.tabular.reader import Table, read_bytes

METAMODEL = standard_metamodel()


def plan(sheets: Sheets, name: str = "liste.xlsx") -> Plan:
    return map_tables([table(sheets, name)], METAMODEL)


def shown(**sheets: ExampleSheet) -> Table:
    return read_bytes("liste.xlsx", example_workbook(sheets))


def taken(found: Plan, sheet: int = 0) -> dict[str, str | None]:
    """The field each heading was taken for."""
    columns = found.sheets[sheet].columns
    return {c.heading: c.field if c.match.certain else None for c in columns}


def codes(found: Plan) -> set[str]:
    return {problem.code for problem in found.problems}


def accounted(found: Plan, *tables: Table) -> Checked:
    """Every filled row is a heading row, given to facts, or listed."""
    checked = check(found)
    filled = sum(is_filled(row) for item in tables for sheet in item.sheets for row in sheet.rows)
    rows = sum(count.rows for count in checked.counts.values())
    assert filled == len(found.sheets) + rows + sum(item.rows for item in found.ignored)
    return checked


GERMAN: list[list[Any]] = [
    ["App-ID", "Anwendung", "Verantwortliche Stelle", "Zustand", "Hersteller", "Betriebskosten p.a.", "Go-Live", "EOL"],
    ["A1", "Erste", "Amt 1", "Produktiv", "Firma 1", 1000, "1.1.2020", "31.12.2030"],
    ["A2", "Zweite", "Amt 2", "Geplant", "Firma 2", 2000, "1.1.2021", "31.12.2031"],
    ["A3", "Dritte", "Amt 1", "Produktiv", "Firma 1", "CHF 3'000.–", "1.1.2022", "31.12.2032"],
]
FRENCH: list[list[Any]] = [
    ["Identifiant", "Nom de l'application", "Service responsable", "Statut", "Fournisseur", "Coût annuel",
     "Mise en service", "Fin de vie"],
    *GERMAN[1:],
]  # fmt: skip
ENGLISH: list[list[Any]] = [
    [
        "ID",
        "Application name",
        "Responsible office",
        "Lifecycle status",
        "Vendor",
        "Annual cost",
        "Go-live date",
        "End of life",
    ],
    *GERMAN[1:],
]
FIELDS = ["id", "name", "owned_by", "status", "supplied_by", "run_cost", "productive_since", "end_of_life"]


@pytest.mark.parametrize("rows", [GERMAN, FRENCH, ENGLISH], ids=["German", "French", "English"])
def test_one_unnamed_sheet_is_known_by_headings_and_cells(rows: list[list[Any]]) -> None:
    found = plan({"Tabelle1": rows})
    assert found.sheets[0].facts[0].kind.label == "Application"
    assert list(taken(found).values()) == FIELDS
    assert CERTAIN <= found.sheets[0].match.confidence < 1
    assert "Überschriften" in found.sheets[0].match.reason.de
    assert check(found).drafts["Application", "A3"].values["run_cost"] == 3000
    assert codes(found) == set()


@pytest.mark.parametrize(
    ("sheet", "file", "label"),
    [
        ("Fachanwendungen", "x.xlsx", "Application"), ("Applikationsliste 2026", "x.xlsx", "Application"),
        ("Datenflüsse", "x.xlsx", "Interface"), ("Projets", "x.xlsx", "Initiative"), ("Vendors", "x.xlsx", "Supplier"),
        ("Sheet1", "Serverliste.xlsx", "Hosting"), ("Tabelle1", "Leistungskatalog.xlsx", "Service"),
        ("Ämter", "x.xlsx", "OrganisationUnit"), ("Aemter", "x.xlsx", "OrganisationUnit"),
    ],
)  # fmt: skip
def test_sheets_are_known_by_their_title_or_the_files_name(sheet: str, file: str, label: str) -> None:
    found = plan({sheet: [["Nr.", "Bezeichnung"], ["X-1", "Eins"], ["X-2", "Zwei"]]}, file)
    known = [*found.sheets, *found.doubtful]
    assert [item.facts[0].kind.label for item in known] == [label]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Zust. Amt", "owned_by"), ("ZUSTÄNDIGES\nAMT*", "owned_by"), ("Zustaendiges Amt", "owned_by"),
        ("Kündigungs-\nfrist (Monate)", "notice_months"), ("Herst.", "supplied_by"), ("Kritikalitat", "criticality"),
        ("Kritikalität – siehe Legende", "criticality"), ("3. Lieferant", "supplied_by"), ("Applikationsname", "name"),
        ("Anz. User", "users"), ("ownedBy", "owned_by"), ("Lizenzkosten pro Jahr in CHF", "licence_cost"),
    ],
)  # fmt: skip
def test_headings_are_read_as_they_are_meant(heading: str, field: str) -> None:
    found = plan({"Applikationen": [["ID", heading], ["APP-1", "Hoch"]]})
    (match,) = [column for column in found.sheets[0].columns if column.index == 1]
    assert match.field == field


def test_a_workbook_of_the_template_needs_no_evidence() -> None:
    found = plan({"Applikationen": [["ID", "Name", "Status"], ["APP-1", "Erste", "Produktiv"]]})
    assert {column.match for column in found.sheets[0].columns} == {NAMED}
    assert found.sheets[0].sheet is not None
    assert codes(found) == set()


def test_a_doubtful_column_is_kept_and_asked() -> None:
    rows: list[list[Any]] = [["ID", "Name", "Zustand"], *[[f"APP-{n}", f"Name {n}", f"Regal {n}"] for n in range(1, 6)]]
    found = plan({"Applikationen": rows})
    (problem,) = found.problems
    assert problem.code == "doubtful-column"
    assert "«Status»" in problem.message("de")
    assert check(found).drafts["Application", "APP-1"].custom == {"Zustand": "Regal 1"}


def test_cells_decide_between_fields_of_one_heading() -> None:
    dates = plan({"Applikationen": [["ID", "Stand"], *[[f"APP-{n}", f"{n}.1.2026"] for n in range(1, 6)]]})
    words = plan({"Applikationen": [["ID", "Stand"], *[[f"APP-{n}", "Produktiv"] for n in range(1, 6)]]})
    assert (taken(dates)["Stand"], taken(words)["Stand"]) == ("confirmed_on", "status")


def test_every_column_has_one_field_at_most_and_its_alternatives() -> None:
    found = plan({"Applikationen": [["ID", "Bezeichnung", "Anwendung"], ["APP-1", "lang", "kurz"]]})
    assert sorted(map(str, taken(found).values())) == ["None", "id", "name"]
    (left,) = [column for column in found.sheets[0].columns if column.field is None]
    assert left.others[0][0] == "name"


def test_ids_are_made_from_names_the_same_each_time() -> None:
    sheets: Sheets = {
        "Applikationen": [["Name", "Status"], ["Grundbuch Plus", "Produktiv"], ["Zürich-Büro", "Geplant"]]
    }
    found = plan(sheets)
    assert codes(found) == {"derived-ids"}
    assert set(check(found).drafts) == {("Application", "APP-grundbuch-plus"), ("Application", "APP-zuerich-buero")}
    assert set(check(plan(sheets)).drafts) == set(check(found).drafts)


def test_interfaces_without_ids_are_told_apart_by_both_ends() -> None:
    found = plan({"Schnittstellen": [["Quellsystem", "Zielsystem"], ["A", "B"], ["A", "C"]]})
    assert set(check(found).drafts) == {("Interface", "IF-a-b"), ("Interface", "IF-a-c")}


def test_empty_ids_stay_errors() -> None:
    found = plan({"Applikationen": [["ID", "Name"], ["APP-1", "Erste"], ["", "Zweite"]]})
    assert [problem.code for problem in check(found).problems] == ["missing-id"]


def test_offices_may_have_a_sheet_each() -> None:
    found = plan({"AFU": GERMAN, "ALW": [GERMAN[0], ["B1", *GERMAN[1][1:]], ["B2", *GERMAN[2][1:]]]})
    assert {sheet.sheet.name: sheet.facts[0].kind.label for sheet in found.sheets} == {
        "AFU": "Application", "ALW": "Application"
    }  # fmt: skip
    assert len(check(found).drafts) == 5


def test_sheets_that_say_nothing_are_left_out_with_a_reason() -> None:
    found = plan({
        "Deckblatt": [["Inventar"], ["Stand", "heute"]], "Applikationen": [["ID", "Name"], ["APP-1", "Erste"]],
        "Auswertung": [["Status", "Anzahl"], ["Produktiv", 1]],
    })  # fmt: skip
    assert {item.sheet for item in found.ignored} == {"Deckblatt", "Auswertung"}
    assert codes(found) == set()


def test_groups_above_the_headings_tell_columns_apart() -> None:
    rows: list[list[Any]] = [
        ["", "", "Kosten", "", ""],
        ["ID", "Name", "Betrieb", "Lizenzen", "Investition"],
        ["APP-1", "Erste", 1, 2, 3],
    ]
    merged = ((0, 2, 0, 4),)
    book = shown(Applikationen=ExampleSheet(rows, merged=merged))
    found = map_tables([book], METAMODEL)
    assert list(taken(found).values()) == ["id", "name", "run_cost", "licence_cost", "one_off_cost"]
    assert found.sheets[0].header == 1
    accounted(found, book)


def test_headings_over_two_lines_are_one() -> None:
    rows: list[list[Any]] = [
        ["ID", "Name", "Zuständiges", "Produktiv"],
        ["", "", "Amt", "seit"],
        ["APP-1", "Erste", "OE-1", "1.1.2020"],
    ]
    found = plan({"Applikationen": rows})
    assert taken(found) == {
        "ID": "id",
        "Name": "name",
        "Zuständiges Amt": "owned_by",
        "Produktiv seit": "productive_since",
    }
    accounted(found, table({"Applikationen": rows}))


def test_technical_headings_and_units_are_no_entries() -> None:
    rows: list[list[Any]] = [
        ["app_id", "app_name", "run_cost"], ["App-ID", "Anwendung", "Betriebskosten"], ["", "Text", "CHF/Jahr"],
        ["APP-1", "Erste", 100],
    ]  # fmt: skip
    book = shown(Applikationen=ExampleSheet(rows, hidden_rows=(0,)))
    found = map_tables([book], METAMODEL)
    checked = accounted(found, book)
    assert taken(found) == {"App-ID": "id", "Anwendung": "name", "Betriebskosten": "run_cost"}
    assert set(checked.drafts) == {("Application", "APP-1")}


def test_a_column_without_heading_is_kept_under_its_letter() -> None:
    found = plan({"Applikationen": [["ID", "Name", ""], ["APP-1", "Erste", "etwas"]]})
    assert check(found).drafts["Application", "APP-1"].custom == {"Spalte C": "etwas"}


def test_merged_cells_count_for_each_row() -> None:
    rows = [
        ["ID", "Name", "Zuständiges Amt"],
        ["APP-1", "Erste", "OE-1"],
        ["APP-2", "Zweite", ""],
        ["APP-3", "Dritte", ""],
    ]
    book = shown(Applikationen=ExampleSheet(rows, merged=((1, 2, 2, 2),)))
    found = map_tables([book], METAMODEL)
    drafts = accounted(found, book).drafts
    owners = {id_: draft.refs["owned_by"] for (_, id_), draft in drafts.items()}
    assert owners == {"APP-1": ("OE-1",), "APP-2": ("OE-1",), "APP-3": ()}
    assert codes(found) == {"merged-cells"}


def test_many_formulas_without_a_value_are_told_once() -> None:
    rows: list[list[Any]] = [["ID", "Name", "Version"], *[[f"APP-{n}", f"Name {n}", ""] for n in range(1, 31)]]
    few = ExampleSheet(rows, formulas={(n, 2): '="7."&1' for n in range(1, 4)})
    many = ExampleSheet(rows, formulas={(n, 2): '="7."&1' for n in range(1, 31)})
    assert [str(p.place) for p in map_tables([shown(Applikationen=few)], METAMODEL).problems] == [
        "Applikationen!C2", "Applikationen!C3", "Applikationen!C4"
    ]  # fmt: skip
    (problem,) = map_tables([shown(Applikationen=many)], METAMODEL).problems
    assert (str(problem.place), problem.values["count"]) == ("Applikationen!C1", 30)


def test_a_heading_of_two_meanings_leaves_the_one_another_column_has() -> None:
    rows = [["ID", "Name der Anwendung", "Software"], ["APP-1", "Erste", "Produkt 1"], ["APP-2", "Zweite", "Produkt 2"]]
    assert taken(plan({"Applikationen": rows})) == {"ID": "id", "Name der Anwendung": "name", "Software": "product"}


def test_running_numbers_and_placeholders_make_no_ids() -> None:
    rows: list[list[Any]] = [["Lfd.-Nr.", "Anwendung", "Zustand"], [1, "Erste", "Produktiv"], [2, "k.A.", "Geplant"],
                             [3, "?", "Geplant"]]  # fmt: skip
    checked = check(plan({"Applikationen": rows}))
    assert set(checked.drafts) == {("Application", "APP-erste")}
    assert [p.place.row for p in checked.problems if p.code == "missing-id"] == [3, 4]


def test_a_second_column_of_one_heading_is_kept_under_a_heading_of_its_own() -> None:
    found = plan({"Applikationen": [["ID", "Name", "Name", "Name"], ["APP-1", "Erste", "zweiter", "dritter"]]})
    assert check(found).drafts["Application", "APP-1"].custom == {"Name (2)": "zweiter", "Name (3)": "dritter"}
    assert codes(found) == {"repeated-heading"}


def test_codes_below_the_headings_are_no_entries() -> None:
    rows = [["ID", "Name", "Status"], ["FLD_001", "FLD_002", "FLD_003"], ["APP-1", "Erste", "Produktiv"]]
    found = plan({"Applikationen": rows})
    assert set(accounted(found, table({"Applikationen": rows})).drafts) == {("Application", "APP-1")}


def test_a_second_line_that_knows_more_words_is_still_the_second() -> None:
    rows = [
        ["Inventar-", "Dienstleistung", "Digital", "Data", "Access"],
        ["nummer", "", "maturity", "source", "channel"],
        ["L-1", "Eine Leistung", "3", "Erhebung", "Schalter"],
        ["L-2", "Noch eine", "2", "Erhebung", "Online"],
    ]
    found = plan({"Leistungen": rows})
    assert found.sheets[0].header == 1
    assert set(accounted(found, table({"Leistungen": rows})).drafts) == {("Service", "L-1"), ("Service", "L-2")}


def test_cells_that_ask_to_be_filled_say_nothing_against_a_heading() -> None:
    asks = [["", "", "bitte auswählen"]] * 5
    rows = [["App-ID", "Anwendung", "Zustand"], ["A1", "Erste", "Produktiv"], ["A2", "Zweite", "Geplant"], *asks]
    assert taken(plan({"Applikationen": rows}))["Zustand"] == "status"


def test_headings_that_are_clear_together_need_no_sheet_title() -> None:
    rows: list[list[Any]] = [
            ["Art", "Name (Freitext)*", "Gehalten vvon", "Aufbeawhrung",
             "Klassifizierung (Auswahl)", "Personendaten",
             "Enthält Datenobjekte", "Azahl Datensätze"],
            ["Datenbank", "Erste", "APP-1", "10 Jahre", "Intern", "Keine", "DO-1", 12]]  # fmt: skip
    found = plan({"Tabelle5": rows})
    assert [sheet.facts[0].kind.label for sheet in found.sheets] == ["DataStore"]


def test_a_title_over_keys_of_entries_is_the_link_of_that_name() -> None:
    apps = [["ID", "Name"], ["APP-1", "Eins"], ["APP-2", "Zwei"], ["APP-3", "Drei"]]
    flows = [["Nr.", "Bezeichnung", "Quelle", "Ziel"], ["IF-1", "a", "APP-1", "APP-2"], ["IF-2", "b", "APP-2", "APP-3"],
             ["IF-3", "c", "APP-3", "APP-1"]]  # fmt: skip
    found = plan({"Applikationen": apps, "Schnittstellen": flows})
    links = next(sheet for sheet in found.sheets if sheet.sheet.name == "Schnittstellen")
    assert {c.heading: c.field for c in links.columns} == {
        "Nr.": "id", "Bezeichnung": "name", "Quelle": "provided_by", "Ziel": "consumed_by"
    }  # fmt: skip
    told = [[*row[:2], "Interview", row[3]] for row in flows[1:]]
    written = plan({"Applikationen": apps, "Schnittstellen": [flows[0], *told]})
    links = next(sheet for sheet in written.sheets if sheet.sheet.name == "Schnittstellen")
    assert {c.heading: c.field for c in links.columns}["Quelle"] == "source"


def test_headings_on_two_lines_that_are_repeated_on_one() -> None:
    rows: list[list[Any]] = [
        ["Id", "Zuständiges", "Anzahl", "Name"], ["", "Amt", "Benutzende", ""], ["APP-1", "OE-1", 5, "Eins"],
        ["APP-2", "OE-2", 6, "Zwei"], ["Id", "Zuständiges Amt", "Anzahl Benutzende", "Name"],
        ["APP-3", "OE-1", 7, "Drei"],
    ]  # fmt: skip
    found = plan({"Applikationen": rows})
    assert found.sheets[0].header == 1
    drafts = accounted(found, table({"Applikationen": rows})).drafts
    assert {id_: draft.values["users"] for (_, id_), draft in drafts.items()} == {"APP-1": 5, "APP-2": 6, "APP-3": 7}
