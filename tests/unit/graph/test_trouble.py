"""Every trouble speaks both languages and names a way out."""

from __future__ import annotations

import re

import pytest

from ea_cockpit.errors import GraphTrouble
from ea_cockpit.graph import trouble

KINDS = [kind for kind in vars(trouble).values() if isinstance(kind, type) and kind.__module__ == trouble.__name__]


@pytest.mark.parametrize("kind", KINDS)
def test_both_languages_say_the_same(kind: type[GraphTrouble]) -> None:
    assert issubclass(kind, GraphTrouble)
    assert kind.exit_status == 3
    for text in (kind.says, kind.remedy):
        assert text.de.strip()
        assert text.en.strip()
        assert set(re.findall(r"\{\w+\}", text.de)) == set(re.findall(r"\{\w+\}", text.en))
        assert set(re.findall(r"EA_COCKPIT_\w+", text.de)) == set(re.findall(r"EA_COCKPIT_\w+", text.en))
        assert "ß" not in text.de


def test_the_drawing_shows_every_kind() -> None:
    drawn = trouble.__doc__ or ""
    assert {kind.__name__ for kind in KINDS} == set(re.findall(r"\b[A-Z]\w+", drawn)) & {k.__name__ for k in KINDS}
