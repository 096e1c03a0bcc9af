"""What is known about words in names: legal forms, abbreviations, words that say only what kind of thing it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The content of `knowledge/words.yaml`, ready to look up; legal forms carry the number of their group."""

    legal_forms: dict[Words, int]
    descriptors: frozenset[str]
    abbreviations: dict[str, str]
    kind_words: dict[str, frozenset[str]]
    firms: dict[Words, Words]

    def without_legal_form(self, words: Words) -> tuple[Words, int | None]:
        """A firm's name without its legal form, and which form that was."""
        for length in (5, 4, 3, 2, 1):
            if length < len(words) and (group := self.legal_forms.get(words[-length:])) is not None:
                return words[:-length], group
        return words, None

    def in_full(self, words: Words, label: str) -> Words:
        """The words with abbreviations written out, and without what only names their kind."""
        kinds = self.kind_words.get(label, frozenset())
        short = self.abbreviations
        full = tuple([short.get(word, word) for word in words])
        while len(full) > 1 and full[0] in kinds:
            full = full[1:]
        while len(full) > 1 and full[-1] in kinds:
            full = full[:-1]
        return full

    def core(self, words: Words) -> tuple[Words, frozenset[str], int | None]:
        """What tells a firm from others, the describing words it was found without, and its legal form."""
        bare, form = self.without_legal_form(words)
        known = self.firms.get(bare, bare)
        rest = (*known[:1], *(word for word in known[1:] if word not in self.descriptors))
        if form is None:
            # «Beispielsoft AG Schweiz» has its legal form in the middle.
            rest, form = self.without_legal_form(rest)
        return rest, frozenset(known[1:]) & self.descriptors, form


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that comes with the product."""
    raw: dict[str, Any] = yaml.safe_load(knowledge_file("words.yaml"))
    return Vocabulary(
        {tuple(form.split()): number for number, group in enumerate(raw["legal_forms"]) for form in group},
        frozenset(raw["descriptors"]),
        dict(raw["abbreviations"]),
        {label: frozenset(words) for label, words in raw["kind_words"].items()},
        {tuple(short.split()): tuple(name.split()) for short, name in raw["firms"].items()},
    )


def knowledge_file(name: str) -> str:
    """The text of a file under `knowledge/`."""
    return files("ea_cockpit.naming").joinpath("knowledge", name).read_text(encoding="utf-8")
