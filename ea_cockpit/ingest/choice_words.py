"""Words of a closed list as people type them: with remarks, abbreviated, in the plural, with a slip of the finger."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from ea_cockpit.ingest.fold import folded, spelled
from ea_cockpit.model.values import Choice

_REMARK = re.compile(r"\s*[(\[].*$|\s*[,;:–—/]\s.*$|\s+-\s.*$|\s+(?:seit|ab|bis|since|until|from|depuis|jusqu)\b.*$")
_NUMBERED = re.compile(r"^\d+\s*[-–—.:=)]\s*")
# A remark that takes back the word or names another one: there is nothing to read.
_TAKEN_BACK = re.compile(r"(?:noch nicht|nicht mehr|nicht$|nein|oder|bzw|or|ou|not|no|non|pas)\b|\?")
_LINK = re.compile(r"(?:bis|oder|und|bzw\.?|to|or|and|ou|et)\s+", re.IGNORECASE)
# A word that may turn the others into their contrary.
_CONTRARY = re.compile(r"\b(?:nicht|noch|kein\w*|nein|ohne|not|no|non|pas|nie|statt|oder|or|ou)\b|\?")
_JOINTS = re.compile(r"[\s._-]+")
_TOKENS = re.compile(r"[^\s/_-]+")
# Endings German puts to a word: plural and cases.
_ENDINGS = ("e", "n", "s", "en", "er", "es", "em", "ern")
# Letters that sound alike: Standart.
_ALIKE = {
    pair for one in ("dt", "bp", "gk", "sz", "fv", "iy", "ck", "ea") for pair in ((one[0], one[1]), (one[1], one[0]))
}
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Found:
    """The word a text stands for: typed just so, with a remark, or only nearly so."""

    word: Choice
    remark: bool = False
    near: bool = False


def find_word(choices: type[Choice], text: str) -> Found | None:
    """The word of the list that a text stands for; None where there is none, or where it could be two."""
    if word := _word(choices, text):
        return Found(word)
    if word := _with_remark(choices, text):
        return Found(word, remark=True)
    if (short := folded(text)) and len(short) <= _LONGEST and not _CONTRARY.search(short):
        word = _shortened(choices, short) or _misspelled(choices, short)
        return Found(word, near=True) if word else None
    return None


def _word(choices: type[Choice], text: str) -> Choice | None:
    known = _spellings(choices)
    if found := known.get(text.casefold()):
        return found
    ways = sorted(spelled(text))
    return next((known[way] for way in ways if way in known), None) or next(
        (word for way in ways if (word := _joined(choices).get(_letters(way)))), None
    )


def _with_remark(choices: type[Choice], text: str) -> Choice | None:
    """The word in «Produktiv (seit 2019)» or «3 - Hoch»; none where two of them contradict each other."""
    if word := _word(choices, _NUMBERED.sub("", text)):
        return word
    short = _REMARK.sub("", text)
    word, remark = _word(choices, short), text[len(short) :].strip("()[],;:/–—- ")
    if word is None or word is not (_word(choices, _LINK.sub("", remark, count=1)) or word):
        return None
    return None if _TAKEN_BACK.match(folded(remark)) else word


def _shortened(choices: type[Choice], text: str) -> Choice | None:
    """The word in «tägl.», «Fachappl.», «Basisdienste»: each part begins as one of the list's does."""
    tokens = _TOKENS.findall(text)
    if len(_letters(text)) < 3:
        return None
    found, rivals = set(), set()
    for parts, words in _parts(choices).items():
        if len(parts) != len(tokens):
            continue
        if all(map(_begins, tokens, parts)):
            found |= words
        # «Highes» is «High» with an ending, and may as well be the start of «Highest».
        elif all(part.startswith(token) for token, part in zip(tokens, parts, strict=True)):
            rivals |= words
    return found.pop() if len(found) == 1 and rivals <= found else None


def _begins(token: str, part: str) -> bool:
    if token.endswith(".") and len(token) > 1:
        return part.startswith(token[:-1])
    if token == part:
        return True
    # Without a full stop the start of a word is another word: «Daten» is no «Datenbank», «offen» not «öffentlich».
    short, long = sorted((token, part), key=len)
    return len(short) > 3 and long.startswith(short) and long[len(short) :] in _ENDINGS


def _misspelled(choices: type[Choice], text: str) -> Choice | None:
    """The word with one slip of the finger, where every other word of the list is clearly further away."""
    letters = _letters(text)
    # Short words differ by a letter and mean another thing; so do words with other digits.
    if len(letters) < 6 or not letters.isalpha():
        return None
    known = _joined(choices)
    near = process.extract(letters, list(known), scorer=OSA.distance, score_cutoff=2, limit=None)
    if not near or near[0][1] > 1 or not _is_slip(letters, near[0][0]):
        return None
    word = known[near[0][0]]
    return word if all(known[way] is word for way, _, _ in near) else None


def _is_slip(typed: str, meant: str) -> bool:
    """Whether a letter was left out, doubled, swapped or heard; another letter makes «Gewicht» of «Gericht»."""
    if typed[0] != meant[0]:
        return False
    if len(typed) != len(meant) or sorted(typed) == sorted(meant):
        return True
    return {pair for pair in zip(typed, meant, strict=True) if pair[0] != pair[1]} <= _ALIKE


def _letters(text: str) -> str:
    return _JOINTS.sub("", text)


@lru_cache(maxsize=256)
def _spellings(choices: type[Choice]) -> dict[str, Choice]:
    """Every way a word of a list is typed; the list's own spellings come before those made from them."""
    own = choices.spellings()
    return {way: word for spelling, word in own.items() for way in spelled(spelling)} | own


@lru_cache(maxsize=256)
def _joined(choices: type[Choice]) -> dict[str, Choice]:
    """The spellings without blanks and hyphens, where that leaves no doubt which word is meant."""
    ways: dict[str, set[Choice]] = defaultdict(set)
    for spelling, word in _spellings(choices).items():
        for way in spelled(spelling):
            ways[_letters(way)].add(word)
    return {way: words.pop() for way, words in ways.items() if way and len(words) == 1}


@lru_cache(maxsize=256)
def _parts(choices: type[Choice]) -> dict[tuple[str, ...], set[Choice]]:
    """The spellings taken apart."""
    parts: dict[tuple[str, ...], set[Choice]] = defaultdict(set)
    for spelling, word in _spellings(choices).items():
        parts[tuple(_TOKENS.findall(folded(spelling)))].add(word)
    return parts
