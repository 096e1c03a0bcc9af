"""How much protection data asks for and gets: levels of personal data, classification, confidentiality."""

from __future__ import annotations

from collections.abc import Iterable

from ea_cockpit.model.protection import Classification, Need, PersonalData
from ea_cockpit.model.values import Choice

_PERSONAL = {word.value: rank for rank, word in enumerate(PersonalData)}
_SECRECY = {word.value: rank for rank, word in enumerate(Classification)}
_NEED = {word.value: rank for rank, word in enumerate(Need)}
_WORDS = PersonalData.spellings()
# Confidential data asks for as much care as personal data, secret data for as much as sensitive.
_BY_CLASS = {"public": 0, "internal": 0, "confidential": 1, "secret": 2}


class Level(Choice):
    """How much protection data asks for."""

    PERSONAL = "personal", "Personendaten oder vertraulich", "Personal or confidential"
    SENSITIVE = "sensitive", "Besonders schützenswert oder geheim", "Sensitive or secret"


def rank_of(word: str) -> int:
    """The rank of a level: 1 or 2."""
    return [one.value for one in Level].index(word) + 1


def level(rank: int) -> Level:
    """The level of a rank."""
    return Level.word("sensitive" if rank > 1 else "personal")


def personal_rank(said: str | None) -> int | None:
    """What a word on personal data means, from 0 (none) to 2 (sensitive); None where nothing is said."""
    word = _WORDS.get(said.strip().casefold()) if said else None
    return None if word is None else _PERSONAL[word.value]


def rank_of_thing(
    said: str | None, classification: str | None, around: Iterable[str | None]
) -> tuple[int | None, bool]:
    """How much protection a data object asks for, and whether that is said of itself or only presumed.

    Where it says nothing, it can be no more sensitive than any store that holds it or system that leads it.
    """
    own, by_class = personal_rank(said), _BY_CLASS.get(classification or "", 0)
    if own is not None or by_class:
        return max(own or 0, by_class), True
    known = [rank for rank in map(personal_rank, around) if rank is not None]
    return (min(known) if known else None), False


def demanded_need(rank: int, source: str | None) -> int:
    """The confidentiality data asks of whoever gets it: what its source has, at most what its level needs."""
    own = {1: 1, 2: 2}[rank]
    rank_of_source = need_rank(source)
    return own if rank_of_source is None else min(own, rank_of_source)


def need_rank(said: str | None) -> int | None:
    """A protection need as a number from 0."""
    return _NEED.get(said or "")


def class_rank(said: str | None) -> int | None:
    """A classification as a number from 0."""
    return _SECRECY.get(said or "")
