"""The sheets a profile reads: their headings, and looks from one sheet into another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ea_cockpit.ingest.parse import as_text
from ea_cockpit.ingest.plan import Row, is_filled
from ea_cockpit.model.values import clean_text
from ea_cockpit.tabular.reader import Sheet, Table


def folded(text: Any) -> str:
    """A sheet's name or a heading in the form they are compared in."""
    return str(clean_text(as_text(text))).casefold() if text is not None else ""


def cell_text(row: Row, index: int) -> str:
    """A cell as clean text; empty where the row is too short."""
    raw = row[index] if index < len(row) else None
    return str(clean_text(as_text(raw))) if raw is not None else ""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet with the row its headings stand in (counted from 0) and the column of each heading."""

    table: Table
    sheet: Sheet
    header: int
    columns: dict[str, int]
    headings: tuple[str, ...]
    repeated: tuple[tuple[int, str], ...]

    @classmethod
    def of(cls, table: Table, sheet: Sheet, header_row: int | None) -> Grid:
        """Read the headings: of the row the profile names, else of the first filled one."""
        first = next((number for number, row in enumerate(sheet.rows) if is_filled(row)), 0)
        header = first if header_row is None else header_row - 1
        cells = sheet.rows[header] if header < len(sheet.rows) else []
        headings = tuple(str(clean_text(as_text(cell))) if cell is not None else "" for cell in cells)
        columns: dict[str, int] = {}
        repeated = []
        for index, heading in enumerate(headings):
            if heading and columns.setdefault(heading.casefold(), index) != index:
                repeated.append((index, heading))
        return cls(table, sheet, header, columns, headings, tuple(repeated))

    def rows(self) -> Iterator[list[Any]]:
        """The filled rows below the headings."""
        return (row for row in self.sheet.rows[self.header + 1 :] if is_filled(row))


@dataclass(slots=True)
class Books:
    """All sheets a profile may look into; every look is prepared once."""

    grids: dict[str, list[Grid]]
    known: dict[tuple[str, str, str], dict[str, str] | None] = field(default_factory=dict)

    @classmethod
    def of(cls, tables: Sequence[Table], header_rows: dict[str, int | None]) -> Books:
        """All sheets of all files by their name."""
        grids: dict[str, list[Grid]] = {}
        for table in tables:
            for sheet in table.sheets:
                name = folded(sheet.name)
                grids.setdefault(name, []).append(Grid.of(table, sheet, header_rows.get(name)))
        return cls(grids)

    def pairs(self, sheet: str, match: str, take: str) -> dict[str, str] | None:
        """What each key finds, several values one a line; None where sheet or columns are missing."""
        key = (folded(sheet), folded(match), folded(take))
        if key not in self.known:
            self.known[key] = self._pairs(*key)
        return self.known[key]

    def _pairs(self, sheet: str, match: str, take: str) -> dict[str, str] | None:
        grids = [g for g in self.grids.get(sheet, ()) if match in g.columns and take in g.columns]
        if not grids:
            return None
        found: dict[str, dict[str, None]] = {}
        for grid in grids:
            one, other = grid.columns[match], grid.columns[take]
            for row in grid.rows():
                key, text = cell_text(row, one), cell_text(row, other)
                if key and text:
                    found.setdefault(key, {})[text] = None
        return {key: "\n".join(texts) for key, texts in found.items()}
