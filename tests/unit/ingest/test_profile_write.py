"""What was recognised, written as a profile, reads the same files the same way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inventories import Sheets, table

from ea_cockpit.ingest.check import check
from ea_cockpit.ingest.layout import recognise
from ea_cockpit.ingest.map import map_tables
from ea_cockpit.ingest.plan import Plan
from ea_cockpit.ingest.profile import find_profile, parse_profile
from ea_cockpit.ingest.profile_plan import plan_with
from ea_cockpit.ingest.profile_saved import save_profile
from ea_cockpit.ingest.profile_write import profile_of
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.tabular.reader import Table, read_bytes, read_table

MODEL = standard_metamodel()
SAMPLES = Path(__file__).parents[3] / "import_samples"
MESSY: Sheets = {
    "Anwendungen": [
        ["Inventar des Amtes für Muster, Stand 2026"],
        [],
        ["Nr.", "Bezeichnung", "Zustand", "Wichtigkeit", "Bemerkung", "Bemerkung", "Kontakt"],
        ["A-1", "Grundbuch Plus", "in Betrieb", "hoch", "läuft", "x", "Team 1"],
        ["A-2", "Waldkataster", "geplant", "tief", "", "", "Team 2"],
        ["Nr.", "Bezeichnung", "Zustand", "Wichtigkeit", "Bemerkung", "Bemerkung", "Kontakt"],
        ["A-3", "Fischerei", "in Betrieb", "mittel", "", "y", ""],
        ["Total", 3],
    ],
    "Legende": [["Farbe", "Bedeutung"], ["rot", "weg"]],
}


def drafts(plan: Plan) -> dict[Any, Any]:
    return {
        key: (d.file, d.sheet, d.row, d.values, d.refs, d.custom, d.extends) for key, d in check(plan).drafts.items()
    }


def left_out(plan: Plan) -> set[tuple[str, str, int, tuple[int, ...]]]:
    return {(i.file, i.sheet, i.rows, i.numbers) for i in plan.ignored}


def assert_same(tables: list[Table], plan: Plan) -> None:
    profile = parse_profile(profile_of(plan).encode(), "erkannt.yaml")
    again = plan_with(profile, tables, MODEL)
    assert drafts(plan)
    assert drafts(again) == drafts(plan)
    assert left_out(again) == left_out(plan)
    assert not {p.code for p in again.problems} & {"missing-column", "missing-key-column", "missing-sheet"}


@pytest.mark.parametrize("path", sorted((SAMPLES / "musterkanton").glob("*.xlsx")), ids=lambda path: path.stem)
def test_the_sample_canton_comes_back_the_same(path: Path) -> None:
    tables = [read_table(path)]
    assert_same(tables, map_tables(tables, MODEL))


def test_titles_totals_repeated_headings_and_columns_of_one_name() -> None:
    tables = [table(MESSY)]
    plan = map_tables(tables, MODEL)
    assert {key for _, key in drafts(plan)} == {"A-1", "A-2", "A-3"}
    assert_same(tables, plan)


def test_ids_made_from_names() -> None:
    tables = [
        read_bytes("von nach.csv", b"Schnittstelle;von;nach;Art\nGB;Grundbuch;Steuern;Datei\nWald;Kataster;GIS;API\n")
    ]
    plan = map_tables(tables, MODEL)
    assert "id_from" in profile_of(plan)
    assert_same(tables, plan)


def test_several_files_of_one_layout_have_one_rule() -> None:
    sheets: Sheets = {"Applikationen": [["ID", "Name", "Farbe"], ["APP-1", "Eins", "rot"]]}
    other: Sheets = {"Applikationen": [["ID", "Name", "Farbe"], ["APP-2", "Zwei", "blau"]]}
    tables = [table(sheets, "a.xlsx"), table(other, "b.xlsx")]
    assert_same(tables, map_tables(tables, MODEL))


def test_doubt_and_what_is_unknown_can_be_read_in_it() -> None:
    text = profile_of(map_tables([table(MESSY)], MODEL))
    assert "# bitte prüfen: «Kontakt»" in text
    assert '# it_owner: "Kontakt"' in text
    assert 'custom: ["Bemerkung", "Bemerkung (2)", "Kontakt"]' in text
    assert "# please check: " in profile_of(map_tables([table(MESSY)], MODEL), "en")
    # Agreeing is taking the mark away.
    agreed = text.replace('# it_owner: "Kontakt"', 'it_owner: "Kontakt"').replace(', "Kontakt"]', "]")
    plan = plan_with(parse_profile(agreed.encode(), "x.yaml"), [table(MESSY)], MODEL)
    assert check(plan).drafts["Application", "A-1"].values["it_owner"] == "Team 1"


def test_a_saved_one_applies_itself_to_the_next_file_of_the_shape(tmp_path: Path) -> None:
    first = read_bytes(
        "Applikationen.csv", "Nr;Applikation;Zustand;Zuständiges Amt\nA-1;Eins;in Betrieb;AFU\n".encode()
    )
    plan = map_tables([first], MODEL)
    save_profile(profile_of(plan), tmp_path, "Monatsliste")
    later = read_bytes("Stand Februar.csv", "Nr;Applikation;Zustand;Zuständiges Amt\nA-2;Zwei;geplant;ARP\n".encode())
    found, used = recognise([later], MODEL, None, tmp_path)
    assert used == "Monatsliste"
    assert {key for _, key in drafts(found)} == {"A-2"}
    assert find_profile([read_bytes("Anderes.csv", b"Nr;Applikation\nA-2;Zwei\n")], None, tmp_path) is None


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.text(min_size=1, max_size=20), min_size=1, max_size=4, unique_by=lambda t: " ".join(t.split()).casefold()
    )
)
def test_any_heading_can_be_written_down(headings: list[str]) -> None:
    # As a workbook in memory: what a file format cannot hold is not the point here.
    rows: list[list[Any]] = [["ID", "Name", *headings], ["APP-1", "Eins", *("x" for _ in headings)]]
    tables = [read_rows(rows)]
    plan = map_tables(tables, MODEL)
    profile = parse_profile(profile_of(plan).encode(), "erkannt.yaml")
    assert drafts(plan_with(profile, tables, MODEL)) == drafts(plan)


def read_rows(rows: list[list[Any]]) -> Table:
    made = table({"Applikationen": [["ID"]]})
    (sheet,) = made.sheets
    return Table(made.file, made.sha256, (type(sheet)(sheet.name, rows),))
