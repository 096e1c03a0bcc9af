"""Files as they should not be, built from sound ones: cut off, flipped, inflated, renamed, hollow."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable, Iterator

from broken_parts import (
    CSV,
    HEAD,
    XLS,
    XML_2003,
    bomb,
    flipped,
    ods,
    ole,
    parts,
    row_xml,
    sheet_xml,
    with_sheet,
    xlsb,
    xlsx,
    zipped,
)
from broken_texts import Broken, pages, texts
from inventories import workbook

Build = Callable[[], bytes]


def broken_files() -> Iterator[Broken]:
    """All of them: a title, the file's name, and what is in it."""
    yield from _cut_and_flipped()
    yield from _renamed()
    yield from _bombs()
    yield from _hollow()
    yield from _odd_cells()
    yield from texts()
    yield from pages()


def _cut_and_flipped() -> Iterator[Broken]:
    sound: dict[str, Build] = {
        "a.xlsx": xlsx,
        "a.xls": lambda: XLS,
        "a.ods": ods,
        "a.xlsb": lambda: xlsb((0, 0), (1, 0)),
        "a.csv": lambda: CSV,
    }
    for name, build in sound.items():
        for share in (0.001, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99):
            yield f"{name} cut at {share:.1%}", name, build()[: max(1, int(len(build()) * share))]
        for seed in range(12 if name in ("a.xlsx", "a.xls") else 6):
            yield f"{name} with bits turned {seed}", name, flipped(build(), seed, 1 + seed * 3)
    for seed in range(6):
        yield (
            f"noise {seed}",
            f"a.{('xlsx', 'xls', 'ods', 'csv', 'xlsb', 'txt')[seed]}",
            random.Random(  # noqa: S311
                seed
            ).randbytes(20_000),
        )
    yield "end of the zip twice", "a.xlsx", xlsx() + xlsx()[-22:]
    yield "letters before the zip", "a.xlsx", b"PK" + b"x" * 500 + xlsx()
    yield "letters after the zip", "a.xlsx", xlsx() + b"\r\n" * 300
    yield "middle of the zip missing", "a.xlsx", xlsx()[:900] + xlsx()[1500:]


def _renamed() -> Iterator[Broken]:
    docx = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>"}
    yield "Word as xlsx", "a.xlsx", zipped(docx)
    yield "slides as xlsx", "a.xlsx", zipped({"ppt/presentation.xml": "<p/>"})
    yield "archive as xlsx", "a.xlsx", zipped({"liesmich.txt": "x"})
    yield "empty archive", "a.xlsx", zipped({})
    yield "folders only", "a.xlsx", zipped({"xl/": "", "xl/worksheets/": ""})
    yield "folder in place of the workbook", "a.xlsx", zipped({"xl/workbook.xml/": ""})
    yield "text document as ods", "a.ods", ods(mimetype="text")
    for start, name in ((b"%PDF-1.7\n%\xe2", "a.xlsx"), (b"\x89PNG\r\n\x1a\n", "a.xls"), (b"\xff\xd8\xff\xe0", "a.csv"),
                        (b"GIF89a", "a.ods"), (b"{\\rtf1 x}", "a.xls"), (b"Rar!\x1a\x07", "a.xlsx"),
                        (b"7z\xbc\xaf\x27\x1c", "a.xlsx"), (b"\x1f\x8b\x08", "a.csv"), (b"MZ\x90", "a.xlsm"),
                        (b"SQLite format 3\0", "a.csv"), (b"MIME-Version: 1.0\n", "a.xls")):  # fmt: skip
        yield f"{start[:6]!r} as {name}", name, start + b"\0\1\2" * 200
    yield "workbook as csv", "a.csv", xlsx()
    yield "workbook as xls", "a.xls", xlsx()
    yield "old workbook as xlsx", "a.xlsx", XLS
    yield "workbook as pdf", "a.pdf", xlsx()
    yield "csv as xlsx", "a.xlsx", CSV
    yield "csv as ods", "a.ods", CSV
    yield "csv as pdf", "a.pdf", CSV
    yield "json as csv", "a.csv", b'{"a": [1, 2, 3]}'
    yield "code as xlsx", "a.xlsx", b"import os\nprint(1)\n"
    yield "password", "a.xlsx", ole("EncryptionInfo", "EncryptedPackage")
    yield "Word 97 as xls", "a.xls", ole("WordDocument")
    yield "e-mail as xls", "a.xls", ole("__properties_version1.0")
    yield "old file without streams", "a.xls", ole()
    yield "old file whose workbook is empty", "a.xls", ole("Workbook")
    yield "very old file", "a.xls", ole("Book")
    yield "password in ods", "a.ods", ods(manifest="<encryption-data/>")


