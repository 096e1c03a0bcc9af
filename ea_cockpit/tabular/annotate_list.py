"""What the first sheet of an annotated workbook says: counts, what to do, and one line a problem."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ea_cockpit.i18n import Lang, Text

TITLE = Text("Befunde", "Findings")
OWN_MARK = "EA-Cockpit: "
REST_MARK = "[+]"
AUTHOR = "EA-Cockpit"
# Fills of the three severities: unlike the ones spreadsheets offer, so that they can be found again.
COLORS = {"error": "F6C5BE", "warning": "FCE2A9", "hint": "CFE2F7"}
WIDTHS = (12, 26, 24, 26, 60, 60, 22)
HEADINGS = (
    Text("Schwere", "Severity"), Text("Stelle", "Place"), Text("Überschrift", "Heading"), Text("Wert", "Value"),
    Text("Befund", "Finding"), Text("Was tun", "What to do"), Text("Code", "Code"),
)  # fmt: skip
_SEVERITIES = {
    "error": Text("Fehler", "Error"), "warning": Text("Warnung", "Warning"), "hint": Text("Hinweis", "Hint"),
}  # fmt: skip
HEADLINE = Text("Befunde zu {file}", "Findings on {file}")
_COUNTS = Text(
    "{error} Fehler, {warning} Warnungen, {hint} Hinweise", "{error} errors, {warning} warnings, {hint} hints"
)
_TODO = Text(
    "Korrigieren Sie die farbigen Zellen und importieren Sie diese Arbeitsmappe wieder. Dieses Blatt und die Notizen"
    " werden dabei übergangen.",
    "Correct the coloured cells and import this workbook again. This sheet and the notes are passed over then.",
)
_FEWER = Text(
    "Nur die ersten {most} Stellen haben eine Notiz und einen Link; gefärbt sind alle.",
    "Only the first {most} places have a note and a link; all are coloured.",
)
# Excel takes 65,530 links a sheet, and grows slow with many thousand notes.
MOST_NOTES = 5_000
LONGEST = 2_000
_ILLEGAL = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Mark:
    """One problem, ready to be shown: row 1 is the sheet's first row; 0 stands for the whole sheet or file."""

    sheet: str
    row: int
    column: str
    severity: str
    heading: str
    value: str
    message: str
    remedy: str
    code: str

    @property
    def cell(self) -> tuple[str, int, str] | None:
        """Sheet, row and column letter of the cell to colour; a whole row is marked in its first cell."""
        return (self.sheet, self.row, self.column or "A") if self.sheet and self.row else None


@dataclass(frozen=True, slots=True)
class Kept:
    """The rows of a sheet to keep and the row of its headings, all as Excel counts them."""

    rows: tuple[int, ...]
    header: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list, with the cell to jump to; no place where the row is not in this workbook."""

    severity: str
    texts: tuple[str, ...]
    target: tuple[str, int, str] | None


@dataclass(frozen=True, slots=True)
class Findings:
    """All marks of one file, worst first, and what the list says above them."""

    file: str
    marks: Sequence[Mark]
    lang: Lang
    notes: tuple[Text, ...] = ()
    is_rest: bool = False

    def head(self) -> list[str]:
        """The lines above the list; the first one is how the sheet is recognised as our own."""
        count = Counter(mark.severity for mark in self.marks)
        counts = _COUNTS.format(error=count["error"], warning=count["warning"], hint=count["hint"])
        notes = [*self.notes, _FEWER.format(most=MOST_NOTES)] if len(self.marks) > MOST_NOTES else [*self.notes]
        first = OWN_MARK + HEADLINE.in_(self.lang).replace("{file}", self.file)
        return [
            plain(f"{first} {REST_MARK}" if self.is_rest else first),
            *(text.in_(self.lang) for text in (counts, _TODO, *notes)),
        ]

    def headings(self) -> list[str]:
        """The headings of the list."""
        return [text.in_(self.lang) for text in HEADINGS]

    def lines(self) -> Iterator[Line]:
        """One line a mark."""
        for mark in self.ordered():
            letter = f"{mark.column}{mark.row}" if mark.row else mark.column
            place = "!".join(part for part in (mark.sheet, letter) if part) or self.file
            severity = _SEVERITIES[mark.severity].in_(self.lang)
            texts = (severity, place, mark.heading, mark.value, mark.message, mark.remedy, mark.code)
            yield Line(
                mark.severity, tuple(map(plain, texts)), mark.cell or ((mark.sheet, 1, "A") if mark.sheet else None)
            )

    def ordered(self) -> list[Mark]:
        """The marks, worst first, else as they were found."""
        rank = list(COLORS)
        return sorted(self.marks, key=lambda mark: rank.index(mark.severity))

    def by_cell(self) -> dict[tuple[str, int, str], tuple[str, str]]:
        """For each cell to colour: the worst severity, and the text of its note (empty beyond the first thousands)."""
        found: dict[tuple[str, int, str], list[Mark]] = {}
        for mark in self.ordered():
            if mark.cell:
                found.setdefault(mark.cell, []).append(mark)
        return {
            cell: (marks[0].severity, self._note(marks) if number < MOST_NOTES else "")
            for number, (cell, marks) in enumerate(found.items())
        }

    def _note(self, marks: Sequence[Mark]) -> str:
        parts = [f"{_SEVERITIES[m.severity].in_(self.lang)}: {m.message}\n{m.remedy}" for m in marks]
        return plain("\n\n".join(parts))


def plain(text: str) -> str:
    """A text any XML may hold, and not too long for a note."""
    text = _ILLEGAL.sub("", text)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
