"""What names say about a task: offices, numbers and empty words gone, spellings brought together."""

from __future__ import annotations

import pytest

from ea_cockpit.analyses.centralise.marks import codes_in
from ea_cockpit.analyses.centralise.names import TaskNames
from ea_cockpit.analyses.centralise.offices import Office, Offices, Told, Unit, office_above
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
    offices = Offices(UNITS, [Told("Kurse AKUS"), Told("Register", functions=["Leitung Dienste BKA", None])])
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


def office_of(offices: Offices, name: str | None = None, said: str | None = None) -> Office | None:
    return offices.of(name, [], [], said, None)[0]


def offices_of(*told: Told, units: dict[int, Unit] = UNITS) -> Offices:
    return Offices(units, told, WORDS.filler)


def test_what_stands_where_others_name_their_office_is_an_office() -> None:
    offices = offices_of(Told("Fristen AFU"), Told("FRISTEN PSD"), Told("Portal SAP"), Told("Portal GIS"))
    assert office_of(offices, "FRISTEN PSD") == "PSD"
    # Where no office is known beside it, a short word may be anything.
    assert ("sap",) not in offices.by_short


def test_what_follows_an_office_is_a_part_of_it_where_others_name_the_office_alone() -> None:
    offices = offices_of(
        Told("Fristen AFU"), Told("Fristen AFU Archiv"), Told("Fristen PSD Ambulatorium"), Told("Kurse AFU Boden")
    )
    assert offices.by_short["psd", "ambulatorium"] == "PSD"
    # Beside the office's own «Fristen», the archive is something more.
    assert ("afu", "archiv") not in offices.by_short
    assert office_of(offices, "Kurse PSD Ambulatorium") == "PSD"
    # «Kurse» alone is no task that offices solve each for themselves; «Boden» may be one.
    assert ("afu", "boden") not in offices.by_short
    names = TaskNames(["Fristen AFU", "Fristen PSD Ambulatorium", "Kurse AFU Boden"], offices.by_short, WORDS)
    assert names.cores == [("fristen",), ("fristen",), ("kurse", "boden")]


@pytest.mark.parametrize("name", ["Fachapplikation PSD", "PSD", "Fristen NEU", "Fristen Amt"])
def test_what_leaves_no_task_or_tells_nothing_is_no_mark(name: str) -> None:
    assert offices_of(Told("Fachapplikation AFU"), Told("Fristen AFU"), Told(name)).by_short == offices_of().by_short


def test_an_office_is_learned_from_what_bears_its_mark_and_its_owner() -> None:
    units = {1: unit(1, "OE-1", "Kantonsschule Musterstadt"), 2: unit(2, "OE-2", "Fachstelle Statistik")}
    offices = offices_of(Told("Kurse KSM", [1]), Told("Portal GIS", [1]), Told("Liste FS", [1, 2]), units=units)
    assert office_of(offices, "Fristen KSM") == 1
    assert ("gis",) not in offices.by_short
    # Where several units could be meant, it is one of its own.
    both = {**units, 3: unit(3, "OE-3", "Kreissekretariat Mitte")}
    assert office_of(offices_of(Told("Kurse", functions=["Leitung KSM"]), units=both), "Fristen KSM") == "KSM"


def test_an_id_made_of_a_name_is_no_short_name() -> None:
    assert unit(1, "OE-amt-fuer-umwelt", "Amt für Umwelt").shorts() == []
    assert unit(1, "OE-AFU", "Amt für Umwelt").shorts() == [("afu",)]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("OE-AFU – Amt für Umwelt", 1),
        ("Amt für Umwelt [OE-UMW]", 1),
        ("Kt. Musterkanton «Amt für Umwelt»", 1),
        ("Departement AFU", 1),
        ("oe-afu", 1),
        ("Abteilung Luft", 1),
        ("oe-psd", "PSD"),
        ("Psychiatrie (OE-PSD)", "PSD"),
        ("Steueramt", "steueramt"),
    ],
)
def test_a_reference_nobody_resolved_is_read_as_people_write_it(said: str, meant: Office) -> None:
    offices = offices_of(Told("Kurse", unknown=[said, "OE-PSD"]))
    assert office_of(offices, said=said) == meant


def test_ids_of_units_are_found_in_references() -> None:
    assert codes_in("OE-AFU + OE-PSD-2") == ["afu", "psd"]
    assert codes_in("Bau- und Umweltamt") == []


def test_divisions_that_run_in_a_ring_end_somewhere() -> None:
    assert office_above(4, UNITS) in (4, 5)
    assert office_above(9, UNITS) == 9
