"""Which contracts must be cancelled by when, which are missed, and what is missing to know."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Any, ClassVar, NamedTuple

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.interval import Interval
from ea_cockpit.analyses.lifecycle.asked import MONTHS, OFFICE, office_units, when
from ea_cockpit.analyses.lifecycle.contract import Contract, Deadline
from ea_cockpit.analyses.lifecycle.days import day_of
from ea_cockpit.analyses.lifecycle.support import When
from ea_cockpit.analyses.parameter import DAY
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.i18n import Text


class ContractRow(AboutFact):
    """The contract of one application."""

    office: str | None = result(("Amt", "Office"), ("Wer sie verantwortet.", "Who answers for it."))
    supplier: str | None = result(("Lieferant", "Supplier"), ("Mit wem der Vertrag besteht.", "Whom it is with."))
    deadline: Deadline = result(("Stand", "State"), ("Wie der Vertrag am Stichtag steht.", "How it stands."), ...)
    contract_end: dt.date | None = result(
        ("Vertragsende", "Contract end"), ("Ende des laufenden Vertrags.", "End of the running contract.")
    )
    notice_months: int | None = result(
        ("Frist (Mt.)", "Notice (mo.)"), ("Kündigungsfrist in Monaten.", "Notice period in months.")
    )
    notice_by: dt.date | None = result(
        ("Kündbar bis", "Cancel by"), ("Letzter Tag der Kündigung.", "Last day to give notice.")
    )
    days_left: int | None = result(
        ("Tage", "Days"), ("Tage bis dahin; darunter: so lange vorbei.", "Days until then; below 0: past.")
    )
    cost: Interval = result(
        ("Kosten (CHF/Jahr)", "Cost (CHF/year)"),
        ("Betrieb und Lizenzen eines weiteren Jahres.", "Operation and licences of another year."),
        ...,
    )
    given_up: Text | None = result(
        ("Wird aufgegeben", "Given up"), ("Warum die Applikation endet.", "Why the application ends.")
    )
    advice: Text = result(("Was zu tun ist", "What to do"), ("Nächster Schritt.", "The next step."), ...)


class ContractDeadlines(Analysis):
    """All contracts with something to do within the months asked for."""

    name = "contract_deadlines"
    topic = Topic.LIFECYCLE
    row = ContractRow
    parameters = (DAY, MONTHS, OFFICE)
    helpers = ("contracts",)
    worked_out = tuple(ContractRow.model_fields)
    figures: ClassVar[dict[str, Text]] = {
        "due": Text("Laufende Fristen", "Deadlines running"),
        "to_cancel": Text("Davon zu kündigen", "Of these to cancel"),
        "saved": Text("Bekannte Kosten davon (CHF/Jahr)", "Their known cost (CHF/year)"),
        "missed": Text("Verpasst", "Missed"),
        "incomplete": Text("Angaben fehlen", "Answers missing"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """One line for each contract."""
        moment, units = when(asked), office_units(asked)
        listed = (_Read(*one) for one in asked.read(self.query)[0]["contracts"])
        meant = [one for one in listed if units is None or one.office_id in units]
        told = [(one, contract := _contract(one), contract.deadline(moment)) for one in meant]
        rows = (_row(*about, moment) for about in told if about[2] is not Deadline.LATER)
        return [*sorted(rows, key=_order)]

    def summary(self, rows: Sequence[ContractRow]) -> dict[str, Any]:
        """How many there are of each, and what cancelling in time would save at least."""
        counts = Counter(row.deadline for row in rows)
        cancel = [row for row in rows if row.deadline is Deadline.DUE and row.given_up]
        return {
            "due": counts[Deadline.DUE],
            "to_cancel": len(cancel),
            "saved": round(sum(row.cost.low for row in cancel)),
            "missed": counts[Deadline.MISSED],
            "incomplete": counts[Deadline.UNKNOWN] + counts[Deadline.NO_END],
        }


class _Read(NamedTuple):
    """An application with its contract as the graph gives it."""

    id: str
    name: str | None
    office: str | None
    office_id: str | None
    supplier: str | None
    contract_end: str | None
    notice_months: int | None
    status: str | None
    decision: str | None
    end_of_life: str | None
    run_cost: float | None
    licence_cost: float | None
    sourcing: str | None


def _contract(one: _Read) -> Contract:
    return Contract(day_of(one.contract_end), one.notice_months, one.status, one.decision, day_of(one.end_of_life))


def _row(one: _Read, contract: Contract, deadline: Deadline, moment: When) -> ContractRow:
    given_up, by = contract.given_up(), contract.notice_by
    # Only what is bought by the year has a licence cost; elsewhere its absence is no gap.
    bought = one.sourcing in (None, "standard", "saas") or one.licence_cost is not None
    costs = [one.run_cost, *([one.licence_cost] if bought else [])]
    return ContractRow(
        label="Application", id=one.id, name=one.name, office=one.office, supplier=one.supplier, deadline=deadline,
        contract_end=contract.ends, notice_months=one.notice_months, notice_by=by,
        days_left=(by - moment.day).days if by else None, cost=Interval.sum(costs), given_up=given_up,
        advice=contract.advice(deadline, given_up is not None),
    )  # fmt: skip


_PLACE = {deadline: place for place, deadline in enumerate(Deadline)}


def _order(row: ContractRow) -> tuple[int, dt.date, str]:
    return _PLACE[row.deadline], row.notice_by or row.contract_end or dt.date.max, row.id
