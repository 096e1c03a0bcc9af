"""CSV and its relatives as rows: any common encoding and delimiter, preambles, quotes gone astray."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import charset_normalizer
import clevercsv
from clevercsv.exceptions import NoDetectionResult

from ea_cockpit.tabular.limits import bounded, trimmed
from ea_cockpit.tabular.packed import replaced
from ea_cockpit.tabular.sheet import Sheet

DELIMITERS = (";", ",", "\t", "|")
# A single column needs none; this one stands in no text.
NO_DELIMITER = "\x1f"
# A comma in a sentence now and then parts nothing.
_LEAST = 1 / 3
_ENCODINGS = ["cp1252", "latin_1", "utf_16_le", "utf_16_be", "mac_roman", "cp850"]
_WINDOWS_LETTERS = "äöüÄÖÜéèàâêîôûçëïùÉÈÀÇß".encode("cp1252")
# The detector tries every delimiter on every cell: a bounded sample keeps it quick on any file.
_SAMPLE_LINES, _SAMPLE_LETTERS = 60, 4_000
_LONGEST_RECORD = 100
_SEP = re.compile(r"sep=(.)\s*(?:\n|$)", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')


def read_text(name: str, content: bytes) -> tuple[Sheet, ...]:
    """The one sheet of a text file; it is called as the file."""
    text = text_of(content)
    told = _SEP.match(text)
    delimiter = told.group(1) if told else delimiter_of(text)
    rows = trimmed(bounded(name, _records(text, delimiter)))
    # Excel's own hint about the delimiter is no row; an empty one in its place keeps the numbers of the file.
    return (Sheet(Path(name).stem, replaced(rows, {0: []}) if told else rows),)


def text_of(content: bytes) -> str:
    """The file's text: by its mark, as UTF-8 where that fits, else by what the letters make likely."""
    return _decoded(content).replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")


def _decoded(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    if wide := _wide_without_mark(content[:2_000]):
        return content.decode(wide, errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        if _reads_well_as_windows(content):
            return content.decode("cp1252", errors="replace")
        found = charset_normalizer.from_bytes(content, cp_isolation=_ENCODINGS).best()
        return str(found) if found else content.decode("cp1252", errors="replace")


def _reads_well_as_windows(content: bytes) -> bool:
    """Whether most letters beyond ASCII are those of German and French; in other encodings they would be oddities."""
    beyond = content.translate(None, bytes(range(128)))
    return len(beyond.translate(None, _WINDOWS_LETTERS)) * 3 < len(beyond)


def _wide_without_mark(start: bytes) -> str | None:
    """UTF-16 shows even without its mark: every second byte is zero."""
    even, odd = start[::2].count(0), start[1::2].count(0)
    if odd > len(start) * 0.4 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > len(start) * 0.4 and not odd else None


def delimiter_of(text: str) -> str:
    """The character that parts the cells, by how evenly it falls and by what the cells hold."""
    start = text[: 4 * _SAMPLE_LETTERS]
    plain = _QUOTED.sub("", start).split("\n")[:_SAMPLE_LINES]
    lines = [line for line in plain if line.strip()]
    shares = {mark: _share(lines, mark) for mark in DELIMITERS}
    best = max(DELIMITERS, key=lambda mark: shares[mark])
    if sum(best in line for line in lines) < len(lines) * _LEAST:
        return NO_DELIMITER
    # A title or a note above the headings holds no delimiter, and would fool the detector.
    told = (line for line in start.split("\n")[:_SAMPLE_LINES] if any(mark in line for mark in DELIMITERS))
    found = _detected("\n".join(told)[:_SAMPLE_LETTERS])
    return found if found in shares and shares[found] >= shares[best] * 0.7 else best


def _detected(sample: str) -> str:
    try:
        dialect = clevercsv.Detector().detect(sample, delimiters=list(DELIMITERS))
    # The detector has its own errors, and others where a sample is no table at all.
    except (NoDetectionResult, clevercsv.Error, ValueError, IndexError, RecursionError):
        return ""
    return str(dialect.delimiter or "") if dialect else ""


def _share(lines: list[str], mark: str) -> float:
    """The part of the lines that have the most common number of this delimiter, at least one."""
    counts = Counter(count for line in lines if (count := line.count(mark)))
    return counts.most_common(1)[0][1] / len(lines) if counts else 0.0


def _records(text: str, delimiter: str) -> Iterator[list[Any]]:
    csv.field_size_limit(max(len(text), 131_072))
    # An odd number of quotes: one was never closed, and would swallow all that follows.
    source = _closed(text, delimiter) if text.count('"') % 2 else io.StringIO(text, newline="")
    return csv.reader(source, delimiter=delimiter, doublequote=True, skipinitialspace=True)


def _closed(text: str, delimiter: str) -> Iterator[str]:
    """The lines of each record; a quote that is not closed soon is taken as a letter."""
    lines, place = text.split("\n"), 0
    while place < len(lines):
        end = next((e for e in _ends(lines, place) if _whole("\n".join(lines[place:e]), delimiter)), place)
        yield "\n".join(lines[place:end]) + "\n" if end > place else _literal(lines[place], delimiter) + "\n"
        place = max(end, place + 1)


def _literal(line: str, delimiter: str) -> str:
    """The line with every quote in it written as a letter."""
    return delimiter.join('"' + cell.replace('"', '""') + '"' for cell in line.split(delimiter))


def _ends(lines: list[str], place: int) -> range:
    if '"' not in lines[place]:
        return range(place + 1, place + 2)
    return range(place + 1, min(place + _LONGEST_RECORD, len(lines)) + 1)


def _whole(record: str, delimiter: str) -> bool:
    try:
        next(csv.reader([record], delimiter=delimiter, doublequote=True, skipinitialspace=True, strict=True), None)
    except csv.Error as fault:
        return "unexpected end" not in str(fault)
    return True
