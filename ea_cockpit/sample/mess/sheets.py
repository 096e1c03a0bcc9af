"""A finished book as neutral sheets for the writer: cells, merged areas, what is hidden."""

from __future__ import annotations

from collections.abc import Iterator

from ea_cockpit.sample.mess.book import ENTRY, Book, Line, Page, Spot
from ea_cockpit.tabular.messy import MessyCell, MessySheet


def as_sheets(book: Book) -> list[MessySheet]:
    """All pages as sheets."""
    return [_sheet(page) for page in book.pages]


def _sheet(page: Page) -> MessySheet:
    lines = list(page.lines())
    merged = tuple(_merged(page, lines))
    covered = {
        (r, c) for top, left, bottom, right in merged for r in range(top, bottom + 1) for c in range(left, right + 1)
    }
    covered -= {(top, left) for top, left, _, _ in merged}
    rows: list[list[MessyCell | None]] = []
    for r, line in enumerate(lines):
        cells = [None if (r, c + page.left) in covered else _cell(spot) for c, spot in enumerate(line.spots)]
        rows.append([*[None] * page.left, *cells])
    return MessySheet(
        page.name,
        rows,
        hidden=page.hidden,
        hidden_rows=frozenset(r for r, line in enumerate(lines) if line.hidden),
        hidden_columns=frozenset(c + page.left for c, head in enumerate(page.heads) if head.hidden),
        merged=merged,
        choices={c + page.left: head.choices for c, head in enumerate(page.heads) if head.choices},
    )


def _cell(spot: Spot) -> MessyCell | None:
    if spot.value is None and not spot.formula:
        return None
    return MessyCell(spot.value, spot.formula, spot.cached, spot.note, spot.style)


def _merged(page: Page, lines: list[Line]) -> Iterator[tuple[int, int, int, int]]:
    for r, line in enumerate(lines):
        for c, spot in enumerate(line.spots):
            if spot.span > 1:
                yield r, c + page.left, r, c + page.left + spot.span - 1
    for c, head in enumerate(page.heads):
        if head.merge_down:
            yield from ((top, c + page.left, bottom, c + page.left) for top, bottom in _runs(lines, c))


def _runs(lines: list[Line], place: int) -> Iterator[tuple[int, int]]:
    """Rows in a row that say the same in one column."""
    start, said = 0, None
    for r, line in enumerate([*lines, Line("end", [])]):
        says = line.spots[place].value if line.kind == ENTRY else None
        if says != said or says is None:
            if said is not None and r - start > 1:
                yield start, r - 1
            start, said = r, says
