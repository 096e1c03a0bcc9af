"""Pages with pictures of their own: what is drawn is what the table says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from landscapes import fact, put
from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.testing.v1 import AppTest
from ui_help import Open, said

from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel


@pytest.fixture
def overlap(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    """Three offices that record their working hours with an application each; one of them assessed, one in part."""

    def make(label: str, id_: str, **values: Any) -> Any:
        return fact(metamodel, label, id_, **values)

    offices = [make("OrganisationUnit", f"OE-{n}", kind="office") for n in (1, 2, 3)]
    whole = {"business_value": 5, "functional_fit": 4, "technical_fit": 4}
    partly = {"business_value": 2, "functional_fit": 2}
    apps = [
        make(
            "Application", f"APP-{n}", name=f"Zeiterfassung {n}", owned_by=f"OE-{n}", supports="GF-1", product="Zeitix",
            status="productive", **marks,
        )
        for n, marks in enumerate((whole, partly, {}), start=1)
    ]  # fmt: skip
    put(store, metamodel, tmp_path / "overlap.xlsx", make("BusinessCapability", "GF-1"), *offices, *apps)


def drawn(at: AppTest) -> list[dict[str, Any]]:
    return [json.loads(chart.proto.spec) for chart in at.get("vega_lite_chart")]


def test_time_draws_what_is_known_and_tells_what_is_not(cockpit: Open, overlap: None) -> None:
    at = cockpit("auswertung-time_portfolio")
    assert not at.exception
    assert len(drawn(at)) == 1
    assert "1 Applikationen haben auf einer Achse keine Angabe" in said(at)
    assert len(at.dataframe[0].value) == 3


def test_overlap_is_a_heat_map_beside_its_table(cockpit: Open, overlap: None) -> None:
    at = cockpit("auswertung-capability_overlap")
    assert not at.exception
    (chart,) = drawn(at)
    assert {layer["mark"]["type"] for layer in chart["layer"]} == {"rect", "text"}
    assert set(at.dataframe[0].value["office"]) == {"OE-1!", "OE-2!", "OE-3!"}


def test_each_group_is_a_sheet_with_evidence_and_counter_evidence(cockpit: Open, overlap: None) -> None:
    at = cockpit("auswertung-centralisation_candidates")
    assert not at.exception
    shown = said(at)
    assert ["Zeiterfassung" in box.label for box in at.expander[1:]] == [True]
    for text in ("Was dafür spricht", "Zeitix", "Ziel"):
        assert text in shown
    assert all(f"id=APP-{n}" in shown for n in (1, 2, 3))


def values(at: AppTest, name: str) -> list[Any]:
    """What the chart shows of a field, over all its layers."""
    frames = [convert_arrow_bytes_to_pandas_df(one.data.data) for one in at.get("vega_lite_chart")[0].proto.datasets]
    return [value for frame in frames if name in frame for value in frame[name]]


def test_the_roadmap_has_a_lane_for_each_kind_and_a_number_where_several_end_on_a_day(
    cockpit: Open, store: GraphStore, metamodel: Metamodel, tmp_path: Path
) -> None:
    ends = {"contract_end": "2030-12-31", "status": "productive"}
    put(
        store, metamodel, tmp_path / "ends.xlsx",
        fact(metamodel, "Application", "APP-1", **ends),
        fact(metamodel, "Application", "APP-2", end_of_life="2031-06-30", **ends),
    )  # fmt: skip
    at = cockpit("auswertung-roadmap", day="2030-01-01")
    assert not at.exception
    shown = zip(*(values(at, name) for name in ("lane", "day", "count", "key")), strict=True)
    assert set(shown) == {
        ("Vertrag endet", "2030-12-31", 2, ""), ("Applikation endet", "2031-06-30", 1, "Application:APP-2")
    }  # fmt: skip
    assert values(at, "marked") == ["Vertrag endet vor der Applikation (30.06.2031)", ""]


def test_cost_is_drawn_as_far_as_it_is_known(
    cockpit: Open, store: GraphStore, metamodel: Metamodel, tmp_path: Path
) -> None:
    put(
        store, metamodel, tmp_path / "cost.xlsx", fact(metamodel, "BusinessCapability", "GF-1"),
        fact(metamodel, "Application", "APP-1", supports="GF-1", run_cost=40000, licence_cost=2000),
        fact(metamodel, "Application", "APP-2", supports="GF-1", run_cost=1000),
    )  # fmt: skip
    at = cockpit("auswertung-cost")
    assert not at.exception
    assert sorted(values(at, "value")) == [2000, 41000]
    assert values(at, "told") == ["mind. 43'000 (3 von 4)"]
    assert set(values(at, "key")) == {"BusinessCapability:GF-1"}
