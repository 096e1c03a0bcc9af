"""The words people use in headings and sheet titles, normalised: synonyms in German, English and French."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from ea_cockpit.i18n import LANGS
from ea_cockpit.ingest.evidence import heading_key
from ea_cockpit.model.metamodel import Column, FactType, Link, Metamodel
from ea_cockpit.tabular.cells import sheet_title

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "œ": "oe", "æ": "ae"})
_BROKEN = re.compile(r"(\w)[-\u00ad]\s*\n\s*(\w)")
_CAMEL = re.compile(r"(?<=[a-zäöü])(?=[A-Z])")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}")
_NUMBERED = re.compile(r"^\s*\d{1,3}[.)](?:\s+|(?=[^\W\d]))|\s+(?:\d\)|[¹²³*†]+)\s*$")
_HINT = re.compile(r"\s+[–—/-]\s+|\s*\n\s*\(")
_APART = re.compile(r"[^a-z0-9]+")
_WORDS = re.compile(r"[a-z0-9]+\.?")
# Quick, and safe for files that come with the product.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# No heading, title or word of a remark is longer.
_LONGEST = 1_000


@cache
def words_of(name: str) -> dict[str, Any]:
    """The file of words for a fact type, or `common`; empty for a type nobody wrote words for."""
    path = files("ea_cockpit.ingest") / "words" / f"{name}.yaml"
    # Every scalar stays a text: «No» is a heading, not a falsehood.
    return dict(yaml.load(path.read_bytes(), Loader=_LOADER)) if path.is_file() else {}  # noqa: S506


@cache
def common(part: str) -> frozenset[str]:
    """A list of words for all fact types: fillers, units, totals, notes ..."""
    return frozenset(squashed(word) for word in words_of("common")[part])


@cache
def abbreviations() -> dict[str, str]:
    """What short forms stand for."""
    return dict(words_of("common")["abbreviations"])


def folded(text: str) -> str:
    """Lower case without accents; umlauts as ae, oe, ue."""
    text = text.casefold()
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKD", text.translate(_UMLAUTS))
    return "".join(mark for mark in text if not unicodedata.combining(mark))


def tokens(text: str, brackets: bool = True) -> tuple[str, ...]:
    """A heading as its words; a word cut by a dot keeps the dot unless its long form is known."""
    text = text[:_LONGEST]
    text = _NUMBERED.sub("", _BROKEN.sub(r"\1\2", unicodedata.normalize("NFC", text)))
    if " " not in text:
        text = _CAMEL.sub(" ", text)
    text = folded(text)
    if not brackets:
        text = _BRACKETS.sub(" ", text)
    return tuple(_spelled_out(word) for word in _WORDS.findall(text))


def _spelled_out(word: str) -> str:
    bare = word.rstrip(".")
    return abbreviations().get(bare, word)


def squashed(text: str) -> str:
    """All letters and digits of a text in one: for comparing whatever the blanks and hyphens."""
    return _APART.sub("", folded(text[:_LONGEST]))


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in the forms it is compared in, from the whole to its core; `first` is what stands before a dash."""

    text: str
    whole: tuple[str, ...]
    plain: tuple[str, ...]
    core: tuple[str, ...]
    first: tuple[str, ...] = ()

    @property
    def first_core(self) -> tuple[str, ...]:
        """What stands before a dash, without fillers and units."""
        return _core(self.first)

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms squashed, the surest first."""
        forms = (_joined(self.whole), _joined(self.plain), _joined(self.core), _joined(self.first))
        return forms if self.first else forms[:3]


def _joined(words: Iterable[str]) -> str:
    return "".join(words).replace(".", "")


@cache
def heading(text: str) -> Heading:
    """Normalise a heading: its words, without what stands in brackets, without fillers and units."""
    whole, plain = tokens(text), tokens(text, brackets=False)
    core = _core(plain)
    before, *hint = _HINT.split(text, maxsplit=1)
    first = tokens(before, brackets=False) if hint and before.strip() else ()
    return Heading(text, whole, plain or whole, core or plain or whole, first)


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(w for place, w in enumerate(words) if not _is_filler(w.rstrip("."), first=place == 0))


def _is_filler(word: str, first: bool) -> bool:
    # At the beginning the direction is the heading: «Von System» and «Zu System».
    return (word in common("fillers") and not (first and word in common("directions"))) or word in common("units")


@dataclass(frozen=True, slots=True)
class Known:
    """A phrase a field is known by: the field, the phrase as written, and how much it says."""

    field: str
    phrase: str
    strength: float


TITLE, OWN, GENERAL = 0.97, 0.93, 0.9
"""What a phrase says: the field's title, a synonym for this fact type, one for all."""


