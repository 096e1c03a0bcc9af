"""What a profile may say: which sheet makes which facts, and which cells make which field."""

from __future__ import annotations

import re
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from ea_cockpit.i18n import Text
from ea_cockpit.ingest.profile_faults import WrongEntry

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
COUNTER = "{#}"
# A heading, or several of which one must be there.
Headings = list[str | list[str]]
_MOST_COPIES = 100
_ORIGINS = ("column", "join", "template", "constant", "lookup", "id_from")


class Entry(BaseModel):
    """Any part of a profile: unknown entries are faults, and nothing changes it once read."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(Entry):
    """A text in German and English."""

    de: str
    en: str

    @property
    def text(self) -> Text:
        """As the product's own pair of texts."""
        return Text(self.de, self.en)


class Lookup(Entry):
    """A look into another sheet: the rows whose `match` equals this row's `by` give their `take`.

    `take` may name several columns: the first of them the sheet has. What is not found becomes nothing, or stays as it
    is with `or_itself`.
    """

    sheet: str
    match: str
    by: Value
    take: list[str]
    or_itself: bool = False

    @model_validator(mode="before")
    @classmethod
    def _short_take(cls, raw: Any) -> Any:
        return {**raw, "take": [raw["take"]]} if isinstance(raw, dict) and isinstance(raw.get("take"), str) else raw


class Value(Entry):
    """Where a value comes from and what is done to it; a bare text or list is short for `column`.

    `column` may name several: of those that are there, the first one filled counts.
    """

    column: list[str] | None = Field(None, min_length=1)
    join: list[str] | None = Field(None, min_length=1)
    join_with: str = " "
    template: str | None = None
    parts: dict[str, Value] = {}
    constant: str | None = None
    lookup: Lookup | None = None
    id_from: list[str] | None = Field(None, min_length=1)
    separators: list[str] = []
    values: dict[str, str] = {}
    others: str | None = None
    prefix: str = ""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, raw: Any) -> Any:
        if isinstance(raw, str | list):
            return {"column": [raw] if isinstance(raw, str) else raw}
        if not isinstance(raw, dict):
            return raw
        short = {"column": [raw["column"]]} if isinstance(raw.get("column"), str) else {}
        # "|," is short for the list of both marks.
        if isinstance(raw.get("separators"), str):
            short["separators"] = list(raw["separators"])
        return {**raw, **short}

    @model_validator(mode="after")
    def _one_origin(self) -> Self:
        named = [name for name in _ORIGINS if getattr(self, name) is not None]
        if len(named) != 1:
            found = ", ".join(named) or "–"
            fault = Text(f"genau eine Herkunft ist nötig, genannt: {found}.", f"one origin is needed, named: {found}.")
            raise WrongEntry(fault, Text("Nennen Sie eine von: {all}.", "Name one of: {all}.").format(all=_listed()))
        if self.template is not None and not PLACEHOLDER.search(self.template):
            fault = Text("die Schablone hat keinen Platzhalter.", "the template has no placeholder.")
            raise WrongEntry(fault, Text("Schreiben Sie {Spalte} oder constant.", "Write {column}, or use constant."))
        if stray := set(self.parts) - set(PLACEHOLDER.findall(self.template or "")):
            names = ", ".join(sorted(stray))
            fault = Text(f"in der Schablone kommt nicht vor: {names}.", f"does not occur in the template: {names}.")
            raise WrongEntry(fault, Text("Berichtigen Sie template oder parts.", "Correct template or parts."))
        return self


def _listed() -> str:
    return ", ".join(_ORIGINS)


class Condition(Value):
    """A value and what it must be for a row to count."""

    equals: str | None = None
    one_of: list[str] | None = Field(None, min_length=1)
    none_of: list[str] | None = Field(None, min_length=1)
    not_empty: bool | None = None

    @model_validator(mode="after")
    def _one_test(self) -> Self:
        tests = ("equals", "one_of", "none_of", "not_empty")
        if sum(getattr(self, name) is not None for name in tests) != 1:
            fault = Text("genau eine Bedingung ist nötig.", "exactly one test is needed.")
            listed = ", ".join(tests)
            raise WrongEntry(fault, Text(f"Nennen Sie eine von: {listed}.", f"Name one of: {listed}."))
        return self


