"""`ea-cockpit log`, `undo` and `diff`: what was imported, taking it back, and what changed between two states."""

from __future__ import annotations

import json
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer

from ea_cockpit.cli.context import Format, _, metamodel_of, open_graph, print_json, say
from ea_cockpit.errors import WrongUsage
from ea_cockpit.export.change_log import ChangeLog, as_json, in_words, markdown, plain, plain_value
from ea_cockpit.graph.catalogue import FactRef, Reader, RunInfo, find
from ea_cockpit.graph.history import FieldChange, fact_history, history, net_changes, span, undo
from ea_cockpit.i18n import Lang, Text
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.settings import load_settings
from ea_cockpit.tabular.writing import writable

ORDER = 25


class Kind(str, Enum):  # noqa: UP042  typer shows its values
    """Forms a change log is printed in."""

    TEXT = "text"
    JSON = "json"
    MD = "md"


Shown = Annotated[Format, typer.Option("--format", help=_("Print a report to read, or JSON."))]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("log", help=_("List the imports, or what they changed of one fact."))(log)
    app.command("undo", help=_("Take an import back: the graph is as it was before."))(undo_)
    app.command("diff", help=_("What changed between two imports or two days."))(diff)


def log(
    limit: Annotated[int, typer.Option("--limit", min=1, help=_("At most that many imports."))] = 20,
    fact: Annotated[
        str | None, typer.Option("--fact", help=_("Show the history of this fact, as in Application:APP-1."))
    ] = None,
    shown: Shown = Format.TEXT,
) -> None:
    """List imports, the latest first, or the changes of one fact."""
    settings = load_settings()
    metamodel = metamodel_of(settings)
    with open_graph(settings, metamodel) as store, store.reading() as tx:
        if fact is None:
            _print_runs(history(tx, limit), shown)
            return
        ref = _meant(tx, fact, metamodel)
        _print_fact(ref, fact_history(tx, ref.label, ref.id, metamodel), shown, settings.lang)


def undo_(run: Annotated[int, typer.Argument(help=_("Number of the import."))], shown: Shown = Format.TEXT) -> None:
    """Undo one import."""
    settings = load_settings()
    metamodel = metamodel_of(settings)
    with open_graph(settings, metamodel) as store:
        done = undo(run, "cli", metamodel, store)
    if shown is Format.JSON:
        print_json(done.as_json())
        return
    say(_("Import {run} is undone.").format(run=run))
    facts = _("  Entries: {removed} taken out, {restored} as before, {recreated} back again")
    say(facts.format(removed=done.removed, restored=done.restored, recreated=done.recreated))
    say(
        _("  Links: {removed} taken out, {added} back again").format(removed=done.links_removed, added=done.links_added)
    )


def diff(
    between: Annotated[str, typer.Argument(metavar="RUN..RUN", help=_("Two imports or days, as 5..7 or 2026-01-01.."))],
    shown: Annotated[Kind, typer.Option("--format", help=_("Form of the change log."))] = Kind.TEXT,
    out: Annotated[Path | None, typer.Option("--out", help=_("File to write."))] = None,
) -> None:
    """Print what differs between two states."""
    settings = load_settings()
    metamodel = metamodel_of(settings)
    with open_graph(settings, metamodel) as store, store.reading() as tx:
        meant = span(tx, between)
        found = ChangeLog(meant, net_changes(tx, meant.since, meant.until, metamodel))
    if shown is Kind.JSON:
        content = json.dumps(as_json(found, settings.lang), ensure_ascii=False, indent=2) + "\n"
    else:
        content = (markdown if shown is Kind.MD else plain)(found, metamodel, settings.lang)
    if out is None:
        say(content.rstrip("\n"))
        return
    with writable(out) as target:
        target.write(content.encode())
    say(_("Written: {file}").format(file=out))


def _meant(reader: Reader, text: str, metamodel: Metamodel) -> FactRef:
    """The fact meant; one that is gone now is found by `Type:id`."""
    found = find(reader, text, metamodel)
    if len(found) == 1:
        return found[0]
    word, colon, id_ = text.partition(":")
    label = metamodel.label_of(word) if colon else None
    if label and not found:
        return FactRef(label, id_.strip())
    several = Text("Mehrere Einträge heissen so.", "Several entries have this id.")
    nobody = Text(f"Es gibt keinen Eintrag {text}.", f"There is no entry {text}.")
    hint = Text("Nennen Sie den Typ dazu, wie Application:APP-1.", "Name its type too, as Application:APP-1.")
    raise WrongUsage(fault=several if found else nobody, hint=hint)


def _print_runs(runs: list[RunInfo], shown: Format) -> None:
    if shown is Format.JSON:
        print_json({"runs": [_run_json(run) for run in runs]})
        return
    if not runs:
        say(_("Nothing was imported yet."))
    for run in runs:
        facts = run.counts.get("facts", {}).values()
        sums = {key: sum(one.get(key, 0) for one in facts) for key in ("created", "updated", "retired")}
        names = ", ".join(name for name, _sha in run.files)
        say(f"{run.number:>5}  {run.at.astimezone():%d.%m.%Y %H:%M}  {names or run.by}")
        say("       " + _("{created} new, {updated} changed, {retired} retired").format(**sums))
        if run.undone_at:
            say("       " + _("undone on {at}").format(at=f"{run.undone_at.astimezone():%d.%m.%Y %H:%M}"))


def _run_json(run: RunInfo) -> dict[str, Any]:
    return {
        "run": run.number, "at": run.at.isoformat(), "by": run.by, "profile": run.profile,
        "files": [{"name": name, "sha256": sha256} for name, sha256 in run.files], "counts": run.counts,
        "undone_at": run.undone_at.isoformat() if run.undone_at else None, "undone_by": run.undone_by,
        "recorded": run.recorded,
    }  # fmt: skip


def _print_fact(ref: FactRef, changes: list[FieldChange], shown: Format, lang: Lang) -> None:
    if shown is Format.JSON:
        print_json({"fact": ref.key, "name": ref.name, "changes": [_change_json(one, lang) for one in changes]})
        return
    say(f"{ref.title} ({ref.key})")
    last = 0
    for one in changes:
        if one.run != last:
            say(_("Import {run}, {at}").format(run=one.run, at=f"{one.at.astimezone():%d.%m.%Y %H:%M}"))
            last = one.run
        say(f"  {one.title.in_(lang)}: {in_words(one.old, lang)} → {in_words(one.new, lang)}")


def _change_json(one: FieldChange, lang: Lang) -> dict[str, Any]:
    return {
        "run": one.run, "at": one.at.isoformat(), "field": one.field, "title": one.title.in_(lang),
        "old": plain_value(one.old), "new": plain_value(one.new),
    }  # fmt: skip
