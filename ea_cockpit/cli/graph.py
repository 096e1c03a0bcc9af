"""`ea-cockpit graph`: start, look at and stop the graph."""

from __future__ import annotations

import typer

from ea_cockpit.cli.context import _, bar, metamodel_of, say
from ea_cockpit.graph.address import without_secrets
from ea_cockpit.graph.local_server import LocalServer, address
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.settings import Settings, load_settings

ORDER = 60


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help=_("Start, look at and stop the local graph."), no_args_is_help=True)
    group.command(help=_("Start the graph, or show the one that runs."))(start)
    group.command(help=_("Show whether the graph runs, and where."))(status)
    group.command(help=_("Stop the local graph; what it holds stays."))(stop)
    app.add_typer(group, name="graph")


def start() -> None:
    """Start the graph and prepare its schema."""
    settings = load_settings()
    with bar(settings.lang) as progress:
        where = address(settings, progress)
    with GraphStore(where) as store:
        store.apply_schema(metamodel_of(settings))
    say(_("The graph answers at {uri}.").format(uri=without_secrets(where.uri)))
    if settings.neo4j_uri is None:
        say(_("User {user}; the password is in {file}.").format(user=where.user, file=_password_file(settings)))


def status() -> None:
    """Tell whether the graph runs."""
    settings = load_settings()
    if settings.neo4j_uri:
        where = address(settings)
        say(_("The settings name {uri}; it answers.").format(uri=without_secrets(where.uri)))
        return
    now = LocalServer(settings).status()
    if not now.running:
        say(_("The local graph does not run. Start it with: ea-cockpit graph start"))
        return
    say(_("The local graph runs at {uri}.").format(uri=now.uri))
    say(_("Neo4j {version}, process {pid}, since {since:%d.%m.%Y %H:%M} UTC").format(
        version=now.version, pid=now.pid, since=now.since))  # fmt: skip
    say(_("Data and logs: {home}").format(home=now.home))


def stop() -> None:
    """Stop the local graph."""
    settings = load_settings()
    if settings.neo4j_uri:
        say(_("The settings name {uri}; stop it where it runs.").format(uri=without_secrets(settings.neo4j_uri)))
        return
    stopped = LocalServer(settings).stop()
    say(_("The local graph is stopped.") if stopped else _("The local graph was not running."))


def _password_file(settings: Settings) -> str:
    return str(LocalServer(settings).home / "password")
