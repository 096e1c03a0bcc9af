"""Web pages that call themselves .xls, and text files with their small faults."""

from __future__ import annotations

import pytest

from ea_cockpit.tabular.reader import read_bytes
from ea_cockpit.tabular.text_file import NO_DELIMITER, delimiter_of


def rows_of(text: str, name: str = "a.csv") -> list[list[object]]:
    return [list(row) for row in read_bytes(name, text.encode()).sheets[0].rows]


def test_each_table_of_a_page_is_a_sheet() -> None:
    page = (
        "<html><head><meta charset='utf-8'></head><body><p>Export</p><table><caption>Applikationen</caption><thead><tr>"
        "<th>ID</th><th>Name</th></tr></thead><tbody><tr><td>APP-1</td><td>Zähler\n  &amp; Geräte<br>West</td></tr>"
        "</tbody></table><table></table><table><tr><td>Stand</td></tr></table></body></html>"
    )
    first, second = read_bytes("export.xls", page.encode()).sheets
    assert (first.name, first.rows) == ("Applikationen", [["ID", "Name"], ["APP-1", "Zähler & Geräte\nWest"]])
    assert (second.name, second.rows) == ("export 2", [["Stand"]])


def test_spanned_cells_of_a_page_are_merged_areas() -> None:
    page = (
        "<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr style='display: none'><td>c</td><td>d</td></tr>"
        "<tr><td>e</td></tr></table>"
    )
    (sheet,) = read_bytes("a.xls", page.encode()).sheets
    assert sheet.rows == [["a", "b", ""], ["", "c", "d"], ["e"]]
    assert (set(sheet.merged), set(sheet.hidden_rows)) == ({(0, 0, 1, 0), (0, 1, 0, 2)}, {1})


def test_a_table_in_a_table_is_read_once() -> None:
    page = "<table><tr><td>aussen<table><tr><td>innen</td></tr></table></td></tr></table>"
    assert [sheet.rows for sheet in read_bytes("a.xls", page.encode()).sheets] == [[["aussen"]], [["innen"]]]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_a_page_without_charset_is_read_in_any_encoding(encoding: str) -> None:
    page = "<table><tr><td>Prüfung der Gewässer für die Gemeinden</td></tr><tr><td>Zählerstände</td></tr></table>"
    assert rows_of_bytes(page.encode(encoding)) == [["Prüfung der Gewässer für die Gemeinden"], ["Zählerstände"]]


def rows_of_bytes(content: bytes) -> list[list[object]]:
    return [list(row) for row in read_bytes("a.xls", content).sheets[0].rows]


@pytest.mark.parametrize("name", ["a.xls", "a.xlsx", "a.ods", "a.txt"])
def test_text_is_read_whatever_its_name(name: str) -> None:
    assert rows_of("ID;Name\nA;x\n", name) == [["ID", "Name"], ["A", "x"]]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("ID;Name;Kosten\nA;x, y;1,5\nB;z;2,5\nC;w, q;3,5\n", ";"),
        ("ID,Name,Tags\nA,x,a;b;c\nB,z,a;b;c\nC,z,a;b;c\n", ","),
        ("Inventar, Stand 3.2.2025\nBitte prüfen, danke\n\nID;Name;Amt\nA;x;y\nB;z;y\nC;w;q\n", ";"),
        ('ID\tName\nA\t"x, y; z"\nB\tz\n', "\t"),
        ("ID|Name|Text\nA|x|a, b; c\nB|z|d\n", "|"),
        ("ID;Datum;Betrag\nA;12.03.2024;1'200,50\nB;13.03.2024;1'300,50\n", ";"),
        ("Name\nMüller, Hans\nMeier\nKunz\n", NO_DELIMITER),
        ('ID;Text\nA;"erste, Zeile\nzweite, Zeile\ndritte, Zeile"\nB;x\n', ";"),
    ],
)
def test_the_delimiter_is_found_by_evidence(text: str, delimiter: str) -> None:
    assert delimiter_of(text) == delimiter


def test_a_hint_about_the_delimiter_is_no_row() -> None:
    assert rows_of("sep=|\nID|Name\nA|x;y,z\n") == [[], ["ID", "Name"], ["A", "x;y,z"]]


def test_a_quote_never_closed_takes_nothing_with_it() -> None:
    lines = [f"APP-{n};Name {n}" for n in range(300)]
    rows = rows_of("\n".join(["ID;Name", *lines[:3], 'X;"offen', *lines[3:]]))
    assert rows == [
        ["ID", "Name"],
        *(line.split(";") for line in lines[:3]),
        rows[4],
        *(s.split(";") for s in lines[3:]),
    ]


def test_quotes_within_words_and_inches_stay() -> None:
    assert rows_of('ID;Name\nA;Bildschirm 19"\nB;"zwei\nZeilen"\n') == [
        ["ID", "Name"], ["A", 'Bildschirm 19"'], ["B", "zwei\nZeilen"],
    ]  # fmt: skip


def test_blank_rows_keep_the_numbers_and_end_nowhere() -> None:
    assert rows_of("\n\nID;Name;\n\nA;x;\n;;\n\n\n") == [[], [], ["ID", "Name"], [], ["A", "x"]]


def test_characters_of_no_meaning_are_dropped() -> None:
    assert rows_of("ID;Name\r\nA\0;x\0y\r\n") == [["ID", "Name"], ["A", "xy"]]
    assert rows_of("ID;Name\rA;x\r") == [["ID", "Name"], ["A", "x"]]
