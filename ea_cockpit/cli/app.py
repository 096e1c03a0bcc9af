"""The commands, put together."""

from __future__ import annotations

import typer

from ea_cockpit import __version__
from ea_cockpit.cli import analysis, cockpit, graph, inventory
from ea_cockpit.cli.context import _, say


def build() -> typer.Typer:
    """The application with all its commands."""
    app = typer.Typer(
        name="ea-cockpit",
        help=_("The application cockpit: inventories in, one graph, dependencies and standardisation gaps out."),
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(_options)
    for module in (cockpit, inventory, analysis, graph):
        module.register(app)
    return app


def _version(wanted: bool) -> None:
    if wanted:
        say(f"ea-cockpit {__version__}")
        raise typer.Exit


def _options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help=_("Print the version.")),
) -> None:
    pass
