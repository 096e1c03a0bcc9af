"""Which fact type a sheet is about: by its title, its headings, the file's name and its keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from rapidfuzz import fuzz

from ea_cockpit.i18n import LANGS, Text
from ea_cockpit.ingest.match_headings import heading_matches, known_fields
from ea_cockpit.ingest.plan import NAMED, Match
from ea_cockpit.ingest.vocabulary import KindWords, Vocabulary, common, squashed, tokens
from ea_cockpit.model.metamodel import FactType

_ALIKE = 86
_KNOWN, _NEAR, _MAYBE = 0.88, 0.7, 0.4
_MANY, _LEAD, _CLEAR = 6, 1.3, 0.87


@dataclass(frozen=True, slots=True)
class SheetMatch:
    """A fact type a sheet may be about."""

    kind: FactType
    match: Match


def headings_score(texts: Sequence[str], kinds: Iterable[KindWords]) -> float:
    """How many fields of one fact type these texts name, of the type that has most of them."""
    return max((float(len(_fields(texts, words))) for words in kinds), default=0.0)


def _fields(texts: Iterable[str], words: KindWords) -> dict[str, str]:
    """The fields these texts name, each with the form that says so."""
    found: dict[str, str] = {}
    for text in texts:
        if not text.strip() or len(text) > 80:
            continue
        for name, form in known_fields(text, words):
            if name not in found:
                found[name] = form
                break
    return found


def match_sheet(
    sheet: str, file: str, readings: Iterable[Sequence[str]], ids: Sequence[str], vocabulary: Vocabulary
) -> list[SheetMatch]:
    """The fact types a sheet may be about, the surest first."""
    columns = [ways for ways in readings if ways]
    titles = {words.kind.label: _by_titles(sheet, file, words) for words in vocabulary}
    shares = {words.kind.label: _by_headings(columns, words, vocabulary) for words in vocabulary}
    found = _ranked(titles, shares, ids, vocabulary)
    if found and not found[0].match.certain and found[0].match.confidence > _MAYBE:
        # Headings that are nearly known help where the known ones do not decide.
        for item in found[:3]:
            label = item.kind.label
            shares[label] = _by_headings(columns, vocabulary[label], vocabulary, near=True)
        found = _ranked(titles, shares, ids, vocabulary)
    return found


def _ranked(
    titles: Mapping[str, tuple[float, list[Text]]],
    shares: Mapping[str, _Share],
    ids: Sequence[str],
    vocabulary: Vocabulary,
) -> list[SheetMatch]:
    top = sorted((share.weight for share in shares.values()), reverse=True)
    found = []
    for kind in (words.kind for words in vocabulary):
        (title, said), share = titles[kind.label], shares[kind.label]
        heads = _sure(share.weight, top[1] if share.weight == top[0] else top[0]) * share.sureness
        keys = _by_keys(ids, kind)
        reasons = [*said]
        reasons += [Text("Überschriften", "headings")] if heads else []
        reasons += [Text(f"Schlüssel wie {kind.prefix}-1", f"keys such as {kind.prefix}-1")] if keys else []
        confidence = 1 - (1 - title) * (1 - heads) * (1 - keys)
        confidence *= 1 if title >= _KNOWN else share.fits
        if share.is_clear and share.weight == top[0] and share.weight > _LEAD * top[1]:
            confidence = max(confidence, _CLEAR)
        if confidence > 0.3:
            reason = Text(", ".join(t.de for t in reasons), ", ".join(t.en for t in reasons))
            found.append(SheetMatch(kind, Match(round(min(confidence, 0.99), 3), reason)))
    return sorted(found, key=lambda item: -item.match.confidence)


def named(sheet: str, vocabulary: Vocabulary) -> SheetMatch | None:
    """The fact type whose own title the sheet carries."""
    kind = vocabulary.sheet_titles.get(" ".join(sheet.split()).casefold())
    return SheetMatch(kind, NAMED) if kind else None


def holds_no_entries(sheet: str) -> bool:
    """Whether a sheet's title says that it explains or sums up."""
    return squashed(sheet) in common("no_entries")


