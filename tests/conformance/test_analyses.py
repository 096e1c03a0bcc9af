"""What holds for every analysis: found, told in both languages, its row the columns of its statement."""

from __future__ import annotations

import json

import pytest

from ea_cockpit.analyses import named, registry
from ea_cockpit.analyses.analysis import Analysis
from ea_cockpit.analyses.problems import MissingParameter, UnknownAnalysis
from ea_cockpit.graph.queries import names
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.i18n import LANGS
from ea_cockpit.model.metamodel import Metamodel

ANALYSES = list(registry().values())
each = pytest.mark.parametrize("analysis", ANALYSES, ids=lambda analysis: analysis.name)


def test_each_statement_has_its_analysis_and_the_other_way_round() -> None:
    assert {f"analyses/{name}" for name in registry()} == set(names("analyses"))
    assert {"impact", "interfaces"} <= set(registry())


@each
def test_it_is_told_in_both_languages(analysis: Analysis) -> None:
    for lang in LANGS:
        for text in (analysis.title, analysis.question, analysis.why, analysis.remedy):
            assert text.in_(lang).strip()
        for parameter in analysis.parameters:
            assert parameter.title.in_(lang)
            assert parameter.help.in_(lang)
        for column in analysis.row.columns():
            assert column.title.in_(lang)
            assert column.help.in_(lang)
        titles = [column.title.in_(lang) for column in analysis.row.columns()]
        assert len(set(titles)) == len(titles)


@each
def test_its_row_is_made_of_the_columns_of_its_statement(analysis: Analysis, store: GraphStore) -> None:
    columns = store.columns(analysis.query, **dict.fromkeys(analysis.query.params))
    told = [name for name in columns if name not in analysis.helpers]
    fields = [column.name for column in analysis.row.columns()]
    assert told == [name for name in fields if name not in analysis.worked_out]
    assert set(analysis.helpers) <= set(columns)
    assert set(analysis.worked_out) <= set(fields)


@each
def test_an_empty_graph_is_answered_or_refused_with_a_message(
    analysis: Analysis, store: GraphStore, metamodel: Metamodel
) -> None:
    if any(parameter.required for parameter in analysis.parameters):
        with pytest.raises(MissingParameter):
            analysis.run(store, metamodel)
    else:
        assert analysis.run(store, metamodel).rows == []


@each
def test_its_result_is_json_and_its_figures_have_titles(
    analysis: Analysis, store: GraphStore, metamodel: Metamodel
) -> None:
    with store.writing() as tx:
        for kind in metamodel:
            tx.write(f"CREATE (:Fact:{kind.label} {{id: '{kind.label}-1'}})")
    given = {p.name: p.labels(metamodel)[0] + "-1" for p in analysis.parameters if p.required and p.kind == "fact"}
    whole = json.loads(json.dumps(analysis.run(store, metamodel, **given).as_json("de")))
    assert list(whole) == ["analysis", "params", "columns", "rows", "summary"]
    assert whole["analysis"] == analysis.name
    assert set(whole["params"]) == {parameter.name for parameter in analysis.parameters}
    assert set(whole["summary"]) == set(analysis.figures)


def test_an_unknown_name_is_answered_with_those_there_are() -> None:
    with pytest.raises(UnknownAnalysis, match=r"impact, .*open_references"):
        named("nothing")
