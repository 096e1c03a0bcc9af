"""A word nobody knows: the known ones that are spelled like it, for the remedy of a message."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from ea_cockpit.i18n import Text

_NEAR = 72
"""From this likeness of 100 on a word may be what was meant; real slips reach 80 and more."""
_CLOSE = 8
"""One that is this much less alike than the nearest is not what was meant."""
_SHOWN, _LISTED = 3, 24


def did_you_mean(word: str, known: Iterable[str], too_many: Text | None = None) -> Text:
    """A sentence that names the nearest known words, or what is possible where none comes near.

    `too_many` is said instead where more is possible than anybody reads.
    """
    words = list(dict.fromkeys(known))
    found = process.extract(word, words, scorer=fuzz.WRatio, processor=str.casefold, score_cutoff=_NEAR, limit=_SHOWN)
    if found:
        listed = ", ".join(name for name, score, _ in found if score > found[0][1] - _CLOSE)
        return Text(f"Ist gemeint: {listed}?", f"Did you mean: {listed}?")
    if too_many and len(words) > _LISTED:
        return too_many
    listed = ", ".join(words[:_LISTED]) + (", …" if len(words) > _LISTED else ".")
    return Text(f"Möglich sind: {listed}", f"Possible are: {listed}")
