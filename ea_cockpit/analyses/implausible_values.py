"""Values of one entry that cannot all be true, by the office's own rules, and references that are open."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from ea_cockpit.analyses.analysis import AboutFact, Analysis, AnalysisRow, Asked, result
from ea_cockpit.analyses.data.plausibility import Rule, plausibility_rules
from ea_cockpit.analyses.parameter import DAY
from ea_cockpit.analyses.topic import Topic
from ea_cockpit.graph.catalogue import FactRef, owners
from ea_cockpit.graph.queries import load
from ea_cockpit.i18n import LANGS, Lang, Text
from ea_cockpit.model.metamodel import Column, FactType

OPEN = "open-reference"
_OPEN_SAYS = Text("Der Verweis führt zu keinem bekannten Eintrag.", "The reference leads to no known entry.")


class ImplausibleValue(AboutFact):
    """One entry that breaks one rule."""

    rule: str = result(("Regel", "Rule"), ("Die Regel in plausibility.yaml.", "The rule in plausibility.yaml."), ...)
    says: Text = result(("Befund", "Finding"), ("Was nicht zusammenpasst.", "What does not fit."), ...)
    evidence: Text = result(("Werte", "Values"), ("Was eingetragen ist.", "What is recorded."), ...)
    office: str | None = result(("Amt", "Office"), ("Wer dafür verantwortlich ist.", "Who answers for it."))
    way_out: Text = result(("Ausweg", "Way out"), ("Was zu tun ist.", "What to do."), ...)


class ImplausibleValues(Analysis):
    """What does not fit together."""

    name = "implausible_values"
    topic = Topic.QUALITY
    row = ImplausibleValue
    parameters = (DAY,)
    helpers = ("found",)
    worked_out = ("id", "name", "rule", "says", "evidence", "office", "way_out")
    figures: ClassVar[dict[str, Text]] = {
        "findings": Text("Befunde", "Findings"),
        "entries": Text("Einträge", "Entries"),
        "by_rule": Text("Nach Regel", "By rule"),
    }

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """One line for each entry and rule it breaks, then one for each open reference."""
        rules: dict[str, dict[str, Rule]] = {}
        for rule in plausibility_rules(asked.policy, asked.metamodel, asked["day"]):
            rules.setdefault(rule.label, {})[rule.id] = rule
        given = {label: [rule.as_parameter() for rule in named.values()] for label, named in rules.items()}
        found = [
            (FactRef(row["label"], id_, name), rules[row["label"]][rule], values)
            for row in asked.read(self.query, rules=given)
            for id_, name, rule, values in row["found"]
        ]
        loose = asked.read(load("analyses/open_references"))
        facts = {fact.key: fact for fact, _, _ in found}
        facts |= {(ref := FactRef(row["label"], row["id"], row["name"])).key: ref for row in loose}
        whose = owners(asked.reader, facts.values())
        broken = (_row(fact, rule, values, asked.metamodel[fact.label], whose) for fact, rule, values in found)
        return [*broken, *_open(asked, loose, whose)]

    def summary(self, rows: Sequence[ImplausibleValue]) -> dict[str, Any]:
        """Findings, entries concerned, and how often each rule is broken."""
        count = Counter(row.rule for row in rows)
        return {
            "findings": len(rows),
            "entries": len({(row.label, row.id) for row in rows}),
            "by_rule": dict(sorted(count.items())),
        }


def _row(fact: FactRef, rule: Rule, values: list[Any], kind: FactType, whose: dict[str, FactRef]) -> ImplausibleValue:
    def told(lang: Lang) -> str:
        pairs = zip(rule.fields, values, strict=True)
        return "; ".join(f"{kind.by_name[name].title.in_(lang)}: {_shown(kind, name, v, lang)}" for name, v in pairs)

    return ImplausibleValue.model_construct(
        label=fact.label, id=fact.id, name=fact.name, rule=rule.id, says=rule.says,
        evidence=Text(*(told(lang) for lang in LANGS)), office=_office(fact, whose), way_out=rule.remedy,
    )  # fmt: skip


def _open(asked: Asked, loose: list[dict[str, Any]], whose: dict[str, FactRef]) -> Iterator[ImplausibleValue]:
    remedy = Text(**load("analyses/open_references").front_matter["remedy"])
    for row in loose:
        field = asked.metamodel[row["label"]].by_name.get(row["link"]) if row["label"] in asked.metamodel else None
        title = field.title if field else Text(row["link"], row["link"])
        fact = FactRef(row["label"], row["id"], row["name"])
        yield ImplausibleValue.model_construct(
            label=fact.label, id=fact.id, name=fact.name, rule=OPEN, says=_OPEN_SAYS,
            evidence=Text(*(f"{title.in_(lang)}: {row['text']}" for lang in LANGS)), office=_office(fact, whose),
            way_out=remedy,
        )  # fmt: skip


def _office(fact: FactRef, whose: dict[str, FactRef]) -> str | None:
    owner = whose.get(fact.key)
    return owner.title if owner else None


def _shown(kind: FactType, name: str, value: Any, lang: Lang) -> str:
    field = kind.by_name[name]
    if value is None or not isinstance(field, Column):
        return "–"
    if field.choices:
        return field.choices.word(value).in_(lang)
    if field.kind == "date":
        # Inside a list the graph's own days come as they are.
        return f"{dt.date.fromisoformat(str(value)):%d.%m.%Y}"
    return f"{value:g}" if isinstance(value, float) else str(value)