def _by_titles(sheet: str, file: str, words: KindWords) -> tuple[float, list[Text]]:
    stem = PurePath(file).stem
    best, said = _title(sheet, words), Text("Blattname", "sheet name")
    if squashed(stem) != squashed(sheet):
        # A file's name says less: a book of many sheets has one.
        unnamed = squashed(sheet).rstrip("0123456789") in common("unnamed") or squashed(sheet) in common("unnamed")
        by_file = _title(stem, words) * (0.9 if unnamed else 0.3)
        if by_file > best:
            best, said = by_file, Text("Dateiname", "file name")
    return best, [said] if best else []


def _title(name: str, words: KindWords) -> float:
    """How sure a title is: a known one, one among other words, one nearly so."""
    whole = squashed(name)
    known = {squashed(title) for title in words.titles}
    known |= {squashed(title.in_(lang)) for title in (words.kind.title, words.kind.plural) for lang in LANGS}
    known.add(squashed(words.kind.label))
    if whole in known:
        return 0.9
    parts = [word.rstrip(".") for word in tokens(name)]
    bare = "".join(part for part in parts if not part.isdigit())
    if bare in known:
        return 0.88
    if any(part in known for part in parts) or any("".join(parts[i : i + 2]) in known for i in range(len(parts))):
        return 0.75
    if any(part.startswith(noun) for part in parts for noun in words.nouns if len(noun) > 6):
        return 0.6
    alike = max((fuzz.ratio(bare, title) for title in known if abs(len(title) - len(bare)) < 6), default=0.0)
    return 0.7 * alike / 100 if alike >= _ALIKE and len(bare) > 4 else 0.0


@dataclass(frozen=True, slots=True)
class _Share:
    """How many of so many columns are fields of a type, and what they weigh."""

    weight: float
    hits: int
    columns: int
    told_apart: bool

    @property
    def sureness(self) -> float:
        """Two headings alone say little, and entries nobody can tell apart are rarely facts."""
        return min(1.0, self.hits / 3) * (1.0 if self.told_apart else 0.6)

    @property
    def is_clear(self) -> bool:
        """Whether so many headings are fields of this type that nothing else can be meant."""
        return self.told_apart and self.hits >= _MANY and self.hits >= 0.6 * self.columns

    @property
    def fits(self) -> float:
        """Less than one where most columns are something else."""
        return 0.75 + 0.25 * min(1.0, self.hits / max(0.4 * self.columns, 1))


def _by_headings(
    columns: Sequence[Sequence[str]], words: KindWords, vocabulary: Vocabulary, near: bool = False
) -> _Share:
    """The weight of all headings that are fields of this type: those few types know weigh most."""
    found: dict[str, float] = {}
    missed = []
    for ways in columns:
        missed.append(ways[0])
        for text in ways:
            hits = [(name, vocabulary.weights.get(form, 0.3)) for name, form in known_fields(text, words)]
            fresh = [hit for hit in hits if hit[0] not in found]
            if fresh:
                found[fresh[0][0]] = fresh[0][1]
                missed.pop()
                break
    if near:
        for text in missed:
            for name, match in heading_matches((text,), words).items():
                if name not in found and match.confidence >= _NEAR:
                    found[name] = 0.4 * match.confidence
                    break
    return _Share(sum(found.values()), len(found), len(columns), bool({"id", "name"} & set(found)))


def _sure(weight: float, rival: float) -> float:
    """A weight as confidence: more and rarer headings say more; what another type has as well says less."""
    if weight < 0.6:
        return 0.0
    alone = weight / (weight + 0.5)
    lead = max(weight - rival, 0.0) / weight
    return min(alone * (0.45 + 0.9 * lead), 0.93)


def _by_keys(ids: Sequence[str], kind: FactType) -> float:
    mine = [text for text in ids if text.casefold().startswith(f"{kind.prefix.casefold()}-")]
    return 0.6 if len(ids) > 1 and len(mine) > 0.8 * len(ids) else 0.0
