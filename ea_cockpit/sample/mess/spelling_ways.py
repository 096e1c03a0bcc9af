"""Ways in which people write a name that stands otherwise in the catalogue."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

_NEAR = dict(zip("qwertzuiopasdfghjklyxcvbnm", "wqrtzuioopsdfghjklkxcvbnnn", strict=True))
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "é": "e", "è": "e", "à": "a"}
)
_DOTLESS = str.maketrans("äöüÄÖÜéèà", "aouAOUeea")


@dataclass(frozen=True, slots=True)
class Subject:
    """A fact somebody means, and the words about it that a way may need."""

    label: str
    id: str
    name: str
    short: str
    above: str
    words: Mapping[str, Any]


Way = Callable[[Subject, random.Random], str | None]
"""Makes another spelling of a fact's name, or nothing where the way does not fit."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """One way with its name; `level` is the noise from which it occurs (0 low, 1 medium, 2 high)."""

    name: str
    level: int
    way: Way
    strict: bool = False
    """Whether what comes out must lie nearer to its own name than to any other."""
    labels: tuple[str, ...] = ()
    """Fact types this way is made for."""


def typo(subject: Subject, dice: random.Random) -> str | None:
    """One slip of the fingers in a longer word."""
    return _slip(subject.name, dice)


def two_typos(subject: Subject, dice: random.Random) -> str | None:
    """Two slips, in a name long enough to bear them."""
    once = _slip(subject.name, dice) if len(subject.name) >= 16 else None
    return _slip(once, dice) if once else None


def _slip(text: str, dice: random.Random) -> str | None:
    words = list(re.finditer(r"[^\W\d_]{6,}", text))
    if not words:
        return None
    word = dice.choice(words)
    at = dice.randrange(word.start() + 1, word.end() - 1)
    a, b = text[at], text[at + 1]
    slips = [text[:at] + text[at + 1 :], text[:at] + a + text[at:]]
    slips += [text[:at] + b + a + text[at + 2 :]] if a != b else []
    slips += [text[:at] + _NEAR[a] + text[at + 1 :]] if a in _NEAR else []
    return dice.choice(slips)


def cased(subject: Subject, dice: random.Random) -> str | None:
    """All capitals, or none."""
    return dice.choice((subject.name.upper(), subject.name.lower()))


def umlauts(subject: Subject, _: random.Random) -> str | None:
    """Umlauts as two letters, as on a foreign keyboard."""
    return _changed(subject.name, subject.name.translate(_UMLAUTS))


def dotless(subject: Subject, _: random.Random) -> str | None:
    """Umlauts without their dots."""
    return _changed(subject.name, subject.name.translate(_DOTLESS))


def spaced(subject: Subject, dice: random.Random) -> str | None:
    """Blanks too many, hard blanks, trailing blanks."""
    name = subject.name
    return dice.choice((name.replace(" ", "  ", 1) + " ", name.replace(" ", "\u00a0") + "\u00a0", f"  {name}"))


def hyphened(subject: Subject, dice: random.Random) -> str | None:
    """Hyphen instead of blank, or the other way round."""
    name = subject.name
    options = [name.replace("-", " "), name.replace(" ", "-", 1), name.replace("-", "")]
    return _changed(name, dice.choice(options))


def joined(subject: Subject, _: random.Random) -> str | None:
    """A name of two words as one."""
    return subject.name.replace(" ", "") if subject.name.count(" ") == 1 else None


def turned(subject: Subject, _: random.Random) -> str | None:
    """The telling word first: «Umwelt, Amt für»."""
    head, blank, rest = subject.name.partition(" für ")
    if blank:
        return f"{rest}, {head} für"
    first, blank, last = subject.name.partition(" ")
    return f"{last} {first}" if blank and " " not in last else None


def abbreviated(subject: Subject, dice: random.Random) -> str | None:
    """Usual abbreviations for usual words."""
    known = subject.words["abbreviations"]
    text = " ".join(_short(word, known, dice) for word in subject.name.split(" "))
    return _changed(subject.name, text)


def _short(word: str, known: Mapping[str, Any], dice: random.Random) -> str:
    short = known.get(word, word)
    return short if isinstance(short, str) else str(dice.choice(short))


def truncated(subject: Subject, dice: random.Random) -> str | None:
    """A long word cut short with a dot."""
    words = subject.name.split(" ")
    long = [place for place, word in enumerate(words) if len(word) >= 11 and word.isalpha()]
    if not long:
        return None
    place = dice.choice(long)
    words[place] = words[place][: dice.randint(6, 8)] + "."
    return " ".join(words)


