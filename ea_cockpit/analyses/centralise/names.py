"""What an application's name says about its task: words without offices, numbers and words that tell nothing."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

from ea_cockpit.analyses.centralise.settings import NameWords
from ea_cockpit.naming.normalise import name_of
from ea_cockpit.naming.score import slips_allowed

Core = tuple[str, ...]
"""The words of a name that tell its task, each once."""
_LONG, _STEM = 8, 5


class TaskNames:
    """Reads all names of a landscape together: only so one knows which words are rare, and which are one word."""

    def __init__(self, names: Sequence[str | None], offices: Iterable[Core], words: NameWords) -> None:
        self._words = words
        self._offices = _by_first(offices)
        read = [self._read(name) for name in names]
        counts = Counter(word for core in read for word in core)
        read = [_whole(core, counts) for core in read]
        same = _one_word(Counter(word for core in read for word in core))
        self.cores: list[Core] = [tuple(dict.fromkeys(same.get(word, word) for word in core)) for core in read]
        """The core of each name, in the order of the names."""
        counts = Counter(word for core in self.cores for word in core)
        total = max(len(names), 2)
        self.rarity: dict[str, float] = {word: 1 + math.log(total / n) for word, n in counts.items()}
        """How much each word tells: the rarer, the more."""

    def _read(self, name: str | None) -> Core:
        if not name:
            return ()
        taken = name_of(name)
        listed: list[str] = []
        for place, word in enumerate(taken.words):
            full = self._words.short.get(word, word)
            listed.append(full + "." if place in taken.short and full == word else full)
        left = [word for word in self._without_offices(listed) if word.rstrip(".").isalpha()]
        told = [self._bare(word) for word in left if word not in self._words.filler]
        # A name made of nothing else is still a name.
        return tuple(dict.fromkeys(told or [word for word in listed if word not in self._words.filler] or listed))

    def _without_offices(self, words: list[str]) -> list[str]:
        """«ARP Nutzungsplanung» the division goes as a whole; «Nutzungsplanung» alone is a task."""
        left, place = [], 0
        while place < len(words):
            phrases = self._offices.get(words[place], ())
            fitting = next((phrase for phrase in phrases if tuple(words[place : place + len(phrase)]) == phrase), None)
            if fitting is None:
                left.append(words[place])
            place += len(fitting) if fitting else 1
        return left

    def _bare(self, word: str) -> str:
        """«Fallführungssystem» without the system, and without the s that joins the two."""
        for ending in self._words.endings:
            stem = word.removesuffix(ending)
            if stem != word and len(stem) >= _STEM:
                return stem.removesuffix("s") if len(stem) > _STEM + 1 else stem
        return word

    def likeness(self, one: Core, other: Core) -> float:
        """The share of what both names tell that they tell alike, from 0 to 1."""
        if not one or not other:
            return 0.0
        first, second = set(one), set(other)
        shared, one_tells, other_tells = (
            sum(self.rarity.get(word, 1.0) for word in words) for words in (first & second, first, second)
        )
        # Half by all that either tells, half by the shorter name: «Fallführung» is most of «Fallführung Jugend».
        return (shared / (one_tells + other_tells - shared) + shared / min(one_tells, other_tells)) / 2


def _by_first(offices: Iterable[Core]) -> dict[str, list[Core]]:
    """Short names of units by their first word, the longest first."""
    found: dict[str, set[Core]] = defaultdict(set)
    for words in offices:
        if words:
            found[words[0]].add(words)
    return {first: sorted(phrases, key=lambda phrase: (-len(phrase), phrase)) for first, phrases in found.items()}


def _whole(core: Core, counts: Counter[str]) -> Core:
    """«Kredit-Kontrolle» is «Kreditkontrolle» where others write it in one word."""
    made: list[str] = []
    for word in core:
        if made and made[-1] + word in counts:
            made[-1] += word
        else:
            made.append(word)
    return tuple(made)


def _one_word(counts: Counter[str]) -> dict[str, str]:
    """Words that are another one cut short or misspelt, with what they stand for."""
    plain = sorted(word for word in counts if not word.endswith("."))
    same = {word: _cut(word, plain) for word in counts if word.endswith(".")}
    return same | _misspelt(plain, counts)


def _cut(word: str, plain: list[str]) -> str:
    """«pendenzenverw.» is the one word that begins so."""
    stem = word.rstrip(".")
    place = bisect_left(plain, stem)
    found = [one for one in plain[place : place + 2] if one.startswith(stem)]
    return found[0] if found and (len(found) == 1 or found[0] == stem) else stem


def _misspelt(plain: list[str], counts: Counter[str]) -> dict[str, str]:
    """Long words one slip of the fingers away from a more frequent one."""
    by_ends: dict[tuple[str, str], list[str]] = defaultdict(list)
    for word in plain:
        if len(word) >= _LONG:
            by_ends["a", word[:4]].append(word)
            by_ends["z", word[-4:]].append(word)
    found: dict[str, str] = {}
    for near in by_ends.values():
        ordered = sorted(near, key=lambda word: (-counts[word], word))
        for place, word in enumerate(ordered):
            if word in found or counts[word] > 2:
                continue
            for better in ordered[:place]:
                allowed = slips_allowed(len(word))
                if better not in found and OSA.distance(word, better, score_cutoff=allowed) <= allowed:
                    found[word] = better
                    break
    return found
