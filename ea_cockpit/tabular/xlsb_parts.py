"""How far the cells of a binary Excel sheet (.xlsb) reach: its records are walked, only rows and columns are read."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from ea_cockpit.tabular.sheet import About

_ROW = 0
_CELLS = range(2, 12)
_NUMBER = struct.Struct("<I")
_MORE = 0x80


def about_sheet(part: bytes) -> About:
    """How many cells the filled ones span, and how many there are."""
    rows, columns, row, filled = set[int](), set[int](), 0, 0
    for kind, begin in _records(part):
        if kind == _ROW:
            row = _NUMBER.unpack_from(part, begin)[0]
        else:
            rows.add(row)
            columns.add(_NUMBER.unpack_from(part, begin)[0])
            filled += 1
    if not rows:
        return About()
    return About((max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1), filled)


def _records(part: bytes) -> Iterator[tuple[int, int]]:
    """Kind and begin of each row and cell."""
    place, end = 0, len(part)
    try:
        while place < end:
            kind = part[place]
            place += 1
            if kind & _MORE:
                kind = kind & 0x7F | part[place] << 7
                place += 1
            size = shift = 0
            for _ in range(4):
                byte = part[place]
                place += 1
                size |= (byte & 0x7F) << shift
                shift += 7
                if not byte & _MORE:
                    break
            if (kind == _ROW or kind in _CELLS) and size >= _NUMBER.size and place + size <= end:
                yield kind, place
            place += size
    except IndexError:
        return
