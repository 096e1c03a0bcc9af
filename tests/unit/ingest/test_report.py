"""The report a person reads, and the one a script reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from accounting import assert_accounted
from inventories import Sheets, table

from ea_cockpit.errors import UnreadableInput
from ea_cockpit.i18n import LANGS, Lang
from ea_cockpit.ingest.cell_problems import NotADate, UnknownWord
from ea_cockpit.ingest.grouped import groups_of, ranges
from ea_cockpit.ingest.importer import Request, check_only
from ea_cockpit.ingest.layout import recognise
from ea_cockpit.ingest.problem import Place
from ea_cockpit.ingest.reading import read_files, with_unread
from ea_cockpit.ingest.report import Report, text_lines
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.tabular.reader import Table

METAMODEL = standard_metamodel()


def checked(*tables: Table) -> Report:
    plan, profile = recognise(tables, METAMODEL)
    report = check_only(Request(tables, plan, profile=profile), METAMODEL, None)
    assert_accounted(report, tables)
    return report


def applications(*statuses: str) -> Sheets:
    return {"Applikationen": [["ID", "Status"], *([f"APP-{n}", status] for n, status in enumerate(statuses))]}


def text(report: Report, lang: Lang = "de") -> str:
    return "\n".join(text_lines(report, METAMODEL, lang))


def test_what_occurs_often_is_told_once() -> None:
    said = text(checked(table(applications(*["kaputt"] * 3, "defekt", "Produktiv", *["kaputt"] * 3))))
    assert said.count("[unknown-word]") == 1
    assert "… und 6 weitere in dieser Spalte (Zeilen 3–5, 7–9): defekt" in said
    assert "7 Fehler, 0 Warnungen, 0 Hinweise" in said
    assert "Gelesene Zeilen: 9 = 1 übernommen + 7 abgewiesen + 1 Überschriften" in said


def test_a_few_are_told_one_by_one() -> None:
    assert text(checked(table(applications(*["kaputt"] * 5)))).count("[unknown-word]") == 5


def test_files_are_named_only_where_there_are_several() -> None:
    one = table(applications("kaputt"), "a.xlsx")
    assert "a.xlsx" not in text(checked(one))
    both = text(checked(one, table(applications("Produktiv", "defekt"), "b.xlsx")))
    assert "Fehler  a.xlsx  Applikationen!B2" in both
    assert "Fehler  b.xlsx  Applikationen!B3" in both


@pytest.mark.parametrize("lang", LANGS)
def test_the_last_line_says_what_to_do_next(lang: Lang) -> None:
    ends = {text(checked(table(applications(status))), lang).splitlines()[-1] for status in ("kaputt", "Produktiv")}
    assert ["--annotated" in end for end in sorted(ends)].count(True) == 1
    assert ["ea-cockpit import" in end for end in sorted(ends)].count(True) == 1


def test_groups_are_by_kind_and_column_the_worst_first() -> None:
    def at(row: int, column: str) -> Place:
        return Place("a.xlsx", "S", row, column, "H")

    many = [UnknownWord(at(row, "B"), "x") for row in range(2, 10)]
    groups = groups_of([*many, NotADate(at(2, "C"), "x"), NotADate(at(3, "C"), "x")])
    assert [len(group) for group in groups] == [8, 1, 1]


def test_rows_are_written_as_ranges() -> None:
    assert ranges([5, 3, 4, 9, 11, 12]) == "3–5, 9, 11–12"
    assert ranges(range(0, 40, 2)).endswith("10, …")


def test_one_unreadable_file_among_others_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "gut.xlsx").write_bytes(table(applications("Produktiv")).content)
    (tmp_path / "kaputt.xlsx").write_bytes(b"PK\x03\x04 this is no workbook")
    tables, unread = read_files(
        [tmp_path / "kaputt.xlsx", tmp_path / "gut.xlsx", tmp_path / "fehlt.csv"], lambda _: None
    )
    plan, _ = recognise(tables, METAMODEL)
    report = check_only(Request(tables, with_unread(plan, unread)), METAMODEL, None)
    assert [t.file for t in tables] == ["gut.xlsx"]
    assert report.has_errors
    found = report.as_json("en")["problems"]
    assert [(p["file"], p["severity"], p["row"]) for p in found] == [
        ("kaputt.xlsx", "error", None), ("fehlt.csv", "error", None),
    ]  # fmt: skip
    assert found[1]["code"] == "file-not-there"
    assert found[1]["message"].count("fehlt.csv") == 1
    assert text(report).count("fehlt.csv") == 1


def test_nothing_but_unreadable_files_ends_with_their_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_files([tmp_path / "fehlt.xlsx"], lambda _: None)
    assert caught.value.exit_status == 4


def test_files_called_alike_are_told_apart(tmp_path: Path) -> None:
    paths = [tmp_path / folder / "inventar.xlsx" for folder in ("afu", "awa")]
    for path, status in zip(paths, ("Produktiv", "kaputt"), strict=True):
        path.parent.mkdir()
        path.write_bytes(table(applications(status)).content)
    tables, _ = read_files(paths, lambda _: None)
    report = checked(*tables)
    assert [(s.file, s.imported, s.rejected) for s in report.sheets] == [
        ("afu/inventar.xlsx", 1, 0), ("awa/inventar.xlsx", 0, 1),
    ]  # fmt: skip
