"""Which column holds which field: headings and cells together, each field once, the surest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ea_cockpit.i18n import Text
from ea_cockpit.ingest.match_content import Cells, Contents, Elsewhere, Says, can_tell, says, telling
from ea_cockpit.ingest.match_header import heading_text
from ea_cockpit.ingest.match_headings import exact_match, heading_matches, other_fields
from ea_cockpit.ingest.plan import NAMED, ColumnMatch, Match
from ea_cockpit.ingest.vocabulary import KindWords
from ea_cockpit.model.metamodel import Column, FactType, Link

PROPOSED = 0.55
"""From this confidence on a field is proposed."""
_SAYS_ITSELF = 0.94
"""So sure is a field's own title, whatever stands around it: its cells are told one by one."""
_NOBODY = Match(0.0, Text("keinem Feld ähnlich", "like no field"))
_LEFT_OVER = Text("das Feld steht schon in einer anderen Spalte", "the field stands in another column already")

Scores = dict[str, Match]


def match_columns(
    readings: Mapping[int, Sequence[str]], words: KindWords, cells: Contents, elsewhere: Elsewhere, ours: bool
) -> tuple[ColumnMatch, ...]:
    """What each column was taken for; `readings` are the ways to read a column's heading, the shown one first.

    In a workbook of `ours` a heading means what it says: what is no field's title is an additional attribute.
    """
    scores = {place: (exact_match if ours else heading_matches)(texts, words) for place, texts in readings.items()}
    if not ours and not all(_is_named(found) for found in scores.values()):
        scores = {
            place: _pointing(scores[place], texts, words, cells.get(place), elsewhere)
            if _is_named(scores[place])
            else _weighed(scores[place], place, words, cells, elsewhere)
            for place, texts in readings.items()
        }
    scores = _unambiguous(scores)
    taken = _assigned(scores)
    return tuple(
        _column(place, heading_text(texts[0]), scores[place], taken.get(place), set(taken.values()))
        for place, texts in readings.items()
    )


def _is_named(found: Scores) -> bool:
    return NAMED in found.values()


def _pointing(
    found: Scores, texts: Sequence[str], words: KindWords, cells: Cells | None, elsewhere: Elsewhere
) -> Scores:
    """A title of a text field over cells that name other entries: the link of that name is meant.

    «Quelle» beside «Ziel» is where an interface comes from, not where its description comes from.
    """
    if cells is None or not cells.values:
        return found
    titles = [name for name, match in found.items() if match is NAMED]
    if not all(isinstance(item := words.kind.by_name[name], Column) and item.kind == "text" for name in titles):
        return found
    for name in sorted({field for text in texts for field in other_fields(text, words)} - set(titles)):
        item = words.kind.by_name[name]
        said = says(cells, item, words.kind, elsewhere) if isinstance(item, Link) else None
        if said is not None and said.share >= 0.8 and telling(item, said, cells, words.kind):
            return {**dict.fromkeys(titles, Match(0.6, said.reason)), name: Match(0.93, said.reason)}
    return found


def _weighed(found: Scores, place: int, words: KindWords, contents: Contents, elsewhere: Elsewhere) -> Scores:
    """The matches by heading, made surer or less sure by the cells."""
    cells = contents.get(place)
    if _is_named(found) or cells is None or not cells.values:
        return found
    weighed = dict(found)
    for item in words.kind.fields:
        by_heading = found.get(item.name)
        if by_heading is None and not (can_tell(item) and _worth_a_look(item.name, cells)):
            continue
        said = says(cells, item, words.kind, elsewhere)
        if said is None:
            continue
        if by_heading:
            weighed[item.name] = _both(by_heading, said, item, cells, words.kind)
        elif telling(item, said, cells, words.kind):
            weighed[item.name] = Match(0.88 if item.name == "id" else 0.6, said.reason)
    return weighed


def _worth_a_look(name: str, cells: Cells) -> bool:
    return name == "id" or cells.numeric < 0.5


def _both(heading: Match, said: Says, item: Column | Link, cells: Cells, kind: FactType) -> Match:
    both = Text(f"{heading.reason.de}; {said.reason.de}", f"{heading.reason.en}; {said.reason.en}")
    tells, many = telling(item, said, cells, kind), len(cells.values)
    if said.share >= 0.8:
        # Words of a list or known partners say more than that dates are dates; the surer heading stays the surer.
        more = min(0.12 if tells else 0.06, 0.6 * (0.995 - heading.confidence))
        return Match(round(heading.confidence + more, 3), both)
    if said.share >= 0.5 or not said.strict or heading.confidence >= _SAYS_ITSELF:
        return Match(heading.confidence, both)
    if isinstance(item, Column) and item.kind == "choice" and said.share >= 0.1 and heading.certain:
        # Hardly any word is of a list by chance.
        return Match(heading.confidence, both)
    # A few odd cells say little; many that do not fit say that something else is meant.
    less = 0.3 if many >= 3 and said.share < 0.2 else 0.15
    return Match(max(heading.confidence - less, 0.05), both)


def _unambiguous(scores: Mapping[int, Scores]) -> dict[int, Scores]:
    """Headings that mean two fields alike leave the one another column is surely for: «Software» beside «Name»."""
    tops = {place: _tops(found) for place, found in scores.items()}
    sure = {name: place for place, names in tops.items() if len(names) == 1 for name in names}
    weighed = {}
    for place, found in scores.items():
        names = tops[place]
        gone = {name for name in names if len(names) > 1 and name in sure}
        rest = {name: match for name, match in found.items() if name not in gone}
        weighed[place] = rest if names - gone else found
    return weighed


def _tops(found: Scores) -> set[str]:
    """The fields that are surest, alike; none where none is sure."""
    best = max((match.confidence for match in found.values()), default=0.0)
    return {name for name, match in found.items() if match.certain and match.confidence >= best - 0.001}


def _assigned(scores: Mapping[int, Scores]) -> dict[int, str]:
    """Each field to one column and each column to one field, the surest pairs first."""
    pairs = sorted(
        ((-match.confidence, place, name) for place, found in scores.items() for name, match in found.items()),
    )
    taken: dict[int, str] = {}
    used: set[str] = set()
    for less, place, name in pairs:
        if place not in taken and name not in used and -less >= PROPOSED:
            taken[place] = name
            used.add(name)
    return taken


def _column(place: int, heading: str, found: Scores, name: str | None, used: set[str]) -> ColumnMatch:
    ranked = sorted(found.items(), key=lambda pair: -pair[1].confidence)
    others = tuple((other, match) for other, match in ranked if other != name)[:3]
    if name is not None:
        return ColumnMatch(place, heading, name, found[name], others)
    best = next((match for other, match in ranked if other in used and match.confidence >= PROPOSED), None)
    why = Match(0.0, _LEFT_OVER) if best else _NOBODY
    return ColumnMatch(place, heading, None, why, others)
