"""Finds the facts of one type a text may mean: by forms of their names, by product, by near spelling; with reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from ea_cockpit.i18n import Text
from ea_cockpit.naming.forms import OFFICIAL_SHORT, Form, forms_of
from ea_cockpit.naming.normalise import Name, name_of, numbered, numbers_in
from ea_cockpit.naming.products import ProductMatch, find_product, product_of
from ea_cockpit.naming.score import (
    PROPOSED,
    TAKEN,
    Candidate,
    Firm,
    firm_limit,
    near_score,
    overlap_score,
    product_score,
    slips_allowed,
)
from ea_cockpit.naming.words import Vocabulary, Words, vocabulary

_PRODUCTS = ("Technology",)
_FIRMS = ("Supplier",)
_ALIAS = Text("so heisst es auch", "that is another name of it")
_ID = Text("gleiche ID bis auf Schreibweise und führende Nullen", "the same id but for notation and leading zeros")
_BOTH = Text("ID oder Kürzel und Name stehen beisammen", "id or short name stand beside the name")
_ABOVE = Text("das ist das Kürzel, nach dem der Stelle darüber", "that is its short name, after that of the unit above")
_NEAR = Text("fast gleich geschrieben", "spelled almost the same")
_SHARED = Text("mehrere Wörter sind gleich", "several words are the same")
_SEPARATOR = re.compile(r"\s+[-–—]\s+|\s*[(\[:/|]+\s*|\s*,\s+|\s+")
_Value = TypeVar("_Value")
# Names that share a word with more others than this tell nothing by it.
_COMMON, _LOOKED_AT = 400, 60


@dataclass(frozen=True, slots=True)
class Named:
    """A fact with all it is called by; `above` are the ids of what it is part of."""

    id: str
    name: str
    also: tuple[str, ...] = ()
    short: str | None = None
    version: str | None = None
    slug: str | None = None
    above: tuple[str, ...] = ()


@dataclass(slots=True)
class _Entry:
    """One name of a fact, taken apart; `title` is what the fact is shown as."""

    id: str
    title: str
    name: Name
    words: Words
    alias: bool
    firm: Firm | None
    product: ProductMatch | None


@dataclass(slots=True)
class NameIndex:
    """All names of the facts of one type, ready for any text."""

    label: str
    known: Vocabulary = field(default_factory=vocabulary)
    ids: dict[str, str] = field(default_factory=dict)
    _by_form: dict[str, list[tuple[_Entry, Form]]] = field(default_factory=dict)
    _by_id: dict[str, list[tuple[str, float]]] = field(default_factory=dict)
    _by_short: dict[str, list[str]] = field(default_factory=dict)
    _above: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _by_product: dict[str, list[_Entry]] = field(default_factory=dict)
    _by_word: dict[str, list[_Entry]] = field(default_factory=dict)
    _near_words: dict[tuple[str, int], list[str]] = field(default_factory=dict)
    _unread: list[_Entry] = field(default_factory=list)
    _seen: set[tuple[str, str]] = field(default_factory=set)

    def add(self, fact: Named) -> None:
        """Make a fact findable by its names; adding it again adds what is new."""
        self.ids[fact.id] = fact.name or fact.id
        for key, score in _id_forms(fact.id):
            _note(self._by_id, key, (fact.id, score))
        if fact.short:
            _note(self._by_short, name_of(fact.short).joined, fact.id)
            self._above[fact.id] = fact.above or self._above.get(fact.id, ())
        for text in (fact.name, *fact.also):
            if text and (fact.id, text) not in self._seen:
                self._seen.add((fact.id, text))
                self._add_name(fact, text)

    def _add_name(self, fact: Named, text: str) -> None:
        name = name_of(text)
        entry = _Entry(
            fact.id, fact.name or fact.id, name, self._words(name), text != fact.name, self._firm(name),
            _product(fact, text) if self.label in _PRODUCTS else None,
        )  # fmt: skip
        for form in forms_of(text, self.label, self.known):
            _note(self._by_form, form.key, (entry, form))
        if entry.product:
            _note(self._by_product, entry.product.slug, entry)
        self._unread.append(entry)

    def _read_words(self) -> None:
        """Make names findable by each of their words; only near spellings need that."""
        for entry in self._unread:
            for word in set(entry.words):
                if word not in self._by_word:
                    self._near_words.setdefault((word[0], len(word)), []).append(word)
                _note(self._by_word, word, entry)
        self._unread.clear()

    def candidates(self, text: str) -> list[Candidate]:
        """The facts a text may mean, the likeliest first; only those worth a proposal."""
        best: dict[str, Candidate] = {}
        _keep(best, self._exact_ways(text))
        if not any(found.score >= TAKEN for found in best.values()):
            _keep(best, self._in_parts(text))
        if not any(found.score >= TAKEN for found in best.values()):
            _keep(best, self._near(text))
        return sorted((c for c in best.values() if c.score >= PROPOSED), key=lambda c: (-c.score, c.id))

    def _exact_ways(self, text: str) -> Iterator[Candidate]:
        name = name_of(text)
        yield from (self._candidate(id_, 0.98, OFFICIAL_SHORT) for id_ in self._by_short.get(name.joined, ()))
        for key, score in _id_forms(text):
            yield from (self._candidate(id_, min(score, other), _ID) for id_, other in self._by_id.get(key, ()))
        firm = self._firm(name)
        product = find_product(text) if self.label in _PRODUCTS else None
        for form in forms_of(text, self.label, self.known):
            for entry, other in self._by_form.get(form.key, ()):
                weaker = min(form, other, key=lambda f: f.weight)
                if score := self._limited(weaker.weight, name, firm, product, entry):
                    why = _ALIAS if entry.alias and weaker.weight >= 0.98 else weaker.why
                    yield Candidate(self.label, entry.id, entry.title, score, why)
        if product:
            for entry in self._by_product.get(product.slug, ()):
                if entry.product and (score := product_score(product, entry.product)):
                    yield Candidate(self.label, entry.id, entry.title, score, product.reason)

    def _limited(
        self, score: float, name: Name, firm: Firm | None, product: ProductMatch | None, entry: _Entry
    ) -> float:
        """A likeness as far as nothing speaks against it: numbers, versions, trades and legal forms."""
        if numbers_in(name.words) != numbers_in(entry.name.words) and numbers_in(self._words(name)) != numbers_in(
            entry.words
        ):
            return 0
        if product and entry.product and not product_score(product, entry.product):
            return 0
        return min(score, firm_limit(firm, entry.firm)) if firm and entry.firm else score

    def _in_parts(self, text: str) -> Iterator[Candidate]:
        """A name beside the id or the short name of the same fact, or a short name after that of the unit above."""
        for one, gap, other in _halves(text):
            # Between bare words only an id or a short name is worth the search.
            if gap or self._is_short(one) or self._is_short(other):
                both = self._sure(one) & self._sure(other)
                yield from (self._candidate(id_, 0.95, _BOTH) for id_ in sorted(both))
        yield from self._below_another(text)

    def _below_another(self, text: str) -> Iterator[Candidate]:
        """A unit by its short name after that of the unit above; two units side by side are only a guess."""
        shorts = [name_of(part).joined for part in re.split(r"[\s/\-–]+", text.strip())]
        if len(shorts) == 2:
            upper = set(self._by_short.get(shorts[0], ()))
            for id_ in self._by_short.get(shorts[1], ()) if upper else ():
                score = 0.92 if upper & set(self._above.get(id_, ())) else 0.8
                yield self._candidate(id_, score, _ABOVE if score >= TAKEN else OFFICIAL_SHORT)

    def _is_short(self, text: str) -> bool:
        return text in self.ids or name_of(text).joined in self._by_short

    def _sure(self, text: str) -> set[str]:
        return {text} & self.ids.keys() | {c.id for c in self._exact_ways(text) if c.score >= TAKEN}

    def _near(self, text: str) -> Iterator[Candidate]:
        self._read_words()
        name = name_of(text)
        words = self._words(name)
        if sum(map(len, words)) < 6:
            return
        firm = self._firm(name)
        product = find_product(text) if self.label in _PRODUCTS else None
        short = frozenset() if words != name.words[: len(words)] else name.short
        alike = [self._like(word, place in short) for place, word in enumerate(words)]
        for entry in self._with_all(alike, len(words)):
            score = near_score(words, entry.words, short)
            if score >= PROPOSED and (score := self._limited(min(score, 0.97), name, firm, product, entry)):
                yield Candidate(self.label, entry.id, entry.title, round(score, 2), _NEAR)
        for entry in self._with_some(alike):
            score = overlap_score(words, entry.words)
            if score >= PROPOSED and (score := self._limited(score, name, firm, product, entry)):
                yield Candidate(self.label, entry.id, entry.title, round(score, 2), _SHARED)

    def _like(self, word: str, short: bool) -> list[str]:
        """The word itself if any name holds it, and those so near that one may have been meant."""
        found = [word] if word in self._by_word else []
        if short:
            found += [w for (letter, length), ws in self._near_words.items() if letter == word[0] and length > len(word)
                      for w in ws if w.startswith(word)]  # fmt: skip
        # Two for the ending of many: «Bewilligungen».
        if slips := 2 * bool(slips_allowed(len(word) + 2)) if word.isalpha() else 0:
            for length in range(len(word) - slips, len(word) + slips + 1):
                pool = self._near_words.get((word[0], length), ())
                found += [w for w, _, _ in process.extract(
                    word, pool, scorer=OSA.distance, score_cutoff=slips, limit=None) if w != word]  # fmt: skip
        return found

    def _with_all(self, alike: Sequence[list[str]], length: int) -> list[_Entry]:
        """Names of as many words, each of which is like one of the text's."""
        if not alike or not all(alike):
            return []
        postings = sorted(([e for word in words for e in self._by_word[word]] for words in alike), key=len)
        rest = [{id(e) for e in entries} for entries in postings[1:]]
        return [e for e in postings[0] if len(e.words) == length and all(id(e) in ids for ids in rest)]

    def _with_some(self, alike: Sequence[list[str]]) -> list[_Entry]:
        """Names that share the rarest words with the text."""
        known = sorted((words for words in alike if words), key=lambda ws: sum(len(self._by_word[w]) for w in ws))
        found: dict[int, _Entry] = {}
        for words in known[:2]:
            entries = [e for word in words for e in self._by_word[word]]
            if len(entries) <= _COMMON:
                found.update((id(e), e) for e in entries[:_LOOKED_AT])
        return list(found.values())

    def _words(self, name: Name) -> Words:
        words = numbered(name.words)
        if self.label in _FIRMS:
            words, _ = self.known.without_legal_form(words)
        return self.known.in_full(words, self.label)

    def _firm(self, name: Name) -> Firm | None:
        return Firm.of(name.words, self.known) if self.label in _FIRMS else None

    def _candidate(self, id_: str, score: float, why: Text) -> Candidate:
        return Candidate(self.label, id_, self.ids[id_], score, why)


