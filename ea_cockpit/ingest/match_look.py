"""A first look at a sheet: its headings, the fact types it may be about, and a sample of its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ea_cockpit.i18n import Text
from ea_cockpit.ingest.evidence import heading_key
from ea_cockpit.ingest.match_content import SAMPLE, Cells, Elsewhere
from ea_cockpit.ingest.match_header import Header, Score, best_row, find_header, heading_text, raw_text
from ea_cockpit.ingest.match_headings import known_fields
from ea_cockpit.ingest.match_sheets import SheetMatch, headings_score, holds_no_entries, match_sheet, named
from ea_cockpit.ingest.plan import EMPTY, OWN_SHEET, is_filled
from ea_cockpit.ingest.vocabulary import KindWords, Vocabulary, common, squashed
from ea_cockpit.tabular.annotate import is_findings
from ea_cockpit.tabular.inventory import OWN_SHEETS
from ea_cockpit.tabular.reader import Sheet, Table

EXPLAINS = Text("Blatt ohne Einträge (Legende, Deckblatt, Auswertung)", "sheet without entries (legend, cover, report)")
UNKNOWN = Text("kein bekanntes Blatt", "no known sheet")
DOUBTFUL = Text("nicht sicher genug erkannt", "not recognised surely enough")
_LIKELY, _ASKS = 0.8, 25


@dataclass
class Look:
    """What a first look at a sheet shows; `why` is the reason to leave it out at once."""

    table: Table
    sheet: Sheet
    filled: list[int]
    header: Header | None = None
    candidates: list[SheetMatch] = field(default_factory=list)
    why: Text | None = None

    @property
    def ours(self) -> bool:
        """Whether the file was written here: the template, or an export."""
        return any(sheet.name in OWN_SHEETS for sheet in self.table.sheets)

    @property
    def body(self) -> list[int]:
        """The filled rows below the headings."""
        last = self.header.last if self.header else -1
        return [number for number in self.filled if number > last]

    def cells(self) -> dict[int, Cells]:
        """A sample of the filled cells of each column."""
        found: dict[int, Cells] = {}
        body = self.body
        # Rows from everywhere: what begins a list is often not like the rest of it.
        rows = [self.sheet.rows[n] for n in body[:: max(1, len(body) // SAMPLE)]]
        wide = [sum(cell not in (None, "") for cell in row) for row in rows]
        # Rows nobody filled but for a number or a default say nothing of how full a column is.
        full = sum(many > max(wide) / 5 for many in wide)
        for place in self.header.readings if self.header else ():
            values = [row[place] for row in rows if place < len(row) and not _says_nothing(row[place])]
            found[place] = Cells(values, full)
        return found


def _says_nothing(cell: Any) -> bool:
    """Whether a cell is empty, or asks to be filled: «bitte auswählen»."""
    return cell in (None, "") or (isinstance(cell, str) and len(cell) < _ASKS and squashed(cell) in common("asks"))


def look(table: Table, sheet: Sheet, vocabulary: Vocabulary) -> Look:
    """Look at one sheet."""
    filled = [number for number, row in enumerate(sheet.rows) if is_filled(row)]
    found = Look(table, sheet, filled)
    if sheet.name in OWN_SHEETS or is_findings(sheet):
        found.why = OWN_SHEET
    elif not filled:
        found.why = EMPTY
    elif own := named(sheet.name, vocabulary):
        words = vocabulary[own.kind.label]
        found.header = _plain_header(sheet, filled, words) if found.ours else _header(sheet, filled, words)
        found.candidates = [own]
    else:
        _guess(found, vocabulary)
    return found


def _exact(words: KindWords) -> Score:
    return lambda texts: float(len({key for text in texts if (key := heading_key(text)) in words.exact}))


def _plain_header(sheet: Sheet, filled: Sequence[int], words: KindWords) -> Header:
    """The one row of headings of a workbook written here."""
    row = best_row(sheet.rows, filled, _exact(words))
    texts = {place: raw_text(cell) for place, cell in enumerate(sheet.rows[row])}
    return Header(row, row, {place: (text,) for place, text in texts.items() if text.strip()})


def _header(sheet: Sheet, filled: Sequence[int], words: KindWords) -> Header:
    """The headings of a sheet whose type is known: by its own titles if they are there, else by any word."""
    exact = _exact(words)
    header = find_header(sheet, filled, exact)
    shown = [ways[0] for ways in header.readings.values()]
    if exact(shown) >= 0.6 * len(shown):
        return header
    return find_header(sheet, filled, lambda texts: headings_score(texts, [words]))


def _guess(found: Look, vocabulary: Vocabulary) -> None:
    """The headings and likely types of a sheet that is called otherwise."""
    kinds = list(vocabulary)
    header = find_header(found.sheet, found.filled, lambda texts: headings_score(texts, kinds))
    found.header = header
    ids = _first_texts(found, header)
    candidates = match_sheet(found.sheet.name, found.table.file, header.readings.values(), ids, vocabulary)
    if holds_no_entries(found.sheet.name) and not (candidates and candidates[0].match.confidence >= _LIKELY):
        found.why = EXPLAINS
    found.candidates = candidates


def _first_texts(found: Look, header: Header) -> list[str]:
    """What the first column with a heading holds, a few rows of it."""
    place = min(header.readings, default=0)
    rows = [found.sheet.rows[number] for number in found.body[:30]]
    return [text for row in rows if place < len(row) and (text := heading_text(row[place]))]


def note_entries(looks: Sequence[Look], elsewhere: Elsewhere, vocabulary: Vocabulary) -> None:
    """Note the ids and names of all sheets that are likely enough, so that links to them are known."""
    for found in looks:
        if found.why or not found.candidates or found.header is None:
            continue
        kind, likely = found.candidates[0].kind, found.candidates[0].match.confidence
        if likely < _LIKELY:
            continue
        for place, ways in found.header.readings.items():
            if any(
                name in ("id", "name", "short_name") for name, _ in known_fields(ways[0], vocabulary[kind.label])[:1]
            ):
                elsewhere.add(kind.label, _entries(found, place))


def _entries(found: Look, place: int) -> Iterator[str]:
    for number in found.body[:5000]:
        row = found.sheet.rows[number]
        if place < len(row) and (text := heading_text(row[place])):
            yield text
