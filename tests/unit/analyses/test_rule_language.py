"""The rule language, condition by condition: what it hits, what is fine, what nobody can tell."""

from __future__ import annotations

import datetime as dt

import pytest

from ea_cockpit.analyses.rules.examples import try_examples
from ea_cockpit.analyses.rules.read import parse_rules
from ea_cockpit.analyses.rules.terms import Terms
from ea_cockpit.analyses.rules.versions import compare
from ea_cockpit.model.facts import standard_metamodel

DAY = dt.date(2026, 6, 30)
TERMS = Terms(standard_metamodel())

# What a rule asks; then a fact that is hit, one that is fine, and one nobody can decide (None: there is none).
CONDITIONS = [
    # fields: a word, one of several, not, an order, being there
    ("Application", "status: productive", "{status: Produktiv}", "{status: phase_out}", "{name: X}"),
    ("Application", "kind: [portal, register]", "{kind: register}", "{kind: specialist}", "{}"),
    ("Application", "kind: not portal", "{kind: register}", "{kind: portal}", "{}"),
    ("Application", "confidentiality: '>= high'", "{confidentiality: very_high}", "{confidentiality: low}", "{}"),
    ("Application", "users: '> 10, <= 20'", "{users: 20}", "{users: 10}", "{}"),
    ("Application", "contract_end: < today", "{contract_end: 2026-06-29}", "{contract_end: 30.06.2026}", "{}"),
    ("Application", "end_of_life: missing", "{name: X}", "{end_of_life: 2030-01-01}", None),
    ("Application", "version: present", "{version: 1}", "{}", None),
    ("Application", "version: < 8.10", "{version: 8.9}", "{version: '8.10'}", "{version: neu}"),
    ("Application", "product: '*access*'", "{product: Microsoft Access 2016}", "{product: Excel}", "{}"),
    ("Interface", "encrypted: no", "{encrypted: nein}", "{encrypted: yes}", "{}"),
    ("DataStore", "classification: '>= confidential'", "{classification: secret}", "{classification: public}", "{}"),
    # links: by id, by name, with conditions; an empty link is unknown where everybody has one
    ("Application", "supports: GF-81", "{supports: [GF-1, GF-81]}", "{supports: GF-1}", "{}"),
    ("Application", "built_with: Java 8", "{built_with: {name: Java 8}}", "{built_with: {name: Java 21}}", "{}"),
    ("Application", "part_of: APP-1", "{part_of: APP-1}", "{}", None),
    ("Application", "succeeded_by: missing", "{}", "{succeeded_by: APP-2}", None),
    ("Application", "hosted_on: present", "{hosted_on: BU-1}", "{}", None),
    (
        "Application",
        "hosted_on: {jurisdiction: not CH}",
        "{hosted_on: [{jurisdiction: CH}, {jurisdiction: EU}]}",
        "{hosted_on: {jurisdiction: CH}}",
        "{hosted_on: {kind: server}}",
    ),
    (
        "Application",
        "built_with: {product: MS SQL Server, version: < 2016}",
        "{built_with: {name: MS SQL 2014}}",
        "{built_with: {lifecycle_slug: mssqlserver, version: 2019}}",
        "{built_with: {name: SQL Server}}",
    ),
    (
        "Interface",
        "carries: {personal_data: sensitive}",
        "{carries: {personal_data: sensitive}}",
        "{carries: [{personal_data: none}, {personal_data: personal}]}",
        "{carries: DO-1}",
    ),
    (
        "Interface",
        "conforms_to: {name: 'eCH-0058*'}",
        "{conforms_to: {name: eCH-0058 Meldungsrahmen}}",
        "{}",
        "{conforms_to: {id: STD-1}}",
    ),
    # a partner of several types: the words decide which is meant
    (
        "Interface",
        "provided_by: {classification: secret}",
        "{provided_by: {type: DataStore, classification: secret}}",
        "{provided_by: {type: Application, name: X}}",
        "{provided_by: {type: DataStore, name: X}}",
    ),
    # two links deep
    (
        "Interface",
        "provided_by: {hosted_on: {kind: saas}}",
        "{provided_by: {hosted_on: {kind: saas}}}",
        "{provided_by: {hosted_on: {kind: server}}}",
        "{provided_by: {name: X}}",
    ),
    ("DataObject", "kept_in: {kind: register}", "{kept_in: {kind: register}}", "{kept_in: {kind: files}}", "{}"),
    ("Application", "holds: {kind: files}", "{holds: {kind: files}}", "{}", None),
    # joined: what is false wins over what is unknown in all, what is true in any
    ("Interface", "{mode: api, encrypted: no}", "{mode: api, encrypted: no}", "{mode: file}", "{mode: api}"),
    ("Interface", "any: [{mode: api}, {protocol: FTP}]", "{mode: api}", "{mode: file, protocol: X}", "{mode: file}"),
    ("Interface", "all: [{mode: api}, {not: {encrypted: yes}}]", "{mode: api, encrypted: no}", "{mode: file}", "{}"),
    ("Hosting", "not: {kind: saas}", "{kind: server}", "{kind: saas}", "{}"),
    # German titles and words do as well
    ("Applikation", "Beschaffung: SaaS", "{Beschaffung: Cloud}", "{Beschaffung: Eigenentwicklung}", "{}"),
]


