"""The guideline as a decision table: complete, without contradiction, undecided where the facts do not settle it."""

from __future__ import annotations

import itertools
import math
from pathlib import Path

import pytest

from ea_cockpit.analyses.centralise.guideline import Guideline, Known, Verdict, load_guideline
from ea_cockpit.analyses.centralise.problems import Gap, NeverReached, Overlap, TooWide
from ea_cockpit.analyses.policy import SHIPPED, Policy
from ea_cockpit.analyses.policy_file import BrokenPolicyFile
from ea_cockpit.i18n import LANGS

KEEP, ALIGN, ONE, OPEN = Verdict.KEEP_APART, Verdict.HARMONISE, Verdict.CENTRALISE, Verdict.UNDECIDED
SAYS = "says: {de: So., en: So.}"


def known(
    sovereignty: str = "same", legal: str = "same", likeness: float = 0.8, gap: float = 0, deviations: float = 0,
    standard: str = "no", offices: float = 2,
) -> dict[str, Known]:  # fmt: skip
    return {
        "sovereignty": frozenset({sovereignty}), "legal_basis": frozenset({legal}), "likeness": (likeness, likeness),
        "protection_gap": (gap, gap), "deviations": (deviations, deviations), "standard": frozenset({standard}),
        "offices": (offices, offices),
    }  # fmt: skip


def expected(
    sovereignty: str, legal: str, likeness: float, gap: float, deviations: float, standard: str, offices: float
) -> tuple[str, Verdict]:  # fmt: skip
    """The shipped guideline once more, in plain Python."""
    rows = (
        ("R1", KEEP, sovereignty == "mixed" and legal == "different"),
        ("R2", KEEP, likeness < 0.5),
        ("R3", ALIGN, sovereignty == "mixed"),
        ("R4", ALIGN, gap >= 3),
        ("R5", ALIGN, deviations >= 1),
        ("R6", ONE, standard == "yes"),
        ("R7", ONE, offices >= 3),
        ("R8", ALIGN, True),
    )
    return next((rule, verdict) for rule, verdict, holds in rows if holds)


def test_the_whole_shipped_table_says_what_it_should() -> None:
    table = load_guideline(SHIPPED)
    inputs = (("same", "mixed"), ("same", "different"), (0.3, 0.5, 0.9), (0, 2, 3), (0, 1, 4), ("yes", "no"), (2, 3, 9))
    seen = set()
    for case in itertools.product(*inputs):
        decision = table.decide(known(*case))
        rule, verdict = expected(*case)
        assert ([one.id for one in decision.rules], decision.verdict) == ([rule], verdict), case
        assert decision.open_inputs == ()
        seen.add(rule)
    assert seen == {rule.id for rule in table.rules}


def test_every_case_the_table_tells_apart_has_one_answer() -> None:
    table = load_guideline(SHIPPED)
    cases = list(table.cases())
    assert len(cases) == 2**7
    assert all(table.fitting(case) for case in cases)


def test_what_the_facts_do_not_settle_is_undecided_and_says_what_would_decide() -> None:
    table = load_guideline(SHIPPED)
    facts = known(sovereignty="mixed") | {"legal_basis": frozenset({"same", "different"})}
    decision = table.decide(facts)
    assert decision.verdict is OPEN
    assert [rule.id for rule in decision.rules] == ["R1", "R3"]
    assert decision.open_inputs == ("legal_basis",)


def test_an_open_input_that_changes_nothing_leaves_the_verdict() -> None:
    table = load_guideline(SHIPPED)
    # Either way one harmonises: for the gap, or for the deviation.
    decision = table.decide(known(deviations=1) | {"protection_gap": (1.0, 3.0)})
    assert (decision.verdict, [rule.id for rule in decision.rules]) == (ALIGN, ["R4", "R5"])
    decision = table.decide(known(sovereignty="same") | {"legal_basis": frozenset({"same", "different"})})
    assert decision.verdict is ALIGN
    decision = table.decide(known(standard="yes") | {"offices": (2.0, 7.0), "likeness": (0.5, 1.0)})
    assert (decision.verdict, decision.open_inputs) == (ONE, ())


