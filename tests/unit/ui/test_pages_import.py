"""The import page on a real graph: check, problems, consent, outcome."""

from __future__ import annotations

from inventories import facts, workbook
from streamlit.testing.v1 import AppTest
from ui_help import INVENTORY, Open, said

from ea_cockpit.graph.store import GraphStore

GOOD = workbook(INVENTORY)
BAD = workbook(
    {"Applikationen": [["ID", "Name", "Anzahl Benutzende"], ["APP-1", "Gut", 5], ["APP-2", "Schlecht", "viele"]]}
)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def upload(at: AppTest, content: bytes, name: str = "inventar.xlsx") -> AppTest:
    at.file_uploader[0].set_value((name, content, XLSX))
    return at.run()


def test_nothing_is_written_before_consent(cockpit: Open, store: GraphStore) -> None:
    at = upload(cockpit("import"), GOOD)
    assert not at.exception
    assert "Bereit: 7 Einträge wären neu" in at.info[0].value
    assert facts(store) == set()
    at.button(key="import-go").click().run()
    assert not at.exception
    assert "Import 1 ist abgeschlossen: 7 Einträge neu" in at.success[0].value
    assert {id_ for _, id_ in facts(store)} == {"OE-1", "OE-2", "APP-1", "APP-2", "APP-3", "IF-1", "LZ-1"}


def test_after_an_import_the_next_file_can_follow(cockpit: Open, store: GraphStore) -> None:
    at = upload(cockpit("import"), GOOD)
    at.button(key="import-go").click().run()
    at.button(key="import-again").click().run()
    at = upload(at, GOOD)
    assert "0 Einträge wären neu, 0 geändert, 7 unverändert" in at.info[0].value
    assert at.button(key="import-go").label == "Trotzdem importieren (es würde sich nichts ändern)"


def test_errors_stand_in_the_way_until_valid_rows_are_asked_for(cockpit: Open, store: GraphStore) -> None:
    at = upload(cockpit("import"), BAD)
    assert "Fehler: 1." in at.error[0].value
    assert at.button(key="import-go").disabled
    shown = said(at)
    assert "<td>Fehler</td><td>inventar.xlsx</td><td>Applikationen!C3</td><td>viele</td>" in shown
    assert next(h.value for h in at.header).startswith("Befunde")  # what is in the way comes first
    at.checkbox(key="import-accept").check().run()
    at.button(key="import-go").click().run()
    assert facts(store) == {("Application", "APP-1")}


def test_sheets_left_out_are_named_with_the_reason(cockpit: Open, store: GraphStore) -> None:
    at = upload(cockpit("import"), workbook({"Notizen": [["Was", "Wann"], ["dies", "heute"]]}))
    assert "Keines der Blätter wurde erkannt" in at.error[0].value
    assert "<td>inventar.xlsx</td><td>Notizen</td>" in said(at)


def test_a_file_that_cannot_be_read_is_told_with_the_way_out(cockpit: Open, store: GraphStore) -> None:
    at = upload(cockpit("import"), b"not a workbook")
    assert not at.exception
    assert "inventar.xlsx" in at.error[0].value.replace("\\", "")
