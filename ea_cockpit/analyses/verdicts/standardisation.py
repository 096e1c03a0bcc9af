"""Whether data may lie where it lies: needs what data it is, and under whose law its hosting stands."""

from __future__ import annotations

from ea_cockpit.analyses.verdicts.verdict import Missing, Row, Verdict
from ea_cockpit.i18n import Text


class Standardisation(Verdict):
    """Whether an application keeps the standards on where personal data may lie."""

    name = "standardisation"
    title = Text("Standards (Daten und Rechtsraum)", "Standards (data and jurisdiction)")
    asked_of = "Application"
    reads = {"Application": ("personal_data",), "Hosting": ("jurisdiction",)}
    follows = ("HOSTED_ON",)

    def missing(self, row: Row) -> list[Missing]:
        """Data without persons may lie anywhere, and in Switzerland any data may lie."""
        hosting = row.to("HOSTED_ON")
        if row["personal_data"] == "none" or (hosting and all(host["jurisdiction"] == "CH" for host in hosting)):
            return []
        found = row.missing("personal_data")
        if not hosting:
            return [*found, (row, "hosted_on")]
        return [*found, *(one for host in hosting for one in host.missing("jurisdiction"))]
