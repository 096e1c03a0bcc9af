"""`ea-cockpit aliases`: which spelling is read as which fact; accept, reject and undo."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text as Plain

from ea_cockpit.cli.context import Format, _, metamodel_of, open_graph, print_json, say
from ea_cockpit.i18n import Lang, Text
from ea_cockpit.ingest.aliases import Decided, Listed, accept, list_aliases, reject, target_of, undo_alias
from ea_cockpit.settings import load_settings

Shown = Annotated[Format, typer.Option("--format", help=_("Print a report to read, or JSON."))]

ORDER = 45
_WIDE = 200
_STATES = {
    "taken": Text("übernommen", "taken"),
    "accepted": Text("angenommen", "accepted"),
    "proposed": Text("vorgeschlagen", "proposed"),
    "rejected": Text("abgelehnt", "rejected"),
}

Spelling = Annotated[str, typer.Argument(help=_("The spelling as it stands in the cell."))]
Target = Annotated[str, typer.Argument(help=_("The id of the entry it means, or does not mean."))]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help=_("Spellings read as entries: list, accept, reject, undo."), no_args_is_help=True)
    group.command("list", help=_("Show all spellings with entry, score and reason."))(list_)
    group.command("accept", help=_("Read a spelling as this entry from now on; makes the links that wait."))(accept_)
    group.command("reject", help=_("Never read a spelling as this entry."))(reject_)
    group.command("undo", help=_("Take back what a spelling was read as; its references are open again."))(undo_)
    app.add_typer(group, name="aliases")


def list_(
    shown: Annotated[Format, typer.Option("--format", help=_("Print a report to read, or JSON."))] = Format.TEXT,
) -> None:
    """Show the aliases."""
    settings = load_settings()
    with open_graph(settings, metamodel_of(settings)) as store, store.reading() as tx:
        listed = list_aliases(tx)
    if shown is Format.JSON:
        print_json([_as_json(one, settings.lang) for one in listed])
    elif listed:
        _print(listed, settings.lang)
    else:
        say(_("No aliases."))


def accept_(text: Spelling, id_: Target) -> None:
    """Accept a spelling."""
    settings = load_settings()
    metamodel = metamodel_of(settings)
    with open_graph(settings, metamodel) as store:
        _tell(accept(text, target_of(id_, metamodel, store), metamodel, store))


def reject_(text: Spelling, id_: Target) -> None:
    """Reject a spelling."""
    settings = load_settings()
    metamodel = metamodel_of(settings)
    with open_graph(settings, metamodel) as store:
        _tell(reject(text, target_of(id_, metamodel, store), metamodel, store))


def undo_(
    text: Spelling,
    id_: Annotated[str | None, typer.Argument(help=_("Only for this entry, where the spelling means several."))] = None,
) -> None:
    """Undo a spelling."""
    settings = load_settings()
    metamodel = metamodel_of(settings)
    with open_graph(settings, metamodel) as store:
        target = target_of(id_, metamodel, store) if id_ else None
        for decided in undo_alias(text, target, metamodel, store):
            _tell(decided)


def _tell(decided: Decided) -> None:
    say(
        _("Done as run {run}: {made} links made, {removed} taken away.").format(
            run=decided.run, made=decided.made, removed=decided.removed
        )
    )


def _as_json(one: Listed, lang: Lang) -> dict[str, Any]:
    alias = one.alias
    return {
        "text": alias.text, "type": alias.target[0], "id": alias.target[1], "name": alias.name, "state": alias.state,
        "score": alias.score, "reason": alias.why.in_(lang), "run": alias.run, "links": one.links,
        "waiting": one.waiting,
    }  # fmt: skip


def _print(listed: list[Listed], lang: Lang) -> None:
    grid = Grid(box=SIMPLE_HEAD)
    for heading in (_("Spelling"), _("Entry"), _("State"), _("Score"), _("Reason"), _("Links"), _("Waiting")):
        grid.add_column(heading, overflow="fold")
    for one in listed:
        alias = one.alias
        cells = (
            alias.text, f"{alias.target[1]} {alias.name}", _STATES[alias.state].in_(lang), f"{alias.score:.0%}",
            alias.why.in_(lang), str(one.links), str(one.waiting),
        )  # fmt: skip
        # A cell's text is the user's own: never read as markup.
        grid.add_row(*map(Plain, cells))
    console = Console()
    console.print(grid) if console.is_terminal else Console(width=_WIDE).print(grid)
