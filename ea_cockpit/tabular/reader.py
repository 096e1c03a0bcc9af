"""Reads workbooks and CSV files as sheets of cells; nothing is interpreted yet."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ea_cockpit.model.bulk import collector_paused
from ea_cockpit.tabular.binary_file import read_apart
from ea_cockpit.tabular.fault import in_words
from ea_cockpit.tabular.formats import TEXTS, WORKBOOKS, Format, format_of
from ea_cockpit.tabular.html_file import read_html
from ea_cockpit.tabular.sheet import Sheet, Table
from ea_cockpit.tabular.text_file import read_text
from ea_cockpit.tabular.unreadable import BrokenWorkbook, FileNotThere, UnknownFormat
from ea_cockpit.tabular.xml_file import read_xml
from ea_cockpit.tabular.zip_file import read_zipped

__all__ = [
    "TEXTS",
    "WORKBOOKS",
    "BrokenWorkbook",
    "FileNotThere",
    "Sheet",
    "Table",
    "UnknownFormat",
    "read_bytes",
    "read_table",
]

_READERS = {
    Format.ZIP: read_zipped,
    Format.XLS: read_apart,
    Format.HTML: read_html,
    Format.XML: read_xml,
    Format.TEXT: read_text,
}


def read_table(path: Path) -> Table:
    """Read a workbook or CSV file; raises an `UnreadableInput` that says what to do."""
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise FileNotThere(file=path.name, why=in_words(fault)) from None
    return read_bytes(path.name, content)


@collector_paused()
def read_bytes(name: str, content: bytes) -> Table:
    """Read a file that is already in memory, for example one that was uploaded; its content decides how."""
    read = _READERS[format_of(name, content)]
    return Table(name, hashlib.sha256(content).hexdigest(), read(name, content), content)
