"""Rows on a terminal that are too wide for a table."""

from __future__ import annotations

from ea_cockpit.cli.records import fits, records

TITLES = ["Typ", "ID", "Name", "Amt", "Begründung"]
LONG = "Die Applikation steht auf einer Datenbank, die seit dem 31.12.2024 keine Korrekturen mehr erhält."


def test_a_table_of_short_cells_fits_and_one_of_reasons_does_not() -> None:
    assert fits(TITLES, [["Applikation", "APP-1", "Steuern", "STA", "kurz"]], 100)
    assert not fits(TITLES * 3, [["Applikation", "APP-1", "Steuern", "STA", LONG] * 3], 100)


def test_a_record_has_its_heading_its_short_values_and_each_long_one_apart() -> None:
    row = ["Applikation", "APP-1", None, "STA", LONG]
    lines = list(records(TITLES, [row], 3, 60))
    assert lines[:2] == ["Applikation · APP-1", "    Amt: STA"]
    assert " ".join(line.strip() for line in lines[2:]).strip() == f"Begründung: {LONG}"
    assert all(len(line) <= 60 for line in lines)


def test_nothing_is_said_of_empty_cells() -> None:
    assert list(records(TITLES, [["Applikation", "APP-1", "Steuern", None, ""]], 3, 60)) == [
        "Applikation · APP-1 · Steuern", ""
    ]  # fmt: skip
