"""Who answers for an application: needs the unit and the function in charge."""

from __future__ import annotations

from ea_cockpit.analyses.verdicts.verdict import Missing, Row, Verdict
from ea_cockpit.i18n import Text


class Ownership(Verdict):
    """Whether an application has somebody who answers for it."""

    name = "ownership"
    title = Text("Zuständigkeit", "Ownership")
    asked_of = "Application"
    reads = {"Application": ("business_owner",)}
    follows = ("OWNED_BY",)

    def missing(self, row: Row) -> list[Missing]:
        """The unit and the function, where they are not named."""
        unit: list[Missing] = [] if row.to("OWNED_BY") else [(row, "owned_by")]
        return unit + row.missing("business_owner")