@dataclass
class KindWords:
    """The vocabulary of one fact type."""

    kind: FactType
    exact: dict[str, Column | Link] = field(default_factory=dict)

    @cached_property
    def phrases(self) -> tuple[tuple[tuple[str, ...], Known], ...]:
        """Every phrase of every field as its words; without small words only where no other field is meant then."""
        read = ((heading(known.phrase), known) for known in self._all())
        return tuple((h.core if self._is_clear(_joined(h.core), known) else h.whole, known) for h, known in read)

    @cached_property
    def by_form(self) -> dict[str, list[Known]]:
        """Phrases by every form they are compared in, the strongest first."""
        found: dict[str, list[Known]] = {}
        for known in self._all():
            whole, *reduced = dict.fromkeys(heading(known.phrase).forms)
            for form in (whole, *(form for form in reduced if self._is_clear(form, known))):
                listed = found.setdefault(form, [])
                if all(other.field != known.field for other in listed):
                    listed.append(known)
        for listed in found.values():
            listed.sort(key=lambda known: -known.strength)
        return found

    def _is_clear(self, form: str, known: Known) -> bool:
        """Whether a reduced phrase means no other field: «Schutzbedarf (V)» and «(I)» leave the same."""
        return not self._meant.get(form, set()) - {known.field} or known.field in self._whole.get(form, ())

    @cached_property
    def _whole(self) -> dict[str, set[str]]:
        """The fields each form means as it stands."""
        found: dict[str, set[str]] = {}
        for known in self._all():
            found.setdefault(heading(known.phrase).forms[0], set()).add(known.field)
        return found

    @cached_property
    def _meant(self) -> dict[str, set[str]]:
        """The fields each form may mean, whole or reduced."""
        found: dict[str, set[str]] = {}
        for known in self._all():
            for form in heading(known.phrase).forms:
                found.setdefault(form, set()).add(known.field)
        return found

    @cached_property
    def nouns(self) -> frozenset[str]:
        """What one of these things is called."""
        return frozenset(
            squashed(word) for word in (*self._words("nouns"), *(self.kind.title.in_(lang) for lang in LANGS))
        )

    @cached_property
    def _begins(self) -> re.Pattern[str]:
        longest_first = sorted((noun for noun in self.nouns if len(noun) > 2), key=len, reverse=True)
        return re.compile("|".join(longest_first) or "$^")

    @cached_property
    def titles(self) -> frozenset[str]:
        """What sheets of these are called, as they are written."""
        return frozenset(self._words("sheets"))

    def without_noun(self, known: Heading) -> str:
        """The heading without the word for the thing itself: «Applikationsname» is name."""
        words = [word.rstrip(".") for word in known.core]
        left = [word for word in words if word not in self.nouns]
        if words and not left:
            # Nothing but the word for the thing itself stands for its name.
            return "name"
        if len(left) < len(words):
            return "".join(left)
        stem = "".join(words)
        found = self._begins.match(stem)
        return stem[found.end() :] if found else ""

    def _words(self, part: str) -> list[str]:
        return list(words_of(self.kind.label).get(part, ()))

    def _all(self) -> Iterator[Known]:
        own, general = words_of(self.kind.label).get("fields", {}), words_of("common")["fields"]
        for item in self.kind.fields:
            for title in dict.fromkeys((*(item.title.in_(lang) for lang in LANGS), item.name)):
                yield Known(item.name, title, TITLE)
        for name in self.kind.by_name:
            yield from (Known(name, phrase, OWN) for phrase in own.get(name, ()))
        for name in self.kind.by_name:
            yield from (Known(name, phrase, GENERAL) for phrase in general.get(name, ()))


@lru_cache(maxsize=4)
def vocabulary_of(metamodel: Metamodel) -> Vocabulary:
    """The vocabulary of a metamodel, prepared once."""
    return Vocabulary(metamodel)


class Vocabulary:
    """The vocabulary of a metamodel; every part of it is prepared when it is first asked for."""

    def __init__(self, metamodel: Metamodel) -> None:
        self.metamodel = metamodel
        self.kinds = {kind.label: KindWords(kind, field_headings(kind)) for kind in metamodel}

    def __getitem__(self, label: str) -> KindWords:
        return self.kinds[label]

    def __iter__(self) -> Iterator[KindWords]:
        return iter(self.kinds.values())

    @cached_property
    def sheet_titles(self) -> dict[str, FactType]:
        """Every title a sheet of the template has, lower case."""
        titles = {}
        for kind in self.metamodel:
            names = [kind.label, *(t for lang in LANGS for t in (sheet_title(kind, lang), kind.title.in_(lang)))]
            titles.update({name.casefold(): kind for name in names})
        return titles

    @cached_property
    def weights(self) -> dict[str, float]:
        """How much a form says about the fact type: one divided by how many types know it."""
        count: dict[str, int] = {}
        for words in self:
            for form in words.by_form:
                count[form] = count.get(form, 0) + 1
        return {form: 1 / many for form, many in count.items()}


def field_headings(kind: FactType) -> dict[str, Column | Link]:
    """Every heading a field of this type is known by, lower case."""
    known: dict[str, Column | Link] = {}
    for item in kind.fields:
        for title in (item.name, *(item.title.in_(lang) for lang in LANGS)):
            known.setdefault(heading_key(title), item)
    return known
