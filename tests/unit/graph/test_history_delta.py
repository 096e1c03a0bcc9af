"""Changes add up and turn round: whatever happened in between, the sum leads from the first state to the last."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ea_cockpit.graph.history_delta import Delta, Key, LinkKey, Pair, Touch
from ea_cockpit.graph.history_kept import _portions, packed, unpacked

VALUES: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from([0, 1, 1.0, True, False, "", "1", "2026-01-01", dt.date(2026, 1, 1), ["a"], []]),
    st.text(st.characters(codec="utf-8"), max_size=5), st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False),
    st.dates(), st.lists(st.text(st.characters(codec="utf-8"), max_size=3), max_size=2),
)  # fmt: skip
KEYS = [("Application", "A"), ("Application", "B"), ("DataStore", "A")]
LINKS: list[tuple[LinkKey, Pair]] = [
    (("Application", "depends_on", "Application"), ("A", "B")),
    (("Application", "depends_on", "Application"), ("B", "A")),
    (("DataStore", "held_by", "Application"), ("A", "A")),
]
FACTS = st.dictionaries(st.sampled_from(KEYS), st.dictionaries(st.sampled_from("nmo"), VALUES, max_size=3))
State = tuple[dict[Key, dict[str, Any]], set[tuple[LinkKey, Pair]]]
STATES = st.tuples(FACTS, st.sets(st.sampled_from(LINKS)))


def with_ids(state: State) -> State:
    facts, links = state
    return {key: {**properties, "id": key[1]} for key, properties in facts.items()}, links


def between(one: State, other: State) -> Delta:
    """What leads from one state to another."""
    delta = Delta()
    for key in one[0].keys() | other[0].keys():
        before, after = one[0].get(key), other[0].get(key)
        if before is not None and after is not None:
            delta.change(key, before, after)
        else:
            delta.facts[key] = Touch(before, after)
    for listed, comes in ((one[1] - other[1], False), (other[1] - one[1], True)):
        for link, pair in listed:
            delta.link(link, [pair], comes=comes)
    return delta


def exact(delta: Delta) -> tuple[set[str], set[str]]:
    """A change to the last type: 1, 1.0 and True are not the same."""
    facts = {
        repr((key, *(side if side is None else sorted(side.items()) for side in t))) for key, t in delta.facts.items()
    }
    return facts, {repr((link, *one)) for link, pairs in delta.links.items() for one in pairs.items()}


@given(STATES.map(with_ids), st.lists(STATES.map(with_ids), min_size=1, max_size=4))
def test_the_sum_of_changes_leads_from_the_first_state_to_the_last(first: State, later: list[State]) -> None:
    total, before = Delta(), first
    for state in later:
        total.then(between(before, state))
        before = state
    assert exact(total) == exact(between(first, later[-1]))
    assert exact(total.inverse()) == exact(between(later[-1], first))
    total.then(total.inverse())
    assert not total


@given(STATES.map(with_ids), STATES.map(with_ids))
def test_what_is_kept_comes_back_exactly(one: State, other: State) -> None:
    delta, back = between(one, other), Delta()
    for portion in _portions(delta):
        back.then(unpacked(packed(portion)))
    assert exact(back) == exact(delta)


def test_many_changes_are_spread_so_that_one_fact_is_found_in_one_portion() -> None:
    delta = Delta()
    for number in range(9_000):
        delta.facts["Application", f"A-{number}"] = Touch(None, {"id": f"A-{number}"})
        delta.link(("Application", "depends_on", "Application"), [(f"A-{number}", "A-0")], comes=True)
    portions = [unpacked(packed(portion)) for portion in _portions(delta)]
    assert len(portions) == 16
    assert sum(len(portion.facts) for portion in portions) == 9_000
    for portion in portions:
        sources = {source for pairs in portion.links.values() for source, _ in pairs}
        assert {("Application", source) for source in sources} == set(portion.facts)
