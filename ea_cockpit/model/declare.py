"""How a fact type is written down: `column` and `link` carry titles, help and examples; `Fact` is what all share."""

from __future__ import annotations

import datetime as dt
import typing
from dataclasses import dataclass
from enum import Enum
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from ea_cockpit.i18n import Text
from ea_cockpit.model.values import Id, OptionalText, TextList, TextValue

ANY = "*"
"""As a link's target: a fact of any type."""


class Suffers(Enum):
    """Which end of a link suffers when the fact at the other end fails."""

    SOURCE = "source"
    TARGET = "target"
    NOBODY = "nobody"


class Outage(Enum):
    """Whether the end that suffers fails too when its partner fails (else it only suffers: late data is no outage)."""

    NO = "no"
    ANY = "any"
    """It fails with any of its partners in this link."""
    ALL = "all"
    """It fails when all of its partners in this link have failed: several of them are redundancy."""


class Section(Enum):
    """Groups of fields that belong together on a fact page and in the template."""

    GENERAL = Text("Allgemein", "General")
    ORGANISATION = Text("Organisation", "Organisation")
    FUNCTION = Text("Fachlichkeit", "Business function")
    TECHNOLOGY = Text("Technik und Betrieb", "Technology and operation")
    LIFECYCLE = Text("Lebenszyklus", "Life cycle")
    COST = Text("Kosten und Vertrag", "Cost and contract")
    PROTECTION = Text("Schutzbedarf", "Protection needs")
    ASSESSMENT = Text("Beurteilung", "Assessment")
    EVIDENCE = Text("Herkunft der Angaben", "Evidence")


def column(
    title: tuple[str, str],
    help: tuple[str, str],  # noqa: A002  the field's own word for it
    *,
    example: Any = None,
    section: Section = Section.GENERAL,
    default: Any = None,
    ends: bool = False,
) -> Any:
    """Declare a field: title and help as (German, English), an example, the section it is shown in.

    `ends` marks a day on which something ends: «2027» then means its last day, not its first.
    """
    extra: dict[str, Any] = {
        "title": [*title], "help": [*help], "example": example, "section": section.name, "ends": ends,
    }  # fmt: skip
    return Field(default, json_schema_extra=extra)


def link(
    targets: str | tuple[str, ...],
    relationship: str,
    title: tuple[str, str],
    inverse: tuple[str, str],
    help: tuple[str, str],  # noqa: A002
    *,
    suffers: Suffers = Suffers.NOBODY,
    outage: Outage = Outage.NO,
    incoming: bool = False,
    example: str = "",
    section: Section = Section.GENERAL,
) -> Any:
    """Declare a link: target labels, relationship type, title here and at the partner, who suffers, whether it fails.

    `incoming` turns the arrow in the graph: the partner is its start, so that the relationship reads as a sentence.
    """
    extra: dict[str, Any] = {
        "title": list(title), "help": list(help), "example": example, "section": section.name,
        "link": {
            "targets": [targets] if isinstance(targets, str) else list(targets),
            "relationship": relationship, "inverse": list(inverse), "incoming": incoming, "suffers": suffers.value,
            "outage": outage.value,
        },
    }  # fmt: skip
    return Field((), json_schema_extra=extra)


Ref = typing.Annotated[TextList, Field(max_length=1)]
"""A link to one partner at most, held as the partner's id."""
Refs = TextList
"""A link to any number of partners, held as their ids; `Type:id` where an id alone would not be clear."""


@dataclass(frozen=True, slots=True)
class Titles:
    """The names of a fact type: one, many."""

    one: Text
    many: Text


def titles(de: str, de_many: str, en: str, en_many: str) -> Titles:
    """Names of a fact type in both languages: one and many."""
    return Titles(Text(de, en), Text(de_many, en_many))


@dataclass(frozen=True, slots=True)
class Look:
    """How a fact type is drawn: a fill dark enough for white text, and the name of a shape.

    Types that share a shape must differ in colour for colour-blind eyes too; a test holds both.
    """

    color: str
    shape: str


class Fact(BaseModel):
    """What every fact has: a key that stays the same over imports, a name, and where the knowledge comes from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    titles: ClassVar[Titles]
    explains: ClassVar[Text]
    prefix: ClassVar[str]
    look: ClassVar[Look]
    passes_failure_on: ClassVar[bool] = True
    """Whether what depends on it suffers too when it suffers itself (not only when it fails)."""

    id: Id = column(
        ("ID", "ID"),
        ("Eindeutiger Schlüssel; bleibt über alle Importe gleich.", "Unique key; stays the same over all imports."),
        default=...,
    )
    name: OptionalText = column(
        ("Name", "Name"),
        ("So heisst es im Alltag.", "What people call it."),
    )
    description: OptionalText = column(
        ("Beschreibung", "Description"),
        ("Was es ist und wozu es dient, in ein, zwei Sätzen.", "What it is and what it is for, in a sentence or two."),
    )
    aliases: TextList = column(
        ("Weitere Namen", "Also known as"),
        ("Andere Schreibweisen und frühere Namen, getrennt durch ;", "Other spellings and former names, split by ;"),
        default=(),
    )
    source: OptionalText = column(
        ("Quelle", "Source"),
        ("Woher die Angaben stammen.", "Where the information comes from."),
        example="Inventar des Amtes",
        section=Section.EVIDENCE,
    )
    confirmed_on: dt.date | None = column(
        ("Bestätigt am", "Confirmed on"),
        ("Wann das Amt die Angaben zuletzt bestätigt hat.", "When the office last confirmed the information."),
        example="2026-03-31",
        section=Section.EVIDENCE,
    )
    custom: dict[TextValue, TextValue] = Field(default_factory=dict)
