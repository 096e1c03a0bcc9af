"""A rule as it is written in YAML; what is unknown or contradicts itself is refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from ea_cockpit.analyses.rules.condition import Condition
from ea_cockpit.analyses.rules.faults import WrongEntry
from ea_cockpit.analyses.rules.value_test import choice, day_of
from ea_cockpit.i18n import Text
from ea_cockpit.model.facts.standard import StandardDomain, Verdict

DEMANDING = (Verdict.MANDATORY, Verdict.PREFERRED)
"""Verdicts that say what must hold; the others say what is hit."""


def _list(raw: Any) -> Any:
    return [part.strip() for part in raw.split(",")] if isinstance(raw, str) else raw


def _day(raw: Any) -> Any:
    return day_of(raw) if isinstance(raw, str) else raw


def _verdict(raw: Any) -> Any:
    return choice(Verdict, raw) if isinstance(raw, str) else raw


def _domain(raw: Any) -> Any:
    return choice(StandardDomain, raw) if isinstance(raw, str) else raw


class Entry(BaseModel):
    """Any part of a rule: unknown entries are faults, and nothing changes it once read."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Words(Entry):
    """A text in German and English; one text alone stands for both."""

    de: str
    en: str

    @model_validator(mode="before")
    @classmethod
    def _one_for_both(cls, raw: Any) -> Any:
        return {"de": raw, "en": raw} if isinstance(raw, str) else raw

    @property
    def text(self) -> Text:
        """As the product's own pair of texts."""
        return Text(self.de, self.en)


class WayOut(Entry):
    """What to do instead: a technology, an application, a few words; ids or names. A text alone is the words."""

    technology: str | None = None
    solution: str | None = None
    text: Words | None = None

    @model_validator(mode="before")
    @classmethod
    def _only_words(cls, raw: Any) -> Any:
        return {"text": raw} if isinstance(raw, str) else raw


NO_WAY_OUT = WayOut()


class Check(Entry):
    """What a rule asks: of what, under which conditions. Kept with its standard in the graph."""

    applies_to: Annotated[list[str], BeforeValidator(_list), Field(min_length=1)]
    also: Annotated[list[Literal["planned", "retired"]], BeforeValidator(_list)] = []
    where: dict[str, Any] = {}
    must: dict[str, Any] = {}
    way_out: WayOut = NO_WAY_OUT


class Example(Entry):
    """A small fact the rule must hit, must not hit, or cannot decide on."""

    hit: dict[str, Any] | None = None
    fine: dict[str, Any] | None = None
    undecided: dict[str, Any] | None = None
    type: str | None = None
    says: str = ""

    @model_validator(mode="after")
    def _one_of_three(self) -> Self:
        if sum(fact is not None for fact in (self.hit, self.fine, self.undecided)) != 1:
            raise WrongEntry(
                Text("ein Beispiel sagt genau eines.", "an example says exactly one thing."),
                Text("Nennen Sie hit, fine oder undecided.", "Name hit, fine or undecided."),
            )
        return self

    @property
    def expected(self) -> str:
        """hit, fine or undecided."""
        return "hit" if self.hit is not None else "fine" if self.fine is not None else "undecided"

    @property
    def fact(self) -> dict[str, Any]:
        """The small fact."""
        return next(fact for fact in (self.hit, self.fine, self.undecided) if fact is not None)


class RuleEntry(Check):
    """One rule of a file."""

    id: str = Field(min_length=1)
    name: Words
    rule: Words | None = None
    domain: Annotated[StandardDomain | None, BeforeValidator(_domain)] = None
    verdict: Annotated[Verdict, BeforeValidator(_verdict)]
    since: Annotated[dt.date | None, BeforeValidator(_day), Field(alias="from")] = None
    until: Annotated[dt.date | None, BeforeValidator(_day)] = None
    why: Words | None = None
    source: str | None = None
    version: str | None = None
    examples: list[Example] = []


class RuleBook(Entry):
    """A file of rules."""

    title: Words | None = None
    note: Words | None = None
    rules: list[dict[str, Any]] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as it works: its conditions by the fact type they are asked of."""

    id: str
    name: Text
    verdict: Verdict
    where: Mapping[str, Condition]
    must: Mapping[str, Condition]
    since: dt.date | None = None
    until: dt.date | None = None
    also: frozenset[str] = frozenset()
    wording: Text | None = None
    way_out: WayOut = NO_WAY_OUT

    @property
    def labels(self) -> tuple[str, ...]:
        """The types of facts it applies to."""
        return tuple(self.where)
