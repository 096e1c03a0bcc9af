"""`ea-cockpit run`: an analysis as table, JSON, CSV or workbook."""

from __future__ import annotations

import json
import sys
from contextlib import AbstractContextManager
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text as Plain

from ea_cockpit.analyses import named, registry
from ea_cockpit.analyses.analysis import Analysis, Result, table_of
from ea_cockpit.analyses.policy import Policy
from ea_cockpit.cli.context import _, metamodel_of, note, open_graph, print_json, say
from ea_cockpit.errors import WrongUsage
from ea_cockpit.graph.history import State, When, moment, state_of
from ea_cockpit.graph.history import as_of as as_of_state
from ea_cockpit.graph.store import GraphStore, Transaction
from ea_cockpit.i18n import Lang, Text
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.settings import load_settings
from ea_cockpit.tabular.rows import rows_as_csv, write_rows
from ea_cockpit.tabular.writing import writable

_SHORT, _WIDE = 24, 200


class Kind(str, Enum):  # noqa: UP042  typer shows its values
    """Forms a result is printed in."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


ORDER = 30


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("run", help=_("Run an analysis; without a name, list them all."))(run)


def run(
    analysis: Annotated[str | None, typer.Argument(help=_("Name of the analysis."))] = None,
    param: Annotated[
        list[str] | None, typer.Option("--param", help=_("A parameter as name=value; may be repeated."))
    ] = None,
    shown: Annotated[Kind, typer.Option("--format", help=_("Form of the result."))] = Kind.TEXT,
    out: Annotated[Path | None, typer.Option("--out", help=_("File to write; needed for xlsx."))] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", help=_("The state after this import or at the end of this day (2026-03-31).")),
    ] = None,
) -> None:
    """Run one analysis and print its rows."""
    settings = load_settings()
    if analysis is None:
        _list(registry(), settings.lang)
        return
    chosen = named(analysis)
    params = _params(chosen, param or [])
    if shown is Kind.XLSX and out is None:
        raise WrongUsage(
            fault=Text("--format xlsx braucht eine Datei.", "--format xlsx needs a file."),
            hint=Text("Geben Sie sie mit --out an.", "Name it with --out."),
        )
    metamodel = metamodel_of(settings)
    when = None if as_of is None else moment(as_of)
    with open_graph(settings, metamodel) as store, _view(store, when, metamodel) as tx:
        state = None if when is None else state_of(tx, when)
        result = chosen.run(tx, metamodel, Policy(settings.own_policy), **params)
    _print(chosen, result, metamodel, shown, out, settings.lang, state)


def _view(store: GraphStore, when: When | None, metamodel: Metamodel) -> AbstractContextManager[Transaction]:
    return store.reading() if when is None else as_of_state(store, when, metamodel)


def _stand(state: State | None) -> str:
    """As of which import a result is; empty where it is as of now."""
    if state is None:
        return ""
    if state.at is None:
        return _("As of the beginning")
    return _("As of import {run} ({day})").format(run=state.run, day=f"{state.at.astimezone():%d.%m.%Y}")


def _list(known: dict[str, Analysis], lang: Lang) -> None:
    for name, analysis in known.items():
        say(f"{name:28}{analysis.title.in_(lang)}")
        say(f"{'':28}{analysis.question.in_(lang)}")
        for parameter in analysis.parameters:
            mark = "" if parameter.default is None else f" [{parameter.default}]"
            say(f"{'':28}--param {parameter.name}=…  {parameter.help.in_(lang)}{mark}")


def _params(analysis: Analysis, given: list[str]) -> dict[str, Any]:
    known = {parameter.name for parameter in analysis.parameters}
    values = {}
    for item in given:
        name, equals, value = item.partition("=")
        if not equals or name not in known:
            names = ", ".join(sorted(known))
            raise WrongUsage(
                fault=Text(f"--param {item}: so nicht.", f"--param {item} does not fit."),
                hint=Text(f"Schreiben Sie name=wert; Namen: {names}.", f"Write name=value; names: {names}."),
            )
        values[name] = value
    return values


def _print(
    analysis: Analysis,
    result: Result,
    metamodel: Metamodel,
    shown: Kind,
    out: Path | None,
    lang: Lang,
    state: State | None,
) -> None:
    titles, rows = table_of(result, metamodel, lang)
    if shown is Kind.JSON:
        _text_out(out, None, result.as_json(lang) | ({"as_of": state.as_json()} if state else {}))
        return
    if state:
        (say if shown is Kind.TEXT else note)(_stand(state))
    if shown is Kind.CSV:
        _text_out(out, rows_as_csv(titles, rows), None)
    elif shown is Kind.XLSX and out is not None:
        with writable(out) as target:
            # The sheet's name is short: the state comes first.
            state_mark = f"Import {state.run} – " if state else ""
            write_rows(target, state_mark + analysis.title.in_(lang), titles, rows)
        say(_("Written: {file}").format(file=out))
    else:
        _table(analysis, result, titles, rows, metamodel, lang)


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


def _table(
    analysis: Analysis, result: Result, titles: list[str], rows: list[list[Any]], metamodel: Metamodel, lang: Lang
) -> None:
    grid = Grid(title=analysis.title.in_(lang), title_justify="left", header_style="bold", box=SIMPLE_HEAD)
    cells = [["" if cell is None else str(cell) for cell in row] for row in rows]
    for place, title in enumerate(titles):
        short = max((len(row[place]) for row in cells), default=0) <= _SHORT
        grid.add_column(title, overflow="fold", no_wrap=short)
    for row in cells:
        # Cell text is hostile: as `Plain` nothing in it is markup.
        grid.add_row(*map(Plain, row))
    # Into a file or a pipe a line may be as long as it needs.
    Console(width=None if sys.stdout.isatty() else _WIDE).print(grid)
    for name, value in result.summary.items():
        title = analysis.figures[name].in_(lang) if name in analysis.figures else name
        say(f"{title}: {_figure(value, metamodel, lang)}")


def _figure(value: Any, metamodel: Metamodel, lang: Lang) -> str:
    if not isinstance(value, dict):
        return str(value)
    words = {key: metamodel[key].plural.in_(lang) if key in metamodel else str(key) for key in value}
    return ", ".join(f"{words[key]} {count}" for key, count in value.items())
