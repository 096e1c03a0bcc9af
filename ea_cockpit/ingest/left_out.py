"""The rows of a sheet that are no entries, in any workbook and in one written here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ea_cockpit.ingest.evidence import heading_key
from ea_cockpit.ingest.match_rows import EXAMPLE_WORDS, FIRST_WORD, LeftOut, Rows
from ea_cockpit.ingest.plan import Row
from ea_cockpit.ingest.vocabulary import folded
from ea_cockpit.tabular.reader import Sheet

_SUMS = frozenset({"total", "gesamt", "summe", "gesamttotal", "zwischentotal", "subtotal", "sum"})


def find_left_out(
    sheet: Sheet,
    header: int,
    headings: Sequence[str],
    body: Sequence[int],
    key: int,
    name: int | None,
    ours: bool = False,
) -> LeftOut:
    """The rows of the body that are no entries; `key` is the column of ids (or names where ids are derived).

    In a workbook of `ours` an id alone is an entry, whatever it looks like, unless it stands apart from the table.
    """
    return (_OurRows if ours else Rows)(sheet, header, headings, body, key, name).run()


class _OurRows(Rows):
    """Looks at the rows of a workbook written here: nothing of it may be taken for anything but what it is."""

    def _is_total(self, row: Row, at: Sequence[int], first: str) -> bool:
        if not self._says_sum(at, first) or not super()._is_total(row, at, first):
            return False
        return all(self._adds_up(row, place) for place in at[1:])

    def _says_sum(self, at: Sequence[int], first: Any) -> bool:
        return at[0] == self.key and len(at) > 1 and heading_key(first) in _SUMS

    def _adds_up(self, row: Row, place: int) -> bool:
        """Whether a number sums up or counts what the entries hold there; text in the column leaves that open."""
        entries = [n for n in self.body if not self._says_sum(self.filled[n], self.rows[n][self.filled[n][0]])]
        others = [self.rows[n][place] for n in entries if place in self.filled[n]]
        if not all(isinstance(other, int | float) for other in (row[place], *others)):
            return bool(others)
        return row[place] in (sum(others), len(entries))

    def _is_example(self, row: Row, at: Sequence[int]) -> bool:
        # An ID may be any word; the form's example says so twice: «Beispiel | Beispiel (bitte löschen)».
        others = (str(row[place]) for place in at[1:])
        return super()._is_example(row, at) and any(
            match[0] in EXAMPLE_WORDS for text in others if (match := FIRST_WORD.match(folded(text.strip())))
        )

    def _is_note(self, number: int, at: Sequence[int], first: Any) -> bool:
        apart = self.in_notes or (number > self.last_full and not self.filled.get(number - 1))
        return apart and super()._is_note(number, at, first)

    def _is_section(self, number: int, at: Sequence[int], first: Any) -> bool:
        return number in self.wide and super()._is_section(number, at, first)

    def _could_be_phantom(self, number: int) -> bool:
        return self.key not in self.filled[number] and super()._could_be_phantom(number)
