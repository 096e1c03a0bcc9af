"""Trying a scenario leaves the graph bit for bit as it was, however it ends, and nobody else sees anything of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest
from conftest import wipe
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from scenarios import digest, landscape, scenario

from ea_cockpit.analyses import named, registry
from ea_cockpit.analyses.analysis import AnalysisRow, Asked
from ea_cockpit.analyses.impact import Impact
from ea_cockpit.analyses.scenario import effects_of, what_if
from ea_cockpit.analyses.scenario.faults import WrongScenario
from ea_cockpit.errors import CockpitError
from ea_cockpit.graph.address import GraphAddress
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.model.metamodel import Metamodel

STEPS = {
    "retire": "- retire: [A, BU-1, IF-6]",
    "merge": "- merge: [A, B]\n  into: C",
    "merge into a new one": "- merge: [A, B]\n  into: {name: Neu}\n  fields: {owned_by: OE-1, run_cost: 1}",
    "merge units": "- merge: OE-2\n  into: OE-1",
    "move_hosting": "- move_hosting: all\n  from: BU-1\n  to: BU-2",
    "replace_technology": "- replace_technology: T-1\n  by: T-2",
    "new_standard": "- new_standard: {name: Kein T-1, verdict: forbidden, applies_to: T-1}",
    "set": "- set: A\n  fields: {name: Anders, users: 5, run_cost: '', supports: GF-2}",
    "add": "- add: Licence\n  fields: {name: Neu, licenses: [A, T-1], seats: 3}",
    "link": "- link: C\n  field: supports\n  to: [GF-1, GF-2]",
    "unlink": "- unlink: A\n  field: used_by\n  to: OE-1",
}
ALL = "\n".join([STEPS[name] for name in ("add", "link", "set", "move_hosting", "merge", "new_standard")])


@pytest.fixture(scope="module")
def store(server: GraphAddress, metamodel: Metamodel, tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """The landscape, once for all tests: none of them leaves a trace."""
    with GraphStore(server) as store:
        store.apply_schema(metamodel)
        wipe(store)
        landscape(store, metamodel, tmp_path_factory.mktemp("landscape"))
        yield store


class Failing(Impact):
    """An impact that fails half way: on the server, or here."""

    def __init__(self, on_server: bool) -> None:
        self.on_server = on_server
        self.asked = 0

    def answer(self, asked: Asked) -> list[AnalysisRow]:
        """Fail when asked for the second time, after the scenario."""
        self.asked += 1
        if self.asked == 2:
            if self.on_server:
                asked.read("UNWIND [1, 0] AS n RETURN 1 / n AS broken")
            raise ZeroDivisionError
        return super().answer(asked)


@pytest.mark.parametrize("steps", STEPS.values(), ids=STEPS)
def test_no_kind_of_step_leaves_a_trace(store: GraphStore, metamodel: Metamodel, steps: str) -> None:
    before = digest(store)
    with store.rolled_back() as tx:
        effects_of(tx, metamodel, scenario(metamodel, steps))
        # The step did change what it could see.
        assert digest(tx) != before
    assert digest(store) == before
    what_if(store, metamodel, scenario(metamodel, steps), named("not_seen"))
    assert digest(store) == before


def test_no_analysis_leaves_a_trace(store: GraphStore, metamodel: Metamodel) -> None:
    before = digest(store)
    tried = scenario(metamodel, ALL, "2026-06-30")
    asked = 0
    # Several are enough: what an analysis reads is its own matter.
    for analysis in list(registry().values())[::4]:
        required = [parameter for parameter in analysis.parameters if parameter.required]
        given = {parameter.name: f"{parameter.labels(metamodel)[0]}:A" for parameter in required}
        # An analysis may refuse what it is asked; that leaves no trace either.
        with suppress(CockpitError):
            asked += bool(what_if(store, metamodel, tried, analysis, **given).scenario)
    assert asked >= 2
    assert digest(store) == before


@pytest.mark.parametrize("on_server", [True, False])
def test_an_analysis_that_fails_half_way_leaves_no_trace(
    store: GraphStore, metamodel: Metamodel, on_server: bool
) -> None:
    before, failing = digest(store), Failing(on_server)
    with pytest.raises(CockpitError if on_server else ZeroDivisionError):
        what_if(store, metamodel, scenario(metamodel, ALL), failing, fact="P")
    assert failing.asked == 2
    assert digest(store) == before


@pytest.mark.parametrize(
    "last", ["- retire: nobody", "- set: C\n  fields: {users: viele}", "- add: Hosting\n  fields: {id: BU-1}"]
)
def test_a_step_that_is_wrong_takes_back_those_before_it(store: GraphStore, metamodel: Metamodel, last: str) -> None:
    before = digest(store)
    with pytest.raises(WrongScenario):
        what_if(store, metamodel, scenario(metamodel, f"{ALL}\n{last}"), named("not_seen"))
    assert digest(store) == before


FACTS = st.sampled_from(["A", "B", "C", "P", "M", "DB-1", "BU-1", "BU-2", "T-1", "GF-1", "OE-1", "IF-2", "IF-4", "X"])
SOME = st.lists(FACTS, min_size=1, max_size=3, unique=True).map(lambda ids: f"[{', '.join(ids)}]")
ONE_STEP = st.one_of(
    st.sampled_from(list(STEPS.values())),
    st.builds("- retire: {}".format, SOME),
    st.builds("- merge: {}\n  into: {}".format, SOME, FACTS),
    st.builds("- move_hosting: {}\n  to: {}".format, SOME, FACTS),
    st.builds("- set: {}\n  fields: {{depends_on: {}}}".format, FACTS, SOME),
    st.builds("- link: {}\n  field: hosted_on\n  to: {}".format, FACTS, SOME),
)


@settings(
    max_examples=25, deadline=None, derandomize=True, phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(steps=st.lists(ONE_STEP, min_size=1, max_size=5))
def test_any_scenario_leaves_the_graph_as_it_was(store: GraphStore, metamodel: Metamodel, steps: list[str]) -> None:
    before = digest(store)
    with suppress(WrongScenario):
        found = effects_of(store, metamodel, scenario(metamodel, "\n".join(steps)))
        assert sorted({part.step for part in found.order.parts}) == list(range(1, len(steps) + 1))
    assert digest(store) == before