def test_a_range_up_to_a_limit_does_not_reach_it() -> None:
    table = load_guideline(SHIPPED)
    assert table.decide(known() | {"offices": (2.0, 2.0)}).verdict is ALIGN
    assert table.decide(known() | {"offices": (3.0, math.inf)}).verdict is ONE
    assert table.decide(known() | {"offices": (2.0, 3.0)}).open_inputs == ("offices",)


def written(tmp_path: Path, rules: str, hit: str = "first") -> Policy:
    (tmp_path / "guideline.yaml").write_text(f"name: Eigene\nversion: 2\nhit: {hit}\nrules:\n{rules}", encoding="utf-8")
    return Policy(tmp_path)


@pytest.mark.parametrize(
    ("rules", "hit", "error", "named"),
    [
        (f'  - {{id: A, when: {{standard: "yes"}}, then: centralise, {SAYS}}}\n', "first", Gap, "standard = no"),
        (
            f'  - {{id: A, when: {{offices: ">= 3"}}, then: centralise, {SAYS}}}\n'
            f'  - {{id: B, when: {{offices: "< 5"}}, then: keep_apart, {SAYS}}}\n',
            "unique", Overlap, "A, B",
        ),
        (
            f'  - {{id: A, when: {{offices: ">= 3"}}, then: centralise, {SAYS}}}\n'
            f'  - {{id: B, when: {{offices: ">= 3"}}, then: keep_apart, {SAYS}}}\n'
            f"  - {{id: C, when: {{}}, then: harmonise, {SAYS}}}\n",
            "first", NeverReached, "B",
        ),
        (f"  - {{id: A, when: {{colour: red}}, then: harmonise, {SAYS}}}\n", "first", BrokenPolicyFile, "colour"),
        (f"  - {{id: A, when: {{standard: maybe}}, then: harmonise, {SAYS}}}\n", "first", BrokenPolicyFile, "maybe"),
        (f'  - {{id: A, when: {{offices: "3"}}, then: harmonise, {SAYS}}}\n', "first", BrokenPolicyFile, ">= 3"),
        (f"  - {{id: A, when: {{}}, then: undecided, {SAYS}}}\n", "first", BrokenPolicyFile, "centralise"),
        (f"  - {{id: A, when: {{}}, then: harmonise, {SAYS}}}\n" * 2, "first", BrokenPolicyFile, "A"),
        ("  - {id: A, when: {}, then: [", "first", BrokenPolicyFile, "5"),
        ("", "first", BrokenPolicyFile, "rules"),
        (f"  - {{id: A, when: {{}}, then: harmonise, {SAYS}}}\n", "any", BrokenPolicyFile, "hit"),
    ],
)  # fmt: skip
def test_a_broken_table_is_refused_with_its_fault_and_the_way_out(
    tmp_path: Path, rules: str, hit: str, error: type[BrokenPolicyFile], named: str
) -> None:
    with pytest.raises(error) as trouble:
        load_guideline(written(tmp_path, rules, hit))
    for lang in LANGS:
        told = trouble.value.message(lang)
        assert named in told
        assert "guideline.yaml" in told
        assert trouble.value.way_out(lang)


def test_more_cases_than_can_be_gone_through_are_refused(tmp_path: Path) -> None:
    limits = "".join(
        f'  - {{id: "{name}{cut}", when: {{{name}: ">= {cut}"}}, then: harmonise, {SAYS}}}\n'
        for name in ("offices", "applications", "deviations", "run_cost")
        for cut in range(1, 14)
    )
    with pytest.raises(TooWide, match="20000"):
        load_guideline(written(tmp_path, limits))


def test_an_own_table_stands_in_for_the_shipped_one(tmp_path: Path) -> None:
    rules = (
        f'  - {{id: A, when: {{offices: [">= 3", "< 5"]}}, then: centralise, {SAYS}}}\n'
        f'  - {{id: B, when: {{offices: "< 3"}}, then: keep_apart, {SAYS}}}\n'
        f'  - {{id: C, when: {{offices: ">= 5"}}, then: harmonise, {SAYS}}}\n'
    )
    table: Guideline = load_guideline(written(tmp_path, rules, "unique"))
    found = {offices: table.decide(known(offices=offices)).verdict for offices in (2, 3, 4.5, 5)}
    assert found == {2: KEEP, 3: ONE, 4.5: ONE, 5: ALIGN}
