"""How a failure spreads, as a picture: each fact that suffers hangs on the one that passed the failure on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from ea_cockpit.graph.catalogue import FactRef
from ea_cockpit.i18n import Lang, translator
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.model.picture import Edge, GraphPicture, Group, Kind, Node

MOST = 40  # as many facts can be read in one picture; beyond, they are drawn by type and distance
ARROW = " → "


def impact_picture(start: FactRef, hits: Sequence[Any], metamodel: Metamodel, lang: Lang) -> GraphPicture:
    """Every fact that suffers, or how many of each type at each distance where they are too many to be read."""
    steps = list(_steps(start, hits, lang))
    kinds = tuple(Kind(kind.label, kind.title.in_(lang)) for kind in metamodel)
    first = Node(start.key, start.title, start.label)
    if len(hits) > MOST:
        return _summed(first, steps, kinds, metamodel, lang)
    nodes = [Node(hit.subject().key, hit.subject().title, hit.label, note=path) for hit, _, _, path in steps]
    edges = [Edge(f"{before}>{hit.subject().key}", before, hit.subject().key, words) for hit, before, words, _ in steps]
    return GraphPicture((first, *nodes), tuple(edges), (), kinds).painted(metamodel).drawable()


def _summed(
    first: Node, steps: list[tuple[Any, str, str, str]], kinds: tuple[Kind, ...], metamodel: Metamodel, lang: Lang
) -> GraphPicture:
    """One node for all facts of a type at a distance, in a frame for each distance."""
    _ = translator(lang)
    place = {first.id: first.id} | {hit.subject().key: f"{hit.distance}/{hit.label}" for hit, *_rest in steps}
    counts = Counter((hit.distance, hit.label) for hit, *_rest in steps)
    links = Counter((place[before], place[hit.subject().key]) for hit, before, *_rest in steps)
    nodes = [
        Node(f"{distance}/{label}", f"{count} {metamodel[label].plural.in_(lang)}", label, f"step:{distance}")
        for (distance, label), count in counts.items()
    ]
    edges = [Edge(f"{start}>{end}", start, end, str(count)) for (start, end), count in links.items()]
    reached = sorted({distance for distance, _label in counts})
    groups = [Group(f"step:{n}", _("1 step") if n == 1 else _("{count} steps").format(count=n)) for n in reached]
    return GraphPicture((first, *nodes), tuple(edges), tuple(groups), kinds).drawable()


def _steps(start: FactRef, hits: Sequence[Any], lang: Lang) -> Iterator[tuple[Any, str, str, str]]:
    """Each hit with the key of the fact before it, the words between, and its path."""
    known = {start.title: start.key}
    for hit in hits:
        path = hit.path.in_(lang)
        before = _before(path, known)
        title = hit.subject().title
        words = path[len(before) :].removeprefix(ARROW).removesuffix(title).removesuffix(ARROW)
        yield hit, known[before], words, path
        known.setdefault(path, hit.subject().key)


def _before(path: str, known: dict[str, str]) -> str:
    """The longest known path this one goes on from; the start where the facts between are not told."""
    at = path.rfind(ARROW)
    while at > 0:
        if path[:at] in known:
            return path[:at]
        at = path.rfind(ARROW, 0, at)
    return next(iter(known))
