"""Rules and standards: what follows from one, when it counts, the way there and back, and the shipped examples."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from ea_cockpit.analyses.policy import shipped_text
from ea_cockpit.analyses.rules.examples import try_examples
from ea_cockpit.analyses.rules.findings import GapState, standing
from ea_cockpit.analyses.rules.publish import standard_of
from ea_cockpit.analyses.rules.read import parse_rules
from ea_cockpit.analyses.rules.rule import Rule
from ea_cockpit.analyses.rules.standards import Standard, preferred, rules_of
from ea_cockpit.analyses.rules.terms import SUBJECTS, Terms
from ea_cockpit.analyses.rules.weight import Behind, cost, severity
from ea_cockpit.i18n import Text
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.facts.standard import Verdict

DAY = dt.date(2026, 6, 30)
TERMS = Terms(standard_metamodel())
SHIPPED = parse_rules(shipped_text("standards.yaml"), "standards.yaml", TERMS)


def standard(verdict: str | None = "forbidden", check: str | None = None, *subjects: list[Any]) -> Standard:
    return Standard.of(
        {"key": "STD-1", "title": "Vorgabe", "verdict": verdict, "wording": None, "check": check, "valid_from": None,
         "valid_until": None, "subjects": list(subjects)}
    )  # fmt: skip


JAVA = ["Technology", "TEC-1", "Java 8", "language", None]
SERVER = ["Hosting", "BU-1", "Server", "server", None]
TASK = ["BusinessCapability", "GF-1", "Zeit erfassen", None, "APP-9"]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (standard("forbidden", None, JAVA), {"Application", "DataStore", "Hosting"}),
        (standard("phase_out", None, JAVA), {"Application", "DataStore", "Hosting"}),
        (standard("forbidden", None, SERVER), {"Application", "DataStore"}),
        (standard("mandatory", None, TASK), {"Application"}),
        (standard("preferred", None, TASK), {"Application"}),
        (standard("mandatory", None, JAVA), set()),
        (standard("tolerated", None, JAVA, SERVER, TASK), set()),
        (standard("forbidden"), set()),
        (standard(None, None, JAVA), set()),
    ],
)
def test_a_standard_without_a_check_says_what_verdict_and_subjects_say(given: Standard, says: set[str]) -> None:
    rules = rules_of([given], TERMS)
    assert rules.faults == []
    assert {label for rule in rules.rules for label in rule.labels} == says


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (standard("mandatory", None, [*TASK[:4], None]), "applies_to"),
        (standard(None, "applies_to: Interface, where: {mode: api}"), "verdict"),
        (standard("forbidden", "applies_to: Interface, where: {mood: api}"), "where"),
        (standard("forbidden", "applies_to: Interfaze, where: {mode: api}"), "applies_to"),
        (standard("forbidden", "applies_to: [Interface"), "check"),
        (standard("forbidden", "nur Worte"), "applies_to"),
    ],
)
def test_a_check_nobody_understands_is_a_fault_and_no_rule(given: Standard, field: str) -> None:
    rules = rules_of([given, standard("forbidden", None, JAVA)], TERMS)
    assert [(one.rule, one.field) for one in rules.faults] == [("STD-1", field)]
    assert len(rules.rules) == 1


@pytest.mark.parametrize("braces", [True, False])
def test_a_check_may_have_braces_and_lines(braces: bool) -> None:
    text = "applies_to: Interface,\nwhere: {mode: api,\nencrypted: no}"
    rules = rules_of([standard("forbidden", f"{{{text}}}" if braces else text)], TERMS)
    assert [rule.labels for rule in rules.rules] == [("Interface",)]


def rule(verdict: Verdict, since: str | None = None, until: str | None = None) -> Rule:
    first, last = (dt.date.fromisoformat(day) if day else None for day in (since, until))
    return Rule("R", Text("R", "R"), verdict, {}, {}, first, last)


@pytest.mark.parametrize(
    ("given", "state"),
    [
        (rule(Verdict.FORBIDDEN), GapState.VIOLATION),
        (rule(Verdict.FORBIDDEN, "2026-06-30"), GapState.VIOLATION),
        (rule(Verdict.FORBIDDEN, "2026-07-01"), GapState.DUE),
        (rule(Verdict.MANDATORY, "2026-10-09"), None),
        (rule(Verdict.MANDATORY, None, "2026-06-30"), GapState.VIOLATION),
        (rule(Verdict.MANDATORY, None, "2026-06-29"), None),
        (rule(Verdict.PHASE_OUT, None, "2026-06-29"), GapState.VIOLATION),
        (rule(Verdict.PHASE_OUT, None, "2026-06-30"), GapState.DUE),
        (rule(Verdict.PHASE_OUT, None, "2026-10-08"), GapState.DUE),
        (rule(Verdict.PHASE_OUT, None, "2026-10-09"), None),
        (rule(Verdict.PHASE_OUT), GapState.DUE),
        (rule(Verdict.PREFERRED), GapState.ADVICE),
        (rule(Verdict.PREFERRED, "2026-07-01"), None),
        (rule(Verdict.TOLERATED), None),
    ],
)
def test_a_rule_counts_between_its_days(given: Rule, state: GapState | None) -> None:
    assert standing(given, DAY, 100) is state


def test_severity_grows_with_age_and_need_and_is_a_range_where_a_need_is_missing() -> None:
    old, young = dt.date(2020, 1, 1), dt.date(2026, 1, 1)

    def weighs(state: GapState, since: dt.date | None, *needs: str | None) -> tuple[float, float]:
        found = severity(state, since, DAY, Behind(None, None, (), needs))
        return found.low, found.high

    assert weighs(GapState.VIOLATION, young, "low", "normal") == (2, 2)
    assert weighs(GapState.VIOLATION, old, "low") == (3, 3)
    assert weighs(GapState.VIOLATION, young, "high", "low") == (3, 3)
    assert weighs(GapState.EXPIRED, old, "very_high") == (4, 4)
    assert weighs(GapState.VIOLATION, young, "low", None) == (2, 4)
    assert weighs(GapState.VIOLATION, young, "very_high", None) == (4, 4)
    assert weighs(GapState.VIOLATION, young) == (2, 4)
    assert weighs(GapState.GRANTED, old, "very_high") == (1, 1)


def test_the_cost_is_what_the_applications_cost_at_least() -> None:
    known, open_ = Behind(None, 7.0, (100.0, 50.0), ()), Behind(None, None, (100.0, None), ())
    assert [(c.low, c.high) for label in ("Application", "Hosting") if (c := cost(label, known))] == [
        (150, 150),
        (7, 7),
    ]
    least = cost("DataStore", open_)
    assert least
    assert (least.low, least.answered, least.asked) == (100, 1, 2)
    assert cost("Interface", known) is None


def test_preferred_technologies_are_known_by_their_kind() -> None:
    assert preferred([standard("preferred", None, JAVA), standard("forbidden", None, JAVA)], DAY) == {
        "language": ("STD-1", ["Java 8"])
    }


def test_the_shipped_catalogue_keeps_its_own_promises() -> None:
    tried, faults = try_examples(SHIPPED, TERMS, DAY)
    assert faults == []
    assert [one for one in tried if not one.passed] == []
    assert len(SHIPPED) >= 15
    for one in SHIPPED:
        assert {"hit", "fine"} <= {example.expected for example in one.entry.examples}, one.rule.id
    assert {label for one in SHIPPED for label in one.rule.labels} == set(SUBJECTS)
    assert {one.rule.verdict for one in SHIPPED} == set(Verdict)
    assert "Beispiel" in shipped_text("standards.yaml").splitlines()[0]


@pytest.mark.parametrize("one", SHIPPED, ids=lambda one: one.rule.id)
def test_a_published_rule_asks_the_same_as_its_file(one: Any) -> None:
    fact = standard_of(one)
    kept = Standard(
        one.rule.id, fact.name, one.rule.verdict, None, fact.model_dump()["check"], one.rule.since, one.rule.until, ()
    )  # fmt: skip
    rules = rules_of([kept], TERMS)
    assert rules.faults == []
    (back,) = rules.rules
    assert (back.where, back.must, back.also) == (one.rule.where, one.rule.must, one.rule.also)
    assert back.way_out == one.rule.way_out
