"""Which fields a heading may mean, how sure that is, and why."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process

from ea_cockpit.i18n import Text
from ea_cockpit.ingest.evidence import heading_key
from ea_cockpit.ingest.match_alike import ALIKE, SHORTEST, SLIP, are_opposed, likeness, same_word
from ea_cockpit.ingest.plan import NAMED, Match
from ea_cockpit.ingest.vocabulary import TITLE, Heading, KindWords, Known, common, heading, squashed

# One slip in a word as long as this leaves no doubt which word it was.
_CLEAR = 7
_LESS = (0.0, 0.0, 0.01, 0.03)
_NOUNLESS, _CUT, _SLIPPED = 0.04, 0.05, 0.03


def heading_matches(texts: Iterable[str], words: KindWords) -> dict[str, Match]:
    """The fields these readings of one heading may mean, each with the best match.

    Where one reading is known as it stands, what others are nearly like does not count.
    """
    readings = tuple(texts)
    if readings and is_running(heading(readings[0])):
        # Whatever group it stands under, it counts the rows.
        return _best(_known(readings[0], words))
    found = _best(pair for text in readings for pair in _known(text, words))
    if any(match.certain for match in found.values()):
        return found
    near = (pair for text in readings for pair in _near(text, words))
    return _best((*found.items(), *near))


def _best(pairs: Iterable[tuple[str, Match]]) -> dict[str, Match]:
    found: dict[str, Match] = {}
    for name, match in pairs:
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


def other_fields(text: str, words: KindWords) -> set[str]:
    """The fields one of whose phrases begins with this heading: «Quelle System» with «Quelle»."""
    said = heading(text).whole
    return {known.field for phrase, known in words.phrases if said and phrase[: len(said)] == said}


def _known(text: str, words: KindWords) -> list[tuple[str, Match]]:
    if item := words.exact.get(heading_key(text)):
        return [(item.name, NAMED)]
    found = _lookups(heading(text), words)
    return [(known.field, _match(known, round(known.strength - less, 3))) for _, known, less in found]


def _near(text: str, words: KindWords) -> Iterable[tuple[str, Match]]:
    read = heading(text)
    if len(read.forms[2]) < SHORTEST:
        return ()
    return (*_cut(read, words), *_noun_slipped(read, words), *_alike(read, words))


def _lookups(read: Heading, words: KindWords) -> Iterable[tuple[str, Known, float]]:
    """Phrases this heading is, by the surest of its forms that is known; each field once.

    A heading known as it stands is not looked up without its small words: «Von System» is not «System».
    """
    if is_running(read):
        yield from ((form, k, 0.0) for form in read.forms[:1] for k in words.by_form.get(form, ()) if k.field != "id")
        return
    forms = dict.fromkeys(read.forms)
    tried = [(form, _LESS[min(place, 3)]) for place, form in enumerate(forms)]
    if bare := words.without_noun(read):
        tried.append((bare, _NOUNLESS))
    for form, less in tried:
        if found := words.by_form.get(form, ()):
            yield from ((form, known, less) for known in found)
            return


def is_running(read: Heading) -> bool:
    """Whether a heading says that its column only counts the rows: «Lfd. Nr.», «#»."""
    return not read.forms[0] or any(form in common("running") for form in (*read.forms, squashed(read.text)))


def _match(known: Known, confidence: float) -> Match:
    said = f"‹{known.phrase}›"
    if known.strength == TITLE:
        return Match(confidence, Text(f"geschrieben für {said}", f"written for {said}"))
    return Match(confidence, Text(f"Synonym {said}", f"synonym {said}"))


def _cut(read: Heading, words: KindWords) -> Iterable[tuple[str, Match]]:
    """Headings whose words are cut short by a dot: «Herst.», «Techn. Verantw.»."""
    for core in dict.fromkeys((read.core, read.first_core)):
        if not any(word.endswith(".") for word in core):
            continue
        for phrase, known in words.phrases:
            fits = len(phrase) == len(core) and all(map(_begins, phrase, core))
            if fits and not are_opposed(read.whole, heading(known.phrase).whole):
                less = _CUT if all(map(_begins_exactly, phrase, core)) else _CUT + _SLIPPED
                yield known.field, _match(known, round(known.strength - less, 3))


def _begins(word: str, cut: str) -> bool:
    return _begins_exactly(word, cut) or (not cut.endswith(".") and same_word(word, cut))


def _begins_exactly(word: str, cut: str) -> bool:
    return word.startswith(cut[:-1]) if cut.endswith(".") and len(cut) > 3 else word == cut.rstrip(".")


def _noun_slipped(read: Heading, words: KindWords) -> Iterable[tuple[str, Match]]:
    """Headings with a slip in the word for the thing itself: «Inerface no.»."""
    bare = [word.rstrip(".") for word in read.core]
    left = [word for word in bare if not any(len(noun) >= _CLEAR and same_word(word, noun) for noun in words.nouns)]
    if left and len(left) < len(bare):
        for known in words.by_form.get("".join(left), ()):
            yield known.field, _match(known, round(known.strength - _SLIPPED, 3))


def _alike(read: Heading, words: KindWords) -> Iterable[tuple[str, Match]]:
    """Headings written nearly as a phrase is, or that hold a phrase among other words."""
    choices = [" ".join(phrase) for phrase, _ in words.phrases]
    texts = dict.fromkeys(" ".join(part).replace(".", "") for part in (read.core, read.first_core) if part)
    for choice, score, place in (
        found
        for text in texts
        if len(text) >= SHORTEST
        for found in process.extract(text, choices, scorer=likeness, score_cutoff=ALIKE, limit=6)
    ):
        known = words.phrases[place][1]
        if len(choice) < SHORTEST - 1 or are_opposed(read.whole, heading(known.phrase).whole):
            continue
        percent = f"{int(score)} %"
        said = Text(f"zu {percent} ähnlich wie ‹{known.phrase}›", f"{percent} like ‹{known.phrase}›")
        less = 0.01 if score >= SLIP and len(choice) >= _CLEAR else 0.04
        yield known.field, Match(round(known.strength * score / 100 - less, 3), said)
