"""Fields of facts as a scenario writes them: names and words in either language, values as the graph keeps them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from ea_cockpit.analyses.scenario.schema import Raw
from ea_cockpit.graph.store import as_property
from ea_cockpit.i18n import LANGS, Text
from ea_cockpit.model.metamodel import Column, FactType, Link
from ea_cockpit.model.values import SEPARATORS
from ea_cockpit.naming.nearest import did_you_mean

_YES, _NO = {"ja", "yes", "true"}, {"nein", "no", "false"}
_THOUSANDS = re.compile(r"(?<=\d)['’ ](?=\d{3})")
_AS_WRITTEN = Text("Schreiben Sie {like}.", "Write {like}.")


@dataclass(slots=True)
class Settled:
    """What the fields of one fact mean: properties (None clears), partners as they were named, and what is wrong."""

    properties: dict[str, Any] = field(default_factory=dict)
    partners: dict[Link, tuple[str, ...]] = field(default_factory=dict)
    faults: list[tuple[str, Text, Text]] = field(default_factory=list)


def settle_fields(kind: FactType, fields: Mapping[str, Raw]) -> Settled:
    """Read all fields of a fact of this type; each fault as (field, fault, way out)."""
    settled = Settled()
    for name, raw in fields.items():
        known = field_named(kind, name)
        if known is None:
            fault = Text("{type} hat kein solches Feld.", "{type} has no such field.").format(type=kind.title)
            settled.faults.append((name, fault, did_you_mean(name, field_words(kind.fields))))
        elif isinstance(known, Link):
            partners = tuple(_several(raw))
            if len(partners) > 1 and not known.many:
                fault = Text("hier ist nur ein Partner möglich.", "only one partner is possible here.")
                settled.faults.append((name, fault, Text("Nennen Sie einen einzigen.", "Name a single one.")))
            settled.partners[known] = partners
        else:
            try:
                settled.properties[known.name] = value_of(known, raw)
            except _NoValue as wrong:
                settled.faults.append((name, wrong.fault, wrong.hint))
    return settled


def field_named(kind: FactType, name: str) -> Column | Link | None:
    """The field of that name, or of that title in either language."""
    wanted = name.strip().casefold()
    for known in kind.fields:
        if wanted in (known.name.casefold(), *(known.title.in_(lang).casefold() for lang in LANGS)):
            return known
    return None


def field_words(fields: Iterable[Column | Link]) -> list[str]:
    """What fields may be called."""
    listed = list(fields)
    return [known.name for known in listed] + [known.title.de for known in listed]


class _NoValue(Exception):
    def __init__(self, fault: Text, hint: Text) -> None:
        super().__init__(fault.en)
        self.fault, self.hint = fault, hint


def value_of(column: Column, raw: Raw) -> Any:
    """A value as the graph keeps it; None where the field is to be empty."""
    if raw in ("", []):
        return None
    if isinstance(raw, list) and column.kind != "list":
        raise _NoValue(Text("nur ein Wert ist möglich.", "only one value is possible."), _like(column))
    try:
        return as_property(column.adapter.validate_python(_typed(column, raw)))
    except (ValidationError, ValueError):
        shown = str(raw)[:60]
        fault = Text("«{shown}» ist kein möglicher Wert.", "'{shown}' is no possible value.").format(shown=shown)
        raise _NoValue(fault, _words(column, shown)) from None


def _typed(column: Column, raw: Raw) -> Any:
    """The text as its kind of value; ValueError where it is none."""
    if isinstance(raw, list) or column.kind == "list":
        return list(_several(raw))
    text = raw.strip()
    if column.choices is not None:
        found = column.choices.spellings().get(text.casefold())
        if found is None:
            raise ValueError(text)
        return found
    if column.kind in ("integer", "number", "money"):
        return float(_THOUSANDS.sub("", text).removeprefix("CHF").strip().replace(",", "."))
    if column.kind == "yesno":
        if text.casefold() not in _YES | _NO:
            raise ValueError(text)
        return text.casefold() in _YES
    if column.kind == "date":
        form = "%d.%m.%Y" if "." in text else "%Y-%m-%d"
        return dt.datetime.strptime(text, form).date()
    return text


def _words(column: Column, raw: str) -> Text:
    if column.choices is None:
        return _like(column)
    return did_you_mean(raw, [word for choice in column.choices for word in (choice.value, choice.text.de)])


def _like(column: Column) -> Text:
    examples = {"yesno": Text("ja oder nein", "yes or no"), "date": Text("2027-12-31", "2027-12-31")}
    like = examples.get(column.kind, Text(f"zum Beispiel {column.example}", f"for example {column.example}"))
    return _AS_WRITTEN.format(like=like)


def _several(raw: Raw) -> Iterable[str]:
    parts = SEPARATORS.split(raw) if isinstance(raw, str) else raw
    return dict.fromkeys(part.strip() for part in parts if part.strip())
