"""What is known of the members of a group: needs, costs, contracts, fitness, laws, deviations."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ea_cockpit.analyses.analysis import Asked
from ea_cockpit.analyses.lifecycle.days import day_of
from ea_cockpit.graph.queries import load
from ea_cockpit.i18n import Text
from ea_cockpit.model.facts.application import Decision
from ea_cockpit.model.protection import Need, PersonalData

NEEDS = tuple(Need)
PERSONAL = tuple(PersonalData)
ASPECTS = (
    Text("Vertraulichkeit", "confidentiality"), Text("Integrität", "integrity"), Text("Verfügbarkeit", "availability"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Granted:
    """A deviation in force."""

    id: str
    name: str | None
    reason: str | None
    until: dt.date | None


class Member(NamedTuple):
    """One application as the inventory tells it; None is what it does not tell."""

    status: str | None = None
    needs: tuple[int | None, int | None, int | None] = (None, None, None)
    personal: int | None = None
    run_cost: float | None = None
    contract_end: dt.date | None = None
    notice_months: int | None = None
    users: int | None = None
    functional: int | None = None
    technical: int | None = None
    decision: Decision | None = None
    end_of_life: dt.date | None = None
    laws: frozenset[str] = frozenset()
    deviations: tuple[Granted, ...] = ()

    def contract_months(self, day: dt.date) -> float | None:
        """How long its contract still binds, in months."""
        if self.contract_end is None:
            return None
        return max(0.0, (self.contract_end - day).days / 30.4)


SILENT = Member()
"""One of which nothing is known."""


@dataclass(slots=True)
class Dossier:
    """Members by node, and what facts are called."""

    members: dict[int, Member]
    names: dict[int, str] = field(default_factory=dict)

    def name(self, fact: int | str) -> str:
        """What a fact is called; one the catalogue does not know is named by its name."""
        return fact if isinstance(fact, str) else self.names.get(fact, "?")


def read_dossier(asked: Asked, nodes: Sequence[int], day: dt.date) -> Dossier:
    """All that is known of these applications."""
    if not nodes:
        return Dossier({})
    laws: dict[int, set[str]] = defaultdict(set)
    for app, law in _rows(asked.read(load("parts/centralisation_laws"), nodes=nodes)):
        laws[app].add(law)
    granted: dict[int, list[Granted]] = defaultdict(list)
    found = asked.read(load("parts/centralisation_deviations"), nodes=nodes, day=day)[0]["deviations"]
    for app, *about in found:
        granted[app].append(Granted(*about))
    rows = _rows(asked.read(load("parts/centralisation_members"), nodes=nodes))
    return Dossier({node: _member(told, laws.get(node, ()), granted.get(node, ())) for node, *told in rows})


def _rows(read: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Any, ...]]:
    """What was read as one row of columns, row by row."""
    return zip(*read[0].values(), strict=True)


def read_names(asked: Asked, dossier: Dossier, facts: Iterable[int | str]) -> None:
    """Fetch what these facts are called."""
    nodes = sorted({fact for fact in facts if isinstance(fact, int)} - dossier.names.keys())
    if nodes:
        dossier.names.update(_rows(asked.read(load("parts/centralisation_names"), nodes=nodes)))


def _member(row: Sequence[Any], laws: Iterable[str], granted: Iterable[Granted]) -> Member:
    status, first, second, third, personal, cost, contract, notice, users, functional, technical, decision, end = row
    return Member(
        status, (_NEED_PLACES.get(first), _NEED_PLACES.get(second), _NEED_PLACES.get(third)),
        _PERSONAL_PLACES.get(personal), cost, day_of(contract), notice, users, functional, technical,
        _DECISIONS.get(decision), day_of(end), frozenset(laws), tuple(granted),
    )  # fmt: skip


# Asked for each member: words are looked up, not searched.
_NEED_PLACES: dict[object, int] = {word.value: place for place, word in enumerate(NEEDS)}
_PERSONAL_PLACES: dict[object, int] = {word.value: place for place, word in enumerate(PERSONAL)}
_DECISIONS: dict[object, Decision] = {word.value: word for word in Decision}
