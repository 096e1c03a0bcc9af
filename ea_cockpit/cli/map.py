"""Map and profiles: what files were taken for, as a profile to correct and to keep."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from ea_cockpit.cli.context import _, bar, metamodel_of, note, say
from ea_cockpit.errors import WrongUsage
from ea_cockpit.i18n import Lang, Text
from ea_cockpit.ingest.layout import recognise
from ea_cockpit.ingest.plan import ColumnMatch, Plan, SheetPlan, column_letter
from ea_cockpit.ingest.profile import profile_text, saved_profiles, shipped_profiles
from ea_cockpit.ingest.profile_saved import save_profile
from ea_cockpit.ingest.profile_write import profile_of
from ea_cockpit.settings import load_settings
from ea_cockpit.tabular.reader import read_table
from ea_cockpit.tabular.writing import writable

ORDER = 25


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("map", help=_("Show what sheets and columns were taken for, and write it as a profile."))(map_)
    app.command("profiles", help=_("List the profiles: shipped ones and your own."))(profiles)


def map_(
    files: Annotated[list[Path], typer.Argument(help=_("Workbooks or CSV files; several are read together."))],
    profile: Annotated[
        str | None, typer.Option("--profile", help=_("A profile by its name, or a YAML file for a foreign layout."))
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help=_("Write a profile to this file, to correct it."))] = None,
    save: Annotated[
        str | None, typer.Option("--save", help=_("Keep the profile under this name; it then applies itself."))
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help=_("Replace your profile of this name."))] = False,
    lang: Annotated[Lang | None, typer.Option("--lang", help=_("Language: de or en."))] = None,
) -> None:
    """Show what files were taken for."""
    settings = load_settings()
    metamodel, shown = metamodel_of(settings), lang or settings.lang
    with bar(settings.lang) as progress:
        tables = []
        for number, path in enumerate(files):
            progress(Text("Lesen", "Reading"), number, len(files))
            tables.append(read_table(path))
    plan, used = recognise(tables, metamodel, profile, settings.own_profiles)
    if used:
        say(_READ_WITH.format(name=used).in_(shown))
    for line in _lines(plan, shown):
        say(line)
    if not plan.sheets and not plan.doubtful:
        sys.exit(1)
    text = profile_text(profile or used, settings.own_profiles) if used else profile_of(plan, shown)
    if out:
        with writable(out) as target:
            target.write(text.encode())
        note(_("Written: {file}").format(file=out))
    if save and not (used or plan.sheets):
        raise WrongUsage(fault=_NOTHING_SURE, hint=_SURE_FIRST)
    if save:
        kept = save_profile(text, settings.own_profiles, save, replace=replace)
        note(_("Written: {file}").format(file=kept))


def profiles() -> None:
    """List the profiles."""
    settings = load_settings()
    saved = saved_profiles(settings.own_profiles)
    known = {**shipped_profiles(), **saved}
    width = max(map(len, known))
    for name in [*saved, *(name for name in shipped_profiles() if name not in saved)]:
        mark = _OWN.in_(settings.lang) if name in saved else ""
        say(f"{name:<{width}}  {known[name].title.text.in_(settings.lang)}{mark}")


_NOTHING_SURE = Text("Kein Blatt wurde sicher genug erkannt.", "No sheet was recognised surely enough.")
_SURE_FIRST = Text(
    "Schreiben Sie das Profil mit --out, berichtigen Sie es, und bewahren Sie es mit --profile und --save auf.",
    "Write the profile with --out, correct it, and keep it with --profile and --save.",
)
_READ_WITH = Text("Gelesen mit dem Profil {name}.", "Read with the profile {name}.")
_OWN = Text(" (eigenes)", " (your own)")
_SHEET = Text(
    "{sheet} ({file}), Überschriften in Zeile {row}: {facts}", "{sheet} ({file}), headings in row {row}: {facts}"
)
_PERHAPS = Text("vielleicht {what}", "perhaps {what}")
_CUSTOM = Text("Zusatzangabe", "additional attribute")
_LEFT_OUT = Text(
    "Weggelassen: {sheet} ({file}): {why} (Zeilen: {rows})", "Left out: {sheet} ({file}): {why} (rows: {rows})"
)


def _lines(plan: Plan, lang: Lang) -> Iterator[str]:
    """Every sheet with its columns, then what was left out."""
    for sheet in (*plan.sheets, *plan.doubtful):
        yield _sheet_line(sheet, lang)
        yield from _column_lines(sheet, lang)
        yield ""
    for item in plan.ignored:
        rows = {"sheet": item.sheet, "file": item.file, "rows": item.rows, "why": item.why}
        yield _LEFT_OUT.format(**rows).in_(lang)


def _sheet_line(sheet: SheetPlan, lang: Lang) -> str:
    kinds = ", ".join(dict.fromkeys(fact.kind.plural.in_(lang) for fact in sheet.facts))
    facts = kinds if sheet.match.certain else _PERHAPS.format(what=kinds).in_(lang)
    line = _SHEET.format(sheet=sheet.sheet.name, file=sheet.table.file, row=sheet.header + 1, facts=facts).in_(lang)
    return line + _sureness(sheet.match.confidence, sheet.match.reason, lang)


def _column_lines(sheet: SheetPlan, lang: Lang) -> Iterator[str]:
    rows = [(column_letter(c.index), " ".join(c.heading.split()), *_taken_for(sheet, c, lang)) for c in sheet.columns]
    wide = [max((len(row[place]) for row in rows), default=0) for place in range(3)]
    for letter, heading, what, why in rows:
        yield f"  {letter:<{wide[0]}}  {heading:<{wide[1]}}  {what:<{wide[2]}}{why}".rstrip()


def _taken_for(sheet: SheetPlan, column: ColumnMatch, lang: Lang) -> tuple[str, str]:
    """The field a column was taken for, and how surely; what else it may be where that is in doubt."""
    titles = {name: item.title.in_(lang) for fact in sheet.facts for name, item in fact.kind.by_name.items()}
    if column.field is None:
        return _CUSTOM.in_(lang), ""
    title = titles.get(column.field, column.field)
    why = _sureness(column.match.confidence, column.match.reason, lang)
    if column.match.certain:
        return title, why
    others = " / ".join(titles.get(name, name) for name, _match in column.others)
    return f"{_PERHAPS.format(what=title).in_(lang)}?", f"{why}; {others}" if others else why


def _sureness(confidence: float, reason: Text, lang: Lang) -> str:
    return "" if confidence >= 1 else f"  ({round(confidence * 100)} %: {reason.in_(lang)})"
