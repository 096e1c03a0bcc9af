"""What a likeness weighs: taken without asking, proposed, or left; and what forbids it however alike two names look."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import OSA

from ea_cockpit.i18n import Text
from ea_cockpit.naming.products import ProductMatch
from ea_cockpit.naming.words import Vocabulary, Words

TAKEN, PROPOSED = 0.9, 0.6
GAP = 0.04
"""By how much the best must be ahead of the second to be taken."""
_OTHER_LEGAL_FORM = 0.8
_SLIP, _ALONE, _LONG = 0.5, 0.08, 10
_ENDINGS = ("en", "n", "s", "e", "er", "es")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact a text may mean: its label, its id, what it is called, how likely that is and why."""

    label: str
    id: str
    name: str
    score: float
    why: Text


@dataclass(frozen=True, slots=True)
class Firm:
    """What tells firms apart: describing words and legal form."""

    descriptors: frozenset[str]
    legal_form: int | None

    @classmethod
    def of(cls, words: Words, known: Vocabulary) -> Firm:
        """Read it off a firm's name."""
        _, descriptors, form = known.core(words)
        return cls(descriptors, form)


def firm_limit(one: Firm, other: Firm) -> float:
    """How high two firms' likeness may be: another trade is another firm, another legal form most likely so."""
    shared = one.descriptors <= other.descriptors or other.descriptors <= one.descriptors
    if not shared:
        return 0
    forms = {one.legal_form, other.legal_form} - {None}
    return _OTHER_LEGAL_FORM if len(forms) > 1 else 1


def product_score(one: ProductMatch, other: ProductMatch) -> float:
    """How surely two texts name one product in one version: 0 where they certainly do not."""
    if one.slug != other.slug or one.cycle != other.cycle:
        # A text without a version may mean any: worth asking.
        return 0.7 if one.slug == other.slug and not (one.version and other.version) else 0
    if one.version == other.version or (one.exact and other.exact):
        score = 0.94
    else:
        score = 0.91 if one.exact or other.exact else 0
    clash = one.editions and other.editions and one.editions != other.editions
    return min(score, 0.8) if clash else score


def slips_allowed(length: int) -> int:
    """How many slips of the fingers a word may hold: none in a short one, where every letter tells."""
    return 0 if length < 6 else 1 if length < 16 else 2


def near_score(one: Words, other: Words, short: frozenset[int]) -> float:
    """How near two names of as many words are: slips in long words, words cut short with a dot."""
    score = 1.0
    for place, (a, b) in enumerate(zip(one, other, strict=True)):
        if a == b:
            continue
        if place in short and b.startswith(a):
            score -= 0.06
            continue
        slips = _slips(a, b)
        if a[0] != b[0] or slips > slips_allowed(max(len(a), len(b))) or not (a.isalpha() and b.isalpha()):
            return 0
        score -= _SLIP * slips / max(len(a), len(b))
    # A word alone has nothing beside it that tells: «Standort» and «Standorte» may be two.
    return score - _ALONE if len(one) == 1 and min(len(one[0]), len(other[0])) < _LONG else score


def _slips(one: str, other: str) -> int:
    short, long = sorted((one, other), key=len)
    # Many instead of one counts as one slip.
    return 1 if long.startswith(short) and long[len(short) :] in _ENDINGS else OSA.distance(one, other)


def overlap_score(one: Words, other: Words) -> float:
    """A proposal's score from the words two names share, by their letters; never enough to be taken."""
    shared = sum(map(len, set(one) & set(other)))
    total = max(sum(map(len, set(one))), sum(map(len, set(other))))
    return 0.4 + 0.45 * shared / total if total else 0