def _bombs() -> Iterator[Broken]:
    sheet, strings = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
    yield "sheet of 900 MB", "a.xlsx", bomb(sheet, 900)
    yield "sheet of 100 MB, strangely small", "a.xlsx", bomb(sheet, 100)
    yield "strings of 700 MB", "a.xlsx", bomb(strings, 700)
    yield "sheet of 900 MB said to be 1 KB", "a.xlsx", bomb(sheet, 900, said=1_000)
    yield "strings of 300 MB said to be 19 MB", "a.xlsx", bomb(strings, 300, said=19_000_000)
    yield "sheet of 1 MB said to be 4 GB", "a.xlsx", bomb(sheet, 1, said=4_000_000_000)
    yield "workbook part of 80 MB", "a.xlsx", bomb("xl/workbook.xml", 80)
    yield "content of an ods of 90 MB", "a.ods", bomb("content.xml", 90)
    yield "archive in an archive", "a.xlsx", zipped({"xl/workbook.xml": bomb(sheet, 200)})
    yield "many archives in one", "a.xlsx", zipped({f"{n}.zip": bomb(sheet, 50) for n in range(20)})
    yield "30,000 parts", "a.xlsx", zipped({f"xl/{n}": "" for n in range(30_000)})
    for kind, head in {
        "ten lols": '<!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
        "file outside": '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        "address outside": '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
        "parameter": '<!DOCTYPE a [<!ENTITY % a SYSTEM "file:///etc/hostname"> %a;]>',
    }.items():
        cell = '<row r="1"><c r="A1" t="str"><v>&a;</v></c></row>'
        for part in (sheet, strings, "xl/workbook.xml", "xl/styles.xml"):
            body = head + parts(sheet_xml(cell)).get(part, "<sst>&a;</sst>")
            yield (
                f"entities ({kind}) in {part}",
                "a.xlsx",
                zipped(parts(sheet_xml(HEAD), other={part: body})),
            )
        yield f"entities ({kind}) in ods", "a.ods", zipped({"content.xml": head + "<x/>"})
        yield f"entities ({kind}) in XML of 2003", "a.xml", (head + XML_2003).encode()
        yield (
            f"entities ({kind}) in a page",
            "a.xls",
            (head + "<html><table><tr><td>&a;&c;</td></tr></table></html>").encode(),
        )


