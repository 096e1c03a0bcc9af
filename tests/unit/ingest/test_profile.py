"""Which profile is taken: the one named, the file named, or a shipped one that knows the shape of the files."""

from __future__ import annotations

from pathlib import Path

from inventories import table

from ea_cockpit.ingest.profile import find_profile
from ea_cockpit.tabular.reader import read_bytes, read_table

SAMPLES = Path(__file__).parents[3] / "import_samples"
SOLOTHURN = SAMPLES / "solothurn_datenfluesse.xlsx"


def found(*tables: object, name: str | None = None) -> str | None:
    profile = find_profile(list(tables), name)  # type: ignore[arg-type]
    return profile.name if profile else None


def test_files_of_a_known_shape_find_their_profile() -> None:
    assert found(read_table(SOLOTHURN)) == "solothurn_datenfluesse"
    assert found(*(read_table(path) for path in sorted((SAMPLES / "waltz").glob("*.csv")))) == "waltz"


def test_another_shape_finds_none() -> None:
    assert found() is None
    assert found(table({"Applikationen": [["ID", "Name"], ["APP-1", "Eins"]]})) is None
    # The names of the sheets alone are not enough.
    same_names = {name: [["A", "B"]] for name in ("Ämter", "Jobs", "Datenspeicher", "Schnittstellen")}
    assert found(table(same_names)) is None
    assert found(read_bytes("application.csv", b"id,name\n1,Eins\n")) is None


def test_a_name_or_a_file_decides_over_the_shape(tmp_path: Path) -> None:
    own = tmp_path / "eigenes.yaml"
    own.write_text(
        "title: {de: E, en: E}\nsheets: [{sheet: Jobs, facts: [{fact: Application, id: Job}]}]\n", encoding="utf-8-sig"
    )
    assert found(read_table(SOLOTHURN), name="waltz") == "waltz"
    assert found(read_table(SOLOTHURN), name=str(own)) == "eigenes"
