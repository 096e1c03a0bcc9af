"""`ea-cockpit run`: an analysis as table, JSON, CSV or workbook; also as of a day, or before and after a scenario."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Annotated, Any

import typer

from ea_cockpit.analyses import by_topic, named
from ea_cockpit.analyses.analysis import AboutFact, Analysis, Result, table_of, word_of
from ea_cockpit.analyses.interval import Interval
from ea_cockpit.analyses.policy import Policy
from ea_cockpit.analyses.scenario import Difference, Scenario, read_scenario, what_if
from ea_cockpit.cli.context import _, metamodel_of, open_graph, say
from ea_cockpit.cli.printing import Kind, Printed, check_out, print_result
from ea_cockpit.errors import WrongUsage
from ea_cockpit.graph.history import State, When, moment, state_of
from ea_cockpit.graph.history import as_of as as_of_state
from ea_cockpit.graph.store import GraphStore, Transaction
from ea_cockpit.i18n import Lang, Text
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.settings import load_settings

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
    scenario: Annotated[
        Path | None,
        typer.Option("--scenario", help=_("A file with changes to try: shows what differs; the graph stays as it is.")),
    ] = None,
) -> None:
    """Run one analysis and print its rows."""
    settings = load_settings()
    if analysis is None:
        _list(settings.lang)
        return
    chosen = named(analysis)
    params = _params(chosen, param or [])
    check_out(shown, out)
    metamodel = metamodel_of(settings)
    policy = Policy(settings.own_policy)
    tried = read_scenario(scenario, metamodel) if scenario else None
    when = None if as_of is None else moment(as_of)
    with open_graph(settings, metamodel) as store:
        state, answer = _answer(store, metamodel, chosen, policy, params, when, tried)
    if isinstance(answer, Difference):
        printed = _difference(chosen, answer, metamodel, settings.lang, state)
    else:
        printed = _result(chosen, answer, metamodel, settings.lang, state)
    print_result(printed, shown, out)


def _answer(
    store: GraphStore,
    metamodel: Metamodel,
    analysis: Analysis,
    policy: Policy,
    params: dict[str, Any],
    when: When | None,
    scenario: Scenario | None,
) -> tuple[State | None, Result | Difference]:
    """The answer now or as of a day; with a scenario, the difference it makes to that."""
    if scenario and when is None:
        return None, what_if(store, metamodel, scenario, analysis, policy, **params)
    with _view(store, when, metamodel) as tx:
        state = None if when is None else state_of(tx, when)
        if scenario:
            return state, what_if(tx, metamodel, scenario, analysis, policy, **params)
        return state, analysis.run(tx, metamodel, policy, **params)


def _view(store: GraphStore, when: When | None, metamodel: Metamodel) -> AbstractContextManager[Transaction]:
    return store.reading() if when is None else as_of_state(store, when, metamodel)


def _stand(state: State | None) -> str:
    """As of which import a result is; empty where it is as of now."""
    if state is None:
        return ""
    if state.at is None:
        return _("As of the beginning")
    return _("As of import {run} ({day})").format(run=state.run, day=f"{state.at.astimezone():%d.%m.%Y}")


def _list(lang: Lang) -> None:
    for topic, analyses in by_topic().items():
        say(f"\n{topic.value.in_(lang)}")
        for analysis in analyses:
            say(f"  {analysis.name:28}{analysis.title.in_(lang)}")
            say(f"{'':30}{analysis.question.in_(lang)}")
            for parameter in analysis.parameters:
                mark = "" if parameter.default is None else f" [{parameter.default}]"
                say(f"{'':30}--param {parameter.name}=…  {parameter.help.in_(lang)}{mark}")


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


def _result(analysis: Analysis, result: Result, metamodel: Metamodel, lang: Lang, state: State | None) -> Printed:
    headings, rows = table_of(result, metamodel, lang)
    below = [
        f"{_figure_title(analysis, name, lang)}: {_figure(analysis, value, metamodel, lang)}"
        for name, value in result.summary.items()
    ]
    document = result.as_json(lang) | ({"as_of": state.as_json()} if state else {})
    return Printed(
        analysis.title.in_(lang), headings, rows, document, _above(state), below, _mark(state), _leading(analysis)
    )


def _difference(
    analysis: Analysis, found: Difference, metamodel: Metamodel, lang: Lang, state: State | None
) -> Printed:
    """What differs: changed cells show both values, figures before and after."""
    titles = {kind.label: kind.title.in_(lang) for kind in metamodel}
    rows = [[titles.get(cell, cell) for cell in row.cells(lang)] for row in found.rows]
    headings = [_("Change"), *(column.title.in_(lang) for column in found.after.columns)]
    counts = _("{gone} gone, {new} new, {changed} changed, {same} as before").format(**found.summary)
    names = {**found.before.summary, **found.after.summary}
    figures = [
        f"{_figure_title(analysis, name, lang)}: "
        + " → ".join(
            _figure(analysis, one.summary.get(name, "–"), metamodel, lang) for one in (found.before, found.after)
        )
        for name in names
    ]
    scenario = _("Scenario: {name}").format(name=found.scenario.name)
    document = found.as_json(lang) | ({"as_of": state.as_json()} if state else {})
    return Printed(
        analysis.title.in_(lang), headings, rows, document, [*_above(state), scenario], [counts, *figures],
        _("What if – "), 1 + _leading(analysis),
    )  # fmt: skip


def _leading(analysis: Analysis) -> int:
    """How many cells name what a row is about: type, id and name, or the first alone."""
    return 3 if issubclass(analysis.row, AboutFact) else 1


def _above(state: State | None) -> list[str]:
    return [_stand(state)] if state else []


def _mark(state: State | None) -> str:
    return f"Import {state.run} – " if state else ""


def _figure_title(analysis: Analysis, name: str, lang: Lang) -> str:
    return analysis.figures[name].in_(lang) if name in analysis.figures else name


def _figure(analysis: Analysis, value: Any, metamodel: Metamodel, lang: Lang) -> str:
    if isinstance(value, Interval):
        return value.in_(lang)
    if not isinstance(value, dict):
        return str(value)
    return ", ".join(f"{word_of(analysis.row, key, metamodel, lang)} {count}" for key, count in value.items())