def plural(subject: Subject, _: random.Random) -> str | None:
    """Many instead of one, or one instead of many."""
    name = subject.name
    for end, other in (("ungen", "ung"), ("ung", "ungen"), ("tion", "tionen"), ("ister", "istern"), ("tei", "teien")):
        if name.endswith(end):
            return name[: -len(end)] + other
    return None


def with_id(subject: Subject, dice: random.Random) -> str | None:
    """Name and id together."""
    id_, name = subject.id, subject.name
    return dice.choice((f"{id_} {name}", f"{name} ({id_})", f"{id_} – {name}", f"{name} [{id_}]", f"{id_}: {name}"))


def id_style(subject: Subject, dice: random.Random) -> str | None:
    """The id as typed by hand: small letters, blanks, without its leading zeros."""
    found = re.fullmatch(r"([A-Z]+)-(\d+)", subject.id)
    if not found:
        return _changed(subject.id, subject.id.lower())
    head, digits = found.groups()
    return _changed(
        subject.id, dice.choice((subject.id.lower(), f"{head} {digits}", f"{head}{digits}", f"{head}-{int(digits)}"))
    )


def fore(subject: Subject, dice: random.Random) -> str | None:
    """What kind of thing it is, said before or after its name."""
    words = subject.words["fore"].get(subject.label)
    if not words:
        return None
    word = dice.choice(words)
    return dice.choice((f"{word} {subject.name}", f"{word} «{subject.name}»", f"{subject.name} ({word})"))


def short_name(subject: Subject, dice: random.Random) -> str | None:
    """An office by its letters."""
    short, above = subject.short, subject.above
    if not short:
        return None
    forms = [short, short.lower(), short.capitalize(), f"{short} - {subject.name}", f"{subject.name} ({short})"]
    return dice.choice([*forms, f"{above}/{short}", f"{above}-{short}", f"{above} {short}"] if above else forms)


def legal_form(subject: Subject, dice: random.Random) -> str | None:
    """A firm without its legal form, with another notation of it, or with one too many."""
    if subject.label != "Supplier":
        return None
    head, _, last = subject.name.rpartition(" ")
    forms = subject.words["legal_forms"].get(last)
    return dice.choice([head, head, *(f"{head} {form}" for form in forms)]) if forms else f"{subject.name} AG"


def branch(subject: Subject, dice: random.Random) -> str | None:
    """A firm with its country or seat."""
    if subject.label != "Supplier":
        return None
    head, _, last = subject.name.rpartition(" ")
    return dice.choice((f"{head} (Schweiz) {last}", f"{subject.name}, Musterstadt", f"{subject.name} Schweiz"))


def product_name(subject: Subject, dice: random.Random) -> str | None:
    """A technology by one of its other names."""
    others = subject.words["technologies"].get(subject.name)
    return dice.choice(others) if subject.label == "Technology" and others else None


def version_style(subject: Subject, dice: random.Random) -> str | None:
    """The version glued on, with a v, in brackets, with a word before it."""
    found = re.fullmatch(r"(.+) (\d[\w.]*)", subject.name)
    if subject.label != "Technology" or not found:
        return None
    head, version = found.groups()
    return dice.choice(
        (
            f"{head} v{version}",
            f"{head} ({version})",
            f"{head} Version {version}",
            f"{head}, V. {version}",
            f"{head}-{version}",
        )
    )


def _changed(before: str, after: str) -> str | None:
    return after if after != before else None


WAYS = (
    Spelled("case", 0, cased),
    Spelled("blanks", 0, spaced),
    Spelled("umlauts", 0, umlauts),
    Spelled("legal form", 0, legal_form, labels=("Supplier",)),
    Spelled("short name", 0, short_name, labels=("OrganisationUnit",)),
    Spelled("other product name", 0, product_name, labels=("Technology",)),
    Spelled("version notation", 0, version_style, labels=("Technology",)),
    Spelled("with id", 0, with_id),
    Spelled("hyphens", 1, hyphened),
    Spelled("typo", 1, typo, strict=True),
    Spelled("abbreviation", 1, abbreviated, labels=("Supplier", "OrganisationUnit")),
    Spelled("cut short", 1, truncated, strict=True),
    Spelled("word order", 1, turned, labels=("OrganisationUnit",)),
    Spelled("plural", 1, plural, strict=True),
    Spelled("id by hand", 1, id_style),
    Spelled("kind of thing added", 1, fore),
    Spelled("joined", 2, joined),
    Spelled("no dots", 2, dotless, strict=True),
    Spelled("two typos", 2, two_typos, strict=True),
    Spelled("branch", 2, branch, labels=("Supplier",)),
)  # fmt: skip
