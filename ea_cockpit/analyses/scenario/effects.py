"""What a scenario brings about by itself: interfaces, orphans, what is left behind, contracts, cost, order."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from ea_cockpit.analyses.scenario.cost import CostRange
from ea_cockpit.analyses.scenario.order import Order
from ea_cockpit.graph.catalogue import FactRef
from ea_cockpit.i18n import Lang, Text


@dataclass(frozen=True, slots=True)
class InterfaceEffect:
    """An interface that falls away, or must be built anew: with whom, in which way, with which data, and why."""

    interface: FactRef
    partners: tuple[FactRef, ...]
    mode: str | None
    data: tuple[str, ...]
    why: Text


@dataclass(frozen=True, slots=True)
class Parallel:
    """Several interfaces in the same direction between a merged fact and one partner: one may do."""

    target: FactRef
    partner: FactRef
    interfaces: tuple[FactRef, ...]


@dataclass(frozen=True, slots=True)
class Orphan:
    """Something that nothing carries any more."""

    fact: FactRef
    what: Text


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """Something that depended on what went, and stays without it."""

    fact: FactRef
    link: Text
    gone: FactRef
    step: int


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract of something that goes: until when it runs, and by when it must be cancelled (None: not known)."""

    fact: FactRef
    ends: dt.date | None
    cancel_by: dt.date | None
    yearly: float | None


@dataclass(frozen=True, slots=True)
class Effects:
    """All effects of a scenario."""

    steps: tuple[Text, ...]
    rebuild: tuple[InterfaceEffect, ...]
    fallen: tuple[InterfaceEffect, ...]
    parallel: tuple[Parallel, ...]
    orphans: tuple[Orphan, ...]
    left_behind: tuple[LeftBehind, ...]
    contracts: tuple[Contract, ...]
    cost: CostRange
    order: Order

    def as_json(self, lang: Lang) -> dict[str, Any]:
        """The effects for scripts."""
        return {
            "steps": [step.in_(lang) for step in self.steps],
            "rebuild": [_interface(one, lang) for one in self.rebuild],
            "fallen": [_interface(one, lang) for one in self.fallen],
            "parallel": [
                {"target": one.target.key, "partner": one.partner.key, "interfaces": [i.key for i in one.interfaces]}
                for one in self.parallel
            ],
            "orphans": [{**_fact(one.fact), "what": one.what.in_(lang)} for one in self.orphans],
            "left_behind": [
                {**_fact(one.fact), "link": one.link.in_(lang), "gone": one.gone.key, "step": one.step}
                for one in self.left_behind
            ],
            "contracts": [
                {**_fact(one.fact), "ends": _day(one.ends), "cancel_by": _day(one.cancel_by), "yearly": one.yearly}
                for one in self.contracts
            ],
            "cost": self.cost.as_json() | {"reason": self.cost.reason.in_(lang)},
            "order": [
                {"step": one.step, "title": one.title.in_(lang), "because": [why.in_(lang) for why in one.because]}
                for one in self.order.parts
            ],
            "cycles": [
                {"titles": [t.in_(lang) for t in one.titles], "because": [why.in_(lang) for why in one.because]}
                for one in self.order.cycles
            ],
        }


def _fact(fact: FactRef) -> dict[str, Any]:
    return {"fact": fact.key, "name": fact.name}


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _interface(one: InterfaceEffect, lang: Lang) -> dict[str, Any]:
    partners = [partner.key for partner in one.partners]
    return {
        "interface": one.interface.key, "name": one.interface.name, "partners": partners, "mode": one.mode,
        "data": list(one.data), "why": one.why.in_(lang),
    }  # fmt: skip
