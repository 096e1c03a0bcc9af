"""How workbooks look: colours and formats, in one place."""

from __future__ import annotations

from ea_cockpit.model.declare import Section

# A quiet colour a section, all dark enough for white headings.
SECTION_COLORS = {
    Section.GENERAL: "#1F3A5F",
    Section.ORGANISATION: "#4A5568",
    Section.FUNCTION: "#7A5C00",
    Section.TECHNOLOGY: "#3D6470",
    Section.LIFECYCLE: "#6B4FA0",
    Section.COST: "#7A3B12",
    Section.PROTECTION: "#8C2F39",
    Section.ASSESSMENT: "#2F6B47",
    Section.EVIDENCE: "#5B5B5B",
}
CUSTOM_COLOR = "#8A8A8A"
FONT = "Calibri"
DATE_FORMAT = "dd.mm.yyyy"
MONEY_FORMAT = "#,##0.00"
WIDTHS = {"text": 26, "list": 24, "integer": 15, "number": 12, "money": 16, "date": 13, "yesno": 12, "choice": 20}
