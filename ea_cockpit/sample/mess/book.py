"""A workbook while it is being messed up: pages of lines of cells, each cell still knowing what it means."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ea_cockpit.model.metamodel import Column, FactType, Link, Metamodel

Key = tuple[str, str]
"""A fact: its label and its id."""
ENTRY = "entry"
"""The kind of a line that describes a fact; all others are to be left out."""


@dataclass(slots=True)
class Spot:
    """One cell: what stands in it, and what is true about it.

    `field` names the field of the line's fact, or the heading of an unknown column where `custom` is set; both empty
    where the cell means nothing. `truth` is the value in normal form; `accepts` are further texts that are as right.
    """

    value: Any = None
    field: str = ""
    truth: Any = None
    custom: bool = False
    accepts: tuple[str, ...] = ()
    formula: str = ""
    cached: bool = True
    note: str = ""
    style: str = ""
    span: int = 1


@dataclass(slots=True)
class Line:
    """One row: its kind, the fact it describes, its cells."""

    kind: str
    spots: list[Spot]
    key: Key | None = None
    hidden: bool = False

    def spot(self, field_name: str) -> Spot | None:
        """The cell of a field, where the line has one."""
        return next((spot for spot in self.spots if spot.field == field_name and not spot.custom), None)


@dataclass(slots=True)
class Head:
    """One column: the field it holds (None: unknown to the metamodel) and its heading."""

    field: Column | Link | None
    heading: str
    hidden: bool = False
    merge_down: bool = False
    choices: tuple[str, ...] = ()


@dataclass(slots=True)
class Page:
    """One sheet: `above` the headings, the heading rows, the body; `left` is how many empty columns stand before it."""

    name: str
    kind: FactType | None
    heads: list[Head]
    body: list[Line]
    above: list[Line] = field(default_factory=list)
    head_lines: list[Line] = field(default_factory=list)
    hidden: bool = False
    left: int = 0
    unit: str = ""

    def lines(self) -> Iterator[Line]:
        """All rows from the top; the headings are made when nobody has made them yet."""
        yield from self.above
        yield from self.head_lines or [self.plain_header()]
        yield from self.body

    def plain_header(self) -> Line:
        """The headings as one row."""
        return Line("header", [Spot(head.heading) for head in self.heads])

    def entries(self) -> list[Line]:
        """The rows that describe facts."""
        return [line for line in self.body if line.kind == ENTRY]

    def column(self, field_name: str) -> int | None:
        """The place of a field's column."""
        found = (place for place, head in enumerate(self.heads) if head.field and head.field.name == field_name)
        return next(found, None)

    def order(self, places: Sequence[int]) -> None:
        """Keep these columns, in this order."""
        self.heads = [self.heads[place] for place in places]
        for line in self.body:
            line.spots = [line.spots[place] for place in places]

    def drop(self, place: int) -> None:
        """Take a column away."""
        self.order([other for other in range(len(self.heads)) if other != place])

    def insert(self, place: int, head: Head, spot: Callable[[Line], Spot]) -> None:
        """Put a column in; `spot` makes its cell for each line."""
        self.heads.insert(place, head)
        for line in self.body:
            line.spots.insert(place, spot(line))

    def text_line(self, kind: str, *texts: Any) -> Line:
        """A row that describes nothing."""
        spots = [Spot(text) for text in texts][: max(len(self.heads), 1)]
        return Line(kind, spots + [Spot() for _ in range(len(self.heads) - len(spots))])


@dataclass(slots=True)
class Book:
    """One file: its name without ending, its pages, its form (xlsx, csv-cp1252, xls-html ...)."""

    name: str
    pages: list[Page]
    form: str = "xlsx"
    unit: str = ""

    def fact_pages(self) -> list[Page]:
        """The pages that hold facts."""
        return [page for page in self.pages if page.kind is not None and page.entries()]


@dataclass(frozen=True, slots=True)
class World:
    """What a kind of mess may need to know: the metamodel, and how each fact is called."""

    metamodel: Metamodel
    names: dict[Key, str]
    shorts: dict[Key, str]
    parents: dict[Key, str]
    counts: dict[tuple[str, str], int]
    """How many facts of a label bear a name."""
    folded: dict[tuple[str, str], Key]
    """Facts by label and folded name."""
    words: dict[str, Any]
    headings: dict[str, Any]
    spelling: dict[str, Any]
