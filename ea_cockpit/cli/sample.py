"""The sample inventory: clean, or as messy as offices hand it in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ea_cockpit.cli.context import _, metamodel_of, say
from ea_cockpit.sample.generate import generate, write_sample
from ea_cockpit.sample.mess.kind import mess_kinds
from ea_cockpit.sample.mess.make import make_mess, write_mess
from ea_cockpit.sample.mess.noise import Noise
from ea_cockpit.settings import load_settings

ORDER = 21


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("sample", help=_("Write the inventory of a fictional canton."))(sample)


def sample(
    out: Annotated[Path, typer.Option("--out", help=_("Folder to write to."))],
    applications: Annotated[int, typer.Option(help=_("How many applications."))] = 150,
    seed: Annotated[int, typer.Option(help=_("The same seed gives the same inventory."))] = 1,
    mess: Annotated[
        str,
        typer.Option("--mess", help=_("As offices hand it in: all, or kinds of mess split by commas; list: names.")),
    ] = "",
    noise: Annotated[Noise, typer.Option("--noise", help=_("How much of the mess."))] = Noise.MEDIUM,
) -> None:
    """Write a sample inventory and what was planted in it; messy, with the truth about each cell."""
    settings = load_settings()
    if mess == "list":
        for kind in mess_kinds().values():
            say(f"  {kind.name:24}{kind.title.in_(settings.lang)}")
        return
    if mess:
        names = [name.strip() for name in mess.split(",") if name.strip()]
        written = write_mess(make_mess(generate(applications, seed), names, noise, seed), out)
    else:
        written = write_sample(applications, seed, out, metamodel_of(settings))
    for path in written:
        say(_("Written: {file}").format(file=path))
