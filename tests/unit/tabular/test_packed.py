"""Packed sequences answer like the lists they stand for; very many rows of a file are read as they are."""

from __future__ import annotations

import datetime as dt
import io
import pickle
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from ea_cockpit.tabular.limits import trimmed
from ea_cockpit.tabular.packed import MANY, Packed, kept_small, replaced
from ea_cockpit.tabular.reader import read_bytes

CELLS = st.one_of(st.text(max_size=5), st.integers(), st.floats(allow_nan=False), st.none(), st.booleans(), st.dates())
ROWS = st.lists(st.lists(CELLS, max_size=4), max_size=30)


@given(ROWS, st.integers(1, 7), st.data())
def test_a_packed_sequence_answers_like_a_list(rows: list[list[Any]], portion: int, data: st.DataObject) -> None:
    packed = Packed(rows, portion)
    assert (list(packed), len(packed), bool(packed)) == (rows, len(rows), bool(rows))
    assert list(packed) == [packed[number] for number in range(len(rows))]
    part = data.draw(st.slices(len(rows)))
    assert list(packed[part]) == rows[part]
    again = data.draw(st.slices(len(rows[part])))
    assert list(packed[part][again]) == rows[part][again]
    for number in data.draw(st.lists(st.integers(-40, 40), max_size=12)):
        if -len(rows) <= number < len(rows):
            assert packed[number] == rows[number]
        else:
            with pytest.raises(IndexError):
                packed[number]


@given(ROWS, st.integers(1, 7), st.dictionaries(st.integers(0, 29), st.lists(CELLS, max_size=3)), st.data())
def test_rows_replaced_and_cut(
    rows: list[list[Any]], portion: int, instead: dict[int, list[Any]], data: st.DataObject
) -> None:
    packed = Packed(rows, portion)
    expected = [instead.get(number, row) for number, row in enumerate(rows)]
    patched = replaced(packed, instead)
    assert list(patched) == list(replaced(rows, instead)) == expected
    assert [patched[number] for number in range(len(rows))] == list(patched[:]) == expected
    length = data.draw(st.integers(0, len(rows)))
    packed.cut(length)
    packed.append(["am Ende"])
    assert list(packed) == [*rows[:length], ["am Ende"]]


def test_a_sequence_is_packed_only_from_many_items_on() -> None:
    assert kept_small(range(10), 10) == list(range(10))
    assert isinstance(kept_small(range(11), 10), Packed)
    assert list(kept_small(range(11), 10)) == list(range(11))


def test_rows_of_every_type_of_cell_take_little_room() -> None:
    row = ["APP-1", "Fachanwendung", 12.5, dt.date(2026, 1, 2), dt.datetime(2026, 1, 2, 3, 4), True, None, ""]
    packed = Packed([*row, number] for number in range(20_000))
    assert packed[12_345] == [*row, 12_345]
    assert len(pickle.dumps(packed)) < 20 * len(packed)


def test_empty_rows_and_columns_at_the_end_of_very_many_rows_are_cut() -> None:
    rows = [["", "a", "", ""], *([f"{number}", "b", "", ""] for number in range(MANY)), [], ["", "", "", ""]]
    kept = trimmed(iter(rows))
    assert isinstance(kept, Packed)
    assert list(kept) == [row[:2] for row in rows[:-2]]


def test_a_workbook_and_a_text_file_of_very_many_rows_are_read_as_they_are() -> None:
    out = io.BytesIO()
    rows = [["ID", "Name"], *([f"APP-{number}", f"Anwendung {number}"] for number in range(MANY))]
    with xlsxwriter.Workbook(out, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Applikationen")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    text = "sep=;\n" + "\n".join(";".join(row) for row in rows)
    for name, content, expected in (("a.xlsx", out.getvalue(), rows), ("a.csv", text.encode(), [[], *rows])):
        (read,) = read_bytes(name, content).sheets
        assert not isinstance(read.rows, list)
        assert list(read.rows) == expected
