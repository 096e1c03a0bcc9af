"""Workbooks of every kind as sheets: calamine reads them, once it is sure that they are whole and fit into memory."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import python_calamine as calamine

from ea_cockpit.errors import UnreadableInput
from ea_cockpit.i18n import Text
from ea_cockpit.tabular.far_cells import far_rows
from ea_cockpit.tabular.limits import refuse_beyond, trimmed
from ea_cockpit.tabular.sheet import About, Area, Sheet
from ea_cockpit.tabular.unreadable import (
    BrokenWorkbook,
    NoWorksheet,
    PasswordProtected,
    TooLarge,
    TruncatedFile,
)

Look = Callable[[int], About]
"""Tells what is known of a sheet by its number, before it is read."""

_MOST_SHEETS = 2_000
# A grid this small is read at once; a larger one only if a good part of it is filled.
_SMALL, _SHARE = 3_200_000, 8
_SHEETS = Text("{count} Blätter", "{count} sheets")


def read_workbook(name: str, content: bytes, look: Look = lambda _: About()) -> tuple[Sheet, ...]:
    """All worksheets of a workbook."""
    with _opened(name, content) as book:
        sheets = [(n, sheet) for n, sheet in enumerate(book.sheets_metadata) if sheet.typ == _WORKSHEET]
        if not sheets:
            raise NoWorksheet(file=name)
        if len(sheets) > _MOST_SHEETS:
            raise TooLarge(file=name, what=_SHEETS.format(count=len(sheets)))
        return tuple(_sheet(name, content, book, number, look(number)) for number, _ in sheets)


_WORKSHEET = calamine.SheetTypeEnum.WorkSheet


@contextmanager
def _opened(name: str, content: bytes) -> Iterator[calamine.CalamineWorkbook]:
    """The open workbook; every kind of damage has its own error in the readers, to the user they are one."""
    try:
        with calamine.load_workbook(io.BytesIO(content)) as book:
            yield book
    except UnreadableInput:
        raise
    except calamine.PasswordError:
        raise PasswordProtected(file=name) from None
    except MemoryError:
        raise TooLarge(file=name, what=f"{len(content) // 1_000_000} MB") from None
    except Exception as fault:  # noqa: BLE001
        if str(fault) == "Cannot detect file format":
            raise TruncatedFile(file=name) from None
        raise BrokenWorkbook(file=name, why=_reason(fault)) from None
    except BaseException as fault:
        # A reader written in Rust that gives up does not raise an ordinary exception.
        if type(fault).__name__ != "PanicException":
            raise
        raise BrokenWorkbook(file=name, why=_reason(fault)) from None


def _reason(fault: BaseException) -> str:
    return (str(fault).splitlines() or [type(fault).__name__])[0][:120]


def _sheet(name: str, content: bytes, book: calamine.CalamineWorkbook, number: int, about: About) -> Sheet:
    known = book.sheets_metadata[number]
    if about.area is None or about.area > max(_SMALL, about.filled * _SHARE):
        rows, merged = far_rows(name, content, known.name), about.merged
    else:
        rows, merged = _near_rows(name, book, number)
    return Sheet(
        known.name,
        rows,
        known.visible != calamine.SheetVisibleEnum.Visible,
        about.hidden_rows,
        about.hidden_columns,
        about.merged if about.merged is not None else merged or (),
        about.uncached,
    )


def _near_rows(name: str, book: calamine.CalamineWorkbook, number: int) -> tuple[Sequence[list[Any]], tuple[Area, ...]]:
    sheet = book.get_sheet_by_index(number)
    merged = tuple((top, left, bottom, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ())
    if sheet.start is None:
        return [], merged
    above, before = sheet.start
    refuse_beyond(name, above + sheet.height, (before + sheet.width) * sheet.height)
    # Row by row: all cells at once as Python objects would take more than the file's own cells do.
    rows: Iterable[list[Any]] = itertools.islice(sheet.iter_rows(), above, None)
    if before:
        rows = ([""] * before + row for row in rows)
    return trimmed(itertools.chain(([] for _ in range(above)), rows)), merged
