"""Problems are sentences a user understands, in both languages."""

from __future__ import annotations

import re

import pytest

from ea_cockpit.i18n import LANGS, Text
from ea_cockpit.ingest import problems  # noqa: F401  registers them
from ea_cockpit.ingest.cell_problems import UnknownWord
from ea_cockpit.ingest.problem import Place, Problem, catalogue

KINDS = list(catalogue())


def test_codes_are_unique_and_plain() -> None:
    codes = [kind.code for kind in KINDS]
    assert len(codes) == len(set(codes)) >= 20
    assert all(re.fullmatch(r"[a-z][a-z-]+", code) for code in codes)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_both_languages_say_fault_and_remedy(kind: type[Problem]) -> None:
    for text in (kind.says, kind.remedy):
        names = [set(re.findall(r"\{(\w+)\}", text.in_(lang))) for lang in LANGS]
        assert names[0] == names[1]
        assert all(text.in_(lang).endswith(".") for lang in LANGS)
        assert "ß" not in text.de


def test_hostile_cells_are_shown_as_they_are() -> None:
    words = Text("A, B", "A, B")
    problem = UnknownWord(Place("f.xlsx", "Blatt", 3, "C", "Status"), "{0.__class__}\n{evil}", {"words": words})
    assert problem.message("de") == "Blatt!C3: «{0.__class__} {evil}» steht nicht in der Liste von «Status»."
    assert problem.way_out("en") == "Choose one of: A, B."
