"""Workbooks as offices send them: what is hidden, merged or without value is told, wherever the file comes from."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from broken_parts import XLS, XML_2003, parts, row_xml, sheet_xml, with_sheet, xlsb, zipped

from ea_cockpit.tabular.reader import Sheet, read_bytes

ODS = (Path(__file__).parent / "files" / "inventar.ods").read_bytes()


def only(name: str, content: bytes) -> Sheet:
    (sheet,) = read_bytes(name, content).sheets
    return sheet


def written(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_hidden_sheets_rows_and_columns_are_told() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("A")
        for row in range(6):
            sheet.write_row(row, 0, ["a", "b", "c", "d"])
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_row(4, 15, None, {"level": 1, "hidden": True})
        sheet.set_column("B:C", None, None, {"hidden": True})
        book.add_worksheet("B").very_hidden()
    first, second = read_bytes("a.xlsx", out.getvalue()).sheets
    assert (first.hidden, set(first.hidden_rows), set(first.hidden_columns)) == (False, {2, 4}, {1, 2})
    assert (second.hidden, second.rows) == (True, [])


def test_a_column_without_width_and_a_row_without_height_are_hidden() -> None:
    content = with_sheet(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" ht="0" customHeight="1"><c r="A2"><v>1</v></c></row>',
        '<cols><col min="1" max="1" width="9.5"/><col min="2" max="3" width="0"/></cols>',
    )
    assert (set(only("a.xlsx", content).hidden_rows), set(only("a.xlsx", content).hidden_columns)) == ({1}, {1, 2})


def test_merged_areas_are_told_and_not_filled() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["A2"], sheet["B3"] = "ID", "x", "y"
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("C1:D1")
    read = only("a.xlsx", written(book))
    assert set(read.merged) == {(1, 0, 2, 0), (0, 2, 0, 3)}
    assert read.rows == [["ID", ""], ["x", ""], ["", "y"]]


def test_formulas_without_a_value_are_told() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["B2"], sheet["C3"] = "ID", "=A1", "=A1&A1"
    assert only("a.xlsx", written(book)).uncached == {(1, 1), (2, 2)}


@pytest.mark.parametrize(
    ("cell", "uncached"),
    [
        ('<c r="A1"><f>B1</f></c>', True),
        ('<c r="A1"><f>B1</f><v></v></c>', True),
        ('<c r="A1" s="1"><f t="shared" si="0"/></c>', True),
        ('<c r="A1" t="str"><f>B1</f><v></v></c>', False),
        ('<c r="A1"><f>B1</f><v>0</v></c>', False),
        ('<c r="A1" t="e"><f>B1</f><v>#N/A</v></c>', False),
    ],
)
def test_an_empty_text_is_a_value_and_nothing_is_none(cell: str, uncached: bool) -> None:
    assert only("a.xlsx", with_sheet(f'<row r="1">{cell}<c r="B1"><v>1</v></c></row>')).uncached == (
        {(0, 0)} if uncached else set()
    )


def test_names_with_a_prefix_are_understood() -> None:
    spaced = sheet_xml('<row r="1" hidden="1"><c r="A1"><f>B1</f></c><c r="B1"><v>1</v></c></row>')
    for name in ("worksheet", "sheetData", "row", "c ", "f>", "v>", "c>"):
        spaced = spaced.replace(f"<{name}", f"<x:{name}").replace(f"</{name}", f"</x:{name}")
    read = only("a.xlsx", zipped(parts(spaced.replace("xmlns=", "xmlns:x="))))
    assert (read.rows, set(read.hidden_rows), set(read.uncached)) == ([["", 1.0]], {0}, {(0, 0)})


def test_rows_keep_their_numbers_and_nothing_empty_stands_at_the_end() -> None:
    content = with_sheet(row_xml(3, "B") + '<row r="4"><c r="C4" t="str"><v></v></c></row>' + row_xml(6, "A"))
    assert [row for row in only("a.xlsx", content).rows if any(row)] == [["", "B"], ["A", ""]]
    assert [number for number, row in enumerate(only("a.xlsx", content).rows) if any(row)] == [2, 5]


def test_cells_far_apart_are_read_where_they_stand() -> None:
    rows = only("a.xlsx", with_sheet(row_xml(1, "A") + row_xml(900_000, "B", "XFD"))).rows
    assert (len(rows), rows[0], rows[-1][1], rows[-1][16_383]) == (900_000, ["A"], "B", "XFD")


@pytest.mark.parametrize("name", ["a.xls", "a.xlsx", "a.csv", "a.pdf", "ohne Endung"])
@pytest.mark.parametrize(("content", "merged"), [(XLS, {(5, 0, 5, 2)}), (ODS, {(5, 0, 5, 2)})], ids=["xls", "ods"])
def test_other_workbooks_are_read_whatever_their_name(name: str, content: bytes, merged: set[object]) -> None:
    first, second = read_bytes(name, content).sheets
    assert [row[:2] for row in first.rows[:3]] == [
        ["ID", "Name"], ["APP-001", "Baugesuche"], ["APP-002", "Gewässerschutz"],
    ]  # fmt: skip
    assert (first.rows[1][2], first.rows[1][3]) == (dt.date(2020, 1, 1), 1200.5)
    assert set(first.merged) == merged
    assert (second.name, second.hidden, second.rows[2]) == ("Notizen", True, ["", "nicht für das Inventar"])


def test_an_ods_tells_what_is_hidden() -> None:
    first, _ = read_bytes("a.ods", ODS).sheets
    assert (set(first.hidden_rows), set(first.hidden_columns)) == ({2}, {3})


def test_a_binary_workbook_is_read() -> None:
    assert only("a.xlsb", xlsb((0, 0), (2, 1))).rows == [["ID"], [], ["", "x"]]


def test_the_xml_of_2003_is_read_with_what_is_hidden_and_merged() -> None:
    rows = (
        '<Column ss:Index="2" ss:Hidden="1"/><Row ss:Index="2"><Cell ss:MergeAcross="1"><Data ss:Type="String">A</Data>'
        '</Cell><Cell><Data ss:Type="Number">1.5</Data></Cell></Row><Row ss:Hidden="1"><Cell ss:Index="3" '
        'ss:Formula="=1"/><Cell><Data ss:Type="DateTime">2024-02-03T00:00:00.000</Data></Cell></Row>'
    )
    begin, end = XML_2003.index("<Row>"), XML_2003.index("</Table>")
    read = only("a.xls", (XML_2003[:begin] + rows + XML_2003[end:]).encode())
    assert read.rows == [[], ["A", "", 1.5], ["", "", "", dt.datetime(2024, 2, 3)]]
    assert (read.merged, set(read.hidden_rows), set(read.hidden_columns), set(read.uncached)) == (
        ((1, 0, 1, 1),), {2}, {1}, {(2, 2)},
    )  # fmt: skip
