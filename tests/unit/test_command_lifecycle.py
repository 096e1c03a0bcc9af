"""`ea-cockpit lifecycle` as a person uses it: real processes, no graph needed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from ea_cockpit.naming.words import knowledge_file


def run(folder: Path, *words: str, lang: str = "de") -> subprocess.CompletedProcess[str]:
    known = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    known |= {"EA_COCKPIT_DATA_FOLDER": str(folder / "data"), "PYTHONIOENCODING": "utf-8", "EA_COCKPIT_LANG": lang}
    command = [sys.executable, "-m", "ea_cockpit", "lifecycle", *words]
    done = subprocess.run(command, cwd=folder, env=known, capture_output=True, text=True, encoding="utf-8", check=False)
    assert "Traceback" not in done.stdout + done.stderr
    return done


def test_data_are_shown_replaced_and_taken_back(tmp_path: Path) -> None:
    shipped = run(tmp_path, "show")
    assert shipped.stdout.splitlines()[0] == "Die mitgelieferten Daten."
    assert "2014 SP3" in run(tmp_path, "show", "MS SQL 2014").stdout
    data = json.loads(knowledge_file("endoflife.json"))
    data["postgresql"]["cycles"][0]["eol"] = "2040-01-01"
    data["fiktivdb"] = {"title": "FiktivDB", "cycles": [{"cycle": "1", "eol": True}]}
    del data["adonisjs"]
    (tmp_path / "neu.json").write_text(json.dumps({"as_of": "2027-03-01", "products": data}), encoding="utf-8")
    taken = run(tmp_path, "update", "neu.json")
    assert taken.returncode == 0, taken.stderr
    assert "Stand 01.03.2027" in taken.stdout
    assert "Neu (1): fiktivdb" in taken.stdout
    assert "Weg (1): adonisjs" in taken.stdout
    assert "→ 2040-01-01" in taken.stdout
    assert (tmp_path / "data/policy/endoflife.json").is_file()
    shown = json.loads(run(tmp_path, "show", "fiktivdb", "--format", "json").stdout)
    assert shown["cycles"] == [
        {"cycle": "1", "label": "", "support": None, "end_of_life": True, "extended_support": None}
    ]
    assert run(tmp_path, "show", lang="en").stdout.startswith("Your own data: ")
    assert "gelten wieder" in run(tmp_path, "reset").stdout
    assert "gelten schon" in run(tmp_path, "reset").stdout


def test_a_wrong_file_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "falsch.json").write_text('{"x": {"title": "X", "cycles": [{"cycle": "1", "eol": "bald"}]}}', "utf-8")
    refused = run(tmp_path, "update", "falsch.json")
    assert refused.returncode == 4
    assert "x.cycles.0.eol" in refused.stderr
    assert "2027-12-31" in refused.stderr
    assert not (tmp_path / "data/policy").exists()
    unknown = run(tmp_path, "show", "Fantasiesystem")
    assert unknown.returncode == 2
    assert "Fantasiesystem" in unknown.stderr
