"""A workbook with its problems in it is still the user's own, and opens in every spreadsheet library."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from inventories import workbook
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from ea_cockpit.tabular.annotate import Kept, Mark, annotate, is_findings, is_rest, suffix_of
from ea_cockpit.tabular.annotate_list import COLORS
from ea_cockpit.tabular.reader import Sheet, Table, read_bytes

SAMPLES = sorted((Path(__file__).parents[3] / "import_samples" / "musterkanton").glob("*.xlsx"))


def mark(sheet: str, row: int, column: str, severity: str = "error", message: str = "Falsch.") -> Mark:
    return Mark(sheet, row, column, severity, "Überschrift", "Wert", message, "Korrigieren Sie es.", "some-code")


def opened(content: bytes) -> Any:
    return load_workbook(io.BytesIO(content), rich_text=True)


def fill(cell: Any) -> str:
    return str(cell.fill.fgColor.rgb)[2:] if cell.fill.patternType == "solid" else ""


def elaborate() -> bytes:
    """A workbook with what offices put into theirs: formats, formulas, a chart, a validation, a note, names."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        money = book.add_format({"num_format": "#,##0.00", "bold": True, "bg_color": "#00FF00"})
        sheet = book.add_worksheet("Applikationen")
        sheet.write_row(0, 0, ["ID", "Name", "Kosten"])
        sheet.write_row(1, 0, ["APP-1", "Eins"])
        sheet.write_number(1, 2, 1250.5, money)
        sheet.write_formula(2, 2, "=C2*2", money, 2501)
        sheet.write_comment("A2", "Notiz des Amts")
        sheet.data_validation("B2:B9", {"validate": "list", "source": ["Eins", "Zwei"]})
        sheet.set_column(0, 0, 33)
        sheet.autofilter(0, 0, 2, 2)
        sheet.freeze_panes(1, 0)
        other = book.add_worksheet("Auswertung's")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Applikationen!$C$2:$C$3"})
        other.insert_chart("B2", chart)
        other.activate()
        book.define_name("Kosten", "=Applikationen!$C$2:$C$3")
        other.print_area("A1:C9")
    return out.getvalue()


MARKS = [
    mark("Applikationen", 2, "A", "warning"), mark("Applikationen", 2, "C"), mark("Applikationen", 2, "C", "hint"),
    mark("Applikationen", 7, "AB", "hint"), mark("Applikationen", 3, ""), mark("Auswertung's", 0, ""), mark("", 0, ""),
]  # fmt: skip


def test_the_cells_are_coloured_and_noted_and_all_else_stays() -> None:
    content = elaborate()
    changed = annotate(read_bytes("a.xlsx", content), MARKS, "de")
    book, before = opened(changed), opened(content)
    sheet, old = book["Applikationen"], before["Applikationen"]
    assert book.sheetnames == ["Befunde", "Applikationen", "Auswertung's"]
    found = {ref: fill(sheet[ref]) for ref in ("A2", "C2", "AB7", "A3", "B2", "C3")}
    red, yellow, blue = COLORS["error"], COLORS["warning"], COLORS["hint"]
    assert found == {"A2": yellow, "C2": red, "AB7": blue, "A3": red, "B2": "", "C3": "00FF00"}
    assert sheet["C2"].number_format == old["C2"].number_format == "#,##0.00"
    assert sheet["C2"].font.b
    assert [[c.value for c in row] for row in sheet["A1:C3"]] == [[c.value for c in row] for row in old["A1:C3"]]
    assert sheet["C3"].value == "=C2*2"
    assert (sheet.column_dimensions["A"].width, sheet.freeze_panes, sheet.auto_filter.ref) == (
        old.column_dimensions["A"].width, old.freeze_panes, old.auto_filter.ref,
    )  # fmt: skip
    assert sheet["A2"].comment.text == "Notiz des Amts\n\nEA-Cockpit: Warnung: Falsch.\nKorrigieren Sie es."
    assert sheet["C2"].comment.text.count("Falsch.") == 2
    assert book["Auswertung's"].print_area == before["Auswertung's"].print_area
    assert (set(book.defined_names), book.active.title) == ({"Kosten"}, "Befunde")
    assert [s.sheet_view.tabSelected for s in book] == [True, None, None]


