"""An analysis before and after a scenario, in one transaction of which nothing stays."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ea_cockpit.analyses.analysis import Analysis, Result
from ea_cockpit.analyses.policy import SHIPPED, Policy
from ea_cockpit.analyses.problems import UnknownFact
from ea_cockpit.analyses.scenario.difference import Difference, differing
from ea_cockpit.analyses.scenario.effects import Effects
from ea_cockpit.analyses.scenario.run import apply_scenario
from ea_cockpit.analyses.scenario.schema import Scenario
from ea_cockpit.analyses.scenario.work_out import work_out
from ea_cockpit.graph.queries import load
from ea_cockpit.graph.scenario_apply import Bench
from ea_cockpit.graph.scenario_read import carried
from ea_cockpit.graph.store import GraphStore, Transaction
from ea_cockpit.model.metamodel import Metamodel


def what_if(
    place: GraphStore | Transaction,
    metamodel: Metamodel,
    scenario: Scenario,
    analysis: Analysis,
    policy: Policy = SHIPPED,
    /,
    **params: Any,
) -> Difference:
    """The difference a scenario makes to an analysis, and its own effects; the graph stays as it is.

    A transaction given (the graph as it was on a day) must be one that is rolled back.
    """
    if scenario.day and any(parameter.name == "day" for parameter in analysis.parameters):
        params = {"day": scenario.day, **params}
    with _trial(place) as tx:
        before, missing = _answer(analysis, tx, metamodel, policy, params)
        effects = _try_out(tx, metamodel, scenario)
        after, still = _answer(analysis, tx, metamodel, policy, params)
    if missing and still:
        raise missing
    was, now = (before or _nothing(analysis, params), after or _nothing(analysis, params))
    return Difference(scenario, was, now, differing(was.rows, now.rows), effects)


def effects_of(place: GraphStore | Transaction, metamodel: Metamodel, scenario: Scenario) -> Effects:
    """What a scenario brings about by itself; the graph stays as it is."""
    with _trial(place) as tx:
        return _try_out(tx, metamodel, scenario)


def _try_out(tx: Transaction, metamodel: Metamodel, scenario: Scenario) -> Effects:
    bench = Bench(tx, metamodel)
    before = carried(tx)
    return work_out(apply_scenario(scenario, bench), before, bench)


@contextmanager
def _trial(place: GraphStore | Transaction) -> Iterator[Transaction]:
    """A transaction to try things in. Imports wait until it is over: they see nothing of it, and it nothing of them."""
    if isinstance(place, Transaction):
        yield place
        return
    with place.rolled_back() as tx:
        tx.write(load("history/lock"))
        yield tx


def _answer(
    analysis: Analysis, tx: Transaction, metamodel: Metamodel, policy: Policy, params: dict[str, Any]
) -> tuple[Result | None, UnknownFact | None]:
    """The answer; what is asked about may be there only before or only after the scenario."""
    try:
        return analysis.run(tx, metamodel, policy, **params), None
    except UnknownFact as fault:
        return None, fault


def _nothing(analysis: Analysis, params: dict[str, Any]) -> Result:
    return Result(analysis.name, params, analysis.row.columns(), [], analysis.summary([]))
