"""Sound files of every kind in pieces, and ways to spoil them."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from pathlib import Path

from inventories import workbook

_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROWS = [["ID", "Name", "Kritikalität"], *([f"APP-{n}", f"Anwendung {n}", "hoch"] for n in range(40))]
CSV = "\r\n".join(";".join(row) for row in ROWS).encode()
XLS = (Path(__file__).parent / "unit" / "tabular" / "files" / "inventar.xls").read_bytes()


def xlsx() -> bytes:
    """A sound workbook in the template's layout."""
    return workbook({"Applikationen": ROWS, "Lieferanten": [["ID", "Name"], ["LIE-1", "Muster AG"]]})


def sheet_xml(data: str, before: str = "", after: str = "") -> str:
    """A sheet's XML around these rows."""
    return f'<worksheet xmlns="{_SPREADSHEET}">{before}<sheetData>{data}</sheetData>{after}</worksheet>'


def row_xml(number: int, *cells: str) -> str:
    """A row with cells such as `A` (a text in it)."""
    inner = "".join(f'<c r="{c}{number}" t="inlineStr"><is><t>{c}</t></is></c>' for c in cells)
    return f'<row r="{number}">{inner}</row>'


HEAD = '<row r="1"><c r="A1" t="inlineStr"><is><t>ID</t></is></c><c r="B1" t="inlineStr"><is><t>Name</t></is></c></row>'


def parts(
    sheet: str, names: tuple[str, ...] = ("Applikationen",), other: dict[str, str | None] | None = None
) -> dict[str, str]:
    """The parts of a small workbook by name; `other` replaces some (None leaves one out)."""
    sheets = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(names, start=1))
    links = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n, _ in enumerate(names, start=1)
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    made: dict[str, str | None] = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_SPREADSHEET}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">{links}</Relationships>',
        **{f"xl/worksheets/sheet{n}.xml": sheet for n, _ in enumerate(names, start=1)},
    }
    made.update(other or {})
    return {name: text for name, text in made.items() if text is not None}


def zipped(files: dict[str, str] | dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """These parts in a zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method, compresslevel=1) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_sheet(data: str, before: str = "", after: str = "") -> bytes:
    """A small workbook whose one sheet has this data."""
    return zipped(parts(sheet_xml(data, before, after)))


def lying_zip(entries: dict[str, bytes], name: str, packed: bytes, size: int) -> bytes:
    """A zip file whose entry `name` is `packed` and said to unpack to `size` bytes."""
    out, directory = io.BytesIO(), b""
    todo = [(key, value, zlib.compress(value)[2:-4], len(value)) for key, value in entries.items() if key != name]
    for key, value, data, length in [*todo, (name, b"", packed, size)]:
        begin, checksum = out.tell(), zlib.crc32(value)
        fields = struct.pack("<HHHHHLLLHH", 20, 0, 8, 0, 33, checksum, len(data), length, len(key.encode()), 0)
        out.write(b"PK\x03\x04" + fields + key.encode() + data)
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + fields + struct.pack("<HHHLL", 0, 0, 0, 0, begin)
        directory += key.encode()
    begin = out.tell()
    count = len(todo) + 1
    out.write(directory + b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, count, count, len(directory), begin, 0))
    return out.getvalue()


def bomb(part: str, megabytes: int, said: int | None = None) -> bytes:
    """A workbook of a few kilobytes of which one part unpacks to so many megabytes."""
    engine = zlib.compressobj(9, zlib.DEFLATED, -15)
    million = engine.compress(b" " * 1_000_000) + engine.flush(zlib.Z_FULL_FLUSH)
    start = zlib.compressobj(9, zlib.DEFLATED, -15)
    head = start.compress(parts(sheet_xml(HEAD)).get(part, "<x/>")[:60].encode()) + start.flush(zlib.Z_FULL_FLUSH)
    packed = head + million * megabytes + zlib.compressobj(9, zlib.DEFLATED, -15).flush()
    files = {name: text.encode() for name, text in parts(sheet_xml(HEAD)).items()}
    return lying_zip(files, part, packed, megabytes * 1_000_000 + 60 if said is None else said)


def ods(rows: str = "", *, mimetype: str = "spreadsheet", manifest: str = "") -> bytes:
    """An OpenDocument workbook with these rows."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    filled = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in ROWS
    )
    content = (
        f'<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name="Applikationen">'
        f"{filled}{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    files = {"mimetype": f"application/vnd.oasis.opendocument.{mimetype}", "content.xml": content}
    return zipped({**files, "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>"})


def xlsb(*cells: tuple[int, int]) -> bytes:
    """A binary workbook with a word in each of these cells (row, column)."""

    def record(kind: int, data: bytes = b"") -> bytes:
        number = bytes([kind]) if kind < 128 else bytes([kind & 127 | 128, kind >> 7])
        return number + bytes([len(data)]) + data

    def word(text: str) -> bytes:
        return struct.pack("<L", len(text)) + text.encode("utf-16-le")

    sheet = record(129) + record(148, struct.pack("<LLLL", 0, 0, 0, 0)) + record(145)
    for row, column in cells:
        sheet += record(0, struct.pack("<LLHBBBL", row, 0, 300, 0, 0, 0, 0))
        sheet += record(6, struct.pack("<LL", column, 0) + word("ID" if row == 0 else "x"))
    sheet += record(146) + record(130)
    bundle = record(156, struct.pack("<LL", 0, 1) + word("r1") + word("Applikationen"))
    book = record(131) + record(143) + bundle + record(144) + record(132)
    files = {name: text.encode() for name, text in parts("").items()}
    del files["xl/workbook.xml"], files["xl/worksheets/sheet1.xml"]
    links = files.pop("xl/_rels/workbook.xml.rels").replace(b"sheet1.xml", b"sheet1.bin")
    named = {"xl/workbook.bin": book, "xl/worksheets/sheet1.bin": sheet, "xl/_rels/workbook.bin.rels": links}
    return zipped({**files, **named})


def ole(*streams: str) -> bytes:
    """The directory of an old Office file that names these streams, and little else."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
    header += b"\0" * 6 + struct.pack("<LLLLLLLLL", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<L", 0) + b"\xff" * (512 - len(header) - 4)
    table = struct.pack("<LL", 0xFFFFFFFD, 0xFFFFFFFE).ljust(512, b"\xff")
    entries = b""
    for name in ("Root Entry", *streams):
        text = name.encode("utf-16-le") + b"\0\0"
        entry = text.ljust(64, b"\0") + struct.pack("<HBB", len(text), 5 if name == "Root Entry" else 2, 1)
        entries += entry + b"\xff" * 12 + b"\0" * 36 + struct.pack("<LQ", 0xFFFFFFFE, 0)
    return header + table + entries.ljust(512, b"\0")


def flipped(content: bytes, seed: int, count: int = 1) -> bytes:
    """The content with a few bits turned over."""
    chance, changed = random.Random(seed), bytearray(content)  # noqa: S311
    for _ in range(count):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


XML_2003 = (
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Applikationen"><Table><Row><Cell>'
    '<Data ss:Type="String">ID</Data></Cell></Row><Row><Cell><Data ss:Type="String">A</Data></Cell></Row></Table>'
    "</Worksheet></Workbook>"
)
