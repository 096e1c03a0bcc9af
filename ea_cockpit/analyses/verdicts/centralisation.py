"""Whether an application does what others do too: needs the capabilities it supports."""

from __future__ import annotations

from ea_cockpit.analyses.verdicts.verdict import Missing, Row, Verdict
from ea_cockpit.i18n import Text


class Centralisation(Verdict):
    """Whether an application is a candidate for one shared solution."""

    name = "centralisation"
    title = Text("Redundanz und Zentralisierung", "Redundancy and centralisation")
    asked_of = "Application"
    reads = {"Application": ()}
    follows = ("SUPPORTS",)

    def missing(self, row: Row) -> list[Missing]:
        """The capabilities, where none is named."""
        return [] if row.to("SUPPORTS") else [(row, "supports")]
