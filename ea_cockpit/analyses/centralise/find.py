"""The groups of a landscape: compared, joined, and only those that span several offices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ea_cockpit.analyses.analysis import Asked
from ea_cockpit.analyses.centralise.groups import Group, group
from ea_cockpit.analyses.centralise.landscape import Scene
from ea_cockpit.analyses.centralise.pairs import PARTS, Pairs, add_interfaces, compare, weights_of
from ea_cockpit.analyses.centralise.settings import CentralisationSettings
from ea_cockpit.graph.queries import load


class Flow(NamedTuple):
    """An interface of an application: with which partner, and whether data goes out."""

    app: int
    interface: int
    partner: int
    out: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The groups, the pairs they were made of, and the flows of all that came near."""

    scene: Scene
    groups: list[Group]
    pairs: Pairs
    flows: dict[int, list[Flow]]


def find_groups(asked: Asked, scene: Scene, settings: CentralisationSettings) -> Found:
    """Groups of applications in different offices that do the same work."""
    likeness = settings.likeness
    weights = weights_of(likeness)
    pairs = compare(scene, likeness)
    # Interfaces are many; they are read only where they could still decide.
    hopeful = (
        np.nan_to_num(pairs.parts) @ weights + weights[PARTS.index("interfaces")]
        >= likeness.threshold * np.maximum(pairs.known(weights), likeness.least_known) - 1e-9
    )
    places = np.unique(np.concatenate([pairs.first[hopeful], pairs.second[hopeful]])).tolist()
    flows = read_flows(asked, [scene.apps[place].node for place in places])
    partners = [frozenset([flow.partner for flow in flows.get(app.node, ())]) for app in scene.apps]
    add_interfaces(pairs, hopeful, partners)
    scores = pairs.likeness(weights, likeness.least_known)
    joined = group(pairs, scores, likeness.threshold, likeness.block, _twins(scene, settings))
    parted = (_other_work(scene, pairs, _apart(scene, pairs, one)) for one in joined)
    groups = [one for one in parted if _offices(scene, one) > 1]
    return Found(scene, groups, pairs, flows)


def _twins(scene: Scene, settings: CentralisationSettings) -> list[Hashable]:
    """The same task and the same capabilities, where these alone weigh enough whatever the other parts say."""
    shares = settings.likeness.weights.shares()
    if shares["name"] + shares["capability"] < settings.likeness.threshold - 1e-9:
        return []
    return [
        (core, app.capabilities) if core and app.capabilities else None
        for core, app in zip(scene.names.cores, scene.apps, strict=True)
    ]


def _apart(scene: Scene, pairs: Pairs, one: Group) -> Group:
    """A standard solution, or the one that serves all, is where the others go, not one of them."""
    standards = {app for solutions in scene.standards.values() for app in solutions}
    aim = [place for place in one.members if scene.apps[place].node in standards]
    common = [place for place in one.members if scene.apps[place].common]
    aim = aim or (common if len(common) == 1 else [])
    if not aim:
        return one
    return _without(pairs, one, aim, aim[0])


def _other_work(scene: Scene, pairs: Pairs, one: Group) -> Group:
    """«Grundbuch-Belegarchiv» is no second «Grundbuch» of the office that has one already.

    Of several members in one office only those stay whose name says the same as one elsewhere, where there is any.
    """
    cores, offices = scene.names.cores, [scene.apps[place].office for place in one.members]
    leave: list[int] = []
    for office in {office for office in offices if office is not None and offices.count(office) > 1}:
        here = [place for place, where in zip(one.members, offices, strict=True) if where == office]
        elsewhere = {frozenset(cores[place]) for place in one.members if place not in here}
        same = [place for place in here if frozenset(cores[place]) in elsewhere]
        leave += [place for place in here if same and place not in same]
    return _without(pairs, one, leave, one.common) if leave else one


def _without(pairs: Pairs, one: Group, leave: Sequence[int], common: int | None) -> Group:
    inside = ~np.isin(pairs.first[one.pairs], leave) & ~np.isin(pairs.second[one.pairs], leave)
    return Group(tuple(place for place in one.members if place not in leave), one.pairs[inside], common)


def _offices(scene: Scene, one: Group) -> int:
    """How many offices; those that are not known may be one more, together."""
    return len({scene.apps[place].office for place in one.members}) if len(one.members) > 1 else 0


def read_flows(asked: Asked, nodes: Sequence[int]) -> dict[int, list[Flow]]:
    """The interfaces in operation of some applications, by application."""
    found: dict[int, list[Flow]] = defaultdict(list)
    if nodes:
        row = asked.read(load("parts/centralisation_flows"), nodes=nodes)[0]
        for flow in map(Flow, row["apps"], row["interfaces"], row["partners"], row["out"]):
            found[flow.app].append(flow)
    return found
