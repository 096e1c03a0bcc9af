"""`ea-cockpit ui` and `demo`: the cockpit in the browser."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from ea_cockpit.cli.context import _, bar, metamodel_of, note, open_graph, say
from ea_cockpit.cli.samples import sample_sets
from ea_cockpit.errors import WrongUsage
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.i18n import Text
from ea_cockpit.ingest.importer import Request, run_import
from ea_cockpit.ingest.layout import recognise
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.settings import Settings, load_settings
from ea_cockpit.tabular.reader import read_table

Port = Annotated[int | None, typer.Option("--port", min=0, help=_("Port; without it a free one is taken."))]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help=_("Only print the address."))]

ORDER = 10


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("demo", help=_("Start everything on the sample inventories and open the cockpit."))(demo)
    app.command("ui", help=_("Open the cockpit in the browser."))(ui)


def ui(
    port: Port = None,
    no_browser: NoBrowser = False,
    host: Annotated[
        str, typer.Option("--host", help=_("Address to listen on; others than this machine see it."))
    ] = "127.0.0.1",
) -> None:
    """Start the cockpit on the graph in force."""
    settings = load_settings()
    metamodel = metamodel_of(settings)
    with open_graph(settings, metamodel):
        pass
    _serve(settings, host, port, no_browser)


def demo(port: Port = None, no_browser: NoBrowser = False) -> None:
    """Import the sample inventories into a graph of their own and open the cockpit."""
    settings = load_settings()
    if settings.neo4j_uri:
        raise WrongUsage(
            fault=Text("Die Demo füllt keinen fremden Graphen.", "The demo does not fill a graph that is not its own."),
            hint=Text("Entfernen Sie EA_COCKPIT_NEO4J_URI.", "Remove EA_COCKPIT_NEO4J_URI."),
        )
    # The cockpit's own processes read the settings again: they must find the demo's graph too.
    os.environ["EA_COCKPIT_GRAPH_NAME"] = "demo"
    settings = load_settings()
    metamodel = metamodel_of(settings)
    with open_graph(settings, metamodel) as store:
        for title, files in sample_sets():
            _import_sample(title, files, settings, metamodel, store)
    _serve(settings, "127.0.0.1", port, no_browser)


def _import_sample(
    title: Text, files: Iterable[Path], settings: Settings, metamodel: Metamodel, store: GraphStore
) -> None:
    with bar(settings.lang) as progress:
        tables = [read_table(path) for path in files]
        plan, used = recognise(tables, metamodel)
        report = run_import(Request(tables, plan, by="demo", profile=used), metamodel, store, progress)
    facts = sum(count.created for count in report.facts.values())
    note(_("{title}: {facts} entries new, {problems} remarks").format(
        title=title.in_(settings.lang), facts=facts, problems=len(report.problems)))  # fmt: skip


def _serve(settings: Settings, host: str, port: int | None, no_browser: bool) -> None:
    from ea_cockpit.ui import serve
    from ea_cockpit.ui.warm_up import warm_up

    serve.run(
        Path(serve.__file__).with_name("app.py"), host=host, port=port, open_browser=not no_browser,
        lang=settings.lang, announce=_announce, warm_up=warm_up,
    )  # fmt: skip


def _announce(address: str) -> None:
    say(_("The cockpit is open at {address} (end with Ctrl+C).").format(address=address))
