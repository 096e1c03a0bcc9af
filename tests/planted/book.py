"""An exported workbook read in plain Python with openpyxl: rows by fact type, cells under the field's name."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from ea_cockpit.model.metamodel import Link, Metamodel

Row = dict[str, Any]


class Book:
    """The rows of an export by label and id; a cell that names partners is a list of ids, an empty one is missing."""

    def __init__(self, path: Path, metamodel: Metamodel) -> None:
        self.rows: dict[str, dict[str, Row]] = {}
        sheets = load_workbook(path, read_only=True)
        for kind in metamodel:
            if kind.plural.de[:31] not in sheets.sheetnames:
                continue
            lines = [list(line) for line in sheets[kind.plural.de[:31]].iter_rows(values_only=True)]
            titles = {field.title.de: field for field in kind.fields}
            head = next(n for n, line in enumerate(lines) if {"ID", "Name"} <= {str(c).rstrip(" *") for c in line})
            heads = [str(cell).rstrip(" *") for cell in lines[head]]
            self.rows[kind.label] = {}
            for line in lines[head + 1 :]:
                row: Row = {}
                for title, cell in zip(heads, line, strict=False):
                    if cell is None or cell == "":
                        continue
                    field = titles.get(title)
                    if isinstance(field, Link):
                        row[field.name] = [part.strip().split(":")[-1] for part in str(cell).split(";")]
                    else:
                        row[field.name if field else title] = cell.date() if hasattr(cell, "date") else cell
                if "id" in row:
                    self.rows[kind.label][str(row["id"])] = row

    def of(self, label: str) -> dict[str, Row]:
        """The rows of a type by id."""
        return self.rows.get(label, {})

    def named_by(self, label: str, field: str) -> dict[str, list[str]]:
        """Which rows of a type name each partner in a field."""
        found: dict[str, list[str]] = defaultdict(list)
        for key, row in self.of(label).items():
            for partner in row.get(field, ()):
                found[partner].append(key)
        return found
