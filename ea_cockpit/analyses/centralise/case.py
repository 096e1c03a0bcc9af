"""One group with all that speaks for and against it, before it is put into words."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

import numpy as np

from ea_cockpit.analyses.centralise.dossier import SILENT, Dossier, Member
from ea_cockpit.analyses.centralise.find import Found
from ea_cockpit.analyses.centralise.flows import Scores
from ea_cockpit.analyses.centralise.groups import Group
from ea_cockpit.analyses.centralise.guideline import Decision, Guideline, Known
from ea_cockpit.analyses.centralise.landscape import App
from ea_cockpit.analyses.centralise.pairs import PARTS
from ea_cockpit.analyses.centralise.rewire import NOWHERE, Hub, Rewiring, rewire
from ea_cockpit.analyses.centralise.settings import CentralisationSettings
from ea_cockpit.analyses.centralise.target import Proposal, TargetKind, best_member, standard_of
from ea_cockpit.analyses.centralise.weigh import weigh
from ea_cockpit.analyses.interval import Interval
from ea_cockpit.i18n import Text


@dataclass(frozen=True, slots=True)
class Case:
    """A group, its members' facts, the target, the interfaces, the figures, and the guideline's verdict.

    `alike` and `known` have one number for each part: the mean over all pairs (what is not known as 0), and the share
    of pairs that know it.
    """

    apps: tuple[App, ...]
    members: tuple[Member, ...]
    core: tuple[str, ...]
    alike: Scores
    known: Scores
    likeness: Interval
    target: Proposal
    rewiring: Rewiring
    partners: dict[int, frozenset[int]]
    """Partners of interfaces that at least two members share, by member."""
    cost: Interval
    facts: dict[str, Known]
    decision: Decision

    @property
    def offices(self) -> int:
        """How many offices are known."""
        return len({app.office for app in self.apps} - {None})


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes cases of groups."""

    found: Found
    dossier: Dossier
    guideline: Guideline
    settings: CentralisationSettings
    weights: Scores
    day: dt.date
    hubs: dict[int, Hub] = field(default_factory=dict)

    def case(self, group: Group) -> Case:
        """The whole case of a group."""
        apps = tuple(self.found.scene.apps[place] for place in group.members)
        members = tuple(self.dossier.members.get(app.node, SILENT) for app in apps)
        parts = self.found.pairs.parts[group.pairs]
        alike, known = np.nan_to_num(parts).mean(axis=0), (~np.isnan(parts)).mean(axis=0)
        low = float(alike @ self.weights)
        likeness = Interval(low, low + float((1 - known) @ self.weights), int((~np.isnan(parts)).sum()), parts.size)
        target = self._target(group, apps, members)
        nodes = [app.node for app in apps]
        exists = target.kind in (TargetKind.STANDARD, TargetKind.COMMON)
        facts = weigh(apps, members, self.found.scene.offices.units, likeness, exists, self.day)
        return Case(
            apps, members, self._core(group), alike, known, likeness, target,
            rewiring=self._rewiring(nodes, target.node),
            partners=self._partners(nodes),
            cost=Interval.sum(member.run_cost for member in members),
            facts=facts,
            decision=self.guideline.decide(facts),
        )  # fmt: skip

    def _rewiring(self, nodes: Sequence[int], target: int | None) -> Rewiring:
        flows = self.found.scene.flows
        theirs = chain.from_iterable(flows.of(node) for node in nodes if node != target)
        if target is not None and target not in self.hubs:
            self.hubs[target] = Hub(flows.of(target))
        found = rewire(nodes, theirs, target, NOWHERE if target is None else self.hubs[target])
        return Rewiring(*(tuple(flows.interfaces[place] for place in places) for places in (found.away, found.rebuild)))

    def _target(self, group: Group, apps: Sequence[App], members: Sequence[Member]) -> Proposal:
        standard = standard_of(apps, self.found.scene.standards)
        if standard is not None:
            return Proposal(TargetKind.STANDARD, standard, Text(
                "Sie ist für die gemeinsame Fähigkeit vorgegeben.", "It is set for the shared capability."
            ))  # fmt: skip
        if group.common is not None:
            common = self.found.scene.apps[group.common]
            return Proposal(TargetKind.COMMON, common.node, Text(
                "Sie tut dieselbe Arbeit und dient schon mehreren Ämtern.",
                "It does the same work and already serves several offices.",
            ))  # fmt: skip
        return best_member(apps, members, self.settings.target.fit, self.day)

    def _partners(self, nodes: Sequence[int]) -> dict[int, frozenset[int]]:
        each = {node: self.found.scene.flows.partners(node) for node in nodes}
        counts = Counter(chain.from_iterable(each.values()))
        several = {partner for partner, count in counts.items() if count > 1}
        return {node: partners & several for node, partners in each.items()}

    def _core(self, group: Group) -> tuple[str, ...]:
        """The words that at least half of the names share."""
        cores = [self.found.scene.names.cores[place] for place in group.members]
        words = dict.fromkeys(word for core in cores for word in core)
        return tuple(word for word in words if 2 * sum(word in core for core in cores) >= len(cores)) or cores[0]


def parts_of(case: Case, weights: Scores) -> list[tuple[str, float, float]]:
    """Each part: its name, what it adds to the likeness in points of a hundred, the share of pairs that know it."""
    total = float(case.known @ weights) or 1.0
    points = case.alike * weights / total * 100
    return list(zip(PARTS, points.tolist(), case.known.tolist(), strict=True))
