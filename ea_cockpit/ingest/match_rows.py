"""Which rows below the headings hold no entries, and why: totals, repeated headings, notes, phantoms, titles."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from statistics import median
from typing import Any

from ea_cockpit.i18n import Text
from ea_cockpit.ingest.evidence import heading_key
from ea_cockpit.ingest.plan import Row
from ea_cockpit.ingest.vocabulary import common, folded, squashed
from ea_cockpit.tabular.reader import Sheet

ABOVE = Text("Zeilen über den Überschriften", "rows above the headings")
HEADINGS = Text("weitere Kopfzeilen", "further heading rows")
REPEATED = Text("wiederholte Überschriften", "repeated headings")
TOTALS = Text("Totale", "totals")
NOTES = Text("Anmerkungen unter der Tabelle", "notes below the table")
PHANTOMS = Text(
    "Zeilen ohne Angaben (nur Nummern oder Vorgabewerte)", "rows that say nothing (only numbers or defaults)"
)
EXAMPLES = Text("Beispielzeilen der Vorlage", "example rows of the form")
SECTIONS = Text("Zwischentitel", "section titles")

_EMPTY_WORDS = frozenset(
    {"-", "–", "—", "0", "0.0", "nein", "no", "non", "falsch", "false", "n/a", "k.a.", "#n/a", "x", "?"}
)
EXAMPLE_WORDS = frozenset({"beispiel", "example", "exemple", "bsp", "zb"})
_ID = re.compile(r"[A-Za-zÄÖÜäöü]{1,8}[-_. ]?\d")
_MARK = re.compile(r"\s*(?:\*|¹|²|³|\(?[*\d]\)\s|©|→|•|-\s|nb\b)")
_LONGEST = 1_000
# A note has hardly more cells than this: «Legende: | x = ja | leer = nein».
_NOTE = 3
FIRST_WORD = re.compile(r"[a-z]+")


@dataclass(slots=True)
class LeftOut:
    """Row numbers (counted from 0) by the reason why they are no entries."""

    rows: dict[Text, list[int]] = field(default_factory=dict)

    def add(self, number: int, why: Text) -> None:
        """Note a row."""
        self.rows.setdefault(why, []).append(number)

    @property
    def numbers(self) -> set[int]:
        """All of them."""
        return {number for numbers in self.rows.values() for number in numbers}


class Rows:
    """Looks at every filled row below the headings."""

    def __init__(
        self, sheet: Sheet, header: int, headings: Sequence[str], body: Sequence[int], key: int, name: int | None
    ) -> None:
        self.sheet, self.header, self.body, self.key, self.name = sheet, header, body, key, name
        self.rows = sheet.rows
        self.headings = [heading_key(text) for text in headings]
        self.known = frozenset(self.headings)
        self.numbered = any(text[-1:].isdigit() for text in self.known)
        # Most rows are filled in the same places: these are kept once.
        shapes: dict[tuple[int, ...], tuple[int, ...]] = {}
        found = ((number, tuple(places(self.rows[number]))) for number in body)
        self.filled = {number: shapes.setdefault(shape, shape) for number, shape in found}
        usual = median(len(at) for at in self.filled.values()) if body else 0
        full = [n for n in body if len(self.filled[n]) > max(1, usual / 2) and not self._is_short_note(n)]
        self.last_full = full[-1] if full else -1
        self.wide = {area[0] for area in sheet.merged if area[3] > area[1] and area[0] > header}
        self.out = LeftOut()
        self.in_notes = False

    def _is_short_note(self, number: int) -> bool:
        first = self.rows[number][self.filled[number][0]]
        return len(self.filled[number]) <= _NOTE and isinstance(first, str) and _says_note(first)

    def run(self) -> LeftOut:
        """All rows that are no entries."""
        entries = []
        for number in self.body:
            why = self._why(number)
            if why is None:
                entries.append(number)
            else:
                self.out.add(number, why)
        self._phantoms(entries)
        return self.out

    def _why(self, number: int) -> Text | None:
        row, at = self.rows[number], self.filled[number]
        first = row[at[0]]
        if isinstance(first, str):
            first = first[:_LONGEST]
            if self._is_heading(first) and self._repeats(row, at):
                return REPEATED
            if self._is_total(row, at, first):
                return TOTALS
        if number in self.body[:3] and self._is_example(row, at):
            return EXAMPLES
        if self._is_note(number, at, first):
            return NOTES
        return SECTIONS if self._is_section(number, at, first) else None

    def _is_heading(self, text: str) -> bool:
        # Most ids end in a number, and hardly any heading does: they need no closer look.
        return (self.numbered or not text[-1:].isdigit()) and heading_key(text) in self.known

    def _repeats(self, row: Row, at: Sequence[int]) -> bool:
        same = [place < len(self.headings) and heading_key(row[place]) == self.headings[place] for place in at]
        named = sum(map(bool, self.headings))
        return all(same) and (len(at) > 1 or named == 1)

    def _is_total(self, row: Row, at: Sequence[int], first: str) -> bool:
        if not _may_begin(first, "totals"):
            return False
        # A total stands beside numbers alone; an entry that happens to be called so has a name or other words.
        if not all(isinstance(row[place], int | float) or _is_amount(row[place]) for place in at[1:]):
            return False
        found = FIRST_WORD.match(folded(first))
        if not found or squashed(found[0]) not in common("totals"):
            return False
        return len(at) > 1 or squashed(first) in common("totals") or not self._is_key_like(first)

    def _is_example(self, row: Row, at: Sequence[int]) -> bool:
        return squashed(str(row[at[0]])) in EXAMPLE_WORDS

    def _is_key_like(self, text: str) -> bool:
        return " " not in text.strip()

    def _is_note(self, number: int, at: Sequence[int], first: Any) -> bool:
        if self.last_full >= 0 and number > self.last_full:
            apart = (
                at[0] == self.key != self.name and len(at) == 1 and " " in str(first) and self._keys_have_no_blanks()
            )
            gap = apart or not self.filled.get(number - 1)
            if self.in_notes or (
                len(at) == 1 and gap and isinstance(first, str) and (" " in first.strip() or at[0] != self.key)
            ):
                self.in_notes = True
                return True
        if not isinstance(first, str) or len(at) > _NOTE or not _says_note(first):
            return False
        gap = not self.filled.get(number - 1)
        # Entries may begin with any word: what stands in the table's midst must say more to be a note.
        noted = gap or number > self.last_full or (len(at) == 1 and (first.lstrip()[:1] in "*¹²³" or len(first) > 40))
        self.in_notes = self.in_notes or (noted and number >= self.last_full)
        return noted

    def _is_section(self, number: int, at: Sequence[int], first: Any) -> bool:
        if len(at) != 1 or not isinstance(first, str) or number > self.last_full:
            return False
        if number in self.wide:
            return True
        if self.name is not None and at[0] > max(self.key, self.name):
            return False
        # Without merged cells a title shows itself by not being a key as the others are.
        if at[0] != self.key or self.key == self.name or _ID.match(first.strip()):
            return False
        return self._keys_are_like_ids() or (" " in first.strip() and self._keys_have_no_blanks())

    @cached_property
    def _keys(self) -> list[str]:
        full = [n for n in self.body[:200] if len(self.filled[n]) > 1 and self.key in self.filled[n]]
        return [str(self.rows[n][self.key]).strip() for n in full]

    def _keys_have_no_blanks(self) -> bool:
        return len(self._keys) > 1 and sum(" " in key for key in self._keys) <= 0.1 * len(self._keys)

    def _keys_are_like_ids(self) -> bool:
        return 0 < len(self._keys) <= sum(bool(_ID.match(key)) for key in self._keys) / 0.6

    def _keys_are_no_numbers(self) -> bool:
        return bool(self._keys) and sum(_whole(key) is not None for key in self._keys) <= 0.1 * len(self._keys)

    def _phantoms(self, entries: Sequence[int]) -> None:
        """Rows of a prepared form nobody filled in: a running number, a default, a formula's 0."""
        says_little = [n for n in entries if self._could_be_phantom(n)]
        if not says_little or len(says_little) == len(entries):
            return
        serial = self._serial(entries)
        defaults = self._defaults(says_little)
        for number in says_little:
            if all(self._says_nothing(number, place, serial, defaults) for place in self.filled[number]):
                self.out.add(number, PHANTOMS)

    def _could_be_phantom(self, number: int) -> bool:
        row, at = self.rows[number], self.filled[number]
        if self.name is not None and self.name in at and _whole(row[self.name]) is None:
            return False
        return self.key not in at or isinstance(row[self.key], int | float) or str(row[self.key]).strip().isdigit()

    def _serial(self, entries: Sequence[int]) -> set[int]:
        """Columns that count the rows."""
        found = set()
        for place in {place for number in entries[:50] for place in self.filled[number]}:
            values = [_whole(self.rows[n][place]) if place < len(self.rows[n]) else None for n in entries]
            filled = [value for value in values if value is not None]
            steps = Counter(b - a for a, b in itertools.pairwise(filled))
            if len(filled) > 2 and steps.get(1, 0) >= 0.9 * (len(filled) - 1):
                found.add(place)
        return found

    def _defaults(self, empty: Sequence[int]) -> dict[int, Any]:
        """What a column holds in every row that says nothing else."""
        found: dict[int, Any] = {}
        for place in {place for number in empty for place in self.filled[number]}:
            values = {repr(self.rows[n][place]) for n in empty if place in self.filled[n]}
            if len(values) == 1 and len(empty) > 1:
                found[place] = next(iter(values))
        return found

    def _says_nothing(self, number: int, place: int, serial: Collection[int], defaults: dict[int, Any]) -> bool:
        value = self.rows[number][place]
        if place in serial:
            return True
        if place == self.key:
            # A bare number where keys are otherwise more than numbers is a form's own count.
            return _whole(value) is not None and self._keys_are_no_numbers()
        return str(value).strip().casefold() in _EMPTY_WORDS or value == 0 or defaults.get(place) == repr(value)


def places(row: Row) -> list[int]:
    """The filled cells of a row."""
    return [place for place, cell in enumerate(row) if cell is not None and cell != ""]


@cache
def _initials(part: str) -> frozenset[str]:
    return frozenset(word[0] for word in common(part))


def _may_begin(text: str, part: str) -> bool:
    """Whether a text might begin with one of these words; its first letter tells without a closer look."""
    return not text[:1].isascii() or text[:1].lower() in _initials(part)


def _is_amount(cell: Any) -> bool:
    return isinstance(cell, str) and bool(
        re.fullmatch(r"(?i)(chf|fr\.?)?\s*[\d'’., ]+([–-]+)?\s*(chf|fr\.?|%)?", cell.strip())
    )


def _whole(cell: Any) -> int | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return int(cell) if cell == int(cell) else None
    text = str(cell).strip().rstrip(".")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else None


def _says_note(text: str) -> bool:
    if _MARK.match(text.casefold()):
        return True
    found = FIRST_WORD.match(folded(text.strip()))
    if not found or found[0] not in common("notes"):
        return False
    return ":" in text or len(text.split()) > 2 or squashed(text) in common("notes")
