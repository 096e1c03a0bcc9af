"""What a file really is, by its first bytes and its parts; its name decides only where they say nothing."""

from __future__ import annotations

import codecs
import re
from enum import Enum
from pathlib import Path

from ea_cockpit.i18n import Text
from ea_cockpit.tabular.ole import is_whole
from ea_cockpit.tabular.unreadable import (
    BrokenWorkbook,
    EmptyFile,
    OtherFormat,
    PasswordProtected,
    TruncatedFile,
    UnknownFormat,
)

WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
TEXTS = (".csv", ".tsv", ".txt")


class Format(Enum):
    """The kinds of file that can be read."""

    ZIP = "zip"
    XLS = "xls"
    HTML = "html"
    XML = "xml"
    TEXT = "text"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = Text("eine PDF-Datei", "a PDF file")
_PICTURE = Text("ein Bild", "a picture")
_OTHERS = {
    b"%PDF": _PDF,
    b"\x89PNG": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"GIF8": _PICTURE,
    b"{\\rtf": Text("ein RTF-Dokument", "an RTF document"),
    b"MIME-Version": Text("ein Webarchiv", "a web archive"),
    b"7z\xbc\xaf": Text("ein 7-Zip-Archiv", "a 7-Zip archive"),
    b"Rar!": Text("ein RAR-Archiv", "a RAR archive"),
    b"\x1f\x8b": Text("eine gzip-Datei", "a gzip file"),
    b"SQLite format 3": Text("eine Datenbank", "a database"),
    b"\0\1\0\0Standard ": Text("eine Access-Datenbank", "an Access database"),
    b"MZ": Text("ein Programm", "a program"),
}
_WORD = Text("ein Word-Dokument oder eine E-Mail", "a Word document or an e-mail")
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|table|meta|style|div|tr|td)[\s>]", re.IGNORECASE)
# Control characters that no text file of a spreadsheet has.
_BINARY = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")


def format_of(name: str, content: bytes) -> Format:
    """Which reader the file needs; raises an error that says what it is where none fits."""
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise EmptyFile(file=name)
    if content.startswith(b"PK"):
        return Format.ZIP
    if content.startswith(_OLE):
        return _in_ole(name, content)
    for start, what in _OTHERS.items():
        if content.startswith(start):
            raise OtherFormat(file=name, what=what)
    return _in_text(name, content)


def _in_ole(name: str, content: bytes) -> Format:
    """Old Office files are small file systems; the names in them tell which programme wrote them."""
    if not is_whole(content):
        raise TruncatedFile(file=name)
    if _called("EncryptedPackage", content) or _called("EncryptionInfo", content):
        raise PasswordProtected(file=name)
    if _called("Workbook", content) or _called("Book", content):
        return Format.XLS
    if _called("WordDocument", content) or _called("__properties_version1.0", content):
        raise OtherFormat(file=name, what=_WORD)
    raise TruncatedFile(file=name)


def _called(stream: str, content: bytes) -> bool:
    return stream.encode("utf-16-le") + b"\0\0" in content


def _in_text(name: str, content: bytes) -> Format:
    suffix, start = Path(name).suffix.lower(), peek(content)
    # A number sign of binary data in the first lines: no text, whatever the name says.
    if len(_BINARY.findall(start)) * 50 > len(start):
        raise (BrokenWorkbook if suffix in WORKBOOKS else UnknownFormat)(file=name, why=_NO_START)
    head = start.lstrip("\ufeff \t\r\n")
    if head.startswith("<") and "urn:schemas-microsoft-com:office:spreadsheet" in start and "<html" not in start:
        return Format.XML
    if head.startswith("<") and _HTML.search(head):
        return Format.HTML
    if suffix not in WORKBOOKS + TEXTS:
        raise UnknownFormat(file=name)
    return Format.TEXT


_NO_START = Text("sie beginnt nicht wie eine", "it does not begin like one")


def peek(content: bytes) -> str:
    """The first characters, good enough to see what it is."""
    start = content[:8_000]
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return start.decode("utf-16", errors="ignore")
    return start.replace(b"\0", b"").decode("latin-1")
