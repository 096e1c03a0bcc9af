"""The groups of a landscape: compared, joined, and only those that span several offices."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass

import numpy as np

from ea_cockpit.analyses.centralise.groups import Group, group
from ea_cockpit.analyses.centralise.landscape import App, Scene
from ea_cockpit.analyses.centralise.offices import Office
from ea_cockpit.analyses.centralise.pairs import PARTS, Pairs, add_interfaces, compare, weights_of
from ea_cockpit.analyses.centralise.settings import CentralisationSettings


@dataclass(frozen=True, slots=True)
class Found:
    """The groups, and the pairs they were made of."""

    scene: Scene
    groups: list[Group]
    pairs: Pairs


def find_groups(scene: Scene, settings: CentralisationSettings) -> Found:
    """Groups of applications in different offices that do the same work."""
    likeness = settings.likeness
    weights = weights_of(likeness)
    pairs = compare(scene, likeness)
    # Interfaces are many; they are compared only where they could still decide.
    hopeful = (
        pairs.sure(weights) + weights[PARTS.index("interfaces")]
        >= likeness.threshold * np.maximum(pairs.known(weights), likeness.least_known) - 1e-9
    )
    nodes = np.array([app.node for app in scene.apps], dtype=np.int64)
    add_interfaces(pairs, hopeful, scene.flows.alike(nodes[pairs.first[hopeful]], nodes[pairs.second[hopeful]]))
    scores = pairs.likeness(weights, likeness.least_known)
    joined = group(pairs, scores, likeness.threshold, likeness.block, _twins(scene, settings))
    standards = {app for solutions in scene.standards.values() for app in solutions}
    parted = (_other_work(scene, pairs, _apart(scene, pairs, one, standards)) for one in joined)
    parted = (_perhaps_one(scene, pairs, one) for one in parted)
    groups = [one for one in parted if offices_of(scene, one) > 1]
    return Found(scene, groups, pairs)


def _twins(scene: Scene, settings: CentralisationSettings) -> list[Hashable]:
    """The same task and the same capabilities, where these alone weigh enough whatever the other parts say."""
    shares = settings.likeness.weights.shares()
    if shares["name"] + shares["capability"] < settings.likeness.threshold - 1e-9:
        return []
    return [
        (core, app.capabilities) if core and app.capabilities else None
        for core, app in zip(scene.names.cores, scene.apps, strict=True)
    ]


def _apart(scene: Scene, pairs: Pairs, one: Group, standards: Collection[int]) -> Group:
    """A standard solution, or the one that serves all, is where the others go, not one of them."""
    aim = [place for place in one.members if scene.apps[place].node in standards]
    common = [place for place in one.members if scene.apps[place].common]
    if aim:
        return _without(pairs, one, aim, aim[0])
    if len(common) != 1:
        return one
    parted = _without(pairs, one, common, common[0])
    # Where only one other does the same beside the common one, these two are the group.
    return parted if offices_of(scene, parted) > 1 else Group(one.members, one.pairs, common[0])


def _other_work(scene: Scene, pairs: Pairs, one: Group) -> Group:
    """«Grundbuch-Belegarchiv» is no second «Grundbuch» of the office that has one already.

    Of several members in one office only those stay whose name says the same as one elsewhere, where there is any.
    """
    said = {place: (scene.apps[place].office, frozenset(scene.names.cores[place])) for place in one.members}
    crowded = Counter(office for office, _ in said.values() if office is not None)
    by_words: dict[frozenset[str], set[Office | None]] = defaultdict(set)
    for office, words in said.values():
        by_words[words].add(office)
    same = {place for place, (_, words) in said.items() if len(by_words[words]) > 1}
    strong = {said[place][0] for place in same}
    leave = [
        place
        for place, (office, _) in said.items()
        if office is not None and crowded[office] > 1 and office in strong and place not in same
    ]
    return _without(pairs, one, leave, one.common) if leave else one


def _perhaps_one(scene: Scene, pairs: Pairs, one: Group) -> Group:
    """Where not two offices are known, those without one may all belong to the same.

    Only those stay whose name says the same as another's: «Quellensteuer-Portal» may be the Steueramt's own portal to
    its «Quellensteuer»; a second «Quellensteuer» is hardly that.
    """
    if len({scene.apps[place].office for place in one.members} - {None}) > 1:
        return one
    tasks = [frozenset(scene.names.cores[place]) for place in one.members]
    counts = Counter(tasks)
    leave = [place for place, task in zip(one.members, tasks, strict=True) if counts[task] < 2]
    return _without(pairs, one, leave, one.common) if leave else one


def _without(pairs: Pairs, one: Group, leave: Sequence[int], common: int | None) -> Group:
    inside = ~np.isin(pairs.first[one.pairs], leave) & ~np.isin(pairs.second[one.pairs], leave)
    return Group(tuple(place for place in one.members if place not in leave), one.pairs[inside], common)


def offices_of(scene: Scene, one: Group) -> int:
    """How many offices a group may span; one application alone spans none."""
    return most_offices([scene.apps[place] for place in one.members]) if len(one.members) > 1 else 0


def most_offices(apps: Sequence[App]) -> int:
    """How many offices these may belong to: those known, and for each that is not known another."""
    known = [app.office for app in apps if app.office is not None]
    return len(set(known)) + len(apps) - len(known)
