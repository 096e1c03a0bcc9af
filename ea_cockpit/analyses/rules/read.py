"""Reads rules: from a YAML file with their examples, or one check as it is kept with a standard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from ea_cockpit.analyses.rules.compile import compile_condition
from ea_cockpit.analyses.rules.faults import RuleFault, UnreadableRules, WrongEntry, WrongRules
from ea_cockpit.analyses.rules.rule import DEMANDING, Check, Rule, RuleBook, RuleEntry
from ea_cockpit.analyses.rules.terms import Terms
from ea_cockpit.analyses.rules.yaml_text import read_yaml
from ea_cockpit.i18n import Text
from ea_cockpit.model.facts.standard import Verdict
from ea_cockpit.naming.nearest import did_you_mean


@dataclass(frozen=True, slots=True)
class WrittenRule:
    """A rule of a file: as it is written, and as it works."""

    entry: RuleEntry
    rule: Rule


def read_rules(path: Path, terms: Terms) -> list[WrittenRule]:
    """The rules of a file; all its faults are told at once."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        why = fault.strerror if isinstance(fault, OSError) else "UTF-8?"
        raise UnreadableRules(file=path.name, place="–", why=why or type(fault).__name__) from None
    return parse_rules(text, path.name, terms)


def parse_rules(text: str, file: str, terms: Terms) -> list[WrittenRule]:
    """The rules in a text; `file` is its name for messages."""
    raw = read_yaml(text, file)
    try:
        book = RuleBook.model_validate(raw)
    except ValidationError as error:
        raise WrongRules(file, list(_schema_faults(error, "YAML", RuleBook))) from None
    faults: list[RuleFault] = []
    found: list[WrittenRule] = []
    for place, item in enumerate(book.rules, start=1):
        try:
            entry = RuleEntry.model_validate(item)
            found.append(WrittenRule(entry, _rule(entry, terms)))
        except ValidationError as error:
            faults += _schema_faults(error, _called(item, place), RuleEntry)
        except WrongEntry as fault:
            faults.append(fault.of(_called(item, place)))
    faults += _twice([written.rule.id for written in found])
    if faults:
        raise WrongRules(file, faults)
    return found


def check_of(text: str, rule_id: str, terms: Terms) -> tuple[Check, RuleFault | None]:
    """The check kept with a standard, braces around it or not; the fault where it is none."""
    written = text.strip()
    empty = Check.model_construct(applies_to=[])
    try:
        raw = read_yaml(written if written.startswith("{") else f"{{{written}}}", rule_id)
        check = Check.model_validate(raw)
        for word in check.applies_to:
            terms.label(word)
    except UnreadableRules as fault:
        return empty, RuleFault(rule_id, "check", Text(fault.fault("de"), fault.fault("en")), UnreadableRules.remedy)
    except ValidationError as error:
        return empty, next(iter(_schema_faults(error, rule_id, Check)))
    except WrongEntry as wrong:
        return empty, wrong.inside("applies_to").of(rule_id)
    return check, None


def conditions(check: Check, verdict: Verdict, terms: Terms) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is asked of each type of facts (`where`), and what must hold (`must`)."""
    _fits(check, verdict)
    labels = [_at("applies_to", terms.label, word) for word in check.applies_to]
    where = {label: _at("where", compile_condition, check.where, label, terms) for label in labels}
    if verdict not in DEMANDING:
        return where, {}
    return where, {label: _at("must", compile_condition, check.must, label, terms) for label in labels}


def _rule(entry: RuleEntry, terms: Terms) -> Rule:
    where, must = conditions(entry, entry.verdict, terms)
    wording = entry.rule.text if entry.rule else None
    return Rule(
        entry.id, entry.name.text, entry.verdict, where, must, entry.since, entry.until, frozenset(entry.also),
        wording, entry.way_out,
    )  # fmt: skip


def _fits(check: Check, verdict: Verdict) -> None:
    if verdict in DEMANDING and not check.must:
        raise WrongEntry(
            Text(
                f"«{verdict.value}» verlangt etwas, doch must fehlt.", f"“{verdict.value}” demands, but must is absent."
            ),
            Text("Schreiben Sie unter must, was gelten muss.", "Write under must what has to hold."),
            "must",
        )
    if verdict not in DEMANDING and (check.must or not check.where):
        raise WrongEntry(
            Text(f"«{verdict.value}» braucht where und kein must.", f"“{verdict.value}” needs where and no must."),
            Text("Schreiben Sie unter where, wen es trifft.", "Write under where what is hit."),
            "where",
        )


def _at(field: str, make: Any, *args: Any) -> Any:
    try:
        return make(*args)
    except WrongEntry as fault:
        raise fault.inside(field) from None


def _called(item: Any, place: int) -> str:
    name = item.get("id") if isinstance(item, dict) else None
    return str(name) if name else f"rules[{place}]"


def _twice(ids: Sequence[str]) -> Iterator[RuleFault]:
    for id_ in sorted({id_ for id_ in ids if ids.count(id_) > 1}):
        fault = Text("diese Regel steht zweimal da.", "this rule stands there twice.")
        yield RuleFault(id_, "id", fault, Text("Geben Sie jeder ihre eigene ID.", "Give each its own id."))


_ADD = Text("Ergänzen Sie den Eintrag.", "Add the entry.")


def _schema_faults(error: ValidationError, rule: str, root: type[BaseModel]) -> Iterator[RuleFault]:
    """What pydantic found, in words a person who writes YAML understands."""
    for item in error.errors():
        loc, raised = item["loc"], item.get("ctx", {}).get("error")
        field = ".".join(str(part) for part in loc)
        if isinstance(raised, WrongEntry):
            yield raised.inside(field).of(rule)
        elif item["type"] == "extra_forbidden":
            hint = did_you_mean(str(loc[-1]), _known(root, loc[:-1]))
            yield RuleFault(rule, field, Text("diesen Eintrag gibt es nicht.", "there is no such entry."), hint)
        elif item["type"] in ("missing", "too_short", "string_too_short"):
            yield RuleFault(rule, field, Text("der Eintrag fehlt.", "the entry is missing."), _ADD)
        else:
            shown = str(item["input"])[:60]
            fault = Text(f"«{shown}» passt hier nicht.", f"“{shown}” does not fit here.")
            yield RuleFault(rule, field, fault, _form(item))


def _form(item: Any) -> Text:
    if item["type"].startswith("literal"):
        expected = item["ctx"]["expected"]
        return Text(f"Möglich sind: {expected}.", f"Possible are: {expected}.")
    if item["type"].startswith(("dict", "model")):
        return Text("Erwartet werden Zeilen «Name: Wert».", "Lines 'name: value' are expected.")
    if item["type"].startswith("list"):
        return Text("Erwartet wird eine Liste (Zeilen mit «- »).", "A list is expected (lines with '- ').")
    return Text("Erwartet wird ein Text.", "A text is expected.")


def _known(root: type[BaseModel], loc: Sequence[int | str]) -> list[str]:
    """The entries possible at a place of the schema."""
    model: type[BaseModel] | None = root
    for part in loc:
        if isinstance(part, int) or model is None:
            continue
        info = model.model_fields.get(part)
        model = _model_in(info.annotation) if info else None
    return [info.alias or name for name, info in model.model_fields.items()] if model else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = [_model_in(part) for part in getattr(annotation, "__args__", ())]
    return next((model for model in inner if model), None)
