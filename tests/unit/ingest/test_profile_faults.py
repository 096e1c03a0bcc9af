"""Faults of a profile: each told with its place in the YAML and a way out, all at once, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from ea_cockpit.errors import CockpitError, UnreadableInput, WrongUsage
from ea_cockpit.ingest.profile import find_profile, parse_profile, profile_text, read_profile, shipped_profiles
from ea_cockpit.ingest.profile_check import check_profile
from ea_cockpit.ingest.profile_faults import UnknownProfile, UnreadableProfile, WrongProfile
from ea_cockpit.model.facts import standard_metamodel

TITLE = "title: {de: T, en: T}\n"


def fault_of(text: str) -> WrongProfile:
    with pytest.raises(WrongProfile) as caught:
        check_profile(parse_profile(text.encode(), "mein.yaml"), standard_metamodel())
    return caught.value


def fact(text: str) -> str:
    return f"{TITLE}sheets:\n- sheet: A\n  facts: [{{fact: Interface, id: x}}]\n- sheet: S\n  facts:\n  - {text}\n"


@pytest.mark.parametrize(
    ("text", "place", "german", "hint"),
    [
        (fact("{fact: Aplication, id: x}"), "sheets[1].facts[0].fact", "kein Faktentyp", "Ist gemeint: Application"),
        (fact("{fact: Application, id: x, fields: {owned_bi: Amt}}"), "sheets[1].facts[0].fields.owned_bi",
         "Application hat kein Feld «owned_bi»", "owned_by"),
        (fact("{fact: Application, id: x, fields: {id: y}}"), "sheets[1].facts[0].fields.id", "nicht unter fields",
         "id"),
        (fact("{fact: Application, id: x, fields: {status: {constant: lebt}}}"),
         "sheets[1].facts[0].fields.status.constant", "steht nicht in der Liste von «Status»", "Produktiv"),
        (fact("{fact: Application, id: x, fields: {status: {column: z, values: {alt: vorbei}}}}"),
         "sheets[1].facts[0].fields.status.values.alt", "«vorbei»", "Ausser Betrieb"),
        (fact("{fact: Application, id: x, fields: {users: {constant: viele}}}"),
         "sheets[1].facts[0].fields.users.constant", "keine Zahl", "Zahl"),
        (fact("{fact: Application, id: {colunm: x}}"), "sheets[1].facts[0].id.colunm", "diesen Eintrag gibt es nicht",
         "Ist gemeint: column"),
        (fact("{fact: Application, id: {column: x, constant: y}}"), "sheets[1].facts[0].id", "column, constant",
         "lookup"),
        (fact("{fact: Application, id: {prefix: x}}"), "sheets[1].facts[0].id", "genau eine Herkunft", "column"),
        (fact('{fact: Application, id: {template: "abc"}}'), "sheets[1].facts[0].id", "keinen Platzhalter", "{Spalte}"),
        (fact('{fact: Application, id: {template: "{a}", parts: {b: c}}}'), "sheets[1].facts[0].id", "b", "parts"),
        (fact("{fact: Application, id: {lookup: {sheet: X, match: a, by: b}}}"), "sheets[1].facts[0].id.lookup.take",
         "fehlt", "Ergänzen"),
        (fact("{fact: Application, id: {lookup: {sheet: X, match: a, by: b, tke: c, take: c}}}"),
         "sheets[1].facts[0].id.lookup.tke", "diesen Eintrag gibt es nicht", "take"),
        (fact("{fact: Application}"), "sheets[1].facts[0].id", "fehlt", "Ergänzen"),
        (fact("{fact: Application, id: x, where: [Typ]}"), "sheets[1].facts[0].where[0]", "genau eine Bedingung",
         "equals"),
        (fact("{fact: Application, id: x, custom: alles}"), "sheets[1].facts[0].custom", "«alles»", "Liste"),
        (fact("{fact: Application, id: x, merges: vielleicht}"), "sheets[1].facts[0].merges", "«vielleicht»", "true"),
        (fact("{fact: Application, id: x, fields: [a]}"), "sheets[1].facts[0].fields", "erwartete Form", "Name: Wert"),
        (fact("{fact: Application, id: x}").replace("sheet: S", "sheet: S\n  header_row: null"), "sheets[1].header_row",
         "«null»", "Zahl"),
        (fact("{fact: Application, id: x}").replace("sheet: S", "sheet: S\n  header_row: 0"), "sheets[1].header_row",
         "«0»", "ab 1"),
        (fact("{fact: Application, id: x}").replace("sheet: S", "sheet: a"), "sheets[1].sheet", "sheets[0].sheet",
         "zusammen"),
        (f"{TITLE}sheets: []\n", "sheets", "fehlt", "Ergänzen"),
        (f"{TITLE}shets: []\n", "shets", "diesen Eintrag gibt es nicht", "sheets"),
        ("sheets: [{sheet: S, facts: [{fact: Application, id: x}]}]\n", "title", "fehlt", "Ergänzen"),
        ("- a\n- b\n", "YAML", "erwartete Form", "Name: Wert"),
        ("", "YAML", "erwartete Form", "Name: Wert"),
        (f"profile: 2\n{fact('{fact: Application, id: x}')}", "profile", "«2»", "1"),
    ],
)  # fmt: skip
def test_a_fault_has_its_place_and_a_way_out(text: str, place: str, german: str, hint: str) -> None:
    error = fault_of(text)
    found = {f.place: f for f in error.faults}
    assert place in found, error.message("de")
    assert german in found[place].fault.de
    assert hint in found[place].hint.de
    assert "mein.yaml" in error.fault("en")
    assert place in error.fault("en")
    assert error.fault("en") != error.fault("de")
    assert error.exit_status == UnreadableInput.exit_status


def test_all_faults_come_at_once() -> None:
    text = fact("{fact: Application, id: x, fields: {owned_bi: Amt, nmae: N, status: {constant: lebt}}}")
    assert {f.place.rpartition("fields.")[2] for f in fault_of(text).faults} == {"owned_bi", "nmae", "status.constant"}


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"title: {de: T\nsheets: [", "Zeile"),
        (b"a: 1\nb: 2\na: 3\n", "Zeile 3"),
        (b"? [a, b]\n: c\n", "Zeile"),
        (b"\xff\xfe\x00", "YAML"),
        (b"[" * 5000, "YAML"),
        (b"a: *unknown\n", "Zeile 1"),
        # A tag that would make other loaders run code is no more than a text here.
        (b"a: !!python/object/apply:os.system [ls]\n", "a: diesen Eintrag gibt es nicht"),
    ],
)
def test_broken_yaml_is_told_with_its_line(content: bytes, place: str) -> None:
    with pytest.raises((UnreadableProfile, WrongProfile)) as caught:
        parse_profile(content, "mein.yaml")
    assert "mein.yaml" in caught.value.fault("de")
    assert place in caught.value.fault("de")


def test_every_scalar_stays_the_text_it_is() -> None:
    text = fact("{fact: Application, id: x, fields: {name: {constant: no}, version: {constant: 007}}}")
    fields = parse_profile(text.encode(), "mein.yaml").sheets[1].facts[0].fields
    assert (fields["name"].constant, fields["version"].constant) == ("no", "007")


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UnknownProfile) as caught:
        find_profile([], "walz")
    assert isinstance(caught.value, WrongUsage)
    assert caught.value.exit_status == 2
    for name in shipped_profiles():
        assert name in caught.value.way_out("de")
    assert "Ist gemeint: waltz?" in caught.value.way_out("de")


def test_a_file_that_is_not_there_is_an_unknown_profile(tmp_path: Path) -> None:
    with pytest.raises(CockpitError):
        find_profile([], str(tmp_path / "fehlt.yaml"))
    with pytest.raises(UnreadableProfile):
        read_profile(tmp_path / "fehlt.yaml")


def test_shipped_profiles_fit_the_metamodel() -> None:
    names = {"glpi", "itop", "konveyor", "leanix", "rvtools", "solothurn_datenfluesse", "waltz"}
    assert set(shipped_profiles()) == names
    for name, profile in shipped_profiles().items():
        check_profile(profile, standard_metamodel())
        # They are read by a faster way than those of users, which must come to the same.
        assert parse_profile(profile_text(name, None).encode(), profile.file) == profile
