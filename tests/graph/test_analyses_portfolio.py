"""TIME and the four Rs on the real graph: settled, undecided, contradicted, and with the office's own rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from landscapes import fact, put

from ea_cockpit.analyses import named
from ea_cockpit.analyses.interval import Interval
from ea_cockpit.analyses.policy import SHIPPED, Policy
from ea_cockpit.analyses.policy_file import BrokenPolicyFile
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.i18n import LANGS
from ea_cockpit.model.metamodel import Metamodel

OPEN_END = float("inf")


@pytest.fixture
def apps(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> GraphStore:
    """Applications in all quadrants, with and without answers; two offices, a capability and one below it."""

    def app(id_: str, value: int | None, function: int | None, technology: int | None, **more: Any) -> Any:
        marks = {"business_value": value, "functional_fit": function, "technical_fit": technology}
        return fact(metamodel, "Application", id_, **marks, **more)

    put(
        store, metamodel, tmp_path / "apps.xlsx",
        app("BOTH", 5, 4, 4, decision="invest", owned_by="OE-11", supports="GF-11", run_cost=1000, licence_cost=500),
        app("VALUE", 4, 2, 3, decision="tolerate", decision_note="Kein Geld", owned_by="OE-1", run_cost=1000),
        app("FIT", 3, 3, 3, decision="tolerate", supports="GF-2"),
        app("NEITHER", 1, 1, 1, decision="eliminate", owned_by="OE-2", succeeded_by="BOTH"),
        # What is missing cannot change it: fit reaches 3 even with the worst answer, or misses it even with the best.
        app("SURELY", 5, None, 5, users=7, criticality="high"),
        app("NEVER", 2, None, None),
        app("OPEN", None, 4, 4, decision="eliminate", status="introduction"),
        app("MAYBE", None, 4, 4, decision="invest"),
        app("NOTHING", None, None, None, decision="migrate"),
        app("LATER", 5, 5, 5, status="planned"), app("GONE", 5, 5, 5, status="retired"),
        fact(metamodel, "OrganisationUnit", "OE-1"), fact(metamodel, "OrganisationUnit", "OE-11", part_of="OE-1"),
        fact(metamodel, "OrganisationUnit", "OE-2"),
        fact(metamodel, "BusinessCapability", "GF-1", standard_solution="BOTH"),
        fact(metamodel, "BusinessCapability", "GF-11", part_of="GF-1"),
        fact(metamodel, "BusinessCapability", "GF-2", standard_solution="BOTH"),
    )  # fmt: skip
    return store


def rows(store: GraphStore, metamodel: Metamodel, name: str, policy: Policy = SHIPPED, **given: Any) -> dict[str, Any]:
    found: list[Any] = named(name).run(store, metamodel, policy, **given).rows
    assert len({row.id for row in found}) == len(found)
    return {row.id: row for row in found}


def test_a_quadrant_is_named_only_where_the_answers_settle_it(apps: GraphStore, metamodel: Metamodel) -> None:
    found = rows(apps, metamodel, "time_portfolio")
    assert {id_: (row.quadrant.value, {one.value for one in row.possible}) for id_, row in found.items()} == {
        "BOTH": ("invest", set()), "VALUE": ("migrate", set()), "FIT": ("tolerate", set()),
        "NEITHER": ("eliminate", set()), "SURELY": ("invest", set()),
        "NEVER": ("undecided", {"tolerate", "eliminate"}), "OPEN": ("undecided", {"invest", "tolerate"}),
        "MAYBE": ("undecided", {"invest", "tolerate"}),
        "NOTHING": ("undecided", {"tolerate", "invest", "migrate", "eliminate"}),
    }  # fmt: skip


def test_a_decision_contradicts_where_no_answer_could_confirm_it(apps: GraphStore, metamodel: Metamodel) -> None:
    found = rows(apps, metamodel, "time_portfolio")
    assert {id_: row.agreement.value for id_, row in found.items()} == {
        "BOTH": "agrees", "VALUE": "contradicts", "FIT": "agrees", "NEITHER": "agrees", "SURELY": "none",
        "NEVER": "none", "OPEN": "contradicts", "MAYBE": "open", "NOTHING": "open",
    }  # fmt: skip
    assert list(found)[:2] == ["OPEN", "VALUE"]
    assert found["VALUE"].reason.de == (
        "Geschäftswert hoch (ab 4), Eignung tief (ab 3). Entschieden ist «Tolerieren»: Kein Geld"
    )
    assert found["OPEN"].reason.en == (
        "Business value open (from 4), Fit high (from 3); missing is Business value. "
        "The decision is “Eliminate”: without a reason."
    )


def test_figures_carry_what_is_not_known(apps: GraphStore, metamodel: Metamodel) -> None:
    found = rows(apps, metamodel, "time_portfolio")
    assert (found["SURELY"].value, found["SURELY"].fit) == (Interval(5, 5, 1, 1), Interval(3, 5, 1, 2))
    assert found["BOTH"].cost == Interval(1500, 1500, 2, 2)
    assert found["VALUE"].cost == Interval(1000, OPEN_END, 1, 2)
    assert found["NOTHING"].cost == Interval(0, OPEN_END, 0, 2)
    assert (found["SURELY"].users, found["SURELY"].criticality.value) == (7, "high")
    assert named("time_portfolio").run(apps, metamodel).summary == {
        "applications": 9,
        "by_quadrant": {"tolerate": 1, "invest": 2, "migrate": 1, "eliminate": 1, "undecided": 4},
        "contradictions": 2, "without_decision": 2,
    }  # fmt: skip


@pytest.mark.parametrize("name", ["time_portfolio", "application_review"])
def test_an_office_comes_with_those_below_and_a_capability_too(
    apps: GraphStore, metamodel: Metamodel, name: str
) -> None:
    assert set(rows(apps, metamodel, name, office="OE-1")) == {"BOTH", "VALUE"}
    assert set(rows(apps, metamodel, name, office="OE-11")) == {"BOTH"}
    assert set(rows(apps, metamodel, name, capability="GF-1")) == {"BOTH"}
    assert set(rows(apps, metamodel, name, office="OE-2", capability="GF-1")) == set()


def test_the_four_rs_weigh_benefit_against_technology(apps: GraphStore, metamodel: Metamodel) -> None:
    found = rows(apps, metamodel, "application_review")
    assert {id_: (row.verdict.value, {one.value for one in row.possible}) for id_, row in found.items()} == {
        "BOTH": ("reward", set()), "VALUE": ("review", set()), "FIT": ("review", set()), "NEITHER": ("remove", set()),
        "SURELY": ("undecided", {"reward", "review"}),
        "NEVER": ("undecided", {"reward", "refresh", "review", "remove"}),
        "OPEN": ("undecided", {"reward", "review"}), "MAYBE": ("undecided", {"reward", "review"}),
        "NOTHING": ("undecided", {"reward", "refresh", "review", "remove"}),
    }  # fmt: skip
    assert found["NEITHER"].way_out.de == "Ablösen und abschalten. Als Nachfolge ist «BOTH!» bestimmt."
    assert found["FIT"].way_out.de.endswith("Standardlösung ist «BOTH!».")
    assert found["OPEN"].way_out.en == "Ask for: Business value."
    assert next(iter(found)) == "NEITHER"


def test_the_office_s_own_weights_and_limits_hold(apps: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    own = tmp_path / "portfolio.yaml"
    axis = "{weights: {business_value: 1}, high_from: 3}"
    other = "{weights: {technical_fit: 3, functional_fit: 1}, high_from: 3}"
    own.write_text(f"version: own\ntime: {{value: {axis}, fit: {other}}}\nfour_rs: {{value: {axis}, fit: {other}}}\n")
    found = rows(apps, metamodel, "time_portfolio", Policy(tmp_path))
    assert {id_: found[id_].quadrant.value for id_ in ("FIT", "VALUE", "SURELY")} == {
        "FIT": "invest", "VALUE": "migrate", "SURELY": "invest",
    }  # fmt: skip
    assert found["SURELY"].fit == Interval(4, 5, 1, 2)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("version: '1'\n", "time"), ("time: [", "Zeile 1"), ("- 1", "am Anfang"),
        ("version: '1'\ntime: {value: {weights: {beauty: 1}, high_from: 3}}", "time.value.weights.beauty"),
        ("version: '1'\ntime: {value: {weights: {business_value: 0}, high_from: 3}}", "mehr als 0"),
        ("version: '1'\ntime: {value: {weights: {business_value: 1}, high_from: 9}}", "höchstens 5"),
        ("version: '1'\ntime: {value: {weights: {}, high_from: 3}}", "mindestens 1"),
    ],
)  # fmt: skip
def test_a_broken_own_file_is_named_with_place_and_way_out(
    store: GraphStore, metamodel: Metamodel, tmp_path: Path, content: str, says: str
) -> None:
    (tmp_path / "portfolio.yaml").write_text(content)
    for name in ("time_portfolio", "application_review", "open_questions"):
        with pytest.raises(BrokenPolicyFile) as trouble:
            named(name).run(store, metamodel, Policy(tmp_path))
        assert says in trouble.value.message("de")
        assert all(str(tmp_path) in trouble.value.message(lang) for lang in LANGS)
