"""The rules behind the standards of the graph: their own check, or what verdict and «applies to» already say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ea_cockpit.analyses.rules.faults import RuleFault, WrongEntry
from ea_cockpit.analyses.rules.read import check_of, conditions
from ea_cockpit.analyses.rules.rule import DEMANDING, Check, Rule
from ea_cockpit.analyses.rules.terms import Terms
from ea_cockpit.i18n import Text
from ea_cockpit.model.facts.standard import Verdict

_LEAVING = (Verdict.FORBIDDEN, Verdict.PHASE_OUT)


@dataclass(frozen=True, slots=True)
class Subject:
    """One fact a standard names under «applies to»; `solution` is the standard solution of a capability."""

    label: str
    id: str
    name: str | None
    kind: str | None
    solution: str | None


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard as the graph holds it."""

    key: str
    title: str | None
    verdict: Verdict | None
    wording: str | None
    check: str | None
    valid_from: dt.date | None
    valid_until: dt.date | None
    subjects: tuple[Subject, ...]

    @classmethod
    def of(cls, row: dict[str, Any]) -> Standard:
        """The standard of a row of the statement."""
        verdict = Verdict.word(row["verdict"]) if row["verdict"] else None
        subjects = tuple(Subject(*one) for one in row["subjects"])
        return cls(**{**row, "verdict": verdict, "subjects": subjects})

    @property
    def name(self) -> str:
        """Its name, or its id."""
        return self.title or self.key


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of all standards, and the checks nobody can understand."""

    rules: list[Rule]
    faults: list[RuleFault]


def rules_of(standards: Iterable[Standard], terms: Terms) -> Rules:
    """What can be checked; a standard that is words only gives no rule."""
    found = Rules([], [])
    for standard in standards:
        try:
            for check in _checks(standard, terms):
                found.rules.append(_rule(standard, check, terms))
        except WrongEntry as fault:
            found.faults.append(fault.of(standard.key))
    return found


def _checks(standard: Standard, terms: Terms) -> Iterator[Check]:
    if not standard.check:
        yield from _derived(standard)
        return
    if standard.verdict is None:
        raise WrongEntry(
            Text("der Vorgabe fehlt das Urteil.", "the standard has no verdict."),
            Text("Ergänzen Sie das Urteil.", "Add the verdict."),
            "verdict",
        )
    check, fault = check_of(standard.check, standard.key, terms)
    if fault:
        raise WrongEntry(fault.fault, fault.hint, fault.field)
    yield check


def _derived(standard: Standard) -> Iterator[Check]:
    """The rules of a standard without a check of its own."""
    ids: dict[str, list[str]] = {}
    for one in standard.subjects:
        ids.setdefault(one.label, []).append(one.id)
    if standard.verdict in _LEAVING:
        if built := ids.get("Technology"):
            yield Check(applies_to=["Application", "DataStore", "Hosting"], where={"built_with": built})
        if hosted := ids.get("Hosting"):
            yield Check(applies_to=["Application", "DataStore"], where={"hosted_on": hosted})
    if standard.verdict in DEMANDING:
        yield from (_beside(one) for one in standard.subjects if one.label == "BusinessCapability")


def _beside(capability: Subject) -> Check:
    """Specialist applications for a capability must be its standard solution, or a module of it."""
    if capability.solution is None:
        called = capability.name or capability.id
        raise WrongEntry(
            Text(f"«{called}» hat keine Standardlösung.", f"“{called}” has no standard solution."),
            Text("Ergänzen Sie sie bei der Geschäftsfähigkeit.", "Add it with the business capability."),
            "applies_to",
        )
    where = {"kind": "specialist", "supports": capability.id}
    must = {"any": [{"id": capability.solution}, {"part_of": capability.solution}]}
    return Check(applies_to=["Application"], where=where, must=must)


def _rule(standard: Standard, check: Check, terms: Terms) -> Rule:
    verdict = standard.verdict or Verdict.TOLERATED
    where, must = conditions(check, verdict, terms)
    wording = Text(standard.wording, standard.wording) if standard.wording else None
    return Rule(
        standard.key, Text(standard.name, standard.name), verdict, where, must, standard.valid_from,
        standard.valid_until, frozenset(check.also), wording, check.way_out,
    )  # fmt: skip


def preferred(standards: Iterable[Standard], day: dt.date) -> dict[str, tuple[str, list[str]]]:
    """By kind of technology: the standard in force that names preferred or mandatory ones, and their names."""
    found: dict[str, tuple[str, list[str]]] = {}
    for one in standards:
        in_force = (one.valid_from or day) <= day <= (one.valid_until or day)
        for subject in one.subjects if one.verdict in DEMANDING and in_force else ():
            if subject.label == "Technology" and subject.kind:
                names = found.setdefault(subject.kind, (one.key, []))
                if names[0] == one.key:
                    names[1].append(subject.name or subject.id)
    return found
