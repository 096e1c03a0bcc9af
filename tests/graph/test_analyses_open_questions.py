"""Open questions on the real graph: which answers settle which verdicts, alone or together, and who can give them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

import pytest
from landscapes import fact, put
from openpyxl import load_workbook

from ea_cockpit.analyses import named, verdicts
from ea_cockpit.analyses.analysis import Result
from ea_cockpit.analyses.open_questions import QuestionRow
from ea_cockpit.analyses.policy import SHIPPED
from ea_cockpit.analyses.verdicts.verdict import Missing, Row, Verdict
from ea_cockpit.export.office import office_facts, write_office
from ea_cockpit.graph.catalogue import Reader
from ea_cockpit.graph.store import GraphStore
from ea_cockpit.i18n import Text
from ea_cockpit.model.metamodel import Metamodel

WHOLE: dict[str, Any] = {
    "kind": "specialist", "sourcing": "standard", "status": "productive", "business_owner": "Leitung Fach",
    "it_owner": "Team Betrieb", "contract_end": "2027-12-31", "notice_months": 6, "personal_data": "none",
    "rto_hours": 8, "business_value": 5, "functional_fit": 5, "technical_fit": 5, "owned_by": "OE-1",
    "supports": "GF-1", "hosted_on": "BU-1", "built_with": "TEC-1",
}  # fmt: skip
"""An application about which nothing is left to ask."""


def put_app(store: GraphStore, metamodel: Metamodel, path: Path, *more: Any, **changed: Any) -> None:
    """One application, whole but for what is changed, and what it stands on."""
    put(
        store, metamodel, path / "one.xlsx", fact(metamodel, "Application", "APP-1", **{**WHOLE, **changed}),
        fact(metamodel, "OrganisationUnit", "OE-1"), fact(metamodel, "BusinessCapability", "GF-1"),
        fact(metamodel, "Hosting", "BU-1", jurisdiction="CH", built_with="TEC-1"),
        fact(metamodel, "Technology", "TEC-1", end_of_life="2029-01-01"), *more,
    )  # fmt: skip


def ask(store: Reader, metamodel: Metamodel, **given: Any) -> Result:
    return named("open_questions").run(store, metamodel, **given)


def asked(store: GraphStore, metamodel: Metamodel, **given: Any) -> dict[tuple[str, str], tuple[int, int]]:
    """By fact and field: how many verdicts the answer settles alone, and helps to settle."""
    rows = [row for row in ask(store, metamodel, **given).rows if isinstance(row, QuestionRow)]
    assert len({(row.label, row.id, row.field) for row in rows}) == len(rows)
    return {(row.id, row.field): (row.settles, row.helps) for row in rows}


def test_where_all_is_answered_nothing_is_asked(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    put_app(store, metamodel, tmp_path)
    assert asked(store, metamodel) == {}


@pytest.mark.parametrize(
    ("changed", "questions"),
    [
        # One assessment alone leaves both portfolios open, or one of them, or none.
        ({"functional_fit": None, "technical_fit": 2}, {"functional_fit": (2, 0)}),
        ({"functional_fit": None, "technical_fit": 2, "business_value": 1}, {"functional_fit": (1, 0)}),
        ({"functional_fit": None}, {"functional_fit": (1, 0)}),
        ({"functional_fit": None, "business_value": 1}, {}),
        ({"business_value": None, "technical_fit": None}, {"business_value": (1, 1), "technical_fit": (0, 1)}),
        ({"supports": ""}, {"supports": (1, 0)}),
        ({"owned_by": "", "business_owner": None}, {"owned_by": (0, 1), "business_owner": (0, 1)}),
        ({"contract_end": None}, {"contract_end": (1, 0)}),
        ({"contract_end": None, "notice_months": None}, {"contract_end": (0, 1), "notice_months": (0, 1)}),
        ({"contract_end": None, "sourcing": "in_house"}, {}),
        ({"personal_data": None}, {}),
        ({"personal_data": None, "hosted_on": ""}, {"personal_data": (0, 1), "hosted_on": (1, 1)}),
        ({"built_with": ""}, {"built_with": (1, 0)}),
        ({"rto_hours": None}, {}),
        ({"status": "retired", "supports": "", "business_value": None}, {}),
        ({"status": None, "supports": ""}, {"supports": (1, 0)}),
    ],
)  # fmt: skip
def test_a_gap_is_asked_for_where_a_verdict_hangs_on_it(
    store: GraphStore, metamodel: Metamodel, tmp_path: Path, changed: dict[str, Any],
    questions: dict[str, tuple[int, int]],
) -> None:  # fmt: skip
    put_app(store, metamodel, tmp_path, **changed)
    assert asked(store, metamodel) == {("APP-1", field): counts for field, counts in questions.items()}


def test_one_answer_about_a_technology_settles_many(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    put_app(
        store, metamodel, tmp_path,
        *(fact(metamodel, "Application", f"APP-{n}", **{**WHOLE, "built_with": "TEC-9"}) for n in (2, 3)),
        fact(metamodel, "Application", "APP-4", **{**WHOLE, "built_with": "TEC-8", "hosted_on": "BU-2"}),
        fact(metamodel, "Technology", "TEC-9"),
        fact(metamodel, "Technology", "TEC-8", lifecycle_slug="postgresql", version="16"),
        fact(metamodel, "Technology", "TEC-7"),
        fact(metamodel, "Hosting", "BU-2", jurisdiction="CH", part_of="BU-3"),
        fact(metamodel, "Hosting", "BU-3", built_with="TEC-9; TEC-7"),
    )  # fmt: skip
    assert asked(store, metamodel) == {("TEC-9", "end_of_life"): (2, 1), ("TEC-7", "end_of_life"): (0, 1)}
    first = ask(store, metamodel).as_json("de")["rows"][0]
    assert first == {
        "label": "Technology", "id": "TEC-9", "name": "TEC-9!", "office": None, "field": "end_of_life",
        "question": "Lebensende", "settles": 2, "helps": 1, "verdicts": "Obsoleszenz (3)", "who": "IT-Verantwortung",
    }  # fmt: skip


def test_data_abroad_needs_to_be_known(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    put_app(
        store, metamodel, tmp_path, fact(metamodel, "Hosting", "BU-9"),
        fact(metamodel, "Application", "APP-2", **{**WHOLE, "personal_data": "sensitive", "hosted_on": "BU-9"}),
        fact(metamodel, "Application", "APP-3", **{**WHOLE, "personal_data": None, "hosted_on": "BU-9"}),
    )  # fmt: skip
    assert asked(store, metamodel) == {("BU-9", "jurisdiction"): (1, 1), ("APP-3", "personal_data"): (0, 1)}


def test_recovery_hangs_on_what_lies_beneath(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    def app(id_: str, hours: int | None, needs: str = "") -> Any:
        return fact(metamodel, "Application", id_, **{**WHOLE, "rto_hours": hours, "depends_on": needs})

    put_app(
        store, metamodel, tmp_path, app("OPEN", None), app("SLOW", 24), app("FAST", 1),
        app("A", 8, "OPEN; FAST"), app("B", 8, "OPEN; SLOW"), app("C", None, "FAST"), app("D", 2, "D"),
    )  # fmt: skip
    # B is settled: SLOW alone breaks its promise.
    assert asked(store, metamodel) == {("OPEN", "rto_hours"): (1, 0), ("C", "rto_hours"): (1, 0)}


def test_a_flow_is_asked_what_it_carries(store: GraphStore, metamodel: Metamodel, tmp_path: Path) -> None:
    def flow(id_: str, carries: str = "", **more: Any) -> Any:
        return fact(metamodel, "Interface", id_, provided_by="APP-1", carries=carries, **more)

    put_app(
        store, metamodel, tmp_path, fact(metamodel, "DataObject", "OPEN"),
        fact(metamodel, "DataObject", "PUBLIC", classification="public"),
        fact(metamodel, "DataObject", "SECRET", classification="secret"),
        flow("SAFE", encrypted=True), flow("BARE"), flow("CLEAR", encrypted=False), flow("PUB", "PUBLIC"),
        flow("SEC", "SECRET; OPEN"), flow("UNSURE", "OPEN; PUBLIC", encrypted=False), flow("GONE", status="retired"),
    )  # fmt: skip
    assert asked(store, metamodel) == {
        ("BARE", "encrypted"): (0, 1), ("BARE", "carries"): (0, 1), ("CLEAR", "carries"): (1, 0),
        ("SEC", "encrypted"): (1, 0), ("OPEN", "classification"): (1, 0),
    }  # fmt: skip
    told = {row.id: row for row in ask(store, metamodel).rows if isinstance(row, QuestionRow)}
    assert (told["SEC"].office, told["SEC"].who.de) == ("OE-1!", "IT-Verantwortung: Team Betrieb")
    assert (told["OPEN"].office, told["OPEN"].who.de) == (None, "Fachverantwortung")


def test_the_most_telling_come_first_and_an_office_gets_its_own(
    store: GraphStore, metamodel: Metamodel, tmp_path: Path
) -> None:
    put_app(
        store, metamodel, tmp_path,
        fact(
            metamodel, "Application", "APP-2", **{**WHOLE, "technical_fit": None, "functional_fit": 2, "owned_by": ""}
        ),
        fact(metamodel, "Application", "APP-3", **{**WHOLE, "supports": "", "owned_by": "OE-2"}),
        fact(metamodel, "OrganisationUnit", "OE-2", part_of="OE-1"),
    )  # fmt: skip
    whole = {("APP-2", "technical_fit"): (2, 0), ("APP-2", "owned_by"): (1, 0), ("APP-3", "supports"): (1, 0)}
    assert asked(store, metamodel) == whole
    assert next(iter(asked(store, metamodel))) == ("APP-2", "technical_fit")
    assert asked(store, metamodel, least=2) == {("APP-2", "technical_fit"): (2, 0)}
    assert asked(store, metamodel, most=1) == {("APP-2", "technical_fit"): (2, 0)}
    assert asked(store, metamodel, office="OE-1") == {("APP-3", "supports"): (1, 0)}
    assert ask(store, metamodel).summary == {
        "questions": 3, "settles": 4, "offices": 1,
        "by_field": {"Application.technical_fit": 1, "Application.owned_by": 1, "Application.supports": 1},
    }  # fmt: skip


def test_another_verdict_is_one_more_class(
    store: GraphStore, metamodel: Metamodel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Publication(Verdict):
        name = "publication"
        title = Text("Veröffentlichung", "Publication")
        asked_of = "Application"
        reads: ClassVar[dict[str, tuple[str, ...]]] = {"Application": ("published",)}

        def missing(self, row: Row) -> list[Missing]:
            return row.missing("published")

    known = verdicts.verdicts(SHIPPED)
    monkeypatch.setattr("ea_cockpit.analyses.open_questions.verdicts", lambda policy: [*known, Publication(policy)])
    put_app(store, metamodel, tmp_path)
    assert asked(store, metamodel) == {("APP-1", "published"): (1, 0)}


def test_the_office_workbook_asks_the_most_telling_first(
    store: GraphStore, metamodel: Metamodel, tmp_path: Path
) -> None:
    put_app(store, metamodel, tmp_path, kind=None, supports="", personal_data=None, hosted_on="")
    with store.reading() as tx:
        rows = ask(tx, metamodel, office="OE-1").rows
        ranked = [(row.label, row.id, row.field) for row in rows if isinstance(row, QuestionRow)]
        office = office_facts(tx, metamodel, "OE-1")
        for name, first in (("plain", []), ("ranked", ranked)):
            write_office(tx, metamodel, office, tmp_path / f"{name}.xlsx", "de", first=first)
    assert [field for _, _, field in ranked] == ["hosted_on", "supports", "personal_data"]
    plain, told = (asked_columns(tmp_path / f"{name}.xlsx") for name in ("plain", "ranked"))
    assert told[:3] == ["Betrieben auf", "Unterstützt Fähigkeiten", "Personendaten"]
    assert plain[:3] != told[:3]
    assert sorted(plain) == sorted(told)


def asked_columns(path: Path) -> list[str]:
    """The columns the first sheet of an office's workbook asks for, in its order."""
    lines = [[cell.value for cell in row] for row in load_workbook(path).worksheets[0].iter_rows()]
    head = next(place for place, line in enumerate(lines) if line[0] == "Nr.")
    return [str(line[3]) for line in lines[head + 1 :]]
