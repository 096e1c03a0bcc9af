"""Where nothing is known, nothing is called fine: for every analysis whose lines hold an interval."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from typing import Any

import pytest

from ea_cockpit.analyses import registry
from ea_cockpit.analyses.analysis import Analysis, AnalysisRow, Result
from ea_cockpit.analyses.interval import Interval
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.model.values import Choice

FINE = {
    "fine", "ok", "good", "kept", "keeps", "met", "holds", "safe", "certain", "agrees", "contradicts", "supported",
    "current", "in_time", "complete", "fresh", "settled", "invest", "tolerate", "migrate", "eliminate", "reward",
    "refresh", "review", "remove", "centralise", "harmonise", "keep_apart", "conforms", "compliant",
}  # fmt: skip
"""Words of verdicts that need an answer; what there is no answer to is undecided, unknown, or named as a gap."""


def _holds_interval(analysis: Analysis) -> bool:
    annotations = (info.annotation for info in analysis.row.model_fields.values())
    return any(one is Interval or Interval in typing.get_args(one) for one in annotations)


HONEST = [analysis for analysis in registry().values() if _holds_interval(analysis)]


def test_there_are_some() -> None:
    assert {"time_portfolio", "application_review", "cost"} <= {analysis.name for analysis in HONEST}


@pytest.fixture
def bare(store: GraphStore, metamodel: Metamodel) -> GraphStore:
    """Two facts of each type of which nothing is known, joined by every link that is declared."""
    with store.writing() as tx:
        for kind in metamodel:
            for number in (1, 2):
                tx.write(f"CREATE (:Fact:{kind.label} {{id: '{kind.label}-{number}'}})")
        for link in metamodel.links:
            first, last = link.source, link.targets[0]
            start, end = (last, first) if link.incoming else (first, last)
            ends = f"MATCH (a:{start} {{id: '{start}-1'}}), (b:{end} {{id: '{end}-2'}})"
            tx.write(f"{ends} CREATE (a)-[:{link.relationship}]->(b)")
    return store


def _answers(analysis: Analysis, store: GraphStore, metamodel: Metamodel) -> Iterator[Result]:
    needed = [parameter for parameter in analysis.parameters if parameter.required and parameter.kind == "fact"]
    for number in (1, 2):
        yield analysis.run(
            store, metamodel, **{one.name: f"{one.labels(metamodel)[0]}-{number}" for one in needed}
        )  # fmt: skip


def _values(row: AnalysisRow) -> Iterator[tuple[str, Any]]:
    for column in row.columns():
        value = getattr(row, column.name)
        yield from ((column.name, one) for one in (value if isinstance(value, tuple) else (value,)))


@pytest.mark.parametrize("analysis", HONEST, ids=lambda analysis: analysis.name)
def test_nothing_is_settled_where_nothing_is_known(analysis: Analysis, bare: GraphStore, metamodel: Metamodel) -> None:
    for result in _answers(analysis, bare, metamodel):
        for row in result.rows:
            for name, value in _values(row):
                if isinstance(value, Interval) and value.answered < value.asked:
                    assert value.low < value.high, (name, row)
                # The verdict itself; what is still possible is a list beside it.
                if isinstance(value, Choice) and not isinstance(getattr(row, name), tuple):
                    assert value.value not in FINE, (name, row)


@pytest.mark.parametrize("analysis", HONEST, ids=lambda analysis: analysis.name)
def test_an_interval_tells_how_much_is_answered(analysis: Analysis, bare: GraphStore, metamodel: Metamodel) -> None:
    found = [
        value
        for result in _answers(analysis, bare, metamodel)
        for row in result.rows
        for _, value in _values(row)
        if isinstance(value, Interval)
    ]
    assert all(0 <= one.answered <= one.asked and one.low <= one.high for one in found)
    assert any(one.asked and not one.answered for one in found) or not found
