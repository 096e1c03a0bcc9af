"""Rules on what does not fit together: read from a file, checked against the metamodel, never run as code."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import Field

from ea_cockpit.analyses.policy import Policy
from ea_cockpit.analyses.policy_file import BrokenPolicyFile, PolicyForm, read_policy
from ea_cockpit.i18n import Text
from ea_cockpit.model.metamodel import Column, FactType, Metamodel

FILE = "plausibility.yaml"
_CONDITION = re.compile(r"^(?P<field>\w+)\s*(?P<op><=|>=|!=|<|>|=)\s*(?P<value>\S.*)$")
_FILLING = re.compile(r"^(?P<field>\w+)\s+(?P<op>empty|filled)$")
_NUMBERS = ("integer", "number", "money")
_ORDERS = ("<", "<=", ">", ">=")


class Words(PolicyForm):
    """A sentence in both languages."""

    de: str
    en: str

    @property
    def text(self) -> Text:
        """As a text."""
        return Text(self.de, self.en)


class WrittenRule(PolicyForm):
    """A rule as it stands in the file."""

    id: str = Field(min_length=1)
    of: str | tuple[str, ...]
    when: tuple[str, ...] = Field(min_length=1)
    says: Words
    remedy: Words


class WrittenRules(PolicyForm):
    """The file."""

    version: str
    rules: tuple[WrittenRule, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """One comparison of a field: with another field, or with a value."""

    field: str
    op: str
    other: str | None = None
    value: Any = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for one fact type; all conditions hold at once."""

    id: str
    label: str
    when: tuple[Condition, ...]
    says: Text
    remedy: Text

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields it speaks of, once each."""
        named = [name for condition in self.when for name in (condition.field, condition.other) if name]
        return tuple(dict.fromkeys(named))

    def as_parameter(self) -> dict[str, Any]:
        """As the statement takes it."""
        when = [{"field": c.field, "op": c.op, "other": c.other, "value": c.value} for c in self.when]
        return {"id": self.id, "fields": list(self.fields), "when": when}


def plausibility_rules(policy: Policy, metamodel: Metamodel, day: dt.date) -> list[Rule]:
    """The rules in force on a day; what is wrong in an own file is told with rule and condition."""
    written = read_policy(policy, FILE, WrittenRules)
    return [rule for one in written.rules for rule in _compiled(one, metamodel, day)]


def _compiled(written: WrittenRule, metamodel: Metamodel, day: dt.date) -> Iterator[Rule]:
    wanted = [written.of] if isinstance(written.of, str) else [*written.of]
    labels = [kind.label for kind in metamodel] if wanted == ["*"] else wanted
    for label in labels:
        if label not in metamodel:
            known = ", ".join(kind.label for kind in metamodel)
            raise _broken(
                written, Text(f"{label} ist kein Typ; es gibt {known}", f"no type {label}; there are {known}")
            )
        when = tuple(_condition(written, text, metamodel[label], day) for text in written.when)
        yield Rule(written.id, label, when, written.says.text, written.remedy.text)


def _condition(rule: WrittenRule, text: str, kind: FactType, day: dt.date) -> Condition:
    match = _FILLING.match(text.strip()) or _CONDITION.match(text.strip())
    if match is None:
        raise _broken(rule, Text(f"«{text}» ist keine Bedingung", f"“{text}” is no condition"))
    field = kind.by_name.get(match["field"])
    if not isinstance(field, Column):
        known = ", ".join(column.name for column in kind.columns)
        fault = Text(
            f"{match['field']} ist kein Feld; es gibt {known}", f"no field {match['field']}; there are {known}"
        )
        raise _broken(rule, fault)
    if match["op"] in ("empty", "filled"):
        return Condition(field.name, match["op"])
    other = kind.by_name.get(match["value"].strip())
    if isinstance(other, Column) and _sort(other) == _sort(field):
        return Condition(field.name, match["op"], other=other.name)
    value = _value(field, match["value"].strip(), day)
    if value is None or (match["op"] in _ORDERS and _sort(field) not in ("number", "date")):
        raise _broken(rule, Text(f"«{text}» lässt sich nicht vergleichen", f"“{text}” cannot be compared"))
    return Condition(field.name, match["op"], value=value)


def _sort(field: Column) -> str:
    return "number" if field.kind in _NUMBERS else field.kind


def _value(field: Column, word: str, day: dt.date) -> Any:
    """A constant as the field holds it; None where the word is none."""
    try:
        if field.kind in _NUMBERS:
            return float(word)
        if field.kind == "date":
            return day if word == "today" else dt.date.fromisoformat(word)
    except ValueError:
        return None
    if field.kind == "yesno":
        return {"ja": True, "yes": True, "true": True, "nein": False, "no": False, "false": False}.get(word.casefold())
    if field.choices:
        found = field.choices.spellings().get(word.casefold())
        return found.value if found else None
    return word


def _broken(rule: WrittenRule, fault: Text) -> BrokenPolicyFile:
    return BrokenPolicyFile(file=FILE, place=rule.id, fault=fault)
