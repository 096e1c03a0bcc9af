"""Reads a scenario file; everything that can be wrong with it without looking at the graph is told at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from ea_cockpit.analyses.policy import shipped_text
from ea_cockpit.analyses.scenario.faults import ScenarioFault, UnreadableScenario, WrongScenario, place_of
from ea_cockpit.analyses.scenario.schema import STEPS, Add, Head, Merge, NewStandard, Scenario, Step
from ea_cockpit.analyses.scenario.values import settle_fields
from ea_cockpit.i18n import Text
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.model.yaml_text import TextLoader, line_of, why_of
from ea_cockpit.naming.nearest import did_you_mean

EXAMPLE = "scenarios/musterkanton.yaml"
"""The shipped example, for the sample canton."""


def example_text() -> str:
    """The shipped example, comments and all."""
    return shipped_text(EXAMPLE)


def read_scenario(path: Path, metamodel: Metamodel) -> Scenario:
    """Read a scenario from a file; raises an error that says what is wrong, where, and what to do."""
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise UnreadableScenario(file=path.name, place=path.name, why=fault.strerror or "?") from None
    return parse_scenario(content, path.name, metamodel)


def parse_scenario(content: bytes | str, file: str, metamodel: Metamodel) -> Scenario:
    """Read a scenario from the content of its file."""
    try:
        text = content.decode("utf-8-sig") if isinstance(content, bytes) else content
        raw = yaml.load(text, Loader=TextLoader)  # noqa: S506  builds texts, lists and mappings only
    except yaml.YAMLError as fault:
        raise UnreadableScenario(file=file, place=line_of(fault), why=why_of(fault)) from None
    except (UnicodeDecodeError, RecursionError) as fault:
        raise UnreadableScenario(file=file, place="YAML", why=type(fault).__name__) from None
    try:
        head = Head.model_validate(raw)
    except ValidationError as fault:
        raise WrongScenario(file, [_schema_fault(item, None, Head) for item in fault.errors()]) from None
    steps, faults = [], []
    for number, one in enumerate(head.steps, start=1):
        step, wrong = _step(number, one)
        faults += wrong or [*_field_faults(number, step, metamodel)]
        steps.append(step)
    if faults:
        raise WrongScenario(file, faults)
    return Scenario(file, head.name, head.description, head.day, tuple(step for step in steps if step))


def _step(number: int, raw: Mapping[str, Any]) -> tuple[Step | None, list[ScenarioFault]]:
    verbs = [name for name in raw if name in STEPS]
    if len(verbs) != 1:
        listed = ", ".join(STEPS)
        fault = Text("genau ein Verb ist nötig.", "exactly one verb is needed.")
        every = Text(f"Möglich sind: {listed}.", f"Possible are: {listed}.")
        hint = every if verbs or not raw else did_you_mean(next(iter(raw)), STEPS)
        return None, [ScenarioFault(place_of(number, ", ".join(raw)), fault, hint)]
    model = STEPS[verbs[0]]
    try:
        return model.model_validate(raw), []
    except ValidationError as fault:
        found = [_schema_fault(item, number, model) for item in fault.errors()]
        return None, list({one.place: one for one in reversed(found)}.values())[::-1]


def _schema_fault(item: Any, number: int | None, model: Any) -> ScenarioFault:
    # Where a value may be of several forms, pydantic names the form it tried.
    loc = [str(part) for part in item["loc"] if str(part) not in _FORMS and "[" not in str(part)]
    place = place_of(number, ".".join(loc), getattr(model, "verb", ""))
    entries = [info.alias or name for name, info in model.model_fields.items()]
    if item["type"] == "extra_forbidden":
        return ScenarioFault(
            place, Text("diesen Eintrag gibt es nicht.", "there is no such entry."), did_you_mean(loc[-1], entries)
        )
    if item["type"] in ("missing", "too_short", "string_too_short"):
        return ScenarioFault(place, Text("der Eintrag fehlt.", "the entry is missing."), _EXAMPLE_HINT)
    fault = Text("«{shown}» hat nicht die erwartete Form.", "'{shown}' is not of the expected form.")
    return ScenarioFault(place, fault.format(shown=str(item["input"])[:60]), _EXAMPLE_HINT)


_FORMS = ("str", "nullable", "tuple")
_EXAMPLE_HINT = Text(
    "«ea-cockpit scenario example» zeigt, wie er geschrieben wird.",
    "'ea-cockpit scenario example' shows how it is written.",
)


def _field_faults(number: int, step: Step | None, metamodel: Metamodel) -> Iterator[ScenarioFault]:
    """Fields of facts whose type is known without the graph."""
    if isinstance(step, Add):
        label = metamodel.label_of(step.add)
        if label is None:
            fault = Text("«{word}» ist kein Faktentyp.", "'{word}' is no fact type.").format(word=step.add)
            known = [word for kind in metamodel for word in (kind.label, kind.title.de)]
            yield ScenarioFault(place_of(number, "add", step.verb), fault, did_you_mean(step.add, known))
            return
        given, kind = step.fields, metamodel[label]
    elif isinstance(step, NewStandard) and "Standard" in metamodel:
        given, kind = step.new_standard, metamodel["Standard"]
    else:
        if isinstance(step, Merge) and isinstance(step.into, dict) and not {"id", "name"} & step.into.keys():
            fault = Text("dem Neuen fehlt ein Name.", "the new one lacks a name.")
            yield ScenarioFault(place_of(number, "into", step.verb), fault, Text("Ergänzen Sie name.", "Add name."))
        return
    for name, fault, hint in settle_fields(kind, given).faults:
        yield ScenarioFault(place_of(number, name, step.verb), fault, hint)
