"""Prints a result as table, JSON, CSV or workbook, to the terminal or into a file."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text as Plain

from ea_cockpit.cli.context import _, note, print_json, say
from ea_cockpit.cli.records import fits, records
from ea_cockpit.errors import WrongUsage
from ea_cockpit.i18n import Text
from ea_cockpit.tabular.rows import rows_as_csv, write_rows
from ea_cockpit.tabular.writing import writable

_SHORT, _WIDE, _READABLE = 24, 200, 120


class Kind(str, Enum):  # noqa: UP042  typer shows its values
    """Forms a result is printed in."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed: a table with its title, lines above and below it, and the whole as a document for scripts.

    `mark` goes before the title of a sheet, whose name is short. `leading` is how many cells name what a row is about:
    rows too wide for a table are printed as records under these.
    """

    title: str
    headings: list[str]
    rows: list[list[Any]]
    document: dict[str, Any]
    above: Sequence[str] = ()
    below: Sequence[str] = ()
    mark: str = ""
    leading: int = 1


def check_out(shown: Kind, out: Path | None) -> None:
    """A workbook needs a file to be written to."""
    if shown is Kind.XLSX and out is None:
        raise WrongUsage(
            fault=Text("--format xlsx braucht eine Datei.", "--format xlsx needs a file."),
            hint=Text("Geben Sie sie mit --out an.", "Name it with --out."),
        )


def print_result(printed: Printed, shown: Kind, out: Path | None) -> None:
    """Print it in the form asked for."""
    if shown is Kind.JSON:
        _text_out(out, None, printed.document)
        return
    for line in printed.above:
        (say if shown is Kind.TEXT else note)(line)
    if shown is Kind.CSV:
        _text_out(out, rows_as_csv(printed.headings, printed.rows), None)
    elif shown is Kind.XLSX and out is not None:
        with writable(out) as target:
            write_rows(target, printed.mark + printed.title, printed.headings, printed.rows)
        say(_("Written: {file}").format(file=out))
    else:
        _table(printed)


def _text_out(out: Path | None, text: str | None, document: Any) -> None:
    if out is None:
        if text is None:
            print_json(document)
        else:
            sys.stdout.write(text)
        return
    content = text if text is not None else json.dumps(document, ensure_ascii=False, indent=2, default=str)
    with writable(out) as target:
        # The mark tells Excel that a CSV is UTF-8.
        target.write(content.encode("utf-8-sig" if text is not None else "utf-8"))
    say(_("Written: {file}").format(file=out))


def _table(printed: Printed) -> None:
    # Into a file or a pipe a line may be as long as it needs.
    width = Console().width if sys.stdout.isatty() else _WIDE
    if fits(printed.headings, printed.rows, width):
        _grid(printed, width)
    else:
        say(f"{printed.title}\n")
        for line in records(printed.headings, printed.rows, printed.leading, min(width, _READABLE)):
            say(line)
    for line in printed.below:
        say(line)


def _grid(printed: Printed, width: int) -> None:
    grid = Grid(title=printed.title, title_justify="left", header_style="bold", box=SIMPLE_HEAD)
    cells = [["" if cell is None else str(cell) for cell in row] for row in printed.rows]
    for place, heading in enumerate(printed.headings):
        short = max((len(row[place]) for row in cells), default=0) <= _SHORT
        grid.add_column(heading, overflow="fold", no_wrap=short)
    for row in cells:
        # Cell text is hostile: as `Plain` nothing in it is markup.
        grid.add_row(*map(Plain, row))
    Console(width=width).print(grid)
