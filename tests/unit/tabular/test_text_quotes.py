"""Quotes in text files, where other programs put a blank before them."""

from __future__ import annotations

from ea_cockpit.tabular.reader import read_bytes


def test_a_quote_behind_a_blank_opens_a_cell_all_the_same() -> None:
    content = b'ID, Name, Text\nA-1, "Eins, zwei", "sagt ""ja"""\nA-2, Drei, vier\n'
    rows = [list(row) for row in read_bytes("liste.csv", content).sheets[0].rows]
    assert rows == [["ID", "Name", "Text"], ["A-1", "Eins, zwei", 'sagt "ja"'], ["A-2", "Drei", "vier"]]
