"""Which fields a heading may mean, how sure that is, and why."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from ea_cockpit.i18n import Text
from ea_cockpit.ingest.evidence import heading_key
from ea_cockpit.ingest.plan import NAMED, Match
from ea_cockpit.ingest.vocabulary import TITLE, Heading, KindWords, Known, heading

# Below this two headings are not alike.
_ALIKE = 78
_SHORTEST = 5
_SLIP = 96.5
_LESS = (0.0, 0.0, 0.01, 0.03)
_NOUNLESS, _CUT = 0.04, 0.05


def heading_matches(texts: Iterable[str], words: KindWords) -> dict[str, Match]:
    """The fields these readings of one heading may mean, each with the best match."""
    found: dict[str, Match] = {}
    for text in texts:
        for name, match in _matches(text, words):
            if name not in found or found[name].confidence < match.confidence:
                found[name] = match
    return found


def exact_match(texts: Iterable[str], words: KindWords) -> dict[str, Match]:
    """The field whose own title one of these readings is."""
    return {item.name: NAMED for text in texts if (item := words.exact.get(heading_key(text)))}


def known_fields(text: str, words: KindWords) -> list[tuple[str, str]]:
    """Fields a heading is known for without any likeness, the surest first, each with the form that says so."""
    if item := words.exact.get(heading_key(text)):
        return [(item.name, heading(text).forms[0])]
    return [(known.field, form) for form, known, _ in _lookups(heading(text), words)]


def _matches(text: str, words: KindWords) -> Iterable[tuple[str, Match]]:
    if item := words.exact.get(heading_key(text)):
        return [(item.name, NAMED)]
    read = heading(text)
    found = [(known.field, _match(known, known.strength - less)) for _, known, less in _lookups(read, words)]
    if len(read.forms[2]) < _SHORTEST or any(match.certain for _, match in found):
        return found
    return [*found, *_cut(read, words), *_alike(read, words)]


def _lookups(read: Heading, words: KindWords) -> Iterable[tuple[str, Known, float]]:
    """Phrases this heading is, by one of its forms; each field once."""
    forms = dict.fromkeys(read.forms)
    tried = [(form, _LESS[min(place, 3)]) for place, form in enumerate(forms)]
    if bare := words.without_noun(read):
        tried.append((bare, _NOUNLESS))
    seen: set[str] = set()
    for form, less in tried:
        for known in words.by_form.get(form, ()):
            if known.field not in seen:
                seen.add(known.field)
                yield form, known, less


def _match(known: Known, confidence: float) -> Match:
    said = f"‹{known.phrase}›"
    if known.strength == TITLE:
        return Match(confidence, Text(f"geschrieben für {said}", f"written for {said}"))
    return Match(confidence, Text(f"Synonym {said}", f"synonym {said}"))


def _cut(read: Heading, words: KindWords) -> Iterable[tuple[str, Match]]:
    """Headings whose words are cut short by a dot: «Herst.», «Techn. Verantw.»."""
    if not any(word.endswith(".") for word in read.core):
        return
    for phrase, known in words.phrases:
        if len(phrase) == len(read.core) and all(map(_begins, phrase, read.core)):
            yield known.field, _match(known, known.strength - _CUT)


def _begins(word: str, cut: str) -> bool:
    return word.startswith(cut[:-1]) if cut.endswith(".") and len(cut) > 3 else word == cut.rstrip(".")


def _alike(read: Heading, words: KindWords) -> Iterable[tuple[str, Match]]:
    """Headings written nearly as a phrase is, or that hold a phrase among other words."""
    choices = [" ".join(phrase) for phrase, _ in words.phrases]
    texts = dict.fromkeys(" ".join(part).replace(".", "") for part in (read.core, read.first) if part)
    for choice, score, place in (
        found
        for text in texts
        if len(text) >= _SHORTEST
        for found in process.extract(text, choices, scorer=_likeness, score_cutoff=_ALIKE, limit=6)
    ):
        known = words.phrases[place][1]
        if len(choice) < _SHORTEST - 1:
            continue
        percent = f"{int(score)} %"
        said = Text(f"zu {percent} ähnlich wie ‹{known.phrase}›", f"{percent} like ‹{known.phrase}›")
        yield known.field, Match(round(known.strength * score / 100 - 0.04, 3), said)


def _likeness(one: str, other: str, *, score_cutoff: float | None = None, **_: object) -> float:
    ordered = max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other))
    # A slip of the finger or two in a long word.
    slips = 1 if len(one) < 9 else 2
    if min(len(one), len(other)) >= _SHORTEST and OSA.distance(one, other, score_cutoff=slips) <= slips:
        ordered = max(ordered, _SLIP)
    # A phrase among other words: the more of the heading it is, the more it says.
    held = fuzz.token_set_ratio(one, other)
    shorter, longer = sorted((len(one), len(other)))
    among = held * (0.7 + 0.3 * shorter / longer) if held == 100 and shorter >= 4 else 0.0
    best = max(ordered, among)
    return best if score_cutoff is None or best >= score_cutoff else 0.0
