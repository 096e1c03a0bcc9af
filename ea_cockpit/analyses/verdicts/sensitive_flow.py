"""Whether sensitive data flows in the clear: needs what flows, how it is classified, and whether it is encrypted."""

from __future__ import annotations

from ea_cockpit.analyses.verdicts.verdict import Missing, Row, Verdict
from ea_cockpit.i18n import Text


class SensitiveFlow(Verdict):
    """Whether an interface carries data in the clear that must not be read."""

    name = "sensitive_flow"
    title = Text("Schutzwürdige Datenflüsse", "Sensitive flows")
    asked_of = "Interface"
    reads = {"Interface": ("encrypted", "status"), "DataObject": ("classification",)}
    follows = ("CARRIES",)

    def missing(self, row: Row) -> list[Missing]:
        """What is encrypted needs nothing more; what is known to be public neither."""
        carried = row.to("CARRIES")
        if row["encrypted"] or (carried and all(thing["classification"] == "public" for thing in carried)):
            return []
        found = row.missing("encrypted")
        if not carried:
            return [*found, (row, "carries")]
        if any(thing["classification"] in ("confidential", "secret") for thing in carried):
            return found
        return [*found, *(one for thing in carried for one in thing.missing("classification"))]
