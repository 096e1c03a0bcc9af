"""`ea-cockpit lifecycle`: the life cycle data analyses answer from: show, replace by your own download, go back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text as Plain

from ea_cockpit.cli.context import Format, _, print_json, say
from ea_cockpit.errors import WrongUsage
from ea_cockpit.i18n import Text
from ea_cockpit.naming.cycles import cycles_meant
from ea_cockpit.naming.lifecycle import OWN_FILE, Cycle, Product, data_in_force, knowledge
from ea_cockpit.naming.lifecycle_file import Change, LifecycleUnreadable, differences, read_data
from ea_cockpit.naming.products import find_product
from ea_cockpit.settings import Settings, load_settings
from ea_cockpit.tabular.writing import CannotWrite, make_folder, writable

ORDER = 47
_MANY, _NAMES, _WIDE = 20, 8, 120

Shown = Annotated[Format, typer.Option("--format", help=_("Print a report to read, or JSON."))]


class UnknownProduct(WrongUsage):
    """A product the life cycle data do not know."""

    says = Text("Das Produkt «{name}» steht nicht in den Daten.", "The product '{name}' is not in the data.")
    remedy = Text(
        "Nennen Sie es wie endoflife.date, zum Beispiel postgresql oder «Windows Server 2019».",
        "Name it as endoflife.date does, for example postgresql or 'Windows Server 2019'.",
    )


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(
        help=_("Life cycle data of products: show, replace by your own download, go back."), no_args_is_help=True
    )
    group.command("show", help=_("Which data are in force, or the cycles of a product."))(show)
    group.command("update", help=_("Replace the data by your own download of endoflife.date."))(update)
    group.command("reset", help=_("Go back to the data that come with the product."))(reset)
    app.add_typer(group, name="lifecycle")


def show(
    product: Annotated[str | None, typer.Argument(help=_("A product, also with its version."))] = None,
    shown: Shown = Format.TEXT,
) -> None:
    """Say which data are in force, or the cycles of a product."""
    settings = load_settings()
    own = _own(settings)
    if product is None:
        _print_state(own, shown)
        return
    known = knowledge(own)
    named = known.product(product)
    match = None if named else find_product(product, known)
    found = named or (known.product(match.slug) if match else None)
    if found is None:
        raise UnknownProduct(name=product)
    cycles = (match and cycles_meant(match, known)) or found.cycles
    if shown is Format.JSON:
        print_json({"product": found.slug, "title": found.title, "cycles": [_as_json(one) for one in cycles]})
        return
    _print_cycles(found, cycles, settings)


def update(file: Annotated[Path, typer.Argument(help=_("JSON file."))], shown: Shown = Format.TEXT) -> None:
    """Keep a download as the data in force and say what is different."""
    settings = load_settings()
    new, target = read_data(file), settings.own_policy / OWN_FILE
    changes = differences(_before(_own(settings)), new.products)
    make_folder(target.parent)
    with writable(target) as kept:
        kept.write(new.as_json().encode())
    figures = {"products": len(new.products), "cycles": new.cycles, "published": new.published.isoformat()}
    if shown is Format.JSON:
        print_json({**figures, "changes": [_change_json(one) for one in changes]})
        return
    day = f"{new.published:%d.%m.%Y}"
    text = _("Taken over: {products} products, {cycles} release cycles, as of {day}.")
    say(text.format(products=figures["products"], cycles=figures["cycles"], day=day))
    _print_changes(changes)


def reset() -> None:
    """Take the own data away."""
    own = _own(load_settings())
    if own is None:
        say(_("The data that come with the product are in force already."))
        return
    try:
        own.unlink()
    except OSError as fault:
        raise CannotWrite(file=own, why=fault.strerror or type(fault).__name__) from None
    say(_("The data that come with the product are in force again."))


def _own(settings: Settings) -> Path | None:
    path = settings.own_policy / OWN_FILE
    return path if path.is_file() else None


def _before(own: Path | None) -> dict[str, dict[str, Any]]:
    """The products in force until now; what cannot be read is no reason not to replace it."""
    try:
        return data_in_force(own).products
    except LifecycleUnreadable:
        return data_in_force().products


def _print_state(own: Path | None, shown: Format) -> None:
    data = data_in_force(own)
    if shown is Format.JSON:
        where = str(own) if own else None
        print_json({"own": where, "published": data.published, "products": len(data.products), "cycles": data.cycles})
        return
    say(_("Your own data: {file}").format(file=own) if own else _("The data that come with the product."))
    text = _("As of {day}, {products} products, {cycles} release cycles (endoflife.date, MIT licence).")
    say(text.format(day=f"{data.published:%d.%m.%Y}", products=len(data.products), cycles=data.cycles))


def _print_changes(changes: list[Change]) -> None:
    if not changes:
        say(_("Nothing has changed."))
    for what, title in (("new", _("New")), ("gone", _("Gone"))):
        names = [one.slug for one in changes if one.what == what]
        if names:
            rest = f" … (+{len(names) - _NAMES})" if len(names) > _NAMES else ""
            say(f"{title} ({len(names)}): {', '.join(names[:_NAMES])}{rest}")
    changed = [one for one in changes if one.what == "changed"]
    if changed:
        say(_("Changed ({count}):").format(count=len(changed)))
    for one in changed[:_MANY]:
        line = f"  {one.title}: {'; '.join(one.cycles)}"
        say(line if len(line) <= _WIDE else line[: _WIDE - 1] + "…")
    if len(changed) > _MANY:
        say(_("  and {count} more; --format json shows all").format(count=len(changed) - _MANY))


def _change_json(one: Change) -> dict[str, Any]:
    return {"product": one.slug, "title": one.title, "what": one.what, "cycles": list(one.cycles)}


def _as_json(cycle: Cycle) -> dict[str, Any]:
    return {
        "cycle": cycle.cycle, "label": cycle.label, "support": cycle.support, "end_of_life": cycle.end_of_life,
        "extended_support": cycle.extended,
    }  # fmt: skip


def _print_cycles(product: Product, cycles: Sequence[Cycle], settings: Settings) -> None:
    grid = Grid(title=f"{product.title} ({product.slug})", title_justify="left", box=SIMPLE_HEAD)
    for heading in (_("Version"), _("Name"), _("Support until"), _("End of life"), _("Extended support until")):
        grid.add_column(heading)
    for one in cycles:
        # A support that is true goes on; an end of life that is true has come.
        cells = (
            one.cycle, one.label if one.label != one.cycle else "", _moment(one.support, True, settings),
            _moment(one.end_of_life, False, settings), _moment(one.extended, True, settings),
        )  # fmt: skip
        # The data are somebody else's words: never read as markup.
        grid.add_row(*map(Plain, cells))
    Console(width=_WIDE).print(grid)


def _moment(value: dt.date | bool | None, true_goes_on: bool, settings: Settings) -> str:
    if value is None or isinstance(value, dt.date):
        return "" if value is None else f"{value:%d.%m.%Y}"
    goes_on = Text("kein Ende bekannt", "no end known") if value is true_goes_on else Text("beendet", "over")
    return goes_on.in_(settings.lang)
