"""What holds for every fact type, found by the registry: a new one is tested by being there."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from ea_cockpit.i18n import LANGS
from ea_cockpit.ingest.map import field_headings
from ea_cockpit.ingest.parse import Fault, parse
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.metamodel import Column, FactType, Link
from ea_cockpit.tabular.cells import sheet_title
from ea_cockpit.tabular.notes import column_note, example_of

METAMODEL = standard_metamodel(["office_facts"])
KINDS = list(METAMODEL)
FIELDS = [(kind, field) for kind in KINDS for field in kind.fields]


def field_id(value: object) -> str:
    return (
        value.label if isinstance(value, FactType) else value.name if isinstance(value, Column | Link) else str(value)
    )


def test_the_fifteen_of_the_design_are_there() -> None:
    assert [kind.label for kind in standard_metamodel()] == [
        "OrganisationUnit", "BusinessCapability", "BusinessProcess", "Service", "Application", "Interface", "DataStore",
        "DataObject", "Hosting", "Technology", "Standard", "Supplier", "Initiative", "Deviation", "Review",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS, ids=field_id)
def test_titles_are_given_in_both_languages_and_fit_a_sheet(kind: FactType) -> None:
    for text in (kind.title, kind.plural, kind.explains):
        assert all(text.in_(lang).strip() == text.in_(lang) != "" for lang in LANGS)
        assert "ß" not in text.de
    assert all(len(sheet_title(kind, lang)) <= 31 for lang in LANGS)
    assert kind.prefix.isalnum()


def test_sheet_titles_and_prefixes_are_unique() -> None:
    titles = Counter(
        sheet_title(kind, lang).casefold()
        for kind in KINDS
        for lang in LANGS
        if lang == "de" or kind.plural.de != kind.plural.en
    )
    assert [title for title, count in titles.items() if count > 1] == []
    assert len({kind.prefix for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=field_id)
def test_headings_tell_fields_apart(kind: FactType) -> None:
    for lang in LANGS:
        headings = Counter(field.title.in_(lang).casefold() for field in kind.fields)
        assert [heading for heading, count in headings.items() if count > 1] == []
    # The same heading must never mean one field in German and another in English.
    headings_of = field_headings(kind)
    for field in kind.fields:
        assert {headings_of[field.title.in_(lang).casefold()].name for lang in LANGS} == {field.name}


@pytest.mark.parametrize(("kind", "field"), FIELDS, ids=field_id)
def test_every_field_explains_itself(kind: FactType, field: Column | Link) -> None:
    for lang in LANGS:
        assert field.help.in_(lang).endswith((".", ";", ")")), field.help
        assert column_note(field, METAMODEL, lang)
    assert "ß" not in field.help.de + field.title.de


@pytest.mark.parametrize(("kind", "field"), [(k, f) for k, f in FIELDS if isinstance(f, Column)], ids=field_id)
def test_a_columns_example_is_one_it_accepts(kind: FactType, field: Column) -> None:
    for lang in LANGS:
        if example := example_of(field, lang):
            assert not isinstance(parse(field, example), Fault)


@pytest.mark.parametrize(("kind", "field"), [(k, f) for k, f in FIELDS if isinstance(f, Link)], ids=field_id)
def test_links_point_to_fact_types_there_are(kind: FactType, field: Link) -> None:
    assert set(field.targets) <= {kind.label for kind in KINDS}
    assert field.relationship.isupper()
    assert all(field.inverse.in_(lang) for lang in LANGS)
    if len(field.targets) < len(KINDS):
        prefixes = {METAMODEL[target].prefix for target in field.targets}
        assert {part.strip().split("-")[0] for part in str(field.example).split(";") if part.strip()} <= prefixes


def test_a_relationship_type_means_one_thing_to_failure() -> None:
    meanings = defaultdict(set)
    for link in METAMODEL.links:
        meanings[link.relationship].add(link.start_suffers)
    assert {name for name, found in meanings.items() if len(found) > 1} == set()


def test_between_two_types_each_relationship_is_one_link() -> None:
    ends = Counter(
        (link.relationship, *((target, link.source) if link.incoming else (link.source, target)))
        for link in METAMODEL.links
        for target in link.targets
    )
    assert [end for end, count in ends.items() if count > 1] == []


@pytest.mark.parametrize("kind", KINDS, ids=field_id)
def test_words_of_a_list_are_told_apart(kind: FactType) -> None:
    for column in kind.columns:
        if column.choices is None:
            continue
        meant = defaultdict(set)
        for word in column.choices:
            for spelling in (word.value, *word.words, *(word.in_(lang) for lang in LANGS)):
                meant[spelling.casefold()].add(word)
        assert {spelling for spelling, words in meant.items() if len(words) > 1} == set()
