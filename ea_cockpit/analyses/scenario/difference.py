"""What differs between two answers of an analysis: rows that are gone, new or changed, found by what they are about."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from ea_cockpit.analyses.analysis import AnalysisRow, Result
from ea_cockpit.analyses.scenario.effects import Effects
from ea_cockpit.analyses.scenario.schema import Scenario
from ea_cockpit.i18n import Lang, Text

Key = tuple[Any, ...]


class Change(enum.Enum):
    """What happened to a row."""

    GONE = "gone"
    NEW = "new"
    CHANGED = "changed"

    @property
    def text(self) -> Text:
        """The word for readers."""
        return _WORDS[self.value]


_WORDS = {"gone": Text("fällt weg", "gone"), "new": Text("neu", "new"), "changed": Text("anders", "changed")}


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that is gone, new or changed: as it was, as it is, and the fields that differ."""

    change: Change
    before: AnalysisRow | None
    after: AnalysisRow | None
    fields: tuple[str, ...] = ()

    @property
    def row(self) -> AnalysisRow:
        """The row to show: as it is, or as it was when it is gone."""
        shown = self.after or self.before
        assert shown is not None  # noqa: S101  one of them is always there
        return shown

    def as_json(self, lang: Lang) -> dict[str, Any]:
        """The row for scripts: what happened to it, its fields, and what the changed ones were."""
        was = self.before.as_json(lang) if self.before and self.after else {}
        return {
            "change": self.change.value, **self.row.as_json(lang), "was": {name: was[name] for name in self.fields},
        }  # fmt: skip

    def cells(self, lang: Lang) -> list[Any]:
        """The row for readers; a changed cell shows both values."""
        shown = self.row.cells(lang)
        if self.before and self.after:
            was = self.before.cells(lang)
            shown |= {name: f"{_mark(was[name])} → {_mark(shown[name])}" for name in self.fields}
        return [self.change.text.in_(lang), *shown.values()]


@dataclass(frozen=True, slots=True)
class Difference:
    """An analysis before and after a scenario, what differs, and what the scenario brings about by itself."""

    scenario: Scenario
    before: Result
    after: Result
    rows: tuple[RowChange, ...]
    effects: Effects

    @property
    def same(self) -> int:
        """How many rows stay exactly as they are."""
        return len(self.after.rows) - sum(one.after is not None for one in self.rows)

    @property
    def summary(self) -> dict[str, int]:
        """How many rows are gone, new, changed and the same."""
        counts = {change.value: sum(one.change is change for one in self.rows) for change in Change}
        return {**counts, "same": self.same}

    def as_json(self, lang: Lang = "de") -> dict[str, Any]:
        """The contract of a result, with what was tried, both summaries, and rows that say what happened to them."""
        before, after = self.before.as_json(lang), self.after.as_json(lang)
        return {
            **after, "columns": ["change", *after["columns"], "was"],
            "rows": [one.as_json(lang) for one in self.rows], "summary": self.summary,
            "before": {"rows": len(self.before.rows), "summary": before["summary"]},
            "after": {"rows": len(self.after.rows), "summary": after["summary"]},
            "scenario": self.scenario.as_json(), "effects": self.effects.as_json(lang),
        }  # fmt: skip


def differing(before: Sequence[AnalysisRow], after: Sequence[AnalysisRow]) -> tuple[RowChange, ...]:
    """What differs between two lists of rows: gone, new, changed; those that are the same are left out."""
    old, new = _keyed(before, after)
    gone = [RowChange(Change.GONE, row, None) for key, row in old.items() if key not in new]
    fresh = [RowChange(Change.NEW, None, row) for key, row in new.items() if key not in old]
    both = ((old[key], row) for key, row in new.items() if key in old)
    changed = [RowChange(Change.CHANGED, was, row, _fields(was, row)) for was, row in both if was != row]
    return (*gone, *fresh, *changed)


def _fields(was: AnalysisRow, row: AnalysisRow) -> tuple[str, ...]:
    return tuple(column.name for column in row.columns() if getattr(was, column.name) != getattr(row, column.name))


def _keyed(*lists: Sequence[AnalysisRow]) -> tuple[dict[Key, AnalysisRow], ...]:
    """Rows by what tells them apart: their subject, and as few more words or ids as are needed in each list."""
    chosen = _identifying(lists)
    found = []
    for rows in lists:
        keyed: dict[Key, AnalysisRow] = {}
        seen: dict[Key, int] = {}
        for row in rows:
            key = _key(row, chosen)
            # Rows nothing tells apart are counted, in their order.
            seen[key] = seen.get(key, 0) + 1
            keyed[*key, seen[key]] = row
        found.append(keyed)
    return tuple(found)


def _identifying(lists: Iterable[Sequence[AnalysisRow]]) -> tuple[str, ...]:
    several = [rows for rows in lists if rows]
    if not several:
        return ()
    first = several[0][0]
    names = [column.name for column in first.columns() if _tells(column.name, several)]
    for size in (0, 1, 2):
        for chosen in combinations(names, size):
            if all(len({_key(row, chosen) for row in rows}) == len(rows) for rows in several):
                return chosen
    return tuple(names)


def _tells(name: str, lists: Iterable[Sequence[AnalysisRow]]) -> bool:
    """Whether a column holds words or ids, which stay, and not figures, days or reasons, which are what changes."""
    return all(isinstance(getattr(row, name), str | None) for rows in lists for row in rows[:50])


def _key(row: AnalysisRow, chosen: Sequence[str]) -> Key:
    subject = row.subject()
    return (subject.key if subject else None, *(getattr(row, name) for name in chosen))


def _mark(value: Any) -> str:
    return "–" if value is None or value == "" else str(value)
