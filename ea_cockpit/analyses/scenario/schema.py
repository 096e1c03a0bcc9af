"""What a scenario file may say: a name, a day, and steps in their order; each step has one verb."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Raw = str | list[str]
"""A value as it stands in the file: a text, or several."""
EVERYTHING = ("all", "alle", "alles")
"""What stands for everything that is hosted somewhere."""


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _day(value: Any) -> Any:
    if isinstance(value, str):
        for form in ("%Y-%m-%d", "%d.%m.%Y"):
            try:
                return dt.datetime.strptime(value.strip(), form).date()
            except ValueError:
                continue
    return value


Name = Annotated[str, Field(min_length=1)]
Facts = Annotated[tuple[Name, ...], BeforeValidator(_listed), Field(min_length=1)]
Fields = dict[str, Raw]


class Entry(BaseModel):
    """Any part of a scenario: unknown entries are faults, and nothing changes it once read."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Retire(Entry):
    """Facts that go, with the interfaces they provide."""

    verb: ClassVar[str] = "retire"
    retire: Facts


class Merge(Entry):
    """Facts whose work another one takes over; `into` names it, or describes a new one."""

    verb: ClassVar[str] = "merge"
    merge: Facts
    into: Name | Fields
    fields: Fields = {}


class MoveHosting(Entry):
    """Applications and data stores that run elsewhere; `all` with `from` moves everything."""

    verb: ClassVar[str] = "move_hosting"
    move_hosting: Facts
    from_: Name | None = Field(None, alias="from")
    to: Name


class ReplaceTechnology(Entry):
    """A technology replaced by another, wherever it is used or only in some facts."""

    verb: ClassVar[str] = "replace_technology"
    replace_technology: Name
    by: Name
    only: Facts | None = None


class NewStandard(Entry):
    """A standard that comes into force: the fields of a Standard fact."""

    verb: ClassVar[str] = "new_standard"
    new_standard: Fields


class SetFields(Entry):
    """Other values for fields of a fact; an empty one clears."""

    verb: ClassVar[str] = "set"
    set_: Name = Field(alias="set")
    fields: Fields = Field(min_length=1)


class Add(Entry):
    """A new fact of any type."""

    verb: ClassVar[str] = "add"
    add: Name
    fields: Fields = Field(min_length=1)


class LinkTo(Entry):
    """A link that comes."""

    verb: ClassVar[str] = "link"
    link: Name
    field: Name
    to: Facts


class Unlink(Entry):
    """A link that goes."""

    verb: ClassVar[str] = "unlink"
    unlink: Name
    field: Name
    to: Facts


Step = Retire | Merge | MoveHosting | ReplaceTechnology | NewStandard | SetFields | Add | LinkTo | Unlink
STEPS: dict[str, type[Step]] = {
    cls.verb: cls
    for cls in (Retire, Merge, MoveHosting, ReplaceTechnology, NewStandard, SetFields, Add, LinkTo, Unlink)
}
Verb = Literal["retire", "merge", "move_hosting", "replace_technology", "new_standard", "set", "add", "link", "unlink"]


class Head(Entry):
    """The file without a closer look at its steps."""

    name: Name
    description: str = ""
    day: Annotated[dt.date | None, BeforeValidator(_day)] = None
    steps: list[dict[str, Any]] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Scenario:
    """Changes to try: what they are called, for which day they are looked at, and the steps in their order."""

    file: str
    name: str
    description: str
    day: dt.date | None
    steps: tuple[Step, ...]

    def as_json(self) -> dict[str, Any]:
        """What is tried, for scripts."""
        return {
            "file": self.file, "name": self.name, "description": self.description,
            "day": self.day.isoformat() if self.day else None,
            "steps": [step.model_dump(mode="json", by_alias=True, exclude_defaults=True) for step in self.steps],
        }  # fmt: skip
