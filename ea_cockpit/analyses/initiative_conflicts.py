"""Initiatives that get in each other's way, or introduce what is forbidden or running out, with the evidence."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.initiatives.plans import Conflict, Found, Plan, Sureness, Target, is_over
from ea_cockpit.analyses.initiatives.prerequisites import on_prerequisites
from ea_cockpit.analyses.initiatives.targets import on_targets
from ea_cockpit.analyses.initiatives.technologies import Ban, Grant, Novelty, on_technologies
from ea_cockpit.analyses.parameter import DAY
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.graph.queries import load
from ea_cockpit.i18n import Text
from ea_cockpit.model.facts.initiative import InitiativeStatus


class ConflictRow(AboutFact):
    """One conflict of one initiative."""

    kind: Conflict = result(("Widerspruch", "Conflict"), ("Was im Weg steht.", "What stands in the way."), ...)
    partner: str | None = result(
        ("Anderes Vorhaben", "Other initiative"), ("ID des anderen Vorhabens.", "Id of the other initiative.")
    )
    over: tuple[str, ...] = result(
        ("Worüber", "About"), ("IDs der Applikationen oder Technologien.", "Ids of applications or technologies."), ()
    )
    sureness: Sureness = result(
        ("Gewissheit", "Sureness"),
        ("Möglich, wo ein Datum oder der Status offen ist; bewilligt, wo eine Ausnahme gilt.",
         "Possible where a date or the status is open; granted where an exception holds."),
        ...,
    )  # fmt: skip
    led_by: str | None = result(("Federführung", "Led by"), ("Wer das Vorhaben führt.", "Who leads the initiative."))
    reason: Text = result(("Begründung", "Reason"), ("Namen und Daten dazu.", "Names and dates."), ...)
    remedy: Text = result(("Vorgehen", "What to do"), ("Wie es sich lösen lässt.", "How it can be solved."), ...)


class InitiativeConflicts(Analysis):
    """All conflicts of initiatives that are not over."""

    name = "initiative_conflicts"
    topic = Topic.PORTFOLIO
    row = ConflictRow
    parameters = (DAY,)
    helpers = ("initiatives",)
    worked_out = tuple(ConflictRow.model_fields)
    figures: ClassVar[dict[str, Text]] = {
        "conflicts": Text("Widersprüche", "Conflicts"),
        "initiatives": Text("Vorhaben", "Initiatives"),
        "by_kind": Text("Nach Art", "By kind"),
        "possible": Text("Davon nur möglich", "Of these only possible"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """One line for each conflict and pair of initiatives, the gravest kinds first."""
        day = asked["day"]
        every = {row[2]: _plan(row, day) for row in asked.read(self.query)[0]["initiatives"]}
        plans = [plan for plan in every.values() if not is_over(plan.status)]
        targets = {row["id"]: _target(row) for row in asked.read(load("parts/initiatives_applications"))}
        technologies = {row["id"]: _novelty(row) for row in asked.read(load("parts/initiatives_technologies"))}
        found = [
            *on_targets(plans, targets), *on_prerequisites(plans, every), *on_technologies(plans, technologies, day)
        ]  # fmt: skip
        return [_row(one) for one in sorted(found, key=_order)]

    def summary(self, rows: Sequence[ConflictRow]) -> dict[str, Any]:
        """How many of each kind, and how many initiatives are concerned."""
        counted = Counter(row.kind for row in rows)
        return {
            "conflicts": len(rows),
            "initiatives": len({key for row in rows for key in (row.id, row.partner) if key}),
            "by_kind": {kind.value: counted[kind] for kind in Conflict if counted[kind]},
            "possible": sum(row.sureness is Sureness.POSSIBLE for row in rows),
        }


def _plan(row: Sequence[Any], day: dt.date) -> Plan:
    start, end, id_, name, word, affects, introduces, needs, led_by = row
    status = InitiativeStatus.word(word) if word else None
    # What should be over and is not ends nobody knows when.
    until = end if end and (end >= day or is_over(status)) else None
    changed, new, first = (tuple(sorted(keys)) for keys in (affects, introduces, needs))
    return Plan(id_, name or id_, status, start, until, changed, new, first, led_by)


def _target(row: dict[str, Any]) -> Target:
    eliminated = row["decision"] == "eliminate"
    return Target(row["id"], row["name"] or row["id"], row["end_of_life"], eliminated, tuple(row["needs"]))


def _novelty(row: dict[str, Any]) -> Novelty:
    bans = (
        Ban(name, verdict, since, until, tuple(Grant(name, day, one) for day, name, one in grants))
        for since, until, name, verdict, grants in row["standards"]
    )
    return Novelty(row["id"], row["name"], row["ends"], tuple(bans))


_PLACES = {kind: place for place, kind in enumerate(Conflict)}


def _order(one: Found) -> tuple[int, bool, str, str, tuple[str, ...]]:
    return _PLACES[one.kind], one.sureness is not Sureness.CERTAIN, one.plan.id, one.partner or "", one.over


def _row(one: Found) -> ConflictRow:
    return ConflictRow(
        label="Initiative", id=one.plan.id, name=one.plan.name, kind=one.kind, partner=one.partner, over=one.over,
        sureness=one.sureness, led_by=one.plan.led_by, reason=one.reason, remedy=one.remedy,
    )  # fmt: skip