def test_the_parts_nobody_touches_are_the_same_bytes() -> None:
    content = elaborate()
    changed = annotate(read_bytes("a.xlsx", content), MARKS[:2], "de")
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(io.BytesIO(changed)) as new:
        same = {name for name in old.namelist() if old.read(name) == new.read(name)}
        assert {"xl/charts/chart1.xml", "xl/drawings/drawing1.xml", "xl/sharedStrings.xml"} <= same
        assert set(old.namelist()) < set(new.namelist())


def test_the_list_names_every_mark_worst_first_with_links_inside() -> None:
    book = opened(annotate(read_bytes("a.xlsx", elaborate()), MARKS, "de"))
    sheet = book["Befunde"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(max_col=7)]
    assert rows[0][0] == "EA-Cockpit: Befunde zu a.xlsx"
    assert rows[1][0] == "4 Fehler, 1 Warnungen, 2 Hinweise"
    begin = next(number for number, row in enumerate(rows) if row[0] == "Schwere") + 1
    assert [row[0] for row in rows[begin:]] == ["Fehler"] * 4 + ["Warnung"] + ["Hinweis"] * 2
    assert rows[begin][1:] == ["Applikationen!C2", "Überschrift", "Wert", "Falsch.", "Korrigieren Sie es.", "some-code"]
    links = [cell.hyperlink.location for cell in sheet["B"] if cell.hyperlink]
    assert links[:3] == ["'Applikationen'!C2", "'Applikationen'!A3", "'Auswertung''s'!A1"]
    assert all(cell.hyperlink.target is None for cell in sheet["B"] if cell.hyperlink)


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_hostile_text_stays_text(name: str) -> None:
    evil = '=HYPERLINK("http://x","y")\x07 </t><f>1</f> &amp; \' \ud800'
    content = workbook({"a": [["ID"], ["=1+1"]]}) if name == "a.xlsx" else b"ID;B\n=1+1;2\n"
    book = opened(annotate(read_bytes(name, content), [mark("a", 2, "A", message=evil)], "en"))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    shown = [str(cell.value) for cell in book["Findings"]["E"] if cell.value]
    assert shown[-1].startswith('=HYPERLINK("http://x","y") </t><f>1</f> &amp;')
    assert shown[-1][:30] in book["a"]["A2"].comment.text


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_real_workbooks_come_through(path: Path) -> None:
    table = read_bytes(path.name, path.read_bytes())
    marks = [mark(sheet.name, row, "B") for sheet in table.sheets for row in range(2, min(len(sheet.rows), 5))]
    changed = read_bytes(path.name, annotate(table, marks, "de"))
    assert is_findings(changed.sheets[0])
    assert [s for s in changed.sheets[1:] if s.name == "x"] == []
    assert [(s.name, s.rows, s.hidden) for s in changed.sheets[1:]] == [
        (s.name, s.rows, s.hidden) for s in table.sheets
    ]  # fmt: skip


def test_annotating_again_takes_the_old_marks_away() -> None:
    first = read_bytes("a.xlsx", annotate(read_bytes("a.xlsx", elaborate()), [mark("Applikationen", 3, "B")], "de"))
    book = opened(first.content)
    # As Excel or anybody's library saves it: other part names, other numbers of styles.
    out = io.BytesIO()
    book.save(out)
    for content in (first.content, out.getvalue()):
        again = opened(annotate(read_bytes("a.xlsx", content), [mark("Applikationen", 2, "B")], "de"))
        assert again.sheetnames == ["Befunde", "Applikationen", "Auswertung's"]
        sheet = again["Applikationen"]
        assert (fill(sheet["B3"]), sheet["B3"].comment, fill(sheet["B2"])) == ("", None, COLORS["error"])
        assert "Notiz des Amts" in sheet["A2"].comment.text
        assert again["Auswertung's"].print_area.endswith("$A$1:$C$9")


def test_macros_stay() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.add_worksheet("Applikationen").write_row(0, 0, ["ID"])
        book.add_vba_project(io.BytesIO(b"no real macros"), is_stream=True)
    changed = annotate(read_bytes("a.xlsm", out.getvalue()), [mark("Applikationen", 1, "A")], "de")
    with zipfile.ZipFile(io.BytesIO(changed)) as archive:
        assert archive.read("xl/vbaProject.bin") == b"no real macros"
    assert suffix_of(changed) == ".xlsm"


