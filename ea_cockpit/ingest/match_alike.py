"""How alike two headings are: slips of the fingers, words among others; words that mean the opposite are not alike."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from ea_cockpit.ingest.vocabulary import folded, words_of

# Below this two headings are not alike.
ALIKE = 78
SHORTEST = 5
SLIP = 96.5
_LONG_WORD = 12


@cache
def _opposites() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    pairs = words_of("common")["opposites"]
    return tuple((frozenset(map(folded, one)), frozenset(map(folded, other))) for one, other in pairs)


def are_opposed(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words of two headings point in opposite directions: «Von System» and «Zu System»."""
    ones, others = ({word.rstrip(".") for word in words} for words in (one, other))
    for here, there in _opposites():
        for a, b in ((here, there), (there, here)):
            if ones & a and others & b and not (ones & b or others & a):
                return True
    return False


def likeness(one: str, other: str, *, score_cutoff: float | None = None, **_: object) -> float:
    """How alike two headings are, up to 100."""
    best = max(_written_alike(one, other), _among(one, other))
    return best if score_cutoff is None or best >= score_cutoff else 0.0


def _written_alike(one: str, other: str) -> float:
    """Nearly the same words: a word of its own on either side is another meaning, not a slip."""
    rough = max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other))
    if rough < ALIKE - 8 or min(len(one), len(other)) < SHORTEST:
        return 0.0
    if _slips(one.replace(" ", ""), other.replace(" ", "")):
        return max(rough, SLIP)
    left, right = _apart(one.split(), other.split())
    if left and right:
        return 0.0
    return max(rough, SLIP) if not left and not right else rough


def _slips(one: str, other: str) -> bool:
    """Whether one slip of the fingers lies between them, wherever the blanks stand."""
    return min(len(one), len(other)) >= SHORTEST and bool(OSA.distance(one, other, score_cutoff=1) <= 1)


def _apart(one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    """The words of either that have no like in the other."""
    rest, left = list(other), []
    for word in one:
        like = next((w for w in rest if w == word), None) or next((w for w in rest if same_word(word, w)), None)
        if like is None:
            left.append(word)
        else:
            rest.remove(like)
    return left, rest


def same_word(one: str, other: str) -> bool:
    """Whether two words are one but for a slip of the fingers or an ending."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < SHORTEST:
        return False
    # Endings: «Verantwortliche» and «Verantwortlicher», «Technologie» and «Technologien».
    ending = longer.startswith(shorter) and len(longer) - len(shorter) <= 2
    slips = 2 if len(shorter) >= _LONG_WORD else 1
    return ending or bool(OSA.distance(one, other, score_cutoff=slips) <= slips)


def _among(one: str, other: str) -> float:
    """A phrase among other words: the more of the heading it is, the more it says."""
    shorter, longer = sorted((len(one), len(other)))
    held = fuzz.token_set_ratio(one, other) if shorter >= SHORTEST - 1 else 0.0
    return held * (0.7 + 0.3 * shorter / longer) if held == 100 else 0.0
