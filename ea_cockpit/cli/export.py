"""Export: the catalogue, one office's form or the map as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ea_cockpit.analyses import named
from ea_cockpit.analyses.open_questions import QuestionRow
from ea_cockpit.analyses.policy import Policy
from ea_cockpit.cli.context import _, metamodel_of, open_graph, say
from ea_cockpit.cli.inventory import Out, in_language
from ea_cockpit.export.map import write_map
from ea_cockpit.export.office import Office, office_facts, write_office
from ea_cockpit.export.xlsx import write_catalogue
from ea_cockpit.graph.store import Transaction
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.settings import load_settings
from ea_cockpit.tabular.writing import writable

ORDER = 21
Language = Annotated[str | None, typer.Option("--lang", help=_("Language: de or en."))]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    export = typer.Typer(help=_("Write the catalogue or a map to a file."), no_args_is_help=True)
    export.command("xlsx", help=_("The whole catalogue in the template's layout."))(export_xlsx)
    export.command("office", help=_("The pre-filled workbook for one office, its open questions first."))(export_office)
    export.command("map", help=_("A map of the landscape as one HTML file to mail."))(export_map)
    app.add_typer(export, name="export")


def export_xlsx(out: Out = Path("ea-cockpit-katalog.xlsx"), lang: Language = None) -> None:
    """Write the catalogue."""
    settings = load_settings()
    metamodel = metamodel_of(settings)
    with open_graph(settings, metamodel) as store, store.reading() as tx, writable(out) as target:
        count = write_catalogue(tx, metamodel, target, in_language(lang, settings))
    say(_("Written: {file} ({count} entries)").format(file=out, count=count))


def export_office(
    unit: Annotated[str, typer.Option("--unit", help=_("The office: its ID, short name or name."))],
    out: Annotated[Path | None, typer.Option("--out", help=_("File to write."))] = None,
    lang: Language = None,
) -> None:
    """Write the workbook of one office."""
    settings = load_settings()
    metamodel = metamodel_of(settings)
    with open_graph(settings, metamodel) as store, store.reading() as tx:
        office = office_facts(tx, metamodel, unit)
        path = out or Path(f"ea-cockpit-{office.file_name}.xlsx")
        with writable(path) as target:
            first = _telling(tx, metamodel, Policy(settings.own_policy), office)
            asked = write_office(tx, metamodel, office, target, in_language(lang, settings), first=first)
    say(
        _("Written: {file} ({count} entries, {questions} open questions)").format(
            file=path, count=office.count, questions=asked
        )
    )


def _telling(tx: Transaction, metamodel: Metamodel, policy: Policy, office: Office) -> list[tuple[str, str, str]]:
    """The cells whose answers settle most verdicts, the most telling first."""
    given = {"office": f"OrganisationUnit:{office.id}", "least": 1, "most": 1_000_000}
    rows = named("open_questions").run(tx, metamodel, policy, **given).rows
    return [(row.label, row.id, row.field) for row in rows if isinstance(row, QuestionRow)]


def export_map(out: Out = Path("ea-cockpit-karte.html")) -> None:
    """Write the map."""
    settings = load_settings()
    metamodel = metamodel_of(settings)
    with open_graph(settings, metamodel) as store, store.reading() as tx, writable(out) as target:
        write_map(tx, metamodel, target, settings.lang)
    say(_("Written: {file}").format(file=out))
