"""Checks a profile against the metamodel before any file is read: fact types, fields, words of closed lists."""

from __future__ import annotations

from collections.abc import Iterator

from ea_cockpit.i18n import Text
from ea_cockpit.ingest.parse import Fault, parse
from ea_cockpit.ingest.profile_faults import ProfileFault, WrongProfile
from ea_cockpit.ingest.profile_schema import FactRule, Profile, Value
from ea_cockpit.ingest.profile_sheets import column_index, folded
from ea_cockpit.model.metamodel import Column, FactType, Metamodel
from ea_cockpit.naming.nearest import did_you_mean


def check_profile(profile: Profile, metamodel: Metamodel) -> None:
    """Raise `WrongProfile` with everything that does not fit the metamodel."""
    faults = [*_sheet_faults(profile), *_fact_faults(profile, metamodel)]
    if faults:
        raise WrongProfile(profile.file or profile.name, faults)


def _sheet_faults(profile: Profile) -> Iterator[ProfileFault]:
    for i, sheet in enumerate(profile.sheets):
        for letter in sheet.columns:
            if column_index(letter) < 0:
                fault = Text(f"«{letter}» ist keine Spalte.", f"'{letter}' is no column.")
                hint = Text("Nennen Sie den Buchstaben wie in Excel.", "Use the letter Excel shows.")
                yield ProfileFault(f"sheets[{i}].columns.{letter}", fault, hint)
    seen: dict[str, str] = {}
    named = [(f"sheets[{i}].sheet", name) for i, rule in enumerate(profile.sheets) for name in rule.names]
    named += [(f"ignore[{i}].sheet", name) for i, rule in enumerate(profile.ignore) for name in rule.names]
    for place, name in named:
        if folded(name) in seen:
            fault = Text(
                f"das Blatt «{name}» steht schon in {seen[folded(name)]}.",
                f"the sheet '{name}' already stands in {seen[folded(name)]}.",
            )
            hint = Text("Führen Sie die Regeln eines Blatts zusammen.", "Put the rules of one sheet together.")
            yield ProfileFault(place, fault, hint)
        seen.setdefault(folded(name), place)


def _fact_faults(profile: Profile, metamodel: Metamodel) -> Iterator[ProfileFault]:
    labels = [kind.label for kind in metamodel]
    for i, sheet in enumerate(profile.sheets):
        for j, rule in enumerate(sheet.facts):
            place = f"sheets[{i}].facts[{j}]"
            if rule.fact in metamodel:
                yield from _field_faults(place, rule, metamodel[rule.fact])
            else:
                fault = Text(f"«{rule.fact}» ist kein Faktentyp.", f"'{rule.fact}' is no fact type.")
                yield ProfileFault(f"{place}.fact", fault, did_you_mean(rule.fact, labels))


def _field_faults(place: str, rule: FactRule, kind: FactType) -> Iterator[ProfileFault]:
    for name, value in rule.fields.items():
        where = f"{place}.fields.{name}"
        if name == "id":
            fault = Text("die ID steht nicht unter fields.", "the ID does not stand among fields.")
            yield ProfileFault(where, fault, Text("Verwenden Sie den Eintrag id.", "Use the entry id."))
        elif name not in kind.by_name:
            fault = Text(f"{kind.label} hat kein Feld «{name}».", f"{kind.label} has no field '{name}'.")
            yield ProfileFault(where, fault, did_you_mean(name, [n for n in kind.by_name if n != "id"]))
        else:
            field = kind.by_name[name]
            if isinstance(field, Column):
                yield from _word_faults(where, value, field)


def _word_faults(place: str, value: Value, column: Column) -> Iterator[ProfileFault]:
    """What the profile writes into a cell by itself must be something the field takes."""
    written = {f"{place}.values.{word}": meaning for word, meaning in value.values.items()}
    written |= {f"{place}.constant": value.constant or "", f"{place}.others": value.others or ""}
    if value.values or value.others is not None:
        # A constant that is translated is no word of the field yet.
        written.pop(f"{place}.constant")
    for where, word in written.items():
        outcome = parse(column, word) if word and column.kind != "list" else None
        if isinstance(outcome, Fault):
            says, hint = outcome.problem.says, outcome.problem.remedy
            filled = {"value": word, "heading": column.title, "example": column.example, **outcome.values}
            yield ProfileFault(where, says.format(**filled), hint.format(**filled))
