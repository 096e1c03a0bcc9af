"""CSV files as offices send them: any common encoding and delimiter."""

from __future__ import annotations

import codecs

import pytest

from ea_cockpit.tabular.reader import BrokenWorkbook, UnknownFormat, read_bytes

TEXT = (
    "ID;Name;Beschreibung\r\nAPP-1;Gewässerschutz;Prüft Anträge für Abwässer im Kanton\r\n"
    "APP-2;Zählerstände;Erfasst Stände – auch rückwirkend\r\n"
)
ROWS = [line.split(";") for line in TEXT.splitlines()]


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("utf-8"), TEXT.encode("utf-8-sig"), TEXT.encode("cp1252"), TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "cp1252", "utf-16", "utf-16 big endian"],
)  # fmt: skip
def test_every_common_encoding_is_read(content: bytes) -> None:
    (sheet,) = read_bytes("Applikationen.csv", content).sheets
    assert (sheet.name, sheet.rows) == ("Applikationen", ROWS)


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_every_common_delimiter_is_read(delimiter: str) -> None:
    content = TEXT.replace(";", delimiter).encode()
    assert read_bytes("a.csv", content).sheets[0].rows == ROWS


def test_quotes_and_line_breaks_stay_in_their_cell() -> None:
    content = b'ID,Name\n1,"zwei\nZeilen, ""und"" Komma"\n'
    assert read_bytes("a.csv", content).sheets[0].rows[1] == ["1", 'zwei\nZeilen, "und" Komma']


def test_what_is_no_table_is_refused_with_a_remedy() -> None:
    for name, content, error in (("a.pdf", b"%PDF", UnknownFormat), ("a.xlsx", b"PK\x03\x04", BrokenWorkbook)):
        with pytest.raises(error) as caught:
            read_bytes(name, content)
        assert name in caught.value.fault("de")
        assert caught.value.way_out("de")
