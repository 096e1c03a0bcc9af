"""`ea-cockpit standards`: list, test, preview and publish standards as code."""

from __future__ import annotations

import datetime as dt
import sys
from importlib.resources import as_file, files
from io import BytesIO
from pathlib import Path
from typing import Annotated, Any

import typer

from ea_cockpit.analyses.rules.examples import FOUND, Tried, try_examples
from ea_cockpit.analyses.rules.faults import WrongRules
from ea_cockpit.analyses.rules.preview import Previewed, preview, standards_in_force
from ea_cockpit.analyses.rules.publish import standard_of
from ea_cockpit.analyses.rules.read import WrittenRule, read_rules
from ea_cockpit.analyses.rules.standards import Standard, rules_of
from ea_cockpit.analyses.rules.terms import Terms
from ea_cockpit.cli.context import Format, _, metamodel_of, open_graph, print_json, say
from ea_cockpit.graph.catalogue import FactRef
from ea_cockpit.i18n import Lang
from ea_cockpit.ingest.decision import Decisions, Side
from ea_cockpit.ingest.importer import Request, plan_for, run_import
from ea_cockpit.ingest.report import Report
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.settings import Settings, load_settings
from ea_cockpit.tabular.inventory import write_inventory
from ea_cockpit.tabular.reader import read_bytes

ORDER = 35
_SHIPPED = "standards.yaml"
_SHOWN = 20

Shown = Annotated[Format, typer.Option("--format", help=_("Print a report to read, or JSON."))]
File = Annotated[Path, typer.Argument(help=_("File of rules (YAML); docs/standards.md tells how to write one."))]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help=_("Standards as code: list, test, preview, publish."), no_args_is_help=True)
    group.command("list", help=_("List the standards of the graph and how each is checked."))(list_)
    examples = _("Run the examples of the rules; without a file those of the shipped catalogue.")
    group.command("test", help=examples)(try_)
    group.command("preview", help=_("Who a draft would hit, compared with the version in force."))(preview_)
    group.command("publish", help=_("Import the rules of a file as standards."))(publish)
    app.add_typer(group, name="standards")


def list_(shown: Shown = Format.TEXT) -> None:
    """List the standards."""
    settings = load_settings()
    metamodel = metamodel_of(settings)
    with open_graph(settings, metamodel) as store, store.reading() as tx:
        standards = standards_in_force(tx)
    terms = Terms(metamodel)
    rows = [_listed(standard, terms, settings.lang) for standard in standards]
    if shown is Format.JSON:
        print_json(rows)
        return
    if not rows:
        say(_("No standards yet."))
    wide = max((len(row["id"]) for row in rows), default=0)
    for row in rows:
        say(f"{row['id']:<{wide}}  {row['name']} ({row['verdict'] or '–'}{row['term']}): {row['checked']}")


def _listed(standard: Standard, terms: Terms, lang: Lang) -> dict[str, Any]:
    rules = rules_of([standard], terms)
    if rules.faults:
        checked = rules.faults[0].sentence.in_(lang)
    elif standard.check:
        checked = _("its own check")
    else:
        checked = _("follows from verdict and 'applies to'") if rules.rules else _("words only, nobody checks it")
    days = [f"{day:%d.%m.%Y}" if day else "" for day in (standard.valid_from, standard.valid_until)]
    return {
        "id": standard.key, "name": standard.name,
        "verdict": standard.verdict.in_(lang) if standard.verdict else None,
        "term": f", {days[0]}–{days[1]}" if any(days) else "", "checked": checked,
    }  # fmt: skip


def try_(
    file: Annotated[Path | None, typer.Argument(help=_("File of rules; without one the shipped catalogue."))] = None,
    shown: Shown = Format.TEXT,
) -> None:
    """Run the examples of the rules."""
    settings = load_settings()
    terms = Terms(metamodel_of(settings))
    if file is None:
        with as_file(files("ea_cockpit.analyses") / "shipped" / _SHIPPED) as path:
            file, written = path, read_rules(path, terms)
    else:
        written = read_rules(file, terms)
    tried = _tried(file.name, written, terms)
    _tell_tried(written, tried, shown, settings.lang)
    if not all(one.passed for one in tried):
        sys.exit(1)


def _tried(file: str, written: list[WrittenRule], terms: Terms) -> list[Tried]:
    tried, faults = try_examples(written, terms, dt.date.today())
    if faults:
        raise WrongRules(file, faults)
    return tried


