"""`ea-cockpit map` and `profiles` as a person uses them: real processes, no graph needed."""

from __future__ import annotations

import subprocess
from pathlib import Path

from command_runner import command
from inventories import workbook

ROWS = [
    ["Inventar des Amtes"],
    ["Nr.", "Bezeichnung", "Zustand", "Wichtigkeit", "Kontakt", "Farbe"],
    ["A-1", "Grundbuch Plus", "in Betrieb", "hoch", "Team 1", "rot"],
    ["A-2", "Waldkataster", "geplant", "tief", "Team 2", ""],
]


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return command(folder, *words, PYTHONIOENCODING="utf-8")


def test_a_file_is_mapped_corrected_kept_and_then_read_so(tmp_path: Path) -> None:
    (tmp_path / "liste.xlsx").write_bytes(workbook({"Anwendungen": ROWS}))
    shown = run(tmp_path, "map", "liste.xlsx", "--out", "mein.yaml")
    assert shown.returncode == 0, shown.stderr
    assert "Anwendungen (liste.xlsx), Überschriften in Zeile 2: Applikationen" in shown.stdout
    assert "vielleicht IT-Verantwortung?" in shown.stdout
    assert "Zeilen über den Überschriften (Zeilen: 1)" in shown.stdout
    profile = tmp_path / "mein.yaml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace('# it_owner: "', 'it_owner: "').replace('"Kontakt", ', ""), encoding="utf-8")
    kept = run(tmp_path, "map", "liste.xlsx", "--profile", "mein.yaml", "--save", "Unsere Liste", "--lang", "en")
    assert kept.returncode == 0, kept.stderr
    assert "Read with the profile mein." in kept.stdout
    assert (tmp_path / "data/profiles/Unsere Liste.yaml").read_text(encoding="utf-8").count("it_owner") == 1
    again = run(tmp_path, "map", "liste.xlsx")
    assert "Gelesen mit dem Profil Unsere Liste." in again.stdout
    assert "vielleicht" not in again.stdout
    taken = run(tmp_path, "map", "liste.xlsx", "--save", "unsere liste")
    assert taken.returncode == 2
    assert "gibt es schon" in taken.stderr
    assert "Traceback" not in taken.stderr
    listed = run(tmp_path, "profiles").stdout.splitlines()
    assert listed[0].startswith("Unsere Liste")
    assert listed[0].endswith("(eigenes)")
    assert [line.split()[0] for line in listed[1:]] == [
        "glpi", "itop", "konveyor", "leanix", "rvtools", "solothurn_datenfluesse", "waltz"
    ]  # fmt: skip


def test_nothing_recognised_says_so(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    shown = run(tmp_path, "map", "x.csv", "--out", "x.yaml")
    assert shown.returncode == 1
    assert "kein bekanntes Blatt" in shown.stdout
    assert not (tmp_path / "x.yaml").exists()