def _hollow() -> Iterator[Broken]:
    for name in ("a.xlsx", "a.xls", "a.ods", "a.csv", "a.pdf"):
        yield f"empty {name}", name, b""
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        yield f"only the mark {mark!r}", "a.csv", mark
    yield "only blanks", "a.csv", b" \r\n\t\r\n" * 100
    yield "only NUL", "a.xlsx", b"\0" * 5_000
    whole = parts(sheet_xml(HEAD))
    for part in whole:
        yield f"without {part}", "a.xlsx", zipped(parts(sheet_xml(HEAD), other={part: None}))
        yield f"{part} empty", "a.xlsx", zipped(parts(sheet_xml(HEAD), other={part: ""}))
        yield (
            f"{part} half",
            "a.xlsx",
            zipped(parts(sheet_xml(HEAD), other={part: whole[part][: len(whole[part]) // 2]})),
        )
        yield f"{part} not XML", "a.xlsx", zipped(parts(sheet_xml(HEAD), other={part: "\x01\x02 nichts"}))
    yield "no sheets", "a.xlsx", zipped(parts("", ()))
    chart = parts("")["xl/_rels/workbook.xml.rels"].replace("/worksheet", "/chartsheet", 1)
    yield "charts only", "a.xlsx", zipped(parts("", other={"xl/_rels/workbook.xml.rels": chart}))
    yield (
        "10,000 sheets",
        "a.xlsx",
        zipped(parts(sheet_xml(""), tuple(f"B{n}" for n in range(10_000))), zipfile.ZIP_STORED),
    )
    yield "two sheets of one name", "a.xlsx", zipped(parts(sheet_xml(HEAD), ("Applikationen",) * 2))
    yield "sheet without a name", "a.xlsx", zipped(parts(sheet_xml(HEAD), ("",)))
    yield "very long sheet name", "a.xlsx", zipped(parts(sheet_xml(HEAD), ("x" * 40_000,)))
    yield "ods without content", "a.ods", zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"})
    yield "ods with half the content", "a.ods", zipped({"content.xml": "<office:document-content"})


def _odd_cells() -> Iterator[Broken]:
    def cell(ref: str, rest: str = "", inner: str = "<v>1</v>") -> str:
        return f'<c r="{ref}"{rest}>{inner}</c>'

    for title, data in {
        "cell at the far end": cell("XFD50000"),
        "cells at both ends": cell("A1") + cell("XFD1048576"),
        "row 0": cell("A0"),
        "row beyond the last": cell("A4294967296"),
        "row of thirty digits": cell("A" + "9" * 30),
        "column beyond the last": cell("XFE1"),
        "column of eight letters": cell("ZZZZZZZZ1"),
        "small letters": cell("a1") + cell("xfd1048576"),
        "no column": cell("1"),
        "no row": cell("A"),
        "no reference": "<c><v>1</v></c>" * 3,
        "negative row": cell("A-1"),
        "string that is not there": cell("A1", ' t="s"', "<v>99</v>"),
        "string of no number": cell("A1", ' t="s"', "<v>x</v>"),
        "style that is not there": cell("A1", ' s="9999"'),
        "kind that is not known": cell("A1", ' t="zz"'),
        "number of no number": cell("A1", "", "<v>1e9999</v>"),
        "letters for a number": cell("A1", "", "<v>abc</v>"),
        "date of no day": cell("A1", ' t="d"', "<v>9999-99-99</v>"),
        "fault of no name": cell("A1", ' t="e"', "<v>#WAS!</v>"),
        "formula without value": cell("A1", "", "<f>B1</f>"),
        "formula of itself": cell("A1", "", '<f t="shared" si="0"/>'),
        "unknown entity": cell("A1", ' t="str"', "<v>&x;</v>"),
        "character 0": cell("A1", ' t="str"', "<v>&#0;</v>"),
        "cell in a cell": cell("A1", "", cell("B1")),
        "huge cell": cell("A1", ' t="str"', f"<v>{'x' * 300_000}</v>"),
    }.items():
        yield title, "a.xlsx", with_sheet(f'<row r="1">{data}</row>')
    yield "absurd size", "a.xlsx", with_sheet(HEAD, '<dimension ref="A1:XFD1048576"/>')
    yield "size of nothing", "a.xlsx", with_sheet(HEAD, '<dimension ref="QQQQ"/>')
    yield "merge of nothing", "a.xlsx", with_sheet(HEAD, "", '<mergeCells><mergeCell ref="x"/></mergeCells>')
    yield (
        "merge of all",
        "a.xlsx",
        with_sheet(HEAD, "", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    )
    yield (
        "hidden columns without end",
        "a.xlsx",
        with_sheet(HEAD, '<cols><col min="1" max="9999999" hidden="1"/></cols>'),
    )
    yield "deep nesting", "a.xlsx", with_sheet("<row>" * 50_000)
    yield "rows in the wrong order", "a.xlsx", with_sheet(row_xml(9, "A") + row_xml(2, "A"))
    yield "row given twice", "a.xlsx", with_sheet(row_xml(2, "A") + row_xml(2, "B"))
    yield (
        "cells far apart, 100 rows",
        "a.xlsx",
        with_sheet("".join(row_xml(n * 1_000, "A", "XFD") for n in range(1, 101))),
    )
    yield (
        "a million empty rows",
        "a.xlsx",
        with_sheet(HEAD + "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(2, 1_000_000))),
    )
    yield (
        "16,384 columns",
        "a.xlsx",
        with_sheet('<row r="1">' + "<c><v>1</v></c>" * 16_384 + "</row>" + row_xml(20_000, "A")),
    )
    yield "16,384 columns of headings", "a.xlsx", workbook({"Applikationen": [["ID"] * 16_384, ["x"] * 16_384]})
    yield "cells far apart in xlsb", "a.xlsb", xlsb((0, 0), (1_048_575, 16_383))
    yield "absurd cell in xlsb", "a.xlsb", xlsb((0xFFFFFFFF, 0xFFFFFFFF))
    repeated = 'table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell>'
    yield (
        "ods repeating a full row a million times",
        "a.ods",
        ods(f'<table:table-row table:number-rows-repeated="1048000"><table:table-cell {repeated}</table:table-row>'),
    )
    yield (
        "ods repeating an empty row a million times",
        "a.ods",
        ods(
            '<table:table-row table:number-rows-repeated="1048000">'
            '<table:table-cell table:number-columns-repeated="16384"/>'
            "</table:table-row>"
        ),
    )
    yield (
        "ods repeating without end",
        "a.ods",
        ods(f'<table:table-row table:number-rows-repeated="{"9" * 18}"><table:table-cell {repeated}</table:table-row>'),
    )
    yield (
        "ods far row",
        "a.ods",
        ods(
            '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>'
            f"<table:table-row><table:table-cell {repeated}</table:table-row>"
        ),
    )
