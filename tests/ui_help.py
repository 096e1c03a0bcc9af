"""What tests of the cockpit share: a small inventory, its script, and all a page says as text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from inventories import Sheets
from streamlit.testing.v1 import AppTest

from ea_cockpit.ui import serve

SCRIPT = str(Path(serve.__file__).with_name("app.py"))
Open = Callable[..., AppTest]
Rows = list[list[Any]]

UNITS: Rows = [["ID", "Name", "Art"], ["OE-1", "Steueramt", "Amt"], ["OE-2", "Amt für Umwelt", "Amt"]]
APPLICATIONS: Rows = [
    ["ID", "Name", "Status", "Betriebskosten (CHF/Jahr)", "Produktiv seit", "Zuständiges Amt", "Hängt ab von",
     "Bemerkung"],
    ["APP-1", "Quellensteuer", "Produktiv", 12500, "01.02.2015", "OE-1", "APP-2", "=SUM(A1)"],
    ["APP-2", "Steuerregister", "Auslaufend", 800.5, "", "OE-1", "", ""],
    ["APP-3", "<script>alert(1)</script> **fett**", "", "", "", "OE-2", "APP-99", ""],
]  # fmt: skip
INTERFACES: Rows = [["ID", "Name", "Von", "Nach"], ["IF-1", "Abfrage Personen", "APP-2", "APP-1"]]
LICENCES: Rows = [["ID", "Name", "Plätze", "Lizenziert"], ["LZ-1", "Datenbanklizenz", 20, "APP-1"]]
INVENTORY: Sheets = {
    "Organisationseinheiten": UNITS, "Applikationen": APPLICATIONS, "Schnittstellen": INTERFACES, "Lizenzen": LICENCES,
}  # fmt: skip


def said(at: AppTest) -> str:
    """Everything the page says as text and HTML."""
    kinds = (at.title, at.header, at.markdown, at.caption, at.info, at.warning, at.error, at.success)
    return "\n".join(str(element.value) for kind in kinds for element in kind)
