"""The facts and links an analysis of structure works on, as numbers; names are read only for what is shown."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ea_cockpit.analyses.analysis import Asked
from ea_cockpit.graph.catalogue import FactRef
from ea_cockpit.graph.catalogue_graph import relation
from ea_cockpit.graph.queries import load
from ea_cockpit.i18n import Text
from ea_cockpit.model.declare import Outage
from ea_cockpit.model.metamodel import Metamodel

CRITICAL = 3
"""From this weight on (high, very high) a failure is grave."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts by their place: the graph's number, the label, how critical it is (0 unknown to 4), whether it runs.

    Places go by type and id; the graph's numbers differ from one import of the same facts to the next.
    """

    nodes: list[int]
    labels: list[str]
    weights: list[int]
    idle: frozenset[int]
    place: dict[int, int]

    def of(self, label: str) -> list[int]:
        """Places of a type."""
        return [place for place, one in enumerate(self.labels) if one == label]


def read_facts(asked: Asked, labels: Sequence[str]) -> Facts:
    """All facts of these types (each must be named in the statement)."""
    nodes: list[int] = []
    kinds: list[str] = []
    weights: list[int] = []
    idle: list[int] = []
    rows = asked.read(load("parts/structure_facts"), labels=list(labels))
    for row in sorted(rows, key=lambda row: str(row["label"])):
        nodes += row["nodes"]
        weights += row["weights"] or [0] * len(row["nodes"])
        idle += row["idle"]
        kinds += [row["label"]] * len(row["nodes"])
    place = {node: at for at, node in enumerate(nodes)}
    return Facts(nodes, kinds, weights, frozenset(place[node] for node in idle), place)


Links = dict[str, list[tuple[int, int]]]
"""Pairs of places, start and end of the arrow, by relationship type."""


def links_of(rows: Iterable[dict[str, Any]], facts: Facts) -> Links:
    """The links between these facts, from rows of (relationship, starts, ends), in order of their places."""
    at = facts.place
    return {
        row["relationship"]: sorted(
            (at[start], at[end])
            for start, end in zip(row["starts"], row["ends"], strict=True)
            if start in at and end in at
        )
        for row in rows
    }


@dataclass(frozen=True, slots=True)
class Step:
    """One way a failure travels: what fails first, what fails with it, over which relationship.

    `arrow`: the relationship's arrow runs from the first to the second; `one_of_several`: others may stand in.
    """

    first: int
    second: int
    relationship: str
    arrow: bool = True
    one_of_several: bool = False


def steps(links: Links, facts: Facts, metamodel: Metamodel) -> list[Step]:
    """All ways a failure travels, as the metamodel declares them."""
    declared = {ends: (link.start_suffers, link.outage is Outage.ALL) for ends, link in metamodel.outages().items()}
    found = []
    for relationship, pairs in links.items():
        for start, end in pairs:
            rule = declared.get((facts.labels[start], relationship, facts.labels[end]))
            if rule is not None:
                backwards, several = rule
                first, second = (end, start) if backwards else (start, end)
                found.append(Step(first, second, relationship, not backwards, several))
    return found


class Names:
    """The names of what is shown."""

    def __init__(self, asked: Asked, facts: Facts, places: Iterable[int]) -> None:
        wanted = [facts.nodes[place] for place in set(places)]
        rows = asked.read(load("parts/structure_named"), nodes=wanted)[0]["named"] if wanted else []
        self._refs = {facts.place[node]: FactRef(label, id_, name) for node, label, id_, name in rows}
        self._words: dict[tuple[str, str, str, bool], Text] = {}

    def __getitem__(self, place: int) -> FactRef:
        return self._refs[place]

    def title(self, place: int) -> str:
        """What people call it."""
        return self._refs[place].title

    def word(self, step: Step, metamodel: Metamodel, along: bool) -> Text:
        """The relationship of a step as read from its first fact to its second (`along`), or back."""
        start, end = (step.first, step.second) if step.arrow else (step.second, step.first)
        key = (self[start].label, step.relationship, self[end].label, step.arrow != along)
        if key not in self._words:
            self._words[key] = relation(metamodel, step.relationship, key[0], key[2], against=key[3])
        return self._words[key]

    def sorted(self, places: Iterable[int]) -> tuple[str, ...]:
        """Titles by name."""
        return tuple(sorted((self.title(place) for place in places), key=str.casefold))


def way(start: int, goal: int, out: dict[int, list[Step]], within: Collection[int]) -> list[Step]:
    """A shortest way from one fact to another through those that fail; empty where there is none."""
    before: dict[int, Step] = {}
    queue = deque([start])
    while queue and goal not in before:
        here = queue.popleft()
        for step in out.get(here, ()):
            if step.second in within and step.second not in before and step.second != start:
                before[step.second] = step
                queue.append(step.second)
    told: list[Step] = []
    while goal in before:
        told.append(before[goal])
        goal = told[-1].first
    return told[::-1]


def told(path: Sequence[Step], names: Names, metamodel: Metamodel, *, along: bool = True) -> Text:
    """A way in words: «srv-1 → trägt → DB-1 → Gehalten von → APP-1»; not `along`, from its last fact back."""
    if not path:
        return Text("", "")
    order = path if along else path[::-1]
    start = names.title(order[0].first if along else order[0].second)
    de, en = [start], [start]
    for step in order:
        word, title = names.word(step, metamodel, along), names.title(step.second if along else step.first)
        de += [word.de, title]
        en += [word.en, title]
    return Text(" → ".join(de), " → ".join(en))


def counted(labels: Iterable[tuple[str, int]], metamodel: Metamodel) -> Text:
    """Counts by type in words: «61 Applikationen, 1 Datenbestand»."""
    parts = [(count, metamodel[label]) for label, count in labels if count]
    return Text(*(
        ", ".join(f"{count} {(kind.title if count == 1 else kind.plural).in_(lang)}" for count, kind in parts)
        for lang in ("de", "en")
    ))  # fmt: skip
