"""Reads sheets whose few cells stand far apart, row by row, where a whole grid would not fit into memory."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

import openpyxl

from ea_cockpit.tabular.limits import bounded, trimmed


def far_rows(file: str, content: bytes, title: str) -> Sequence[list[Any]]:
    """The rows of one sheet, each as long as its last filled cell."""
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        sheet = book[title]
        # What the file says about its own size is not believed.
        sheet.reset_dimensions()
        return trimmed(bounded(file, _rows(sheet)))
    finally:
        book.close()


def _rows(sheet: Any) -> Iterator[list[Any]]:
    for row in sheet.iter_rows(values_only=True):
        width = len(row)
        while width and row[width - 1] is None:
            width -= 1
        yield ["" if cell is None else cell for cell in row[:width]]
