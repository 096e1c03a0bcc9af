"""A text keeps what a reader sees, and nothing else."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ea_cockpit.model.values import clean_text

UNSEEN = "\u200b\u200d\u200e\u200f\u00ad\u2060\ufeff\u202c"


@pytest.mark.parametrize("mark", UNSEEN, ids=lambda mark: f"U+{ord(mark):04X}")
def test_a_mark_nobody_sees_is_no_part_of_a_text(mark: str) -> None:
    assert clean_text(f"{mark}Grund{mark}buch {mark} Amt{mark}") == "Grundbuch Amt"


def test_an_accent_joins_its_letter_when_what_parted_them_goes() -> None:
    assert clean_text("e\u200b\u0301tat") == "\u00e9tat"


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(f"{UNSEEN} \t\n\r\u0301ae")), max_size=40))
def test_a_clean_text_stays_as_it_is(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert unicodedata.is_normalized("NFC", once)
