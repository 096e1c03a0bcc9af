"""The forms under which a name is found: as written, without legal form, written out, in another order ..."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ea_cockpit.i18n import Text
from ea_cockpit.naming.normalise import Name, name_of, numbered, without_umlauts
from ea_cockpit.naming.words import Vocabulary, Words

FIRMS = ("Supplier", "OrganisationUnit")
# The order of the words says who sends and who receives.
_ORDERED = ("Interface",)
_BRACKETED = re.compile(r"^\s*(?P<outside>[^()]+?)\s*\((?P<inside>[^()]+)\)\s*$")
_SHORTEST = 4

SAME = Text(
    "gleich bis auf Gross- und Kleinschreibung, Umlaute und Satzzeichen",
    "the same but for case, umlauts and punctuation",
)
OFFICIAL_SHORT = Text("das ist das Kürzel", "that is its short name")
UMLAUTS = Text("gleich bis auf verlorene Umlaute", "the same but for lost umlauts")
IN_FULL = Text("gleich, wenn Abkürzungen ausgeschrieben sind", "the same once abbreviations are written out")
LEGAL = Text("gleich bis auf die Rechtsform", "the same but for the legal form")
BRACKET = Text("gleich bis auf das Kürzel in Klammern", "the same but for the short name in brackets")
ORDER = Text("dieselben Wörter in anderer Reihenfolge", "the same words in another order")
CORE = Text(
    "derselbe Firmenname ohne Rechtsform und beschreibende Wörter",
    "the same firm without legal form and describing words",
)
INITIALS = Text("die Anfangsbuchstaben stimmen überein", "the initials are the same")


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a name: what is compared, how much agreeing in it weighs, and how that is explained."""

    key: str
    weight: float
    why: Text


def forms_of(text: str, label: str, words: Vocabulary) -> list[Form]:
    """All forms of a name of a type, the most telling first; none for what is too short to tell anything."""
    found: dict[str, Form] = {}
    for form in _forms(text, label, words):
        shortest = 2 if form.why in (SAME, INITIALS) else _SHORTEST
        if len(form.key) >= shortest and (form.key not in found or found[form.key].weight < form.weight):
            found[form.key] = form
    return list(found.values())


def _forms(text: str, label: str, words: Vocabulary) -> Iterator[Form]:
    name = name_of(text)
    yield from _plain(name, label, words)
    if (bare := without_umlauts(text)) != text:
        for form in _plain(name_of(bare), label, words):
            yield Form(form.key, min(form.weight, 0.94), UMLAUTS if form.why == SAME else form.why)
    if (bracket := _BRACKETED.match(text)) and (outside := _named_twice(bracket["outside"], bracket["inside"])):
        for form in _plain(name_of(outside), label, words):
            yield Form(form.key, min(form.weight, 0.94), BRACKET if form.why == SAME else form.why)


def _plain(name: Name, label: str, words: Vocabulary) -> Iterator[Form]:
    yield Form(name.joined, 0.98, SAME)
    full = words.in_full(numbered(name.words), label)
    yield Form("".join(full), 0.94, IN_FULL)
    if label in FIRMS:
        bare, _ = words.without_legal_form(name.words)
        yield Form("".join(bare), 0.94, LEGAL)
        full = words.in_full(bare, label)
        yield Form("".join(full), 0.94, IN_FULL)
    if label == "Supplier":
        yield Form("".join(words.core(name.words)[0]), 0.92, CORE)
    # Where several numbers or the parts of a technical name stand in a row, their order tells.
    if len(full) > 1 and label not in _ORDERED and " " in name.text and sum(map(str.isalpha, full)) >= len(full) - 1:
        yield Form("~" + "".join(sorted(full)), 0.92, ORDER)
        yield Form("~" + "".join(sorted(name.words)), 0.92, ORDER)


def _named_twice(outside: str, inside: str) -> str | None:
    """The longer of a name and its abbreviation, where what stands in brackets is no more than that."""
    for long, short in ((outside, inside), (inside, outside)):
        if is_short_for(name_of(short).joined, name_of(long).words):
            return long
    return None


def is_short_for(short: str, words: Words) -> bool:
    """Whether a short word is made of the beginnings of these words, in their order: AFU, «Amt für Umwelt»."""
    if not (2 <= len(short) <= 8 and len(words) > 1 and short[:1] == words[0][:1]):
        return False
    rest = iter("".join(words))
    later = {word[0] for word in words[1:]}
    return all(letter in rest for letter in short) and short[1] in later


def initials(words: Words) -> str:
    """The first letters of the words."""
    return "".join(word[0] for word in words)
