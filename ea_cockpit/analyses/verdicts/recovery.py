"""Whether an application can recover in time: needs its longest outage and that of what it depends on."""

from __future__ import annotations

from ea_cockpit.analyses.verdicts.verdict import Missing, Row, Verdict, each_once, in_operation
from ea_cockpit.i18n import Text


class RecoveryPromise(Verdict):
    """Whether the promised recovery holds against the applications beneath."""

    name = "recovery_promise"
    title = Text("Wiederanlauf", "Recovery promise")
    asked_of = "Application"
    reads = {"Application": ("rto_hours", "status")}
    follows = ("DEPENDS_ON",)

    def missing(self, row: Row) -> list[Missing]:
        """The hours not stated; one slower application beneath settles it, whatever the others say."""
        beneath = [other for other in row.to("DEPENDS_ON") if other is not row and in_operation(other)]
        own = row["rto_hours"]
        if not beneath or (own is not None and any((other["rto_hours"] or 0) > own for other in beneath)):
            return []
        return each_once(one for other in (row, *beneath) for one in other.missing("rto_hours"))
