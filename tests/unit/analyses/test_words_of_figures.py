"""Figures that count by kind say the kinds in the reader's words."""

from __future__ import annotations

from ea_cockpit.analyses import named
from ea_cockpit.analyses.analysis import word_of
from ea_cockpit.model.metamodel import Metamodel


def test_types_fields_and_words_of_lists_are_said_in_the_language(metamodel: Metamodel) -> None:
    row = named("open_questions").row
    assert word_of(row, "Application", metamodel, "de") == "Applikationen"
    assert word_of(row, "Application.run_cost", metamodel, "en").startswith("Application: ")
    assert "_" not in word_of(row, "Application.business_value", metamodel, "de")
    assert word_of(named("orphans").row, "owned_only", metamodel, "de") != "owned_only"
    # What is no word of ours stays as it is.
    assert word_of(row, "Application.nothing", metamodel, "de") == "Application.nothing"
    assert word_of(row, "AFU.Umwelt", metamodel, "de") == "AFU.Umwelt"
