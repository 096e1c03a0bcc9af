"""Template, check and import: inventories in."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from ea_cockpit.cli.annotated import Annotate, refuse_own, write_annotated
from ea_cockpit.cli.context import Format, _, bar, metamodel_of, note, open_graph, print_json, say
from ea_cockpit.errors import WrongUsage
from ea_cockpit.graph.local_server import LocalServer
from ea_cockpit.i18n import Lang, Text
from ea_cockpit.ingest.cell_change import changed_lines
from ea_cockpit.ingest.decision import Decisions, Side
from ea_cockpit.ingest.decision_file import read_decisions
from ea_cockpit.ingest.importer import Request, check_only, run_import
from ea_cockpit.ingest.layout import recognise
from ea_cockpit.ingest.plan import Plan
from ea_cockpit.ingest.problem import Problem
from ea_cockpit.ingest.reading import read_files, with_unread
from ea_cockpit.ingest.report import Report, text_lines
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.settings import Settings, load_settings
from ea_cockpit.tabular.inventory import write_inventory
from ea_cockpit.tabular.reader import Table
from ea_cockpit.tabular.writing import writable

Files = Annotated[list[Path], typer.Argument(help=_("Workbooks or CSV files; several are read together."))]
Profile = Annotated[
    str | None, typer.Option("--profile", help=_("A shipped profile or a YAML file for a foreign layout."))
]
Shown = Annotated[Format, typer.Option("--format", help=_("Print a report to read, or JSON."))]
Out = Annotated[Path, typer.Option("--out", help=_("File to write."))]

ORDER = 20


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("template", help=_("Write the empty Excel template."))(template)
    app.command("check", help=_("Read and check files; writes nothing."))(check)
    app.command("import", help=_("Import files: all rows, or nothing."))(import_)


def template(
    out: Out = Path("ea-cockpit-vorlage.xlsx"),
    lang: Annotated[str | None, typer.Option("--lang", help=_("Language: de or en."))] = None,
) -> None:
    """Write the template."""
    settings = load_settings()
    with writable(out) as target:
        write_inventory(target, {}, metamodel_of(settings), in_language(lang, settings))
    say(_("Written: {file}").format(file=out))


def check(files: Files, profile: Profile = None, annotate: Annotate = None, shown: Shown = Format.TEXT) -> None:
    """Check files against the metamodel and, where one runs, against the graph."""
    refuse_own(annotate, files)
    settings = load_settings()
    metamodel = metamodel_of(settings)
    tables, unread = _read(files, settings)
    plan, used = _recognised(tables, metamodel, profile, settings)
    request = Request(tables, with_unread(plan, unread), profile=used)
    if settings.neo4j_uri or LocalServer(settings).status().running:
        with open_graph(settings, metamodel) as store, bar(settings.lang) as progress:
            report = check_only(request, metamodel, store, progress)
    else:
        # Nobody should have to fetch a database to have a file checked.
        note(_("Checked without the graph: references to entries that are only there count as open."))
        with bar(settings.lang) as progress:
            report = check_only(request, metamodel, None, progress)
    write_annotated(annotate, tables, report, settings.lang, only_rest=False)
    _print(report, metamodel, settings.lang, shown)


def import_(
    files: Files,
    profile: Profile = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Show what would change; write nothing."))] = False,
    accept_valid: Annotated[
        bool, typer.Option("--accept-valid", help=_("Import the rows without errors, leave the others out."))
    ] = False,
    source: Annotated[
        str | None, typer.Option("--source", help=_("The inventory these files belong to; else their names tell."))
    ] = None,
    retire_missing: Annotated[
        bool, typer.Option("--retire-missing", help=_("Take out what the source no longer names."))
    ] = False,
    theirs: Annotated[
        bool, typer.Option("--theirs", help=_("Conflicts: what the files say counts, unless decided otherwise."))
    ] = False,
    ours: Annotated[
        bool, typer.Option("--ours", help=_("Conflicts: what the graph holds counts, unless decided otherwise."))
    ] = False,
    decided: Annotated[
        Path | None, typer.Option("--decisions", help=_("Decisions cell by cell: CSV or JSON with fact, field, side."))
    ] = None,
    annotate: Annotate = None,
    shown: Shown = Format.TEXT,
) -> None:
    """Import files into the graph."""
    refuse_own(annotate, files)
    settings = load_settings()
    metamodel = metamodel_of(settings)
    tables, unread = _read(files, settings)
    plan, used = _recognised(tables, metamodel, profile, settings)
    request = Request(
        tables, with_unread(plan, unread), profile=used, dry_run=dry_run, accept_valid=accept_valid, source=source,
        retire_missing=retire_missing, precedence=settings.precedence,
        decisions=_decisions(theirs, ours, decided, metamodel),
    )  # fmt: skip
    with open_graph(settings, metamodel) as store, bar(settings.lang) as progress:
        report = run_import(request, metamodel, store, progress)
    write_annotated(annotate, tables, report, settings.lang, only_rest=accept_valid)
    _print(report, metamodel, settings.lang, shown)


def _read(files: Sequence[Path], settings: Settings) -> tuple[list[Table], list[Problem]]:
    with bar(settings.lang) as progress:
        return read_files(files, lambda number: progress(Text("Lesen", "Reading"), number, len(files)))


def _recognised(
    tables: Sequence[Table], metamodel: Metamodel, profile: str | None, settings: Settings
) -> tuple[Plan, str | None]:
    with bar(settings.lang) as progress:
        progress(Text("Blätter und Spalten erkennen", "Recognising sheets and columns"))
        return recognise(tables, metamodel, profile, settings.own_profiles)


def _print(report: Report, metamodel: Metamodel, lang: Lang, shown: Format) -> None:
    if shown is Format.JSON:
        print_json(report.as_json(lang))
    else:
        for line in text_lines(report, metamodel, lang):
            say(line)
        if not report.written:
            for line in changed_lines(report, metamodel, lang):
                say(line)
    if report.has_errors:
        if shown is Format.JSON:
            note(_("There are errors; see problems."))
        sys.exit(1)


def _decisions(theirs: bool, ours: bool, path: Path | None, metamodel: Metamodel) -> Decisions:
    if theirs and ours:
        raise WrongUsage(
            fault=Text("--theirs und --ours widersprechen sich.", "--theirs and --ours contradict each other."),
            hint=Text("Geben Sie eines von beiden an.", "Give one of the two."),
        )
    everywhere = Side.THEIRS if theirs else Side.OURS if ours else None
    return read_decisions(path, metamodel, everywhere) if path else Decisions(everywhere=everywhere)


def in_language(asked: str | None, settings: Settings) -> Lang:
    """The language asked for, or the one of the settings."""
    if asked in (None, settings.lang):
        return settings.lang
    if asked in ("de", "en"):
        return "de" if asked == "de" else "en"
    raise WrongUsage(
        fault=Text(f"--lang {asked}: diese Sprache gibt es nicht.", f"--lang {asked}: there is no such language."),
        hint=Text("Möglich sind de und en.", "Possible are de and en."),
    )
