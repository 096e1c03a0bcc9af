"""What merging means for links: the target takes the work of the members, not what they were made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ea_cockpit.graph.catalogue_values import FactRef
from ea_cockpit.graph.history_delta import Key
from ea_cockpit.graph.scenario_read import Flow, Joint, key_of
from ea_cockpit.model.metamodel import Link

# Who answers for a thing, who supplies it, and what it is made of go with it; the target has its own.
_OF_THE_THING = {"owned_by", "supplied_by", "operated_by", "hosted_on", "built_with", "part_of", "succeeded_by"}
# A permission or a review was given to a thing, not to what takes its place.
_ABOUT_THE_THING = {("Deviation", "subject"), ("Review", "subject")}


@dataclass(frozen=True, slots=True)
class Merging:
    """Facts that go, and the one that takes their work over."""

    members: tuple[FactRef, ...]
    target: FactRef

    @property
    def group(self) -> set[Key]:
        """All of them."""
        return {key_of(one) for one in (*self.members, self.target)}


def fallen_flows(merging: Merging, flows: Iterable[Flow]) -> list[Flow]:
    """The interfaces between those who become one."""
    group = merging.group

    def inside(ends: Sequence[FactRef]) -> bool:
        return bool(ends) and all(key_of(one) in group for one in ends)

    return [flow for flow in flows if inside(flow.providers) and inside(flow.consumers)]


def merged_links(
    merging: Merging, joints: Iterable[Joint], fallen: Iterable[Flow]
) -> Iterator[tuple[Link, FactRef, FactRef]]:
    """The links the target gets anew, as (link, source, target)."""
    listed = list(joints)
    members, group = {key_of(one) for one in merging.members}, merging.group
    gone = {key_of(flow.fact) for flow in fallen}
    there = {(one.link, key_of(one.source), key_of(one.target)) for one in listed}
    single = {(one.link, key_of(one.source)) for one in listed if not one.link.many}
    provided = _provided(listed, group)
    for one in listed:
        ends = key_of(one.source), key_of(one.target)
        if not members & {*ends} or _stays_behind(one, members) or gone & {*ends}:
            continue
        source, target = (merging.target if key_of(end) in members else end for end in (one.source, one.target))
        new = key_of(source), key_of(target)
        # What it provides itself it need not consume: that was an interface to one of the others.
        own_data = one.link.relationship == "CONSUMED_BY" and new[0] in provided
        taken = not one.link.many and new[0] == key_of(merging.target) and (one.link, new[0]) in single
        if {*new} <= group or own_data or taken or (one.link, *new) in there:
            continue
        there.add((one.link, *new))
        single.add((one.link, new[0]))
        yield one.link, source, target


def own_flows(merging: Merging, joints: Iterable[Joint], fallen: Iterable[Flow]) -> list[Joint]:
    """Links by which the target consumed what it now provides itself, in interfaces that others consume too."""
    listed = list(joints)
    provided = _provided(listed, merging.group) - {key_of(flow.fact) for flow in fallen}
    return [
        one
        for one in listed
        if one.link.relationship == "CONSUMED_BY"
        and key_of(one.target) == key_of(merging.target)
        and key_of(one.source) in provided
    ]


def _provided(joints: Iterable[Joint], group: set[Key]) -> set[Key]:
    return {key_of(one.source) for one in joints if one.link.relationship == "PROVIDES" and key_of(one.target) in group}


def _stays_behind(joint: Joint, members: set[Key]) -> bool:
    if key_of(joint.source) in members and joint.link.name in _OF_THE_THING:
        return True
    return key_of(joint.target) in members and (joint.link.source, joint.link.name) in _ABOUT_THE_THING