def _tell_tried(written: list[WrittenRule], tried: list[Tried], shown: Format, lang: Lang) -> None:
    silent = [one.rule.id for one in written if not one.entry.examples]
    failed = [one for one in tried if not one.passed]
    if shown is Format.JSON:
        told = [{"rule": t.rule, "example": t.place, "expected": t.expected, "found": t.found} for t in failed]
        print_json({"rules": len(written), "examples": len(tried), "failed": told, "without_examples": silent})
        return
    for one in failed:
        said = f" ({one.says})" if one.says else ""
        line = _("{rule}, example {place}{said}: should be {expected}, is {found}.")
        words = {"expected": FOUND[one.expected].in_(lang), "found": FOUND[one.found].in_(lang)}
        say(line.format(rule=one.rule, place=one.place, said=said, **words))
    for rule in silent:
        say(_("{rule} has no example.").format(rule=rule))
    counts = {"rules": len(written), "passed": len(tried) - len(failed), "all": len(tried)}
    say(_("{rules} rules, {passed} of {all} examples as expected.").format(**counts))


def preview_(file: File, shown: Shown = Format.TEXT) -> None:
    """Say who a draft would hit."""
    settings = load_settings()
    metamodel = metamodel_of(settings)
    terms = Terms(metamodel)
    written = read_rules(file, terms)
    with open_graph(settings, metamodel) as store, store.reading() as tx:
        found = preview(written, tx, terms, dt.date.today())
    if shown is Format.JSON:
        print_json([_as_json(one) for one in found])
        return
    for one in found:
        _tell(one, metamodel, settings.lang)


def _as_json(one: Previewed) -> dict[str, Any]:
    parts = {"new": one.new, "no_longer": one.gone, "as_before": one.same, "undecided": one.undecided}
    return {"standard": one.rule.id, "in_force": one.known} | {
        name: [ref.key for ref in refs] for name, refs in parts.items()
    }


def _tell(one: Previewed, metamodel: Metamodel, lang: Lang) -> None:
    state = _("a version is in force") if one.known else _("not yet in force")
    say(f"{one.rule.id}  {one.rule.name.in_(lang)} ({one.rule.verdict.in_(lang)}, {state})")
    counts = {"new": len(one.new), "same": len(one.same), "gone": len(one.gone), "unclear": len(one.undecided)}
    say(_("  hit anew {new}, as before {same}, no longer {gone}; undecided {unclear}").format(**counts))
    for mark, refs in (("+", one.new), ("-", one.gone)):
        for ref in refs[:_SHOWN]:
            say(f"  {mark} {_called(ref, metamodel, lang)}")
        if len(refs) > _SHOWN:
            say(_("  and {count} more; --format json shows all").format(count=len(refs) - _SHOWN))


def _called(ref: FactRef, metamodel: Metamodel, lang: Lang) -> str:
    return f"{metamodel[ref.label].title.in_(lang)} {ref.id} {ref.name or ''}".rstrip()


def publish(file: File, shown: Shown = Format.TEXT) -> None:
    """Import the rules as standards; first their examples must pass."""
    settings = load_settings()
    metamodel = metamodel_of(settings)
    terms = Terms(metamodel)
    written = read_rules(file, terms)
    tried = _tried(file.name, written, terms)
    if not all(one.passed for one in tried):
        _tell_tried(written, tried, Format.TEXT, settings.lang)
        say(_("Nothing was published: first the examples must come out as expected."))
        sys.exit(1)
    report = _import(file, written, metamodel, settings)
    if shown is Format.JSON:
        print_json(report.as_json(settings.lang))
        return
    counts = report.as_json("en")["facts"]["Standard"]
    say(_("Published as import {run}: {created} new, {updated} changed, {unchanged} as before.").format(
        run=report.run, **{name: counts[name] for name in ("created", "updated", "unchanged")}
    ))  # fmt: skip


def _import(file: Path, written: list[WrittenRule], metamodel: Metamodel, settings: Settings) -> Report:
    """Through the ordinary import, as a workbook: so the run has its number, its history, and can be undone."""
    book = BytesIO()
    facts = {"Standard": [standard_of(one) for one in written]}
    write_inventory(book, facts, metamodel, settings.lang, only_filled=True)
    tables = [read_bytes(f"{file.stem}.xlsx", book.getvalue())]
    request = Request(
        tables, plan_for(tables, metamodel), precedence=settings.precedence,
        decisions=Decisions(everywhere=Side.THEIRS),
    )  # fmt: skip
    with open_graph(settings, metamodel) as store:
        return run_import(request, metamodel, store)
