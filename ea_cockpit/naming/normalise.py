"""A name in its plain form: small letters, ae for ä, no punctuation; what is left tells names apart."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "æ": "ae", "ø": "oe", "œ": "oe"})
_UMLAUT = re.compile("[äöüÄÖÜ]|[aouAOU]\u0308")
_SIGNS = (("c#", "csharp"), ("f#", "fsharp"), ("<-", " von "), ("←", " von "))
_PLUS = re.compile(r"(?<=[^\W_])\+|(?<=\+)\+")
_SIGN = re.compile(r"[+#←]|<-")
# A dot between digits belongs to a version, also one glued to its product; & and + between words mean «und».
_WORD = re.compile(r"\d+(?:\.\d+)+|[^\W\d_]+(?=\d+\.\d)|[^\W_]+|(?<=\s)[&+](?=\s)")
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_VERSION = re.compile(r"(?:v|ver|vers|version)?(\d+(?:\.\d+)*)")
_VERSION_WORDS = ("v", "ver", "vers", "version")
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12"}
# Quirks of UTF-8 read as a Western code page: «Ã¼» for «ü».
_TWICE_READ = ("Ã", "Â", "â€")


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart: its words, which of them were cut short with a dot, and its numbers."""

    text: str
    words: tuple[str, ...]
    short: frozenset[int]
    joined: str


@lru_cache(maxsize=50_000)
def name_of(text: str) -> Name:
    """Take a name apart."""
    folded = fold(text)
    words = tuple("und" if word in ("&", "+") else word for word in _WORD.findall(folded))
    return Name(text, words, _cut_short(folded) if "." in folded else frozenset(), "".join(words))


def _cut_short(folded: str) -> frozenset[int]:
    """Places of the words that end with a dot: «Verw.»."""
    return frozenset(
        place
        for place, found in enumerate(_WORD.finditer(folded))
        if folded[found.end() : found.end() + 1] == "." and len(found.group()) >= 3 and found.group().isalpha()
    )


def fold(text: str) -> str:
    """Small letters without accents, ä as ae, ß as ss."""
    text = _lower(text)
    return text if text.isascii() else _without_accents(text.translate(_UMLAUTS))


def without_umlauts(text: str) -> str:
    """A text as a keyboard without umlauts gives it: «Buro» for «Büro»."""
    return text if text.isascii() else _without_accents(_lower(text)) if _UMLAUT.search(text) else text


def numbers_in(words: tuple[str, ...]) -> tuple[str, ...]:
    """Numbers among the words, Roman ones included, sorted."""
    return tuple(sorted(n for word in numbered(words) for n in _NUMBER.findall(word)))


def numbered(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with Roman numbers as digits, and versions as bare numbers: II -> 2, v6.0 -> 6."""
    if not any(word in _ROMAN or not word.isalpha() for word in words):
        return words
    found = []
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        if word in _VERSION_WORDS and following[:1].isdigit():
            continue
        version = _VERSION.fullmatch(word)
        found.append(re.sub(r"(?:\.0+)+$", "", version[1]) if version else _ROMAN.get(word, word))
    return tuple(found)


def _lower(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _read_once(text))
    text = text.casefold()
    if _SIGN.search(text):
        for sign, word in _SIGNS:
            text = text.replace(sign, word)
        text = _PLUS.sub("plus", text)
    return text


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _read_once(text: str) -> str:
    if any(mark in text for mark in _TWICE_READ):
        try:
            return text.encode("cp1252").decode("utf-8")
        except UnicodeError:
            return text
    return text
