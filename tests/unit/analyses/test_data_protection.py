"""How much protection data asks for, and what is counted of the months before a day."""

from __future__ import annotations

import datetime as dt

import pytest

from ea_cockpit.analyses.data.open_data import OpenDataVerdict, Store, criteria, score, verdict
from ea_cockpit.analyses.data.protection import Level, demanded_need, level, personal_rank, rank_of, rank_of_thing
from ea_cockpit.analyses.data.quality import months_before


@pytest.mark.parametrize(
    ("said", "expected"),
    [("Keine", 0), ("none", 0), ("Personendaten", 1), ("ja", 1), ("BSP", 2), (" Besonders schützenswert ", 2),
     ("vielleicht", None), ("", None), (None, None)],
)  # fmt: skip
def test_words_on_personal_data_are_read_as_people_write_them(said: str | None, expected: int | None) -> None:
    assert personal_rank(said) == expected


@pytest.mark.parametrize(
    ("said", "classification", "around", "expected"),
    [
        ("BSP", None, (), (2, True)), ("Keine", "secret", (), (2, True)), (None, "confidential", ("none",), (1, True)),
        ("Keine", "public", ("sensitive",), (0, True)),
        # A data object that says nothing is no more sensitive than the least of the places that hold it.
        (None, "internal", ("sensitive", "personal", None), (1, False)), (None, None, (None,), (None, False)),
    ],
)  # fmt: skip
def test_a_data_object_is_rated_by_itself_then_by_what_holds_it(
    said: str | None, classification: str | None, around: tuple[str | None, ...], expected: tuple[int | None, bool]
) -> None:
    assert rank_of_thing(said, classification, around) == expected


def test_a_receiver_is_asked_for_what_the_source_has_and_the_data_needs() -> None:
    assert demanded_need(2, "very_high") == 2
    assert demanded_need(2, "low") == 0
    assert demanded_need(1, None) == 1
    assert [level(rank_of(word.value)) for word in Level] == [*Level]


def test_months_before_a_day_keep_to_the_calendar() -> None:
    assert months_before(dt.date(2026, 6, 30), 12) == dt.date(2025, 6, 30)
    assert months_before(dt.date(2026, 3, 31), 1) == dt.date(2026, 2, 28)
    assert months_before(dt.date(2024, 3, 31), 1) == dt.date(2024, 2, 29)
    assert months_before(dt.date(2026, 1, 15), 13) == dt.date(2024, 12, 15)


@pytest.mark.parametrize(
    ("personal", "classification", "expected"),
    [
        ("none", "public", OpenDataVerdict.FIT), ("none", None, OpenDataVerdict.UNDECIDED),
        (None, None, OpenDataVerdict.UNDECIDED), (None, "internal", OpenDataVerdict.UNFIT),
        ("personal", None, OpenDataVerdict.UNFIT),
    ],
)  # fmt: skip
def test_what_is_not_known_leaves_open_what_nothing_speaks_against(
    personal: str | None, classification: str | None, expected: OpenDataVerdict
) -> None:
    asked = criteria(Store("DB-1", "Bestand", personal, classification, None, [], []))
    assert verdict(asked) is expected
    known = sum(value is not None for value in (personal, classification))
    assert (score(asked).answered, score(asked).asked) == (known, 4)
