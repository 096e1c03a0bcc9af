"""What a scenario's steps do to the graph: each becomes a change as an import or an undo knows it, and is applied.

Nothing here commits: the caller gives a transaction that is rolled back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ea_cockpit.graph.catalogue_values import FactRef
from ea_cockpit.graph.history_apply import apply
from ea_cockpit.graph.history_delta import Delta, Key, Touch
from ea_cockpit.graph.scenario_merge import Merging, fallen_flows, merged_links, own_flows
from ea_cockpit.graph.scenario_read import Flow, Joint, flows_of, joints_of, key_of
from ea_cockpit.graph.store import Transaction
from ea_cockpit.model.declare import Suffers
from ea_cockpit.model.metamodel import Link, Metamodel

Properties = Mapping[str, Any]
Partners = Mapping[Link, Sequence[FactRef]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one step did.

    `joints` are the links at what went, as they were before; `freed` the links that ended although both ends stay;
    `fallen` the interfaces that fall away; `rebuilt` those that stay and must be built anew.
    """

    gone: tuple[FactRef, ...] = ()
    joints: tuple[Joint, ...] = ()
    freed: tuple[Joint, ...] = ()
    fallen: tuple[Flow, ...] = ()
    rebuilt: tuple[Flow, ...] = ()


@dataclass(frozen=True, slots=True)
class Bench:
    """Where a scenario is tried: a transaction that will be rolled back, and the metamodel."""

    tx: Transaction
    metamodel: Metamodel

    def retire(self, facts: Sequence[FactRef]) -> Outcome:
        """Take facts out, with the interfaces they provide and those nobody else consumes."""
        joints = joints_of(facts, self.metamodel, self.tx)
        flows = flows_of(facts, self.tx)
        going = {key_of(fact) for fact in facts}
        fallen = [flow for flow in flows if _falls(flow, going)]
        kept = [flow for flow in flows if flow not in fallen and {key_of(one) for one in flow.over} & going]
        self._apply(Delta(_removed([*facts, *(flow.fact for flow in fallen)])))
        return Outcome(tuple(facts), tuple(joints), (), tuple(fallen), tuple(kept))

    def merge(self, merging: Merging, new: Properties | None, changed: Properties) -> Outcome:
        """Let a fact take over the work of others, which go; `new` are its properties where it is not there yet."""
        joints = joints_of([*merging.members, merging.target], self.metamodel, self.tx)
        flows = flows_of([*merging.members, merging.target], self.tx)
        fallen = fallen_flows(merging, flows)
        members = {key_of(member) for member in merging.members}
        rebuilt = [flow for flow in flows if flow not in fallen and _ends(flow) & members]
        delta = Delta(_removed([*merging.members, *(flow.fact for flow in fallen)]))
        if new is not None:
            delta.facts[key_of(merging.target)] = Touch(None, dict(new))
        elif changed:
            delta.facts[key_of(merging.target)] = Touch({}, dict(changed))
        for link, source, target in merged_links(merging, joints, fallen):
            delta.link(_key(link, target), [(source.id, target.id)], comes=True)
        for one in own_flows(merging, joints, fallen):
            delta.link(_key(one.link, one.target), [(one.source.id, one.target.id)], comes=False)
        self._apply(delta)
        at_members = tuple(joint for joint in joints if {key_of(joint.source), key_of(joint.target)} & members)
        return Outcome(merging.members, at_members, (), tuple(fallen), tuple(rebuilt))

    def hostings(self, facts: Sequence[FactRef]) -> list[Joint]:
        """What these facts run on, or stand in."""
        keys = {key_of(fact) for fact in facts}
        joints = joints_of(facts, self.metamodel, self.tx)
        return [one for one in joints if _stands_on(one, "Hosting") and key_of(one.source) in keys]

    def standing_on(self, fact: FactRef) -> list[Joint]:
        """The links of everything that stands on this fact and fails with it."""
        joints = joints_of([fact], self.metamodel, self.tx)
        return [one for one in joints if _stands_on(one, fact.label) and key_of(one.target) == key_of(fact)]

    def replace(self, old: Sequence[Joint], new: FactRef, also: Partners | None = None) -> Outcome:
        """Let links end at another partner; `also` are links of facts that had none to end."""
        delta = Delta()
        for one in old:
            delta.link(_key(one.link, one.target), [(one.source.id, one.target.id)], comes=False)
        wanted = {(one.link, one.source.id) for one in old}
        wanted |= {(link, source.id) for link, sources in (also or {}).items() for source in sources}
        # Asked at the one new partner, not at the many that come to it.
        at_new = joints_of([new], self.metamodel, self.tx)
        there = {(one.link, one.source.id) for one in at_new if key_of(one.target) == key_of(new)}
        for link, id_ in wanted - there:
            delta.link(_key(link, new), [(id_, new.id)], comes=True)
        # A link that ends and begins anew at the same partner stays as it is.
        for one in old:
            if key_of(one.target) == key_of(new):
                delta.links[_key(one.link, new)].pop((one.source.id, new.id), None)
        self._apply(delta)
        return Outcome(freed=tuple(one for one in old if key_of(one.target) != key_of(new)))

    def add(self, fact: FactRef, properties: Properties, partners: Partners) -> Outcome:
        """Bring a new fact with its links."""
        delta = Delta({key_of(fact): Touch(None, dict(properties))})
        for link, ends in partners.items():
            for end in ends:
                delta.link(_key(link, end), [(fact.id, end.id)], comes=True)
        self._apply(delta)
        return Outcome()

    def change(self, fact: FactRef, properties: Properties, partners: Partners) -> Outcome:
        """Give a fact other values (None: none any more), and other partners for the links named."""
        delta = Delta({key_of(fact): Touch({}, dict(properties))} if properties else {})
        own = [one for one in joints_of([fact], self.metamodel, self.tx) if key_of(one.source) == key_of(fact)]
        freed = []
        for link, ends in partners.items():
            had = {key_of(one.target): one for one in own if one.link == link}
            wanted = {key_of(end): end for end in ends}
            freed += [one for key, one in had.items() if key not in wanted]
            for comes, listed in ((False, had.keys() - wanted.keys()), (True, wanted.keys() - had.keys())):
                for label, id_ in listed:
                    delta.link((link.source, link.name, label), [(fact.id, id_)], comes=comes)
        self._apply(delta)
        return Outcome(freed=tuple(freed))

    def partners(self, fact: FactRef, link: Link) -> list[FactRef]:
        """The partners a fact has by a link of its own."""
        joints = joints_of([fact], self.metamodel, self.tx)
        return [one.target for one in joints if one.link == link and key_of(one.source) == key_of(fact)]

    def _apply(self, delta: Delta) -> None:
        apply(delta, self.metamodel, self.tx)


def _removed(facts: Iterable[FactRef]) -> dict[Key, Touch]:
    return {key_of(fact): Touch({}, None) for fact in facts}


def _key(link: Link, target: FactRef) -> tuple[str, str, str]:
    return link.source, link.name, target.label


def _stands_on(joint: Joint, label: str) -> bool:
    return joint.link.suffers is Suffers.SOURCE and joint.target.label == label and joint.source.label != "Interface"


def _falls(flow: Flow, going: set[Key]) -> bool:
    """Whether an interface has nobody left to provide or to consume it."""
    providers, consumers = ({key_of(one) for one in ends} for ends in (flow.providers, flow.consumers))
    lost = any(ends and ends <= going for ends in (providers, consumers))
    return lost and key_of(flow.fact) not in going


def _ends(flow: Flow) -> set[Key]:
    return {key_of(one) for ends in (flow.providers, flow.consumers, flow.over) for one in ends}
