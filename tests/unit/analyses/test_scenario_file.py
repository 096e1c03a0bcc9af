"""A scenario file: what it may say, and how each fault is told with its place and the nearest known word."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from scenarios import scenario

from ea_cockpit.analyses.scenario import example_text, parse_scenario, read_scenario
from ea_cockpit.analyses.scenario.faults import UnreadableScenario, WrongScenario
from ea_cockpit.analyses.scenario.schema import STEPS, MoveHosting
from ea_cockpit.analyses.scenario.values import settle_fields
from ea_cockpit.model.facts import standard_metamodel

METAMODEL = standard_metamodel()
HEAD = "name: x\nsteps:\n"


def told(text: str) -> list[tuple[str, str, str]]:
    """Place, fault and hint of every fault, in English."""
    with pytest.raises(WrongScenario) as trouble:
        parse_scenario(text, "x.yaml", METAMODEL)
    # Each is told in both languages.
    for fault in trouble.value.faults:
        assert fault.sentence.de != fault.sentence.en
    return [(fault.place.en, fault.fault.en, fault.hint.en) for fault in trouble.value.faults]


def test_the_shipped_example_is_sound_and_shows_every_kind_of_step() -> None:
    example = parse_scenario(example_text(), "beispiel.yaml", METAMODEL)
    assert {step.verb for step in example.steps} == set(STEPS)
    assert example.day == dt.date(2026, 6, 30)
    assert "ß" not in example_text()


def test_values_are_texts_and_one_may_stand_for_a_list() -> None:
    found = scenario(METAMODEL, "- move_hosting: 007\n  from: no\n  to: BU-1", "30.06.2026")
    assert found.steps == (MoveHosting(move_hosting=("007",), from_="no", to="BU-1"),)
    assert found.day == dt.date(2026, 6, 30)
    assert found.as_json()["steps"] == [{"move_hosting": ["007"], "from": "no", "to": "BU-1"}]


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("steps: [{retire: A}]", "name", "scenario example"),
        ("name: x", "steps", "scenario example"),
        ("name: x\ntag: heute\nsteps: [{retire: A}]", "tag", "day"),
        ("name: x\nday: gestern\nsteps: [{retire: A}]", "day", "scenario example"),
        (HEAD + "- retir: A", "step 1, retir", "retire"),
        (HEAD + "- retire: A\n  merge: B", "step 1, retire, merge", "Possible are: retire, merge"),
        (HEAD + "- merge: A\n  ino: B\n  into: C", "step 1 (merge), ino", "into"),
        (HEAD + "- merge: A", "step 1 (merge), into", "scenario example"),
        (HEAD + "- merge: A\n  into: {kind: portal}", "step 1 (merge), into", "Add name."),
        (HEAD + "- retire: []", "step 1 (retire), retire", "scenario example"),
        (HEAD + "- set: A\n  fields: {users: {a: b}}", "step 1 (set), fields.users", "scenario example"),
        (HEAD + "- add: Aplikation\n  fields: {name: x}", "step 1 (add), add", "Applikation"),
        (HEAD + "- new_standard: {verdikt: x}", "step 1 (new_standard), verdikt", "verdict"),
        (HEAD + "- new_standard: {verdict: forbiden}", "step 1 (new_standard), verdict", "forbidden"),
        (HEAD + "- new_standard: {valid_from: soon}", "step 1 (new_standard), valid_from", "2027-12-31"),
        (HEAD + "- add: Application\n  fields: {users: viele}", "step 1 (add), users", "for example 120"),
        (HEAD + "- add: Application\n  fields: {owned_by: [A, B]}", "step 1 (add), owned_by", "a single one"),
    ],
)
def test_a_fault_has_its_place_and_its_way_out(text: str, place: str, hint: str) -> None:
    ((found, _, way),) = told(text)
    assert found == place
    assert hint in way


def test_all_faults_are_told_at_once() -> None:
    text = HEAD + "- add: Application\n  fields: {statuz: x, users: viele}\n- retier: A\n- new_standard: {rul: x}"
    assert [place for place, _, _ in told(text)] == [
        "step 1 (add), statuz", "step 1 (add), users", "step 2, retier", "step 3 (new_standard), rul",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"name: [", "line"),
        (b"name: a\nname: b", "'name' ×2"),
        (b"\xff\xfe\x00", "YAML"),
        (b"a: b: c", "line 1"),
    ],
)
def test_what_is_no_yaml_is_told(tmp_path: Path, content: bytes, says: str) -> None:
    (tmp_path / "x.yaml").write_bytes(content)
    with pytest.raises(UnreadableScenario) as trouble:
        read_scenario(tmp_path / "x.yaml", METAMODEL)
    assert says in str(trouble.value)
    with pytest.raises(UnreadableScenario):
        read_scenario(tmp_path / "none.yaml", METAMODEL)


@pytest.mark.parametrize("content", ["", "- a", "3", "name: x\nsteps: 5", "name: x\nsteps: [a]"])
def test_another_form_is_told(content: str) -> None:
    assert told(content)


def test_fields_are_read_as_people_write_them() -> None:
    found = settle_fields(
        METAMODEL["Application"],
        {
            "Status": "auslaufend", "run cost (chf/year)": "1'250'000.5", "users": "12", "Veröffentlicht": "Nein",
            "end_of_life": "31.12.2028", "aliases": "a; b", "decision_note": "", "used_by": ["OE-1", "OE-2"],
        },
    )  # fmt: skip
    assert found.faults == []
    assert found.properties == {
        "status": "phase_out", "run_cost": 1250000.5, "users": 12, "published": False,
        "end_of_life": dt.date(2028, 12, 31), "aliases": ["a", "b"], "decision_note": None,
    }  # fmt: skip
    assert {link.name: ends for link, ends in found.partners.items()} == {"used_by": ("OE-1", "OE-2")}
