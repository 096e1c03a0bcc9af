"""Which facts of one type mean the same by their names: sorted by form and by slip first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ea_cockpit.i18n import Text
from ea_cockpit.naming.candidates import Named, NameIndex
from ea_cockpit.naming.forms import forms_of
from ea_cockpit.naming.normalise import name_of, numbered, numbers_in
from ea_cockpit.naming.score import PROPOSED, near_score
from ea_cockpit.naming.words import Vocabulary, Words, vocabulary

NEAR = Text("fast gleich geschrieben", "spelled almost the same")
INSIDE = Text(
    "derselbe Firmenname, das beschreibende Wort steckt im anderen",
    "the same firm, its describing word is part of the other's",
)
_INSIDE = 0.85
# Products and firms are few, and known by more than the forms of their names.
_WHOLE = ("Technology", "Supplier")
_SHORTEST = 6


@dataclass(frozen=True, slots=True)
class Pair:
    """Two facts that may be one: the second means the first."""

    first: str
    second: str
    score: float
    why: Text


def pairs(label: str, facts: Sequence[Named]) -> list[Pair]:
    """All facts that mean another one, each once, against the first of its group."""
    found: dict[tuple[str, str], Pair] = {}
    firms = _by_describing_word(facts) if label == "Supplier" else ()
    for pair in (*_by_form(label, facts), *_by_slip(label, facts), *firms):
        key = (pair.first, pair.second)
        if key not in found or found[key].score < pair.score:
            found[key] = pair
    return _grouped(found.values(), {fact.id: place for place, fact in enumerate(facts)})


def _by_form(label: str, facts: Sequence[Named]) -> Iterator[Pair]:
    """Those that share a form of their names, or a product, and nothing speaks against it."""
    known, index = vocabulary(), NameIndex(label)
    shared = list(facts) if label in _WHOLE else _sharing(label, facts, known)
    for fact in shared:
        index.add(fact)
    order = {fact.id: place for place, fact in enumerate(shared)}
    for fact in shared:
        for text in (fact.name, *fact.also):
            for other in index.candidates(text):
                # The name itself is always found; whatever else is, may be the same.
                if order[other.id] > order[fact.id]:
                    yield Pair(fact.id, other.id, other.score, other.why)
                elif order[other.id] < order[fact.id]:
                    yield Pair(other.id, fact.id, other.score, other.why)


def _sharing(label: str, facts: Sequence[Named], known: Vocabulary) -> list[Named]:
    groups: dict[str, list[Named]] = defaultdict(list)
    for fact in facts:
        for key in {form.key for text in (fact.name, *fact.also) for form in forms_of(text, label, known)}:
            groups[key].append(fact)
    wanted = {fact.id for group in groups.values() if len(group) > 1 for fact in group}
    return [fact for fact in facts if fact.id in wanted]


def _by_slip(label: str, facts: Sequence[Named]) -> Iterator[Pair]:
    """Those whose names are one slip of the fingers apart, or have a word cut short with a dot."""
    known = vocabulary()
    words = {fact.id: known.in_full(numbered(name_of(fact.name).words), label) for fact in facts}
    short = {fact.id: name_of(fact.name).short for fact in facts if "." in fact.name}
    for first, second in dict.fromkeys((*_one_letter(words), *_cut_short(short, words))):
        one, other = words[first], words[second]
        if len(one) != len(other) or one == other or numbers_in(one) != numbers_in(other):
            continue
        score = near_score(one, other, short.get(first, frozenset()))
        if score >= PROPOSED:
            yield Pair(first, second, round(min(score, 0.97), 2), NEAR)


def _by_describing_word(facts: Sequence[Named]) -> Iterator[Pair]:
    """Firms of one name, one described more closely: «Exempla Software», «Exempla Verwaltungssoftware AG»."""
    known = vocabulary()
    groups: dict[str, list[tuple[str, Words]]] = defaultdict(list)
    for fact in facts:
        words, _ = known.without_legal_form(name_of(fact.name).words)
        if len(words) > 1:
            groups[words[0]].append((fact.id, words))
    for group in groups.values():
        for place, (second, other) in enumerate(group):
            # A first word many firms share names none of them.
            for first, one in group[max(0, place - 5) : place]:
                if len(one) == len(other) and one != other and all(map(_ends_alike, one, other)):
                    yield Pair(first, second, _INSIDE, INSIDE)


def _ends_alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= _SHORTEST and long.endswith(short))


def _one_letter(words: dict[str, Words]) -> Iterator[tuple[str, str]]:
    """Names that become the same once a letter is left out of each: a slip, a missing letter, two swapped."""
    seen: dict[str, str] = {}
    for id_, parts in words.items():
        joined = "".join(parts)
        if len(joined) < _SHORTEST:
            continue
        for key in {joined, *(joined[:place] + joined[place + 1 :] for place in range(len(joined)))}:
            if key in seen and seen[key] != id_:
                yield seen[key], id_
            seen.setdefault(key, id_)


def _cut_short(short: dict[str, frozenset[int]], words: dict[str, Words]) -> Iterator[tuple[str, str]]:
    """Names whose words are the same but for one that is cut short: «Probatus Eng. AG»."""
    cut = [(id_, place) for id_, places in short.items() for place in places if place < len(words[id_])]
    groups: dict[tuple[Words, Words], list[str]] = {_around(words[id_], place): [] for id_, place in cut}
    for id_, parts in words.items() if cut else ():
        for place in range(len(parts)):
            if (key := _around(parts, place)) in groups:
                groups[key].append(id_)
    for id_, place in cut:
        for other in groups[_around(words[id_], place)]:
            if other != id_ and words[other][place].startswith(words[id_][place]):
                yield id_, other


def _around(words: Words, place: int) -> tuple[Words, Words]:
    return words[:place], words[place + 1 :]


def _grouped(found: Iterable[Pair], order: dict[str, int]) -> list[Pair]:
    """Pairs that hang together as one group: each member once, against the first, by its surest pair."""
    head: dict[str, str] = {}

    def top(id_: str) -> str:
        while head.get(id_, id_) != id_:
            head[id_] = head.get(head[id_], head[id_])
            id_ = head[id_]
        return id_

    best: dict[str, Pair] = {}
    for pair in sorted(found, key=lambda one: (-one.score, order[one.first], order[one.second])):
        one, other = sorted((top(pair.first), top(pair.second)), key=lambda id_: order[id_])
        if one != other:
            head[other] = one
            for id_ in (pair.first, pair.second):
                best.setdefault(id_, pair)
    return [
        Pair(top(id_), id_, pair.score, pair.why)
        for id_, pair in sorted(best.items(), key=lambda item: order[item[0]])
        if top(id_) != id_
    ]