def _halves(text: str) -> Iterator[tuple[str, str, str]]:
    """A text cut in two at its first and at its last separators: the halves, and what stands between them."""
    whole = text.strip()
    found = list(_SEPARATOR.finditer(whole))
    for cut in dict.fromkeys([*found[:2], *found[-2:]]):
        one, other = whole[: cut.start()].rstrip(":;,"), whole[cut.end() :].strip(")] ")
        if one and other:
            yield one, cut.group().strip(), other


def _keep(best: dict[str, Candidate], found: Iterable[Candidate]) -> None:
    for one in found:
        if one.id not in best or best[one.id].score < one.score:
            best[one.id] = one


def _note(index: dict[str, list[_Value]], key: str, value: _Value) -> None:
    index.setdefault(key, []).append(value)


def _product(fact: Named, text: str) -> ProductMatch | None:
    """The product a technology is: by its name, else by its slug where the name says nothing else."""
    found = find_product(text, version=fact.version)
    return found or (product_of(fact.slug, fact.version) if fact.slug and not fact.name else None)


def _id_forms(text: str) -> Iterator[tuple[str, float]]:
    """An id without its punctuation, and without leading zeros where letters stand before them."""
    joined = "".join(c for c in text.casefold() if c.isalnum())
    if not joined.isdigit() and not joined.isalpha():
        yield joined, 0.96
        bare = re.sub(r"(?<=[a-z])0+(?=\d)", "", joined)
        yield "0" + bare, 0.92
    elif any(c in text for c in "-_ "):
        yield joined, 0.96
