"""The three-valued sets obey the logic they stand for, fact by fact."""

from __future__ import annotations

from itertools import product

from ea_cockpit.analyses.rules.outcome import NOTHING, Missing, Outcome

VALUES = (True, None, False)
# One fact for each pair of truth values.
PAIRS = list(product(VALUES, VALUES))
LACKS = [frozenset({Missing("Application", name)}) for name in ("one", "other")]


def side(place: int) -> Outcome:
    true = {fact: frozenset({100 + place}) for fact, pair in enumerate(PAIRS) if pair[place] is True}
    unknown = {fact: LACKS[place] for fact, pair in enumerate(PAIRS) if pair[place] is None}
    return Outcome(true, unknown)


def told(outcome: Outcome) -> list[bool | None]:
    return [True if n in outcome.true else None if n in outcome.unknown else False for n in range(len(PAIRS))]


def test_both_either_and_turned_are_kleenes_logic() -> None:
    one, other = side(0), side(1)
    assert told(one.both(other)) == [False if False in p else None if None in p else True for p in PAIRS]
    assert told(one.either(other)) == [True if True in p else None if None in p else False for p in PAIRS]
    assert told(one.turned(range(len(PAIRS)))) == [None if a is None else not a for a, _ in PAIRS]


def test_what_decides_and_what_is_missing_is_kept() -> None:
    one, other = side(0), side(1)
    both, either = one.both(other), one.either(other)
    place = {pair: fact for fact, pair in enumerate(PAIRS)}
    assert both.true == {place[True, True]: frozenset({100, 101})}
    assert both.unknown == {
        place[True, None]: LACKS[1], place[None, True]: LACKS[0], place[None, None]: LACKS[0] | LACKS[1]
    }  # fmt: skip
    assert either.true[place[True, None]] == frozenset({100})
    assert either.true[place[True, True]] == frozenset({100, 101})
    assert set(one.turned(range(len(PAIRS))).true.values()) == {NOTHING}
    # Whichever side is the smaller one.
    assert other.both(one) == both
