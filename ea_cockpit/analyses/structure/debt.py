"""What is owed on interfaces: each kind with what it means and the way out, and which interface has which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pydantic import Field

from ea_cockpit.analyses.interval import Interval
from ea_cockpit.analyses.policy_file import PolicyForm
from ea_cockpit.analyses.structure.flows import Flows, grouped
from ea_cockpit.i18n import Text
from ea_cockpit.model.values import Choice


class DebtKind(Choice):
    """What is wrong with an interface."""

    MANUAL = "manual", "Von Hand", "Manual"
    UNENCRYPTED = "unencrypted_sensitive", "Heikles unverschlüsselt", "Sensitive, not encrypted"
    DATABASE_LINK = "database_link", "Direkter Datenbankzugriff", "Database link"
    RETIRED = "retired_partner", "Partner ausser Betrieb", "Retired partner"
    FILE = "file", "Dateitransfer", "File transfer"
    PARALLEL = "parallel", "Paralleler Fluss", "Parallel flow"
    POINT_TO_POINT = "point_to_point", "An der Plattform vorbei", "Past the platform"


REMEDIES = {
    DebtKind.MANUAL: Text("Durch eine API oder Nachricht ablösen.", "Replace by an API or message."),
    DebtKind.UNENCRYPTED: Text("Sofort verschlüsseln (TLS, SFTP).", "Encrypt at once (TLS, SFTP)."),
    DebtKind.DATABASE_LINK: Text("Durch eine API des Datenhalters ersetzen.", "Replace by an API of the holder."),
    DebtKind.RETIRED: Text("Abschalten oder auf die Nachfolge umhängen.", "Switch off, or lead to the successor."),
    DebtKind.FILE: Text("Wo es eilt oder oft fliesst: API oder Nachricht.", "If urgent or frequent: API or message."),
    DebtKind.PARALLEL: Text("Zu einer Schnittstelle zusammenlegen.", "Merge into one interface."),
    DebtKind.POINT_TO_POINT: Text("Über die Plattform führen.", "Lead over the platform."),
}
_MODES = {"manual": DebtKind.MANUAL, "database_link": DebtKind.DATABASE_LINK, "file": DebtKind.FILE}
_OVER_PLATFORM = (None, "api", "message", "file", "batch")
"""Modes a platform could carry; what is done by hand or in a database has a debt of its own."""


class DebtPoints(PolicyForm):
    """Points of each kind of debt."""

    points: dict[DebtKind, float] = Field(min_length=1)

    def of(self, kind: DebtKind) -> float:
        """Points of a kind; one that is not listed counts nothing."""
        return self.points.get(kind, 0.0)


@dataclass(frozen=True, slots=True)
class Marks:
    """What is known of interfaces and their ends, by place."""

    mode: Mapping[int, str]
    plain: frozenset[int]
    encrypted: frozenset[int]
    retired: frozenset[int]
    platforms: frozenset[int]
    sensitive: frozenset[int]


@dataclass(frozen=True, slots=True)
class Debt:
    """One interface with what is owed on it, and what each kind is due to (partners, data, other interfaces)."""

    interface: int
    kinds: dict[DebtKind, tuple[int, ...]]
    may_be: tuple[DebtKind, ...]

    def score(self, points: DebtPoints) -> Interval:
        """Points by what is known, and if all that is unknown were worst."""
        low = sum(points.of(kind) for kind in self.kinds)
        modes = max((points.of(kind) for kind in self.may_be if kind in _MODES.values()), default=0.0)
        rest = sum(points.of(kind) for kind in self.may_be if kind not in _MODES.values())
        missing = bool(modes) + bool(rest)
        return Interval(low, low + modes + rest, 2 - missing, 2)


def debts(flows: Flows, carried: Mapping[int, list[int]], marks: Marks) -> Iterable[Debt]:
    """All interfaces in operation on which something is owed."""
    parallel = _parallel(flows, carried)
    for interface in flows.interfaces():
        kinds = _kinds(interface, flows, carried, marks)
        if interface in parallel:
            kinds[DebtKind.PARALLEL] = tuple(sorted(parallel[interface]))
        if kinds:
            yield Debt(interface, kinds, tuple(_may_be(interface, carried, marks)))


def _kinds(
    interface: int, flows: Flows, carried: Mapping[int, list[int]], marks: Marks
) -> dict[DebtKind, tuple[int, ...]]:  # fmt: skip
    found: dict[DebtKind, tuple[int, ...]] = {}
    mode = marks.mode.get(interface)
    if mode in _MODES:
        found[_MODES[mode]] = ()
    secret = tuple(thing for thing in carried.get(interface, ()) if thing in marks.sensitive)
    if secret and interface in marks.plain:
        found[DebtKind.UNENCRYPTED] = secret
    ends = [*flows.providers.get(interface, ()), *flows.consumers.get(interface, ())]
    gone = {system for end in ends for system in flows.systems(end) if system in marks.retired}
    if gone:
        found[DebtKind.RETIRED] = tuple(sorted(gone))
    # The platform's own interfaces need no platform.
    past = interface not in flows.platforms and marks.platforms.isdisjoint(ends)
    if marks.platforms and past and mode in _OVER_PLATFORM:
        found[DebtKind.POINT_TO_POINT] = ()
    return found


def _may_be(interface: int, carried: Mapping[int, list[int]], marks: Marks) -> Iterable[DebtKind]:
    """What it could be too, as far as nobody has answered."""
    if interface not in marks.mode:
        yield from _MODES.values()
    secret = not carried.get(interface) or any(thing in marks.sensitive for thing in carried[interface])
    if secret and interface not in marks.plain and interface not in marks.encrypted:
        yield DebtKind.UNENCRYPTED


def _parallel(flows: Flows, carried: Mapping[int, list[int]]) -> dict[int, set[int]]:
    """Interfaces that carry the same data between the same systems, each with the others."""
    lanes: dict[tuple[int, int], list[int]] = defaultdict(list)
    for interface, providers in flows.providers.items():
        if interface in carried:
            givers = {system for end in providers for system in flows.systems(end)}
            takers = {system for end in flows.consumers.get(interface, ()) for system in flows.systems(end)}
            for giver in givers:
                for taker in takers:
                    lanes[giver, taker].append(interface)
    found: dict[int, set[int]] = defaultdict(set)
    # Most lanes have one interface; only the others are looked into.
    for lane in (lane for lane in lanes.values() if len(lane) > 1):
        for group in grouped((thing, interface) for interface in lane for thing in carried[interface]).values():
            for interface in group:
                found[interface].update(other for other in group if other != interface)
    return {interface: others for interface, others in found.items() if others}
