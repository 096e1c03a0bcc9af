"""Writes a plain OpenDocument spreadsheet: values only, as office programs other than Excel save it."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style")
)
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def write_ods(sheets: Sequence[tuple[str, bool, Sequence[Sequence[Any]]]]) -> bytes:
    """The file with these sheets: name, whether it is hidden, rows of values."""
    tables = "".join(_table(*sheet) for sheet in sheets)
    hidden = (
        '<style:style style:name="hid" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES} office:version="1.2">'
        f"<office:automatic-styles>{hidden}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    parts = {"mimetype": _TYPE, "META-INF/manifest.xml": _MANIFEST, "content.xml": content}
    with zipfile.ZipFile(out, "w") as book:
        # The type comes first and uncompressed, so that programs can tell what it is.
        for name, text in parts.items():
            book.writestr(
                zipfile.ZipInfo(name), text, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            )
    return out.getvalue()


def _table(name: str, hidden: bool, rows: Sequence[Sequence[Any]]) -> str:
    style = ' table:style-name="hid"' if hidden else ""
    body = "".join(f"<table:table-row>{''.join(map(_cell, row)) or _cell(None)}</table:table-row>" for row in rows)
    return f"<table:table table:name={quoteattr(name)}{style}>{body}</table:table>"


def _cell(value: Any) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, dt.date):
        return _typed("date", "date-value", value.isoformat())
    if isinstance(value, int | float):
        return _typed("float", "value", str(value))
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'


def _typed(kind: str, attribute: str, text: str) -> str:
    cell = f'<table:table-cell office:value-type="{kind}" office:{attribute}="{text}">'
    return f"{cell}<text:p>{text}</text:p></table:table-cell>"
