"""Duplicates by name: forms, products, firms and slips; what differs in a number is not the same."""

from __future__ import annotations

import pytest

from ea_cockpit.analyses.data.duplicates import Pair, pairs
from ea_cockpit.naming.candidates import Named


def found(label: str, *names: str) -> set[tuple[str, str]]:
    facts = [Named(str(place), name) for place, name in enumerate(names)]
    return {(names[int(pair.first)], names[int(pair.second)]) for pair in pairs(label, facts)}


@pytest.mark.parametrize(
    ("label", "one", "other"),
    [
        ("Application", "Bewilligungsverwaltung", "bewilligungs-verwaltung"),
        ("Application", "Büro und Raum", "Buero & Raum"),
        ("Application", "Strasseninformationssystem", "Strasseninformationsystem"),
        ("Application", "Strasseninformationssystem", "Strasseninfromationssystem"),
        ("Application", "Fachapplikation Jagdpatente", "Jagdpatente"),
        ("Technology", "PostgreSQL 16", "Postgres 16"),
        ("Supplier", "Probatus Engineering AG", "Probatus Eng. AG"),
        ("Supplier", "Exempla Verwaltungssoftware AG", "Exempla Software"),
        ("Supplier", "Musterfirma AG", "Musterfirma"),
    ],
)  # fmt: skip
def test_two_names_of_one_thing_are_found(label: str, one: str, other: str) -> None:
    assert found(label, one, "Ganz etwas anderes", other) == {(one, other)}


@pytest.mark.parametrize(
    ("label", "one", "other"),
    [
        ("Application", "Geschäftsverwaltung 1", "Geschäftsverwaltung 2"),
        ("Application", "Raumverwaltung AFU", "Raumverwaltung ARP"),
        ("Application", "GIS", "LIS"),
        ("Technology", "PostgreSQL 14", "PostgreSQL 16"),
        ("Supplier", "Muster Software AG", "Muster Treuhand AG"),
    ],
)  # fmt: skip
def test_what_only_looks_alike_is_left_alone(label: str, one: str, other: str) -> None:
    assert found(label, one, other) == set()


def test_a_group_is_told_against_its_first() -> None:
    names = ("Lohnabrechnung", "Steuern", "lohn-abrechnung", "Lohnabrechnnug", "LOHNABRECHNUNG")
    assert found("Application", *names) == {("Lohnabrechnung", name) for name in names[2:]}


def test_another_name_of_one_may_be_the_name_of_the_other() -> None:
    facts = [Named("1", "Stipendien", ("Ausbildungsbeiträge",)), Named("2", "Ausbildungsbeitraege")]
    (pair,) = pairs("Application", facts)
    assert (pair.first, pair.second) == ("1", "2")
    assert pair.score >= 0.9
    assert pair.why.de


def test_nothing_means_nothing() -> None:
    assert pairs("Application", []) == list[Pair]()
    assert pairs("Application", [Named("1", "A"), Named("2", "B")]) == []
