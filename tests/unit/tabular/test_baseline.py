"""The hidden sheet says what was exported, survives Excel, and notices when it was touched."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest

from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.facts.application import Application, ApplicationStatus
from ea_cockpit.model.facts.organisation_unit import OrganisationUnit
from ea_cockpit.tabular.baseline import BASELINE_SHEET, Baseline, DamagedBaseline, cells_of, facts_cells, read_baseline
from ea_cockpit.tabular.inventory import OWN_SHEETS, write_inventory
from ea_cockpit.tabular.reader import read_bytes

METAMODEL = standard_metamodel()
HOSTILE = '=HYPERLINK("x") _x0041_ «ä» \n 😀 ' + "lang " * 20
APPLICATION = Application(
    id="APP-1", name=HOSTILE, status=ApplicationStatus.PRODUCTIVE, run_cost=12.5, users=0, published=False,
    end_of_life=dt.date(1875, 1, 1), aliases=("b", "a"), owned_by=("OE-1",), custom={"Mandant": "007"},
)  # fmt: skip
FACTS: dict[str, Any] = {
    "Application": [APPLICATION, Application(id="=2")],
    "OrganisationUnit": [OrganisationUnit(id="OE-1")],
}


def book(facts: dict[str, Any], run: int | None = 7) -> bytes:
    out = io.BytesIO()
    baseline = Baseline(run, "2026-11-22T10:00:00+00:00", "2026-11-22T11:00:00", "all", "de", facts_cells(facts))
    write_inventory(out, facts, METAMODEL, "de", only_filled=True, baseline=baseline)
    return out.getvalue()


def through_excel(content: bytes, edit: Callable[[Any], None] = lambda sheet: None) -> bytes:
    loaded = openpyxl.load_workbook(io.BytesIO(content))
    edit(loaded[BASELINE_SHEET])
    out = io.BytesIO()
    loaded.save(out)
    return out.getvalue()


def test_what_was_exported_is_read_back_after_saving_again() -> None:
    found = read_baseline(read_bytes("a.xlsx", through_excel(book(FACTS))))
    assert found is not None
    assert (found.run, found.scope, found.lang) == (7, "all", "de")
    assert found.facts == {
        ("Application", "APP-1"): {
            "name": APPLICATION.name, "status": "productive", "run_cost": 12.5, "users": 0, "published": False,
            "end_of_life": "1875-01-01", "aliases": ["a", "b"], "owned_by": ["OE-1"], "custom.Mandant": "007",
        },
        ("Application", "=2"): {},
        ("OrganisationUnit", "OE-1"): {},
    }  # fmt: skip
    assert found.facts["Application", "APP-1"] == cells_of(APPLICATION)


def test_the_sheet_is_very_hidden_and_no_sheet_of_entries() -> None:
    loaded = openpyxl.load_workbook(io.BytesIO(book(FACTS)))
    assert loaded[BASELINE_SHEET].sheet_state == "veryHidden"
    assert loaded[BASELINE_SHEET].protection.sheet
    assert BASELINE_SHEET in OWN_SHEETS


def test_much_content_is_split_into_cells_that_excel_can_hold() -> None:
    noise = [Application(id=f"APP-{n}", description=f"{n * 7919 % 100_003:x}" * 60) for n in range(3_000)]
    content = book({"Application": noise})
    sheet = openpyxl.load_workbook(io.BytesIO(content))[BASELINE_SHEET]
    texts = [str(cell.value) for (cell,) in sheet.iter_rows()]
    assert len(texts) > 4
    assert max(map(len, texts)) < 32_767
    found = read_baseline(read_bytes("a.xlsx", content))
    assert found is not None
    assert len(found.facts) == 3_000


def test_a_workbook_without_the_sheet_has_no_baseline() -> None:
    out = io.BytesIO()
    write_inventory(out, FACTS, METAMODEL, "de", only_filled=True)
    assert read_baseline(read_bytes("a.xlsx", out.getvalue())) is None


@pytest.mark.parametrize("cell", ["A1", "A2", "A3", "A4"])
@pytest.mark.parametrize("change", [lambda text: None, lambda text: text[:-1], lambda text: text + " "])
def test_every_edit_is_noticed(cell: str, change: Callable[[str], str | None]) -> None:
    def edit(sheet: Any) -> None:
        sheet[cell] = change(sheet[cell].value)

    with pytest.raises(DamagedBaseline):
        read_baseline(read_bytes("a.xlsx", through_excel(book(FACTS), edit)))


def test_an_emptied_sheet_is_damaged_not_absent() -> None:
    with pytest.raises(DamagedBaseline):
        read_baseline(read_bytes("a.xlsx", through_excel(book(FACTS), lambda sheet: sheet.delete_rows(1, 10))))
