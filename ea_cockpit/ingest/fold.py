"""Words as they are compared: whatever their case, accents, umlauts, hyphens and blanks."""

from __future__ import annotations

import unicodedata

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def folded(text: str) -> str:
    """Lower case, without accents, well spaced: «März» is marz."""
    return " ".join(_bare(text.casefold()).split())


def spelled(text: str) -> frozenset[str]:
    """A word in all the ways it is typed: «Einführung» also as Einfuehrung and Einfuhrung, with hyphens or without."""
    word = " ".join(text.casefold().replace("-", " ").replace("_", " ").rstrip(".:!").split())
    return frozenset({_bare(word), _bare(word.translate(_UMLAUTS))})


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
