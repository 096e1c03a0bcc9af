"""Profiles of one's own: saved, found before the shipped ones, never overwritten unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from inventories import table

from ea_cockpit.ingest.profile import find_profile, saved_profiles
from ea_cockpit.ingest.profile_faults import UnknownProfile, WrongProfile
from ea_cockpit.ingest.profile_saved import ProfileNotSaved, ProfileThere, WrongProfileName, save_profile
from ea_cockpit.settings import Settings

OWN = """title: {de: Eigenes, en: Own}
recognised_by: [{sheet: Liste, headings: [Kennung, Titel]}]
sheets: [{sheet: Liste, facts: [{fact: Application, id: Kennung, fields: {name: Titel}}]}]
"""
FILE = table({"Liste": [["Kennung", "Titel"], ["A-1", "Eins"]]})


def test_a_saved_profile_applies_itself_and_answers_to_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    assert find_profile([FILE], None, folder) is None
    assert save_profile(OWN, folder, "Unsere Liste") == folder / "Unsere Liste.yaml"
    by_shape, by_name = find_profile([FILE], None, folder), find_profile([FILE], "Unsere Liste", folder)
    assert by_shape is not None
    assert by_shape == by_name
    assert by_shape.name == "Unsere Liste"
    assert list(saved_profiles(folder)) == ["Unsere Liste"]
    with pytest.raises(UnknownProfile):
        find_profile([FILE], "Unsere Liste", None)


def test_a_saved_profile_comes_before_a_shipped_one(tmp_path: Path) -> None:
    export = table({"Konveyor": [["Record Type 1", "Application Name"], ["1", "Eins"]]})
    shipped = find_profile([export], None, tmp_path)
    assert shipped is not None
    assert shipped.name == "konveyor"
    own = OWN.replace("sheet: Liste, headings: [Kennung, Titel]", "headings: [Application Name]")
    save_profile(own, tmp_path, "mein Konveyor")
    found = find_profile([export], None, tmp_path)
    assert found is not None
    assert found.name == "mein Konveyor"


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    first = save_profile(OWN, tmp_path, "Liste")
    changed = OWN.replace("Eigenes", "Neues")
    # A file system may not tell capitals apart: neither does the folder.
    for name in ("Liste", "liste", "Liste.yaml"):
        with pytest.raises(ProfileThere):
            save_profile(changed, tmp_path, name)
    assert first.read_text(encoding="utf-8") == OWN
    assert save_profile(changed, tmp_path, "liste", replace=True) == first
    assert first.read_text(encoding="utf-8") == changed
    with pytest.raises(ProfileThere):
        save_profile(OWN, tmp_path, "waltz", replace=True)
    assert [path.name for path in tmp_path.iterdir()] == ["Liste.yaml"]


@pytest.mark.parametrize(
    "name", ["", "  ", "../weg", "a/b", "a\\b", ".versteckt", "nul", "CON.x", "x" * 61, "zeile\nzwei"]
)
def test_names_that_are_no_file_names(tmp_path: Path, name: str) -> None:
    with pytest.raises(WrongProfileName):
        save_profile(OWN, tmp_path, name)
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_profile_is_not_saved(tmp_path: Path) -> None:
    with pytest.raises(WrongProfile):
        save_profile("title: {de: x, en: x}\n", tmp_path, "leer")
    file = tmp_path / "datei"
    file.write_text("")
    with pytest.raises(ProfileNotSaved):
        save_profile(OWN, file, "liste")


def test_the_folder_is_a_setting(tmp_path: Path) -> None:
    assert Settings(data_folder=tmp_path).own_profiles == tmp_path / "profiles"
    assert Settings(data_folder=tmp_path, profiles_folder=tmp_path / "p").own_profiles == tmp_path / "p"
