"""The commands, put together."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path
from types import ModuleType

import typer

from ea_cockpit import __version__
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
    for module in _modules():
        module.register(app)
    return app


def _modules() -> list[ModuleType]:
    """Every module of this package that brings commands, those a newcomer needs first."""
    package = __name__.rpartition(".")[0]
    found = [import_module(f"{package}.{module.name}") for module in pkgutil.iter_modules([str(Path(__file__).parent)])]
    return sorted((m for m in found if hasattr(m, "register")), key=lambda m: (getattr(m, "ORDER", 50), m.__name__))


def _version(wanted: bool) -> None:
    if wanted:
        say(f"ea-cockpit {__version__}")
        raise typer.Exit


def _options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help=_("Print the version.")),
) -> None:
    pass
