"""Turns a profile's value into a function that reads it from a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ea_cockpit.ingest.plan import Row
from ea_cockpit.ingest.profile_schema import PLACEHOLDER, Condition, Value
from ea_cockpit.ingest.profile_sheets import Books, Grid, cell_text, folded

Reads = Callable[[Row], str]


@dataclass(slots=True)
class Values:
    """Makes the readers of one sheet; remembers which columns were used and what was not there."""

    grid: Grid
    books: Books
    used: set[int] = field(default_factory=set)
    missing: dict[str, None] = field(default_factory=dict)
    not_found: dict[str, None] = field(default_factory=dict)

    def first_column(self, value: Value) -> int:
        """The column a message about this value points to."""
        names = [name for name in columns_of(value) if folded(name) in self.grid.columns]
        return self.grid.columns[folded(names[0])] if names else 0

    def reader(self, value: Value) -> Reads | None:
        """How to read it, or None where a column or sheet it needs is not there."""
        before = len(self.missing) + len(self.not_found)
        origin = self._origin(value)
        if origin is None or len(self.missing) + len(self.not_found) > before:
            return None
        return _finished(value, origin)

    def test(self, conditions: list[Condition]) -> Callable[[Row], bool] | None:
        """Whether a row meets all conditions; None where one cannot be read."""
        tests = []
        for condition in conditions:
            reads = self.reader(condition)
            if reads is None:
                return None
            tests.append(_test(condition, reads))
        return lambda row: all(test(row) for test in tests)

    def column(self, name: str) -> int | None:
        """Where a column stands; a missing one is noted."""
        index = self.grid.columns.get(folded(name))
        if index is None:
            self.missing[name] = None
        else:
            self.used.add(index)
        return index

    def _origin(self, value: Value) -> Reads | None:
        if value.constant is not None:
            text = value.constant
            return lambda _: text
        if value.template is not None:
            return self._template(value, value.template)
        if value.join is not None:
            return self._join(value.join, value.join_with)
        if value.lookup is not None:
            return self._lookup(value)
        if value.id_from is not None:
            return self._join(value.id_from, " ")
        return self._first(value.column or [])

    def _cell(self, name: str) -> Reads | None:
        index = self.column(name)
        return None if index is None else lambda row: cell_text(row, index)

    def _first(self, names: list[str]) -> Reads | None:
        there = [name for name in names if folded(name) in self.grid.columns]
        if not there:
            self.missing[" / ".join(names)] = None
        reads = [read for read in map(self._cell, there) if read]
        if len(reads) < 2:
            return reads[0] if reads else None
        return lambda row: next((text for text in (read(row) for read in reads) if text), "")

    def _join(self, names: list[str], between: str) -> Reads:
        reads = [read for read in map(self._cell, names) if read]
        return lambda row: between.join(text for text in (read(row) for read in reads) if text)

    def _template(self, value: Value, template: str) -> Reads | None:
        pieces = PLACEHOLDER.split(template)
        # Split puts the plain texts at even places and the names of the placeholders at odd ones.
        plain, names = pieces[::2], pieces[1::2]
        made = [self.reader(value.parts[name]) if name in value.parts else self._cell(name) for name in names]
        reads = [read for read in made if read]
        if len(reads) < len(names):
            return None

        def fill(row: Row) -> str:
            texts = [read(row) for read in reads]
            if not any(texts):
                return ""
            return plain[0] + "".join(text + after for text, after in zip(texts, plain[1:], strict=True))

        return fill

    def _lookup(self, value: Value) -> Reads | None:
        look = value.lookup
        assert look is not None  # noqa: S101  the caller saw it
        by, pairs = self.reader(look.by), self.books.pairs(look.sheet, look.match, look.take)
        if pairs is None and look.or_itself:
            return by
        if pairs is None:
            self.not_found[f"{look.sheet} ({look.match}, {' / '.join(look.take)})"] = None
        if by is None or pairs is None:
            return None
        if not look.or_itself:
            return lambda row: pairs.get(by(row), "")
        # Several values stand one a line; each is looked up for itself.
        return lambda row: "\n".join(pairs.get(text, text) for text in by(row).split("\n"))

    def is_plain(self, value: Value) -> bool:
        """Whether it is one column as it stands, so that the cell keeps its kind (a day, a number)."""
        there = sum(folded(name) in self.grid.columns for name in value.column or ())
        return there == 1 and not (value.separators or value.values or value.prefix or value.others)


def columns_of(value: Value) -> list[str]:
    """The columns a value is made of."""
    if value.template is not None:
        names = PLACEHOLDER.findall(value.template)
        return [column for n in names for column in (columns_of(value.parts[n]) if n in value.parts else [n])]
    if value.lookup is not None:
        return columns_of(value.lookup.by)
    return value.join or value.id_from or value.column or []


def _finished(value: Value, origin: Reads) -> Reads:
    """Separate, translate, prefix; several values leave one a line, the form every list field splits at."""
    translate = _translator(value)
    if translate is None and not value.separators and not value.prefix:
        return origin
    many = bool(value.separators) or value.lookup is not None
    known: dict[str, str] = {}

    def make(text: str) -> str:
        parts = _split(text, value.separators) if many else [text]
        made = [translate(part) if translate else part for part in parts]
        return "\n".join(value.prefix + part for part in made if part)

    def read(row: Row) -> str:
        text = origin(row)
        if text not in known:
            known[text] = make(text)
        return known[text]

    return read


def _split(text: str, separators: list[str]) -> list[str]:
    for mark in separators:
        text = text.replace(mark, "\n")
    return [part for part in map(str.strip, text.split("\n")) if part]


def _translator(value: Value) -> Callable[[str], str] | None:
    if not value.values and value.others is None:
        return None
    words = {folded(word): meaning for word, meaning in value.values.items()}

    def translate(text: str) -> str:
        # An empty cell stays empty unless the table names it.
        default = text if value.others is None or not text else value.others
        return words.get(folded(text), default)

    return translate


def _test(condition: Condition, reads: Reads) -> Callable[[Row], bool]:
    if condition.not_empty is not None:
        wanted = condition.not_empty
        return lambda row: bool(reads(row)) is wanted
    if condition.none_of is not None:
        barred = {folded(word) for word in condition.none_of}
        return lambda row: folded(reads(row)) not in barred
    words = {folded(word) for word in condition.one_of or [condition.equals or ""]}
    return lambda row: folded(reads(row)) in words
