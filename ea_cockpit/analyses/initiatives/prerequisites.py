"""Initiatives that wait for another one that ends later than they do, or that is stopped or paused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ea_cockpit.analyses.initiatives.plans import Conflict, Found, Plan, Sureness
from ea_cockpit.i18n import Text
from ea_cockpit.model.facts.initiative import InitiativeStatus

_HALTED = Text(
    "{one} setzt {other} voraus; das ist {status}.", "{one} needs {other} first, which is {status}."
)  # fmt: skip
_HALTED_REMEDY = Text(
    "Die Voraussetzung wieder aufnehmen, anders erfüllen oder das Vorhaben verschieben.",
    "Take the prerequisite up again, meet it otherwise, or postpone the initiative.",
)
_LATER = Text(
    "{one} setzt {other} voraus; das endet später.", "{one} needs {other} first, which ends later."
)  # fmt: skip
_UNKNOWN = Text(
    "{one} setzt {other} voraus; ob das rechtzeitig endet, lässt sich nicht sagen.",
    "{one} needs {other} first; whether that ends in time cannot be told.",
)
_LATER_REMEDY = Text(
    "Die Reihenfolge ändern oder das Ende der Voraussetzung vorziehen; fehlende Daten nachtragen.",
    "Change the order or bring the end of the prerequisite forward; add missing dates.",
)


def on_prerequisites(plans: Sequence[Plan], every: Mapping[str, Plan]) -> Iterator[Found]:
    """All conflicts with what an initiative waits for; `every` holds also those that are over."""
    for plan in plans:
        for other in (every[key] for key in plan.needs):
            if other.status in (InitiativeStatus.STOPPED, InitiativeStatus.PAUSED):
                reason = _HALTED.format(one=plan.told, other=other.told, status=_status(other.status))
                yield Found(Conflict.HALTED_PREREQUISITE, plan, reason, _HALTED_REMEDY, other.id)
            elif other.status is not InitiativeStatus.DONE and not _in_time(plan, other):
                known = plan.until and other.until
                reason = (_LATER if known else _UNKNOWN).format(one=plan.told, other=other.told)
                sureness = Sureness.CERTAIN if known else Sureness.POSSIBLE
                yield Found(Conflict.LATER_PREREQUISITE, plan, reason, _LATER_REMEDY, other.id, (), sureness)


def _in_time(plan: Plan, other: Plan) -> bool:
    return bool(plan.until and other.until and other.until <= plan.until)


def _status(status: InitiativeStatus | None) -> Text:
    return Text(status.text.de.lower(), status.text.en.lower()) if status else Text("offen", "open")
