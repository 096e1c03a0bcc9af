"""Short marks of offices in names and references: «Fristen KSM», «OE-KSM», also where no list of units gives them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from ea_cockpit.naming.normalise import name_of

Words = tuple[str, ...]
LONGEST = 5
_MARK = re.compile(r"[A-ZÄÖÜ]{2,5}")
_CODE = re.compile(r"\b[A-ZÄÖÜ]{1,4}-([A-ZÄÖÜ]{2,5})(?:-\w+)*\b")
_BARE = re.compile(r"\s*[^\W\d_]{1,4}-([^\W\d_]{2,5})(?:-\w+)*\s*")


class Marked(NamedTuple):
    """A name with what may be an office's mark: the words before it, the mark, and what follows it."""

    task: str
    mark: str
    rest: Words


@lru_cache(maxsize=50_000)
def marked(name: str, filler: frozenset[str]) -> Marked | None:
    """«Zeiterfassung KSM 2», «Zeiterfassung KSM Turnen»: the task, the mark, the rest; none where no task is left."""
    words = [word.strip("()[],.;:–-") for word in name.split()]
    words = [word for word in words if word and not word.isdigit()]
    places = [place for place in range(1, len(words)) if _MARK.fullmatch(words[place])]
    if not places:
        return None
    place = places[-1]
    task, mark = name_of(" ".join(words[:place])), name_of(words[place]).joined
    if mark in filler or not set(task.words) - filler:
        return None
    return Marked(task.joined, mark, name_of(" ".join(words[place + 1 :])).words)


def codes_in(text: str) -> list[str]:
    """The marks in units' ids: KSM in «OE-KSM», «oe-ksm», «Kantonsschule (OE-KSM)», «OE-KSM-2»."""
    bare = _BARE.fullmatch(text)
    return [name_of(mark).joined for mark in _CODE.findall(text) or ([bare[1]] if bare else [])]


def without_code(text: str) -> str:
    """What a reference says beside the id: «OE-AFU – Amt für Umwelt» is the Amt für Umwelt."""
    return _CODE.sub(" ", text)


def may_stand_for(mark: str, name: str) -> bool:
    """Whether a mark is made of letters of a name in their order: KSM of «kantonsschulemusterstadt»."""
    letters = iter(name)
    return name[:1] == mark[:1] and all(letter in letters for letter in mark)


def siblings(
    names: Iterable[str | None], known: Mapping[Words, object], filler: frozenset[str]
) -> tuple[list[str], list[Words]]:
    """Marks that stand where others name their office: «Fristen KSM» beside «Fristen AFU», when AFU is an office.

    Also what follows there: «Fristen AFU Luft» beside «Fristen KSM» names a part of the office, not another task; where
    there is a «Fristen AFU», too, it is something more.
    """
    by_task: dict[str, set[Marked]] = defaultdict(set)
    for name in names:
        if name and (found := marked(name, filler)):
            by_task[found.task].add(found)
    marks: set[str] = set()
    parts: set[Words] = set()
    for listed in by_task.values():
        alone = {one.mark for one in listed if not one.rest}
        every = {one.mark for one in listed}
        if len(every) > 1 and any((mark,) in known for mark in alone):
            marks |= {mark for mark in every if (mark,) not in known}
            parts |= {(one.mark, *one.rest) for one in listed if one.mark not in alone}
    return sorted(marks), sorted(parts)
