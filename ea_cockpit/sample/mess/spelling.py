"""Names as offices write them beside the facts they mean, and names that mean nothing in the catalogue."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rapidfuzz.distance import Levenshtein

from ea_cockpit.model.declare import Fact
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.sample.draft import catalogue
from ea_cockpit.sample.generate import Sample
from ea_cockpit.sample.mess.noise import Noise
from ea_cockpit.sample.mess.spelling_ways import WAYS, Spelled, Subject

Key = tuple[str, str]
"""A fact: its label and its id."""
_ROUNDS = {Noise.LOW: 3, Noise.MEDIUM: 6, Noise.HIGH: 10}
_WORST = ("Technology", "Supplier", "OrganisationUnit")
_LINKS = {
    "Application": "owned_by used_by supplied_by supports hosted_on built_with depends_on succeeded_by",
    "Interface": "provided_by consumed_by carries conforms_to",
    "DataStore": "held_by built_with contains",
    "BusinessProcess": "realises owned_by",
    "Service": "realised_by offered_by",
    "Hosting": "built_with part_of",
    "Technology": "supplied_by",
    "DataObject": "leading_system",
    "Initiative": "led_by",
}


@dataclass(frozen=True, slots=True)
class SpellingCase:
    """One text in the cell of a link, and the fact it means; `target` None: no fact may be taken for it.

    `same` are planted doubles of the target, which are as right. `kind` says what was done to the name.
    """

    link: str
    source_label: str
    text: str
    target: Key | None
    kind: str
    same: tuple[Key, ...] = ()

    def is_right(self, found: Key | None) -> bool:
        """Whether taking `found` for the text is what the office meant."""
        return found == self.target if found is None or self.target is None else found in (self.target, *self.same)


def spelling_cases(sample: Sample, seed: int, noise: Noise = Noise.MEDIUM) -> list[SpellingCase]:
    """Thousands of texts with what they mean, the same for the same seed."""
    return _Speller(sample, seed, noise).cases()


class _Speller:
    """Knows all names, so that what it makes up is neither another fact's name nor nearer to it."""

    def __init__(self, sample: Sample, seed: int, noise: Noise) -> None:
        self.sample, self.noise = sample, noise
        self.dice = random.Random(f"spelling {seed} {noise.value}")  # noqa: S311  repeatable on purpose
        self.words: Mapping[str, Any] = catalogue("mess_spelling")
        self.links = _links_by_target()
        self.same = _doubles(sample)
        self.names: dict[str, dict[str, set[Key]]] = defaultdict(lambda: defaultdict(set))
        for label, facts in sample.facts.items():
            for fact in facts:
                for text in (fact.id, fact.name, getattr(fact, "short_name", None)):
                    if text:
                        self.names[label][folded(text)].add((label, fact.id))

    def cases(self) -> list[SpellingCase]:
        """Meant ones, then foreign ones; a text that came to mean two things is left out."""
        made = [case for label in self.links for fact in self.sample.facts[label] for case in self._of(label, fact)]
        meanings: dict[tuple[str, str], set[Key | None]] = defaultdict(set)
        for case in made:
            meanings[case.link, folded(case.text)].add(min((case.target, *case.same)) if case.target else None)
        clear = [case for case in made if len(meanings[case.link, folded(case.text)]) == 1]
        taken = {(case.link, case.text) for case in clear}
        unique = {(case.source_label, case.link, case.text): case for case in clear}
        foreign = [case for case in self._foreign() if (case.link, case.text) not in taken]
        return [*unique.values(), *foreign]

    def _of(self, label: str, fact: Fact) -> Iterator[SpellingCase]:
        if not fact.name or len(self.names[label][folded(fact.name)]) > 1:
            return
        subject = self._subject(label, fact)
        for way in self._ways(label):
            source, link, targets = self.dice.choice(self.links[label])
            text = way.way(subject, self.dice)
            same = self.same.get((label, fact.id), ())
            if text and self._is_clear(text, way, (label, fact.id), same, targets):
                yield SpellingCase(link, source, text, (label, fact.id), way.name, same)

    def _ways(self, label: str) -> list[Spelled]:
        """Some ways for every name; many for what inventories spell worst."""
        ways = [way for way in WAYS if way.level <= self.noise.level]
        chosen = self.dice.sample(ways, min(_ROUNDS[self.noise], len(ways)))
        special = [way for way in ways if label in way.labels]
        return chosen + special * _ROUNDS[self.noise] if label in _WORST else chosen + special

    def _subject(self, label: str, fact: Fact) -> Subject:
        short = getattr(fact, "short_name", None) or ""
        above = next(iter(getattr(fact, "part_of", ())), "") if short else ""
        return Subject(label, fact.id, fact.name or "", short, above.removeprefix("OE-"), self.words)

    def _is_clear(self, text: str, way: Spelled, key: Key, same: tuple[Key, ...], targets: tuple[str, ...]) -> bool:
        own, fold = {key, *same}, folded(text)
        others = [name for label in targets for name, keys in self.names[label].items() if not keys & own]
        if fold in others or not fold:
            return False
        if not way.strict:
            return True
        mine = min(Levenshtein.distance(fold, name) for name, keys in self.names[key[0]].items() if key in keys)
        return all(Levenshtein.distance(fold, name, score_cutoff=mine + 1) > mine + 1 for name in others)

    def _foreign(self) -> Iterator[SpellingCase]:
        for label, kinds in self.links.items():
            for kind, words in self._foreign_words(label):
                for word in words:
                    source, link, targets = self.dice.choice(kinds)
                    if all(folded(word) not in self.names[target] for target in targets):
                        yield SpellingCase(link, source, word, None, kind)

    def _foreign_words(self, label: str) -> Iterator[tuple[str, list[str]]]:
        yield (
            "near miss",
            [*self.words["near"].get(label, ()), *self._other_numbers(label), *self._other_offices(label)],
        )
        yield "foreign name", self.words["foreign"].get(label, [])
        yield "no name at all", self.dice.sample(self.words["foreign"]["*"], 6)
        yield "ambiguous", self.words["ambiguous"].get(label, [])

    def _other_numbers(self, label: str) -> list[str]:
        """Names that differ from a fact's by their number alone, which makes them another thing."""
        if label == "Technology":
            return []
        numbered = [f.name for f in self.sample.facts[label] if f.name and re.search(r"\b\d{2}\b", f.name)]
        return [re.sub(r"\b\d{2}\b", str(self.dice.randint(61, 99)), name) for name in numbered[:25]]

    def _other_offices(self, label: str) -> list[str]:
        """«Zeiterfassung ARP» where only other offices have one."""
        if label != "Application":
            return []
        shorts = [s for unit in self.sample.facts["OrganisationUnit"] if (s := getattr(unit, "short_name", None))]
        own = [f.name for f in self.sample.facts[label] if f.name and f.name.rpartition(" ")[2] in shorts]
        return [f"{name.rpartition(' ')[0]} {self.dice.choice(shorts)}" for name in own]


def folded(text: str) -> str:
    """Letters and digits alone, small: two texts that fold alike are the same to every reader."""
    plain = text.casefold()
    for umlaut, two in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        plain = plain.replace(umlaut, two)
    return "".join(mark for mark in plain if mark.isalnum())


def _links_by_target() -> dict[str, list[tuple[str, str, tuple[str, ...]]]]:
    metamodel, found = standard_metamodel(), defaultdict(list)
    for source, names in _LINKS.items():
        for link in metamodel[source].links:
            for target in link.targets if link.name in names.split() else ():
                found[target].append((source, link.name, link.targets))
    return dict(found)


def _doubles(sample: Sample) -> dict[Key, tuple[Key, ...]]:
    found: dict[Key, tuple[Key, ...]] = {}
    for entry in sample.truth.findings["duplicate_names"]:
        keys: Iterable[Key] = [(entry["type"], id_) for id_ in entry["ids"]]
        found.update({key: tuple(other for other in keys if other != key) for key in keys})
    return found
