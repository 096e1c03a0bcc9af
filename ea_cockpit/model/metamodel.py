"""What a fact type is, as read from its class.

Everything else (template, check, statements, catalogue, fact page, export, reference) is derived from `FactType`.
"""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from ea_cockpit.i18n import Text
from ea_cockpit.model.declare import ANY, Fact, Look, Outage, Section, Suffers
from ea_cockpit.model.values import Choice, ValueKind

_LEADING = ("id", "name")
_TRAILING = ("description", "aliases", "source", "confirmed_on")


@dataclass(frozen=True)
class Column:
    """A field that holds values."""

    name: str
    title: Text
    help: Text
    example: Any
    section: Section
    kind: ValueKind
    required: bool
    adapter: TypeAdapter[Any]
    choices: type[Choice] | None = None
    ends: bool = False


@dataclass(frozen=True)
class Link:
    """A field that names partners: from the fact type that declares it (the source) to its targets."""

    name: str
    title: Text
    help: Text
    example: Any
    section: Section
    source: str
    targets: tuple[str, ...]
    relationship: str
    incoming: bool
    many: bool
    inverse: Text
    suffers: Suffers
    outage: Outage = Outage.NO

    @property
    def start_suffers(self) -> bool | None:
        """Whether the start of the arrow in the graph suffers (else its end); None where nobody does."""
        if self.suffers is Suffers.NOBODY:
            return None
        return (self.suffers is Suffers.SOURCE) != self.incoming


@dataclass(frozen=True)
class FactType:
    """One kind of fact, as read from its class."""

    cls: type[Fact]
    fields: tuple[Column | Link, ...]

    @property
    def label(self) -> str:
        """Name of the class, and the label of its nodes."""
        return self.cls.__name__

    @property
    def title(self) -> Text:
        """What one of them is called."""
        return self.cls.titles.one

    @property
    def plural(self) -> Text:
        """What many of them are called; also the sheet's title."""
        return self.cls.titles.many

    @property
    def explains(self) -> Text:
        """What belongs here, in a sentence."""
        return self.cls.explains

    @property
    def prefix(self) -> str:
        """How ids of this type usually begin."""
        return self.cls.prefix

    @property
    def look(self) -> Look:
        """How it is drawn."""
        return self.cls.look

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The fields that hold values, in the order of the template."""
        return tuple(f for f in self.fields if isinstance(f, Column))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The fields that name partners, in the order of the template."""
        return tuple(f for f in self.fields if isinstance(f, Link))

    @cached_property
    def by_name(self) -> dict[str, Column | Link]:
        """Fields by their name."""
        return {f.name: f for f in self.fields}


class Metamodel:
    """The fact types in force, in the order of the catalogue."""

    def __init__(self, classes: Iterable[type[Fact]]) -> None:
        declared = list(classes)
        labels = tuple(cls.__name__ for cls in declared)
        self._types = {cls.__name__: fact_type(cls, labels) for cls in declared}

    def __iter__(self) -> Iterator[FactType]:
        return iter(self._types.values())

    def __len__(self) -> int:
        return len(self._types)

    def __contains__(self, label: object) -> bool:
        return label in self._types

    def __getitem__(self, label: str) -> FactType:
        return self._types[label]

    def label_of(self, word: str) -> str | None:
        """The label a word stands for: itself, or a title in either language, however it is cased."""
        return self._words.get(word.strip().casefold())

    @cached_property
    def _words(self) -> dict[str, str]:
        return {
            word.casefold(): kind.label for kind in self for word in (kind.title.de, kind.title.en, kind.label)
        }  # fmt: skip

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All links of all fact types."""
        return tuple(link for kind in self for link in kind.links)

    def links_to(self, label: str) -> tuple[Link, ...]:
        """The links of other facts that may point to this fact type."""
        return tuple(link for link in self.links if label in link.targets)

    def dependencies(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Relationship types along which failure travels: (those whose start suffers, those whose end suffers)."""
        start = {link.relationship for link in self.links if link.start_suffers is True}
        end = {link.relationship for link in self.links if link.start_suffers is False}
        return tuple(sorted(start)), tuple(sorted(end))

    def outages(self) -> dict[tuple[str, str, str], Link]:
        """The links along which failing goes on, by (label of the arrow's start, relationship, label of its end)."""
        failing = [link for link in self.links if link.outage is not Outage.NO]
        return {
            (target, link.relationship, link.source)
            if link.incoming
            else (link.source, link.relationship, target): link
            for link in failing
            for target in link.targets
        }

    def ends_of_failure(self) -> tuple[str, ...]:
        """Labels of facts that suffer but pass nothing on."""
        return tuple(kind.label for kind in self if not kind.cls.passes_failure_on)


def fact_type(cls: type[Fact], labels: tuple[str, ...]) -> FactType:
    """Read a fact class: its own fields in the order written, between the common ones."""
    declared = {name: info for name, info in cls.model_fields.items() if name != "custom"}
    own = [name for name in declared if name not in _LEADING + _TRAILING]
    order = [*_LEADING, *own, *_TRAILING]
    return FactType(cls, tuple(_field(cls.__name__, name, declared[name], labels) for name in order))


def _field(source: str, name: str, info: FieldInfo, labels: tuple[str, ...]) -> Column | Link:
    extra = typing.cast("dict[str, Any]", info.json_schema_extra)
    title, help_, section = Text(*extra["title"]), Text(*extra["help"]), Section[extra["section"]]
    # The annotation as it was written: pydantic keeps what stood in `Annotated` apart from the type itself.
    annotation: Any = typing.Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
    if spec := extra.get("link"):
        targets = labels if spec["targets"] == [ANY] else tuple(spec["targets"])
        many = not any(getattr(m, "max_length", None) == 1 for m in info.metadata)
        return Link(
            name, title, help_, extra["example"], section, source, targets, spec["relationship"], spec["incoming"],
            many, Text(*spec["inverse"]), Suffers(spec["suffers"]), Outage(spec["outage"]),
        )  # fmt: skip
    kind, choices = _value_kind(annotation)
    required, adapter = info.is_required(), TypeAdapter(annotation)
    return Column(name, title, help_, extra["example"], section, kind, required, adapter, choices, extra["ends"])


def _value_kind(annotation: Any) -> tuple[ValueKind, type[Choice] | None]:
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        inner, *marks = typing.get_args(annotation)
        return ("money", None) if "CHF" in marks else _value_kind(inner)
    if origin in (types.UnionType, typing.Union):
        return _value_kind(next(a for a in typing.get_args(annotation) if a is not type(None)))
    if origin is tuple:
        return "list", None
    if issubclass(annotation, Choice):
        return "choice", annotation
    simple: dict[type, ValueKind] = {bool: "yesno", int: "integer", float: "number", dt.date: "date", str: "text"}
    return simple[annotation], None
