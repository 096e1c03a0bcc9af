"""Pages with pictures of their own: what is drawn is what the table says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from landscapes import fact, put
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
