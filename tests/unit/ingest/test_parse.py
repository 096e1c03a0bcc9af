"""What people type, and what it is read as."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from ea_cockpit.ingest.cell_problems import (
    BrokenFormula,
    InvalidId,
    NearWord,
    NoAnswer,
    NoEnd,
    NotADate,
    NotANumber,
    NotAWholeNumber,
    NotYesOrNo,
    OutOfRange,
    RoundedDate,
    RoundedNumber,
    TextTooLong,
    UnknownWord,
    WordWithRemark,
)
from ea_cockpit.ingest.parse import Fault, Noted, parse
from ea_cockpit.ingest.problem import Problem
from ea_cockpit.model.facts import standard_metamodel
from ea_cockpit.model.metamodel import Column

METAMODEL = standard_metamodel()


def column(name: str, label: str = "Application") -> Column:
    field = METAMODEL[label].by_name[name]
    assert isinstance(field, Column)
    return field


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("id", 7.0, "7"),
        ("id", "007", "007"),
        ("name", "  Zwei\u00a0 Wörter\r\nund mehr ", "Zwei Wörter\nund mehr"),
        ("name", "a\x07b_x000D_", "ab"),
        ("version", 19.2, "19.2"),
        ("version", dt.date(2024, 2, 1), "2024-02-01"),
        ("aliases", "A; B\nA |C", ("A", "B", "C")),
        ("users", "12'500", 12500),
        ("users", 12.0, 12),
        ("run_cost", "CHF 12'500.–", 12500.0),
        ("run_cost", "85 000", 85000.0),
        ("run_cost", "1.234,50", 1234.5),
        ("run_cost", "1'234,5", 1234.5),
        ("run_cost", "1,234,567.80", 1234567.8),
        ("rto_hours", "0,25", 0.25),
        ("run_cost", "Fr. 500.--", 500.0),
        ("run_cost", 0.1 + 0.2, 0.3),
        ("productive_since", dt.datetime(2020, 5, 17), dt.date(2020, 5, 17)),
        ("productive_since", "17.05.2020", dt.date(2020, 5, 17)),
        ("productive_since", "2020-05-17 00:00:00", dt.date(2020, 5, 17)),
        ("productive_since", "2020-05-17T08:15:00Z", dt.date(2020, 5, 17)),
        ("productive_since", "17.05.2020 00:00", dt.date(2020, 5, 17)),
        ("productive_since", "17.05.2020, 8:15 Uhr", dt.date(2020, 5, 17)),
        ("productive_since", "So, 17.05.2020", dt.date(2020, 5, 17)),
        ("productive_since", "17. März 2020", dt.date(2020, 3, 17)),
        ("productive_since", "1er août 2020", dt.date(2020, 8, 1)),
        ("productive_since", "May 17, 2020", dt.date(2020, 5, 17)),
        ("productive_since", "17-Okt-2020", dt.date(2020, 10, 17)),
        ("productive_since", 43968.0, dt.date(2020, 5, 17)),
        ("productive_since", "17. 05. 2020", dt.date(2020, 5, 17)),
        ("productive_since", "2020.05.17", dt.date(2020, 5, 17)),
        ("productive_since", "mar 17.05.2020", dt.date(2020, 5, 17)),
        ("productive_since", "Mar 17, 2020", dt.date(2020, 3, 17)),
        ("name", "Zo\u200bll\u00adamt\ufeff", "Zollamt"),
        ("published", "x", True),
        ("published", "Nein", False),
        ("published", True, True),
        ("published", "✓", True),
        ("published", "–", False),
        ("published", "oui", True),
        ("status", "ausser betrieb", "retired"),
        ("status", "in Einfuehrung", "introduction"),
        ("status", "IN EINFÜHRUNG", "introduction"),
        ("status", "Phase out", "phase_out"),
        ("status", "en service", "productive"),
        ("status", "in betrieb", "productive"),
        ("status", "Productive", "productive"),
        ("kind", "Fach-Applikation", "specialist"),
        ("decision", "T", "tolerate"),
        ("personal_data", "PD", "personal"),
        ("personal_data", "Keine PD", "none"),
        ("criticality", 3.0, "high"),
        ("business_value", 5.0, 5),
    ],
)
def test_a_cell_is_read_as_it_was_meant(name: str, raw: Any, value: Any) -> None:
    assert parse(column(name), raw) == value


@pytest.mark.parametrize(
    ("name", "raw", "problem"),
    [
        ("id", "a;b", InvalidId),
        ("id", "x" * 401, InvalidId),
        ("name", "x" * 32_768, TextTooLong),
        ("users", "viele", NotANumber),
        ("run_cost", "1,234", NotANumber),
        ("users", 1.5, NotAWholeNumber),
        ("users", -1, OutOfRange),
        ("users", True, NotANumber),
        ("business_value", 6, OutOfRange),
        ("run_cost", "nan", OutOfRange),
        ("run_cost", 1e300, OutOfRange),
        ("productive_since", "31.02.2020", NotADate),
        ("productive_since", 7.0, NotADate),
        ("productive_since", "13/2025", NotADate),
        ("productive_since", "Brumaire 2025", NotADate),
        ("published", "vielleicht", NotYesOrNo),
        ("status", "läuft", UnknownWord),
        ("status", "produktiv; auslaufend", UnknownWord),
        ("status", "nicht produktiv", UnknownWord),
        ("status", "unproduktiv", UnknownWord),
        ("status", "Produktiv (noch nicht)", UnknownWord),
        ("status", "produktiv?", UnknownWord),
        ("status", "i. P.", UnknownWord),
        ("status", "in", UnknownWord),
        ("status", "nicht", UnknownWord),
        ("status", "Produkt", UnknownWord),
        ("decision", "aufbauen", UnknownWord),
        ("criticality", "Hoch (2)", UnknownWord),
        ("criticality", "mittel bis hoch", UnknownWord),
        ("criticality", "Stufe 3", UnknownWord),
        ("criticality", "nicht kritisch", UnknownWord),
        ("personal_data", "ja (BSP)", UnknownWord),
        ("published", "ja, teilweise", NotYesOrNo),
        ("published", "nein, noch nicht", NotYesOrNo),
        ("users", "100-200", NotANumber),
        ("users", "6 Monate", NotANumber),
        ("notice_months", "90 Tage", NotANumber),
        ("rto_hours", "4-8 h", NotANumber),
        ("run_cost", "120 CHF 2024", NotANumber),
        ("run_cost", "1'000 pro Monat", NotANumber),
        ("run_cost", "12 5", NotANumber),
        ("productive_since", "31.12.2027 (oder 31.12.2028)", NotADate),
        ("productive_since", "31.12.2027 oder später", NotADate),
        ("productive_since", "31.12.2027 (nicht verlängert)", NotADate),
        ("productive_since", "31.12.2025 - 31.12.2026", NotADate),
        ("productive_since", "Winter 2024", NotADate),
        ("productive_since", "so 2024", NotADate),
        ("users", "12² Lizenzen", NotANumber),
        ("productive_since", "unbefristet", NotADate),
        ("productive_since", "31.02.2020 10:00", NotADate),
        ("productive_since", "KW 54/2026", NotADate),
        ("productive_since", "H3 2026", NotADate),
        ("business_value", "ca. 9", OutOfRange),
        ("users", "1.2k5", NotANumber),
        ("status", "#N/A", BrokenFormula),
    ],
)
def test_a_cell_that_cannot_be_meant_is_named(name: str, raw: Any, problem: type[Problem]) -> None:
    found = parse(column(name), raw)
    assert isinstance(found, Fault)
    assert found.problem is problem


@pytest.mark.parametrize(
    ("raw", "first", "last"),
    [
        ("03/2025", dt.date(2025, 3, 1), dt.date(2025, 3, 31)),
        ("2.2024", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2025-11", dt.date(2025, 11, 1), dt.date(2025, 11, 30)),
        ("März 2025", dt.date(2025, 3, 1), dt.date(2025, 3, 31)),
        ("Dez. 2025", dt.date(2025, 12, 1), dt.date(2025, 12, 31)),
        ("1. Quartal 2026", dt.date(2026, 1, 1), dt.date(2026, 3, 31)),
        ("Q4/2026", dt.date(2026, 10, 1), dt.date(2026, 12, 31)),
        ("2026-Q2", dt.date(2026, 4, 1), dt.date(2026, 6, 30)),
        ("2027", dt.date(2027, 1, 1), dt.date(2027, 12, 31)),
        ("Mär 2025", dt.date(2025, 3, 1), dt.date(2025, 3, 31)),
        ("Okt-25", dt.date(2025, 10, 1), dt.date(2025, 10, 31)),
        ("Frühling 2025", dt.date(2025, 3, 1), dt.date(2025, 5, 31)),
        ("seit 2015", dt.date(2015, 1, 1), dt.date(2015, 12, 31)),
        ("voraussichtl. Q2 2027", dt.date(2027, 4, 1), dt.date(2027, 6, 30)),
        ("2027?", dt.date(2027, 1, 1), dt.date(2027, 12, 31)),
        (2027.0, dt.date(2027, 1, 1), dt.date(2027, 12, 31)),
    ],
)
def test_a_period_begins_or_ends_and_that_is_told(raw: Any, first: dt.date, last: dt.date) -> None:
    begins, ends = parse(column("productive_since"), raw), parse(column("end_of_life"), raw)
    assert begins == Noted(first, RoundedDate, {"day": f"{first:%d.%m.%Y}"})
    assert ends == Noted(last, RoundedDate, {"day": f"{last:%d.%m.%Y}"})


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("17.5.20", dt.date(2020, 5, 17)),
        ("43968", dt.date(2020, 5, 17)),
        ("seit 17.05.2020", dt.date(2020, 5, 17)),
        ("17.05.2020 (gemäss Vertrag)", dt.date(2020, 5, 17)),
        ("17.05.2020 gemäss Vertrag", dt.date(2020, 5, 17)),
        ("17. 05. 2020, provisorisch", dt.date(2020, 5, 17)),
        ("ca. Mai 2020", dt.date(2020, 5, 1)),
        ("mars 2026", dt.date(2026, 3, 1)),
        ("déc. 2026", dt.date(2026, 12, 1)),
        ("Maerz 2026", dt.date(2026, 3, 1)),
        ("03/26", dt.date(2026, 3, 1)),
        ("Ende 2027", dt.date(2027, 12, 31)),
        ("bis Ende März 2027", dt.date(2027, 3, 31)),
        ("Anfang 2027", dt.date(2027, 1, 1)),
        ("mi-2027", dt.date(2027, 7, 2)),
        ("fin 2027", dt.date(2027, 12, 31)),
        ("Q3/2026", dt.date(2026, 7, 1)),
        ("Q3/26", dt.date(2026, 7, 1)),
        ("3. trimestre 2026", dt.date(2026, 7, 1)),
        ("2. Halbjahr 2026", dt.date(2026, 7, 1)),
        ("KW 12/2026", dt.date(2026, 3, 16)),
        ("2026-W12", dt.date(2026, 3, 16)),
    ],
)
def test_a_day_said_in_words_is_read_and_told(raw: str, day: dt.date) -> None:
    assert parse(column("productive_since"), raw) == Noted(day, RoundedDate, {"day": f"{day:%d.%m.%Y}"})


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("run_cost", "12.5k", 12_500.0),
        ("run_cost", "1,2 Mio.", 1_200_000.0),
        ("run_cost", "CHF 1.2 Mio.", 1_200_000.0),
        ("run_cost", "TCHF 12", 12_000.0),
        ("run_cost", "ca. CHF 12'500.–", 12_500.0),
        ("run_cost", "12'500 (Schätzung)", 12_500.0),
        ("users", "ca. 200", 200),
        ("users", "~200", 200),
        ("users", "ca. 140 Personen", 140),
        ("users", "über 100", 100),
        ("users", "bis zu 50 User", 50),
        ("run_cost", "0.25 Mio. CHF", 250_000.0),
        ("run_cost", "43 TCHF", 43_000.0),
        ("run_cost", "Fr. 12'500 p.a.", 12_500.0),
        ("rto_hours", "30 Min.", 0.5),
        ("users", "rund 1'500", 1500),
        ("rto_hours", "4 Std.", 4.0),
        ("rto_hours", "2 Tage", 48.0),
        ("notice_months", "6 Mte.", 6),
        ("notice_months", "1 Jahr", 12),
        ("business_value", "3 - mittel", 3),
    ],
)
def test_a_number_with_words_is_read_and_told(name: str, raw: str, value: float) -> None:
    found = parse(column(name), raw)
    assert isinstance(found, Noted)
    assert (found.value, found.problem) == (value, RoundedNumber)


@pytest.mark.parametrize("name", ["users", "run_cost", "productive_since", "contract_end", "status"])
@pytest.mark.parametrize(
    "raw", ["n/a", "-", "–", "k.A.", "unbekannt", "Offen", "TBD", "?", "in Abklärung", "Bitte auswählen"]
)
def test_no_answer_is_read_as_empty_and_told(name: str, raw: str) -> None:
    assert parse(column(name), raw) == Noted(None, NoAnswer)


@pytest.mark.parametrize("raw", ["n/a", "-", "k.A.", "unbekannt"])
def test_a_text_stays_what_it_is(raw: str) -> None:
    assert parse(column("product"), raw) == raw


@pytest.mark.parametrize("raw", ["laufend", "Unbefristet", "bis auf Weiteres", "illimité", "ongoing"])
def test_something_without_end_has_no_day_and_that_is_told(raw: str) -> None:
    assert parse(column("contract_end"), raw) == Noted(None, NoEnd)


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("status", "produktiv (seit 2019)", "productive"),
        ("status", "Produktiv seit 2019", "productive"),
        ("status", "In Betrieb, ohne Support", "productive"),
        ("status", "3 - Auslaufend", "phase_out"),
        ("criticality", "3 = hoch", "high"),
        ("criticality", "Hoch (3)", "high"),
        ("decision", "behalten (tolerieren)", "tolerate"),
        ("status", "produktiv (nicht öffentlich)", "productive"),
        ("published", "Ja (intern)", True),
        ("published", "nein, Sachdaten", False),
    ],
)
def test_a_word_with_a_remark_counts_and_is_told(name: str, raw: str, value: str) -> None:
    found = parse(column(name), raw)
    assert isinstance(found, Noted)
    assert (found.value, found.problem) == (value, WordWithRemark)


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("kind", "Fachappl.", "specialist"),
        ("kind", "Basisdienste", "base_service"),
        ("kind", "Fachaplikation", "specialist"),
        ("criticality", "s. hoch", "very_high"),
        ("personal_data", "Bes. schützenswerte Personendaten", "sensitive"),
        ("sourcing", "Eigenentw.", "in_house"),
        ("status", "geplannt", "planned"),
        ("status", "inaktv", "retired"),
        ("decision", "Elim.", "eliminate"),
    ],
)
def test_a_word_shortened_or_misspelled_counts_and_is_told(name: str, raw: str, value: str) -> None:
    found = parse(column(name), raw)
    assert isinstance(found, Noted)
    assert (found.value, found.problem) == (value, NearWord)


CHOICES = [field for kind in METAMODEL for field in kind.fields if isinstance(field, Column) and field.choices]


@pytest.mark.parametrize("field", CHOICES, ids=lambda field: field.name)
def test_each_spelling_is_read_as_its_own_word_and_never_as_another_without_a_last_letter(field: Column) -> None:
    assert field.choices
    for spelling, word in field.choices.spellings().items():
        for typed in (spelling, spelling.upper(), f" {spelling} "):
            assert parse(field, typed) == word
        cut = parse(field, spelling[:-1]) if len(spelling) > 6 else word
        assert isinstance(cut, Fault) or (cut.value if isinstance(cut, Noted) else cut) == word
