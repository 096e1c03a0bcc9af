"""Which names are taken for one, which are proposed, and which never: each with the reason."""

from __future__ import annotations

import pytest

from ea_cockpit.ingest.draft import Draft
from ea_cockpit.ingest.importer import NoGraph
from ea_cockpit.ingest.likeness import Answer, Likeness
from ea_cockpit.model.metamodel import Metamodel
from ea_cockpit.naming.normalise import name_of

SUPPLIERS = (
    "Abraxas Informatik AG",
    "Fiktiva Systeme GmbH",
    "Müller & Söhne AG",
    "Probatus Engineering AG",
    "Beispielbau AG",
)
OFFICES = {
    "Amt für Umwelt": "AFU",
    "Amt für Raumplanung": "ARP",
    "Bau- und Umweltdepartement": "BUD",
    "Steueramt": "STA",
}
PART_OF = {"OE-AFU": ("OE-BUD",), "OE-ARP": ("OE-BUD",)}
APPLICATIONS = (
    "Geschäftskontrolle STG", "Baubewilligung", "Steuerbezug", "Steuerbezug 2", "Register Typ II",
)  # fmt: skip
TECHNOLOGIES = (
    "PostgreSQL 14",
    "PostgreSQL 16",
    "Microsoft SQL Server 2019",
    "Microsoft Access 2016",
    "Visual Basic 6",
)


def answer(metamodel: Metamodel, label: str, text: str) -> Answer:
    """What a text means among the small catalogue above."""
    likeness = Likeness(NoGraph())
    names: dict[str, dict[str, dict[str, object]]] = {
        "Supplier": {f"LF-{n:02}": {"name": name} for n, name in enumerate(SUPPLIERS)},
        "OrganisationUnit": {f"OE-{s}": {"name": name, "short_name": s} for name, s in OFFICES.items()},
        "Application": {f"APP-{n:04}": {"name": name} for n, name in enumerate(APPLICATIONS)},
        "Technology": {f"TEC-{n:02}": {"name": name} for n, name in enumerate(TECHNOLOGIES)},
    }
    names["Application"]["APP-0001"]["aliases"] = ("eBau",)
    for id_, values in names[label].items():
        likeness.know(Draft(metamodel[label], id_, "", "", 0, dict(values), {"part_of": PART_OF.get(id_, ())}, {}))
    return likeness.answer((label,), text, lambda _: True)


TAKEN = [
    ("Supplier", "Abraxas", "LF-00"),
    ("Supplier", "ABRAXAS INFORMATIK", "LF-00"),
    ("Supplier", "Abraxas Informatik SA", "LF-00"),
    ("Supplier", "Abraxas Informatik (Schweiz) AG", "LF-00"),
    ("Supplier", "Fa. Fiktiva-Systeme", "LF-01"),
    ("Supplier", "Mueller und Soehne", "LF-02"),
    ("Supplier", "Muller & Sohne AG", "LF-02"),
    ("Supplier", "MÃ¼ller & SÃ¶hne AG", "LF-02"),
    ("Supplier", "Probatus Eng. AG", "LF-03"),
    ("OrganisationUnit", "AfU", "OE-AFU"),
    ("OrganisationUnit", "Amt f. Umwelt", "OE-AFU"),
    ("OrganisationUnit", "Umwelt, Amt für", "OE-AFU"),
    ("OrganisationUnit", "Amt für Umwelt (AfU)", "OE-AFU"),
    ("OrganisationUnit", "AFU - Amt für Umwelt", "OE-AFU"),
    ("OrganisationUnit", "BUD/AFU", "OE-AFU"),
    ("OrganisationUnit", "oe afu", "OE-AFU"),
    ("Application", "app 1", "APP-0001"),
    ("Application", "APP-0001: Baubewilligung", "APP-0001"),
    ("Application", "Fachapplikation «Baubewilligung»", "APP-0001"),
    ("Application", "Baubewiligung", "APP-0001"),
    ("Application", "ebau", "APP-0001"),
    ("Application", "Register Typ 2", "APP-0004"),
    ("Technology", "MS SQL 2019", "TEC-02"),
    ("Technology", "SQL Server 15", "TEC-02"),
    ("Technology", "Postgres 14.3", "TEC-00"),
    ("Technology", "Visual Basic v6.0", "TEC-04"),
]
OPEN = [
    ("Supplier", "Fiktiva Systeme AG"),
    ("Supplier", "Abraxas Treuhand AG"),
    ("Supplier", "Beispiel AG"),
    ("Supplier", "AG"),
    ("OrganisationUnit", "Bundesamt für Umwelt"),
    ("OrganisationUnit", "Amt"),
    ("OrganisationUnit", "AFX"),
    ("OrganisationUnit", "AFU ARP"),
    ("OrganisationUnit", "STA/AFU"),
    ("Application", "Geschäftskontrolle VWG"),
    ("Application", "Steuerbezug 3"),
    ("Application", "Register Typ III"),
    ("Application", "APP-0009"),
    ("Application", "Steuerbezug 2+"),
    ("OrganisationUnit", "Steueramts"),
    ("Application", "unbekannt"),
    ("Application", "?"),
    ("Technology", "PostgreSQL"),
    ("Technology", "PostgreSQL 15"),
    ("Technology", "SQL Server 2017"),
    ("Technology", "Microsoft Office 2016"),
    ("Technology", "SQL Server Reporting Services 2019"),
]


@pytest.mark.parametrize(("label", "text", "meant"), TAKEN)
def test_taken(metamodel: Metamodel, label: str, text: str, meant: str) -> None:
    taken = answer(metamodel, label, text).taken
    assert taken is not None
    assert taken.target == (label, meant)
    assert 0.9 <= taken.found.score < 1
    assert taken.found.why.de
    assert taken.found.why.en


@pytest.mark.parametrize(("label", "text"), OPEN)
def test_never_taken(metamodel: Metamodel, label: str, text: str) -> None:
    assert answer(metamodel, label, text).taken is None


def test_what_may_be_meant_is_proposed_with_its_reason(metamodel: Metamodel) -> None:
    (other_form,) = answer(metamodel, "Supplier", "Fiktiva Systeme AG").proposed
    assert other_form.id == "LF-01"
    assert [one.id for one in answer(metamodel, "Technology", "PostgreSQL").proposed] == ["TEC-00", "TEC-01"]
    assert "PostgreSQL" in answer(metamodel, "Technology", "PostgreSQL").proposed[0].why.de


def test_a_name_is_taken_apart() -> None:
    name = name_of("Amt f. Verw.-Recht & PostgreSQL10.6")
    assert name.words == ("amt", "f", "verw", "recht", "und", "postgresql", "10.6")
    assert name.short == {2}
