"""Finds heading rows by evidence: below titles, on two lines, merged, beside technical names or units."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from ea_cockpit.ingest.plan import Row
from ea_cockpit.ingest.vocabulary import common, squashed
from ea_cockpit.model.values import clean_text
from ea_cockpit.tabular.reader import Sheet

# Titles, dates and remarks above the headings seldom take more rows than this.
_SEARCHED = 30
_CODE = re.compile(r"([A-Za-z]{1,8}[-_.]?)(\d{1,4})")
_MACHINE = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[_.][A-Za-z0-9]+)*")

Score = Callable[[Sequence[str]], float]
"""How much a row of texts looks like headings."""


@dataclass(frozen=True, slots=True)
class Header:
    """The rows of the headings, counted from 0: `row` is the readable one, entries begin below `last`.

    `group` is a line above or `more` one below that belongs to it, `technical` and `units` hold no headings for people.
    `readings` are the ways to read the heading of each column, the one to show first.
    """

    row: int
    last: int
    readings: dict[int, tuple[str, ...]]
    group: int | None = None
    technical: tuple[int, ...] = ()
    units: tuple[int, ...] = ()

    @property
    def others(self) -> dict[int, str]:
        """All heading rows but the last, and what they are."""
        rows = dict.fromkeys(self.technical, "technical") | dict.fromkeys(self.units, "units")
        rows |= {row: "group" for row in (self.group, self.row) if row is not None}
        return {row: what for row, what in rows.items() if row != self.last}


def heading_text(cell: Any) -> str:
    """A heading as it is shown: one line."""
    return " ".join(str(clean_text(str(cell))).split()) if cell is not None else ""


def raw_text(cell: Any) -> str:
    """A heading as it stands there, with its line breaks: a word broken at a hyphen is one word."""
    return str(clean_text(str(cell))) if cell is not None else ""


def find_header(sheet: Sheet, filled: Sequence[int], score: Score) -> Header:
    """The heading rows: the row that looks most like headings, with what belongs to it above and below."""
    rows = sheet.rows
    best = _first_said(rows, best_row(rows, filled, score), filled)
    technical: tuple[int, ...] = ()
    if _is_technical(rows[best]) and (readable := _readable_beside(rows, best, filled, score)) is not None:
        technical, best = (best,), readable
    if best and not technical and _belongs(rows, best - 1, filled) and _goes_on(rows[best - 1], rows[best], score):
        # The second line may know more words than the first: «Digitaler» over «Kanal».
        best -= 1
    group = _group_above(sheet, best)
    lower = None if group is not None else _second_line(sheet, best, score)
    group, row = (best, lower) if lower is not None else (group, best)
    if not technical:
        beside = (row + 1, (row if group is None else group) - 1)
        technical = tuple(n for n in beside if _belongs(rows, n, filled) and _for_machines(sheet, n, score))
    last = max((row, *technical))
    units: tuple[int, ...] = ()
    if last + 1 < len(rows) and _says_units(rows[last + 1]):
        units = (last + 1,)
        last += 1
    return Header(row, last, _readings(sheet, row, group, technical, score), group, technical, units)


def best_row(rows: Sequence[Row], filled: Sequence[int], score: Score) -> int:
    """The row that looks most like headings; the first filled one where none does."""
    best, most = filled[0], 0.0
    for number in filled[:_SEARCHED]:
        found = score([raw_text(cell) for cell in rows[number]])
        if found > most:
            best, most = number, found
    return best


def _first_said(rows: Sequence[Row], best: int, filled: Sequence[int]) -> int:
    """Where the headings stand first: repeated further down on one line they may look more like headings."""
    wanted = {place: _squeezed(cell) for place, cell in enumerate(rows[best]) if heading_text(cell)}
    for number in filled[: filled.index(best)] if best in filled else ():
        below = rows[number + 1] if number + 1 < best else ()
        said = {place: _squeezed(cell) for place, cell in enumerate(rows[number]) if heading_text(cell)}
        both = {p: said.get(p, "") + (_squeezed(below[p]) if p < len(below) else "") for p in wanted}
        same = sum(text in (said.get(place), both[place]) for place, text in wanted.items())
        if len(wanted) > 2 and same >= 0.8 * len(wanted):
            return number
    return best


def _squeezed(cell: Any) -> str:
    """A heading without blanks and hyphens: broken over two lines it reads the same."""
    return re.sub(r"[\s\-–]+", "", heading_text(cell)).casefold()


def _belongs(rows: Sequence[Row], number: int, filled: Sequence[int]) -> bool:
    return 0 <= number < len(rows) and number in set(filled[: _SEARCHED + 4])


def _texts(row: Row) -> list[str]:
    return [text for cell in row if (text := heading_text(cell))]


def _is_technical(row: Row) -> bool:
    texts = _texts(row)
    if len(texts) < 2 or not all(isinstance(cell, str) for cell in row if cell not in (None, "")):
        return False
    machine = all(_MACHINE.fullmatch(text) for text in texts)
    # Names for machines have underscores, dots or humps somewhere.
    return machine and sum(("_" in t or "." in t or bool(re.search(r"[a-z][A-Z]", t))) for t in texts) * 4 >= len(texts)


def _for_machines(sheet: Sheet, number: int, score: Score) -> bool:
    row = sheet.rows[number]
    return _is_technical(row) and (number in sheet.hidden_rows or _are_codes(row) or _looks_like_names(row, score))


def _are_codes(row: Row) -> bool:
    """Whether the cells count up with one word before: FLD_001, FLD_002."""
    found = [_CODE.fullmatch(text) for text in _texts(row)]
    codes = [(match[1], int(match[2])) for match in found if match]
    stems = {stem for stem, _ in codes}
    rising = all(a < b for (_, a), (_, b) in itertools.pairwise(codes))
    return len(codes) == len(found) > 2 and len(stems) == 1 and rising


def _looks_like_names(row: Row, score: Score) -> bool:
    texts = _texts(row)
    return score(texts) >= 1 and len(set(texts)) == len(texts)


def _readable_beside(rows: Sequence[Row], number: int, filled: Sequence[int], score: Score) -> int | None:
    """A row for people next to one for machines: as many headings, and some of them known."""
    wide = len(_texts(rows[number]))
    for near in (number - 1, number + 1):
        if _belongs(rows, near, filled):
            texts = _texts(rows[near])
            fits = 0.7 * wide <= len(texts) <= wide + 2 and all(isinstance(c, str) for c in rows[near] if c)
            if fits and not _is_technical(rows[near]) and score(texts) >= 1.5:
                return near
    return None


def _group_above(sheet: Sheet, row: int) -> int | None:
    """A line above that names groups of columns: «Kosten» over «Betrieb» and «Investition»."""
    above = row - 1
    if above < 0:
        return None
    places = [place for place, cell in enumerate(sheet.rows[above]) if heading_text(cell)]
    below = [place for place, cell in enumerate(sheet.rows[row]) if heading_text(cell)]
    if not places or len(places) >= len(below) or not all(isinstance(sheet.rows[above][p], str) for p in places):
        return None
    spans = [area for area in sheet.merged if area[0] <= above <= area[2] and area[3] > area[1]]
    wide = max((area[3] - area[1] + 1 for area in spans), default=0)
    if len(places) == 1:
        # One text alone is a title, unless it lies over some of the columns only.
        return above if places[0] > below[0] or 1 < wide < len(below) - 1 else None
    # A line of remarks has its texts side by side; groups have room for their columns.
    return above if spans or any(b - a > 1 for a, b in zip(places, [*places[1:], len(sheet.rows[row])], strict=True)) \
        else None  # fmt: skip


def _second_line(sheet: Sheet, row: int, score: Score) -> int | None:
    """A line below that goes on or splits some of the headings: «Amt» under «Zuständiges»."""
    below = row + 1
    if below >= len(sheet.rows):
        return None
    if _goes_on(sheet.rows[row], sheet.rows[below], score):
        return below
    upper, lower = sheet.rows[row], sheet.rows[below]
    places = [place for place, cell in enumerate(lower) if heading_text(cell)]
    named = [place for place, cell in enumerate(upper) if heading_text(cell)]
    if not places or not named or not all(isinstance(lower[place], str) for place in places):
        return None
    tall = any(a[0] <= row and a[2] >= below and a[2] <= below + 1 for a in sheet.merged)
    gaps = [place for place in places if place >= len(upper) or not heading_text(upper[place])]
    if len(places) >= len(named) + len(gaps) and not tall:
        return None
    open_ = {place for gap in gaps for place in (gap, gap - 1, gap - 2)}
    if not gaps or any(gap < named[0] for gap in gaps) or (not tall and any(place not in open_ for place in places)):
        return None
    short = all(len(heading_text(lower[place])) <= 40 for place in places)
    return below if short and len(set(map(squashed, _texts(lower)))) == len(_texts(lower)) else None


def _goes_on(upper: Row, lower: Row, score: Score) -> bool:
    """Whether both lines together make headings that the upper one alone does not."""
    pairs = [(heading_text(a), heading_text(b)) for a, b in zip(upper, lower, strict=False)]
    if any(isinstance(cell, int | float) for cell in lower) or len(_texts(lower)) > len(_texts(upper)):
        return False
    open_ = [f"{a} {b}" for a, b in pairs if a and b and not score([a])]
    more = score(open_)
    return more >= 2 or (more >= 1 and len(_texts(lower)) <= 0.6 * len(_texts(upper)))


def _says_units(row: Row) -> bool:
    texts = _texts(row)
    if len(texts) < 2:
        return False
    numbers = [cell for cell in row if isinstance(cell, int | float)]
    if len(numbers) == len(texts) >= 4:
        return [float(cell) for cell in numbers] == [float(place) for place in range(1, len(numbers) + 1)]
    return all(_is_unit(text) for text in texts) and not numbers


def _is_unit(text: str) -> bool:
    bare = squashed(text)
    return bare in common("row_units") or (text.startswith(("(", "[", "<")) and len(text) < 40) or not bare


def _readings(
    sheet: Sheet, row: int, group: int | None, technical: Sequence[int], score: Score
) -> dict[int, tuple[str, ...]]:
    cells = sheet.rows[row]
    groups = _spread(sheet, group, len(cells)) if group is not None else {}
    width = max(len(cells), *(len(sheet.rows[n]) for n in technical), max(groups, default=-1) + 1, 0)
    own = _own_columns(sheet, group, row, score) if group is not None else set()
    readings: dict[int, tuple[str, ...]] = {}
    for place in range(width):
        lower = raw_text(cells[place]) if place < len(cells) else ""
        upper = groups.get(place, "")
        names = [raw_text(sheet.rows[n][place]) for n in technical if place < len(sheet.rows[n])]
        both = f"{upper} {lower}" if upper and lower else upper or lower
        # Two lines over one column are one heading; under a group the lower line may stand for itself.
        alone = place not in own or not lower
        ways = [lower, both, *names] if lower and alone else [both, *names]
        found = tuple(dict.fromkeys(way for way in ways if way.strip()))
        if found:
            readings[place] = found
    return readings


def _own_columns(sheet: Sheet, group: int, row: int, score: Score) -> set[int]:
    """Columns whose upper text belongs to them alone; none where the lower line says it all."""
    upper, lower = sheet.rows[group], sheet.rows[row]
    both = [f"{raw_text(a)} {raw_text(b)}" if a and b else raw_text(a or b) for a, b in zip_longest(upper, lower)]
    if score([raw_text(cell) for cell in lower]) >= score(both):
        return set()
    wide = {area[1] for area in sheet.merged if area[0] <= group <= area[2] and area[3] > area[1]}
    found = set()
    for place, cell in enumerate(upper):
        beside = heading_text(upper[place + 1]) if place + 1 < len(upper) else ""
        below = heading_text(lower[place + 1]) if place + 1 < len(lower) else ""
        if heading_text(cell) and place not in wide and (beside or not below):
            found.add(place)
    return found


def _spread(sheet: Sheet, group: int, width: int) -> dict[int, str]:
    """The text of each group over all of its columns."""
    cells = sheet.rows[group]
    found: dict[int, str] = {}
    areas = {area[1]: area[3] for area in sheet.merged if area[0] <= group <= area[2]}
    text = ""
    until: int | None = None
    for place in range(max(width, len(cells))):
        own = raw_text(cells[place]) if place < len(cells) else ""
        if own:
            # Where areas are merged they say how far a group goes; else it goes on to the next one.
            text, until = own, areas.get(place, place if areas else None)
        if text and (until is None or place <= until):
            found[place] = text
    return found