def found(label: str, verdict: str, body: str, *examples: str) -> list[str]:
    """What becomes of small facts, as the rule's own examples."""
    listed = "".join(f"\n      - hit: {fact}" for fact in examples)
    head = f"rules:\n  - id: R\n    name: R\n    verdict: {verdict}\n    applies_to: {label}"
    text = f"{head}\n{body}\n    examples:{listed}"
    tried, faults = try_examples(parse_rules(text, "r.yaml", TERMS), TERMS, DAY)
    assert faults == []
    return [one.found for one in tried]


@pytest.mark.parametrize(("label", "where", "hit", "fine", "unknown"), CONDITIONS, ids=[c[1] for c in CONDITIONS])
def test_a_condition_hits_spares_and_leaves_open(
    label: str, where: str, hit: str, fine: str, unknown: str | None
) -> None:
    inner = where if where.startswith("{") else f"{{{where}}}"
    body = f"    where: {inner}"
    told = found(label, "forbidden", body, hit, fine, *([unknown] if unknown else []))
    assert told == ["hit", "fine", *(["undecided"] if unknown else [])]


def test_a_demand_is_broken_by_what_is_meant_and_does_not_meet_it() -> None:
    body = "    where: {carries: {personal_data: sensitive}}\n    must: {encrypted: yes}"
    told = found(
        "Interface", "mandatory", body, "{encrypted: no, carries: {personal_data: sensitive}}",
        "{encrypted: yes, carries: {personal_data: sensitive}}", "{encrypted: no, carries: {personal_data: none}}",
        "{carries: {personal_data: sensitive}}", "{encrypted: no, carries: {name: X}}",
        # What the demand meets is fine, whoever is meant.
        "{encrypted: yes}",
    )  # fmt: skip
    assert told == ["hit", "fine", "fine", "undecided", "undecided", "fine"]


def test_planned_and_retired_things_are_spared_unless_the_rule_speaks_of_them() -> None:
    facts = [f"{{kind: portal, status: {status}}}" for status in ("planned", "retired", "phase_out")]
    assert found("Application", "forbidden", "    where: {kind: portal}", *facts) == ["fine", "fine", "hit"]
    told = found("Application", "forbidden", "    where: {kind: portal}\n    also: planned", *facts)
    assert told == ["hit", "fine", "hit"]


@pytest.mark.parametrize(
    ("version", "limit", "order"),
    [
        ("12.2", "12", 0), ("12", "12.2", -1), ("19c", "19", 0), ("9.6", "16", -1), ("8.10", "8.9", 1),
        ("2012-R2", "2012", 0), ("2012", "2012 R2", -1), ("10.0", "10", 0), ("v3", "3", None), ("", "3", None),
    ],
)  # fmt: skip
def test_versions_compare_part_by_part(version: str, limit: str, order: int | None) -> None:
    assert compare(version, limit) == order