def test_other_formats_become_a_workbook_of_the_same_rows() -> None:
    table = read_bytes("Applikationen.csv", b"ID;Name\nAPP-1;007\n")
    content = annotate(table, [mark("Applikationen", 2, "B")], "de")
    book = opened(content)
    assert book.sheetnames == ["Befunde", "Applikationen"]
    assert [[c.value for c in row] for row in book["Applikationen"].iter_rows()] == [["ID", "Name"], ["APP-1", "007"]]
    assert fill(book["Applikationen"]["B2"]) == COLORS["error"]
    assert suffix_of(content) == ".xlsx"
    assert not is_rest(read_bytes("a.xlsx", content))


def test_the_rest_holds_only_its_rows_and_fills_what_was_merged() -> None:
    out = io.BytesIO()
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Applikationen"
    for row in (["Titel"], ["ID", "Amt"], ["APP-1", "AFU"], ["APP-2", None], ["APP-3", "AWA"]):
        sheet.append(row)
    sheet.merge_cells("B3:B4")
    book.create_sheet("Anderes")
    book.save(out)
    table = read_bytes("a.xlsx", out.getvalue())
    content = annotate(table, [mark("Applikationen", 4, "A")], "de", {"Applikationen": Kept((1, 2, 4), 2)})
    left = opened(content)
    assert left.sheetnames == ["Befunde", "Applikationen"]
    rows = [[c.value for c in row] for row in left["Applikationen"].iter_rows()]
    assert rows == [["Titel", None], ["ID", "Amt"], ["APP-2", "AFU"]]
    assert fill(left["Applikationen"]["A3"]) == COLORS["error"]
    assert [c.hyperlink.location for c in left["Befunde"]["B"] if c.hyperlink] == ["'Applikationen'!A3"]
    assert is_rest(read_bytes("a.xlsx", content))


def test_a_users_own_sheet_of_that_name_stays() -> None:
    table: Table = read_bytes("a.xlsx", workbook({"Befunde": [["ID"], ["B-1"]], "Applikationen": [["ID"], ["APP-1"]]}))
    changed = read_bytes("a.xlsx", annotate(table, [mark("Applikationen", 2, "A")], "de"))
    assert [(s.name, is_findings(s)) for s in changed.sheets] == [
        ("Befunde (2)", True), ("Befunde", False), ("Applikationen", False),
    ]  # fmt: skip


def test_many_marks_are_all_listed_and_coloured() -> None:
    rows = [["ID"], *([f"APP-{n}"] for n in range(6_000))]
    table = read_bytes("a.xlsx", workbook({"Applikationen": rows}))
    book = opened(annotate(table, [mark("Applikationen", row, "A", "hint") for row in range(2, 6_002)], "de"))
    sheet = book["Applikationen"]
    assert sum(fill(row[0]) == COLORS["hint"] for row in sheet.iter_rows()) == 6_000
    assert sum(row[0].comment is not None for row in sheet.iter_rows()) == 5_000
    assert sum(cell.value == "Hinweis" for cell in book["Befunde"]["A"]) == 6_000


def test_notes_of_a_library_stay_beside_ours() -> None:
    book = Workbook()
    sheet: Any = book.active
    sheet.append(["ID", "Name"])
    sheet["B1"].comment = Comment("Vom Amt", "Amt")
    sheet["A1"].fill = PatternFill("solid", fgColor="FF123456")
    out = io.BytesIO()
    book.save(out)
    changed = opened(annotate(read_bytes("a.xlsx", out.getvalue()), [mark("Sheet", 1, "A")], "de"))["Sheet"]
    assert (changed["B1"].comment.text, fill(changed["A1"])) == ("Vom Amt", COLORS["error"])
    assert changed["A1"].comment.text.startswith("Fehler: Falsch.")


def test_of_a_large_foreign_file_the_rows_to_look_at_are_shown() -> None:
    rows: list[list[Any]] = [["ID", "Name"], *([f"APP-{n}", f"Name {n}"] for n in range(150_001))]
    table = Table("Applikationen.csv", "", (Sheet("Applikationen", rows),))
    content = annotate(table, [mark("Applikationen", 120_000, "B")], "de")
    shown = [[cell.value for cell in row] for row in opened(content)["Applikationen"].iter_rows()]
    assert [shown[0], shown[-1]] == [["ID", "Name"], ["APP-119998", "Name 119998"]]
    assert len(shown) == 11
    assert is_rest(read_bytes("a.xlsx", content))
