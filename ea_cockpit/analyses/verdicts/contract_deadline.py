"""By when a contract must be cancelled: needs its end and its notice."""

from __future__ import annotations

from ea_cockpit.analyses.verdicts.verdict import Missing, Row, Verdict
from ea_cockpit.i18n import Text


class ContractDeadline(Verdict):
    """The last day to cancel the contract of an application."""

    name = "contract_deadline"
    title = Text("Kündigungstermin", "Contract deadline")
    asked_of = "Application"
    reads = {"Application": ("kind", "sourcing", "contract_end", "notice_months")}

    def missing(self, row: Row) -> list[Missing]:
        """End and notice; what the office has built itself has no contract."""
        own = row["sourcing"] == "in_house" or row["kind"] in ("desktop_tool", "integration_job")
        return [] if own else row.missing("contract_end", "notice_months")
