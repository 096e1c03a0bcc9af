"""Text files as they should not be: CSV, web pages named .xls, XML."""

from __future__ import annotations

from collections.abc import Iterator

from broken_parts import CSV, XML_2003

Broken = tuple[str, str, bytes]


def texts() -> Iterator[Broken]:
    """CSV files."""
    for title, content in {
        "NUL between letters": CSV.replace(b"A", b"A\0"),
        "NUL after the text": CSV + b"\0" * 9_000,
        "invalid UTF-8": b"\xef\xbb\xbf" + CSV + b"\xff\xfe\x80;x\r\n",
        "half a UTF-16 letter": b"\xff\xfe" + CSV.decode().encode("utf-16-le") + b"\0",
        "UTF-16 without mark": CSV.decode().encode("utf-16-le"),
        "lonely surrogate": b"\xff\xfe\x3d\xd8" + CSV.decode().encode("utf-16-le"),
        "quote never closed": CSV.replace(b"APP-3;", b'"APP-3;'),
        "quotes only": b'"' * 9_999,
        "delimiters only": b";" * 100_000,
        "huge cell": b"ID;Name\r\nA;" + b"x" * 300_000,
        "huge quoted cell": b'ID;Name\r\nA;"' + b"x\n" * 100_000,
        "16,384 columns": b";".join([b"ID"] * 16_384) + b"\r\n" + b";".join([b"x"] * 16_384),
        "a million empty rows": CSV + b"\r\n" * 1_000_000,
        "empty rows, then one": CSV + b"\r\n" * 200_000 + b"A;B",
        "five million rows": b"\n" * 5_000_000 + b"x",
        "a million rows of delimiters": b"ID;Name\n" + b";;;;;;;;\n" * 300_000,
        "one line": b"ID",
        "headings only": b"ID;Name\r\n",
        "sep without rows": b"sep=;\r\n",
        "every byte": b"ID;Name\r\n" + bytes(range(256)) * 20,
        "carriage returns": CSV.replace(b"\r\n", b"\r"),
        "escape characters": b"ID;Name\r\n\x1b[31m;\x07\r\n" * 3,
    }.items():
        yield f"csv: {title}", "Applikationen.csv", content


def pages() -> Iterator[Broken]:
    """Web pages and the XML of 2003."""
    for title, page in {
        "no table": "<html><body><p>Anmeldung nötig</p></body></html>",
        "empty table": "<html><table></table></html>",
        "never closed": "<table><tr><td>ID<td>Name<tr><td>A<td>B" * 50,
        "tables in tables": "<table><tr><td>" * 3_000 + "x",
        "tags in tags": "<table><tr><td>" + "<div>" * 100_000 + "x",
        "span without end": "<table><tr><td colspan=999999999 rowspan=999999999>x</td></tr><tr><td>y</td></tr></table>",
        "span of rows": "<table>" + "<tr><td colspan=1000 rowspan=65534>x</td></tr>" * 60 + "</table>",
        "span below 0": '<table><tr><td colspan="-3" rowspan="0">x</td></tr></table>',
        "script": "<html><script>alert(1)</script><table><tr><td>ID</td></tr></table></html>",
        "cut in a tag": "<html><table><tr><td>ID</td><td",
    }.items():
        yield f"page: {title}", "a.xls", page.encode()
    for title, text in {
        "cut": XML_2003[:300],
        "far row": XML_2003.replace("<Row>", '<Row ss:Index="50000">', 1),
        "absurd row": XML_2003.replace("<Row>", '<Row ss:Index="999999999">', 1),
        "absurd column": XML_2003.replace("<Cell>", '<Cell ss:Index="999999999">', 1),
        "absurd merge": XML_2003.replace("<Cell>", '<Cell ss:MergeAcross="99999999">', 1),
        "no number": XML_2003.replace('"String">ID', '"Number">ID', 1),
        "no sheets": '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "deep": XML_2003.replace("<Row>", "<Row>" + "<x>" * 100_000, 1),
    }.items():
        yield f"XML of 2003: {title}", "a.xml", text.encode()
