"""The import page on a real graph: files, columns, findings, changes, consent, outcome, undo."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from inventories import Sheets, bring_in, facts, properties, table, workbook
from streamlit.testing.v1 import AppTest
from ui_help import INVENTORY, Open, said

from ea_cockpit.export.xlsx import write_catalogue
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel

GOOD = workbook(INVENTORY)
BAD = workbook(
    {"Applikationen": [["ID", "Name", "Anzahl Benutzende"], ["APP-1", "Gut", 5], ["APP-2", "Schlecht", "viele"]]}
)
FOREIGN: Sheets = {"Liste": [["Nr", "Bezeichnung", "Xyz"], ["A-1", "Erste", "Text"], ["A-2", "Zweite", "Mehr"]]}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def upload(at: AppTest, content: bytes, name: str = "inventar.xlsx") -> AppTest:
    at.file_uploader[0].set_value((name, content, XLSX))
    return at.run()


def click(at: AppTest, *keys: str) -> AppTest:
    for key in keys:
        at.button(key=key).click().run()
        assert not at.exception
    return at


def test_nothing_is_written_before_consent(cockpit: Open, store: GraphStore) -> None:
    at = upload(cockpit("import"), GOOD)
    assert not at.exception
    assert "Bereit: 7 Einträge wären neu" in at.info[0].value
    click(at, "import-next", "import-next", "import-next", "import-next")
    assert facts(store) == set()
    click(at, "import-go")
    assert "Import 1 ist abgeschlossen: 7 Einträge neu" in at.success[0].value
    assert {id_ for _, id_ in facts(store)} == {"OE-1", "OE-2", "APP-1", "APP-2", "APP-3", "IF-1", "LZ-1"}


def test_after_an_import_the_next_file_can_follow(cockpit: Open, store: GraphStore) -> None:
    at = click(upload(cockpit("import"), GOOD), "import-skip", "import-go", "import-again")
    at = upload(at, GOOD)
    assert "0 Einträge wären neu, 0 geändert, 7 unverändert" in at.info[0].value
    click(at, "import-skip")
    assert at.button(key="import-go").label == "Trotzdem importieren (es würde sich nichts ändern)"


def test_an_import_can_be_undone_at_once(cockpit: Open, store: GraphStore) -> None:
    at = click(upload(cockpit("import"), GOOD), "import-skip", "import-go", "import-undo")
    assert "Import 1 ist rückgängig gemacht" in said(at)
    assert facts(store) == set()


def test_errors_stand_beside_their_row_until_valid_rows_are_asked_for(cockpit: Open, store: GraphStore) -> None:
    at = upload(cockpit("import"), BAD)
    assert "Fehler: 1." in at.error[0].value
    click(at, "import-next", "import-next")
    shown = said(at)
    assert "Schlecht" in shown
    assert '<span class="ea-mark" style="background:#fbdcd9">viele</span>' in shown
    click(at, "import-next", "import-next")
    assert at.button(key="import-go").disabled
    at.checkbox[0].check().run()
    click(at, "import-go")
    assert facts(store) == {("Application", "APP-1")}
    assert "Korrigieren Sie sie in diesen Arbeitsmappen" in said(at)


def test_sheets_left_out_are_named_with_the_reason(cockpit: Open, store: GraphStore) -> None:
    at = upload(cockpit("import"), workbook({"Notizen": [["Was", "Wann"], ["dies", "heute"]]}))
    assert "Keines der Blätter wurde erkannt" in at.error[0].value
    click(at, "import-next")
    assert "<td>Notizen</td><td>inventar.xlsx</td>" in said(at)


def test_a_sheet_and_its_columns_can_be_told(cockpit: Open, store: GraphStore) -> None:
    at = click(upload(cockpit("import"), workbook(FOREIGN)), "import-next")
    types = next(box for box in at.selectbox if box.label == "Das Blatt enthält")
    types.set_value("Supplier").run()
    assert not at.exception
    column = next(box for box in at.selectbox if box.label.startswith("C · Xyz"))
    column.set_value("description").run()
    click(at, "import-skip", "import-go")
    assert facts(store) == {("Supplier", "A-1"), ("Supplier", "A-2")}
    assert properties(store, "A-1")["description"] == "Text"


def test_what_was_told_is_saved_and_applies_itself_next_time(
    cockpit: Open, store: GraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EA_COCKPIT_PROFILES_FOLDER", str(tmp_path))
    at = click(upload(cockpit("import"), workbook(FOREIGN)), "import-next")
    next(box for box in at.selectbox if box.label == "Das Blatt enthält").set_value("Supplier").run()
    at.text_input(key="profile-name").set_value("lieferanten").run()
    click(at, "profile-save")
    assert (tmp_path / "lieferanten.yaml").is_file()
    again = upload(cockpit("import"), workbook(FOREIGN))
    assert "2 Einträge wären neu" in again.info[0].value
    click(again, "import-next")
    assert "dem Profil lieferanten" in said(again)


def edited(store: GraphStore, metamodel: Metamodel, name: str) -> bytes:
    """The exported catalogue with another name for APP-1."""
    out = io.BytesIO()
    with store.reading() as tx:
        write_catalogue(tx, metamodel, out, "de")
    book = openpyxl.load_workbook(io.BytesIO(out.getvalue()))
    sheet = book["Applikationen"]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == "APP-1")
    row[1].value = name
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("side", "name"), [("theirs", "Vom Amt"), ("ours", "Von hier")])
def test_conflicts_are_decided_side_by_side(
    side: str, name: str, cockpit: Open, store: GraphStore, metamodel: Metamodel
) -> None:
    bring_in(store, metamodel, table(INVENTORY, "amt.xlsx"))
    content = edited(store, metamodel, "Vom Amt")
    bring_in(store, metamodel, table({"Applikationen": [["ID", "Name"], ["APP-1", "Von hier"]]}, "amt.xlsx"))
    at = click(upload(cockpit("import"), content), "import-next", "import-next", "import-next")
    shown = said(at)
    assert "<td>Quellensteuer</td><td>Vom Amt</td><td>Von hier</td>" in shown
    click(at, f"row-{side}-Application-APP-1", "import-next", "import-go")
    assert properties(store, "APP-1")["name"] == name


def test_what_a_source_no_longer_names_leaves_on_request(
    cockpit: Open, store: GraphStore, metamodel: Metamodel
) -> None:
    two = {"Applikationen": [["ID", "Name"], ["APP-1", "Eins"], ["APP-2", "Zwei"]]}
    bring_in(store, metamodel, table(two, "amt.xlsx"))
    one = workbook({"Applikationen": [["ID", "Name"], ["APP-1", "Eins"]]})
    at = click(upload(cockpit("import"), one, "amt.xlsx"), "import-skip")
    at.checkbox[0].check().run()
    click(at, "import-go")
    assert facts(store) == {("Application", "APP-1")}


def test_a_made_up_token_opens_nobody_elses_draft(cockpit: Open, store: GraphStore) -> None:
    at = upload(cockpit("import"), GOOD)
    assert len("".join(at.query_params["entwurf"])) >= 20
    stranger = cockpit("import", entwurf="x" * 32)
    assert not stranger.info
    assert "".join(stranger.query_params["entwurf"]) != "x" * 32


def test_a_file_that_cannot_be_read_is_told_with_the_way_out(cockpit: Open, store: GraphStore) -> None:
    at = upload(cockpit("import"), b"\x00\x01\x02 not a workbook" * 10)
    assert not at.exception
    assert "inventar.xlsx" in at.error[0].value.replace("\\", "")
