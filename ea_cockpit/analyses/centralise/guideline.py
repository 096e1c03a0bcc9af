"""The guideline as an executable decision table: checked when read, and undecided where the facts do not settle it."""

from __future__ import annotations

import datetime as dt
import itertools
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import Field, field_validator, model_validator

from ea_cockpit.analyses.centralise.problems import Gap, NeverReached, Overlap, TooWide
from ea_cockpit.analyses.policy import Policy
from ea_cockpit.analyses.policy_file import PolicyForm, read_policy
from ea_cockpit.i18n import Text
from ea_cockpit.model.values import Choice

FILE = "guideline.yaml"
MOST_CASES = 20_000


class Verdict(Choice):
    """What the guideline says about a group."""

    CENTRALISE = "centralise", "Zentralisieren", "Centralise"
    HARMONISE = "harmonise", "Harmonisieren", "Harmonise"
    KEEP_APART = "keep_apart", "Getrennt lassen", "Keep apart"
    UNDECIDED = "undecided", "Nicht entscheidbar", "Undecided"


@dataclass(frozen=True, slots=True)
class Input:
    """Something a condition may speak of: one of some words, or a number."""

    title: Text
    words: tuple[str, ...] = ()


INPUTS: dict[str, Input] = {
    "sovereignty": Input(Text("Trägerschaft", "Sovereignty"), ("same", "mixed")),
    "legal_basis": Input(Text("Rechtsgrundlage", "Legal basis"), ("same", "different")),
    "standard": Input(Text("Standardlösung vorhanden", "Standard solution exists"), ("yes", "no")),
    "products": Input(Text("Produkte", "Products"), ("one", "several")),
    "personal_data": Input(Text("Personendaten", "Personal data"), ("none", "personal", "sensitive")),
    "likeness": Input(Text("Ähnlichkeit", "Likeness")),
    "protection_gap": Input(Text("Abstand im Schutzbedarf (Stufen)", "Gap in protection needs (levels)")),
    "deviations": Input(Text("Ausnahmen in Kraft", "Deviations in force")),
    "offices": Input(Text("Ämter", "Offices")),
    "applications": Input(Text("Applikationen", "Applications")),
    "contract_months": Input(Text("Längste Vertragsdauer (Monate)", "Longest contract (months)")),
    "run_cost": Input(Text("Betriebskosten", "Run cost")),
}
_LIMIT = re.compile(r"\s*(>=|<)\s*(-?\d+(?:\.\d+)?)\s*")
Range = tuple[float, float]
"""Numbers from the first, inclusive, to the second."""
Known = frozenset[str] | Range
"""What is known of an input: the words it may be, or the range it lies in (both ends included)."""


class Sentence(PolicyForm):
    """A sentence in both languages."""

    de: str = Field(min_length=1)
    en: str = Field(min_length=1)


class Rule(PolicyForm):
    """One row of the table."""

    id: str = Field(min_length=1)
    when: dict[str, str | list[str]]
    then: Verdict
    says: Sentence

    @field_validator("then")
    @classmethod
    def _decides(cls, verdict: Verdict) -> Verdict:
        if verdict is Verdict.UNDECIDED:
            raise ValueError(_of("undecided", "centralise, harmonise, keep_apart"))
        return verdict

    @field_validator("when")
    @classmethod
    def _speaks_of_inputs(cls, when: dict[str, str | list[str]]) -> dict[str, str | list[str]]:
        for name, condition in when.items():
            if name not in INPUTS:
                raise ValueError(_of(name, ", ".join(INPUTS)))
            words, said = INPUTS[name].words, _listed(condition)
            if words and (not said or not set(said) <= set(words)):
                raise ValueError(_of(f"{name}: {', '.join(said)}", ", ".join(words)))
            if not words and not (said and all(_LIMIT.fullmatch(one) for one in said)):
                raise ValueError(_of(f"{name}: {', '.join(said)}", "'>= 3', '< 3', ['>= 3', '< 5']"))
        return when

    def allows(self, name: str, cell: str | Range) -> bool:
        """Whether the condition on an input, if there is one, holds all over a cell."""
        if name not in self.when:
            return True
        said = _listed(self.when[name])
        if isinstance(cell, str):
            return cell in said
        return all(_holds(one, cell) for one in said)

    def limits(self, name: str) -> Iterator[float]:
        """The numbers its condition on an input names."""
        for one in _listed(self.when.get(name, [])):
            if found := _LIMIT.fullmatch(one):
                yield float(found[2])


