"""What the user decided where file and graph both changed a value: theirs (the file's) or ours (the graph's)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from ea_cockpit.ingest.draft import Key


class Side(str, Enum):  # noqa: UP042  its value is what the command line takes
    """Whose value counts."""

    THEIRS = "theirs"
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class Decisions:
    """Sides taken, for one cell (fact and field), one row (fact) or a whole file; the nearest one counts."""

    cells: Mapping[tuple[Key, str], Side] = field(default_factory=dict)
    rows: Mapping[Key, Side] = field(default_factory=dict)
    files: Mapping[str, Side] = field(default_factory=dict)
    everywhere: Side | None = None

    def on(self, file: str, key: Key, name: str) -> Side | None:
        """The side taken for this cell, None where nobody has decided."""
        return self.cells.get((key, name)) or self.rows.get(key) or self.files.get(file) or self.everywhere
