"""Rows too wide for a table on a terminal, as records: a heading, short values in a line, long ones each in its own."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

_SHORT = 40
_INDENT = "    "


def fits(titles: Sequence[str], rows: Sequence[Sequence[Any]], width: int) -> bool:
    """Whether a table of these cells is readable in this width: no column needs more than its share by far."""
    needed = 0
    for place, title in enumerate(titles):
        longest = max((len(_shown(row[place])) for row in rows), default=0)
        needed += min(max(longest, len(title)), _SHORT) + 2
    return needed <= width


def records(titles: Sequence[str], rows: Iterable[Sequence[Any]], leading: int, width: int) -> Iterator[str]:
    """The lines of all records; the first `leading` cells make the heading of each."""
    for row in rows:
        head = [_shown(cell) for cell in row[:leading]]
        yield " · ".join(part for part in head if part) or "–"
        pairs = [(title, _shown(cell)) for title, cell in zip(titles[leading:], row[leading:], strict=True)]
        filled = [(title, text) for title, text in pairs if text]
        short = [f"{title}: {text}" for title, text in filled if len(text) <= _SHORT]
        yield from _wrapped(" · ".join(short), width)
        for title, text in filled:
            if len(text) > _SHORT:
                yield from _wrapped(f"{title}: {text}", width)
        yield ""


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(
        text, max(width, 40), initial_indent=_INDENT, subsequent_indent=_INDENT, break_on_hyphens=False
    )  # fmt: skip


def _shown(cell: Any) -> str:
    return "" if cell is None else " ".join(str(cell).split())