class Guideline(PolicyForm):
    """The table: rows, and how they are read."""

    name: str
    version: int
    valid_from: dt.date | None = None
    hit: Literal["first", "unique"]
    rules: tuple[Rule, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _ids_differ(self) -> Guideline:
        counts = Counter(rule.id for rule in self.rules)
        if twice := next((id_ for id_, count in counts.items() if count > 1), None):
            raise ValueError(Text(f"Zwei Zeilen heissen {twice}.", f"Two rows are called {twice}."))
        return self

    def cells(self) -> dict[str, tuple[str | Range, ...]]:
        """The inputs the rows speak of, each parted into what the rows tell apart."""
        spoken = [name for name in INPUTS if any(name in rule.when for rule in self.rules)]
        return {name: INPUTS[name].words or self._parts(name) for name in spoken}

    def _parts(self, name: str) -> tuple[Range, ...]:
        cuts = sorted({cut for rule in self.rules for cut in rule.limits(name)})
        return tuple(itertools.pairwise([-math.inf, *cuts, math.inf]))

    def cases(self) -> Iterator[dict[str, str | Range]]:
        """Every case the table tells apart."""
        cells = self.cells()
        for chosen in itertools.product(*cells.values()):
            yield dict(zip(cells, chosen, strict=True))

    def fitting(self, case: Mapping[str, str | Range]) -> list[Rule]:
        """The rows that hold in a case, from the top."""
        return [rule for rule in self.rules if all(rule.allows(name, cell) for name, cell in case.items())]

    def check(self, file: str) -> None:
        """Whether each case has its row, and each row its case."""
        count = math.prod(len(parts) for parts in self.cells().values())
        if count > MOST_CASES:
            raise TooWide(file=file, cases=count, most=MOST_CASES)
        reached: set[str] = set()
        for case in self.cases():
            fitting = self.fitting(case)
            if not fitting:
                raise Gap(file=file, case=told(case))
            if self.hit == "unique" and len(fitting) > 1:
                raise Overlap(file=file, rules=", ".join(rule.id for rule in fitting), case=told(case))
            reached.add(fitting[0].id)
        for rule in self.rules:
            if rule.id not in reached:
                raise NeverReached(file=file, rule=rule.id)

    def decide(self, known: Mapping[str, Known]) -> Decision:
        """The verdict on what is known; where it could be several cases, only if they agree."""
        possible = {name: _possible(cells, known[name]) for name, cells in self.cells().items()}
        fired: dict[str, Rule] = {}
        for chosen in itertools.product(*possible.values()):
            rule = self.fitting(dict(zip(possible, chosen, strict=True)))[0]
            fired.setdefault(rule.id, rule)
        rules = tuple(rule for rule in self.rules if rule.id in fired)
        verdicts = {rule.then for rule in rules}
        open_inputs = tuple(name for name, cells in possible.items() if len(cells) > 1)
        settled = len(verdicts) == 1
        decides = () if settled else tuple(name for name in open_inputs if self._matters(name, possible))
        return Decision(verdicts.pop() if settled else Verdict.UNDECIDED, rules, decides)

    def _matters(self, name: str, possible: Mapping[str, tuple[str | Range, ...]]) -> bool:
        """Whether an answer to this input could change the verdict, whatever the others turn out to be."""
        others = {other: cells for other, cells in possible.items() if other != name}
        for chosen in itertools.product(*others.values()):
            case = dict(zip(others, chosen, strict=True))
            if len({self.fitting({**case, name: cell})[0].then for cell in possible[name]}) > 1:
                return True
        return False


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict, the rows that led to it (several where the facts leave several open), and what would decide it."""

    verdict: Verdict
    rules: tuple[Rule, ...]
    open_inputs: tuple[str, ...]


def _of(said: str, allowed: str) -> Text:
    return Text(f"«{said}» gibt es hier nicht; erlaubt: {allowed}.", f"No “{said}” here; allowed: {allowed}.")


def load_guideline(policy: Policy) -> Guideline:
    """The guideline in force, checked."""
    table = read_policy(policy, FILE, Guideline)
    table.check(str(policy.own(FILE) or FILE))
    return table


def told(case: Mapping[str, str | Range]) -> str:
    """A case in the words of the file."""
    return ", ".join(f"{name} {_told(cell)}" for name, cell in case.items()) or "–"


def _told(cell: str | Range) -> str:
    if isinstance(cell, str):
        return f"= {cell}"
    low, high = cell
    parts = [f">= {low:g}"] * (low > -math.inf) + [f"< {high:g}"] * (high < math.inf)
    return " and ".join(parts) or "any"


def _listed(condition: str | list[str]) -> list[str]:
    return [condition] if isinstance(condition, str) else condition


def _holds(limit: str, cell: Range) -> bool:
    found = _LIMIT.fullmatch(limit)
    assert found  # noqa: S101  checked when read
    cut = float(found[2])
    return cell[0] >= cut if found[1] == ">=" else cell[1] <= cut


def _possible(cells: tuple[str | Range, ...], known: Known) -> tuple[str | Range, ...]:
    if isinstance(known, frozenset):
        return tuple(cell for cell in cells if cell in known)
    low, high = known
    return tuple(cell for cell in cells if not isinstance(cell, str) and low < cell[1] and high >= cell[0])
