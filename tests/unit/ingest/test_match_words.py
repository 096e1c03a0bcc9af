"""The words of the vocabulary belong to fields there are, and a title always means its own field."""

from __future__ import annotations

from importlib.resources import files

import pytest

from ea_cockpit.i18n import LANGS
from ea_cockpit.ingest.match_alike import are_opposed
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


def best(text: str, label: str) -> str | None:
    """The field this heading is taken for without asking."""
    found = {name: match for name, match in heading_matches((text,), VOCABULARY[label]).items() if match.certain}
    return max(found, key=lambda name: found[name].confidence) if found else None


@pytest.mark.parametrize(
    ("heading_", "field"),
    [
        ("Von System", "provided_by"), ("Zu System", "consumed_by"), ("Von Sytsem", "provided_by"),
        ("Zu  Systm", "consumed_by"), ("Quelsystem", "provided_by"), ("Zeilsystem", "consumed_by"),
        ("Inerface no.", "id"),
    ],
)  # fmt: skip
def test_both_ends_of_an_interface_stay_apart(heading_: str, field: str) -> None:
    assert best(heading_, "Interface") == field
    other = {"provided_by": "consumed_by", "consumed_by": "provided_by"}.get(field)
    assert other not in heading_matches((heading_,), VOCABULARY["Interface"])


@pytest.mark.parametrize(
    "pair",
    [("Beginn Vertrag", "Ende Vertrag"), ("from system", "to system"), ("Quelle System", "Ziel System"),
     ("Fachlich verantwortlich", "Technisch verantwortlich")],
)  # fmt: skip
def test_opposite_words_are_never_alike(pair: tuple[str, str]) -> None:
    one, other = (tuple(text.casefold().split()) for text in pair)
    assert are_opposed(one, other)
    assert are_opposed(other, one)
    assert not are_opposed(one, one)


@pytest.mark.parametrize("text", ["Lfd.-Nr.", "Lfd. Nr.", "lfd. Nummer", "Laufnummer", "#", "Pos.", "Zeile", "Row no."])
def test_running_numbers_are_no_ids(text: str) -> None:
    assert "id" not in heading_matches((text, f"Kosten {text}"), VOCABULARY["Application"])


@pytest.mark.parametrize(
    ("heading_", "field"),
    [
        ("Techn. Einung", "technical_fit"), ("Tech. Eignung", "technical_fit"), ("Hrsteller", "supplied_by"),
        ("Hängt aab von** – siehe Register", "depends_on"), ("36.B etrieben auf (ID)*", "hosted_on"),
        ("Techn. Verantwortung / Freitext", "it_owner"), ("IT-Verantwortliche Stelle", "it_owner"),
        ("Schutzbedarf (I)", "integrity"), ("Schutzbedarf (V)", "confidentiality"), ("Mandant", None),
        ("Vertragsbeginn", None), ("Reserve", None),
    ],
)  # fmt: skip
def test_slips_cuts_and_hints_are_seen_through(heading_: str, field: str | None) -> None:
    assert best(heading_, "Application") == field


def test_a_known_heading_is_not_taken_for_what_its_group_is_like() -> None:
    found = heading_matches(("Intégrité", "Schutzbedarf Intégrité"), VOCABULARY["Application"])
    assert max(found, key=lambda name: found[name].confidence) == "integrity"
