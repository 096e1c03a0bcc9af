"""The option --annotated: where the files with their problems in them are written to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from ea_cockpit.cli.context import _, note
from ea_cockpit.errors import WrongUsage
from ea_cockpit.i18n import Lang, Text
from ea_cockpit.ingest.annotated import annotated
from ea_cockpit.ingest.report import Report
from ea_cockpit.tabular.annotate import TITLE, suffix_of
from ea_cockpit.tabular.reader import Table
from ea_cockpit.tabular.writing import make_folder, writable

Annotate = Annotated[
    Path | None,
    typer.Option(
        "--annotated",
        help=_(
            "Write the workbook with its problems in it: coloured cells with notes, and a list. With --accept-valid it"
            " holds only the rows that were kept out. For several files name a folder."
        ),
    ),
]
_BOOKS = (".xlsx", ".xlsm")


def refuse_own(out: Path | None, files: Sequence[Path]) -> None:
    """Stop before anything is done where the annotated workbook would replace one of the files."""
    if out is not None and out.resolve() in {path.resolve() for path in files}:
        raise WrongUsage(
            fault=Text(
                f"--annotated {out} würde die Datei selbst ersetzen.", f"--annotated {out} would replace the file."
            ),
            hint=Text("Wählen Sie einen anderen Namen.", "Choose another name."),
        )


def write_annotated(out: Path | None, tables: Sequence[Table], report: Report, lang: Lang, *, only_rest: bool) -> None:
    """Write one workbook a file, for a rest only of files with rows kept out; tell on standard error where they are."""
    if out is None:
        return
    rest = report.rest if only_rest and report.written else None
    wanted = [table for table in tables if rest is None or any(file == table.file for file, _sheet in rest)]
    if not wanted:
        note(_("Nothing was kept out; there is no annotated workbook."))
    for table in wanted:
        content = annotated(table, report.problems, lang, rest)
        path = _place(out, table, lang, several=len(tables) > 1).with_suffix(suffix_of(content))
        make_folder(path.parent)
        with writable(path) as target:
            target.write(content)
        note(_("Written: {file}").format(file=path))


def _place(out: Path, table: Table, lang: Lang, *, several: bool) -> Path:
    """FILE itself for one file; else, or where FILE is a folder, a name made of the file's own."""
    is_book = out.suffix.lower() in _BOOKS and not out.is_dir()
    if is_book and not several:
        return out
    stem = table.file.replace("/", "-").replace("\\", "-").rpartition(".")[0] or table.file
    if is_book:
        return out.with_name(f"{out.stem}-{stem}{out.suffix}")
    return out / f"{stem}-{TITLE.in_(lang).lower()}.xlsx"
