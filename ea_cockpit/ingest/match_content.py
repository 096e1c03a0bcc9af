"""What the cells of a column say about the field they belong to."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ea_cockpit.i18n import Text
from ea_cockpit.ingest.parse import Fault, as_text, parse
from ea_cockpit.model.metamodel import Column, FactType, Link, Metamodel
from ea_cockpit.model.values import clean_list, clean_text

SAMPLE = 200
"""How many cells of a column are looked at."""
_STRICT = frozenset({"choice", "date", "yesno", "number", "money", "integer"})
_ID = re.compile(r"(?i)([a-z]{1,5})[-_ ]?\d+")
_ENOUGH, _MANY = 3, 6
_WORDY = frozenset({"name", "description", "decision_note", "rule", "reason", "goal"})


@dataclass(frozen=True, slots=True)
class Says:
    """How well cells fit a field, from 0 to 1, and why; `strict` where a wrong one would show."""

    share: float
    reason: Text
    strict: bool


@dataclass
class Cells:
    """The filled cells of a column, at most a sample of them."""

    values: Sequence[Any]
    rows: int

    @cached_property
    def counted(self) -> dict[tuple[type, Any], int]:
        """Every value once, and how often it stands there."""
        return Counter((type(value), value) for value in self.values)

    def share(self, fits: Callable[[Any], bool]) -> float:
        """The share of cells that fit; each value is asked once."""
        return sum(count for (_, value), count in self.counted.items() if fits(value)) / len(self.values)

    @cached_property
    def texts(self) -> list[str]:
        """As a reader sees them."""
        return [str(clean_text(as_text(value))) for value in self.values]

    @cached_property
    def distinct(self) -> set[str]:
        """Every text once."""
        return set(self.texts)

    @cached_property
    def dated(self) -> float:
        """The share of days."""
        return self.share(lambda value: isinstance(value, dt.date))

    @cached_property
    def numeric(self) -> float:
        """The share of numbers."""
        return _share([isinstance(v, int | float) or _number(t) for v, t in zip(self.values, self.texts, strict=True)])


def _number(text: str) -> bool:
    return text.replace(".", "", 1).replace("'", "").isdigit()


class Elsewhere:
    """What other sheets of these files hold: ids and names by fact type."""

    def __init__(self, metamodel: Metamodel) -> None:
        self.prefixes = {kind.label: kind.prefix.casefold() for kind in metamodel}
        self._known: dict[str, set[str]] = {}
        self._noted: dict[str, list[Iterable[str]]] = {}

    def add(self, label: str, texts: Iterable[str]) -> None:
        """Note ids or names of a fact type; they are gone through when somebody asks for them, which is seldom."""
        self._noted.setdefault(label, []).append(texts)

    def knows(self, label: str, text: str) -> bool:
        """Whether this text names one of that type, or looks like its id."""
        for texts in self._noted.pop(label, ()):
            self._known.setdefault(label, set()).update(noted.casefold() for noted in texts)
        if text.casefold() in self._known.get(label, ()):
            return True
        return _prefix(text) == self.prefixes.get(label)


def says(cells: Cells, item: Column | Link, kind: FactType, elsewhere: Elsewhere) -> Says | None:
    """What the cells say about this field; None where nothing can be told."""
    if not cells.values:
        return None
    if wrong := _against(cells, item):
        return Says(0.0, wrong, True)
    if isinstance(item, Link):
        return _partners(cells, item, elsewhere)
    if item.name == "id":
        return _ids(cells, kind, elsewhere)
    if item.kind in _STRICT:
        return _readable(cells, item)
    return _names(cells) if item.name == "name" else None


def _names(cells: Cells) -> Says | None:
    """Texts of which there is one in nearly every row, and hardly one twice."""
    many = len(cells.values)
    if many >= _MANY and len(cells.distinct) < 0.6 * many:
        return Says(0.2, Text("die Zellen wiederholen sich", "the cells repeat each other"), True)
    if many < _ENOUGH or many < 0.8 * cells.rows or len(cells.distinct) < 0.9 * many or cells.numeric > 0.2:
        return None
    return Says(0.95, Text("fast jede Zelle ein eigener Text", "nearly every cell a text of its own"), False)


def _against(cells: Cells, item: Column | Link) -> Text | None:
    """What in the cells speaks against this field: dates or numbers where words are meant."""
    if cells.dated > 0.8 and not (isinstance(item, Column) and item.kind == "date"):
        return Text("die Zellen sind Daten", "the cells are dates")
    if item.name in _WORDY and cells.numeric > 0.9:
        return Text("die Zellen sind Zahlen", "the cells are numbers")
    return None


def _prefix(text: str) -> str:
    found = _ID.fullmatch(text)
    return found[1].casefold() if found else ""


def _readable(cells: Cells, item: Column) -> Says:
    share = cells.share(lambda value: not isinstance(parse(item, value), Fault))
    percent = f"{share:.0%}".replace("%", " %")
    if item.kind == "choice":
        what = Text("Wörter der Liste", "words of the list")
    elif item.kind == "date":
        what = Text("Daten", "dates")
    elif item.kind == "yesno":
        what = Text("ja oder nein", "yes or no")
    else:
        what = Text("Zahlen in den Grenzen", "numbers within the limits")
    return Says(share, Text(f"{percent} der Zellen sind {what.de}", f"{percent} of the cells are {what.en}"), True)


def _partners(cells: Cells, item: Link, elsewhere: Elsewhere) -> Says | None:
    names = [name for text in cells.texts for name in clean_list(text)]
    if not names:
        return None
    share = _share([any(elsewhere.knows(label, name) for label in item.targets) for name in names])
    if share < 0.2:
        return None
    percent = f"{share:.0%}".replace("%", " %")
    return Says(
        share,
        Text(f"{percent} der Zellen sind bekannte Einträge", f"{percent} of the cells are known entries"),
        False,
    )


def _ids(cells: Cells, kind: FactType, elsewhere: Elsewhere) -> Says | None:
    if len(cells.values) < _ENOUGH:
        return None
    unique = len(cells.distinct) / len(cells.texts)
    own = _share([_prefix(text) == elsewhere.prefixes[kind.label] for text in cells.texts])
    if own > 0.8 and unique > 0.9:
        return Says(1.0, Text(f"Schlüssel wie {kind.prefix}-1", f"keys such as {kind.prefix}-1"), False)
    if unique == 1.0 and not any(" " in text for text in cells.texts):
        return Says(0.85, Text("jede Zelle nur einmal", "every cell once only"), False)
    if unique < 0.5:
        return Says(unique, Text("die Zellen wiederholen sich", "the cells repeat each other"), True)
    return None


def _share(hits: Sequence[bool]) -> float:
    return sum(hits) / len(hits) if hits else 0.0


def telling(item: Column | Link, said: Says, cells: Cells, kind: FactType) -> bool:
    """Whether the cells alone are reason enough to propose the field, whatever the heading."""
    if said.share < 0.9 or len(cells.values) < _ENOUGH:
        return False
    if isinstance(item, Column) and item.kind == "choice":
        return len(cells.distinct) > 1 and cells.numeric < 0.1
    return (isinstance(item, Link) and kind.label not in item.targets) or item.name in ("id", "name")


def can_tell(item: Column | Link) -> bool:
    """Whether cells alone could ever be reason enough to propose this field."""
    return isinstance(item, Link) or item.name == "id" or item.kind == "choice"


Contents = Mapping[int, Cells]
"""The cells of each column by its place."""
