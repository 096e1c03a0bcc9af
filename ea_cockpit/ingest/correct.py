"""What the user says a sheet and its columns are, where the recognition was unsure or wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ea_cockpit.i18n import Text
from ea_cockpit.ingest.plan import ColumnMatch, Match

CUSTOM_ATTRIBUTE = ""
"""As a column's field: kept as an additional attribute."""
LEAVE_OUT = "-"
"""As a column's field: not imported."""
CHOSEN = Match(1.0, Text("von Ihnen gewählt", "chosen by you"))
NOT_WANTED = Match(1.0, Text("von Ihnen ausgelassen", "left out by you"))

SheetKey = tuple[str, str]
"""File and sheet."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """By sheet the label of its fact type (None leaves it out); by sheet and column the name of its field."""

    sheets: Mapping[SheetKey, str | None] = field(default_factory=dict)
    columns: Mapping[SheetKey, Mapping[int, str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.sheets or self.columns)


def corrected(columns: tuple[ColumnMatch, ...], chosen: Mapping[int, str]) -> tuple[ColumnMatch, ...]:
    """The columns as chosen; a field that was chosen for one column is free to no other."""
    taken = {name for name in chosen.values() if name not in (CUSTOM_ATTRIBUTE, LEAVE_OUT)}
    return tuple(_column(column, chosen.get(column.index), taken) for column in columns)


def _column(column: ColumnMatch, name: str | None, taken: set[str]) -> ColumnMatch:
    if name is None:
        return replace(column, field=None) if column.field in taken else column
    if name == LEAVE_OUT:
        return replace(column, field=None, match=NOT_WANTED)
    return replace(column, field=name or None, match=CHOSEN)
