"""`ea-cockpit query`: questions of the library, or a query file of one's own, read-only and within limits."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ea_cockpit.analyses.analysis import Result
from ea_cockpit.analyses.library import by_group, question
from ea_cockpit.analyses.library.own import SUFFIX, ask_own, read_query, title_of
from ea_cockpit.analyses.library.question import CUT
from ea_cockpit.cli.context import _, metamodel_of, note, open_graph, say
from ea_cockpit.cli.printing import Kind, Printed, check_out, print_result
from ea_cockpit.errors import WrongUsage
from ea_cockpit.graph.user_query import Limits, UserQueries
from ea_cockpit.i18n import Lang, Text
from ea_cockpit.settings import load_settings

ORDER = 32
_WIDTH = 36


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("query", help=_("Ask a question of the library or a query file of your own; without a name, list."))(
        query
    )


def query(
    name: Annotated[str | None, typer.Argument(help=_("Name of a question, or a file ending in .cypher."))] = None,
    param: Annotated[
        list[str] | None, typer.Option("--param", help=_("A parameter as name=value; may be repeated."))
    ] = None,
    shown: Annotated[Kind, typer.Option("--format", help=_("Form of the result."))] = Kind.TEXT,
    out: Annotated[Path | None, typer.Option("--out", help=_("File to write; needed for xlsx."))] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help=_("Read at most so many rows."))] = 10_000,
    timeout: Annotated[
        float, typer.Option("--timeout", min=0.1, max=86_400, help=_("End the query after so many seconds."))
    ] = 30,
) -> None:
    """Ask one query and print its rows."""
    settings = load_settings()
    if name is None:
        _list(settings.lang)
        return
    check_out(shown, out)
    given, metamodel, limits = _pairs(param or []), metamodel_of(settings), Limits(timeout, limit)
    if name.endswith(SUFFIX):
        own = read_query(Path(name))
        with open_graph(settings, metamodel) as store:
            result = ask_own(own, given, UserQueries(store, limits), metamodel)
        title = title_of(own)
    else:
        asked = question(name)
        with open_graph(settings, metamodel) as store:
            result = asked.ask(UserQueries(store, limits), metamodel, given)
        title = asked.title
    print_result(_printed(title, result, settings.lang), shown, out)
    if CUT in result.summary:
        note(_("Only the first {count} rows were read; there are more (--limit).").format(count=limit))


def _list(lang: Lang) -> None:
    for group, questions in by_group().items():
        say(group.value.in_(lang))
        for one in questions:
            say(f"  {one.name:{_WIDTH}}{one.question.in_(lang)}")
            for parameter in one.parameters:
                mark = "" if parameter.default in (None, "") else f" [{parameter.default}]"
                say(f"  {'':{_WIDTH}}--param {parameter.name}=…  {parameter.help.in_(lang)}{mark}")
        say()


def _pairs(given: list[str]) -> dict[str, str]:
    values = {}
    for item in given:
        name, equals, value = item.partition("=")
        if not equals or not name:
            raise WrongUsage(
                fault=Text(f"--param {item}: so nicht.", f"--param {item} does not fit."),
                hint=Text("Schreiben Sie --param name=wert.", "Write --param name=value."),
            )
        values[name] = value
    return values


def _printed(title: Text, result: Result, lang: Lang) -> Printed:
    headings = [column.title.in_(lang) for column in result.columns]
    rows = [list(row.cells(lang).values()) for row in result.rows]
    below = [_("{count} rows").format(count=len(rows))]
    return Printed(title.in_(lang), headings, rows, result.as_json(lang), below=below)
