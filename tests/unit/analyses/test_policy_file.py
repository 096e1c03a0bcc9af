"""An office's own rule file: read in its form, or refused with place, fault and remedy."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from pydantic import Field

from ea_cockpit.analyses.policy import Policy
from ea_cockpit.analyses.policy_file import BrokenPolicyFile, PolicyForm, read_policy


class Limits(PolicyForm):
    """A form of its own for this test."""

    months: int = Field(gt=0)
    words: tuple[Literal["a", "b"], ...] = ()


def office(folder: Path, content: str | bytes) -> Policy:
    (folder / "limits.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
    return Policy(folder)


def test_a_sound_file_is_read_in_its_form(tmp_path: Path) -> None:
    assert read_policy(office(tmp_path, "months: 12\nwords: [a]"), "limits.yaml", Limits) == Limits(
        months=12, words=("a",)
    )


@pytest.mark.parametrize(
    ("content", "place", "fault"),
    [
        ("months: 0", "months", "0 ist zu klein: mehr als 0."),
        ("months: bald", "months", "«bald» ist keine ganze Zahl."),
        ("{}", "months", "Die Angabe fehlt."),
        ("months: 1\ndays: 2", "days", "Diese Angabe gibt es hier nicht."),
        ("months: 1\nwords: [a, c]", "words.2", "«c» gibt es hier nicht; erlaubt: 'a' oder 'b'."),
        ("months: [1", "Zeile 1", "Das ist kein gültiges YAML."),
        ("- 1", "am Anfang", "Hier gehören benannte Angaben hin (name: wert)."),
        (b"\xff\xfe\x00", "am Anfang", "Die Datei ist kein Text in UTF-8."),
    ],
)
def test_a_broken_file_is_told_with_its_place(tmp_path: Path, content: str | bytes, place: str, fault: str) -> None:
    with pytest.raises(BrokenPolicyFile) as told:
        read_policy(office(tmp_path, content), "limits.yaml", Limits)
    message = told.value.message("de")
    assert str(tmp_path / "limits.yaml") in message
    assert place in message
    assert fault in message
    assert told.value.exit_status == 4
