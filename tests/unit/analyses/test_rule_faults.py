"""What is wrong with a file of rules is told with rule, field and the way out, all at once, in both languages."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from ea_cockpit.analyses.rules.examples import try_examples
from ea_cockpit.analyses.rules.faults import UnreadableRules, WrongRules
from ea_cockpit.analyses.rules.read import parse_rules, read_rules
from ea_cockpit.analyses.rules.terms import Terms
from ea_cockpit.model.facts import standard_metamodel

TERMS = Terms(standard_metamodel())
GOOD = {
    "id": "STD-1", "name": "Regel", "verdict": "forbidden", "applies_to": "Interface", "where": "{mode: api}"
}  # fmt: skip


def rule(**changes: str | None) -> str:
    entries = {name: value for name, value in {**GOOD, **changes}.items() if value is not None}
    return "rules:\n" + "".join(
        f"{'  - ' if place == 0 else '    '}{name}: {value}\n" for place, (name, value) in enumerate(entries.items())
    )


FAULTS = [
    (rule(verdict="verbotten"), "STD-1, verdict", "forbidden"),
    (rule(verdict=None), "STD-1, verdict", "Ergänzen"),
    (rule(id=None), "rules[1], id", "Ergänzen"),
    (rule(verdickt="x"), "STD-1, verdickt", "verdict"),
    (rule(applies_to="Interfaces"), "STD-1, applies_to", "Interface"),
    (rule(applies_to="Supplier"), "STD-1, applies_to", "Application"),
    (rule(where="{encripted: no}"), "STD-1, where", "encrypted"),
    (rule(where="{mode: apy}"), "STD-1, where.mode", "api"),
    (rule(where="{encrypted: vielleicht}"), "STD-1, where.encrypted", "yes"),
    (rule(where="{encrypted: '< yes'}"), "STD-1, where.encrypted", "Wert selbst"),
    (rule(where="{mode: {name: api}}"), "STD-1, where.mode", "Wert dahinter"),
    (rule(where="{mode: []}"), "STD-1, where.mode", "Erwartet"),
    (rule(where="[mode]"), "STD-1, where", "Name: Wert"),
    (rule(where="{carries: {personnal_data: none}}"), "STD-1, where.carries", "personal_data"),
    (rule(where="{carries: {personal_data: sensibel}}"), "STD-1, where.carries.personal_data", "sensitive"),
    (rule(where="{carries: []}"), "STD-1, where.carries", "Feld: Wert"),
    (rule(where="{any: {mode: api}}"), "STD-1, where.any", "«- »"),
    (rule(where="{any: [{mode: api}, {mode: apy}]}"), "STD-1, where.any.mode", "api"),
    (rule(where=None), "STD-1, where", "wen es trifft"),
    (rule(must="{encrypted: yes}"), "STD-1, where", "kein must"),
    (rule(verdict="mandatory"), "STD-1, must", "gelten muss"),
    (rule(until="Ende Jahr"), "STD-1, until", "2027-12-31"),
    (rule(also="planed"), "STD-1, also", "planned"),
    (rule(way_out="{tecnology: X}"), "STD-1, way_out.tecnology", "technology"),
    (rule(examples="[{hitt: {}}]"), "STD-1, examples.0", "hit"),
    (rule(examples="[{hit: {}, fine: {}}]"), "STD-1, examples.0", "hit, fine oder undecided"),
    (rule(applies_to="Application", where="{users: '> viele'}"), "STD-1, where.users", "Zahl"),
    (rule(applies_to="Application", where="{contract_end: '< morgen'}"), "STD-1, where.contract_end", "Datum"),
    ("rules: []", "YAML, rules", "Ergänzen"),
    ("regeln: []", "YAML", "rules"),
    ("- 1", "YAML", "Name: Wert"),
    (rule() + rule().removeprefix("rules:\n"), "STD-1, id", "eigene ID"),
]


@pytest.mark.parametrize(("text", "place", "hint"), FAULTS, ids=[f"{n}-{p}" for n, (_, p, _) in enumerate(FAULTS)])
def test_a_fault_has_its_place_and_its_way_out(text: str, place: str, hint: str) -> None:
    with pytest.raises(WrongRules) as trouble:
        parse_rules(text, "kanton.yaml", TERMS)
    german, english = trouble.value.message("de"), trouble.value.message("en")
    assert german.startswith("kanton.yaml: ")
    assert place in german
    assert place in english
    assert hint in german
    assert trouble.value.exit_status == 4


def test_all_faults_are_told_at_once_each_with_its_hint() -> None:
    broken = rule(where="{mode: apy}") + rule(id="STD-2", verdict="nie", until="nie").removeprefix("rules:\n")
    with pytest.raises(WrongRules) as trouble:
        parse_rules(broken, "r.yaml", TERMS)
    assert [(one.rule, one.field) for one in trouble.value.faults] == [
        ("STD-1", "where.mode"), ("STD-2", "verdict"), ("STD-2", "until")
    ]  # fmt: skip
    lines = trouble.value.fault("de").splitlines()
    assert any("STD-1, where.mode" in line and "api" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("rules:\n  - id: [", "2"), ("a: 1\na: 2", "2"), ("rules:\n\t- id: x", "2"), ("a: *b", "1"),
        ("? [a]\n: b", "1"),
        ("a: !!python/object:os.system x\na: 1", "2"),
    ],
)  # fmt: skip
def test_what_is_no_yaml_is_told_with_its_line(text: str, place: str) -> None:
    with pytest.raises(UnreadableRules) as trouble:
        parse_rules(text, "r.yaml", TERMS)
    assert f"line {place}" in trouble.value.message("en")


def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "binary.yaml").write_bytes(b"\xff\xfe\x00")
    for name in ("binary.yaml", "missing.yaml"):
        with pytest.raises(UnreadableRules, match=name):
            read_rules(tmp_path / name, TERMS)


@pytest.mark.parametrize(
    ("example", "field"),
    [
        ("{mood: api}", "examples[1]"), ("{mode: apy}", "examples[1].mode"), ("{mode: not api}", "examples[1].mode"),
        ("{provided_by: {type: Hosting}}", "examples[1].provided_by.type"),
        ("{carries: {clasification: secret}}", "examples[1].carries"),
    ],
)  # fmt: skip
def test_an_example_nobody_understands_is_told(example: str, field: str) -> None:
    written = parse_rules(rule(examples=f"[{{hit: {example}}}]"), "r.yaml", TERMS)
    tried, faults = try_examples(written, TERMS, dt.date(2026, 6, 30))
    assert (tried, [(one.rule, one.field) for one in faults]) == ([], [("STD-1", field)])


def test_an_example_that_comes_out_otherwise_is_named() -> None:
    written = parse_rules(rule(examples="[{hit: {mode: api}}, {fine: {mode: api}, says: nein}]"), "r.yaml", TERMS)
    tried, _ = try_examples(written, TERMS, dt.date(2026, 6, 30))
    assert [(one.place, one.expected, one.found, one.passed) for one in tried] == [
        (1, "hit", "hit", True), (2, "fine", "hit", False)
    ]  # fmt: skip
