"""`ea-cockpit scenario`: what a scenario brings about by itself, and a commented example file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from ea_cockpit.analyses.scenario import Effects, effects_of, example_text, read_scenario
from ea_cockpit.analyses.scenario.effects import InterfaceEffect
from ea_cockpit.cli.context import Format, _, metamodel_of, open_graph, print_json, say
from ea_cockpit.graph.catalogue import FactRef
from ea_cockpit.graph.history import as_of as as_of_state
from ea_cockpit.graph.history import moment
from ea_cockpit.graph.store import GraphStore, Transaction
from ea_cockpit.i18n import Lang
from ea_cockpit.model.facts.interface import InterfaceMode
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.settings import load_settings

ORDER = 31
_MOST, _FEW = 20, 3


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help=_("Try changes on the graph; it stays as it is."), no_args_is_help=True)
    group.command("effects", help=_("Interfaces, orphans, contracts, cost and order of a scenario."))(effects)
    group.command("example", help=_("Print a commented example of a scenario file."))(example)
    app.add_typer(group, name="scenario")


def effects(
    file: Annotated[Path, typer.Argument(help=_("The scenario file."))],
    shown: Annotated[Format, typer.Option("--format", help=_("Print a report to read, or JSON."))] = Format.TEXT,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", help=_("The state after this import or at the end of this day (2026-03-31).")),
    ] = None,
) -> None:
    """Print what a scenario brings about."""
    settings = load_settings()
    metamodel = metamodel_of(settings)
    scenario = read_scenario(file, metamodel)
    with open_graph(settings, metamodel) as store, _place(store, as_of, metamodel) as place:
        found = effects_of(place, metamodel, scenario)
    if shown is Format.JSON:
        print_json({"scenario": scenario.as_json(), "effects": found.as_json(settings.lang)})
        return
    say(_("Scenario: {name}").format(name=scenario.name))
    for line in _report(found, metamodel, settings.lang):
        say(line)


def example() -> None:
    """Print the example."""
    say(example_text().rstrip("\n"))


def _place(
    store: GraphStore, when: str | None, metamodel: Metamodel
) -> AbstractContextManager[GraphStore | Transaction]:
    return nullcontext(store) if when is None else as_of_state(store, moment(when), metamodel)


def _report(found: Effects, metamodel: Metamodel, lang: Lang) -> Iterator[str]:
    for number, step in enumerate(found.steps, start=1):
        yield f"  {number}. {step.in_(lang)}"
    yield from _part(_("Interfaces to build anew"), (_interface(one, lang) for one in found.rebuild))
    yield from _part(_("Interfaces that fall away"), (_interface(one, lang) for one in found.fallen))
    several = (
        f"{one.target.title} – {one.partner.title}: {', '.join(ref.id for ref in one.interfaces)}"
        for one in found.parallel
    )
    yield from _part(_("Several interfaces to one partner: one may do"), several)
    orphans = (f"{_named(one.fact, metamodel, lang)}: {one.what.in_(lang)}" for one in found.orphans)
    yield from _part(_("Orphaned"), orphans)
    without = _("{fact} – {link}: {gone} is gone (step {step})")
    left = (
        without.format(
            fact=_named(one.fact, metamodel, lang), link=one.link.in_(lang), gone=one.gone.title, step=one.step
        )
        for one in found.left_behind
    )
    yield from _part(_("Left without what it stood on"), left)
    yield from _part(_("Contracts that end"), _contracts(found))
    yield from _order(found, lang)
    yield from _cost(found, lang)


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    listed = list(lines)
    yield ""
    yield f"{title} ({len(listed)})"
    yield from (f"  {line}" for line in listed[:_MOST])
    if len(listed) > _MOST:
        yield "  " + _("… {count} more; --format json has them all").format(count=len(listed) - _MOST)


def _named(fact: FactRef, metamodel: Metamodel, lang: Lang) -> str:
    return f"{metamodel[fact.label].title.in_(lang)} {fact.title} ({fact.id})"


def _interface(one: InterfaceEffect, lang: Lang) -> str:
    mode = InterfaceMode.word(one.mode).in_(lang) if one.mode else "?"
    data = f": {', '.join(one.data)}" if one.data else ""
    return f"{one.interface.id} {one.interface.title} [{mode}]{data} – {one.why.in_(lang)}"


def _contracts(found: Effects) -> Iterator[str]:
    for one in found.contracts:
        ends = f"{one.ends:%d.%m.%Y}" if one.ends else "?"
        by = f"{one.cancel_by:%d.%m.%Y}" if one.cancel_by else _("? (notice period not known)")
        cost = "?" if one.yearly is None else f"{one.yearly:,.0f}".replace(",", "'")
        text = _("{fact}: until {ends}, cancel by {by}, CHF {cost} a year")
        yield text.format(fact=f"{one.fact.title} ({one.fact.id})", ends=ends, by=by, cost=cost)


def _order(found: Effects, lang: Lang) -> Iterator[str]:
    yield ""
    yield _("Order that respects what depends on what")
    # What a step does to many facts for the same reasons is told in one line.
    alike = groupby(found.order.parts, key=lambda one: (one.step, one.because))
    for place, ((step, because), parts) in enumerate(alike, start=1):
        listed = [one.title.in_(lang) for one in parts]
        whole = len(listed) > 1 and len(listed) == sum(one.step == step for one in found.order.parts)
        some = ", ".join(listed[:_FEW]) + (f" (+{len(listed) - _FEW})" if len(listed) > _FEW else "")
        title = found.steps[step - 1].in_(lang) if whole else some
        yield "  " + _("{place}. {title} (step {step})").format(place=place, title=title, step=step)
        yield from (f"       {why.in_(lang)}" for why in because[:_FEW])
        if len(because) > _FEW:
            yield "       " + _("… {count} more; --format json has them all").format(count=len(because) - _FEW)
    for cycle in found.order.cycles:
        titles = ", ".join(title.in_(lang) for title in cycle.titles)
        yield "  " + _("In a circle, so that one needs a bridge for a while: {titles}").format(titles=titles)
        yield from (f"       {why.in_(lang)}" for why in cycle.because)


def _cost(found: Effects, lang: Lang) -> Iterator[str]:
    yield ""
    line = _("Cost a year (CHF): {before} before, {after} after; one-off cost not known")
    yield line.format(before=found.cost.before.in_(lang), after=found.cost.after.in_(lang))
    yield "  " + found.cost.reason.in_(lang)