class Expectation(Condition):
    """What every row must say, or every row that meets `where`; one that does not is a problem, and left out."""

    where: list[Condition] = []


class FactRule(Entry):
    """How each row of a sheet makes one fact.

    `merges`: several rows may speak of the same fact. `extends`: rows only add to facts described elsewhere.
    """

    fact: str
    id: Value
    fields: dict[str, Value] = {}
    custom: list[str] | None = None
    merges: bool = False
    extends: bool = False
    where: list[Condition] = []
    # Put into effect by the sheet's rule, which makes several rules of one.
    repeat: int | None = Field(None, ge=1, le=_MOST_COPIES)

    @model_validator(mode="before")
    @classmethod
    def _short_custom(cls, raw: Any) -> Any:
        if isinstance(raw, dict) and raw.get("custom") in ("rest", "none"):
            return {**raw, "custom": ["rest"] if raw["custom"] == "rest" else []}
        return raw


class RowsLeftOut(Entry):
    """Rows no fact is made of, and why."""

    where: list[Condition] = Field(min_length=1)
    reason: Words


class Named(Entry):
    """A sheet by its name, or by any of several; a CSV file is a sheet named by the file, without its ending."""

    sheet: str
    also: list[str] = []

    @model_validator(mode="before")
    @classmethod
    def _short_names(cls, raw: Any) -> Any:
        if isinstance(raw, dict) and isinstance(raw.get("sheet"), list) and raw["sheet"]:
            return {**raw, "sheet": raw["sheet"][0], "also": raw["sheet"][1:]}
        return raw

    @property
    def names(self) -> list[str]:
        """All names the sheet may have."""
        return [self.sheet, *self.also]


class SheetRule(Named):
    """How one sheet is read. With `headings`, a sheet of any name that has all of these is meant too.

    `columns` names columns by their letter, where the row of the headings does not. `tidy` leaves out what is no entry
    (totals, repeated headings, notes, forms nobody filled in) and fills merged cells.
    """

    headings: Headings = []
    header_row: int | None = Field(None, ge=1)
    columns: dict[str, str] = {}
    tidy: bool = False
    facts: list[FactRule] = Field(min_length=1)
    leave_out: list[str] = []
    ignore_rows: list[RowsLeftOut] = []
    expect: list[Expectation] = []
    required: bool = True
    columns_required: bool = True

    @model_validator(mode="before")
    @classmethod
    def _repeated(cls, raw: Any) -> Any:
        if isinstance(raw, dict) and isinstance(raw.get("facts"), list):
            return {**raw, "facts": [rule for fact in raw["facts"] for rule in _copies(fact)]}
        return raw


def _copies(fact: Any) -> list[Any]:
    """A rule with `repeat: 3` as three rules, the number in place of {#}: for columns that come in numbered groups."""
    times = fact.get("repeat") if isinstance(fact, dict) else None
    if not isinstance(times, str) or not times.isascii() or not times.isdigit() or not 0 < int(times) <= _MOST_COPIES:
        return [fact]
    rest = {name: value for name, value in fact.items() if name != "repeat"}
    return [_numbered(rest, str(number)) for number in range(1, int(times) + 1)]


def _numbered(part: Any, number: str) -> Any:
    if isinstance(part, str):
        return part.replace(COUNTER, number)
    if isinstance(part, list):
        return [_numbered(item, number) for item in part]
    return {name: _numbered(value, number) for name, value in part.items()} if isinstance(part, dict) else part


class IgnoredSheet(Named):
    """A sheet that is known and not imported, and why."""

    reason: Words


class Shape(Entry):
    """A sheet with headings that tell the layout from all others; without a name, any sheet with these headings."""

    sheet: str | None = None
    headings: Headings = Field(min_length=1)


class Profile(Entry):
    """A mapping of one foreign layout."""

    profile: Literal["1"] = "1"
    # Both come from the file's own name.
    name: str = Field("", exclude=True)
    file: str = Field("", exclude=True)
    title: Words
    recognised_by: list[Shape] = []
    recognised_by_any: list[Shape] = []
    sheets: list[SheetRule] = Field(min_length=1)
    ignore: list[IgnoredSheet] = []
