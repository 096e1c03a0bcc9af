"""What names say about a task: offices, numbers and empty words gone, spellings brought together."""

from __future__ import annotations

import pytest

from ea_cockpit.analyses.centralise.names import TaskNames
from ea_cockpit.analyses.centralise.offices import Offices, Unit, office_above
from ea_cockpit.analyses.centralise.settings import load_weights
from ea_cockpit.analyses.policy import SHIPPED

WORDS = load_weights(SHIPPED).name
OFFICES = [("afu",), ("arp",), ("arp", "nutzungsplanung")]


def cores(*names: str | None) -> list[tuple[str, ...]]:
    return TaskNames(names, OFFICES, WORDS).cores


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("Geschäftskontrolle AFU", ("geschaeftskontrolle",)),
        ("Fallführung (ARP)", ("fallfuehrung",)),
        ("Geschäftskontrolle ARP Nutzungsplanung 2", ("geschaeftskontrolle",)),
        ("Nutzungsplanung", ("nutzungsplanung",)),
        ("Fachapplikation Straf- und Massnahmenvollzug", ("straf", "massnahmenvollzug")),
        ("Fallführungssystem", ("fallfuehrung",)),
        ("Applikation", ("applikation",)),
        ("AFU", ("afu",)),
        ("2024", ("2024",)),
        (None, ()),
    ],
)
def test_a_name_is_read_down_to_its_task(name: str | None, core: tuple[str, ...]) -> None:
    assert cores(name) == [core]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kredit-Kontrolle", "Kreditkontrolle"),
        ("Pendenzenverw.", "Pendenzenverwaltung"),
        ("Geo-DB", "Geodatenbank"),
        ("Tierschutzfaelle", "Tierschutzfälle"),
        ("Baubewiligung", "Baubewilligung"),
        ("BAUBEWILLIGUNG AFU", "Baubewilligung"),
    ],
)
def test_spellings_of_one_task_are_one(one: str, other: str) -> None:
    first, second, _ = cores(one, other, other)
    assert first == second


def test_other_tasks_stay_apart() -> None:
    found = cores("Terminplan", "Tarifplan", "Fristenkontrolle", "Kreditkontrolle", "Kurs", "Kurse")
    assert len(set(found)) == 6


def test_shared_words_count_by_how_rare_they_are() -> None:
    names = TaskNames(["Fallführung Jugend", "Fallführung (AFU)", *["Jugend Heim", "Jugend Sport"] * 3], OFFICES, WORDS)
    fallfuehrung, jugend = (names.likeness(names.cores[0], core) for core in (names.cores[1], names.cores[2]))
    assert fallfuehrung > jugend > 0
    assert names.likeness(names.cores[1], names.cores[1]) == 1
    assert names.likeness((), names.cores[0]) == 0


def unit(
    node: int, id_: str, name: str, short: str | None = None, kind: str = "office", above: int | None = None
) -> Unit:
    return Unit(node, id_, name, short, kind, above)


UNITS = {
    1: unit(1, "OE-AFU", "Amt für Umwelt", "AFU"),
    2: unit(2, "OE-AFU-1", "Abteilung Luft", "AFU Luft", "division", 1),
    3: unit(3, "OE-17", "Amt für Kultur und Sport"),
    4: unit(4, "OE-4", "Ring", None, "division", 5),
    5: unit(5, "OE-5", "Ring", None, "division", 4),
}


def test_an_office_is_found_where_nobody_named_it() -> None:
    offices = Offices(UNITS, ["Kurse AKUS", "Register"], ["Leitung Dienste BKA", None])
    assert offices.of("Kurse", [2], [], None, None) == (1, False)
    assert offices.of("Kurse", [], [3], None, None) == (3, True)
    assert offices.of("Kurse AKUS", [], [], None, None) == (3, True)
    assert offices.of("Kurse", [], [1, 3], None, "Leitung AFU Luft") == (1, True)
    assert offices.of("Kurse", [], [], None, "Leitung Dienste BKA") == ("BKA", True)
    assert offices.of("Kurse", [], [], "Amt fuer Umwelt", None) == (1, False)
    assert offices.of("Kurse", [], [], "Steueramt", None) == ("steueramt", False)
    assert offices.of("Kurse", [], [], None, None) == (None, False)
    assert [offices.title(office) for office in (1, 3, "bka", "steueramt", None)] == [
        "AFU", "Amt für Kultur und Sport", "BKA", "steueramt", "–",
    ]  # fmt: skip


def test_divisions_that_run_in_a_ring_end_somewhere() -> None:
    assert office_above(4, UNITS) in (4, 5)
    assert office_above(9, UNITS) == 9
