"""Implausible values on a small landscape: the shipped rules, an office's own, open references, broken files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.analyses.policy import SHIPPED, Policy
from ea_cockpit.errors import CockpitError
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.i18n import LANGS
from ea_cockpit.model.metamodel import Metamodel


def rows(store: GraphStore, metamodel: Metamodel, policy: Policy = SHIPPED) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = (
        named("implausible_values").run(store, metamodel, policy, day="2026-06-30").as_json("de")["rows"]
    )
    return told


@pytest.fixture
def mistyped(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> GraphStore:
    """One application with nearly everything wrong, one that is fine, one that says nothing."""
    day = dt.date
    put(
        store, metamodel, tmp_path / "mistyped.xlsx",
        fact(metamodel, "OrganisationUnit", "OE-1"),
        fact(metamodel, "Application", "A", owned_by="OE-1", status="retired", users=3, rpo_hours=8, rto_hours=4,
             productive_since=day(2020, 1, 1), end_of_life=day(2019, 12, 31), phase_out_from=day(2020, 1, 1)),
        fact(metamodel, "Application", "B", status="productive", users=3, rpo_hours=4, rto_hours=4,
             productive_since=day(2020, 1, 1), end_of_life=day(2026, 6, 30), notice_months=36),
        fact(metamodel, "Application", "C", supplied_by="LF-404"),
        fact(metamodel, "Interface", "IF-1", mode="manual", frequency="realtime", confirmed_on=day(2026, 7, 1)),
    )  # fmt: skip
    return store


def test_each_rule_that_is_broken_is_told_with_its_values(mistyped: GraphStore, metamodel: Metamodel) -> None:
    told = rows(mistyped, metamodel)
    assert {(row["id"], row["rule"]) for row in told} == {
        ("A", "end-before-start"), ("A", "phase-out-after-end"), ("A", "retired-with-users"), ("A", "rpo-over-rto"),
        ("IF-1", "manual-in-real-time"), ("IF-1", "confirmed-in-future"), ("C", "open-reference"),
    }  # fmt: skip
    by_rule = {row["rule"]: row for row in told}
    assert by_rule["end-before-start"]["evidence"] == "Lebensende: 31.12.2019; Produktiv seit: 01.01.2020"
    assert by_rule["retired-with-users"]["evidence"] == "Status: Ausser Betrieb; Anzahl Benutzende: 3"
    assert by_rule["rpo-over-rto"]["office"] == "OE-1!"
    assert by_rule["open-reference"]["evidence"] == "Lieferant: LF-404"


def test_the_office_writes_its_own_rules(mistyped: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    write_rules(tmp_path, "Application", "[users empty]", "[status != retired]")
    assert {(row["id"], row["rule"]) for row in rows(mistyped, metamodel, Policy(tmp_path))} == {
        ("C", "r0"), ("B", "r1"), ("C", "open-reference"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("label", "when"),
    [
        ("Auto", "[users > 1]"), ("Application", "[userz > 1]"), ("Application", "[users > viele]"),
        ("Application", "[users like 3]"), ("Application", "[status = kaputt]"), ("Application", "[status < retired]"),
        ("Application", "[end_of_life < 31.12.2026]"), ("Application", "[__import__('os') = 1]"), ("Application", "[]"),
        ("Application", "[owned_by = OE-1]"),
    ],
)  # fmt: skip
def test_a_rule_that_cannot_be_meant_is_told_with_its_place(
    store: GraphStore, metamodel: Metamodel, tmp_path: Path, label: str, when: str
) -> None:
    write_rules(tmp_path, label, when)
    with pytest.raises(CockpitError) as trouble:
        rows(store, metamodel, Policy(tmp_path))
    for lang in LANGS:
        assert "plausibility.yaml" in trouble.value.message(lang)
        assert "{" not in trouble.value.message(lang)


def write_rules(folder: Path, label: str, *whens: str) -> None:
    words = "{de: a, en: b}"
    lines = [
        f"  - {{id: r{n}, of: {label}, when: {when}, says: {words}, remedy: {words}}}" for n, when in enumerate(whens)
    ]
    (folder / "plausibility.yaml").write_text("\n".join(['version: "1"', "rules:", *lines]), "utf-8")
