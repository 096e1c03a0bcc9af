"""Gaps with names, deviations and what stands behind them: all that is read for the few facts that are hit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ea_cockpit.analyses.rules.findings import Findings, Found, GapState, since
from ea_cockpit.analyses.rules.outcome import Causes
from ea_cockpit.analyses.rules.rule import Rule
from ea_cockpit.analyses.rules.weight import Behind
from ea_cockpit.graph.catalogue import FactRef, Reader
from ea_cockpit.graph.queries import load

_SHIFTED = frozenset({GapState.VIOLATION, GapState.ADVICE})


@dataclass(frozen=True, slots=True)
class Named:
    """A fact of a gap: its kind, what succeeds it or is its standard solution, and the office that answers for it."""

    ref: FactRef
    kind: str | None
    next: str | None
    office: str | None


@dataclass(frozen=True, slots=True)
class Gap:
    """One fact that does not keep one standard."""

    rule: Rule
    fact: FactRef
    office: str | None
    causes: tuple[Named, ...]
    state: GapState
    since: dt.date | None
    until: dt.date | None
    deviation: str | None
    behind: Behind


def gaps_of(reader: Reader, found: Findings, day: dt.date, ahead: int) -> list[Gap]:
    """One gap for each fact and standard, with the deviation that sets it aside or did so last."""
    merged = _merged(found.gaps)
    facts = {one.fact for one in merged}
    causes = {cause for one in merged for cause in one.causes}
    named = _read(reader, "named", facts | causes)
    behind = {number: Behind(*rest) for number, *rest in _read(reader, "weight", facts).values()}
    nexts = _read(reader, "successors", causes)
    known = {n: Named(FactRef(*ref), kind, _next(nexts.get(n)), office) for n, *ref, kind, office in named.values()}
    deviations = _deviations(reader, day) if merged else {}
    gaps = []
    for one in merged:
        state, until, deviation = _set_aside(one, deviations.get((one.fact, one.rule.id)), day, ahead)
        told = tuple(sorted((known[cause] for cause in one.causes), key=_place))
        me, back = known[one.fact], behind[one.fact]
        began = since(one, back.in_use)
        gaps.append(Gap(one.rule, me.ref, me.office, told, state, began, until, deviation, back))
    return gaps


def _place(named: Named) -> tuple[str, str]:
    return named.ref.label, named.ref.id


def _merged(found: Iterable[Found]) -> list[Found]:
    """A standard may hold several rules; what they say of one fact is one gap."""
    merged: dict[tuple[str, int], Found] = {}
    for one in found:
        key = one.rule.id, one.fact
        causes: Causes = one.causes | merged[key].causes if key in merged else one.causes
        merged[key] = Found(one.rule, one.label, one.fact, causes, one.state)
    return list(merged.values())


def _read(reader: Reader, name: str, facts: Iterable[int]) -> dict[int, list[Any]]:
    numbers = sorted(facts)
    rows = reader.read(load(f"parts/standards_{name}"), facts=numbers)[0]["found"] if numbers else []
    return {row[0]: row for row in rows}


def _next(row: list[Any] | None) -> str | None:
    return (row[2] or row[1]) if row else None


def _deviations(reader: Reader, day: dt.date) -> dict[tuple[int, str], tuple[str, dt.date | None]]:
    """The deviation that lasts longest, by fact and standard; one not yet decided does not count."""
    found: dict[tuple[int, str], tuple[str, dt.date | None]] = {}
    for row in reader.read(load("parts/standards_deviations")):
        if row["decided_on"] is None or row["decided_on"] <= day:
            found.setdefault((row["fact"], row["standard"]), (row["id"], row["until"]))
    return found


def _set_aside(
    found: Found, deviation: tuple[str, dt.date | None] | None, day: dt.date, ahead: int
) -> tuple[GapState, dt.date | None, str | None]:
    if deviation is None or found.state not in _SHIFTED:
        return found.state, found.rule.until if found.state is GapState.DUE else None, None
    id_, until = deviation
    if until is None or (until - day).days > ahead:
        return GapState.GRANTED, until, id_
    return GapState.EXPIRED if until < day else GapState.EXPIRING, until, id_
