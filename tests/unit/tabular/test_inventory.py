"""The template as Excel sees it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from ea_cockpit.i18n import Lang
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.facts.application import Application
from ea_cockpit.tabular.cells import sheet_title
from ea_cockpit.tabular.inventory import write_inventory
from ea_cockpit.tabular.reader import read_table

METAMODEL = standard_metamodel()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "vorlage.xlsx"
    write_inventory(path, {}, METAMODEL, "de")
    return path


def test_one_sheet_a_fact_type_behind_the_guide(template: Path) -> None:
    book = openpyxl.load_workbook(template)
    assert book.sheetnames == ["Anleitung", *(sheet_title(kind, "de") for kind in METAMODEL)]


@pytest.mark.parametrize("lang", ["de", "en"])
def test_headings_notes_and_frozen_panes(tmp_path: Path, lang: Lang) -> None:
    path = tmp_path / "template.xlsx"
    write_inventory(path, {}, METAMODEL, lang)
    book = openpyxl.load_workbook(path)
    for kind in METAMODEL:
        sheet = book[sheet_title(kind, lang)]
        headings = [cell.value for cell in sheet[1]]
        assert headings == [field.title.in_(lang) for field in kind.fields]
        assert all(cell.comment and cell.comment.text for cell in sheet[1])
        assert sheet.freeze_panes == "C2"
        assert sheet.auto_filter.ref


def test_drop_downs_come_from_lists_and_from_other_sheets(template: Path) -> None:
    sheet = openpyxl.load_workbook(template)["Applikationen"]
    rules = {str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation}
    by_heading = {cell.value: cell.coordinate.replace("1", "2") for cell in sheet[1]}
    status = rules[by_heading["Status"]]
    assert status.formula1 == '"Geplant,In Einführung,Produktiv,Auslaufend,Ausser Betrieb"'
    office = rules[by_heading["Zuständiges Amt"]]
    assert office.formula1.startswith("'Organisationseinheiten'!$A$2:$A$")
    assert not office.showErrorMessage


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    fact = Application(id="=1+1", name='=HYPERLINK("http://x")', description="@sum", version="007")
    write_inventory(path, {"Application": [fact]}, METAMODEL)
    sheet = openpyxl.load_workbook(path)["Applikationen"]
    row = {head.value: cell for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert {row[name].data_type for name in ("ID", "Name", "Beschreibung", "Version")} == {"s"}
    assert row["Version"].value == "007"


def test_the_same_facts_make_the_same_bytes(tmp_path: Path) -> None:
    facts = {"Application": [Application(id="APP-1", productive_since=dt.date(2020, 1, 2), custom={"X": "y"})]}
    for name in ("a.xlsx", "b.xlsx"):
        write_inventory(tmp_path / name, facts, METAMODEL)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_long_lists_lie_on_a_hidden_sheet(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    write_inventory(path, {}, standard_metamodel(["office_facts"]))
    book = openpyxl.load_workbook(path)
    assert book["_Listen"].sheet_state == "hidden"
    assert [cell.value for cell in book["_Listen"]["A"]] == [f"recht langes Wort {n}" for n in range(40)]
    rules = [rule.formula1 for rule in book["Lizenzen"].data_validations.dataValidation]
    assert "'_Listen'!$A$1:$A$40" in rules


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_inventory(path, {"Application": [Application(id="APP-1", run_cost=12.5)]}, METAMODEL, only_filled=True)
    table = read_table(path)
    assert [sheet.name for sheet in table.sheets] == ["Anleitung", "Applikationen"]
    assert table.sheets[1].rows[1][0] == "APP-1"
