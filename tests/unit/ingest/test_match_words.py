"""The words of the vocabulary belong to fields there are, and a title always means its own field."""

from __future__ import annotations

from importlib.resources import files

import pytest

from ea_cockpit.i18n import LANGS
from ea_cockpit.ingest.match_headings import heading_matches
from ea_cockpit.ingest.vocabulary import heading, vocabulary_of, words_of
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.metamodel import FactType

METAMODEL = standard_metamodel()
VOCABULARY = vocabulary_of(METAMODEL)
KINDS = list(METAMODEL)


def test_each_fact_type_has_its_words_and_there_are_no_others() -> None:
    folder = files("ea_cockpit.ingest") / "words"
    names = {item.name.removesuffix(".yaml") for item in folder.iterdir() if item.name.endswith(".yaml")}
    assert names == {"common", *(kind.label for kind in KINDS)}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.label)
def test_words_are_of_fields_there_are(kind: FactType) -> None:
    assert set(words_of(kind.label)["fields"]) <= set(kind.by_name)
    everywhere = {name for other in KINDS for name in other.by_name}
    assert set(words_of("common")["fields"]) <= everywhere


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.label)
def test_a_title_means_its_own_field_however_it_is_written(kind: FactType) -> None:
    for item in kind.fields:
        for lang in LANGS:
            for text in (item.title.in_(lang), item.title.in_(lang).upper(), f" {item.title.in_(lang)} *"):
                found = heading_matches((text,), VOCABULARY[kind.label])
                assert max(found, key=lambda name: found[name].confidence) == item.name, text


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.label)
def test_every_synonym_proposes_its_field(kind: FactType) -> None:
    for name, phrases in words_of(kind.label)["fields"].items():
        for phrase in phrases:
            assert heading_matches((phrase,), VOCABULARY[kind.label])[name].certain, (name, phrase)


def test_headings_are_normalised() -> None:
    assert heading("Kündigungs-\nfrist (Monate)").forms[1] == "kuendigungsfrist"
    assert heading("Zuständiges Amt*").forms[0] == heading("ZUSTAENDIGES  AMT").forms[0] == "zustaendigesamt"
    assert heading("Coût annuel").forms[0] == "coutannuel"
    assert heading("endOfLife").whole == ("end", "of", "life")
