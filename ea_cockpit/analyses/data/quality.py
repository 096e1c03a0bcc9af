"""How complete and how fresh facts are: counts for each fact type, office and field."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ea_cockpit.model.metamodel import FactType

# What many facts rightly leave empty, or always have.
_NOT_ASKED = ("id", "aliases")


@dataclass(slots=True)
class Group:
    """Facts of one type (and one office): how many, which are not confirmed, how often each field is filled."""

    label: str
    office: int | None = None
    facts: int = 0
    never: int = 0
    stale: int = 0
    filled: Counter[str] = field(default_factory=Counter)


def fields(kind: FactType) -> list[str]:
    """The fields an office is asked for."""
    return [one.name for one in kind.fields if one.name not in _NOT_ASKED]


def relationships(kinds: Iterable[FactType]) -> tuple[list[str], list[str]]:
    """Relationship types these facts declare: away from themselves, and towards themselves."""
    links = [link for kind in kinds for link in kind.links]
    out = sorted({link.relationship for link in links if not link.incoming})
    return out, sorted({link.relationship for link in links if link.incoming})


def months_before(day: dt.date, months: int) -> dt.date:
    """The same day so many months earlier; the last of the month where there is none."""
    place = day.year * 12 + day.month - 1 - months
    year, month = place // 12, place % 12 + 1
    last = (dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)).day
    return dt.date(year, month, min(day.day, last))


def counted(kind: FactType, facts: list[Any], offices: dict[int, int] | None) -> Iterator[tuple[Group, set[int]]]:
    """The groups of a fact type with the numbers of their facts; without offices all are one group.

    A line is (number of the fact, how many facts it stands for, never confirmed, stale, properties).
    """
    groups: dict[int | None, Group] = {}
    members: dict[int | None, set[int]] = defaultdict(set)
    for number, count, never, stale, keys in facts:
        office = offices.get(number) if offices is not None else None
        group = groups.setdefault(office, Group(kind.label, office))
        group.facts += count
        group.never += count * never
        group.stale += count * stale
        if count == 1:
            group.filled.update(keys)
        else:
            group.filled.update(dict.fromkeys(keys, count))
        members[office].add(number)
    return ((group, members[office]) for office, group in groups.items())
